"""A ledger's sums are whole fen."""

from decimal import Decimal

import pytest

from noticeboard.records.statement import Ledger, yuan

COLUMNS = ("date", "category", "item", "income", "expense")
ROWS = [
    ["2026-01-05", "CI.I.01", "停车费", "0.10", ""],
    ["2026-01-06", "CI.I.01", "停车费", "0.20", ""],
    ["2026-01-07", "CI.I.01", "退款", "-0.05", ""],
    ["2026-01-08", "CI.U.04", "维修", "", "999999999999.99"],
]
LEDGER = Ledger(COLUMNS, ROWS, [2, 3, 4, 5])


def test_sums_are_exact() -> None:
    assert (LEDGER.income, LEDGER.expense) == (Decimal("0.25"), Decimal("999999999999.99"))
    assert str(LEDGER.income) == "0.25"


def test_an_empty_cell_counts_as_nothing() -> None:
    assert LEDGER.incomes == [10, 20, -5, 0]


def test_totals_are_kept_by_category_in_order_of_appearance() -> None:
    assert list(LEDGER.by_category.items()) == [("CI.I.01", (25, 0)), ("CI.U.04", (0, 99999999999999))]


def test_a_column_that_a_ledger_has_not_is_empty() -> None:
    assert LEDGER.column("voucher") == [""] * 4
    assert LEDGER.fen("quantity") == [0] * 4


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123456, "1234.56"), (100, "1.00")])
def test_fen_are_written_with_two_decimals(fen: int, text: str) -> None:
    assert str(yuan(fen)) == text
