"""The check in the reader's own browser says what the stand-alone verifier says."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.test_hostile import Silent
from tests.publishing.conftest import DAY, Repository

from noticeboard.history import log
from noticeboard.publishing.publish import Published, publish

pytestmark = pytest.mark.browser

CORRECTED, ERASED = "elm/notices/2026-03-01-water", "elm/notices/2026-04-10-script"


@pytest.fixture(scope="module")
def publications(tmp_path_factory: pytest.TempPathFactory) -> tuple[Published, Published]:
    """The first one, and one that corrected a record and erased another."""
    folder = tmp_path_factory.mktemp("log")
    repository = Repository(folder / "repository")
    first = publish(repository.root, folder / "board", "HEAD", DAY)
    repository.retitle("水箱清洗改期")
    repository.erase(ERASED.removeprefix("elm/"))
    repository.commit("corrected and erased")
    return first, publish(repository.root, folder / "board", "HEAD", DAY)


@pytest.fixture(scope="module")
def address(publications: tuple[Published, Published]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(publications[1].release / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/log/index.html"
    server.shutdown()
    server.server_close()


def test_it_checks_log_record_and_paper(
    browser: Browser, address: str, publications: tuple[Published, Published]
) -> None:
    first, second = publications
    page = browser.new_page()
    verdict = page.locator("#verdict")
    page.goto(f"{address}#{CORRECTED}")
    expect(verdict).to_contain_text(f"日志完整，共 {second.checkpoint.size} 条")
    expect(verdict).to_contain_text("第 2 版与日志一致")
    page.fill("#paper-size", str(first.checkpoint.size))
    page.fill("#paper-code", log.code(first.checkpoint.root).lower())
    page.click("#paper button")
    expect(verdict).to_contain_text("打印件与日志一致")
    page.fill("#paper-size", str(first.checkpoint.size - 1))
    page.click("#paper button")
    expect(verdict).to_contain_text("打印件与现在的日志不一致")
    page.close()


def test_it_tells_what_was_erased_and_what_was_changed(
    browser: Browser, address: str, publications: tuple[Published, Published]
) -> None:
    page = browser.new_page()
    page.goto(f"{address}#{ERASED}")
    expect(page.locator("#verdict")).to_contain_text("已经清除")
    version = Path(publications[1].release / "site" / CORRECTED / "versions/2.json")
    sound = version.read_bytes()
    version.write_bytes(sound.replace("改期".encode(), "取消".encode()))
    page.goto(f"{address}#elm/bodies")
    expect(page.locator("#verdict")).to_contain_text("第 1 版与日志一致")
    page.goto(f"{address}#{CORRECTED}")
    expect(page.locator("#verdict")).to_contain_text("这条记录与日志不一致")
    version.write_bytes(sound)
    page.close()


def test_what_is_printed_from_the_browser_names_the_log(
    browser: Browser, address: str, publications: tuple[Published, Published]
) -> None:
    point = publications[1].checkpoint
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{address.removesuffix('log/index.html')}{CORRECTED}/index.html")
    expect(page.locator("#paper-log")).to_have_text(f"日志 {point.size} 条，日志核验码 {log.code(point.root)}")
    expect(page.locator("#paper-log")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator("#paper-log")).to_be_hidden()
    page.close()


def test_without_script_the_sheet_has_the_record_s_code(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{address.removesuffix('log/index.html')}{CORRECTED}/index.html")
    expect(page.locator("footer .paper > .code")).to_have_text(re.compile("^([0-9A-Z]{5}-){5}[0-9A-Z]$"))
    expect(page.locator("#paper-log")).to_have_text("")
    context.close()
