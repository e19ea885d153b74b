"""Values are read as profiles and by-laws write them, and compared exactly."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.law.values import READERS, Majority, completed, read, stricter

numerators = st.integers(1, 100)
sums = st.decimals(0, 10**7, places=4)


VALUES: list[tuple[str, Any, Any]] = [
    ("days", "15", 15),
    ("working-days", "10", 10),
    ("months", "6", 6),
    ("years", "5", 5),
    ("count", "0", 0),
    ("share", "1/2", Fraction(1, 2)),
    ("share", "0.3", Fraction(3, 10)),
    ("money", "50000.00", Decimal("50000.00")),
    ("flag", "true", True),
    ("flag", "false", False),
    ("words", ["desk", "board"], ("desk", "board")),
    ("words", "desk board", ("desk", "board")),
    ("named", {"rebuild": "（七）"}, {"rebuild": "（七）"}),
    (
        "majority",
        {"at_least": "2/3", "of": "entitled", "units": ["owners", "area"]},
        Majority(Fraction(2, 3), False, "entitled", ("owners", "area")),
    ),
    (
        "majority",
        {"more_than": "1/2", "of": "took-part", "units": ["persons"]},
        Majority(Fraction(1, 2), True, "took-part", ("persons",)),
    ),
    ("majority", "> 1/2", Majority(Fraction(1, 2), True, "", ())),
    ("majority", ">=3/4", Majority(Fraction(3, 4), False, "", ())),
]


@pytest.mark.parametrize(("kind", "raw", "value"), VALUES)
def test_a_value_is_read(kind: str, raw: Any, value: Any) -> None:
    assert read(kind, raw) == value


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("days", "三"),
        ("days", "-3"),
        ("days", "3.5"),
        ("days", "３"),
        ("days", ""),
        ("days", ["3"]),
        ("count", "1_000"),
        ("share", "1/0"),
        ("share", "一半"),
        ("share", ""),
        ("money", "五万"),
        ("money", "NaN"),
        ("money", "Infinity"),
        ("flag", "yes"),
        ("flag", "True"),
        ("named", "rebuild"),
        ("majority", "过半数"),
        ("majority", "> 0/2"),
        ("majority", "= 1/2"),
        ("majority", {"at_least": "2/3", "of": "everybody", "units": ["owners"]}),
        ("majority", {"at_least": "2/3", "units": ["owners"]}),
        ("majority", {"of": "entitled", "units": ["owners"]}),
        ("hours", "3"),
    ],
)
def test_what_is_no_value_is_refused(kind: str, raw: Any) -> None:
    with pytest.raises(ValueError):
        read(kind, raw)


def test_every_type_is_tested() -> None:
    assert {kind for kind, _, _ in VALUES} == READERS.keys()


@given(numerators, numerators, sums, sums, st.booleans())
def test_a_majority_agrees_with_whole_numbers(
    over: int, under: int, part: Decimal, whole: Decimal, strict: bool
) -> None:
    """a/b of the whole, without a fraction and without a share: a × whole against b × part, in ten-thousandths."""
    needed = over * int(whole.scaleb(4))
    got = under * int(part.scaleb(4))
    majority = Majority(Fraction(over, under), strict, "entitled", ("owners",))
    assert majority.met(part, whole) is (got > needed if strict else got >= needed)


@pytest.mark.parametrize(
    ("share", "strict", "part", "whole", "met"),
    [
        ("2/3", False, "21333.34", "32000.00", True),
        ("2/3", False, "21333.33", "32000.00", False),
        ("2/3", False, "60", "90", True),
        ("2/3", False, "59", "90", False),
        ("1/2", True, "10000", "20000", False),
        ("1/2", True, "10000.0001", "20000", True),
        ("1/2", False, "10000", "20000", True),
        ("3/4", False, "15000", "20000", True),
        ("3/4", False, "14999.99", "20000", False),
        ("2/3", True, "2", "3", False),
        ("1/2", True, "0", "0", False),
    ],
)
def test_the_number_itself_counts_for_at_least_and_not_for_more_than(
    share: str, strict: bool, part: str, whole: str, met: bool
) -> None:
    majority = Majority(Fraction(share), strict, "took-part", ("owners",))
    assert majority.met(Decimal(part), Decimal(whole)) is met


@pytest.mark.parametrize(
    ("direction", "kind", "one", "other", "asks_more"),
    [
        ("higher", "days", "16", "15", True),
        ("higher", "days", "15", "15", False),
        ("lower", "days", "2", "3", True),
        ("lower", "days", "3", "3", False),
        ("higher", "flag", "true", "false", True),
        ("lower", "share", "3/10", "1/2", True),
        ("lower", "money", "30000", "50000.00", True),
        ("", "count", "7", "5", False),
        ("", "words", "desk", "board", False),
    ],
)
def test_stricter(direction: str, kind: str, one: str, other: str, asks_more: bool) -> None:
    assert stricter(direction, read(kind, one), read(kind, other)) is asks_more


def majority(text: str, of: str = "took-part") -> Majority:
    share: Majority = read("majority", text)
    return share._replace(of=of, units=("owners", "area"))


def test_more_than_is_stricter_than_at_least_the_same_share() -> None:
    assert stricter("higher", majority("> 1/2"), majority(">= 1/2"))
    assert not stricter("higher", majority(">= 1/2"), majority("> 1/2"))
    assert stricter("higher", majority(">= 2/3"), majority("> 1/2"))


def test_shares_of_different_wholes_are_not_compared() -> None:
    assert not stricter("higher", majority(">= 3/4"), majority("> 1/2", of="entitled"))


def test_a_short_majority_takes_whole_and_units_of_what_it_replaces() -> None:
    law = majority(">= 2/3", of="entitled")
    assert completed(read("majority", ">= 3/4"), law) == majority(">= 3/4", of="entitled")
    assert completed(read("majority", ">= 3/4"), None) == majority(">= 3/4")
    assert completed(law, None) is law
    assert completed(3, 5) == 3
