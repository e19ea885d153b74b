"""Every printed figure against its recount, and each period against the one before."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
ACCOUNTS = "accounts:\n  - name: 银行活期（尾号0421）\n    opening: 90.00\n    closing: 920.25\n  - name: 零用金\n    opening: 10.00\n    closing: 10.00\n"


def statement(**changes: str) -> str:
    """A statement of the first year's half without entries, `changes` made."""
    fields = {
        "publisher": "committee", "fund": "common-income", "from": "2026-01-01", "until": "2026-06-30",
        "opening": "100.00", "closing": "100.00",
    } | changes  # fmt: skip
    return f"""title: 收支表
publisher: {fields["publisher"]}
estate: north
date: 2026-07-05
published: 2026-07-08
summary: 又一张收支表。
fund: {fields["fund"]}
period:
  from: {fields["from"]}
  until: {fields["until"]}
opening: {fields["opening"]}
income: 0.00
expense: 0.00
closing: {fields["closing"]}
"""


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
    ],
    "meter-amount-differs": [
        Case(
            [Edit(Q1, "amount: 120.26", "amount: 120.25")],
            """
finances/2026-q1-common-income.yaml:34:13: error: meter-amount-differs: “车位照明”印的是 120.25，而 210.5 × 0.5713 四舍五入到分是 120.26，相差 0.01。""",
        )
    ],
    "opening-differs-from-closing": [
        Case(
            [
                Edit(
                    Q2,
                    "restatement:\n  amount: -30.25\n  why: 上年多记的利息冲回\n  resolution: resolutions/2026-001-lift\n",
                    "",
                )
            ],
            """
finances/2026-q2-common-income.yaml:11:10: error: opening-differs-from-closing: 期初余额是 900.00，而 finances/2026-q1-common-income 的期末是 930.25，期初调整 0.00，应为 930.25，相差 30.25。""",
        ),
        Case(
            [Edit(Q2, "  amount: -30.25", "  amount: 30.25")],
            """
finances/2026-q2-common-income.yaml:11:10: error: opening-differs-from-closing: 期初余额是 900.00，而 finances/2026-q1-common-income 的期末是 930.25，期初调整 30.25，应为 960.50，相差 60.50。""",
        ),
    ],
    "periods-overlap": [
        Case(
            [
                Edit(
                    "finances/2026-q2-again.yaml",
                    "",
                    statement(**{"from": "2026-04-01", "opening": "930.25", "closing": "930.25"}),
                )
            ],
            """
finances/2026-q2-common-income.yaml:9:3: error: periods-overlap: 本期与 finances/2026-q2-again（2026-04-01 至 2026-06-30）有重叠的日子，账会算两遍。""",
        ),
        Case(
            [Edit("finances/2026-02-04.yaml", "", statement(**{"from": "2026-02-01", "until": "2026-04-30"}))],
            """
finances/2026-02-04.yaml:9:3: error: periods-overlap: 本期与 finances/2026-q1-common-income（2026-01-01 至 2026-03-31）有重叠的日子，账会算两遍。
finances/2026-q2-common-income.yaml:9:3: error: periods-overlap: 本期与 finances/2026-02-04（2026-02-01 至 2026-04-30）有重叠的日子，账会算两遍。""",
        ),
    ],
    "period-gap": [
        Case(
            [Edit(Q2, "from: 2026-04-01", "from: 2026-04-03")],
            """
finances/2026-q2-common-income.yaml:9:9: warning: period-gap: 上一期到 2026-03-31 为止，本期从 2026-04-03 开始，中间 2 天没有账。""",
        )
    ],
    "category-unknown": [
        Case(
            [Edit(Q1, "category: CI.I.01", "category: 停车费")],
            """
finances/2026-q1-common-income.yaml:16:15: error: category-unknown: 科目“停车费”不在科目表里。""",
        ),
        Case(
            [Edit(LEDGER, "CI.I.02.lockers", "CI.I.88")],
            """
finances/2026-q1-common-income.csv:3:1: error: category-unknown: 科目“CI.I.88”不在科目表里。""",
        ),
    ],
    "category-of-another-fund": [
        Case(
            [Edit(LEDGER, "CI.C.02", "PS.E.10"), Edit(Q1, "category: CI.C.02", "category: PS.E.10")],
            """
finances/2026-q1-common-income.csv:5:1: error: category-of-another-fund: 科目 PS.E.10 属于“物业服务资金”，这张表是“公共收益”。
finances/2026-q1-common-income.yaml:20:15: error: category-of-another-fund: 科目 PS.E.10 属于“物业服务资金”，这张表是“公共收益”。""",
        ),
        Case(
            [
                Edit(Q2, "fund: common-income", "fund: maintenance"),
                Edit(Q2, "closing: 900.00", "closing: 900.00\ntotals:\n  - category: CI.I\n    amount: 0.00"),
            ],
            """
finances/2026-q2-common-income.yaml:16:15: error: category-of-another-fund: 科目 CI.I 属于“公共收益”，这张表是“专项维修资金”。""",
        ),
    ],
    "category-direction-wrong": [
        Case(
            [
                Edit(LEDGER, "CI.I.01,退停车费,-50.00,,", "CI.I.01,退停车费,,50.00,"),
                Edit(Q1, "\nincome: 950.50", "\nincome: 1000.50"),
                Edit(Q1, "expense: 120.25", "expense: 170.25"),
                Edit(Q1, "    amount: 950.50", "    amount: 1000.50"),
            ],
            """
finances/2026-q1-common-income.csv:4:1: warning: category-direction-wrong: 科目 CI.I.01（停车收入）的金额 50.00 写在了相反的一栏。""",
        ),
        Case(
            [Edit(LEDGER, "CI.I.02.lockers", "CI.C.01"), Edit(Q1, "    amount: 950.50", "    amount: 600.00")],
            """
finances/2026-q1-common-income.csv:3:1: warning: category-direction-wrong: 科目 CI.C.01（法定税收）的金额 350.50 写在了相反的一栏。""",
        ),
    ],
    "entry-without-amount": [
        Case(
            [Edit(LEDGER, "2026-03-20", "2026-03-18,CI.I.01,停车费,,,\n2026-03-20")],
            """
finances/2026-q1-common-income.csv:5:1: error: entry-without-amount: 这一笔没有金额。""",
        )
    ],
    "entry-with-two-amounts": [
        Case(
            [
                Edit(LEDGER, "车位照明电费,,120.25", "车位照明电费,1.00,121.25"),
                Edit(Q1, "\nincome: 950.50", "\nincome: 951.50"),
                Edit(Q1, "expense: 120.25", "expense: 121.25"),
            ],
            """
finances/2026-q1-common-income.csv:5:1: warning: category-direction-wrong: 科目 CI.C.02（能耗成本）的金额 1.00 写在了相反的一栏。
finances/2026-q1-common-income.csv:5:1: warning: entry-with-two-amounts: 这一笔既有收入 1.00 又有支出 121.25。""",
        ),
    ],
    "entry-outside-period": [
        Case(
            [Edit(LEDGER, "2026-01-15", "2025-12-31"), Edit(LEDGER, "2026-03-20", "2026-04-01")],
            """
finances/2026-q1-common-income.csv:2:1: warning: entry-outside-period: 有 2 笔的日期不在本期（2026-01-01 至 2026-03-31），第一笔是 2025-12-31。""",
        )
    ],
    "statement-without-ledger": [
        Case(
            [
                Edit(LEDGER, to="attachments/ledger.csv"),
                Edit(Q1, "totals:", "attachments:\n  - file: attachments/ledger.csv\n    title: 明细\ntotals:"),
            ],
            """
finances/2026-q1-common-income.yaml:1:1: warning: statement-without-ledger: 有收支，却没有明细账。""",
        )
    ],
}

GOOD = {
    "two entries alike, both real": [
        Edit(
            LEDGER,
            "2026-02-15,CI.I.02.lockers,快递柜场地费,350.50,,",
            "2026-02-15,CI.I.02,快递柜场地费,175.25,,\n2026-02-15,CI.I.02,快递柜场地费,175.25,,",
        ),
    ],
    "deposits that lie in the accounts on top of the balance": [
        Edit(Q1, "closing: 920.25", "closing: 1420.25"),
        Edit(Q1, "meters:", "liabilities:\n  - item: 装修押金\n    amount: 500.00\nmeters:"),
    ],
    "accrual accounting, where money and balance differ by nature": [
        Edit(Q1, "closing: 920.25", "closing: 20.25"),
        Edit(Q1, "fund: common-income", "fund: common-income\naccounting: accrual"),
    ],
    "a statement of the half-year beside those of its quarters": [
        Edit("finances/2026-h1.yaml", "", statement(closing="100.00")),
    ],
    "statements of two bodies about one fund": [
        Edit("finances/2026-h1-provider.yaml", "", statement(publisher="provider", until="2026-05-31")),
    ],
    "another fund at the same time": [
        Edit(
            "finances/2026-q2-working.yaml",
            "",
            statement(fund="working", **{"from": "2026-04-01", "until": "2026-06-30"}),
        ),
    ],
    "an overdrawn fund": [
        Edit(Q2, "opening: 900.00", "opening: -5.00"),
        Edit(Q2, "closing: 900.00", "closing: -5.00"),
        Edit(Q2, "  amount: -30.25", "  amount: -935.25"),
    ],
    "a printed zero": [Edit(LEDGER, ",CI.C.02,车位照明电费,,120.25", ",CI.C.02,车位照明电费,0.00,120.25")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_unread_ledger_is_not_called_missing(sample: Sample) -> None:
    sample.edit(Edit(LEDGER, "650.00", "650"))
    assert [finding.rule for finding in sample.findings()] == ["cell-malformed"]


def test_gap_is_not_seen_where_a_statement_cannot_be_read(sample: Sample) -> None:
    sample.edit(
        Edit("finances/2026-q4.yaml", "", statement(**{"from": "2026-10-01", "until": "2026-12-31"})),
        Edit("finances/2026-q3.yaml", "", statement(**{"from": "2026-07-01", "until": "whenever"})),
    )
    rules = [finding.rule for finding in sample.findings()]
    assert "period-gap" not in rules
    assert "value-malformed" in rules
