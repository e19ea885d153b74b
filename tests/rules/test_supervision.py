"""Accounts are looked over by somebody other than who prepared them; findings are told whole, mended and shown so."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q2 = "finances/2026-q2-common-income.yaml"
END = "closing: 900.00\n"
LATE = "findings/2026-late.yaml"
TOLD = """\
title: 一季度账晚贴
publisher: residents
date: 2026-05-10
published: 2026-05-11
summary: 一季度的账晚贴了八天。
raised_by: residents
concerns: committee
found: 4月10日落款，4月18日才贴。
basis:
  - 议事规则第三十一条
action: 排定下季日期
due: 2026-06-10
points_to:
  - record: finances/2026-q1-common-income
    line: 2
"""
FIXED = TOLD + "fixed_on: 2026-06-10\nproof:\n  note: 值班表已写上\n"


def finding(old: str = "", new: str = "", text: str = FIXED) -> Edit:
    return Edit(LATE, new=text.replace(old, new) if old else text)


BAD = {
    "statement-reviewed-by-nobody": [
        Case(
            [Edit(Q2, END, f"{END}prepared_by: 财务岗\n")],
            """
finances/2026-q2-common-income.yaml:15:14: warning: statement-reviewed-by-nobody: 这份账由“财务岗”编制，没有写明由谁审阅。""",
        )
    ],
    "finding-incomplete": [
        Case(
            [finding("basis:\n  - 议事规则第三十一条\naction: 排定下季日期\n", "")],
            """
findings/2026-late.yaml:1:1: warning: finding-incomplete: 没有写明依据、整改要求。""",
        )
    ],
    "finding-fixed-without-proof": [
        Case(
            [finding(text=TOLD + "fixed_on: 2026-06-10\nrechecked:\n  - date: 2026-06-09\n    result: fixed\n")],
            """
findings/2026-late.yaml:16:11: warning: finding-fixed-without-proof: 写着 2026-06-10 已改好，没有写凭什么看出来，也没有复查。""",
        )
    ],
    "finding-against-itself": [
        Case(
            [finding("concerns: committee", "concerns: residents")],
            """
findings/2026-late.yaml:7:11: warning: finding-against-itself: 提出单位和责任单位都是“榆树社区居民委员会”。""",
        )
    ],
    "finding-overdue": [
        Case(
            [finding("due: 2026-06-10", "due: 2026-07-19", TOLD)],
            """
findings/2026-late.yaml:12:6: info: finding-overdue: 限期是 2026-07-19，没有记载改好。责任单位是“北园第一届业主委员会”。""",
        ),
        Case(
            [finding(text=FIXED + "reopened:\n  - date: 2026-07-10\n    why: 又晚了\n    due: 2026-07-15\n")],
            """
findings/2026-late.yaml:22:10: info: finding-overdue: 限期是 2026-07-15，没有记载改好。责任单位是“北园第一届业主委员会”。""",
        ),
    ],
    "referred-finding-tells": [
        Case(
            [finding(text=TOLD + "referred_to: 区纪检监察机关\n")],
            """
findings/2026-late.yaml:8:8: warning: referred-finding-tells: 已移交“区纪检监察机关”，页上还写着细节。""",
        )
    ],
    "finding-line-unknown": [
        Case(
            [finding("line: 2", "line: 99")],
            """
findings/2026-late.yaml:15:11: error: finding-line-unknown: finances/2026-q1-common-income 的明细账没有第 99 行。""",
        ),
        Case(
            [finding("finances/2026-q1-common-income", "notices/2026-04-02-water")],
            """
findings/2026-late.yaml:15:11: error: finding-line-unknown: notices/2026-04-02-water 的明细账没有第 2 行。""",
        ),
    ],
    "proof-not-attached": [
        Case(
            [finding("  note: 值班表已写上", "  file: attachments/map.pdf")],
            """
findings/2026-late.yaml:18:9: error: proof-not-attached: 证明用的文件“attachments/map.pdf”不在这条记录的附件里。""",
        )
    ],
    "statement-reviewed-by-its-preparer": [
        Case(
            [Edit(Q2, END, f"{END}prepared_by: 财务岗\nreviewed_by:\n  - by: 财务岗\n")],
            """
finances/2026-q2-common-income.yaml:17:9: warning: statement-reviewed-by-its-preparer: 编制和审阅都是“财务岗”。""",
        )
    ],
}

GOOD = {
    "a finding that was mended": [finding()],
    "a finding whose last day is today": [finding("due: 2026-06-10", "due: 2026-07-20", TOLD)],
    "a finding that was re-checked": [
        finding(text=TOLD + "fixed_on: 2026-06-10\nrechecked:\n  - date: 2026-06-10\n    result: fixed\n")
    ],
    "a finding left to an authority": [
        finding(text=TOLD.partition("found:")[0] + "referred_to: 区纪检监察机关\nreferred_on: 2026-05-20\n")
    ],
    "a statement that says neither": [],
    "a reviewer beside the preparer": [
        Edit(Q2, END, f"{END}prepared_by: 财务岗\nreviewed_by:\n  - by: 财务岗\n  - by: 居务监督委员会\n")
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
