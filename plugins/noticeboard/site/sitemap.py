"""sitemap.xml: which pages there are, and when what they show last changed; never when they were built."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from noticeboard.site.board import Board
from noticeboard.site.summary import Summary

FILE = "sitemap.xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
STANDING = "rules/sitemap.xml"
"""Of the pages that no record changes."""
PAGE = "index.html"
HIDDEN = "R/"
"""Behind codes on paper: each says of itself that it is not to be indexed."""


def of_community(board: Board, base_url: str, paths: Iterable[str]) -> bytes:
    """`paths` are all files that were written for it; a list is as new as its newest record."""
    changed = {f"{board.slug}/{row.url}": row.touched for row in board.rows.values()}
    for folder, listed in board.by_folder.items():
        changed[f"{board.slug}/{folder}/"] = max(row.touched for row in listed)
    if board.rows:
        changed[f"{board.slug}/"] = max(row.touched for row in board.rows.values())
    pages = [(page, changed.get(_in_any_language(page, board.slug), "")) for page in _pages(paths)]
    return _document("urlset", "url", base_url, pages)


def of_portal(summaries: Sequence[Summary], base_url: str, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The portal's own pages, the index of all sitemaps, and where robots find it."""
    own = "data/sitemap.xml"
    yield own, of_pages(base_url, paths)
    maps = [
        (own, ""),
        (STANDING, ""),
        *((f"{one.slug}/{FILE}", max((row.touched for row in one.titles), default="")) for one in summaries),
    ]
    yield FILE, _document("sitemapindex", "sitemap", base_url, maps)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base_url}{FILE}\n".encode()


def of_pages(base_url: str, paths: Iterable[str]) -> bytes:
    """Pages of which nothing says when they changed."""
    return _document("urlset", "url", base_url, [(page, "") for page in _pages(paths)])


def _in_any_language(page: str, slug: str) -> str:
    """Where it stands below the root of its language."""
    return page if page.startswith(f"{slug}/") else page.partition("/")[2]


def _pages(paths: Iterable[str]) -> list[str]:
    """The folders of pages, as their canonical addresses have them."""
    pages = (path.removesuffix(PAGE) for path in paths if path.endswith(PAGE))
    return sorted(page for page in pages if not page.startswith(HIDDEN))


def _document(root: str, entry: str, base_url: str, rows: Iterable[tuple[str, str]]) -> bytes:
    """`rows` are (path, day or empty)."""
    home = escape(base_url)
    lines = [
        f"<{entry}><loc>{home}{escape(path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{entry}>"
        for path, day in rows
    ]
    text = "\n".join(['<?xml version="1.0" encoding="utf-8"?>', f'<{root} xmlns="{SPACE}">', *lines, f"</{root}>", ""])
    return text.encode()
