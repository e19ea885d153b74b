"""The search page in Chromium: under the site's policy, from local files and from a server."""

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.search_boards import board
from tests.site.workshop import Workshop

from noticeboard.site import entries, translate
from noticeboard.site.assets import Assets
from noticeboard.site.folding import fold
from noticeboard.site.search import Entry, community_files, portal_files
from noticeboard.site.summary import Row

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
T = translate.translators(REPOSITORY / "theme", ())[0]
LABELS = entries.labels(T)
WORDS = {key.removeprefix("search_"): word for key, word in T.catalogue.items()} | {"all": T("search_all_of")}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    "base-uri 'none'; form-action 'self'; object-src 'none'; require-trusted-types-for 'script'"
)
PAGE = f"""<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>搜索</title><script src="../finding.js" defer></script><script src="../search.js" defer></script></head>
<body><main><div id="search" data-root="../" data-pages="../" data-portal="../"
data-labels="{escape(json.dumps(LABELS))}" data-words="{escape(json.dumps(WORDS))}">
<form role="search" method="get"><label>搜索 <input type="search" name="q"></label><button>搜</button></form>
<div data-browse><a href="../notices/index.html">通知公告</a></div></div></main></body></html>"""

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on any error, refusal by the policy, or dialog."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    yield page
    page.close()
    assert wrong == []


class Site:
    """A folder with a search page, and the entries that it searches."""

    def __init__(self, folder: Path, entries: list[Entry]) -> None:
        self.folder = folder
        self.entries = sorted(entries, key=lambda one: (one.date, one.url), reverse=True)
        self.texts = [fold(one.text) for one in self.entries]
        write(folder, community_files(entries))

    def holding(self, term: str) -> list[Entry]:
        """The records that hold a term, newest first."""
        return [one for one, text in zip(self.entries, self.texts, strict=True) if fold(term) in text]

    def truth(self, term: str) -> list[str]:
        return [one.url for one in self.holding(term)]


def write(folder: Path, files: dict[str, bytes]) -> None:
    """A search page with its files below `folder`, and the script as it is served."""

    class Beside:
        def write(self, path: str, content: bytes) -> None:
            if path.startswith(("theme/js/finding.", "theme/js/search.")):
                (folder / re.sub(r"theme/js/(\w+)\..*", r"\1.js", path)).write_bytes(content)

    (folder / "search").mkdir()
    (folder / "favicon.ico").touch()
    shared = portal_files([])["traditional.js"]
    for path, content in {"traditional.js": shared, **files, "index.html": PAGE.encode()}.items():
        (folder / "search" / path).write_bytes(content)
    Assets(REPOSITORY / "theme").write(Beside())  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=[90, 400])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    hostile = Entry(
        "notices/hostile/",
        HOSTILE,
        "2025-05-05",
        "notice",
        f"{HOSTILE}\n{HOSTILE}恶意文字，独一无二",
    )
    return Site(tmp_path_factory.mktemp("site"), [*board(request.param), hostile])


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  as the base class names it
        pass


@pytest.fixture(scope="module")
def server(site: Site) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=site.folder))
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, site: Site) -> str:
    root: str = f"{site.folder.as_uri()}/" if request.param == "file" else request.getfixturevalue("server")
    return f"{root}search/index.html"


def ask(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("button", name="搜").click()


def links(page: Page) -> list[str]:
    """The addresses of the results, relative to the community's folder."""
    found: list[str] = page.locator("#search ol a").evaluate_all("all => all.map(one => one.href)")
    return [re.sub(r"^.*?/((?:notices|meetings|resolutions|finances)/.*)index\.html$", r"\1", one) for one in found]


def status(page: Page) -> Any:
    return page.get_by_role("status")


def test_results_are_the_newest_records_that_hold_the_words(page: Page, address: str, site: Site) -> None:
    page.goto(address)
    ask(page, "维修资金")
    right = site.truth("维修资金")
    expect(page.locator("#search li")).to_have_count(min(20, len(right)))
    assert links(page) == right[:20]
    expect(status(page)).to_have_text(re.compile(rf"^(?:约 )?{len(right)} 条$"))
    assert status(page).get_attribute("aria-live") == "polite"
    expect(page.locator("[data-browse]")).to_be_hidden()


def test_a_result_shows_title_date_kind_and_the_sentence_with_the_match(page: Page, address: str, site: Site) -> None:
    one = site.entries[40]
    amount = re.findall(r"[\d,]{7,}\.\d\d", one.text)[0]
    page.goto(address)
    ask(page, amount.replace(",", ""))
    first = page.locator("#search li").filter(has=page.locator(f"a[href$='{one.url}index.html']"))
    expect(first.locator("a")).to_have_text(one.title)
    expect(first.locator("time")).to_have_attribute("datetime", one.date)
    expect(first.locator(".meta span").first).to_have_text(LABELS[one.kind])
    expect(first.locator("p mark").first).to_have_text(amount)
    sentence = first.locator("p").first.inner_text().strip("…")
    assert sentence in one.text
    assert len(sentence) < 130


def test_a_rare_string_is_counted_exactly(page: Page, address: str, site: Site) -> None:
    code = re.findall(r"GS-\d+-\d+", site.entries[7].text)[0]
    page.goto(address)
    ask(page, code)
    expect(status(page)).to_have_text(f"{len(site.truth(code))} 条")
    assert links(page) == site.truth(code)


def test_names_with_rare_characters_are_found(page: Page, address: str, site: Site) -> None:
    page.goto(address)
    ask(page, "𬭎工")
    expect(page.locator("#search li p mark").first).to_have_text("𬭎工")
    assert links(page) == site.truth("𬭎工")[:20]


def test_kinds_and_years_narrow_the_results(page: Page, address: str, site: Site) -> None:
    right = site.holding("电梯")
    page.goto(address)
    ask(page, "电梯")
    kinds, years = page.get_by_label("类别"), page.get_by_label("年份")
    meetings = [one for one in right if one.kind == "meeting"]
    kinds.select_option(label=f"会议 {len(meetings)}")
    expect(status(page)).to_have_text(f"{len(meetings)} 条")
    assert links(page) == [one.url for one in meetings][:20]
    year = meetings[-1].date[:4]
    both = [one.url for one in meetings if one.date[:4] == year]
    years.select_option(label=f"{year} {len(both)}")
    expect(status(page)).to_have_text(f"{len(both)} 条")
    assert links(page) == both
    kinds.select_option(label="全部类别")
    expect(status(page)).to_have_text(f"{sum(one.date[:4] == year for one in right)} 条")


def test_more_results_come_on_demand_and_the_focus_goes_to_them(page: Page, address: str, site: Site) -> None:
    right = site.truth("电梯")
    page.goto(address)
    ask(page, "电梯")
    more = page.get_by_role("button", name="再看一些")
    for shown in range(20, len(right), 20):
        expect(page.locator("#search li")).to_have_count(shown)
        more.click()
        expect(page.locator("#search li")).to_have_count(min(shown + 20, len(right)))
        expect(page.locator("#search li > a").nth(shown)).to_be_focused()
    assert links(page) == right
    expect(more).to_be_hidden()


def test_nothing_found_is_said_and_the_lists_come_back(page: Page, address: str, site: Site) -> None:
    page.goto(address)
    ask(page, "电梯")
    expect(page.locator("[data-browse]")).to_be_hidden()
    ask(page, "绝无此词")
    expect(status(page)).to_contain_text("没有找到“绝无此词”")
    expect(page.locator("#search li")).to_have_count(0)
    expect(page.locator("[data-browse]")).to_be_visible()
    ask(page, "")
    expect(status(page)).to_have_text("")
    expect(page.locator("[data-browse]")).to_be_visible()


def test_the_address_carries_the_query(page: Page, address: str, site: Site) -> None:
    page.goto(f"{address}?q=%E7%94%B5%E6%A2%AF&x=1")
    expect(page.get_by_role("searchbox")).to_have_value("电梯")
    expect(page.locator("#search li").first).to_be_visible()
    ask(page, "停水 & 100%")
    expect(status(page)).not_to_have_text("")
    if address.startswith("http"):
        assert page.evaluate("new URLSearchParams(location.search).get('q')") == "停水 & 100%"
        page.reload()
        expect(page.get_by_role("searchbox")).to_have_value("停水 & 100%")


def test_text_stays_text(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "恶意文字")
    expect(page.locator("#search li > a")).to_have_text(HOSTILE)
    assert page.locator("#search img, #search script").count() == 0


def test_a_file_that_does_not_load_is_said_and_tried_again(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.route("**/search/index.js", lambda route: route.abort())
    page.goto(f"{server}search/index.html")
    ask(page, "电梯")
    expect(status(page)).to_contain_text("没有加载成功")
    page.unroute("**/search/index.js")
    ask(page, "电梯")
    expect(page.locator("#search li").first).to_be_visible()
    page.close()


def test_nothing_is_fetched_before_someone_searches(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}search/index.html")
    assert [url.removeprefix(server) for url in asked if "favicon" not in url] == [
        "search/index.html",
        "finding.js",
        "search.js",
    ]


def test_the_page_is_of_use_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-browse]")).to_be_visible()
    context.close()


def test_the_portal_leads_to_a_communitys_record(page: Page, tmp_path: Path) -> None:
    row = Row(
        url="notices/a/",
        title="停水通知",
        summary="明天停水。",
        date="2026-04-02",
        published="2026-04-02",
        kind="notice",
        publisher="某机构",
    )
    write(tmp_path, portal_files([("elm", "榆树社区", [row]), ("oak", "橡树社区", [row])]))
    page.goto(f"{tmp_path.as_uri()}/search/index.html")
    ask(page, "停水")
    expect(page.locator("#search li .meta")).to_have_text(
        [re.compile("通知公告.*橡树社区"), re.compile("通知公告.*榆树社区")]
    )
    expect(page.locator("#search li > a").first).to_have_attribute("href", "../oak/notices/a/index.html")
    page.get_by_label("社区").select_option(label="橡树社区 1")
    expect(page.locator("#search li > a")).to_have_attribute("href", "../oak/notices/a/index.html")
    within = page.locator("#search li .meta a")
    assert unquote(str(within.get_attribute("href"))) == "../oak/search/index.html?q=停水"


@pytest.mark.parametrize(
    ("path", "result"), [("elm/search/", "notices/2026-03-01-water/"), ("search/", "elm/notices/2026-03-01-water/")]
)
def test_the_themes_search_pages_keep_to_what_the_script_needs(
    page: Page, tmp_path: Path, path: str, result: str
) -> None:
    workshop = Workshop(tmp_path / "workshop")
    workshop.build()
    output = workshop.root / "output"
    page.goto(f"{(output / path).as_uri()}/index.html")
    expect(page.locator("[data-browse]")).to_be_visible()
    ask(page, "停水")
    link = page.locator(f"#search li a[href$='../{result}index.html']")
    expect(link).to_be_visible()
    expect(link.locator("xpath=..").locator(".meta")).to_contain_text("通知公告")
    expect(page.get_by_role("button", name="再看一些")).to_be_hidden()
    expect(page.locator("[data-browse]")).to_be_hidden()
    link.click()
    assert Path(unquote(urlsplit(page.url).path)) == (output / path / ".." / result / "index.html").resolve()


def test_the_address_carries_what_was_chosen(page: Page, address: str, site: Site) -> None:
    meetings = [one.url for one in site.holding("电梯") if one.kind == "meeting"]
    page.goto(f"{address}?q=电梯&kind=meeting")
    expect(status(page)).to_have_text(f"{len(meetings)} 条")
    assert links(page) == meetings[:20]
    expect(page.get_by_label("类别")).to_have_value("meeting")
    page.get_by_label("类别").select_option("")
    if address.startswith("http"):
        assert page.evaluate("location.search") == "?q=%E7%94%B5%E6%A2%AF"


def test_two_words_apart_are_both_shown(page: Page, tmp_path: Path) -> None:
    text = "停水通知\n居委会说明\n八点起停水\n有事请找业委会"
    write(
        tmp_path,
        community_files([Entry("notices/a/", "停水通知", "2026-04-02", "notice", text, states=("withdrawn",))]),
    )
    page.goto(f"{tmp_path.as_uri()}/search/index.html?q=居委会 业主委员会")
    expect(page.locator("#search li > p mark")).to_have_text(["居委会", "业委会"])
    expect(page.locator("#search li.gone .mark")).to_have_text("已撤回")
    expect(page.get_by_text("也找了“居民委员会”“业委会”")).to_be_visible()
