"""The sample on paper: every symbol scanned; `make print-test` alone asks for it."""

import re
from pathlib import Path

import pytest

from noticeboard.site import printing
from tests import sample_site
from tests.site.printer import needs_a_printer, scanned
from tests.site.workshop import silent

SYMBOL = re.compile('<svg class="qr"[^>]* aria-label="([^"]+)"')
COMMUNITIES = ("songtao", "tangxi", "yunting")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs_a_printer()
    root = tmp_path_factory.mktemp("sample") / "output"
    sample_site.build(root)
    return root


def sheets(pages: list[Path], target: Path) -> Path:
    printing.lay_out(printing.weasyprint(), pages, "", target, silent)
    return target


@pytest.mark.parametrize("community", COMMUNITIES)
def test_every_symbol_can_be_scanned_from_a_bad_copy(site: Path, tmp_path: Path, community: str) -> None:
    """Of every record and of every building."""
    pages = site.glob(f"{community}/*/*/index.html")
    found = {page: SYMBOL.search(page.read_text(encoding="utf-8")) for page in pages}
    symbols = {page: symbol[1] for page, symbol in found.items() if symbol}
    assert len(symbols) > 80
    assert scanned(sheets(sorted(symbols), tmp_path / "all.pdf")) == sorted(symbols.values())
