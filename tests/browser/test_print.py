"""What a resident gets who prints a page from the browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MILLIMETRE = 96 / 25.4
RECORDS = ("notices", "meetings", "resolutions", "finances", "projects", "reviews")


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 660, "height": 1000})
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("folder", RECORDS)
def test_a_record_on_paper(paper: Page, served_sample: str, built_sample: Path, folder: str) -> None:
    page = max(built_sample.glob(f"tangxi/{folder}/2*/index.html"), key=lambda one: one.stat().st_size)
    paper.goto(served_sample + page.relative_to(built_sample).as_posix())
    for hidden in (".kinds", ".tools", ".foot li", ".links"):
        assert not any(one.is_visible() for one in paper.locator(hidden).all()), hidden
    assert paper.locator("h1").is_visible()
    slip = "".join(paper.locator(".slip p").inner_text().split())
    assert re.fullmatch(r"GONGSHILAN\.EXAMPLE\.ORG/R/[0-9A-Z]{8}", slip)
    symbol = paper.locator(".qr").bounding_box()
    assert symbol
    assert symbol["width"] * 29 / 37 >= 30 * MILLIMETRE


def test_screens_show_no_slip(browser: Browser, served_sample: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_sample}tangxi/notices/2025-01-20-spring-festival/index.html")
    assert not page.locator(".slip").is_visible()
    page.close()
