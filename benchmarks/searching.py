"""python -m benchmarks.searching: what a first search costs on a slow phone network."""

import argparse
import gzip
import json
import random
import re
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from benchmarks import dataset
from benchmarks.measure import run
from benchmarks.sizes import SIZES, Size
from noticeboard.site import visible

BUILD = Path("build/bench")
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it
LARGE = Size("one of 1,200", 1, 1200)
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
"""150 ms for every request and 1.6 Mbit/s."""

EVERYDAY = ("电梯", "停水", "维修资金", "物业费", "屋面漏水", "公共收益", "业委会", "3号楼", "維修資金", "12月")
MOST = {"median bytes": 130_000, "95th bytes": 450_000, "median seconds": 1.0}

TIMED = """
addEventListener("submit", () => { window.asked = performance.now(); }, true);
new MutationObserver(() => {
  const status = document.querySelector("#search [role=status]");
  if (!window.seen && status && /\\d|没有/.test(status.textContent)) window.seen = performance.now();
}).observe(document, { childList: true, subtree: true, characterData: true });
"""
"""Notes when the query was sent, and when the count of results is said, which is with the first of them."""


class Scene(NamedTuple):
    """Search pages, each with queries; the page's folder and the query by turns."""

    name: str
    asked: Sequence[tuple[str, str]]


class Cost(NamedTuple):
    """One first search: bytes and requests of all that was fetched, the page included, and seconds until it stood
    there, and from the query sent to the first results."""

    size: int
    requests: int
    opened: float
    answered: float


def main() -> int:
    """0 when every scene kept its bounds."""
    count = _options().queries
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        sites = {size.name: _site(size, Path(folder) / str(number)) for number, size in enumerate((SIZES["M"], LARGE))}
        found = [result for name, site in sites.items() for result in _measured(site, _scenes(name, site, count))]
    (BUILD / "search.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for line in _table(found):
        print(line)
    return 0 if all(one["met"] for one in found) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.searching", description=__doc__)
    parser.add_argument("--queries", type=int, default=40, help="first searches of each scene")
    return parser.parse_args()


def _site(size: Size, folder: Path) -> Path:
    """A set built into `folder`; the path of the site."""
    print(f"building {size.communities} × {size.records} records …", file=sys.stderr)
    folder.mkdir()
    dataset.write(dataset.make(size), folder)
    build = [sys.executable, "-m", "noticeboard", "site", "--data", str(folder / "data")]
    run([*build, "--output", str(folder / "site"), "--today", dataset.TODAY], Path.cwd())
    return folder / "site"


# queries


def _scenes(name: str, site: Path, count: int) -> list[Scene]:
    chance = random.Random(name)
    slugs = sorted(path.parent.parent.name for path in site.glob("*/search/index.js"))
    boards = [(slug, chance.choice(_texts(site / slug))) for slug in chance.choices(slugs, k=count)]
    scenes = [Scene(f"a community, {name}", [(f"{slug}/search/", _query(text, chance)) for slug, text in boards])]
    if len(slugs) > 1:
        rows = [row for slug in slugs for row in _titles(site / slug)]
        scenes.append(Scene(f"the portal, {name}", [("search/", _query(chance.choice(rows), chance)) for _ in boards]))
    return scenes


def _texts(board: Path) -> list[str]:
    """The text of some records' pages."""
    files = sorted(board.glob("*s/*/index.html"))[::7]
    return [visible.text(file.read_text(encoding="utf-8")) for file in files]


def _titles(board: Path) -> list[str]:
    lists = [json.loads(file.read_bytes()) for file in sorted(board.glob("*/index.json"))]
    return [f"{one['title']}\n{one['summary']}" for found in lists for one in found.get("records", ())]


def _query(text: str, chance: random.Random) -> str:
    """Half are cut wherever they fall, one to four characters; the others are words, or amounts on the page."""
    amounts = re.findall(r"\d[\d,]*\.\d\d", text)
    sort = chance.random()
    if sort < 0.25:
        return chance.choice(EVERYDAY)
    if sort < 0.5 and amounts:
        return str(chance.choice(amounts)).replace(",", "")
    cuts = [text[start : start + chance.randint(1, 4)].strip() for start in range(len(text))]
    return chance.choice([cut for cut in cuts if re.search(r"\w", cut) and "\n" not in cut])


# measuring


class Compressed(SimpleHTTPRequestHandler):
    """Serves texts as any server does, compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        content = gzip.compress(path.read_bytes(), 6) if path.is_file() else b""
        self.send_response(200 if content else 404)
        kind = self.guess_type(path.name)
        sent = {"Content-Type": kind, "Content-Encoding": "gzip", "Content-Length": len(content)}
        for name, value in sent.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _measured(site: Path, scenes: Sequence[Scene]) -> list[dict[str, Any]]:
    with _served(site) as address, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        return [_summed(one.name, [_first_search(browser, address, *asked) for asked in one.asked]) for one in scenes]


def _first_search(browser: Browser, address: str, folder: str, query: str) -> Cost:
    """Opens a search page in a browser that has fetched nothing before, types and sends the query."""
    print(".", end="", file=sys.stderr, flush=True)
    page = browser.new_page()
    page.add_init_script(TIMED)
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(f"{address}{folder}index.html")
    opened = page.evaluate("performance.now()")
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text=re.compile(r"\d|没有")).wait_for(timeout=60_000)
    cost = Cost(sum(sizes), len(sizes), opened / 1000, page.evaluate("seen - asked") / 1000)
    page.close()
    return cost


def _summed(name: str, costs: Sequence[Cost]) -> dict[str, Any]:
    sizes, seconds = sorted(cost.size for cost in costs), sorted(cost.answered for cost in costs)
    found = {
        "median bytes": statistics.median(sizes), "95th bytes": _percentile(sizes), "most bytes": sizes[-1],
        "requests": statistics.median(cost.requests for cost in costs),
        "median seconds": statistics.median(seconds), "95th seconds": _percentile(seconds),
        "page seconds": statistics.median(cost.opened for cost in costs),
    }  # fmt: skip
    return {
        "scene": name,
        "searches": len(costs),
        **found,
        "met": all(found[key] <= most for key, most in MOST.items()),
    }


def _percentile(ordered: Sequence[float]) -> float:
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def _table(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"\n{'':<28}{'kB, median':>11}{'95th':>7}{'most':>7}{'requests':>10}{'page s':>8}{'answer s':>10}{'95th':>7}"
    for one in found:
        sizes = "{:>11.0f}{:>7.0f}{:>7.0f}".format(*(one[f"{key} bytes"] / 1000 for key in ("median", "95th", "most")))
        times = f"{one['page seconds']:>8.2f}{one['median seconds']:>10.2f}{one['95th seconds']:>7.2f}"
        yield f"{one['scene']:<28}{sizes}{one['requests']:>10.0f}{times}{'' if one['met'] else '  NOT MET'}"


if __name__ == "__main__":
    sys.exit(main())
