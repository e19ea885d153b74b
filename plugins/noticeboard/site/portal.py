"""The portal's own pages, made from small summaries of the communities."""

from collections.abc import Sequence

from noticeboard.duties.track import State
from noticeboard.history.log import Checkpoint, code
from noticeboard.rules import RULES
from noticeboard.site import exports, feeds, folding, rulebook, search
from noticeboard.site.render import Look, page
from noticeboard.site.summary import Summary
from noticeboard.site.writing import Output
from noticeboard.today import Today

FEED_ENTRIES = 50
NEWEST = 12


def write(
    look: Look, summaries: Sequence[Summary], output: Output, today: Today, point: Checkpoint | None = None
) -> None:
    """Home, search, district, rule book, log, not-found page, feed, JSON and the theme's files."""
    latest = sorted(
        ((one, row) for one in summaries for row in one.latest),
        key=lambda pair: (pair[1].published, pair[0].slug, pair[1].url),
        reverse=True,
    )
    context = {"communities": summaries, "newest": latest[:NEWEST], "rules": len(RULES)}
    output.write("index.html", page(look, "", "portal.html", context))
    output.write("search/index.html", page(look, "search/", "portal_search.html", context))
    names = page(look, "search/names/", "names.html", {"aliases": folding.aliases()})
    output.write("search/names/index.html", names)
    output.write("district/index.html", page(look, "district/", "district.html", context | {"states": list(State)}))
    output.write("district.json", exports.district(summaries))
    for one in rulebook.pages(today):
        output.write(f"{one.folder}index.html", page(look, one.folder, one.template, one.context))
    output.write(f"{rulebook.FOLDER}index.json", exports.rules())
    logged = {"point": point, "code": code(point.root) if point else ""}
    output.write("log/index.html", page(look, "log/", "log.html", logged))
    output.write("404.html", page(look, "", "404.html", context))
    output.write("index.json", exports.portal(look.portal.title, summaries))
    if latest:
        rows = [(f"{one.slug}/", row) for one, row in latest[:FEED_ENTRIES]]
        output.write("feed.xml", feeds.atom(look.portal.title, look.portal.base_url, "", rows))
    titles = [(one.slug, one.name, one.titles) for one in summaries]
    for path, content in search.portal_files(titles).items():
        output.write(f"search/{path}", content)
    look.assets.write(output)
