"""Owners are called as the law of the place asks."""
# ruff: noqa: E501

import pytest

from tests.rules.owners_vote import (
    AT_MEETING,
    BEIJING,
    CALLED,
    COMMUNITY,
    HANGZHOU,
    LIFT,
    PLAN,
    SHANGHAI,
    assembly_held,
    called,
    told,
    told_on,
)
from tests.sample import Case, Edit, Sample, bad, good

BAD = {
    "assembly-called-at-short-notice": [
        Case(
            [called("date: 2026-05-01", "date: 2026-04-17")],
            """
notices/2026-04-03-lift-plan.yaml:5:12: warning: assembly-called-at-short-notice: 会议（表决）2026-04-17 开始，通知提前 14 天公布，不足 15 天。""",
        ),
        Case(
            [called("date: 2026-05-01", "date: 2026-04-02")],
            """
notices/2026-04-03-lift-plan.yaml:5:12: warning: assembly-called-at-short-notice: 会议（表决）2026-04-02 开始，通知提前 0 天公布，不足 15 天。""",
        ),
        Case(
            [
                HANGZHOU,
                called("date: 2026-05-01", "date: 2026-04-09"),
                Edit(LIFT, "voting:\n", "session: special\nvoting:\n"),
            ],
            """
notices/2026-04-03-lift-plan.yaml:5:12: warning: assembly-called-at-short-notice: 会议（表决）2026-04-09 开始，通知提前 6 天公布，不足 7 天。""",
        ),
    ],
    "assembly-notice-missing": [
        Case(
            [Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", "")],
            """
resolutions/2026-001-lift.yaml:8:13: warning: assembly-notice-missing: 未见召开会议（表决）的通知。""",
        )
    ],
    "assembly-notice-incomplete": [
        Case(
            [BEIJING, Edit(PLAN, CALLED, "\n")],
            """
notices/2026-04-03-lift-plan.yaml:1:1: warning: assembly-notice-incomplete: 通知未写明：议题、时间、地点、方式。""",
        ),
        Case(
            [
                HANGZHOU,
                called(", content: 换曳引机", ""),
                Edit(LIFT, "title: 动用", "item: lift\n    title: 动用"),
            ],
            """
notices/2026-04-03-lift-plan.yaml:21:3: warning: assembly-notice-incomplete: 通知未写明：议题的具体内容。""",
        ),
    ],
    "first-assembly-papers-missing": [
        Case(
            [
                SHANGHAI,
                Edit(LIFT, "voting:\n", "session: first\nvoting:\n"),
                Edit(
                    PLAN,
                    "category: lift\n",
                    "category: lift\nencloses: [draft-rules, draft-covenant, candidates, election-method]\n",
                ),
            ],
            """
notices/2026-04-03-lift-plan.yaml:9:11: warning: first-assembly-papers-missing: 首次业主大会会议的通知未附：业主和面积清册、会议方案。""",
        )
    ],
    "item-not-announced": [
        Case(
            [BEIJING, called("title: 选定施工单位", "title: 选定监理")],
            """
resolutions/2026-001-lift.yaml:43:12: warning: item-not-announced: “选定施工单位”不在会前通知列出的议题里。""",
        ),
        Case(  # no national law says it: a reminder
            [called("title: 选定施工单位", "title: 选定监理")],
            """
resolutions/2026-001-lift.yaml:43:12: info: item-not-announced: “选定施工单位”不在会前通知列出的议题里。""",
        ),
    ],
    "residents-committee-not-told": [
        Case(
            [Edit("bodies.yaml", "kind: residents-committee", "kind: owners-assembly")],
            """
resolutions/2026-001-lift.yaml:7:13: warning: residents-committee-not-told: 未写明何时把业主大会会议告知居民委员会。""",
        )
    ],
    "residents-committee-told-late": [
        Case(
            [told_on("2026-04-04")],
            """
resolutions/2026-001-lift.yaml:7:13: warning: residents-committee-told-late: 2026-04-03 通知业主，2026-04-04 才告知居民委员会，晚 1 天。""",
        )
    ],
}  # fmt: skip

GOOD = {
    "notice fifteen days before": [called("date: 2026-05-01", "date: 2026-04-18")],
    "special meeting seven days before": [
        HANGZHOU, called("date: 2026-05-01", "date: 2026-04-10"), Edit(LIFT, "voting:\n", "session: special\nvoting:\n"),
    ],
    "all that Beijing asks of a notice": [BEIJING],
    "written ballots need no place": [BEIJING, called("place: 活动室, form: mixed", "form: written")],
    "announced under another title": [
        BEIJING, called("title: 选定施工单位", "title: 选哪家"), Edit(LIFT, "title: 选定", "item: firm\n    title: 选定"),
    ],
    "told when the owners were": [told_on("2026-04-03")],
    "no notice of what is older than the disclosure": [
        Edit(COMMUNITY, "households: 50\n", "households: 50\ndisclosing_since: 2026-05-13\n"),
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""), Edit(LIFT, "\narea_basis: registered", ""),
    ],
    "the notice is that of the meeting": [
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""), assembly_held(), AT_MEETING,
    ],
    "a withdrawn resolution": [
        Edit(LIFT, "implementation:\n", "withdrawn: {date: 2026-05-14, why: 计票有误}\nimplementation:\n"),
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_nothing_is_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
