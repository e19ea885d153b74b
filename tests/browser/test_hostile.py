"""A community whose every text would be a program: nothing runs, nothing leaves, with the policy and without it."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.conftest import Tell
from tests.corpus.markup import VECTORS
from tests.corpus.spoilt import spoil
from tests.site.workshop import Workshop

pytestmark = pytest.mark.browser

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCH = """
window.ran = [];
for (const name of ['alert', 'msgbox', 'print', 'confirm', 'prompt']) window[name] = () => window.ran.push(name);
"""
MARKUP = """() => [...document.querySelectorAll('*')].filter((one) =>
  [...one.attributes].some((attribute) => /^on/i.test(attribute.name) || attribute.name === 'style'
    || (['href', 'src', 'action', 'data', 'formaction', 'xlink:href', 'srcset'].includes(attribute.name)
        && (/^[\\s\\x00-\\x20]*(javascript|data|vbscript|file):/i.test(attribute.value)
            || /^[\\s]*[\\/\\\\]{2}/.test(attribute.value))))
  || ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FRAME', 'VIDEO', 'AUDIO', 'MATH', 'STYLE'].includes(one.tagName)
  || (one.tagName === 'SCRIPT' && !one.src && (one.type !== 'application/ld+json'
    || one.textContent.includes('<') || typeof JSON.parse(one.textContent) !== 'object'))
).map((one) => one.outerHTML.slice(0, 200))"""


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  as the base class names it
        pass


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a site with the spoilt community; its copy without the policy lies beside it."""
    workshop = Workshop(tmp_path_factory.mktemp("hostile") / "workshop")
    assert spoil(workshop.data, "elm", "provider") > len(VECTORS)
    workshop.build()
    site = workshop.root / "output"
    bare = workshop.root / "bare"
    for name, content in workshop.files().items():
        path = bare / name
        path.parent.mkdir(parents=True, exist_ok=True)
        without, removed = POLICY.subn(b"", content)
        assert removed == name.endswith(".html"), name
        path.write_bytes(without)
    return site


@pytest.fixture(params=["output", "bare"], ids=["with the policy", "without the policy"])
def served(built: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    folder = built.parent / request.param
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_no_text_of_a_record_runs_or_fetches_anything(browser: Browser, served: tuple[Path, str], figure: Tell) -> None:
    folder, address = served
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda one: None if one.url.startswith(address) else wrong.append(f"fetched {one.url}"))
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    context.on("page", lambda other: wrong.append(f"opened {other.url}"))
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    searches = [f"{path}?q={word}" for path in paths if "search/" in path for word in ("alert", "script", "%3Cimg")]
    assert len(paths) > len(VECTORS)
    for path in [*paths, *searches]:
        page.goto(address + path)
        wrong += [f"{path} ran {one}" for one in page.evaluate("window.ran")]
        wrong += [f"{path} has {one}" for one in page.evaluate(MARKUP)]
    context.close()
    assert wrong == []
    figure(f"{len(VECTORS)} hostile texts on {len(paths)} pages: 0 scripts ran, 0 requests elsewhere")
