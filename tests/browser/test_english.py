"""The English pages of the sample in a browser: from language to language, and searching."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def test_one_tap_leads_to_the_same_page_in_the_other_language(page: Page, served_sample: str) -> None:
    page.goto(f"{served_sample}tangxi/clock/index.html")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{served_sample}en/tangxi/clock/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Disclosure clock")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="中文").click()
    expect(page).to_have_url(f"{served_sample}tangxi/clock/index.html")


def test_the_search_speaks_english_and_leads_to_english_pages(page: Page, served_sample: str) -> None:
    page.goto(f"{served_sample}en/tangxi/search/index.html?q=水表")
    hits = page.locator(".search-results li a")
    expect(hits.first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile("^[0-9a-z ]*results?$"))
    hits.first.click()
    expect(page).to_have_url(re.compile(f"^{served_sample}en/tangxi/"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_translated_title_is_found_in_english(page: Page, served_sample: str) -> None:
    page.goto(f"{served_sample}en/tangxi/search/index.html?q=seals")
    expect(page.locator(".search-results li").first).to_contain_text("Use of the seals")
