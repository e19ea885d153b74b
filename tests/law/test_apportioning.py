"""Shares in whole fen: exact in sum, each within one fen of its exact share."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.law.apportioning import apportioned, exact_shares

AREAS = st.lists(st.decimals("0.01", "99999.9999", places=4), min_size=1, max_size=60)
SUMS = st.decimals("0.00", "99999999.99", places=2)


@pytest.mark.parametrize(
    ("total", "areas", "shares"),
    [
        ("100.00", ["50"] * 3, ["33.34", "33.33", "33.33"]),
        (
            "21480.00",
            ["89.35", "89.35", "126.70", "126.70", "143.02", "56.11"],
            ["3040.47", "3040.47", "4311.45", "4311.45", "4866.80", "1909.36"],
        ),
        ("0.01", ["1", "1"], ["0.01", "0.00"]),
        ("0.00", ["1", "2"], ["0.00", "0.00"]),
        ("5.00", ["1", "0"], ["5.00", "0.00"]),
        ("-0.05", ["1", "1"], ["-0.02", "-0.03"]),
    ],
)
def test_the_largest_remainders_get_the_fen_that_are_left(total: str, areas: list[str], shares: list[str]) -> None:
    assert apportioned(Decimal(total), [Decimal(area) for area in areas]) == [Decimal(share) for share in shares]


@given(SUMS, AREAS)
def test_shares_add_up_and_each_lies_within_a_fen(total: Decimal, areas: list[Decimal]) -> None:
    shares = apportioned(total, areas)
    assert sum(shares) == total
    fen = Fraction(1, 100)
    assert all(abs(Fraction(one) - exact) < fen for one, exact in zip(shares, exact_shares(total, areas), strict=True))
