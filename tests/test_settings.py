"""Settings on which the safety of the site rests; each is there because Pelican's own default is dangerous."""

import re
from pathlib import Path

import pytest
from jinja2 import StrictUndefined
from pelican.settings import read_settings

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "theme" / "templates"


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    found: dict[str, object] = read_settings(str(ROOT / "pelicanconf.py"))
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CACHE_CONTENT", False),
        ("LOAD_CONTENT_CACHE", False),  # a cache is a pickle: whoever can write it runs code
        ("WITH_FUTURE_DATES", True),  # else the machine's clock hides pages
        ("DELETE_OUTPUT_DIRECTORY", False),
        ("PAGE_PATHS", ["pages"]),  # only what maintainers write
        ("THEME_STATIC_PATHS", []),
        ("LOCALE", ["C"]),
        ("TYPOGRIFY", False),
        ("AUTHOR_SAVE_AS", ""),
        ("CATEGORY_SAVE_AS", ""),
        ("TAG_SAVE_AS", ""),
        ("TIMEZONE", "Asia/Shanghai"),
        ("ARTICLE_PATHS", []),
        ("STATIC_PATHS", []),
        ("DIRECT_TEMPLATES", []),
        ("FEED_ALL_ATOM", None),
        ("CATEGORY_FEED_ATOM", None),
        ("TRANSLATION_FEED_ATOM", None),
        ("AUTHOR_FEED_ATOM", None),
        ("AUTHOR_FEED_RSS", None),
    ],
)
def test_a_setting_is_pinned(settings: dict[str, object], name: str, value: object) -> None:
    assert settings[name] == value


def test_only_our_own_plugin_runs(settings: dict[str, object]) -> None:
    assert settings["PLUGINS"] == ["noticeboard"]  # None would load whatever is installed


def test_templates_escape_and_stop_at_unknown_names(settings: dict[str, object]) -> None:
    environment = settings["JINJA_ENVIRONMENT"]
    assert isinstance(environment, dict)
    assert environment["autoescape"] is True
    assert environment["undefined"] is StrictUndefined


def test_no_reader_can_include_files(settings: dict[str, object]) -> None:
    assert settings["READERS"] == {"rst": None, "html": None, "htm": None}


@pytest.mark.parametrize("text", ["{attach}/../secret.env", "{static}/../x", "{filename}/a.md", "|static|/x", "what"])
def test_no_link_names_a_file_of_the_build_machine(settings: dict[str, object], text: str) -> None:
    assert re.search(str(settings["INTRASITE_LINK_REGEX"]), text) is None


def test_no_template_takes_text_for_markup_but_that_of_prose_pages() -> None:
    said = [
        f"{path.relative_to(TEMPLATES)}: {match[0]}"
        for path in sorted(TEMPLATES.rglob("*"))
        if path.is_file()
        for match in re.finditer(r"\|\s*safe\b|\bautoescape\b|\bMarkup\b", path.read_text(encoding="utf-8"))
    ]
    assert said == ["page.html: |safe"]


DATA_BLOCK = re.compile(r'<script type="application/ld\+json">{{ [\w.(), ]+\|tojson }}</script>')
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
STATEMENT = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def test_every_attribute_is_quoted_and_none_is_a_program() -> None:
    """What escaping does not cover: values without quotes, styles, handlers, scripts in the page."""
    wrong = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        source = STATEMENT.sub("", EXPRESSION.sub("x", DATA_BLOCK.sub("", path.read_text(encoding="utf-8"))))
        for tag in TAG.findall(source):
            bare = re.sub(r'"[^"]*"|\'[^\']*\'', '""', tag)
            wrong += [f"{path.name}: {tag}" for _ in re.findall(r"\s[\w:-]+=(?!\")", bare)]
            wrong += [f"{path.name}: {tag}" for _ in re.findall(r"\s(?:on\w+|style)\s*=", tag)]
        inline = re.findall(r"<style|<script(?![^>]*\ssrc=)|javascript:|\bsrcdoc=", source)
        wrong += [f"{path.name}: {one}" for one in inline]
    assert wrong == []
