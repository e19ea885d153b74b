"""The longest page of every type on every device, in every mode and language: axe, console, origin, still layout."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Self

import pytest
from playwright.sync_api import Page
from tests.pages.conftest import Opener
from tests.pages.modes import DEVICES, LANGUAGES, MODES
from tests.sample_site import ONCE, REPOSITORY, TYPES, longest

pytestmark = pytest.mark.browser

AXE = REPOSITORY / "tests" / "pages" / "node_modules" / "axe-core" / "axe.min.js"
MOST_SHIFT = 0.02

VIOLATIONS = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
}"""

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

SHIFTED = """() => new Promise((told) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => setTimeout(() => told(shift), 50));
})"""


@cache
def axe() -> str:
    assert AXE.is_file(), "axe-core is missing: `make pages` installs it"
    return AXE.read_text(encoding="utf-8")


class Watched:
    """Whatever a page complains of or fetches from elsewhere while it is watched."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.wrong: list[str] = []
        self.listeners: dict[str, Any] = {
            "console": lambda one: self.wrong.append(one.text) if one.type in ("error", "warning") else None,
            "pageerror": lambda one: self.wrong.append(str(one)),
            "request": lambda one: None if one.url.startswith(home) else self.wrong.append(one.url),
            "response": lambda one: self.wrong.append(f"{one.status} {one.url}") if one.status >= 400 else None,
        }

    def __enter__(self) -> Self:
        for event, listener in self.listeners.items():
            self.page.on(event, listener)  # type: ignore[call-overload]
        return self

    def __exit__(self, *_: object) -> None:
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)


SEEN = [
    (kind, device, mode, language)
    for kind, device, mode, language in product(TYPES, DEVICES, MODES, LANGUAGES)
    if not (LANGUAGES[language] and kind in ONCE)
]


@pytest.mark.parametrize("seen", SEEN, ids="-".join)
def test_nothing_is_wrong_with(
    seen: tuple[str, str, str, str], windows: Opener, built_sample: Path, served_sample: str
) -> None:
    kind, device, mode, language = seen
    page = windows(device, mode)
    page.goto("about:blank")  # or a fragment alone would not load the page anew
    with Watched(page, served_sample) as watched:
        address = longest(built_sample, LANGUAGES[language] + TYPES[kind])
        page.goto(f"{served_sample}{address}{MODES[mode].fragment}")
        shift = page.evaluate(SHIFTED)
        page.evaluate(axe())
        violations = page.evaluate(VIOLATIONS, MODES[mode].rules)
    assert violations == []
    assert watched.wrong == []
    assert shift <= MOST_SHIFT
    assert page.evaluate(WIDER) <= 0, "wider than the screen"
