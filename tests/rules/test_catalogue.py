"""Of every id of the catalogue it is known what became of it, and no rule names one that is not there."""

import re
from collections import Counter

import pytest

from noticeboard.rules.catalogue import by_duties, by_rules, catalogue, is_built, section

NUMBERS = {
    "VOTE": 15, "ASM": 9, "OC": 22, "SEAL": 8, "FIN": 16, "CI": 15, "MF": 17, "PS": 17, "RC": 19, "CONS": 6, "REV": 8,
    "NOT": 7, "SUP": 5,
}  # fmt: skip


def test_the_catalogue_is_complete() -> None:
    assert Counter(section(item) for item in catalogue().items) == NUMBERS
    assert [*catalogue().sections] == [*NUMBERS]
    for name, count in NUMBERS.items():
        assert [one for one in catalogue().items if section(one) == name] == [
            f"{name}-{number:02}" for number in range(1, count + 1)
        ]


def test_no_rule_and_no_duty_names_an_id_that_is_not_there() -> None:
    assert (by_rules().keys() | by_duties().keys()) - catalogue().items.keys() == set()


@pytest.mark.parametrize("item", catalogue().items)
def test_what_is_asked_is_built_or_waits_or_is_left_out(item: str) -> None:
    one = catalogue().items[item]
    assert [is_built(item), bool(one.waits), bool(one.excluded)].count(True) == 1


def test_most_of_what_is_asked_is_built() -> None:
    assert sum(is_built(item) for item in catalogue().items) >= 90


@pytest.mark.parametrize("item", catalogue().items)
def test_what_is_asked_is_said_in_both_languages(item: str) -> None:
    one = catalogue().items[item]
    assert re.search(r"[\u4e00-\u9fff]", one.zh)
    assert re.search(r"[A-Za-z]", one.en)
    assert all(" · " in text for text in (one.by, one.waits, one.excluded) if text)
