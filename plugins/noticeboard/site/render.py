"""From a community to its files: pages through templates, and everything beside them."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup

from noticeboard import check
from noticeboard.records.community import Portal
from noticeboard.site import clocks, exports, feeds, prose, registers, search, walls, wordings
from noticeboard.site.assets import Assets
from noticeboard.site.board import Board
from noticeboard.site.entries import entry, labels
from noticeboard.site.menu import menu
from noticeboard.site.pages import pages
from noticeboard.site.qr import Addresses
from noticeboard.site.search import Entry
from noticeboard.site.summary import Summary
from noticeboard.site.translate import Translator, fold
from noticeboard.site.writing import Output

FEED_ENTRIES = 30


class Look(NamedTuple):
    """What all pages share: templates, the portal's settings, the interface's words, the theme's files.

    The last three are globals of the templates too. `names` are the theme's own templates.
    """

    templates: Environment
    names: tuple[str, ...]
    portal: Portal
    t: Translator
    assets: Assets


class Shared(NamedTuple):
    """What a look is made of, whatever the templates' environment; what is compiled is kept in `compiled`."""

    theme: Path
    portal: Portal
    t: Translator
    assets: Assets
    compiled: Path


def look(templates: Environment, shared: Shared) -> Look:
    """Give the templates their filters, globals and words."""
    theme, portal, t, assets, compiled = shared
    templates.filters |= {"prose": prose.render} | {word.__name__: word for word in wordings.FILTERS}
    templates.globals |= {"portal": portal, "t": t, "assets": assets}
    templates.globals["addresses"] = Addresses(portal.base_url)
    templates.globals |= {"search_labels": labels(t)}
    templates.globals |= {"period_name": clocks.name, "duty_anchor": clocks.anchor}
    fold(templates)
    compiled.mkdir(parents=True, exist_ok=True)
    templates.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    names = tuple(sorted(path.name for path in (theme / "templates").glob("*.html")))
    return Look(templates, names, portal, t, assets)


def compile_all(look: Look) -> None:
    """Have every template compiled and kept, for processes that will ask for them."""
    for name in look.names:
        look.templates.get_template(name)


def page(look: Look, path: str, template: str, context: dict[str, Any]) -> bytes:
    """One page. `path` is its folder below the site's root, with a slash at the end, or empty."""
    place = {"root": "../" * path.count("/"), "path": path}
    return look.templates.get_template(template).render(place | context).encode()


def community(look: Look, board: Board, data: Path, output: Output) -> Summary:
    """Write everything of one community; a record without its page is a fault of the program."""
    slug, made = board.slug, 0
    entries: list[Entry | None] = []
    here = {"board": board, "past": board.past, "community": board.community, "nav": _nav(look, board)}
    for one in pages(board):
        path = f"{slug}/{one.folder}"
        context = here | one.context | {"here": "../" * one.folder.count("/")}
        html = page(look, path, one.template, context)
        output.write(f"{path}index.html", html)
        entries.append(entry(one, html.decode(), board))
        made += "row" in one.context
    if made != len(board.dataset.records):
        raise RuntimeError(f"{slug}: {len(board.dataset.records)} records but {made} record pages")
    for path, content in _codes(look, board, here):
        output.write(path, content)
    summary = board.summary(made, clocks.counts(board.tracks), clocks.overdue(board))
    for path, content in _beside(look, board, summary, data):
        output.write(f"{slug}/{path}", content)
    for path, content in search.community_files(filter(None, entries)).items():
        output.write(f"{slug}/search/{path}", content)
    return summary


def _codes(look: Look, board: Board, here: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """What the codes on paper lead to: how each record stands, and the wall of each building, as JSON too."""
    codes, slug = board.dataset.codes, board.slug
    for record in board.dataset.records:
        path = f"R/{codes[record.id]}/"
        yield (
            f"{path}index.html",
            page(look, path, "code.html", here | {"record": record, "row": board.rows[record.id]}),
        )
    for wall in walls.walls(board):
        context = here | {"wall": wall, "here": f"../../{slug}/"}
        listed = exports.wall(slug, wall.building.id, wall.here, wall.elsewhere)
        yield f"{slug}/{walls.FOLDER}{wall.building.id}/index.json", listed
        yield f"R/{wall.code}/index.html", page(look, f"R/{wall.code}/", "building.html", context)


def _nav(look: Look, board: Board) -> Callable[[str, str], Markup]:
    """The community's menu, made once per section and depth instead of once per page."""
    template = look.templates.get_template("nav.html")
    groups = menu(board)
    return cache(lambda section, here: Markup(template.render(menu=groups, section=section, here=here)))  # noqa: S704


def _tasks(look: Look, board: Board) -> bytes:
    from noticeboard.site import calendars  # noqa: PLC0415  the library takes as long to load as a small build

    return calendars.tasks(board, look.portal.base_url, f"{board.community.name} · {look.t('clock')}")


def _tables(board: Board) -> Iterator[tuple[str, bytes]]:
    for statement_id, ledger in board.dataset.ledgers.items():
        yield f"{statement_id}/ledger.csv", exports.table(ledger)
    for kind, register in board.dataset.registers.items():
        yield f"{register.id}/register.csv", exports.table(register)
        yield f"{register.id}/index.json", exports.register(board.slug, kind, registers.export(board, kind))


def _beside(look: Look, board: Board, summary: Summary, data: Path) -> Iterator[tuple[str, bytes]]:
    """JSON, CSV, feed and attachments of a community, by path below its root."""
    slug, dataset = board.slug, board.dataset
    for record in dataset.records:
        yield f"{record.id}/index.json", exports.record(board.rows[record.id].kind, slug, record)
    yield from _tables(board)
    for folder, rows in board.by_folder.items():
        yield f"{folder}/index.json", exports.listing(slug, rows[0].kind, rows)
    yield "index.json", exports.community(summary)
    if board.newest:
        title = f"{board.community.name} · {look.portal.title}"
        newest = [(f"{slug}/", row) for row in board.newest[:FEED_ENTRIES]]
        yield "feed.xml", feeds.atom(title, look.portal.base_url, f"{slug}/", newest)
    yield "clock.json", exports.clock(slug, clocks.export(board))
    if board.tracks:
        yield "clock.ics", _tasks(look, board)
    for file in sorted({attachment.file for record in dataset.records for attachment in record.attachments}):
        yield file, check.attachment(data, slug, file)
