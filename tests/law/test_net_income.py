"""Net common-area income, counted from a ledger."""

from decimal import Decimal

from noticeboard.law.net_income import counted, total
from noticeboard.records.statement import Ledger

ROWS = [
    ["CI.I.01", "1000.00", ""], ["CI.I.02", "200.00", ""], ["CI.I.02", "-50.00", ""], ["CI.C.01", "", "30.00"],
    ["CI.C.02", "", "7.00"], ["CI.C.03", "", "11.00"], ["CI.C.04", "", "13.00"], ["CI.U.01", "", "450.00"],
]  # fmt: skip
LEDGER = Ledger(("category", "income", "expense"), ROWS, list(range(2, 10)))


def test_net_is_gross_less_tax_and_every_cost() -> None:
    one = counted(LEDGER)
    assert (one.gross, one.tax, one.costs) == (Decimal("1150.00"), Decimal("30.00"), Decimal("31.00"))
    assert one.net == Decimal("1089.00")


def test_a_group_holds_its_categories_and_no_other_that_only_begins_alike() -> None:
    assert total(LEDGER, "CI.U") == total(LEDGER, "CI.U.01") == Decimal("450.00")
    assert total(LEDGER, "CI.I.0") == Decimal("0.00")
