"""The portal's own pages, made from small summaries of the communities."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from noticeboard import aliases
from noticeboard.duties.track import State
from noticeboard.history.log import Checkpoint, code
from noticeboard.rules import RULES
from noticeboard.site import district, exports, feeds, published_schemas, rulebook, search, sitemap
from noticeboard.site.feeds import Feed
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


def write_standing(looks: Sequence[Look], output: Output, today: Today) -> None:
    """What no record changes: the rule book in every language, the shapes of JSON files, and the theme's files."""
    for look in looks:
        for one in rulebook.pages(today, look.t.language):
            _put(look, output, one.folder, one.template, one.context)
    base_url = looks[0].portal.base_url
    output.write(sitemap.STANDING, sitemap.of_pages(base_url, output.paths))
    output.write(f"{rulebook.FOLDER}index.json", exports.rules())
    for path, content in published_schemas.files(base_url):
        output.write(path, content)
    looks[0].assets.write(output)


def write_search(titles: Sequence[tuple[str, str, Sequence[Row]]], output: Output, _: Today) -> None:
    """The search over all titles of all communities, each given as slug, name and rows."""
    for path, content in search.portal_files(titles).items():
        output.write(f"search/{path}", content)


def write(told: Sequence[Told], point: Checkpoint | None, output: Output, _: Today) -> None:
    """The portal's pages in every language; and once what programs read and the not-found page."""
    for one in told:
        _pages(one, point, output)
    look, summaries, _prose = told[0]
    output.write("404.html", page(look, "", "404.html", _communities(told[0])))
    _once(look, summaries, output)
    for path, content in sitemap.of_portal(summaries, look.portal.base_url, output.paths):
        output.write(path, content)


def _put(look: Look, output: Output, folder: str, template: str, context: dict[str, Any]) -> None:
    output.write(f"{look.folder}{folder}index.html", page(look, folder, template, context))


def _pages(told: Told, point: Checkpoint | None, output: Output) -> None:
    look = told.look
    put = partial(_put, look, output)
    communities = _communities(told)
    put("", "portal.html", communities | {"newest": _latest(told.summaries)[:NEWEST], "rules": len(RULES)})
    put("search/", "portal_search.html", communities)
    put("search/names/", "names.html", {"aliases": aliases.groups()})
    shapes = {"shapes": published_schemas.SHAPES, "folder": published_schemas.FOLDER}
    put("data/", "portal_data.html", communities | shapes)
    compared = {"groups": district.groups(told.summaries), "adopted": district.adopted(told.summaries)}
    shown = communities | compared | {"states": list(State), "least": district.LEAST_COMPARED}
    put("district/", "district.html", shown)
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
    output.write("index.json", exports.portal(look.portal.title, summaries))
    if latest := _latest(summaries):
        rows = [(f"{one.slug}/", row) for one, row in latest[:FEED_ENTRIES]]
        output.write("feed.xml", feeds.atom(Feed(look.portal.title, "", ""), look.portal.base_url, rows))
