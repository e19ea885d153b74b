"""Every entry has its category, its amount and its day."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"

BAD = {
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
        Case(
            [Edit(Q1, "category: CI.I.01", "category: CI.I.01x")],
            """
finances/2026-q1-common-income.yaml:16:15: error: category-unknown: 科目“CI.I.01x”不在科目表里。""",
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
                Edit(
                    Q2,
                    "closing: 900.00",
                    "closing: 900.00\ninspect_at: 业委会\ntotals:\n  - category: CI.I\n    amount: 0.00",
                ),
            ],
            """
finances/2026-q2-common-income.yaml:17:15: error: category-of-another-fund: 科目 CI.I 属于“公共收益”，这张表是“专项维修资金”。""",
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
        Case(
            [
                Edit(LEDGER, "2026-03-20", "2026-03-19,CI.C.02,退电费,20.25,,,记3\n2026-03-20"),
                Edit(LEDGER, "650.00", "629.75"),
                Edit(Q1, "    amount: 600.00", "    amount: 579.75"),
                Edit(Q1, "    amount: 950.50", "    amount: 930.25"),
                Edit(Q1, "    amount: 120.25", "    amount: 100.00"),
            ],
            """
finances/2026-q1-common-income.csv:5:1: warning: category-direction-wrong: 科目 CI.C.02（能耗成本）的金额 20.25 写在了相反的一栏。""",
        ),
    ],
    "entry-without-amount": [
        Case(
            [Edit(LEDGER, "2026-03-20", "2026-03-18,CI.I.01,停车费,,,,\n2026-03-20")],
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
        ),
        Case(
            [Edit(Q2, "income: 0.00", "income: 5.00"), Edit(Q2, "closing: 900.00", "closing: 905.00")],
            """
finances/2026-q2-common-income.yaml:1:1: warning: bank-balance-missing: 没有写明钱存在哪些账户、银行余额是多少。
finances/2026-q2-common-income.yaml:1:1: warning: statement-without-ledger: 有收支，却没有明细账。""",
        ),
        Case(
            [Edit(Q2, "expense: 0.00", "expense: 5.00"), Edit(Q2, "closing: 900.00", "closing: 895.00")],
            """
finances/2026-q2-common-income.yaml:1:1: warning: bank-balance-missing: 没有写明钱存在哪些账户、银行余额是多少。
finances/2026-q2-common-income.yaml:1:1: warning: statement-without-ledger: 有收支，却没有明细账。""",
        ),
    ],
}

GOOD = {
    "two entries alike, both real": [
        Edit(
            LEDGER,
            "2026-02-15,CI.I.02.lockers,快递柜场地费,350.50,,",
            "2026-02-15,CI.I.02,快递柜场地费,175.25,,,记2\n2026-02-15,CI.I.02,快递柜场地费,175.25,,",
        ),
    ],
    "a printed zero": [Edit(LEDGER, ",CI.C.02,车位照明电费,,120.25", ",CI.C.02,车位照明电费,0.00,120.25")],
    "entries on the first and the last day": [
        Edit(LEDGER, "2026-01-15", "2026-01-01"),
        Edit(LEDGER, "2026-03-20", "2026-03-31"),
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


def test_unread_ledger_is_not_called_missing(sample: Sample) -> None:
    sample.edit(Edit(LEDGER, "650.00", "650"))
    assert [finding.rule for finding in sample.findings()] == ["cell-malformed"]
