"""Large print: by the address alone, and kept where scripts run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.sample_site import TYPES, longest

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 720}
LEAST_TEXT, MOST_TEXT, LEAST_TARGET = 18, 30, 60

MAIN_TEXT = "parseFloat(getComputedStyle(document.body).fontSize)"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('svg, script, .skip, .slip, .paper') && one.getClientRects().length
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
TIGHTEST = """() => Math.min(...[...document.querySelectorAll('main p, main li, main dd')]
  .map((one) => parseFloat(getComputedStyle(one).lineHeight) / parseFloat(getComputedStyle(one).fontSize)))"""
LOW_TARGETS = """(least) => [...document.querySelectorAll('a, button, input, select, summary')].filter((one) => {
  const box = one.getBoundingClientRect();
  const inText = getComputedStyle(one).display === 'inline'
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  return box.width && box.height < least && !inText && !one.classList.contains('skip');
}).map((one) => one.outerHTML.slice(0, 120))"""
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.mark.parametrize("kind", ["community", "statement", "resolution", "clock", "responsibilities"])
def test_the_address_alone_makes_print_large(
    kind: str, without_script: BrowserContext, built_sample: Path, served_sample: str
) -> None:
    page = without_script.new_page()
    page.goto(f"{served_sample}{longest(built_sample, TYPES[kind])}#elder")
    assert page.evaluate(SMALLEST) >= LEAST_TEXT
    assert 1.3 * LEAST_TEXT <= page.evaluate(MAIN_TEXT) <= MOST_TEXT
    assert page.evaluate(TIGHTEST) >= 1.3
    assert page.evaluate(LOW_TARGETS, LEAST_TARGET) == []
    assert page.evaluate(WIDER) <= 0


def test_a_script_keeps_it_until_it_is_ended(browser: Browser, served_sample: str) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{served_sample}index.html")
    usual = page.evaluate(MAIN_TEXT)
    page.click("a.larger")
    assert page.evaluate(MAIN_TEXT) > usual
    page.click("main h3 a")
    assert page.url.endswith("#elder"), "an address that is passed on asks for large print too"
    page.goto(f"{served_sample}search/index.html")
    assert page.evaluate("document.documentElement.className") == "elder"
    page.click("a.usual")
    page.goto(f"{served_sample}index.html")
    assert page.evaluate(MAIN_TEXT) == usual
    context.close()
