"""Dates in an order that can have happened."""
# ruff: noqa: E501

import datetime

import pytest

from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
WATER = "notices/2026-04-02-water.yaml"
PLAN = "notices/2026-04-03-lift-plan.yaml"
MEETING = "meetings/2026-04-20-committee.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
Q2 = "finances/2026-q2-common-income.yaml"

BAD = {
    "period-reversed": [
        Case(
            [Edit(PLAN, "category: lift\n", "category: lift\ncovers:\n  from: 2026-04-01\n  until: 2026-03-31\n")],
            """
notices/2026-04-03-lift-plan.yaml:11:10: error: period-reversed: covers.until 写的是 2026-03-31，比开始的 2026-04-01 还早。""",
        ),
        Case(
            [Edit(PLAN, "until: 2026-04-10\n  places", "until: 2026-04-01\n  places")],
            """
notices/2026-04-03-lift-plan.yaml:11:10: error: period-reversed: posting.until 写的是 2026-04-01，比开始的 2026-04-03 还早。""",
        ),
        Case(
            [Edit(WATER, "until: 2026-04-03", "until: 2026-04-02")],
            """
notices/2026-04-02-water.yaml:15:10: error: period-reversed: effective.until 写的是 2026-04-02，比开始的 2026-04-03 还早。""",
        ),
        Case(
            [Edit(PLAN, "until: 2026-05-10", "until: 2026-04-30")],
            """
notices/2026-04-03-lift-plan.yaml:19:37: error: period-reversed: convenes.until 写的是 2026-04-30，比开始的 2026-05-01 还早。""",
        ),
        Case(
            [Edit(LIFT, "until: 2026-05-10", "until: 2026-04-10")],
            """
resolutions/2026-001-lift.yaml:13:10: error: period-reversed: voting.until 写的是 2026-04-10，比开始的 2026-05-01 还早。""",
        ),
        Case(
            [Edit(Q2, "until: 2026-06-30", "until: 2026-03-30")],
            """
finances/2026-q2-common-income.yaml:10:10: error: period-reversed: period.until 写的是 2026-03-30，比开始的 2026-04-01 还早。""",
        ),
        Case(
            [Edit(BODIES, "until: 2028-12-31\n    term", "until: 2018-12-31\n    term")],
            """
bodies.yaml:11:12: error: period-reversed: bodies[2].until 写的是 2018-12-31，比开始的 2024-01-01 还早。""",
        ),
        Case(
            [
                Edit(
                    BODIES,
                    "until: 2028-12-31\n      elected_on: 2023-12-24",
                    "until: 2018-12-31\n      elected_on: 2023-12-24",
                )
            ],
            """
bodies.yaml:14:14: error: period-reversed: bodies[2].term.until 写的是 2018-12-31，比开始的 2024-01-01 还早。""",
        ),
        Case(
            [Edit(BODIES, "until: 2025-06-30", "until: 2023-06-30")],
            """
bodies.yaml:23:16: error: period-reversed: bodies[2].posts[1].until 写的是 2023-06-30，比开始的 2024-01-01 还早。""",
        ),
        Case(
            [Edit(BODIES, "until: 2026-12-31", "until: 2023-12-31")],
            """
bodies.yaml:34:12: error: period-reversed: contracts[1].until 写的是 2023-12-31，比开始的 2024-01-01 还早。""",
        ),
        Case(
            [Edit(BODIES, "ended_on: 2026-10-31", "ended_on: 2023-10-31")],
            """
bodies.yaml:35:15: error: period-reversed: contracts[1].ended_on 写的是 2023-10-31，比开始的 2024-01-01 还早。""",
        ),
    ],
    "decided-before-voting-ended": [
        Case(
            [
                Edit(LIFT, "decided_on: 2026-05-12", "decided_on: 2026-05-09"),
                Edit(LIFT, "published: 2026-05-13", "published: 2026-05-12"),
            ],
            """
resolutions/2026-001-lift.yaml:8:13: warning: decided-before-voting-ended: 决定日期 2026-05-09 早于投票截止日 2026-05-10。""",
        )
    ],
    "published-before-decided": [
        Case(
            [Edit(LIFT, "published: 2026-05-13", "published: 2026-05-11")],
            """
resolutions/2026-001-lift.yaml:5:12: warning: published-before-decided: 公开日期 2026-05-11 早于决定日期 2026-05-12。""",
        )
    ],
    "statement-published-before-period-end": [
        Case(
            [Edit(Q2, "published: 2026-07-08", "published: 2026-06-29")],
            """
finances/2026-q2-common-income.yaml:5:12: warning: statement-published-before-period-end: 公开日期 2026-06-29 早于本期最后一天 2026-06-30，后几天的账还没有记完。""",
        ),
    ],
    "published-in-future": [
        Case(
            [Edit(Q2, "published: 2026-07-08", "published: 2026-07-21")],
            """
finances/2026-q2-common-income.yaml:5:12: warning: published-in-future: 公开日期 2026-07-21 还没有到（今天按 2026-07-20 算）。""",
        )
    ],
    "published-before-date": [
        Case(
            [Edit(Q2, "published: 2026-07-08", "published: 2026-07-04")],
            """
finances/2026-q2-common-income.yaml:5:12: warning: published-before-date: 公开日期 2026-07-04 早于这条记录自己的日期 2026-07-05。""",
        ),
        Case(
            [Edit(MEETING, "published: 2026-04-22", "published: 2026-04-19")],
            """
meetings/2026-04-20-committee.yaml:5:12: warning: published-before-date: 公开日期 2026-04-19 早于这条记录自己的日期 2026-04-20。""",
        ),
        Case(
            [Edit("reviews/2025.yaml", "published: 2025-12-30", "published: 2025-12-27")],
            """
reviews/2025.yaml:4:12: warning: published-before-date: 公开日期 2025-12-27 早于这条记录自己的日期 2025-12-28。""",
        ),
    ],
    "correction-in-future": [
        Case(
            [Edit(WATER, "- date: 2026-04-03", "- date: 2026-07-21")],
            """
notices/2026-04-02-water.yaml:23:11: warning: correction-in-future: 更正的日期 2026-07-21 还没有到（今天按 2026-07-20 算）。""",
        )
    ],
    "withdrawn-in-future": [
        Case(
            [Edit(WATER, "  date: 2026-04-05", "  date: 2026-07-21")],
            """
notices/2026-04-02-water.yaml:27:9: warning: withdrawn-in-future: 撤回的日期 2026-07-21 还没有到（今天按 2026-07-20 算），网页却已经写明撤回了。""",
        )
    ],
    "meeting-ends-before-it-starts": [
        Case(
            [Edit(MEETING, 'end: "20:30"', 'end: "08:30"')],
            """
meetings/2026-04-20-committee.yaml:11:6: error: meeting-ends-before-it-starts: 会议 19:00 开始，08:30 就结束了。""",
        ),
        Case(
            [Edit(MEETING, 'end: "20:30"', "end_date: 2026-04-19")],
            """
meetings/2026-04-20-committee.yaml:11:11: error: meeting-ends-before-it-starts: 会议 2026-04-20 开始，2026-04-19 就结束了。""",
        ),
    ],
    "correction-before-publication": [
        Case(
            [Edit(WATER, "- date: 2026-04-03", "- date: 2026-04-01")],
            """
notices/2026-04-02-water.yaml:23:11: warning: correction-before-publication: 更正的日期 2026-04-01 早于公开日期 2026-04-02。""",
        )
    ],
    "withdrawn-before-publication": [
        Case(
            [Edit(WATER, "  date: 2026-04-05", "  date: 2026-04-01")],
            """
notices/2026-04-02-water.yaml:27:9: warning: withdrawn-before-publication: 撤回的日期 2026-04-01 早于公开日期 2026-04-02。""",
        )
    ],
}

GOOD = {
    "a posting of one day": [
        Edit(PLAN, "until: 2026-04-10\n  places", "until: 2026-04-03\n  places"),
        Edit(PLAN, "form: public-posting", "form: circular"),
    ],
    "a meeting that runs past midnight": [Edit(MEETING, 'end: "20:30"', 'end: "00:30"\nend_date: 2026-04-21')],
    "decided, published, corrected and withdrawn all on one day": [
        Edit(LIFT, "published: 2026-05-13", "published: 2026-05-12"),
        Edit(WATER, "- date: 2026-04-03", "- date: 2026-04-02"),
        Edit(WATER, "  date: 2026-04-05", "  date: 2026-04-02"),
    ],
    "a meeting that was over at once": [Edit(MEETING, 'end: "20:30"', 'end: "19:00"')],
    "decided on the last day of voting": [Edit(LIFT, "decided_on: 2026-05-12", "decided_on: 2026-05-10")],
    "a draft, published before it is decided": [
        Edit(LIFT, "published: 2026-05-13", "published: 2026-04-13\nstatus: consulting")
    ],
    "first a draft, corrected since": [
        Edit(
            LIFT,
            "published: 2026-05-13",
            "published: 2026-04-13\ncorrections:\n  - date: 2026-05-13\n    what: 公示稿改为正式决议\n    why: 公示期满",
        ),
    ],
    "published on the last day of the period": [
        Edit(Q2, "date: 2026-07-05\npublished: 2026-07-08", "date: 2026-06-30\npublished: 2026-06-30")
    ],
    "a notice of what is to come": [Edit(PLAN, "published: 2026-04-03", "published: 2026-04-02")],
    "a meeting announced before it is held": [
        Edit(MEETING, "published: 2026-04-22", "published: 2026-04-10"),
        Edit(MEETING, "state: held", "state: scheduled"),
    ],
    "a meeting announced, and its record corrected since": [
        Edit(
            MEETING,
            "published: 2026-04-22",
            "published: 2026-04-10\ncorrections:\n  - date: 2026-04-22\n    what: 补记结果\n    why: 会已开",
        ),
    ],
    "a draft, published before it is dated": [
        Edit(Q2, "published: 2026-07-08", "published: 2026-07-01\nstatus: preliminary")
    ],
    "corrected and withdrawn today": [
        Edit(WATER, "- date: 2026-04-03", "- date: 2026-07-20"),
        Edit(WATER, "  date: 2026-04-05", "  date: 2026-07-20"),
    ],
    "published today": [Edit(Q2, "published: 2026-07-08", "published: 2026-07-20")],
    "a time slot through the night": [
        Edit(
            WATER,
            "category: water",
            'category: water\nschedule:\n  - what: 停水\n    from: "22:00"\n    until: "05:00"',
        )
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


def test_day_of_publication_comes(sample: Sample) -> None:
    sample.edit(Edit(Q2, "published: 2026-07-08", "published: 2026-07-21"))
    assert [one.rule for one in sample.findings(datetime.date(2026, 7, 20))] == ["published-in-future"]
    assert sample.findings(datetime.date(2026, 7, 21)) == []
