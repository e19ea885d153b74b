"""Every printed figure against its recount."""
# ruff: noqa: E501

import pytest

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
