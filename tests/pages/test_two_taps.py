"""What a neighbour wants to know who has scanned the code at the door of a building, in at most two taps."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.pages.modes import DEVICES

pytestmark = pytest.mark.browser

COMMUNITY, ESTATE, BUILDING = "yunting", "gongyu", "gy-1"
LIFT = "电梯困人"


@pytest.fixture
def door(browser: Browser, built_sample: Path, served_sample: str) -> Iterator[Page]:
    """A phone with the page that the code of a building leads to."""
    mark = f'<link rel="canonical" href="https://gongshilan.example.org/{COMMUNITY}/building/{BUILDING}/">'
    (code,) = (one.parent.name for one in built_sample.glob("R/*/index.html") if mark in one.read_text("utf-8"))
    page = browser.new_page(**DEVICES["phone"], has_touch=True)
    page.goto(f"{served_sample}R/{code}/index.html")
    yield page
    page.close()


def tap(page: Page, address: str) -> None:
    """Touch the first visible link to an address below the community's root."""
    page.locator(f'a[href$="{address}index.html"]:visible').first.tap()
    page.wait_for_url(f"**/{COMMUNITY}/{address}index.html")


def exported(site: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / COMMUNITY / path / "index.json").read_text("utf-8"))
    return found


def test_the_newest_notice(door: Page, built_sample: Path) -> None:
    newest = exported(built_sample, "notices")["records"][0]
    tap(door, "notices/")
    tap(door, newest["url"])
    assert door.inner_text("h1") == newest["title"]


def test_the_common_income_of_the_latest_period(door: Page, built_sample: Path) -> None:
    statements = [exported(built_sample, row["url"])["record"] for row in exported(built_sample, "finances")["records"]]
    ours = [one for one in statements if (one["fund"], one["estate"]) == ("common-income", ESTATE)]
    latest = max(ours, key=lambda one: str(one["period"]["until"]))
    tap(door, "finances/")
    tap(door, f"{latest['id']}/")
    assert f"{float(latest['income']):,.2f}" in door.inner_text("main")


def test_who_repairs_the_lift(door: Page) -> None:
    tap(door, "responsibilities/")
    (who,) = door.locator("main li", has=door.locator("h2", has_text=LIFT)).all()
    assert who.locator("a[href^='tel:']").is_visible()
