"""From a community to its files: pages through templates, and everything beside them."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup

from noticeboard import check
from noticeboard.records.community import Portal
from noticeboard.records.translations import translated
from noticeboard.site import clocks, district, exports, prose, search, takeaway, walls
from noticeboard.site.assets import Assets
from noticeboard.site.board import Board
from noticeboard.site.entries import entry, labels
from noticeboard.site.linked import Linked
from noticeboard.site.menu import menu
from noticeboard.site.native import native
from noticeboard.site.pages import erased, pages
from noticeboard.site.qr import Addresses
from noticeboard.site.search import Entry
from noticeboard.site.summary import Summary
from noticeboard.site.translate import CHINESE, Translator, fold
from noticeboard.site.wordings import wordings
from noticeboard.site.writing import Output


class Look(NamedTuple):
    """What all pages of one language share: templates, the portal's settings, the interface's words, the theme's files.

    The last three are globals of the templates too. `names` are the theme's own templates,
    `folder` is where the pages lie below the site's root.
    """

    templates: Environment
    names: tuple[str, ...]
    portal: Portal
    t: Translator
    assets: Assets

    @property
    def folder(self) -> str:
        return self.t.folder


class Shared(NamedTuple):
    """What looks are made of, whatever the templates' environment: the words of each language, the first one's first.

    What is compiled is kept in `compiled`.
    """

    theme: Path
    portal: Portal
    words: tuple[Translator, ...]
    assets: Assets
    compiled: Path


def looks(templates: Environment, shared: Shared) -> tuple[Look, ...]:
    """One for each language, that of `templates` first."""
    first, *others = shared.words
    apart = [(_apart(templates), t) for t in others]
    return (_look(templates, shared, first), *(_look(own, shared, t) for own, t in apart))


def _apart(templates: Environment) -> Environment:
    """The same templates with globals and filters of their own."""
    made = templates.overlay()
    made.globals, made.filters = dict(templates.globals), dict(templates.filters)
    return made


def _look(templates: Environment, shared: Shared, t: Translator) -> Look:
    """Give the templates their filters, globals and words."""
    theme, portal, assets = shared.theme, translated(shared.portal, t.language), shared.assets
    words, compiled = wordings(t.language), shared.compiled / t.language
    templates.filters |= {"prose": prose.render if t.language == CHINESE else prose.native} | words.filters
    templates.globals |= {"portal": portal, "t": t, "assets": assets, "native": native}
    templates.globals["tongues"] = shared.words if len(shared.words) > 1 else ()
    templates.globals |= {"addresses": Addresses(portal.base_url), "linked": Linked(portal)}
    templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    templates.globals |= {"search_labels": labels(t)}
    templates.globals |= {"period_name": partial(clocks.name, language=t.language), "duty_anchor": clocks.anchor}
    templates.globals["once"] = _once(templates)
    # a plain dict instead of a chain of two: every import in a template compares all names
    templates.make_globals = lambda own: {**templates.globals, **(own or {})}  # type: ignore[method-assign, assignment]
    fold(templates)
    compiled.mkdir(parents=True, exist_ok=True)
    templates.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    names = tuple(sorted(path.name for path in (theme / "templates").glob("*.html")))
    return Look(templates, names, portal, t, assets)


def _once(templates: Environment) -> Callable[[str, str, str], Markup]:
    """What stands the same on all pages of one depth, made once for each."""
    return cache(lambda name, root, top: Markup(templates.get_template(name).render(root=root, top=top)))  # noqa: S704


def compile_all(look: Look) -> None:
    """Have every template compiled and kept, for processes that will ask for them."""
    for name in look.names:
        look.templates.get_template(name)


def page(look: Look, path: str, template: str, context: dict[str, Any]) -> bytes:
    """One page as it is written; see `rendered`."""
    return rendered(look, path, template, context).encode()


def rendered(look: Look, path: str, template: str, context: dict[str, Any]) -> str:
    """One page. `path` is its folder below the language's root, with a slash at the end, or empty.

    Templates get `root`, the way to the pages of their language, `top` to what stands once for
    all languages, `beside` to such files of this page, and `same`, where it stands in any language.
    """
    root = "../" * path.count("/")
    top, beside = (f"../{root}", f"../{root}{path}") if look.folder else (root, "")
    place = {"root": root, "top": top, "beside": beside, "path": f"{look.folder}{path}", "same": path}
    return look.templates.get_template(template).render(place | context)


def community(look: Look, board: Board, data: Path, output: Output) -> Summary:
    """Write everything of one community in the first language, and all that stands once."""
    entries: list[Entry] = []
    summary = in_words(look, board, output, entries)
    for path, content in _codes(look, board):
        output.write(path, content)
    for path, content in _beside(look, board, summary, data):
        output.write(f"{board.slug}/{path}", content)
    for path, content in search.community_files(entries).items():
        output.write(f"{board.slug}/search/{path}", content)
    return summary


def in_words(look: Look, board: Board, output: Output, entries: list[Entry] | None = None) -> Summary:
    """Write a community's pages in one language; a record without its page is a fault of the program.

    To `entries` is added what the search knows of them.
    """
    slug, made = board.slug, 0
    shared = _shared(look, board)
    for one in pages(board):
        path, here = f"{slug}/{one.folder}", "../" * one.folder.count("/")
        files = f"../../{here}{slug}/" if look.folder else here
        context = shared | one.context | {"here": here, "files": files}
        html = rendered(look, path, one.template, context)
        output.write(f"{look.folder}{path}index.html", html.encode())
        if entries is not None and one.kind:
            entries.append(entry(one, html, board))
        made += "row" in one.context
    if made != len(board.dataset.records):
        raise RuntimeError(f"{slug}: {len(board.dataset.records)} records but {made} record pages")
    return district.told(board, board.summary(made, clocks.counts(board.tracks), clocks.overdue(board)))


def _shared(look: Look, board: Board) -> dict[str, Any]:
    """What all pages of a community are given."""
    return {"board": board, "past": board.past, "community": board.community, "nav": _nav(look, board)}


def _codes(look: Look, board: Board) -> Iterator[tuple[str, bytes]]:
    """What the codes on paper lead to: how each record stands, and the wall of each building, as JSON too."""
    codes, slug = board.dataset.codes, board.slug
    home = f"../../{slug}/"
    shared = _shared(look, board) | {"here": home, "files": home}
    for record in board.dataset.records:
        erasures = board.dataset.erasures.get(record.id, ())
        about = {"record": record, "row": board.rows[record.id], "erasures": erasures}
        path = f"R/{codes[record.id]}/"
        context = shared | about | {"same": None}
        yield f"{path}index.html", page(look, path, "code.html", context)
    for gone in erased(board):
        path = f"R/{codes[gone.context['of_page']]}/"
        yield f"{path}index.html", page(look, path, gone.template, shared | gone.context | {"same": None})
    for wall in walls.walls(board):
        place = f"{slug}/{walls.FOLDER}{wall.building.id}/"
        context = shared | walls.context(board, wall) | {"same": place}
        listed = exports.wall(slug, wall.building.id, wall.here, wall.elsewhere)
        yield f"{place}index.json", listed
        yield f"R/{wall.code}/index.html", page(look, f"R/{wall.code}/", "building.html", context)


def _nav(look: Look, board: Board) -> Callable[[str, str], Markup]:
    """The community's menu, made once per section and depth instead of once per page."""
    template = look.templates.get_template("nav.html")
    groups = menu(board)
    return cache(lambda section, here: Markup(template.render(menu=groups, section=section, here=here)))  # noqa: S704


def _beside(look: Look, board: Board, summary: Summary, data: Path) -> Iterator[tuple[str, bytes]]:
    """What can be taken away and the attachments of a community, by path below its root."""
    yield from takeaway.files(board, summary, look.portal, look.t)
    for file in sorted({attachment.file for record in board.dataset.records for attachment in record.attachments}):
        yield file, check.attachment(data, board.slug, file)
