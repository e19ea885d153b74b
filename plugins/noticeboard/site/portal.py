"""The portal's own pages, made from small summaries of the communities."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from noticeboard.duties.track import State
from noticeboard.history.log import Checkpoint, code
from noticeboard.rules import RULES
from noticeboard.site import district, exports, feeds, folding, rulebook, search
from noticeboard.site.render import Look, page
from noticeboard.site.summary import Row, Summary
from noticeboard.site.writing import Output
from noticeboard.today import Today

FEED_ENTRIES = 50
NEWEST = 12


class Prose(NamedTuple):
    """A page that the maintainers wrote; `content` is HTML."""

    language: str
    slug: str
    title: str
    content: str


class Told(NamedTuple):
    """What the portal tells in one language. `prose` are the pages of all languages."""

    look: Look
    summaries: Sequence[Summary]
    prose: Sequence[Prose]


def write(told: Sequence[Told], output: Output, today: Today, point: Checkpoint | None = None) -> None:
    """The portal's pages in every language; and once its feed, JSON, search, not-found page and the theme's files."""
    for one in told:
        _pages(one, output, today, point)
    look, summaries, _ = told[0]
    output.write("404.html", page(look, "", "404.html", _communities(told[0])))
    _once(look, summaries, output)
    look.assets.write(output)


def _pages(told: Told, output: Output, today: Today, point: Checkpoint | None) -> None:
    look = told.look

    def put(folder: str, template: str, context: dict[str, Any]) -> None:
        output.write(f"{look.folder}{folder}index.html", page(look, folder, template, context))

    communities = _communities(told)
    put("", "portal.html", communities | {"newest": _latest(told.summaries)[:NEWEST], "rules": len(RULES)})
    put("search/", "portal_search.html", communities)
    put("search/names/", "names.html", {"aliases": folding.aliases()})
    compared = {"groups": district.groups(told.summaries), "adopted": district.adopted(told.summaries)}
    shown = communities | compared | {"states": list(State), "least": district.LEAST_COMPARED}
    put("district/", "district.html", shown)
    for one in rulebook.pages(today, look.t.language):
        put(one.folder, one.template, one.context)
    put("log/", "log.html", {"point": point, "code": code(point.root) if point else ""})
    for text in told.prose:
        if text.language == look.t.language:
            put(f"{text.slug}/", "page.html", {"page": text})


def _communities(told: Told) -> dict[str, Any]:
    return {"communities": told.summaries}


def _latest(summaries: Sequence[Summary]) -> list[tuple[Summary, Row]]:
    """What was published last, anywhere."""
    return sorted(
        ((one, row) for one in summaries for row in one.latest),
        key=lambda pair: (pair[1].published, pair[0].slug, pair[1].url),
        reverse=True,
    )


def _once(look: Look, summaries: Sequence[Summary], output: Output) -> None:
    """What is the same in every language."""
    output.write("district.json", exports.district(summaries))
    output.write(f"{rulebook.FOLDER}index.json", exports.rules())
    output.write("index.json", exports.portal(look.portal.title, summaries))
    if latest := _latest(summaries):
        rows = [(f"{one.slug}/", row) for one, row in latest[:FEED_ENTRIES]]
        output.write("feed.xml", feeds.atom(look.portal.title, look.portal.base_url, "", rows))
    titles = [(one.slug, one.name, one.titles) for one in summaries]
    for path, content in search.portal_files(titles).items():
        output.write(f"search/{path}", content)
