"""Votes: what options must add up to, and exact shares of it."""

from decimal import Decimal
from typing import Any

import pytest

from noticeboard.records.count import Count, agreeing, agrees


def count(**numbers: Any) -> Count:
    given = {name: Decimal(value) for name, value in numbers.items()}
    return Count(unit="owners", options={"同意": Decimal(7), "反对": Decimal(2)}, **given)


@pytest.mark.parametrize(
    ("numbers", "ballots"),
    [
        ({}, None),
        ({"valid": 9, "invalid": 1, "returned": 12, "took_part": 11}, 9),
        ({"took_part": 11, "invalid": 2}, 9),
        ({"took_part": 11}, 11),
        ({"returned": 12, "invalid": 3}, 9),
        ({"invalid": 3}, None),
        ({"entitled": 100, "issued": 90}, None),
        ({"took_part": 0, "returned": 5}, 0),
    ],
)
def test_ballots_are_the_valid_ones_or_those_received_less_the_invalid(numbers: Any, ballots: int | None) -> None:
    assert count(**numbers).ballots == ballots


def test_votes_cast_and_deemed_are_never_added_up() -> None:
    one = Count(unit="area", options={"同意": Decimal("66.50")}, deemed={"同意": Decimal(30)})
    assert (one.cast, one.deemed_total) == (Decimal("66.50"), Decimal(30))
    assert Count(unit="area").cast == Decimal(0)


@pytest.mark.parametrize(
    ("numbers", "voted"),
    [
        ({"took_part": 11, "returned": 12, "complete": True}, 11),
        ({"returned": 12, "complete": True}, 12),
        ({"complete": True}, 9),
        ({"complete": True, "invalid": 1}, 10),
        ({"complete": True, "votes_per_ballot": 2}, None),
        ({"votes_per_ballot": 1, "complete": False}, None),
    ],
)
def test_who_took_part_is_stated_or_shown_by_a_complete_count_of_single_votes(numbers: Any, voted: int | None) -> None:
    assert count(**numbers).voted == voted


@pytest.mark.parametrize("option", ["同意", "赞成", "赞同", "支持", "同意（含委托）", "赞成 （书面）"])
def test_votes_for_a_motion_have_several_names(option: str) -> None:
    assert agrees(option)
    assert agreeing([(option, Decimal(3)), ("反对", Decimal(2))]) == 3


@pytest.mark.parametrize("option", ["不同意", "反对", "弃权", "（同意）", ""])
def test_all_else_is_no_vote_for_it(option: str) -> None:
    assert not agrees(option)
    assert agreeing([(option, Decimal(3))]) is None
