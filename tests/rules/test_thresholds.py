"""Declared results agree with the recount under the law of the day."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import thresholds
from noticeboard.rules.rule import Rule
from tests.sample import Case, Edit, Sample, bad, good

LIFT = "resolutions/2026-001-lift.yaml"
BODIES = "bodies.yaml"


def _resolution(
    decided_by: str, matter: str, counts: str, result: str = "passed", decided_on: str = "2026-06-01"
) -> Edit:
    """A second resolution; `counts` are lines under `counts:`, `decided_by` is a body of `residents` or `committee`."""
    text = f"""\
title: 另一件事
publisher: residents
estate: north
date: {decided_on}
published: {decided_on}
summary: 另一件事的结果。
decided_by: {decided_by}
decided_on: {decided_on}
area_basis: registered
notice: notices/2026-04-03-lift-plan
motions:
  - id: "1"
    title: 另一件事
    matter: {matter}
    result: {result}
    counts:
{counts}    item: lift
implementation: {{by: provider, due: 2026-12-31, progress: 刚开始}}
"""
    return Edit(f"resolutions/{decided_on[:4]}-002-other.yaml", new=text)


def _count(unit: str, entitled: str, took_part: str, agree: str, deemed: str = "") -> str:
    lines = [
        f"      - unit: {unit}", f"        entitled: {entitled}", f"        took_part: {took_part}",
        "        options:", f"          同意: {agree}", *([f"        deemed: {{同意: {deemed}}}"] if deemed else []),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _owners(owners: tuple[str, ...], area: tuple[str, ...], **more: str) -> Edit:
    counts = _count("owners", *owners) + _count("area", *area)
    return _resolution("residents", more.pop("matter", "other-common-matter"), counts, **more)


def _of(kind: str) -> Edit:
    """The residents' committee becomes a body of another kind, to decide."""
    return Edit(BODIES, "kind: residents-committee", f"kind: {kind}")


TOLD = Edit(LIFT, "implementation:\n", "residents_committee_informed_on: 2026-04-03\nimplementation:\n")
"""The vote that the residents' committee ran is now another body's, which told it."""

FULL_AREA = ("3000.00", "3000.00", "3000.00")

BAD = {
    "owners-quorum-not-met": [
        Case(
            [_owners(("30", "19", "19"), ("3000.00", "1999.99", "1999.99"))],
            """
resolutions/2026-002-other.yaml:15:13: error: owners-quorum-not-met: “另一件事”宣布通过；按业主人数，参与表决的 19，总数 30，三分之二以上至少要 20，还差 1。
resolutions/2026-002-other.yaml:15:13: error: owners-quorum-not-met: “另一件事”宣布通过；按面积，参与表决的 1999.99，总数 3000.00，三分之二以上至少要 2000.00，还差 0.01。""",
        ),
        Case(
            [_resolution("residents", "hire-provider", _count("owners", "30", "19", "19"))],
            """
resolutions/2026-002-other.yaml:15:13: error: owners-quorum-not-met: “另一件事”宣布通过；按业主人数，参与表决的 19，总数 30，三分之二以上至少要 20，还差 1。""",
        ),
    ],
    "owners-majority-not-reached": [
        Case(
            [_owners(("30", "30", "15"), ("3000.00", "3000.00", "1500.00"))],
            """
resolutions/2026-002-other.yaml:15:13: error: owners-majority-not-reached: “另一件事”宣布通过；按业主人数，同意的 15，以 30 为分母，过半数至少要 16，还差 1。
resolutions/2026-002-other.yaml:15:13: error: owners-majority-not-reached: “另一件事”宣布通过；按面积，同意的 1500.00，以 3000.00 为分母，过半数至少要 1500.01，还差 0.01。""",
        ),
        Case(  # the votes that were cast and those that were deemed together
            [_owners(("30", "20", "9", "1"), FULL_AREA)],
            """
resolutions/2026-002-other.yaml:15:13: error: owners-majority-not-reached: “另一件事”宣布通过；按业主人数，同意的 10，以 21 为分母，过半数至少要 11，还差 1。""",
        ),
        Case(  # half of all owners, as the law was before 2021
            [_owners(("30", "20", "15"), FULL_AREA, decided_on="2020-12-31")],
            """
resolutions/2020-002-other.yaml:15:13: error: owners-majority-not-reached: “另一件事”宣布通过；按业主人数，同意的 15，以 30 为分母，过半数至少要 16，还差 1。""",
        ),
    ],
    "special-majority-not-reached": [
        Case(
            [_owners(("30", "24", "17"), FULL_AREA, matter="rebuild")],
            """
resolutions/2026-002-other.yaml:15:13: error: special-majority-not-reached: “另一件事”宣布通过；按业主人数，同意的 17，以 24 为分母，四分之三以上至少要 18，还差 1。""",
        ),
        Case(
            [_owners(("30", "24", "19"), FULL_AREA, matter="use-maintenance-fund", decided_on="2020-12-31")],
            """
resolutions/2020-002-other.yaml:15:13: error: special-majority-not-reached: “另一件事”宣布通过；按业主人数，同意的 19，以 30 为分母，三分之二以上至少要 20，还差 1。""",
        ),
    ],
    "declared-failed-though-passed": [
        Case(  # use of the maintenance fund, held to three quarters
            [
                _owners(
                    ("30", "24", "13"),
                    ("3000.00", "2400.00", "1300.00"),
                    matter="use-maintenance-fund",
                    result="failed",
                )
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: declared-failed-though-passed: “另一件事”宣布未通过；按票数和法律，参与的够数，同意的也够数：按面积，同意的 1300.00，以 2400.00 为分母，过半数只要 1200.01。""",
        )
    ],
    "committee-quorum-not-met": [
        Case(
            [_resolution("committee", "committee-matter", _count("persons", "6", "3", "3"))],
            """
resolutions/2026-002-other.yaml:15:13: error: committee-quorum-not-met: “另一件事”宣布通过；到会的委员 3 人，全体 6 人，过半数至少要 4 人，还差 1 人。""",
        )
    ],
    "committee-majority-not-reached": [
        Case(
            [_resolution("committee", "committee-matter", _count("persons", "7", "4", "3"))],
            """
resolutions/2026-002-other.yaml:15:13: error: committee-majority-not-reached: “另一件事”宣布通过；同意的委员 3 人，全体 7 人，半数以上至少要 4 人，还差 1 人。""",
        ),
        Case(
            [
                Edit("community.yaml", "jurisdiction: CN", "jurisdiction: CN-SH"),
                _resolution("committee", "committee-matter", _count("persons", "6", "4", "3")),
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: committee-majority-not-reached: “另一件事”宣布通过；同意的委员 3 人，全体 6 人，过半数至少要 4 人，还差 1 人。""",
        ),
    ],
    "representatives-quorum-not-met": [
        Case(
            [
                _of("residents-representatives"),
                TOLD,
                _resolution("residents", "residents-matter", _count("persons", "107", "71", "71")),
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: representatives-quorum-not-met: “另一件事”宣布通过；到会 71，应到 107，三分之二以上至少要 72，还差 1。""",
        )
    ],
    "representatives-majority-not-reached": [
        Case(
            [
                _of("residents-representatives"),
                TOLD,
                _resolution("residents", "residents-matter", _count("ballots", "107", "72", "36")),
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: representatives-majority-not-reached: “另一件事”宣布通过；同意的 36，到会 72，过半数至少要 37，还差 1。""",
        )
    ],
    "residents-meeting-quorum-not-met": [
        Case(
            [
                _of("residents-meeting"),
                TOLD,
                _resolution("residents", "residents-matter", _count("households", "50", "25", "25")),
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: residents-meeting-quorum-not-met: “另一件事”宣布通过；到会 25，应到 50，过半数至少要 26，还差 1。""",
        )
    ],
    "residents-meeting-majority-not-reached": [
        Case(
            [
                _of("residents-meeting"),
                TOLD,
                _resolution("residents", "residents-matter", _count("persons", "50", "26", "13")),
            ],
            """
resolutions/2026-002-other.yaml:15:13: error: residents-meeting-majority-not-reached: “另一件事”宣布通过；同意的 13，到会 26，过半数至少要 14，还差 1。""",
        )
    ],
    "result-hangs-on-deemed-votes": [
        Case(
            [_owners(("30", "20", "10", "1"), FULL_AREA)],
            """
resolutions/2026-002-other.yaml:15:13: warning: result-hangs-on-deemed-votes: “另一件事”的结果取决于推定票：只算实际投的票，达不到要求；算上推定票，达到要求。""",
        ),
        Case(
            [_owners(("30", "19", "19", "1"), FULL_AREA, result="failed")],
            """
resolutions/2026-002-other.yaml:15:13: warning: result-hangs-on-deemed-votes: “另一件事”的结果取决于推定票：只算实际投的票，达不到要求；算上推定票，达到要求。""",
        ),
    ],
    "small-group-counted": [
        Case(
            [
                _resolution(
                    "residents",
                    "other-common-matter",
                    _count("owners", "4", "4", "3").replace("options", "group: 甲单元\n        options"),
                )
            ],
            """
resolutions/2026-002-other.yaml:22:11: error: small-group-counted: motions[1].counts[1].options：分组“甲单元”只有 4 户（人），列出各选项的票数会看出谁怎么投。""",
        )
    ],
}

GOOD = {
    "two thirds exactly are enough to vote": [_owners(("30", "20", "11"), ("3000.00", "2000.00", "1000.01"))],
    "three quarters exactly are enough": [
        _owners(("30", "24", "18"), ("3000.00", "2400.00", "1800.00"), matter="rebuild")
    ],
    "use of the fund needs more than half": [_owners(("30", "24", "13"), FULL_AREA, matter="use-maintenance-fund")],
    "use of the fund before 2021 by two thirds of all": [
        _owners(
            ("30", "24", "20"),
            ("3000.00", "2400.00", "2000.00"),
            matter="use-maintenance-fund",
            decided_on="2020-12-31",
        )
    ],
    "before 2021 by more than half of all": [
        _owners(("30", "16", "16"), ("3000.00", "1500.01", "1500.01"), decided_on="2020-12-31")
    ],
    "failed for want of a quorum": [_owners(("30", "19", "19"), FULL_AREA, result="failed")],
    "nothing is said of the area": [_resolution("residents", "rebuild", _count("owners", "30", "24", "18"))],
    "half of a committee where that is enough": [
        _resolution("committee", "committee-matter", _count("persons", "6", "4", "3"))
    ],
    "seventy-two of a hundred and seven representatives": [
        _of("residents-representatives"),
        TOLD,
        _resolution("residents", "residents-matter", _count("persons", "107", "72", "37")),
    ],
    "representatives before the law of 2026": [
        _of("residents-representatives"),
        TOLD,
        _resolution("residents", "residents-matter", _count("persons", "107", "10", "5"), decided_on="2025-12-31"),
    ],
    "a poll decides nothing": [_owners(("30", "3", "1"), FULL_AREA, matter="opinion-poll")],
    "a group of five": [
        Edit(
            LIFT,
            "        entitled: 30\n        issued: 30\n",
            "        entitled: 30\n        issued: 30\n        group: 甲单元\n",
        )
    ],
}


OURS = [one.id for one in vars(thresholds).values() if isinstance(one, Rule)]


def told(sample: Sample) -> str:
    """What our rules have to say, and every other error: the law of a place asks for more than votes."""
    lines = sample.lines().splitlines()
    return "\n".join(line for line in lines if " error: " in line or any(f": {rule}: " in line for rule in OURS))


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_nothing_is_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
