"""The rule book: all rules, all that they rest on, and where a remark leads."""

import datetime
import json
import re
from fractions import Fraction

import pytest

from noticeboard import report
from noticeboard.law import profile
from noticeboard.law.values import Majority
from noticeboard.rules import RULES
from noticeboard.site import rulebook
from noticeboard.site.page import Page
from noticeboard.site.quantities import value_in_words
from noticeboard.today import Today
from tests.site.workshop import TODAY, Workshop

MOST_BYTES = 250_000


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The rule book as it is published."""
    workshop = Workshop(tmp_path_factory.mktemp("rulebook") / "workshop")
    workshop.build()
    return {path: text.decode() for path, text in workshop.files().items() if path.startswith("rules/")}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.folder: page for page in rulebook.pages(Today(TODAY))}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chapter_has_a_title(language: str) -> None:
    """A new module of rules, or a new first word of parameters, needs a line in wording/<language>/report.yaml."""
    modules = {rule.check.__module__.rpartition(".")[2] for rule in RULES}
    groups = {name.partition(".")[0] for name in profile.parameters()}
    words = report.wording(language)
    assert modules - words["topics"].keys() == set()
    assert groups - words["parameters"].keys() == set()


def test_every_rule_stands_under_the_anchor_that_remarks_lead_to(files: dict[str, str]) -> None:
    lost = [rule.id for rule in RULES if f'<li id="{rule.id}">' not in files[f"{rulebook.chapter(rule.id)}index.html"]]
    assert lost == []
    assert "不是法律意见" in files["rules/index.html"]


def test_what_is_no_rule_leads_to_the_book() -> None:
    assert rulebook.chapter("no-such-rule") == "rules/"


def test_links_between_the_pages_lead_somewhere(files: dict[str, str]) -> None:
    values = files["rules/values/index.html"]
    linked = re.findall(r'href="\.\./values/index\.html#([a-z_.]+)"', "".join(files.values()))
    assert linked
    assert [name for name in linked if f'id="{name}"' not in values] == []
    for code, name in re.findall(r'href="\.\./([A-Za-z0-9-]+)/index\.html#([a-z_.]+)"', values):
        assert f'id="{name}"' in files[f"rules/{code}/index.html"]


def test_no_page_grows_too_long_for_a_phone(files: dict[str, str]) -> None:
    assert {path for path, text in files.items() if len(text.encode()) > MOST_BYTES and path.endswith(".html")} == set()


def test_machines_can_read_it(files: dict[str, str]) -> None:
    book = json.loads(files["rules/index.json"])
    assert [rule["id"] for rule in book["rules"]] == [rule.id for rule in RULES]
    assert [one["code"] for one in book["profiles"]] == list(profile.codes())


def test_all_layers_and_all_parameters_are_there(pages: dict[str, Page]) -> None:
    assert {f"rules/{code}/" for code in profile.codes()} <= pages.keys()
    shown = [one.name for group in pages["rules/values/"].context["groups"] for one in group.entries]
    assert sorted(shown) == sorted(profile.parameters())


def _versions(day: datetime.date, name: str) -> list[tuple[str, str]]:
    (page,) = [one for one in rulebook.pages(Today(day)) if one.folder == "rules/values/"]
    (asked,) = [one for group in page.context["groups"] for one in group.entries if one.name == name]
    return [(one.value, one.state) for one in asked.versions if one.layer.code == "CN"]


def test_what_was_replaced_stays_with_its_dates() -> None:
    """The thresholds of the Property Law counted until 2020, those of the Civil Code since."""
    old, new = "全体（业主人数、面积）超过 1/2", "参与表决（业主人数、面积）超过 1/2"
    assert dict(_versions(datetime.date(2020, 12, 31), "vote.owners.ordinary")) == {old: "", new: "coming"}
    assert dict(_versions(datetime.date(2021, 1, 1), "vote.owners.ordinary")) == {old: "expired", new: ""}


def test_the_page_is_made_anew_only_when_something_begins_or_ends() -> None:
    today = Today(TODAY)
    list(rulebook.pages(today))
    assert TODAY < today.fresh_until < datetime.date.max


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("days", 15, "15 天"),
        ("share", Fraction(3, 10), "30%"),
        ("share", Fraction(1, 3), "1/3"),
        ("money", 50000, "50,000 元"),
        ("flag", True, "有此要求"),
        ("majority", Majority(Fraction(2, 3), False, "entitled", ("persons",)), "全体（人数）2/3 以上"),
        ("words", ("rooms", "drawings"), "物业用房、图纸"),
        ("words", ("CI.I.01",), "停车收入"),
        ("words", ("nowhere-listed",), "nowhere-listed"),
        ("named", {"rebuild": "第七项"}, "改建、重建：第七项"),
    ],
)
def test_values_are_said_in_words(kind: str, value: object, words: str) -> None:
    assert value_in_words(kind, value) == words
