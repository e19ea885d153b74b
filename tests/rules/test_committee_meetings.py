"""Meetings and decisions of committees: announced, attended in person, signed, posted in time."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import committee_meetings
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
COMMUNITY = "community.yaml"
MEETING = "meetings/2026-04-20-committee.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
SHANGHAI = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-SH\n")
BEIJING = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-BJ\n")
NOTICE = "notice: notices/2026-04-03-lift-plan\n"


OURS = Edit(LIFT, "decided_by: residents", "decided_by: committee")
TOLD = Edit(LIFT, "implementation:\n", "residents_committee_informed_on: 2026-05-13\nimplementation:\n")


def meeting_has(text: str) -> Edit:
    return Edit(MEETING, "state: held\n", f"state: held\n{text}")


def decision(text: str) -> Edit:
    return Edit(LIFT, "decided_on: 2026-05-12\n", f"decided_on: 2026-05-12\n{text}")


PERSONS = Edit(
    LIFT,
    "      - unit: owners\n        entitled: 30\n",
    "      - unit: persons\n        entitled: 7\n        options:\n          同意: 5\n          反对: 1\n      - unit: owners\n        entitled: 30\n",
)


def requested(petitioners: int, held: str, day: str = "2026-04-10") -> list[Edit]:
    return [
        meeting_has(f"convened_by: members\npetitioners: {petitioners}\nrequested_on: {day}\n"),
        Edit(MEETING, "\ndate: 2026-04-20", f"\ndate: {held}"),
        Edit(MEETING, "published: 2026-04-22", f"published: {held}"),
        Edit(MEETING, NOTICE, "agenda_posted_on: 2026-04-01\n"),
    ]


BAD = {
    "committee-agenda-posted-late": [
        Case(
            [Edit(MEETING, NOTICE, "agenda_posted_on: 2026-04-14\n")],
            """
meetings/2026-04-20-committee.yaml:12:19: warning: committee-agenda-posted-late: 会议议程 2026-04-14 公告，2026-04-20 开会，中间不满 7 天。""",
        ),
        Case(
            [
                Edit("notices/2026-04-03-lift-plan.yaml", "from: 2026-04-03", "from: 2026-04-14"),
                Edit("notices/2026-04-03-lift-plan.yaml", "until: 2026-04-10\n  places", "until: 2026-04-30\n  places"),
            ],
            """
meetings/2026-04-20-committee.yaml:1:1: warning: committee-agenda-posted-late: 会议议程 2026-04-14 公告，2026-04-20 开会，中间不满 7 天。""",
        ),
    ],
    "committee-agenda-not-stated": [
        Case(
            [Edit(MEETING, NOTICE, "")],
            """
meetings/2026-04-20-committee.yaml:1:1: warning: committee-agenda-not-stated: 会议议程何时公告，未写明。""",
        )
    ],
    "residents-committee-told-late-of-meeting": [
        Case(
            [BEIJING],
            """
meetings/2026-04-20-committee.yaml:1:1: warning: residents-committee-told-late-of-meeting: 未见在开会 5 天以前告知居民委员会。""",
        ),
        Case(
            [BEIJING, meeting_has("residents_committee_informed_on: 2026-04-16\n")],
            """
meetings/2026-04-20-committee.yaml:10:34: warning: residents-committee-told-late-of-meeting: 未见在开会 5 天以前告知居民委员会。""",
        ),
    ],
    "requested-meeting-late": [
        Case(
            requested(3, "2026-04-20"),
            """
meetings/2026-04-20-committee.yaml:12:15: warning: requested-meeting-late: 委员 2026-04-10 提议开会，2026-04-20 才召开，比期限 2026-04-17 晚 3 天。""",
        )
    ],
    "committee-attended-by-proxy": [
        Case(
            [Edit(MEETING, "in_person: 4\n    by_proxy: 0", "in_person: 3\n    by_proxy: 1")],
            """
meetings/2026-04-20-committee.yaml:19:15: warning: committee-attended-by-proxy: 有 1 名委员委托他人参加会议。""",
        )
    ],
    "committee-minutes-unsigned": [
        Case(
            [meeting_has("minutes:\n  signed_by: 5\n")],
            """
meetings/2026-04-20-committee.yaml:11:14: warning: committee-minutes-unsigned: 到会委员 6 人，在会议记录上签名的 5 人。""",
        )
    ],
    "committee-decision-unsigned": [
        Case(
            [SHANGHAI, OURS, TOLD, PERSONS, decision("signed_by: 4\n")],
            """
resolutions/2026-001-lift.yaml:9:12: warning: committee-decision-unsigned: 同意的委员 5 人，在决定上签字的 4 人。""",
        )
    ],
    "committee-decision-posted-late": [
        Case(
            [OURS, TOLD, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-16")],
            """
resolutions/2026-001-lift.yaml:5:12: warning: committee-decision-posted-late: 2026-05-12 作出的决定 2026-05-16 公告，比期限 2026-05-15 晚 1 天。""",
        ),
        Case(
            [SHANGHAI, OURS, TOLD, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-18")],
            """
resolutions/2026-001-lift.yaml:5:12: warning: committee-decision-posted-late: 2026-05-12 作出的决定 2026-05-18 公告，比期限 2026-05-15 晚 3 天。""",
        ),
    ],
    "residents-committee-not-told-of-decision": [
        Case(
            [OURS],
            """
resolutions/2026-001-lift.yaml:1:1: warning: residents-committee-not-told-of-decision: 未写明是否已把这项决定告知居民委员会。""",
        )
    ],
}

GOOD = {
    "an agenda posted on the last day": [Edit(MEETING, NOTICE, "agenda_posted_on: 2026-04-13\n")],
    "the first meeting after the election": [
        Edit(MEETING, NOTICE, ""),
        Edit(BODIES, "first_meeting_on: 2023-12-28", "first_meeting_on: 2026-04-20"),
    ],
    "a meeting yet to come": [Edit(MEETING, NOTICE, ""), Edit(MEETING, "state: held", "state: scheduled")],
    "an interim body under rules of its own": [
        Edit(BODIES, "kind: owners-committee", "kind: property-management-committee"),
        Edit(MEETING, NOTICE, ""),
        Edit(LIFT, "published: 2026-05-13", "published: 2026-06-30"),
    ],
    "the residents' committee told five days before": [
        BEIJING,
        meeting_has("residents_committee_informed_on: 2026-04-15\n"),
    ],
    "a requested meeting on the last day": requested(3, "2026-04-17"),
    "a meeting that too few members asked for": requested(2, "2026-04-20"),
    "all who were present signed": [meeting_has("minutes:\n  signed_by: 6\n")],
    "guests need not sign": [
        meeting_has("minutes:\n  signed_by: 6\n"),
        Edit(MEETING, "agenda:\n", "  - group: 列席人员\n    present: 3\nagenda:\n"),
    ],
    "all who agreed signed": [SHANGHAI, OURS, TOLD, PERSONS, decision("signed_by: 5\n")],
    "posted on the last day": [OURS, TOLD, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-15")],
    "hung on paper in time and put on line later": [
        OURS,
        TOLD,
        Edit(LIFT, "published: 2026-05-13", "published: 2026-05-30\nposting:\n  from: 2026-05-14"),
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(committee_meetings) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(committee_meetings) == ""


def test_the_badge_cites_the_most_local_law(sample: Sample) -> None:
    sample.edit(SHANGHAI, OURS, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-18"))
    (finding,) = (one for one in sample.findings() if one.rule == "committee-decision-posted-late")
    assert finding.basis
    assert (finding.basis.layer_zh, finding.basis.zh) == ("上海市", "《上海市住宅物业管理规定》第二十六条第三款")
