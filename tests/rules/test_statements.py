"""Every printed figure against its recount."""
# ruff: noqa: E501

from decimal import Decimal
from typing import Any

import pytest

from noticeboard.records.statement import Account, Liability, Meter, Total
from noticeboard.rules import statements
from tests.rules.made import Told, breaches, difference, statement
from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"

BAD = {
    "statement-does-not-balance": [
        Case(
            [Edit(Q2, "closing: 900.00", "closing: 899.99")],
            """
finances/2026-q2-common-income.yaml:14:10: error: statement-does-not-balance: 期末余额印的是 899.99，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 0.01。""",
        ),
        Case(
            [Edit(Q2, "closing: 900.00", "closing: -900.00")],
            """
finances/2026-q2-common-income.yaml:14:10: warning: balance-negative: 期末余额是负数：-900.00。
finances/2026-q2-common-income.yaml:14:10: error: statement-does-not-balance: 期末余额印的是 -900.00，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 1800.00。""",
        ),
    ],
    "statement-income-differs": [
        Case(
            [
                Edit(LEDGER, "650.00", "640.00"),
                Edit(Q1, "    amount: 600.00", "    amount: 590.00"),
                Edit(Q1, "    amount: 950.50", "    amount: 940.50"),
            ],
            """
finances/2026-q1-common-income.yaml:12:9: error: statement-income-differs: 收入合计印的是 950.50，明细加起来是 940.50，相差 10.00。""",
        ),
    ],
    "statement-expense-differs": [
        Case(
            [Edit(LEDGER, ",120.25,", ",120.26,"), Edit(Q1, "    amount: 120.25", "    amount: 120.26")],
            """
finances/2026-q1-common-income.yaml:13:10: error: statement-expense-differs: 支出合计印的是 120.25，明细加起来是 120.26，相差 0.01。""",
        ),
    ],
    "category-total-differs": [
        Case(
            [Edit(Q1, "    amount: 600.00", "    amount: 650.00")],
            """
finances/2026-q1-common-income.yaml:17:13: error: category-total-differs: 科目 CI.I.01 合计印的是 650.00，明细加起来是 600.00，相差 50.00。""",
        ),
        Case(
            [Edit(Q1, "    amount: 950.50", "    amount: 0.00")],
            """
finances/2026-q1-common-income.yaml:19:13: error: category-total-differs: 科目 CI.I 合计印的是 0.00，明细加起来是 950.50，相差 950.50。""",
        ),
        Case(
            [Edit(Q1, "category: CI.C.02", "category: CI.C.03")],
            """
finances/2026-q1-common-income.yaml:21:13: error: category-total-differs: 科目 CI.C.03 合计印的是 120.25，明细加起来是 0.00，相差 120.25。""",
        ),
        Case(
            [Edit(Q1, "category: CI.I.01", "category: CI.I.02"), Edit(Q1, "    amount: 600.00", "    amount: 0.00")],
            """
finances/2026-q1-common-income.yaml:17:13: error: category-total-differs: 科目 CI.I.02 合计印的是 0.00，明细加起来是 350.50，相差 350.50。""",
        ),
    ],
    "accounts-differ": [
        Case(
            [Edit(Q1, "closing: 920.25", "closing: 919.25")],
            """
finances/2026-q1-common-income.yaml:23:3: error: accounts-differ: 各账户的 closing 加起来是 929.25，表上的 closing 是 930.25，相差 1.00。""",
        ),
        Case(
            [Edit(Q1, "opening: 90.00", "opening: 91.00")],
            """
finances/2026-q1-common-income.yaml:23:3: error: accounts-differ: 各账户的 opening 加起来是 101.00，表上的 opening 是 100.00，相差 1.00。""",
        ),
        Case(
            [
                Edit(Q1, "closing: 920.25", "closing: 1420.25"),
                Edit(Q1, "meters:", "liabilities:\n  - item: 装修押金\n    amount: 500.01\nmeters:"),
            ],
            """
finances/2026-q1-common-income.yaml:23:3: error: accounts-differ: 各账户的 closing 加起来是 1430.25，表上的 closing 是 930.25，相差 500.00。""",
        ),
    ],
    "meter-amount-differs": [
        Case(
            [Edit(Q1, "amount: 120.26", "amount: 120.25")],
            """
finances/2026-q1-common-income.yaml:34:13: error: meter-amount-differs: “车位照明”印的是 120.25，而 210.5 × 0.5713 四舍五入到分是 120.26，相差 0.01。""",
        )
    ],
}

GOOD = {
    "deposits that lie in the accounts on top of the balance": [
        Edit(Q1, "closing: 920.25", "closing: 1420.25"),
        Edit(Q1, "meters:", "liabilities:\n  - item: 装修押金\n    amount: 500.00\nmeters:"),
    ],
    "accrual accounting, where money and balance differ by nature": [
        Edit(Q1, "closing: 920.25", "closing: 20.25"),
        Edit(Q1, "fund: common-income", "fund: common-income\naccounting: accrual"),
    ],
    "one of the deposits lies in the accounts, the other elsewhere": [
        Edit(Q1, "closing: 920.25", "closing: 1420.25"),
        Edit(
            Q1,
            "meters:",
            "liabilities:\n  - item: 装修押金\n    amount: 500.00\n  - item: 预收款\n    amount: 70.00\nmeters:",
        ),
    ],
    "an account whose opening nobody printed": [Edit(Q1, "    opening: 90.00\n", "")],
    "a transfer that came in": [
        Edit(LEDGER, "CI.I.02.lockers", "CI.T.01"),
        Edit(Q1, "    amount: 950.50", "    amount: 600.00\n  - category: CI.T.01\n    amount: 350.50"),
    ],
    "a transfer that went out": [
        Edit(LEDGER, "CI.C.02", "CI.T.01"),
        Edit(Q1, "category: CI.C.02", "category: CI.T.01"),
    ],
    "a category refined by a suffix, printed as a whole": [
        Edit(Q1, "category: CI.I.01\n    amount: 600.00", "category: CI.I.02\n    amount: 350.50")
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


# Statements made here, to see every value that a breach has.


def account(closing: str, opening: str | None = None) -> Account:
    return Account(name="活期", closing=Decimal(closing), opening=None if opening is None else Decimal(opening))


def held(*amounts: str) -> tuple[Liability, ...]:
    return tuple(Liability(item="押金", amount=Decimal(one)) for one in amounts)


def test_a_balance_is_opening_and_income_less_expense() -> None:
    rule, sums = statements.statement_does_not_balance, {"opening": "10.00", "income": "5.00", "expense": "2.00"}
    assert breaches(rule, statement(**sums, closing="13.00")) == []
    assert breaches(rule, statement(**sums, closing="13.01")) == [
        ("closing", sums | difference("13.01", "13.00", "0.01"))
    ]


def test_income_and_expense_are_those_of_the_ledger() -> None:
    rows = [["CI.I.01", "", "7.00", "", ""], ["CI.C.02", "", "", "3.00", ""]]
    right, wrong = statement(rows, income="7.00", expense="3.00"), statement(rows, income="7.01", expense="2.99")
    income, expense = statements.statement_income_differs, statements.statement_expense_differs
    assert breaches(income, right) == breaches(expense, right) == []
    assert breaches(income, wrong) == [("income", difference("7.01", "7.00", "0.01"))]
    assert breaches(expense, wrong) == [("expense", difference("2.99", "3.00", "0.01"))]


@pytest.mark.parametrize(
    ("category", "right", "first"),
    [
        ("CI.I", ["70.00", "60.00"], "70.00"),  # gross, or less what went out
        ("CI.I.01", ["60.00", "55.00"], "60.00"),
        ("CI.I.02.lockers", ["10.00"], "10.00"),
        ("CI.I.03", ["0.00", "-5.00"], "0.00"),
        ("CI.C", ["30.00", "29.00"], "30.00"),
        ("CI.C.02", ["30.00", "29.00"], "30.00"),
        ("CI.T.01", ["8.00", "5.00"], "8.00"),  # money in transit: by the side it is on
        ("CI.U.01", ["4.00"], "4.00"),
        ("CI.C.03", ["0.00"], "0.00"),
        ("CI", ["78.00", "61.00"], "78.00"),
    ],
)
def test_a_total_may_be_gross_or_net(category: str, right: list[str], first: str) -> None:
    rows = [
        ["CI.I.01", "", "60.00", "", ""], ["CI.I.01", "", "", "5.00", ""], ["CI.I.02.lockers", "", "10.00", "", ""],
        ["CI.C.02", "", "", "30.00", ""], ["CI.C.02", "", "1.00", "", ""], ["CI.T.01", "", "8.00", "3.00", ""],
        ["CI.U.01", "", "", "4.00", ""], ["CI.I.03", "", "", "5.00", ""],
    ]  # fmt: skip
    rows = rows if category != "CI" else [one for one in rows if not one[0].startswith("CI.C")]

    def told(amount: str) -> Told:
        totals = (Total(category="CI.X", amount=Decimal(1)), Total(category=category, amount=Decimal(amount)))
        return breaches(statements.category_total_differs, statement(rows, totals=totals))

    assert [told(amount) for amount in right] == [[]] * len(right)
    between = abs(Decimal(first) - Decimal("0.55"))
    assert told("0.55") == [("totals[2].amount", {"category": category, **difference("0.55", first, between)})]


@pytest.mark.parametrize(
    ("more", "liabilities", "right"),
    [
        ("0.00", [], True),
        ("0.01", [], False),
        ("-0.01", [], False),
        ("5.00", ["5.00"], True),
        ("0.00", ["5.00"], True),
        ("4.99", ["5.00"], False),
        ("5.00", ["5.00", "7.00"], True),
        ("7.00", ["5.00", "7.00"], True),
        ("12.00", ["5.00", "7.00"], True),
        ("2.00", ["5.00", "7.00"], False),
    ],
)
def test_accounts_hold_the_balance_and_what_is_held_for_others(more: str, liabilities: list[str], right: bool) -> None:
    closing = Decimal("20.00") + Decimal(more)
    accounts = (account(str(closing - 2)), account("5.00"))
    facts = {
        "closing": "20.00",
        "accounts": accounts,
        "liabilities": held(*liabilities),
        "unreconciled": held("-3.50", "0.50"),
    }
    found = breaches(statements.accounts_differ, statement(**facts))
    told = {"printed_field": "closing", **difference("20.00", closing, abs(Decimal(more)))}
    assert found == ([] if right else [("accounts", told)])
    assert breaches(statements.accounts_differ, statement(**facts, accounting="accrual")) == []
    assert breaches(statements.accounts_differ, statement(**facts | {"accounts": ()})) == []


def test_openings_are_compared_where_all_are_printed_and_nothing_is_held() -> None:
    rule = statements.accounts_differ

    def told(*openings: str | None, **more: Any) -> Told:
        accounts = tuple(account("10.00", one) for one in openings)
        return breaches(rule, statement(opening="9.00", closing=f"{10 * len(openings)}.00", accounts=accounts, **more))

    assert told("9.00") == told("4.00", "5.00") == told("4.00", None) == told(None) == []
    assert told("5.00", liabilities=held("0.00")) == []
    assert told("4.00", "5.01") == [("accounts", {"printed_field": "opening", **difference("9.00", "9.01", "0.01")})]


def test_what_a_meter_costs_is_rounded_half_up_to_the_fen() -> None:
    def told(quantity: str, price: str, amount: str) -> Told:
        numbers = {"quantity": Decimal(quantity), "unit_price": Decimal(price), "amount": Decimal(amount)}
        right = Meter(item="水", quantity=Decimal(1), unit_price=Decimal(1), amount=Decimal(1))
        return breaches(statements.meter_amount_differs, statement(meters=(right, Meter(item="电", **numbers))))

    assert told("1", "0.125", "0.13") == told("1", "0.1249", "0.12") == told("3", "0.335", "1.01") == []
    factors = {"item": "电", "quantity": "1", "unit_price": "0.125"}
    assert told("1", "0.125", "0.12") == [("meters[2].amount", factors | difference("0.12", "0.13", "0.01"))]
