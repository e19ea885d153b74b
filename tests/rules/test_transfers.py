"""What leaves one fund arrives in the other."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
FUND = "finances/2026-h1-maintenance"

FUND_TEXT = """title: 北园2026年上半年维修资金收支表
publisher: committee
estate: north
date: 2026-07-05
published: 2026-07-08
summary: 公共收益补充了一笔。
fund: maintenance
period:
  from: 2026-01-01
  until: 2026-06-30
opening: 5000.00
income: 120.25
expense: 0.00
closing: 5120.25
accounts:
  - name: 专户
    closing: 5120.25
"""
FUND_LEDGER = """日期,凭证号,科目,项目,收入,支出,划转编号
2026-03-25,维1,MF.I.03,公共收益补充,120.25,,2026-top-up
"""
OUT = [
    Edit(LEDGER, "依据决议,凭证号", "依据决议,凭证号,划转编号"),
    Edit(LEDGER, ",记1", ",记1,"),
    Edit(LEDGER, ",记2", ",记2,"),
    Edit(LEDGER, ",记3", ",记3,"),
    Edit(LEDGER, "2026-03-20,CI.C.02,车位照明电费", "2026-03-20,CI.U.01,补充维修资金"),
    Edit(LEDGER, "记4", "记4,2026-top-up"),
    Edit(Q1, "category: CI.C.02", "category: CI.U.01"),
    Edit("resolutions/2026-001-lift.yaml", "decided_on: 2026-05-12", "decided_on: 2026-01-12"),
    Edit("resolutions/2026-001-lift.yaml", "voting:\n  from: 2026-05-01\n  until: 2026-05-10\n", ""),
]
INTO = [Edit(f"{FUND}.yaml", "", FUND_TEXT), Edit(f"{FUND}.csv", "", FUND_LEDGER)]
NO_TRANSFER = [
    Edit(
        f"{FUND}.csv", "2026-03-25,维1,MF.I.03,公共收益补充,120.25,,2026-top-up", "2026-03-25,维1,MF.I.04,利息,120.25,,"
    ),
]
FINDINGS = ("transfer-", "error")


def told(sample: Sample) -> str:
    """Of what is found, errors and all that is about transfers; the decision that the top-up rests on is another matter."""
    return "\n".join(line for line in sample.lines().splitlines() if any(f" {word}" in line for word in FINDINGS))


BAD = {
    "transfer-without-id": [
        Case(
            [*OUT, *INTO, Edit(LEDGER, "记4,2026-top-up", "记4,"), *NO_TRANSFER],
            """
finances/2026-q1-common-income.csv:5:1: warning: transfer-without-id: 有 1 笔资金之间的划转未写划转编号，两边的账对不起来。""",
        ),
    ],
    "transfer-without-counterpart": [
        Case(
            [*OUT, *INTO, *NO_TRANSFER],
            """
finances/2026-q1-common-income.csv:5:1: warning: transfer-without-counterpart: 划转 2026-top-up 的 120.25 元，在“专项维修资金”的账里未见对应的一笔。""",
        ),
        Case(
            [*OUT, *INTO, Edit(f"{FUND}.csv", "2026-top-up", "2026-q1-top-up")],
            """
finances/2026-h1-maintenance.csv:2:1: warning: transfer-without-counterpart: 划转 2026-q1-top-up 的 120.25 元，在“公共收益”的账里未见对应的一笔。
finances/2026-q1-common-income.csv:5:1: warning: transfer-without-counterpart: 划转 2026-top-up 的 120.25 元，在“专项维修资金”的账里未见对应的一笔。""",
        ),
    ],
    "transfer-amounts-differ": [
        Case(
            [
                *OUT,
                *INTO,
                Edit(f"{FUND}.csv", "120.25", "120.24"),
                Edit(f"{FUND}.yaml", "income: 120.25", "income: 120.24"),
                Edit(f"{FUND}.yaml", "\nclosing: 5120.25", "\nclosing: 5120.24"),
                Edit(f"{FUND}.yaml", "    closing: 5120.25", "    closing: 5120.24"),
            ],
            """
finances/2026-h1-maintenance.csv:2:1: error: transfer-amounts-differ: 划转 2026-top-up：转出 120.25 元，转入 120.24 元，相差 0.01 元。""",
        ),
    ],
    "transfer-days-apart": [
        Case(
            [*OUT, *INTO, Edit(f"{FUND}.csv", "2026-03-25", "2026-04-21")],
            """
finances/2026-h1-maintenance.csv:2:1: warning: transfer-days-apart: 划转 2026-top-up：2026-03-20 转出，2026-04-21 转入，相隔 32 天。""",
        ),
    ],
}

GOOD = {
    "both sides": [*OUT, *INTO],
    "both sides, thirty-one days apart": [*OUT, *INTO, Edit(f"{FUND}.csv", "2026-03-25", "2026-04-20")],
    "the other fund's statement is still to come": OUT,
    "the other fund's statement ends before the money can have arrived": [
        *OUT,
        *INTO,
        *NO_TRANSFER,
        Edit(f"{FUND}.yaml", "  until: 2026-06-30", "  until: 2026-04-19"),
    ],
    "sent in two parts": [
        *OUT,
        *INTO,
        Edit(
            f"{FUND}.csv",
            "2026-03-25,维1,MF.I.03,公共收益补充,120.25,,2026-top-up",
            "2026-03-25,维1,MF.I.03,公共收益补充,100.00,,2026-top-up\n2026-03-26,维2,MF.I.03,公共收益补充,20.25,,2026-top-up",
        ),
    ],
    "a statement of the year beside the half-year's, which tells the same again": [
        *OUT,
        *INTO,
        Edit(
            "finances/2026-year-maintenance.yaml",
            "",
            FUND_TEXT.replace("until: 2026-06-30", "until: 2026-12-31").replace("2026-07-0", "2027-01-0"),
        ),
        Edit("finances/2026-year-maintenance.csv", "", FUND_LEDGER),
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
