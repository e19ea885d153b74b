"""Votes: what options must add up to, and exact shares of it."""

from decimal import Decimal
from typing import Any

import pytest

from noticeboard.records.count import Count


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
