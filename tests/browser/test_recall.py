"""Whatever stands on a page is found: strings are cut from the sample's pages as Chromium shows them."""

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest
from playwright.sync_api import Browser, Route

from noticeboard.records.kinds import BY_FOLDER
from noticeboard.site import search, visible
from noticeboard.site.search import Entry

pytestmark = pytest.mark.browser

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


class Place:
    """A community of the sample: its pages as shown, and its search page."""

    def __init__(self, slug: str, browser: Browser, built: Path, served: str) -> None:
        self.root = built / slug
        self.chance = random.Random(slug)  # noqa: S311
        paths = [f"{file.parent.relative_to(self.root).as_posix()}/" for file in sorted(self.root.rglob("index.html"))]
        paths = [path for path in paths if path != "./" and not LEADS_ON.fullmatch(path)]
        reader = browser.new_page(bypass_csp=True)
        reader.goto(f"{served}{slug}/index.html")
        self.shown = Shown(reader.evaluate(SHOWN, paths))
        reader.close()
        self.page = browser.new_page()
        self.address = f"{served}{slug}/search/index.html"

    def in_shards(self) -> dict[str, bytes]:
        """Its search files as those of a large board."""
        files = {path: (self.root / path / "index.html").read_text(encoding="utf-8") for path in self.shown.texts}
        entries = [Entry(path, visible.title(html), "", "page", visible.text(html)) for path, html in files.items()]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "FULL_TEXT_BYTES", 0)
            return search.community_files(entries)


@pytest.fixture(scope="module", params=["songtao", "tangxi", "yunting", "songtao in shards"])
def place(request: pytest.FixtureRequest, browser: Browser, built_sample: Path, served_sample: str) -> Iterator[Place]:
    """Communities as built, and one cut into shards whatever its size."""
    slug, _, sharded = request.param.partition(" ")
    found = Place(slug, browser, built_sample, served_sample)
    if sharded:
        files = found.in_shards()
        found.page.route(f"**/{slug}/search/*.js", lambda route: route.fulfill(body=files[name_of(route)]))
    found.page.goto(found.address)
    yield found
    found.page.close()


def name_of(route: Route) -> str:
    return route.request.url.rpartition("/")[2]


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


def test_all_that_pages_show_is_found_and_little_else(place: Place) -> None:
    queries = cuttings(place.shown, 200, place.chance) + amounts(place.shown, 20, place.chance)
    missed, precision = wrong(queries, place.page.evaluate(FOUND, queries), place.shown)
    assert missed == {}
    assert precision >= 0.95


def test_queries_in_traditional_characters_find_what_is_written_in_simplified_ones(place: Place) -> None:
    written = [opencc.OpenCC(name) for name in ("s2t", "s2tw", "s2hk")]
    simplified = [cut for cut in cuttings(place.shown, 500, place.chance) if re.fullmatch("[一-鿿]{2,4}", cut)]
    pairs = [(place.chance.choice(written).convert(cut), cut) for cut in simplified]
    pairs = [(query, cut) for query, cut in pairs if query != cut][:20]
    answers = place.page.evaluate(FOUND, [query for query, _ in pairs])
    missed, precision = wrong([cut for _, cut in pairs], answers, place.shown)
    assert len(pairs) == 20
    assert missed == {}
    assert precision >= 0.95
