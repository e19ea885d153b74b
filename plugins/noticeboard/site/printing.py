"""Notices on paper: pages of a built site, laid out as one PDF by WeasyPrint.

The same pages give the same bytes. WeasyPrint is an optional extra: whoever only
builds the site needs neither it nor Pango.
"""

import datetime
import importlib
import json
import logging
import re
from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element  # a type; nothing is parsed with it

from noticeboard.history import log
from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.site.walls import FOLDER as BUILDINGS

SYSTEM_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
MISSING = """打印要用的 WeasyPrint 还不能用（{error}）。
请用 make print，它会装上 WeasyPrint；系统里还要有 Pango 和中文字体，在 Debian、Ubuntu 上：
  apt-get install {packages}
不装也能打印：用浏览器打开要贴的那一页，直接按打印。"""
VARIANT = "pdf/ua-1"
PAPER = re.compile('<link rel="stylesheet" media="print" href="([^"]+)">')
SCREEN_ONLY = frozenset({"link", "nav"})
FOOT = """
@page {{
  @bottom-left {{ content: element(foot); width: 100mm; padding-top: 2mm; vertical-align: top; }}
  @bottom-right {{
    content: "{}\\A " counter(page) " / " counter(pages);
    width: 70mm; padding-top: 2mm; vertical-align: top;
    white-space: pre; text-align: right; font: 9pt/1.4 sans-serif;
  }}
}}
.foot {{ position: running(foot); margin: 0; padding: 0; border: 0; }}
.foot p, .foot .code {{ font-size: 9pt; line-height: 1.4; }}
.foot .code {{ white-space: nowrap; }}
"""
"""The log's words and the number of each sheet; a page's foot in the margin of its last, so that it never fills one."""

Progress = Callable[[str, int, int], None]


class CannotPrintError(Exception):
    """Nothing was printed; the message says why, in Chinese."""


class Wanted(NamedTuple):
    """One record, or a building's wall sheet and what must hang there, or all; of these, what was published `since`."""

    community: str
    since: datetime.date | None = None
    building: str = ""
    record: str = ""

    @property
    def name(self) -> str:
        """Of the PDF, without its ending."""
        parts = [self.community, self.building, self.record.replace("/", "-"), str(self.since or "")]
        return "-".join(part for part in parts if part)


def print_sheets(site: Path, folder: Path, wanted: Wanted, progress: Progress) -> tuple[Path, int]:
    """Write `folder/<name>.pdf` from a built site; its path and how many sheets of paper it takes."""
    library = weasyprint()
    pages = [site / wanted.community / path / "index.html" for path in _paths(site / wanted.community, wanted)]
    if not pages:
        raise CannotPrintError("没有要打印的：没有这样的记录。")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{wanted.name}.pdf"
    return target, lay_out(library, pages, _log_in_words(site), target, progress)


def weasyprint() -> Any:
    """The library. Raises CannotPrintError where it, or Pango, is missing."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of all that only screens understand
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:  # the latter where Pango is missing
        told = MISSING.format(error=str(error).partition("\n")[0], packages=SYSTEM_PACKAGES)
        raise CannotPrintError(told) from error


def _paths(community: Path, wanted: Wanted) -> list[str]:
    """The pages wanted, in the order of the sheets, as folders below the community's."""
    published = _published(community)
    if wanted.record and wanted.record not in published:
        raise CannotPrintError(f"没有记录“{wanted.record}”；写成 notices/2026-04-02-water-shut-off 这样。")
    first, records = [], [wanted.record] if wanted.record else sorted(published)
    if wanted.building:
        wall = community / BUILDINGS / wanted.building
        first = [f"{BUILDINGS}{wanted.building}"]
        hanging = _hanging(wall)
        records = [record for record in records if record in hanging]
    return first + [one for one in records if wanted.since is None or published[one] >= str(wanted.since)]


def _published(community: Path) -> dict[str, str]:
    """Record id to the day of its publication."""
    if not (community / "index.json").is_file():
        raise CannotPrintError(f"网站里没有社区“{community.name}”。")
    listings = [community / kind.folder / "index.json" for kind in RECORD_KINDS]
    rows = [row for listing in listings if listing.is_file() for row in json.loads(listing.read_bytes())["records"]]
    return {row["url"].rstrip("/"): row["published"] for row in rows}


def _hanging(wall: Path) -> set[str]:
    """The records that must hang at a building."""
    if not (wall / "index.json").is_file():
        there = sorted(path.name for path in wall.parent.iterdir() if path.is_dir())
        raise CannotPrintError(f"没有楼栋“{wall.name}”；现有：{'、'.join(there)}。")
    return set(json.loads((wall / "index.json").read_bytes())["here"])


def lay_out(library: Any, pages: Sequence[Path], foot: str, target: Path, progress: Progress) -> int:
    """Each page by itself, so that its sheets are numbered from 1; then all in one file."""
    fonts = library.text.fonts.FontConfiguration()
    fetcher = library.urls.URLFetcher(allowed_protocols=("file",))
    styles = [
        library.CSS(filename=str(_stylesheet(pages[0])), font_config=fonts),
        library.CSS(string=FOOT.format(foot), font_config=fonts),
    ]
    documents = []
    for number, page in enumerate(pages, start=1):
        html = library.HTML(filename=str(page), url_fetcher=fetcher)
        _leave_out(html.etree_element, SCREEN_ONLY)
        documents.append(html.render(font_config=fonts, stylesheets=styles, pdf_variant=VARIANT))
        progress("print", number, len(pages))
    sheets = [sheet for document in documents for sheet in document.pages]
    _list_pages_once()
    documents[0].copy(sheets).write_pdf(str(target), pdf_variant=VARIANT)
    return len(sheets)


def _stylesheet(page: Path) -> Path:
    """The one for paper that a page names; read once instead of once per page."""
    name = PAPER.search(page.read_text(encoding="utf-8"))
    if name is None:
        raise CannotPrintError(f"{page} 不是公示栏的页面。")
    return page.parent / name[1]


def _leave_out(tree: Element, names: Collection[str]) -> None:
    """Remove elements with all that is in them, as no style can: what is not shown is laid out all the same."""
    for parent in list(tree.iter()):
        for child in [one for one in parent if one.tag in names]:
            parent.remove(child)


@cache
def _list_pages_once() -> None:
    """Have pydyf keep its list of pages, which it makes anew for every tag: half of all writing at 200 sheets."""
    pdf = importlib.import_module("pydyf").PDF
    listed = pdf.page_references.fget

    def references(self: Any) -> Any:
        count = len(self.pages["Kids"])
        if getattr(self, "listed", (0, ()))[0] != count:
            self.listed = count, listed(self)
        return self.listed[1]

    pdf.page_references = property(references)


def _log_in_words(site: Path) -> str:
    """How long the log was, and its code, as CSS text in two lines: who compares the paper with it needs it whole."""
    checkpoint = site / "log" / log.CHECKPOINT
    if not checkpoint.is_file():
        return "预览，未入日志"
    try:
        point = log.parse_checkpoint(checkpoint.read_bytes())
    except log.LogError as error:
        raise CannotPrintError(f"{checkpoint} 不是日志的检查点，这个网站不能照着打印：{error}。") from error
    return f"日志 {point.size} 条，核验码\\A {log.code(point.root)}"
