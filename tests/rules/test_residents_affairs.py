"""Residents' affairs: called in time, studied before, carried out, hanging long enough; and nothing of it before 2026."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import residents_affairs
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
MEETING = "meetings/2026-05-30-residents.yaml"
SHEET = "notices/2026-05-01-canteen.yaml"
WITH_MEETINGS = Edit(
    BODIES,
    "    kind: residents-committee\n",
    "    kind: residents-committee\n  - id: assembly\n    name: 居民会议\n    kind: residents-meeting\n  - id: reps\n    name: 居民代表会议\n    kind: residents-representatives\n",
)


def meeting(
    day: str = "2026-05-30", more: str = "party_study_on: 2026-05-20\n", kind: str = "residents-meeting"
) -> Edit:
    """A meeting of residents that voted on something."""
    text = f"title: 居民会议\npublisher: residents\ndate: {day}\npublished: {day}\nsummary: 定了充电棚。\ntype: {kind}\nbody: assembly\nstate: held\n"
    return Edit(f"meetings/{day}-residents.yaml", "", f"{text}{more}agenda:\n  - title: 充电棚\n    kind: vote\n")


def call(day: str) -> Edit:
    """The notice of that meeting, published on a day."""
    text = f"title: 居民会议通知\npublisher: residents\ndate: 2026-05-01\npublished: {day}\nsummary: 请来开会。\nform: notice\ncategory: meeting\n"
    return Edit("notices/2026-05-01-call.yaml", "", text)


def decision(more: str, day: str = "2026-05-30", by: str = "reps") -> Edit:
    """What residents or their representatives adopted."""
    text = f"title: 充电棚\npublisher: residents\ndate: {day}\npublished: {day}\nsummary: 建充电棚。\ndecided_by: {by}\ndecided_on: {day}\n"
    return Edit(
        f"resolutions/{day[:4]}-002-shed.yaml",
        "",
        f"{text}motions:\n  - id: '1'\n    title: 建棚\n    matter: residents-matter\n    result: passed\n{more}",
    )


def sheet(until: str, published: str = "2026-05-01", more: str = "form: public-posting\n") -> Edit:
    """Something that the residents' committee posts."""
    text = f"title: 食堂方案\npublisher: residents\ndate: {published}\npublished: {published}\nsummary: 听听意见。\ncategory: welfare\n"
    posting = f"posting:\n  from: {published}\n  until: {until}\n  places:\n    - gate\n  objection:\n    to: residents\n    how: 当面\n"
    return Edit(f"notices/{published}-canteen.yaml", "", f"{text}{more}{posting}")


NOTICED = "notice: notices/2026-05-01-call\nparty_study_on: 2026-05-01\n"
IMPLEMENTED = "implementation:\n  by: residents\n  due: {due}\n"
HEARING = "title: 听证会\npublisher: residents\ndate: 2026-03-01\npublished: 2026-03-02\nsummary: 听意见。\ntype: hearing\nbody: residents\nstate: held\nagenda:\n  - title: 屋面\n"
CONSULTING = Edit("community.yaml", "jurisdiction: CN\n", "jurisdiction: CN\npacks:\n  - consultation-4321\n")
OUTCOMES_ASKED = Edit(
    "community.yaml",
    "promises:\n",
    "by_laws:\n  - text: 听证会的结果要公布。\n    since: 2024-01-01\n"
    '    parameter: residents_committee.hearing_outcomes\n    value: "true"\npromises:\n',
)

BAD = {
    "residents-affair-posted-briefly": [
        Case(
            [sheet("2026-05-15")],
            """
notices/2026-05-01-canteen.yaml:10:10: warning: residents-affair-posted-briefly: 张贴 14 天，比居务公开要求的 15 天少。""",
        ),
        Case(
            [sheet("2026-05-15", more="form: circular\ndiscloses:\n  - committee-review\n")],
            """
notices/2026-05-01-canteen.yaml:12:10: warning: residents-affair-posted-briefly: 张贴 14 天，比居务公开要求的 15 天少。""",
        ),
    ],
    "residents-meeting-notice-late": [
        Case(
            [WITH_MEETINGS, meeting(more=NOTICED), call("2026-05-21")],
            """
meetings/2026-05-30-residents.yaml:9:9: warning: residents-meeting-notice-late: 居民会议的通知只提前了 9 天。""",
        )
    ],
    "residents-meeting-notice-not-stated": [
        Case(
            [WITH_MEETINGS, meeting()],
            """
meetings/2026-05-30-residents.yaml:6:7: warning: residents-meeting-notice-not-stated: 没有写明居民会议的通知。""",
        )
    ],
    "party-study-not-stated": [
        Case(
            [WITH_MEETINGS, meeting(more="", kind="residents-representatives")],
            """
meetings/2026-05-30-residents.yaml:6:7: warning: party-study-not-stated: 没有写明会前由社区党组织研究讨论的日期。""",
        )
    ],
    "party-study-after-meeting": [
        Case(
            [WITH_MEETINGS, meeting(more="party_study_on: 2026-05-31\n", kind="residents-representatives")],
            """
meetings/2026-05-30-residents.yaml:9:17: warning: party-study-after-meeting: 社区党组织研究的日期 2026-05-31 在会议 2026-05-30 之后。""",
        )
    ],
    "residents-decision-without-implementer": [
        Case(
            [WITH_MEETINGS, decision("")],
            """
resolutions/2026-002-shed.yaml:9:3: warning: residents-decision-without-implementer: 没有写明由谁落实这项决定。""",
        ),
        Case(
            [CONSULTING, WITH_MEETINGS, decision("", day="2025-12-31")],
            """
resolutions/2025-002-shed.yaml:9:3: warning: residents-decision-without-implementer: 没有写明由谁落实这项决定。""",
        ),
    ],
    "residents-decision-progress-not-stated": [
        Case(
            [WITH_MEETINGS, decision(IMPLEMENTED.format(due="2026-07-19"))],
            """
resolutions/2026-002-shed.yaml:15:8: warning: residents-decision-progress-not-stated: 落实期限 2026-07-19 已过，没有写明办得怎样。""",
        )
    ],
    "consultation-without-outcome": [
        Case(
            [OUTCOMES_ASKED, Edit("meetings/2026-03-01-hearing.yaml", "", HEARING)],
            """
meetings/2026-03-01-hearing.yaml:6:7: warning: consultation-without-outcome: 没有写明这次协商、听证的结果。""",
        )
    ],
}

GOOD = {
    "an affair that hangs for fifteen days": [sheet("2026-05-16")],
    "an affair before the law was revised": [sheet("2026-01-07", published="2025-12-31")],
    "an affair without a last day, which still hangs": [
        sheet("2026-05-15", more="form: circular\ndiscloses:\n  - committee-review\n"),
        Edit(SHEET, "  until: 2026-05-15\n", ""),
    ],
    "a summons": [sheet("2026-05-05", more="form: notice\n")],
    "a meeting called ten days ahead": [WITH_MEETINGS, meeting(more=NOTICED), call("2026-05-20")],
    "a meeting in an emergency": [WITH_MEETINGS, meeting(more=NOTICED + "urgent: true\n"), call("2026-05-29")],
    "a meeting in an emergency, without a notice": [
        WITH_MEETINGS,
        meeting(more="party_study_on: 2026-05-30\nurgent: true\n"),
    ],
    "a meeting before the law was revised": [WITH_MEETINGS, meeting(day="2025-12-31", more="")],
    "a meeting that only heard a report": [
        WITH_MEETINGS,
        meeting(more="", kind="residents-representatives"),
        Edit(MEETING, "    kind: vote\n", "    kind: report\n"),
    ],
    "a decision on its last day": [WITH_MEETINGS, decision(IMPLEMENTED.format(due="2026-07-20"))],
    "a decision of which it is said what became": [
        WITH_MEETINGS,
        decision(IMPLEMENTED.format(due="2026-06-30") + "  progress: 没有选到地方\n"),
    ],
    "a decision before the law was revised": [WITH_MEETINGS, decision("", day="2025-12-31")],
    "a decision of the committee itself": [decision("", by="residents")],
    "a hearing elsewhere": [Edit("meetings/2026-03-01-hearing.yaml", "", HEARING)],
    "a hearing with its outcome": [
        OUTCOMES_ASKED,
        Edit("meetings/2026-03-01-hearing.yaml", "", HEARING + "    outcome: 先修三幢\n"),
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(residents_affairs) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(residents_affairs) == ""
