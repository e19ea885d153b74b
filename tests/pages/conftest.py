"""The built sample, a browser, and one window of it per mode, kept open for the whole run."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import browser, served_sample  # noqa: F401  fixtures
from tests.pages.modes import DEVICES, MODES

Opener = Callable[[str, str], Page]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Opener]:  # noqa: F811  the fixture above
    """An empty page for a device and a mode; the next call for the same two ends it."""
    opened: dict[tuple[str, str], Page] = {}

    def window(device: str, mode: str) -> Page:
        if (device, mode) not in opened:
            context = browser.new_context(**DEVICES[device], **MODES[mode].context)
            opened[device, mode] = context.new_page()
        return opened[device, mode]

    yield window
    for page in opened.values():
        page.context.close()
