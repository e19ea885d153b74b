"""What a community answers for: it stands with the answer, and an answer must have something to answer."""
# ruff: noqa: E501

import datetime

import pytest

from noticeboard.findings import Severity
from tests.sample import DAY, Case, Edit, Sample, bad

WATER = "notices/2026-04-02-water.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
FILE = "acknowledged.yaml"
UNBALANCED = Edit(Q2, "closing: 900.00", "closing: 890.00")


def answer(rule: str, record: str, until: str = "2026-12-31", reason: str = "原件如此") -> str:
    return f"  - rule: {rule}\n    record: {record}\n    reason: {reason}\n    until: {until}\n"


def answers(*entries: str) -> Edit:
    return Edit(FILE, new="acknowledged:\n" + "".join(entries))


UNBALANCED_ANSWER = answer("statement-does-not-balance", "finances/2026-q2-common-income")

BAD = {
    "acknowledgement-expired": [
        Case(
            [UNBALANCED, answers(UNBALANCED_ANSWER.replace("2026-12-31", "2026-07-19"))],
            """
acknowledged.yaml:5:12: warning: acknowledgement-expired: 对 finances/2026-q2-common-income 的“statement-does-not-balance”的说明已在 2026-07-19 过期，仍照常显示。
finances/2026-q2-common-income.yaml:14:10: acknowledged: statement-does-not-balance: 期末余额印的是 890.00，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 10.00。""",
        ),
    ],
    "acknowledgement-without-finding": [
        Case(
            [answers(UNBALANCED_ANSWER)],
            """
acknowledged.yaml:2:11: warning: acknowledgement-without-finding: acknowledged.yaml 说明了 finances/2026-q2-common-income 的“statement-does-not-balance”，但检查没有发现这个问题。""",
        ),
        Case(
            [UNBALANCED, answers(answer("statement-does-not-balance", "finances/2026-q1-common-income"))],
            """
acknowledged.yaml:2:11: warning: acknowledgement-without-finding: acknowledged.yaml 说明了 finances/2026-q1-common-income 的“statement-does-not-balance”，但检查没有发现这个问题。
finances/2026-q2-common-income.yaml:14:10: error: statement-does-not-balance: 期末余额印的是 890.00，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 10.00。""",
        ),
    ],
    "acknowledgement-instead-of-mending": [
        Case(
            [Edit(WATER, "- n1", "- n9"), answers(answer("building-unknown", "notices/2026-04-02-water"))],
            """
acknowledged.yaml:2:11: warning: acknowledgement-instead-of-mending: notices/2026-04-02-water 的“building-unknown”只能改正，不能用说明代替。
notices/2026-04-02-water.yaml:6:5: error: building-unknown: buildings[1] 写的楼栋“n9”不在 community.yaml 里。""",
        ),
    ],
    "acknowledgement-of-unknown-rule": [
        Case(
            [UNBALANCED, answers(UNBALANCED_ANSWER.replace("statement-does", "statment-does"))],
            """
acknowledged.yaml:2:11: warning: acknowledgement-of-unknown-rule: 没有“statment-does-not-balance”这条规则（是不是 statement-does-not-balance？）。
finances/2026-q2-common-income.yaml:14:10: error: statement-does-not-balance: 期末余额印的是 890.00，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 10.00。""",
        ),
        Case(
            [answers(answer("no-such-thing-at-all", "finances/2026-q2-common-income"))],
            """
acknowledged.yaml:2:11: warning: acknowledgement-of-unknown-rule: 没有“no-such-thing-at-all”这条规则。""",
        ),
    ],
    "acknowledgement-of-unknown-record": [
        Case(
            [answers(answer("statement-does-not-balance", "finances/2026-q2-common-income.yaml"))],
            """
acknowledged.yaml:3:13: warning: acknowledgement-of-unknown-record: 没有“finances/2026-q2-common-income.yaml”这条记录（是不是 finances/2026-q2-common-income？）。""",
        ),
        Case(
            [answers(answer("statement-does-not-balance", "2026-q2-common-income"))],
            """
acknowledged.yaml:3:13: warning: acknowledgement-of-unknown-record: 没有“2026-q2-common-income”这条记录（是不是 finances/2026-q2-common-income？）。""",
        ),
        Case(
            [answers(answer("statement-does-not-balance", "账目/第二季度"))],
            """
acknowledged.yaml:3:13: warning: acknowledgement-of-unknown-record: 没有“账目/第二季度”这条记录。""",
        ),
    ],
    "body-unknown": [
        Case(
            [UNBALANCED, answers(UNBALANCED_ANSWER, "    by: nobody\n")],
            """
acknowledged.yaml:6:9: error: body-unknown: acknowledged[1].by 写的机构“nobody”不在 bodies.yaml 里。
finances/2026-q2-common-income.yaml:14:10: acknowledged: statement-does-not-balance: 期末余额印的是 890.00，而期初 900.00 ＋收入 0.00 －支出 0.00 ＝ 900.00，相差 10.00。""",
        )
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


def test_answered_error_blocks_nothing_and_keeps_its_reason(sample: Sample) -> None:
    sample.edit(UNBALANCED, answers(UNBALANCED_ANSWER))
    (finding,) = sample.findings()
    assert (finding.severity, finding.acknowledged, finding.blocks) == (Severity.ERROR, "原件如此", False)


def test_answered_warning_keeps_its_reason(sample: Sample) -> None:
    sample.edit(
        Edit(LIFT, "decided_on: 2026-05-12", "decided_on: 2026-05-09"),
        Edit(LIFT, "published: 2026-05-13", "published: 2026-05-12"),
        answers(answer("decided-before-voting-ended", "resolutions/2026-001-lift")),
    )
    (finding,) = sample.findings()
    assert finding.acknowledged == "原件如此"


def test_one_body_is_answered_for_and_the_others_are_not(sample: Sample) -> None:
    sample.edit(
        Edit("bodies.yaml", "seats: 7", "seats: 6"),
        Edit(
            "bodies.yaml",
            "contracts:\n",
            "  - id: second\n    name: 南园第一届业主委员会\n    kind: owners-committee\n    estate: south\n    seats: 8\n"
            "    term:\n      from: 2024-01-01\n      until: 2028-12-31\n      elected_on: 2024-01-01\n"
            "      first_meeting_on: 2024-01-02\n      filed_on: 2024-01-10\ncontracts:\n",
        ),
        answers(answer("committee-size-even", "bodies") + "    about: second\n"),
    )
    assert [(one.item, one.acknowledged) for one in sample.findings()] == [("bodies[2]", ""), ("bodies[4]", "原件如此")]


def test_an_answer_about_a_body_without_such_a_finding_is_told(sample: Sample) -> None:
    sample.edit(
        Edit("bodies.yaml", "seats: 7", "seats: 6"),
        answers(answer("committee-size-even", "bodies") + "    about: provider\n"),
    )
    assert [one.rule for one in sample.findings()] == ["acknowledgement-without-finding", "committee-size-even"]


def test_answer_holds_on_its_last_day(sample: Sample) -> None:
    sample.edit(UNBALANCED, answers(UNBALANCED_ANSWER))
    assert [one.rule for one in sample.findings(datetime.date(2026, 12, 31))] == ["statement-does-not-balance"]
    late = sample.findings(datetime.date(2027, 1, 1))
    assert [one.rule for one in late] == ["acknowledgement-expired", "statement-does-not-balance"]
    assert not any(one.blocks for one in late)


def test_renewed_answer_replaces_the_expired_one(sample: Sample) -> None:
    expired = UNBALANCED_ANSWER.replace("2026-12-31", "2026-07-01")
    sample.edit(UNBALANCED, answers(UNBALANCED_ANSWER.replace("原件如此", "仍在查"), expired))
    (finding,) = sample.findings()
    assert finding.acknowledged == "仍在查"


def test_acknowledgement_of_an_acknowledgement_answers_nothing(sample: Sample) -> None:
    expired = UNBALANCED_ANSWER.replace("2026-12-31", "2026-07-01")
    sample.edit(UNBALANCED, answers(expired, answer("acknowledgement-expired", "acknowledged")))
    rules = [one.rule for one in sample.findings() if not one.acknowledged]
    assert rules == ["acknowledgement-expired", "acknowledgement-instead-of-mending"]


@pytest.mark.parametrize("broken", [Edit(Q1, "fund: common-income", "fund: unknown"), Edit(LEDGER, "650.00", "650")])
def test_answer_about_what_cannot_be_read_is_left_alone(sample: Sample, broken: Edit) -> None:
    sample.edit(broken, answers(answer("statement-income-differs", "finances/2026-q1-common-income")))
    assert "acknowledgement-without-finding" not in [one.rule for one in sample.findings(DAY)]


def test_a_fault_of_the_file_itself_cannot_be_answered(sample: Sample) -> None:
    sample.edit(Edit(LEDGER, "650.00", "650"), answers(answer("cell-malformed", "finances/2026-q1-common-income")))
    assert [one.rule for one in sample.findings()] == ["acknowledgement-instead-of-mending", "cell-malformed"]


@pytest.mark.parametrize("record", ["community", "attachments/map", "notices/2026-04-02-water"])
def test_whatever_can_have_a_finding_can_be_named(sample: Sample, record: str) -> None:
    sample.edit(answers(answer("households-differ", record)))
    assert [one.rule for one in sample.findings()] == ["acknowledgement-without-finding"]
