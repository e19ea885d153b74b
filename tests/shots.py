"""`make shots`: the sample's main pages photographed into build/shots, on a phone, a narrow phone and a desk."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.sample_site import REPOSITORY, TYPES, build, longest

SHOTS = REPOSITORY / "build" / "shots"
WIDTHS = (390, 1280, 320)
HEIGHT = 844


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("需要 Chromium：apt install chromium", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    build(SHOTS / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in _shots(browser, SHOTS / "site"):
            print(shot.relative_to(REPOSITORY))
        browser.close()
    return 0


def _shots(browser: Browser, site: Path) -> Iterator[Path]:
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": HEIGHT})
        for name, pattern in TYPES.items():
            page.goto((site / longest(site, pattern)).as_uri())
            shot = SHOTS / f"{name}-{width}.png"
            page.screenshot(path=shot, full_page=True)
            yield shot
        page.close()


if __name__ == "__main__":
    sys.exit(main())
