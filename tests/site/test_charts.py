"""Geometry holds what it draws."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.site import charts

MONEY = st.decimals(-(10**9), 10**9, places=2)


@given(st.lists(MONEY, min_size=1, max_size=40))
def test_a_line_stays_between_its_outer_ticks(values: list[Decimal]) -> None:
    line = charts.line([(str(index), value) for index, value in enumerate(values)])
    lowest, highest = line.ticks[0], line.ticks[-1]
    assert lowest[1] <= min(*values, Decimal(0))
    assert highest[1] >= max(*values, Decimal(0))
    assert all(highest[0] <= point.y <= lowest[0] for point in line.points)
    assert len(line.ticks) <= 7


def test_ticks_are_round_and_hold_zero() -> None:
    line = charts.line([("1月", Decimal("-120.00")), ("2月", Decimal("356804.49"))])
    assert [value for _, value in line.ticks] == [-100000, 0, 100000, 200000, 300000, 400000]


def test_a_single_balance_is_a_point() -> None:
    line = charts.line([("1月", Decimal("10.00"))])
    assert [(point.label, point.value) for point in line.points] == [("1月", Decimal("10.00"))]


def test_a_bar_leaves_room_for_those_who_did_not_vote() -> None:
    yes, no = charts.bar([("同意", Decimal(66)), ("反对", Decimal(8)), ("弃权", Decimal(0))], Decimal(90))
    assert (yes.x, yes.width) == (0, 73.33)
    assert (no.x, no.width) == (73.33, 8.89)


def test_nothing_has_no_bar() -> None:
    assert charts.bar([("同意", Decimal(0))], Decimal(0)) == ()


@given(MONEY, MONEY, MONEY)
def test_each_sum_begins_where_the_one_before_ends(opening: Decimal, income: Decimal, expense: Decimal) -> None:
    flow = charts.flow(opening, income, expense, opening + income - expense)
    assert all(one.x >= 0 and one.x + one.width <= 100.02 for one in flow.values())


def test_a_flow_shows_what_is_left() -> None:
    flow = charts.flow(Decimal(60), Decimal(40), Decimal(25), Decimal(75))
    assert {name: (one.x, one.width) for name, one in flow.items()} == {
        "opening": (0, 60), "income": (60, 40), "expense": (75, 25), "closing": (0, 75),
    }  # fmt: skip


def test_a_small_line_ends_at_the_last_balance() -> None:
    assert charts.spark([Decimal(0), Decimal(10)]) == "0.0,32.0 120.0,0.0"
    assert charts.spark([Decimal(10)]) == ""
