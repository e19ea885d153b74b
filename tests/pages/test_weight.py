"""What a page weighs when it is opened for the first time: itself, styles, scripts and pictures, as gzip sends them."""

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from noticeboard.records.kinds import RECORD_KINDS

FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]*? href|script[^>]*? src|img[^>]*? src)="([^"]+)"')
MOST_OF_A_RECORD = 40_000
MOST_OF_ANY_PAGE = 60_000
RECORD = re.compile(rf"[a-z0-9-]+/(?:{'|'.join(kind.folder for kind in RECORD_KINDS)})/(?!year/|page/)[^/]+/index.html")


@cache
def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def weight(page: Path) -> int:
    fetched = {urljoin(page.as_uri(), one) for one in FETCHED.findall(page.read_text(encoding="utf-8"))}
    return zipped(page) + sum(zipped(Path(urlsplit(one).path)) for one in fetched)


@pytest.fixture(scope="module")
def weights(built_sample: Path) -> dict[str, int]:
    pages = [page for page in built_sample.rglob("*.html") if page.name != "404.html"]
    return {page.relative_to(built_sample).as_posix(): weight(page) for page in pages}


def test_a_record_comes_fast(weights: dict[str, int]) -> None:
    records = {path: size for path, size in weights.items() if RECORD.fullmatch(path)}
    assert len(records) > 300
    assert {path: size for path, size in records.items() if size > MOST_OF_A_RECORD} == {}


def test_every_page_can_be_borne_by_a_slow_network(weights: dict[str, int]) -> None:
    assert {path: size for path, size in weights.items() if size > MOST_OF_ANY_PAGE} == {}


def test_pages_are_weighed_with_what_they_fetch(weights: dict[str, int], built_sample: Path) -> None:
    (styles,) = (built_sample / "theme" / "css").glob("board.*.css")
    assert weights["index.html"] > zipped(built_sample / "index.html") + zipped(styles)
