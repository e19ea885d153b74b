"""The built sample behind a server, and a browser, once for the whole run."""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  as the base class names it
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page breaks its connections."""


@pytest.fixture(scope="session")
def served_sample(built_sample: Path) -> Iterator[str]:
    """The address of the built sample, with a slash at the end."""
    server = Server(("127.0.0.1", 0), partial(Silent, directory=str(built_sample)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without it these tests are skipped, or fail where NOTICEBOARD_BROWSER=required."""
    if CHROMIUM is None:
        missing = pytest.fail if os.environ.get("NOTICEBOARD_BROWSER") == "required" else pytest.skip
        missing("Chromium is missing: install it to see the pages tested")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()
