"""Whatever is named exists."""
# ruff: noqa: E501

import pytest

from noticeboard import report
from tests.sample import Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"
BODIES = "bodies.yaml"
TROUBLES = "responsibilities.yaml"
WATER = "notices/2026-04-02-water.yaml"
PLAN = "notices/2026-04-03-lift-plan.yaml"
MEETING = "meetings/2026-04-20-committee.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
REVIEW = "reviews/2025.yaml"

BAD = {
    "body-unknown": [
        Case(
            [Edit(COMMUNITY, "    since: 2024-01-01\n", "    since: 2024-01-01\n    by: nobody\n")],
            """
community.yaml:8:9: error: body-unknown: promises[1].by 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(WATER, "publisher: provider", "publisher: nobody")],
            """
notices/2026-04-02-water.yaml:2:12: error: body-unknown: publisher 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(WATER, "on_behalf_of: committee", "on_behalf_of: nobody")],
            """
notices/2026-04-02-water.yaml:3:15: error: body-unknown: on_behalf_of 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(PLAN, "to: residents", "to: nobody")],
            """
notices/2026-04-03-lift-plan.yaml:16:9: error: body-unknown: posting.objection.to 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(MEETING, "body: committee", "body: nobody")],
            """
meetings/2026-04-20-committee.yaml:8:7: error: body-unknown: body 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(MEETING, "follow_up: provider", "follow_up: nobody")],
            """
meetings/2026-04-20-committee.yaml:25:16: error: body-unknown: agenda[1].follow_up 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(LIFT, "decided_by: residents", "decided_by: nobody")],
            """
resolutions/2026-001-lift.yaml:7:13: error: body-unknown: decided_by 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(LIFT, "by: provider", "by: nobody")],
            """
resolutions/2026-001-lift.yaml:60:7: error: body-unknown: implementation.by 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(REVIEW, "chaired_by: residents", "chaired_by: nobody")],
            """
reviews/2025.yaml:8:13: error: body-unknown: chaired_by 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(REVIEW, "owner: residents", "owner: nobody")],
            """
reviews/2025.yaml:20:12: error: body-unknown: tasks[1].owner 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [
                Edit(
                    REVIEW,
                    "    body: residents",
                    "    body: residents\n  - id: guard\n    name: 门岗\n    body: nobody",
                )
            ],
            """
reviews/2025.yaml:15:11: error: body-unknown: reviewed[2].body 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(COMMUNITY, "run_by: residents", "run_by: nobody")],
            """
community.yaml:13:13: error: body-unknown: channels[1].run_by 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(COMMUNITY, "provider: provider", "provider: nobody")],
            """
community.yaml:20:15: error: body-unknown: estates[1].provider 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(BODIES, "parent: residents", "parent: nobody")],
            """
bodies.yaml:8:13: error: body-unknown: bodies[2].parent 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(BODIES, "- provider: provider", "- provider: nobody")],
            """
bodies.yaml:31:15: error: body-unknown: contracts[1].provider 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(TROUBLES, "lead: provider", "lead: nobody")],
            """
responsibilities.yaml:4:11: error: body-unknown: responsibilities[1].lead 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
        Case(
            [Edit(TROUBLES, "- residents", "- nobody")],
            """
responsibilities.yaml:6:9: error: body-unknown: responsibilities[1].support[1] 写的机构“nobody”不在 bodies.yaml 里。""",
        ),
    ],
    "estate-unknown": [
        Case(
            [Edit(COMMUNITY, "    since: 2024-01-01\n", "    since: 2024-01-01\n    estate: west\n")],
            """
community.yaml:8:13: error: estate-unknown: promises[1].estate 写的小区“west”不在 community.yaml 里。""",
        ),
        Case(
            [
                Edit(
                    COMMUNITY,
                    "households: 50\n",
                    "households: 50\nexemptions:\n  - duty: provider-report\n    estate: west\n    reason: 没有\n",
                )
            ],
            """
community.yaml:12:13: error: estate-unknown: exemptions[1].estate 写的小区“west”不在 community.yaml 里。""",
        ),
        Case(
            [Edit(PLAN, "estate: north", "estate: west")],
            """
notices/2026-04-03-lift-plan.yaml:3:9: error: estate-unknown: estate 写的小区“west”不在 community.yaml 里。""",
        ),
        Case(
            [Edit(BODIES, "    estate: north\n    since", "    estate: west\n    since")],
            """
bodies.yaml:9:13: error: estate-unknown: bodies[2].estate 写的小区“west”不在 community.yaml 里。""",
        ),
        Case(
            [Edit(BODIES, "    estate: north\n    from", "    estate: west\n    from")],
            """
bodies.yaml:32:13: error: estate-unknown: contracts[1].estate 写的小区“west”不在 community.yaml 里。""",
        ),
        Case(
            [Edit(TROUBLES, "estate: north", "estate: west")],
            """
responsibilities.yaml:7:13: error: estate-unknown: responsibilities[1].estate 写的小区“west”不在 community.yaml 里。""",
        ),
    ],
    "estate-missing": [
        Case(
            [Edit(WATER, "estate: north\n", "")],
            """
notices/2026-04-02-water.yaml:5:3: warning: estate-missing: 写的楼栋都在小区“north”，却没有写 estate，会被当成全社区的事。""",
        )
    ],
    "building-unknown": [
        Case(
            [Edit(WATER, "- n1", "- n9")],
            """
notices/2026-04-02-water.yaml:6:5: error: building-unknown: buildings[1] 写的楼栋“n9”不在 community.yaml 里。""",
        ),
        Case(
            [Edit(COMMUNITY, "building: n1", "building: n9")],
            """
community.yaml:41:15: error: building-unknown: boards[2].building 写的楼栋“n9”不在 community.yaml 里。""",
        ),
    ],
    "board-unknown": [
        Case(
            [
                Edit(
                    "registers/postings.csv",
                    new="贴上,公告,公告栏\n2026-04-03,notices/2026-04-03-lift-plan,gate\n2026-04-03,notices/2026-04-03-lift-plan,roof\n",
                )
            ],
            """
registers/postings.csv:3:1: error: board-unknown: “公告栏”一栏 写的公告栏“roof”不在 community.yaml 里。""",
        )
    ],
    "building-of-another-estate": [
        Case(
            [Edit(WATER, "- n1", "- s1")],
            """
notices/2026-04-02-water.yaml:6:5: error: building-of-another-estate: buildings[1] 写的楼栋“s1”在小区“south”，而 estate 写的是“north”。""",
        )
    ],
    "record-unknown": [
        Case(
            [Edit(WATER, "record: meetings/2026-04-20-committee", "record: meetings/2026-04-21-committee")],
            """
notices/2026-04-02-water.yaml:17:13: error: record-unknown: 引用的记录“meetings/2026-04-21-committee”不存在。""",
        ),
        Case(
            [Edit(MEETING, "notice: notices/2026-04-03-lift-plan", "notice: notices/2026-04-04-lift-plan")],
            """
meetings/2026-04-20-committee.yaml:12:9: error: record-unknown: 引用的记录“notices/2026-04-04-lift-plan”不存在。""",
        ),
        Case(
            [Edit(LIFT, "implementation:\n", "authorised_by: resolutions/2026-002-lift\nimplementation:\n")],
            """
resolutions/2026-001-lift.yaml:59:16: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
        Case(
            [Edit(MEETING, "resolution: resolutions/2026-001-lift", "resolution: resolutions/2026-002-lift")],
            """
meetings/2026-04-20-committee.yaml:23:17: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
        Case(
            [Edit(LIFT, "meeting: meetings/2026-04-20-committee", "meeting: meetings/2026-04-21-committee")],
            """
resolutions/2026-001-lift.yaml:9:10: error: record-unknown: 引用的记录“meetings/2026-04-21-committee”不存在。""",
        ),
        Case(
            [Edit(LIFT, "notice: notices/2026-04-03-lift-plan", "notice: notices/2026-04-04-lift-plan")],
            """
resolutions/2026-001-lift.yaml:10:9: error: record-unknown: 引用的记录“notices/2026-04-04-lift-plan”不存在。""",
        ),
        Case(
            [Edit(REVIEW, "meeting: meetings/2026-04-20-committee", "meeting: meetings/2026-04-21-committee")],
            """
reviews/2025.yaml:7:10: error: record-unknown: 引用的记录“meetings/2026-04-21-committee”不存在。""",
        ),
        Case(
            [Edit(Q2, "resolution: resolutions/2026-001-lift", "resolution: resolutions/2026-002-lift")],
            """
finances/2026-q2-common-income.yaml:18:15: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
        Case(
            [Edit(LEDGER, "resolutions/2026-001-lift", "resolutions/2026-002-lift")],
            """
finances/2026-q1-common-income.csv:5:1: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
        Case(
            [Edit(COMMUNITY, "resolution: resolutions/2026-001-lift", "resolution: resolutions/2026-002-lift")],
            """
community.yaml:8:17: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
        Case(
            [Edit(BODIES, "resolution: resolutions/2026-001-lift", "resolution: resolutions/2026-002-lift")],
            """
bodies.yaml:36:17: error: record-unknown: 引用的记录“resolutions/2026-002-lift”不存在。""",
        ),
    ],
    "record-of-another-kind": [
        Case(
            [Edit(LIFT, "meeting: meetings/2026-04-20-committee", "meeting: notices/2026-04-02-water")],
            """
resolutions/2026-001-lift.yaml:9:10: error: record-of-another-kind: meeting 写的是“notices/2026-04-02-water”。""",
        ),
        Case(
            [Edit(BODIES, "resolution: resolutions/2026-001-lift", "resolution: reviews/2024")],
            """
bodies.yaml:36:17: error: record-of-another-kind: contracts[1].resolution 写的是“reviews/2024”。""",
        ),
    ],
    "record-related-to-itself": [
        Case(
            [Edit(WATER, "record: meetings/2026-04-20-committee", "record: notices/2026-04-02-water")],
            """
notices/2026-04-02-water.yaml:17:13: error: record-related-to-itself: related[1].record 写的就是这条记录自己。""",
        ),
    ],
    "motion-without-resolution": [
        Case(
            [Edit(MEETING, "    resolution: resolutions/2026-001-lift\n", "")],
            """
meetings/2026-04-20-committee.yaml:23:13: error: motion-without-resolution: agenda[1].motion 写了表决项“1”，却没有写是哪个决议。""",
        ),
    ],
    "motion-unknown": [
        Case(
            [Edit(MEETING, 'motion: "1"', 'motion: "3"')],
            """
meetings/2026-04-20-committee.yaml:24:13: error: motion-unknown: agenda[1].motion 写的表决项“3”在 resolutions/2026-001-lift 里没有。""",
        ),
        Case(
            [Edit(LIFT, 'depends_on: "1"', 'depends_on: "3"')],
            """
resolutions/2026-001-lift.yaml:45:17: error: motion-unknown: motions[2].depends_on 写的表决项“3”在 resolutions/2026-001-lift 里没有。""",
        ),
        Case(
            [Edit(LIFT, 'depends_on: "1"', 'depends_on: "2"')],
            """
resolutions/2026-001-lift.yaml:45:17: error: motion-unknown: motions[2].depends_on 写的表决项“2”在 resolutions/2026-001-lift 里没有。""",
        ),
    ],
    "attachment-missing": [
        Case(
            [Edit(WATER, "file: attachments/map.pdf", "file: attachments/plan.pdf")],
            """
attachments/map.pdf:1:1: warning: attachment-unused: 附件 attachments/map.pdf 没有任何记录提到，居民找不到它。
notices/2026-04-02-water.yaml:20:11: error: attachment-missing: attachments[1].file 写的附件 attachments/plan.pdf 不在文件夹里。""",
        )
    ],
    "attachment-unused": [
        Case(
            [Edit("attachments/old.csv", "", "a,b\n")],
            """
attachments/old.csv:1:1: warning: attachment-unused: 附件 attachments/old.csv 没有任何记录提到，居民找不到它。""",
        )
    ],
}

GOOD = {
    "buildings of two estates, and so no estate": [Edit(WATER, "estate: north\n", ""), Edit(WATER, "- n1", "- s1")],
    "a place in words where a board could stand": [Edit(PLAN, "- gate", "- 北门")],
    "a decision taken at a meeting, in a ledger": [
        Edit(LEDGER, "resolutions/2026-001-lift", "meetings/2026-04-20-committee")
    ],
    "no estate named for a matter of the whole community": [Edit(PLAN, "estate: north\n", "")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_unread_record_exists_all_the_same(sample: Sample) -> None:
    """A resolution whose shape is broken is one fault, not one in every record that names it."""
    sample.edit(Edit(LIFT, "decided_by: residents\n", ""))
    assert [finding.rule for finding in sample.findings()] == ["field-missing"]


def test_attachments_are_not_called_unused_while_a_record_cannot_be_read(sample: Sample) -> None:
    sample.edit(Edit(WATER, "form: notice\n", ""))
    assert [finding.rule for finding in sample.findings()] == ["field-missing"]


def test_the_body_that_was_meant_is_suggested_and_all_are_listed(sample: Sample) -> None:
    sample.edit(
        Edit(WATER, "publisher: provider", "publisher: provder"),
        Edit(BODIES, "    name: 北园第一届业主委员会", "    name: 北园第一届业主委员会\n    short_name: 业委会"),
    )
    (finding,) = sample.findings()
    assert report.sentences(finding, "zh")[1] == (
        "bodies.yaml 里的机构编号（是不是 provider？）。"
        "现有：residents（榆树社区居民委员会）、committee（业委会）、provider（青禾物业服务有限公司）。"
    )


def test_the_kind_of_a_body_written_as_its_id_suggests_the_body(sample: Sample) -> None:
    """The ids in the examples that clerks start from are kinds."""
    sample.edit(Edit(WATER, "publisher: provider", "publisher: owners-committee"))
    (finding,) = sample.findings()
    assert "（是不是 committee？）" in report.sentences(finding, "zh")[1]


def test_ten_bodies_are_listed_at_most(sample: Sample) -> None:
    more = "".join(f"  - id: body-{n}\n    name: 机构{n}\n    kind: other\n" for n in range(9))
    sample.edit(
        Edit(WATER, "publisher: provider", "publisher: nobody"),
        Edit(BODIES, "contracts:", f"{more}contracts:"),
    )
    (finding,) = sample.findings()
    assert report.sentences(finding, "zh")[1].endswith("、body-6（机构6）等。")
