"""File names, ids and addresses."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"
BODIES = "bodies.yaml"
TROUBLES = "responsibilities.yaml"
WATER = "notices/2026-04-02-water.yaml"
MEETING = "meetings/2026-04-20-committee.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
Q2 = "finances/2026-q2-common-income.yaml"
REVIEW = "reviews/2024.yaml"

BAD = {
    "file-name-without-date": [
        Case(
            [Edit(WATER, "\ndate: 2026-04-02", "\ndate: 2026-04-01")],
            """
notices/2026-04-02-water.yaml:8:7: error: file-name-without-date: 文件名是“2026-04-02-water”，记录的日期是 2026-04-01。""",
        ),
        Case(
            [Edit(MEETING, "\ndate: 2026-04-20", "\ndate: 2026-04-21")],
            """
meetings/2026-04-20-committee.yaml:4:7: error: file-name-without-date: 文件名是“2026-04-20-committee”，记录的日期是 2026-04-21。""",
        ),
    ],
    "file-name-without-year": [
        Case(
            [
                Edit(LIFT, "\ndate: 2026-05-12", "\ndate: 2025-05-12"),
                Edit(LIFT, "decided_on: 2026-05-12", "decided_on: 2025-05-12"),
                Edit(LIFT, "published: 2026-05-13", "published: 2025-05-13"),
                Edit(LIFT, "voting:\n  from: 2026-05-01\n  until: 2026-05-10\n", ""),
            ],
            """
resolutions/2026-001-lift.yaml:1:1: error: file-name-without-year: 文件名“2026-001-lift”没有以这条记录的年份开头。""",
        ),
        Case(
            [Edit(Q2, to="finances/q2-common-income.yaml")],
            """
finances/q2-common-income.yaml:1:1: error: file-name-without-year: 文件名“q2-common-income”没有以这条记录的年份开头。""",
        ),
        Case(
            [Edit(REVIEW, to="reviews/2025-01.yaml")],
            """
reviews/2025-01.yaml:1:1: error: file-name-without-year: 文件名“2025-01”没有以这条记录的年份开头。""",
        ),
    ],
    "code-repeated": [
        Case(
            [Edit(WATER, "\ndate: ", "\ncode: 7XK2M9QA\ndate: "), Edit(LIFT, "\ndate: ", "\ncode: 7XK2M9QA\ndate: ")],
            """
resolutions/2026-001-lift.yaml:4:7: error: code-repeated: 纸上的编码“7XK2M9QA”与“notices/2026-04-02-water”的相同。""",
        ),
    ],
    "id-repeated": [
        Case(
            [Edit(COMMUNITY, "- id: south", "- id: north")],
            """
community.yaml:30:9: error: id-repeated: estates[2].id 写的编号“north”前面已经用过。""",
        ),
        Case(
            [Edit(COMMUNITY, "- id: hall", "- id: gate")],
            """
community.yaml:39:9: error: id-repeated: boards[2].id 写的编号“gate”前面已经用过。""",
        ),
        Case(
            [Edit(COMMUNITY, "- id: s1", "- id: n2")],
            """
community.yaml:34:13: error: id-repeated: estates[2].buildings[1].id 写的编号“n2”前面已经用过。""",
        ),
        Case(
            [Edit(BODIES, "- id: provider", "- id: committee")],
            """
bodies.yaml:27:9: error: id-repeated: bodies[3].id 写的编号“committee”前面已经用过。
bodies.yaml:31:15: error: body-unknown: contracts[1].provider 写的机构“provider”不在 bodies.yaml 里。
community.yaml:20:15: error: body-unknown: estates[1].provider 写的机构“provider”不在 bodies.yaml 里。
meetings/2026-04-20-committee.yaml:25:16: error: body-unknown: agenda[1].follow_up 写的机构“provider”不在 bodies.yaml 里。
notices/2026-04-02-water.yaml:2:12: error: body-unknown: publisher 写的机构“provider”不在 bodies.yaml 里。
resolutions/2026-001-lift.yaml:60:7: error: body-unknown: implementation.by 写的机构“provider”不在 bodies.yaml 里。
responsibilities.yaml:4:11: error: body-unknown: responsibilities[1].lead 写的机构“provider”不在 bodies.yaml 里。
reviews/2024.yaml:18:12: error: body-unknown: tasks[1].owner 写的机构“provider”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(TROUBLES, "- id: noise", "- id: leak")],
            """
responsibilities.yaml:8:9: error: id-repeated: responsibilities[2].id 写的编号“leak”前面已经用过。""",
        ),
        Case(
            [Edit(LIFT, '- id: "2"', '- id: "1"')],
            """
resolutions/2026-001-lift.yaml:42:9: error: id-repeated: motions[2].id 写的编号“1”前面已经用过。
resolutions/2026-001-lift.yaml:45:17: error: motion-unknown: motions[2].depends_on 写的表决项“1”在 resolutions/2026-001-lift 里没有。""",
        ),
        Case(
            [Edit(REVIEW, "- id: t2", "- id: t1")],
            """
reviews/2024.yaml:20:9: error: id-repeated: tasks[2].id 写的编号“t1”前面已经用过。
reviews/2025.yaml:25:11: error: previous-task-unknown: previous[2].task 写的“t2”不是上一年的任务。""",
        ),
        Case(
            [Edit(REVIEW, "    text: 楼道灯不亮", "    text: 楼道灯不亮\n  - id: p1\n    text: 门禁坏了")],
            """
reviews/2024.yaml:14:9: error: id-repeated: problems[2].id 写的编号“p1”前面已经用过。""",
        ),
        Case(
            [Edit(REVIEW, "    body: residents", "    body: residents\n  - id: residents\n    name: 居委会")],
            """
reviews/2024.yaml:11:9: error: id-repeated: reviewed[2].id 写的编号“residents”前面已经用过。""",
        ),
    ],
    "estate-id-taken": [
        Case(
            [Edit(COMMUNITY, "- id: south", "- id: search")],
            """
community.yaml:30:9: error: estate-id-taken: 小区编号“search”是网站自己要用的网址。""",
        )
    ],
}

GOOD = {
    "a date corrected after publication": [
        Edit(WATER, "\ndate: 2026-04-02", "\ndate: 2026-04-01"),
        Edit(WATER, "    why: 供水公司改期", "    why: 供水公司改期\n    fields:\n      - date"),
    ],
    "a resolution numbered in the year in which it was published": [
        Edit(LIFT, "\ndate: 2026-05-12", "\nposting:\n  from: 2025-12-31\n  places:\n    - gate\ndate: 2025-12-30"),
        Edit(LIFT, "decided_on: 2026-05-12", "decided_on: 2025-12-30"),
        Edit(LIFT, "from: 2026-05-01\n  until: 2026-05-10", "from: 2025-12-01\n  until: 2025-12-20"),
        Edit(LIFT, "published: 2026-05-13", "published: 2026-01-05"),
    ],
    "a statement named by the last of its years": [
        Edit(Q2, "from: 2026-04-01", "from: 2025-04-01"),
        Edit(Q2, "opening: 900.00", "opening: 930.25"),
        Edit(Q2, "closing: 900.00", "closing: 930.25"),
        Edit(Q2, "  amount: -30.25", "  amount: 0.00"),
        Edit("finances/2026-q1-common-income.yaml", to="finances/2026-01-common-income.yaml"),
        Edit("finances/2026-q1-common-income.csv", to="finances/2026-01-common-income.csv"),
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
