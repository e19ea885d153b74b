"""The longest page of every type of the sample, in Chromium on a narrow phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.sample_site import TYPES, longest

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}

SMALL_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim() && !parent.closest('svg, script')
        && parseFloat(getComputedStyle(parent).fontSize) < 16) small.push(walker.currentNode.textContent.trim());
  }
  return small;
}"""

LOW_TARGETS = """() => [...document.querySelectorAll('a, button, input, select, summary')].filter((one) => {
  const box = one.getBoundingClientRect();
  const inText = getComputedStyle(one).display === 'inline'
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  return box.width && box.height < 44 && !inText && !one.classList.contains('skip');
}).map((one) => one.outerHTML.slice(0, 120))"""

ORDER = """() => ({
  h1: document.querySelectorAll('h1').length,
  lang: document.documentElement.lang,
  landmarks: ['header', 'main', 'footer'].filter((one) => document.querySelectorAll('body > ' + one).length !== 1),
  unnamed: [...document.querySelectorAll('nav, [role=region]')].filter((one) => !one.getAttribute('aria-label')).length,
  skipped: [...document.querySelectorAll('h1, h2, h3, h4')].map((one) => +one.tagName[1])
    .filter((level, i, all) => i && level > all[i - 1] + 1).length,
  twice: [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, i, all) => all.indexOf(id) !== i),
  lost: [...document.querySelectorAll('[aria-labelledby]')]
    .flatMap((one) => one.getAttribute('aria-labelledby').split(' ')).filter((id) => !document.getElementById(id)),
  skip: !!document.querySelector(document.querySelector('a.skip').getAttribute('href')),
})"""

WELL_ORDERED = {
    "h1": 1, "lang": "zh-Hans", "landmarks": [], "unnamed": 0, "skipped": 0, "twice": [], "lost": [], "skip": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW, device_scale_factor=2)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture(params=TYPES)
def page(
    phone: BrowserContext, request: pytest.FixtureRequest, built_sample: Path, served_sample: str
) -> Iterator[Page]:
    """An open page; whatever the browser complained about, or fetched elsewhere, fails the test."""
    opened = phone.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda one: None if one.url.startswith(served_sample) else wrong.append(one.url))
    opened.on("response", lambda one: wrong.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    opened.goto(served_sample + longest(built_sample, TYPES[request.param]))
    yield opened
    opened.close()
    assert wrong == []


def test_a_narrow_phone_shows_every_page_in_order(page: Page) -> None:
    wide: dict[str, Any] = page.evaluate("() => ({page: document.documentElement.scrollWidth, screen: innerWidth})")
    assert wide["page"] <= wide["screen"]
    assert page.evaluate(SMALL_TEXT) == []
    assert page.evaluate(LOW_TARGETS) == []
    assert page.evaluate(ORDER) == WELL_ORDERED


@pytest.mark.parametrize("kind", TYPES)
def test_pages_are_useful_without_script(kind: str, browser: Browser, built_sample: Path, served_sample: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(served_sample + longest(built_sample, TYPES[kind]))
    assert len(page.inner_text("main")) > 40
    assert page.locator("main a:visible, main p:visible").count() > 1
    context.close()


def test_pages_open_from_a_folder_as_they_do_from_a_server(browser: Browser, built_sample: Path) -> None:
    page = browser.new_page(viewport=NARROW)  # type: ignore[arg-type]
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((built_sample / longest(built_sample, TYPES["statement"])).as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.click("nav.kinds a")
    assert page.locator("h1").count() == 1
    assert wrong == []
    page.close()
