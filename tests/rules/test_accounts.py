"""Words and figures, budget and outcome, books and bank, vouchers and shares."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
COMMUNITY = "community.yaml"

SERVICE = "finances/2026-q1-service.yaml"
SERVICE_TEXT = """title: 北园2026年第一季度物业服务资金收支表
publisher: provider
estate: south
date: 2026-04-05
published: 2026-04-08
summary: 收多少服务费，付多少酬金。
fund: property-service
period:
  from: 2026-01-01
  until: 2026-03-31
fee_basis: commission
opening: 0.00
income: 1000.00
expense: 1000.00
closing: 0.00
remuneration:
  base: 1000.05
  rate: 10
  amount: 100.01
"""
SERVICE_LEDGER = """日期,凭证号,科目,项目,收入,支出
2026-01-15,记1,PS.I.01,物业服务费,1000.00,
2026-02-15,记2,PS.E.02,楼道灯零修,,899.99
2026-03-31,记3,PS.E.12,酬金,,100.01
"""
SERVICE_EDITS = [Edit(SERVICE, "", SERVICE_TEXT), Edit(SERVICE.replace("yaml", "csv"), "", SERVICE_LEDGER)]
LUMP_SUM = [
    *SERVICE_EDITS,
    Edit(SERVICE, "fee_basis: commission", "fee_basis: lump-sum"),
    Edit(SERVICE, "opening: 0.00", "opening: 5.00"),
    Edit(SERVICE, "closing: 0.00", "closing: 5.00"),
]


def words(text: str) -> Edit:
    return Edit(Q2, "closing: 900.00", f"closing: 900.00\nclosing_in_words: {text}")


def budget(amount: str, note: str = "") -> Edit:
    because = f"\n    note: {note}" if note else ""
    return Edit(Q1, "    amount: 600.00", f"    amount: 600.00\n    budget: {amount}{because}")


def shares(*percents: str) -> list[Edit]:
    """Of parking, of the lockers and of the group that both are in, where it has one."""
    amounts = ("    amount: 600.00", "    amount: 950.50")
    edits = [
        Edit(Q1, amount, f"{amount}\n    printed_share: {share}")
        for amount, share in zip(amounts, percents, strict=False)
    ]
    lockers = f"  - category: CI.I.02\n    amount: 350.50\n    printed_share: {percents[-1]}\n  - category: CI.C.02"
    return [*edits[: len(percents) - 1], Edit(Q1, "  - category: CI.C.02", lockers)]


BAD = {
    "closing-in-words-differs": [
        Case(
            [words("人民币玖佰壹拾元整")],
            """
finances/2026-q2-common-income.yaml:15:19: error: closing-in-words-differs: 大写的期末余额是 910.00 元，小写是 900.00 元，相差 10.00。""",
        ),
    ],
    "closing-in-words-unreadable": [
        Case(
            [words("玖佰块")],
            """
finances/2026-q2-common-income.yaml:15:19: warning: closing-in-words-unreadable: 大写的期末余额“玖佰块”读不出金额。""",
        ),
    ],
    "variance-unexplained": [
        Case(
            [budget("545.45")],  # 54.55 more than the budget, whose tenth is 54.545
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 545.45，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
        Case(
            [budget("666.67")],
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 666.67，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
        Case(
            [budget("0.00")],
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 0.00，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
    ],
    "balance-negative": [
        Case(
            [
                Edit(Q2, "opening: 900.00", "opening: -5.00"),
                Edit(Q2, "closing: 900.00", "closing: -5.00"),
                Edit(Q2, "  amount: -30.25", "  amount: -935.25"),
            ],
            """
finances/2026-q2-common-income.yaml:14:10: warning: balance-negative: 期末余额是负数：-5.00。""",
        ),
    ],
    "bank-balance-missing": [
        Case(
            [
                Edit(
                    Q1,
                    "accounts:\n  - name: 银行活期（尾号0421）\n    opening: 90.00\n    closing: 920.25\n  - name: 零用金\n    opening: 10.00\n    closing: 10.00\n",
                    "",
                )
            ],
            """
finances/2026-q1-common-income.yaml:1:1: warning: bank-balance-missing: 没有写明钱存在哪些账户、银行余额是多少。""",
        ),
    ],
    "expense-without-voucher": [
        Case(
            [Edit(LEDGER, "resolutions/2026-001-lift,记4", "resolutions/2026-001-lift,")],
            """
finances/2026-q1-common-income.csv:5:1: warning: expense-without-voucher: 有 1 笔支出未写凭证号。""",
        ),
    ],
    "printed-share-differs": [
        Case(
            shares("63.13", "36.88"),
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-shares-not-whole: 各科目的占比加起来是 100.01%，不是 100%（共 2 项）。""",
        ),
        Case(
            shares("63.14", "36.86"),  # 63.1246… and 36.8753…
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-share-differs: 科目 CI.I.01 的占比印的是 63.14%，按金额算是 63.12%。
finances/2026-q1-common-income.yaml:23:20: warning: printed-share-differs: 科目 CI.I.02 的占比印的是 36.86%，按金额算是 36.88%。""",
        ),
    ],
    "printed-shares-not-whole": [
        Case(
            shares("63", "36"),
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-shares-not-whole: 各科目的占比加起来是 99%，不是 100%（共 2 项）。""",
        ),
    ],
    "accounts-differ": [
        Case(
            [
                Edit(Q1, "closing: 920.25", "closing: 900.25"),
                Edit(Q1, "meters:", "unreconciled:\n  - item: 三月停车费四月到账\n    amount: 19.99\nmeters:"),
            ],
            """
finances/2026-q1-common-income.yaml:23:3: error: accounts-differ: 各账户的 closing 加起来是 930.24，表上的 closing 是 930.25，相差 0.01。""",
        ),
    ],
    "remuneration-differs": [
        Case(
            [*SERVICE_EDITS, Edit(SERVICE, "  amount: 100.01", "  amount: 100.00")],
            """
finances/2026-q1-service.yaml:19:11: error: remuneration-differs: 物业酬金印的是 100.00，而 1000.05 × 10% ＝ 100.01，相差 0.01。""",
        ),
    ],
    "lump-sum-carries-balance": [
        Case(
            LUMP_SUM,
            """
finances/2026-q1-service.yaml:15:10: warning: lump-sum-carries-balance: 包干制的表结转了余额 5.00。""",
        ),
    ],
    "major-works-in-service-cost": [
        Case(
            [*SERVICE_EDITS, Edit(SERVICE.replace("yaml", "csv"), "楼道灯零修", "水泵大修")],
            """
finances/2026-q1-service.csv:3:1: warning: major-works-in-service-cost: “水泵大修”看上去是大修、中修或更新改造，记在了物业服务支出里。""",
        ),
    ],
}

GOOD = {
    "the same amount in another spelling": [words("玖佰圆正")],
    "a tenth above the budget": [budget("545.46")],
    "a tenth below": [budget("666.66")],
    "a difference with its reason": [budget("300.00", "车位多租了八个")],
    "books and bank differ by what is listed": [
        Edit(Q1, "closing: 920.25", "closing: 900.25"),
        Edit(Q1, "meters:", "unreconciled:\n  - item: 三月停车费四月到账\n    amount: 20.00\nmeters:"),
    ],
    "the bank has more": [
        Edit(Q1, "closing: 920.25", "closing: 940.25"),
        Edit(Q1, "meters:", "unreconciled:\n  - item: 支票未兑付\n    amount: -20.00\nmeters:"),
    ],
    "shares by largest remainder": shares("63.12", "36.88"),
    "shares by the other rounding": shares("63.13", "36.87"),
    "a remuneration that is right to the fen": SERVICE_EDITS,
    "a lump sum that closes with nothing": [
        *SERVICE_EDITS,
        Edit(SERVICE, "fee_basis: commission", "fee_basis: lump-sum"),
    ],
    "income and refunds without a voucher": [Edit(LEDGER, ",650.00,,,记1", ",650.00,,,")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""
