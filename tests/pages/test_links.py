"""Links of the whole sample: none leads nowhere, and every page is led to."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
IDENTIFIED = re.compile(r'\bid="([^"]*)"')
ELSEWHERE = ("https:", "http:", "tel:", "mailto:", "webcal:")


@cache
def ids(page: Path) -> frozenset[str]:
    return frozenset(IDENTIFIED.findall(page.read_text(encoding="utf-8")))


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    """Of every link within the site: as it is written, the file it names, the fragment."""
    for link in {unescape(one) for one in LINK.findall(page.read_text(encoding="utf-8"))}:
        if not link.startswith(ELSEWHERE):
            address, fragment = urldefrag(urljoin(page.as_uri(), link))
            yield link, Path(unquote(urlsplit(address).path)), fragment


@pytest.fixture(scope="module")
def pages(built_sample: Path) -> list[Path]:
    """All pages but the one for what is not there: its links start at the server's root."""
    return [page for page in built_sample.rglob("*.html") if page.name != "404.html"]


def test_every_link_leads_somewhere(pages: list[Path], built_sample: Path) -> None:
    lost = {
        (str(page.relative_to(built_sample)), link)
        for page in pages
        for link, target, fragment in links(page)
        if not target.is_file() or (fragment and fragment not in ids(target))
    }
    assert lost == set()


def test_every_page_can_be_found_from_the_first_one(pages: list[Path], built_sample: Path) -> None:
    """But for those below R/: paper leads to them."""
    reached, waiting = set(), [built_sample / "index.html"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            waiting += [target for _, target, _ in links(page) if target.suffix == ".html"]
    lost = {page.relative_to(built_sample).as_posix() for page in set(pages) - reached}
    assert {path for path in lost if not path.startswith("R/")} == set()
