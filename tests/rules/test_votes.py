"""Every count adds up."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

MEETING = "meetings/2026-04-20-committee.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
REVIEW = "reviews/2025.yaml"

OF_SOME = Edit(LIFT, "area_basis: registered\n", "area_basis: registered\nscope: 部分业主\n")
"""The whole is not the estate's then, and not compared with it."""

BAD = {
    "count-does-not-add-up": [
        Case(
            [Edit(LIFT, "同意: 20", "同意: 19")],
            """
resolutions/2026-001-lift.yaml:29:11: error: count-does-not-add-up: 表决项“动用维修资金大修电梯”按业主人数计，各选项（motions[1].counts[1].options）加起来是 22，而有效票（valid）是 23，相差 1。""",
        ),
        Case(
            [Edit(LIFT, "同意: 2100.00", "同意: 2100.0001")],
            """
resolutions/2026-001-lift.yaml:39:11: error: count-does-not-add-up: 表决项“动用维修资金大修电梯”按面积计，各选项（motions[1].counts[2].options）加起来是 2400.5001，而参与表决（took_part）是 2400.50，相差 0.0001。""",
        ),
        Case(
            [Edit(LIFT, "甲公司: 20", "甲公司: 32")],
            """
resolutions/2026-001-lift.yaml:54:11: error: count-does-not-add-up: 表决项“选定施工单位”按票数计，各选项（motions[2].counts[1].options）加起来是 47，而有效票乘以每票可选 2 项（valid，votes_per_ballot）是 46，相差 1。""",
        ),
        Case(
            [Edit(REVIEW, "基本满意: 14", "基本满意: 13"), Edit(REVIEW, "    printed_rate: 94.74\n", "")],
            """
reviews/2025.yaml:38:7: error: count-does-not-add-up: 评议票按票数计，各选项（ballots[1].options）加起来是 56，而有效票（valid）是 57，相差 1。""",
        ),
    ],
    "count-exceeds-entitled": [
        Case(
            [Edit(LIFT, "entitled: 30\n", "entitled: 26\n"), OF_SOME],
            """
resolutions/2026-001-lift.yaml:21:19: error: count-exceeds-entitled: 参与的加推定的共 27，比有权投票的 26 还多 1。""",
        ),
        Case(
            [Edit(LIFT, "entitled: 3000.00", "entitled: 2400.49"), OF_SOME],
            """
resolutions/2026-001-lift.yaml:35:19: error: count-exceeds-entitled: 参与的加推定的共 2400.50，比有权投票的 2400.49 还多 0.01。""",
        ),
        Case(
            [
                Edit(LIFT, "        entitled: 3000.00\n        took_part: 2400.50\n", "        entitled: 2400.00\n"),
                OF_SOME,
            ],
            """
resolutions/2026-001-lift.yaml:35:19: error: count-exceeds-entitled: 参与的加推定的共 2400.50，比有权投票的 2400.00 还多 0.50。""",
        ),
    ],
    "returned-differs": [
        Case(
            [Edit(REVIEW, "invalid: 1", "invalid: 2")],
            """
reviews/2025.yaml:33:15: error: returned-differs: 有效 57 ＋无效 2 ＝ 59，而收回印的是 58，相差 1。""",
        )
    ],
    "more-returned-than-issued": [
        Case(
            [Edit(REVIEW, "issued: 60", "issued: 57")],
            """
reviews/2025.yaml:33:15: error: more-returned-than-issued: 收回 58，比发出的 57 还多。""",
        )
    ],
    "count-not-whole": [
        Case(
            [Edit(LIFT, "反对: 2\n          弃权: 1\n", "反对: 1.5\n          弃权: 1.5\n")],
            """
resolutions/2026-001-lift.yaml:30:15: error: count-not-whole: motions[1].counts[1].options.反对 写的是 1.5，人数、户数、票数不会有小数。
resolutions/2026-001-lift.yaml:31:15: error: count-not-whole: motions[1].counts[1].options.弃权 写的是 1.5，人数、户数、票数不会有小数。""",
        ),
        Case(
            [Edit(LIFT, "entitled: 30\n", "entitled: 30.5\n"), OF_SOME],
            """
resolutions/2026-001-lift.yaml:21:19: error: count-not-whole: motions[1].counts[1].entitled 写的是 30.5，人数、户数、票数不会有小数。""",
        ),
        Case(
            [Edit(LIFT, "同意: 3\n", "同意: 3.25\n")],
            """
resolutions/2026-001-lift.yaml:33:15: error: count-not-whole: motions[1].counts[1].deemed.同意 写的是 3.25，人数、户数、票数不会有小数。""",
        ),
    ],
    "chosen-option-unknown": [
        Case(
            [Edit(LIFT, "- 甲公司", "- 甲 公司")],
            """
resolutions/2026-001-lift.yaml:58:9: error: chosen-option-unknown: motions[2].chosen[1] 写的“甲 公司”不在计票的选项里。""",
        )
    ],
    "seats-exceeded": [
        Case(
            [Edit(LIFT, "- 甲公司", "- 甲公司\n      - 乙公司")],
            """
resolutions/2026-001-lift.yaml:58:7: error: seats-exceeded: 席位 1 个，却选出了 2 个。""",
        ),
        Case(
            [Edit(LIFT, "seats: 1", "seats: 0")],
            """
resolutions/2026-001-lift.yaml:58:7: error: seats-exceeded: 席位 0 个，却选出了 1 个。""",
        ),
        Case(
            [Edit(LIFT, "- 甲公司", "- 甲公司\n      - 丙公司"), Edit(LIFT, "甲公司: 20", "甲公司: 0")],
            """
resolutions/2026-001-lift.yaml:58:7: error: seats-exceeded: 席位 1 个，却选出了 2 个。""",
        ),
    ],
    "attendance-exceeds-entitled": [
        Case(
            [Edit(MEETING, "excluded: 1", "excluded: 2")],
            """
meetings/2026-04-20-committee.yaml:17:14: error: attendance-exceeds-entitled: “委员”实到 6，比应到的 5（已减去依法扣减的）还多。""",
        )
    ],
    "printed-vote-share-differs": [
        Case(  # 20 of 24 are 83.33 percent
            [Edit(LIFT, "invalid: 1\n", "invalid: 1\n        printed_rate: 83.34\n")],
            """
resolutions/2026-001-lift.yaml:26:23: error: printed-vote-share-differs: 印出的比例是 83.34%，按票数复算最接近的是 83.33%，相差 0.01 个百分点。""",
        ),
        Case(  # of several options any may be the one that was printed
            [Edit(LIFT, "votes_per_ballot: 2\n", "votes_per_ballot: 2\n        printed_rate: 65.3\n")],
            """
resolutions/2026-001-lift.yaml:52:23: error: printed-vote-share-differs: 印出的比例是 65.3%，按票数复算最接近的是 65.2%，相差 0.1 个百分点。""",
        ),
    ],
    "printed-turnout-differs": [
        Case(
            [Edit(MEETING, "present: 6\n", "present: 6\n    printed_rate: 85.71\n")],
            """
meetings/2026-04-20-committee.yaml:18:19: error: printed-turnout-differs: “委员”印出的到会比例是 85.71%，按人数（面积）复算是 100.00%，相差 14.29 个百分点。""",
        )
    ],
    "attendance-does-not-add-up": [
        Case(
            [Edit(MEETING, "in_person: 4", "in_person: 5")],
            """
meetings/2026-04-20-committee.yaml:17:14: error: attendance-does-not-add-up: “委员”亲自、委托、线上加起来是 7，比实到的 6 还多 1。""",
        )
    ],
}

GOOD = {
    "the printed share is of those who took part": [
        Edit(LIFT, "invalid: 1\n", "invalid: 1\n        printed_rate: 83.33\n")
    ],
    "the printed share is of all who are entitled": [
        Edit(LIFT, "invalid: 1\n", "invalid: 1\n        printed_rate: 66.7\n")
    ],
    "the printed share is with deemed votes": [Edit(LIFT, "invalid: 1\n", "invalid: 1\n        printed_rate: 85.19\n")],
    "the printed share is the turnout": [Edit(LIFT, "invalid: 1\n", "invalid: 1\n        printed_rate: 80\n")],
    "the printed turnout is without those excluded": [
        Edit(MEETING, "present: 6\n", "present: 6\n    printed_rate: 100.0\n")
    ],
    "options not listed in full": [
        Edit(
            LIFT,
            "        complete: true\n        options:\n          同意: 20\n          反对: 2",
            "        options:\n          同意: 20\n          反对: 1",
        )
    ],
    "a result in words only": [
        Edit(
            LIFT,
            "    counts:\n      - unit: ballots\n        valid: 23\n        votes_per_ballot: 2\n        complete: true\n        options:\n          甲公司: 20\n          乙公司: 15\n          丙公司: 0\n    chosen",
            "    result_words: 过半数\n    chosen",
        ),
    ],
    "more votes than are entitled where a ballot may choose several": [
        Edit(
            LIFT, "        valid: 23\n        votes_per_ballot: 2", "        entitled: 30\n        votes_per_ballot: 2"
        ),
    ],
    "a tie for the last seat": [
        Edit(LIFT, "乙公司: 15", "乙公司: 20"),
        Edit(LIFT, "- 甲公司", "- 甲公司\n      - 乙公司"),
    ],
    "areas with up to four decimals": [
        Edit(LIFT, "同意: 2100.00", "同意: 2100.1234"),
        Edit(LIFT, "took_part: 2400.50", "took_part: 2400.6234"),
    ],
    "weighted votes with fractions": [
        Edit(LIFT, "- unit: ballots\n        valid: 23", "- unit: weight\n        valid: 23.5"),
    ],
    "fewer votes than ballots where a ballot may choose several": [Edit(LIFT, "甲公司: 20", "甲公司: 1")],
    "half a person present, counted in area": [
        Edit(
            MEETING,
            "    entitled: 7\n    excluded: 1\n    present: 6\n",
            "    unit: area\n    entitled: 7\n    excluded: 1\n    present: 6.0\n",
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
