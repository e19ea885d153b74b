"""Pages in a second language, beside the first."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from noticeboard import aliases
from noticeboard.site import english, wordings
from noticeboard.site.translate import MissingWordsError
from tests.site.workshop import Workshop

HAN = re.compile("[\u3007\u3400-\u9fff]")
FULL_WIDTH = re.compile("[\u3000-\u303f\uff00-\uffef]")
VOID = {"meta", "link", "br", "img", "input", "hr"}
ENGLISH = "languages: [en]\ntranslations:\n  en: {title: Small Board, publisher: Test}\n"
TRANSLATED = "translations:\n  en: {title: Water off, summary: No water on 1 March.}\n"


class Node(NamedTuple):
    """A text with the element that it stands in and the language that it is said to be in."""

    element: str
    language: str
    text: str


class Texts(HTMLParser):
    """All texts of a page, but for scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.nodes: list[Node] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1][0] != "script":
            self.nodes.append(Node(*self.open[-1], data.strip()))


def workshop(root: Path) -> Workshop:
    """The small site with English switched on, and one notice that carries a translation."""
    made = Workshop(root)
    for path, words in (("portal.yaml", ENGLISH), ("elm/notices/2026-03-01-water.yaml", TRANSLATED)):
        file = made.data / path
        file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    made = workshop(tmp_path_factory.mktemp("languages") / "workshop")
    made.build()
    return made


@pytest.fixture(scope="module")
def files(site: Workshop) -> dict[str, str]:
    """Path to content of every page."""
    return {path: content.decode() for path, content in site.files().items() if path.endswith(".html")}


def english_pages(files: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((path, html) for path, html in files.items() if path.startswith("en/"))


def test_every_page_stands_in_both_languages(files: dict[str, str]) -> None:
    first = {path for path in files if not path.startswith(("en/", "R/")) and path != "404.html"}
    assert {path.removeprefix("en/") for path, _ in english_pages(files)} == first


def test_what_is_no_page_stands_once(site: Workshop) -> None:
    assert [path for path in site.files() if path.startswith("en/") and not path.endswith("/index.html")] == []


def test_no_chinese_is_left_that_does_not_say_so(files: dict[str, str]) -> None:
    left = {
        (path, node.text)
        for path, html in english_pages(files)
        for node in Texts(html).nodes
        if (HAN.search(node.text) and node.language != "zh-Hans" and node.element != "title")
        or (FULL_WIDTH.search(node.text) and not HAN.search(node.text) and node.language != "zh-Hans")
    }
    assert left == set()


def test_what_is_chinese_on_english_pages_was_written_by_clerks_or_lawmakers(
    site: Workshop, files: dict[str, str]
) -> None:
    package = Path(wordings.__file__).parents[1]
    folders = [site.data, package / "profiles", package / "wording" / "en"]
    sources = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".yaml", ".csv")]
    sources.append(aliases.FILE)
    written = "".join("".join(path.read_text(encoding="utf-8").split()) for path in sources)
    shown = {
        (path, piece)
        for path, html in english_pages(files)
        for node in Texts(html).nodes
        if node.language == "zh-Hans" and node.text != "中文"
        for piece in re.split("\n|, ", node.text)
    }
    assert shown
    assert {(path, text) for path, text in shown if "".join(text.split()) not in written} == set()


def test_each_page_leads_to_itself_in_the_other_language(files: dict[str, str]) -> None:
    for path, html in files.items():
        switch = re.findall(r'<a class="tongue" href="([^"]+)" hreflang="([^"]+)"', html)
        if path == "404.html" or (path.startswith("R/") and not switch):
            continue
        ((href, tag),) = switch
        target = (Path("/") / path / ".." / href).resolve().relative_to("/").as_posix()
        assert target in files, f"{path} leads to {target}"
        assert tag == ("zh-Hans" if path.startswith("en/") else "en")
        if not path.startswith("R/"):
            assert target.removeprefix("en/") == path.removeprefix("en/")
        alternates = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="[^"]+/portal/([^"]*)">', html)
        assert [tag for tag, _ in alternates] == ["zh-Hans", "en"]
        assert {f"{page}index.html" for _, page in alternates} <= set(files)


def test_links_of_english_pages_lead_somewhere(site: Workshop, files: dict[str, str]) -> None:
    there = set(site.files())
    for path, html in english_pages(files):
        for href in re.findall(r'(?:href|src)="(?!https?:|tel:|mailto:|#)([^"#?]+)', html):
            target = (Path("/") / path / ".." / href).resolve().relative_to("/").as_posix()
            assert target in there, f"{path} leads to {href}"


def test_a_translated_record_is_called_by_its_translation(files: dict[str, str]) -> None:
    page = files["en/elm/notices/2026-03-01-water/index.html"]
    assert "<h1>Water off</h1>" in page
    assert '<p class="lead">No water on 1 March.</p>' in page
    assert ">Water off</a>" in files["en/elm/notices/index.html"]
    assert "Water off" not in files["elm/notices/2026-03-01-water/index.html"]
    assert "Small Board" in files["en/index.html"]


def test_a_code_on_paper_speaks_both_languages(files: dict[str, str]) -> None:
    sheets = [html for path, html in files.items() if path.startswith("R/") and 'class="tongue"' not in html]
    assert sheets
    for html in sheets:
        (href,) = re.findall(r'<section class="boxed" lang="en">.*?href="../../([^"]+)"', html, re.DOTALL)
        assert href in files


def test_updates_equal_a_fresh_build(tmp_path: Path) -> None:
    made = workshop(tmp_path / "w")
    made.build()
    made.edit("data/elm/notices/2026-03-01-water.yaml", "Water off", "Water off again")
    made.build()
    made.edit("theme/translations/en.yaml", "home: Home", "home: Start")
    made.edit("content/pages/about-en.md", "Title: About", "Title: All about")
    made.build()
    updated = made.files()
    assert updated == made.fresh()
    assert b"All about" in updated["en/about/index.html"]
    assert b"Water off again" in updated["en/elm/notices/2026-03-01-water/index.html"]


def test_a_language_that_is_switched_off_goes(tmp_path: Path) -> None:
    made = workshop(tmp_path / "w")
    made.build()
    made.edit("data/portal.yaml", ENGLISH, "")
    made.build()
    assert not (made.root / "output" / "en").exists()
    assert not any(b"hreflang" in content for path, content in made.files().items() if path.endswith(".html"))


def test_a_missing_word_stops_the_build(tmp_path: Path) -> None:
    made = workshop(tmp_path / "w")
    for word in ("skip: Skip to the text\n", "home: Home\n"):
        made.edit("theme/translations/en.yaml", word, "")
    with pytest.raises(MissingWordsError, match=r"translations/en\.yaml lacks: home, skip"):
        made.build()


def test_every_prose_page_is_there_in_both_languages() -> None:
    pages = {path.stem for path in (Path(__file__).parents[2] / "content" / "pages").glob("*.md")}
    assert {name.removesuffix("-en") for name in pages if name.endswith("-en")} == {
        name for name in pages if not name.endswith("-en")
    }


def test_both_languages_say_the_same_things() -> None:
    assert wordings.CHINESE._fields == english.ENGLISH._fields
    assert wordings.CHINESE.filters.keys() == english.ENGLISH.filters.keys()
