"""Whatever stands on a page is found: strings cut from the sample's pages as Chromium shows them, never from the index."""

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opencc
import pytest
from playwright.sync_api import Browser, Page, Route

from noticeboard.records.kinds import BY_FOLDER
from noticeboard.site import search

pytestmark = pytest.mark.browser

COMMUNITIES = ("songtao", "tangxi", "yunting")
LEADS_ON = re.compile(rf"|(search|registers|building|clock/.+|({'|'.join(BY_FOLDER)})(/(year|page)/.+)?)/")
"""Pages that only list what other pages say: home, lists, the clock of a single estate."""

SHOWN = """async (paths) => {
  const shown = {};
  for (const path of paths) {
    const response = await fetch(path + "index.html");
    const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
    for (const one of main.querySelectorAll("details")) one.open = true;
    document.querySelector("main").replaceWith(main);
    shown[path] = main.innerText;
  }
  return shown;
}"""
"""The visible text of each page, laid out under the site's stylesheet."""

FOUND = """async (queries) => {
  const { open, loader, ask, holds, fold } = window.noticeboard;
  const board = await open(loader("../"));
  const folded = {};
  const textOf = (row) => folded[row[0]] || (folded[row[0]] = fold(row[3]));
  const answers = [];
  for (const query of queries) {
    const { ids, sure, terms } = await ask(board, query, loader("../../"));
    const rows = await Promise.all(ids.map(board.read));
    answers.push(rows.filter((row) => sure || holds(textOf(row), terms)).map((row) => row[0]));
  }
  return answers;
}"""


class Shown:
    """The pages of a community as they are read: path to lines, compared without regard to case and separators."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.lines = {path: [plain(line) for line in lines(text)] for path, text in texts.items()}

    def holding(self, query: str) -> set[str]:
        parts = plain(query).split()
        return {path for path, lines in self.lines.items() if all(any(p in line for line in lines) for p in parts)}


def lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\n\t]", text) if line.strip()]


def plain(text: str) -> str:
    return re.sub("(?<=[0-9]),(?=[0-9])", "", unicodedata.normalize("NFKC", text).lower())


@pytest.fixture(scope="module", params=COMMUNITIES)
def place(request: pytest.FixtureRequest, browser: Browser, built_sample: Path, served_sample: str) -> Iterator[Any]:
    """A community's slug, its open search page, and its pages as shown."""
    slug = request.param
    root = built_sample / slug
    paths = [f"{file.parent.relative_to(root).as_posix()}/" for file in sorted(root.rglob("index.html"))]
    paths = [path for path in paths if path != "./" and not LEADS_ON.fullmatch(path)]
    reader = browser.new_page(bypass_csp=True)
    reader.goto(f"{served_sample}{slug}/index.html")
    shown = Shown(reader.evaluate(SHOWN, paths))
    reader.close()
    page = browser.new_page()
    page.goto(f"{served_sample}{slug}/search/index.html")
    yield slug, page, shown
    page.close()


def cuttings(shown: Shown, count: int, chance: random.Random) -> list[str]:
    """Strings of one to four characters wherever they fall, from pages of every sort alike."""
    sorts: dict[str, list[str]] = {}
    for path in shown.texts:
        sorts.setdefault(path.split("/")[0], []).append(path)
    found: list[str] = []
    while len(found) < count:
        path = chance.choice(sorts[chance.choice(sorted(sorts))])
        line = chance.choice(lines(shown.texts[path]))
        start, size = chance.randrange(len(line)), chance.randint(1, 4)
        if re.search(r"\w", cut := line[start : start + size]):
            found.append(cut)
    return found


def amounts(shown: Shown, count: int, chance: random.Random) -> list[str]:
    """Amounts with separators and without, ledgers' among them."""
    found = re.findall(r"(?<![\d.,])\d[\d,]*\.\d\d(?!\d)", "\n".join(shown.texts.values()))
    return [one.replace(",", "") if chance.random() < 0.5 else one for one in chance.sample(found, count)]


def wrong(queries: list[str], answers: list[list[str]], shown: Shown) -> tuple[dict[str, list[str]], float]:
    """What was missed, and the mean share of right ones among what was found."""
    missed, shares = {}, []
    for query, answer in zip(queries, answers, strict=True):
        right = shown.holding(query)
        if right - set(answer):
            missed[query] = sorted(right - set(answer))[:3]
        shares.append(len(right & set(answer)) / len(answer) if answer else 1.0)
    return missed, sum(shares) / len(shares)


@pytest.fixture(params=["as built", "in shards"])
def searching(request: pytest.FixtureRequest, place: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """The search page over the files as built, and over the same text cut into shards whatever its size."""
    slug, page, _ = place
    if request.param == "in shards":
        if not whole(page):
            pytest.skip("as built it is in shards")
        monkeypatch.setattr(search, "FULL_TEXT_BYTES", 0)
        files = search.community_files(entries(page))
        page.route("**/search/*.js", lambda route: answer(route, files))
    page.reload()
    yield page
    page.unroute_all()


def whole(page: Page) -> list[Any]:
    """All rows of a board that is one file."""
    index = page.request.get(page.url.replace("index.html", "index.js")).text()
    return json.loads(index[index.index("{") : -2]).get("rows", [])  # type: ignore[no-any-return]


def entries(page: Page) -> list[search.Entry]:
    return [search.Entry(url, *text.split("\n", 1)[:1], date, kind, text) for url, date, kind, text in whole(page)]


def answer(route: Route, files: dict[str, bytes]) -> None:
    name = route.request.url.rpartition("/")[2]
    if name in files:
        route.fulfill(body=files[name], content_type="text/javascript")
    else:
        route.continue_()


def test_all_that_pages_show_is_found_and_little_else(place: Any, searching: Page) -> None:
    slug, _, shown = place
    chance = random.Random(slug)  # noqa: S311
    queries = cuttings(shown, 200, chance) + amounts(shown, 20, chance)
    missed, precision = wrong(queries, searching.evaluate(FOUND, queries), shown)
    assert missed == {}
    assert precision >= 0.95


def test_queries_in_traditional_characters_find_what_is_written_in_simplified_ones(place: Any, searching: Page) -> None:
    slug, _, shown = place
    chance = random.Random(slug)  # noqa: S311
    written = [opencc.OpenCC(name) for name in ("s2t", "s2tw", "s2hk")]
    simplified = [cut for cut in cuttings(shown, 400, chance) if re.fullmatch("[一-鿿]{2,4}", cut)]
    pairs = [(chance.choice(written).convert(cut), cut) for cut in simplified]
    pairs = [(query, cut) for query, cut in pairs if query != cut][:20]
    answers = searching.evaluate(FOUND, [query for query, _ in pairs])
    missed, precision = wrong([cut for _, cut in pairs], answers, shown)
    assert missed == {}
    assert precision >= 0.95
