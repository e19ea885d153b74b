"""Net common-area income, counted from a ledger."""

from decimal import Decimal

from noticeboard.law.net_income import counted, net_income, topped_up, total
from noticeboard.records.statement import Ledger, NetIncome
from tests.rules.made import statement

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


def test_net_income_is_as_stated_else_as_counted_and_of_common_income_only() -> None:
    rows = [["CI.I.01", "", "9.00", "", ""], ["CI.U.01", "", "", "4.00", ""]]
    counted_ones = NetIncome(gross=Decimal("9.00"), tax=Decimal("0.00"), costs=Decimal("0.00"), net=Decimal("9.00"))
    stated = NetIncome(gross=Decimal(5), tax=Decimal(1), costs=Decimal(1), net=Decimal(3))
    for fields, found in (
        ({"rows": rows}, counted_ones),
        ({"rows": rows, "common_income": stated}, stated),
        ({"common_income": stated}, stated),
        ({}, None),
        ({"rows": rows, "fund": "maintenance"}, None),
    ):
        data = statement(**fields)
        assert net_income(data, data.statements[-1]) == found


def test_what_went_to_the_maintenance_fund_is_as_the_ledger_says() -> None:
    for rows, found in (([["CI.U.01", "", "", "4.00", ""], ["CI.U.02", "", "", "5.00", ""]], "4.00"), (None, "0.00")):
        data = statement(rows)
        assert str(topped_up(data, data.statements[-1])) == found
