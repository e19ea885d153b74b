"""Sheets on the board: how long, where, how to object, and that objections are answered."""
# ruff: noqa: E501

import datetime

import pytest

from tests.sample import Case, Edit, Sample, bad, good

PLAN = "notices/2026-04-03-lift-plan.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
HANGZHOU = Edit("community.yaml", "jurisdiction: CN", "jurisdiction: CN-ZJ-HZ")
END = "  until: 2026-04-10\n  places"
POSTED = "posting:\n  from: 2026-05-13\n  until: {until}\n  places:\n    - gate\nresidents_committee_informed_on: 2026-05-13\ndecided_by: committee\n"
MANAGED = [
    Edit("community.yaml", "jurisdiction: CN", "jurisdiction: CN-BJ"),
    Edit("bodies.yaml", "    kind: owners-committee\n", "    kind: property-management-committee\n"),
]
MEANS = "    how: 书面或当面\n"


def decided_by_committee(until: str) -> list[Edit]:
    """The resolution is a committee's, on matters of its own, and hangs until a day."""
    return [
        Edit(LIFT, "decided_by: residents\n", POSTED.format(until=until)),
        Edit(LIFT, "matter: use-maintenance-fund", "matter: committee-matter"),
        Edit(LIFT, "matter: other-common-matter", "matter: committee-matter"),
    ]


def received(number: int, answered: int | None = None, until: str = "2026-07-19") -> list[Edit]:
    """Objections to the plan, which hangs until a day."""
    more = f"  received: {number}\n" + ("" if answered is None else f"  answered: {answered}\n")
    return [Edit(PLAN, END, f"  until: {until}\n{more}  places")]


BAD = {
    "posted-briefly": [
        Case(
            [Edit(PLAN, END, "  until: 2026-04-09\n  places")],
            """
notices/2026-04-03-lift-plan.yaml:11:10: warning: posted-briefly: 张贴 6 天，不足 7 天。""",
        ),
        Case(
            [HANGZHOU, Edit(PLAN, END, "  until: 2026-04-17\n  places")],
            """
notices/2026-04-03-lift-plan.yaml:11:10: warning: posted-briefly: 张贴 14 天，不足 15 天。""",
        ),
        Case(
            decided_by_committee("2026-05-19"),
            """
resolutions/2026-001-lift.yaml:9:10: warning: posted-briefly: 张贴 6 天，不足 7 天。""",
        ),
    ],
    "management-decision-posted-briefly": [
        Case(
            [*MANAGED, *decided_by_committee("2026-05-26")],
            """
resolutions/2026-001-lift.yaml:9:10: warning: management-decision-posted-briefly: 张贴到 2026-05-26，不足 10 个工作日。""",
        )
    ],
    "objection-without-means": [
        Case(
            [Edit(PLAN, MEANS, "")],
            """
notices/2026-04-03-lift-plan.yaml:16:9: warning: objection-without-means: 写了向榆树社区居民委员会提意见，没有写怎样提。""",
        )
    ],
    "issuer-name-without-term": [
        Case(
            [Edit("bodies.yaml", "name: 北园第一届业主委员会", "name: 北园业主委员会")],
            """
bodies.yaml:6:11: warning: issuer-name-without-term: “北园业主委员会”没有写明是第几届。""",
        )
    ],
    "posting-without-places": [
        Case(
            [Edit(PLAN, "  places:\n    - gate\n    - 北园公众号\n", "")],
            """
notices/2026-04-03-lift-plan.yaml:10:3: warning: posting-without-places: 没有写明贴在哪里。""",
        )
    ],
    "objections-unanswered": [
        Case(
            received(5, 4),
            """
notices/2026-04-03-lift-plan.yaml:12:13: warning: objections-unanswered: 收到意见 5 件，写明已答复 4 件。""",
        ),
        Case(
            received(1),
            """
notices/2026-04-03-lift-plan.yaml:12:13: warning: objections-unanswered: 收到意见 1 件，写明已答复 0 件。""",
        ),
    ],
    "more-answered-than-received": [
        Case(
            received(5, 6),
            """
notices/2026-04-03-lift-plan.yaml:13:13: error: more-answered-than-received: 已答复 6 件，比收到的 5 件还多。""",
        )
    ],
}

GOOD = {
    "fifteen days in Hangzhou": [HANGZHOU, Edit(PLAN, END, "  until: 2026-04-18\n  places")],
    "ten working days in Beijing": [*MANAGED, *decided_by_committee("2026-05-27")],
    "a provider in Hangzhou, whom the law of committees does not bind": [
        HANGZHOU,
        Edit(PLAN, "publisher: committee\n", "publisher: provider\n"),
    ],
    "a notice that asks for no comment": [
        Edit(PLAN, "form: public-posting", "form: notice"),
        Edit(PLAN, END, "  until: 2026-04-04\n  places"),
    ],
    "a body with a contact": [
        Edit(PLAN, MEANS, ""),
        Edit(
            "bodies.yaml",
            "    kind: residents-committee\n",
            "    kind: residents-committee\n    contact:\n      phone: 010-01234567\n",
        ),
    ],
    "a committee that states no term": [
        Edit("bodies.yaml", "name: 北园第一届业主委员会", "name: 北园业主委员会"),
        Edit(
            "bodies.yaml",
            "    term:\n      from: 2024-01-01\n      until: 2028-12-31\n      elected_on: 2023-12-24\n"
            "      first_meeting_on: 2023-12-28\n      filed_on: 2024-01-10\n"
            "      candidates_posted_on: 2023-12-09\n      officers_posted_on: 2023-12-31\n",
            "",
        ),
    ],
    "every objection answered": received(5, 5),
    "no objections": received(0),
    "objections while there is time": received(5, 0, until="2026-07-20"),
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_objections_are_asked_for_once_the_time_is_over(sample: Sample) -> None:
    sample.edit(*received(5, 0, until="2026-07-20"))
    assert "objections-unanswered" in sample.lines(datetime.date(2026, 7, 21))
