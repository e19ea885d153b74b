"""Every count adds up."""
# ruff: noqa: E501

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election, Office
from noticeboard.records.meeting import Attendance, Meeting
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.records.review import Review
from noticeboard.rules import votes
from noticeboard.rules.rule import Rule
from tests.rules.made import DAY, SAYING, Told, breaches, dataset, difference
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


# Counts made here, to see every value that a breach has.


def a_count(unit: str = "owners", options: dict[str, int] | None = None, **more: Any) -> Count:
    numbers = {
        name: Decimal(str(one)) if name in ("printed_rate", *votes.NUMBERS) else one for name, one in more.items()
    }
    numbers["deemed"] = {name: Decimal(one) for name, one in more.get("deemed", {}).items()}
    return Count(unit=unit, options={name: Decimal(one) for name, one in (options or {}).items()}, **numbers)


def resolution(*motions: Motion) -> Resolution:
    return Resolution(
        id="resolutions/2026-001", decided_by="residents", decided_on=DAY, motions=motions, **SAYING
    )  # fmt: skip


def motion(*counts: Count, **more: Any) -> Motion:
    return Motion(**{"id": "1", "title": "题", "matter": "x", "result": "passed", "counts": counts} | more)


def meeting(**group: Any) -> Dataset:
    """With a second group of attendance, `group`."""
    numbers = {name: Decimal(str(one)) for name, one in group.items()}
    attendance = (Attendance(group="甲", present=Decimal(1)), Attendance(group="乙", **numbers))
    return dataset(
        Meeting(id="meetings/2026", type="x", body="committee", state="held", attendance=attendance, **SAYING)
    )  # fmt: skip


def of_counts(rule: Rule, *counts: Count) -> Told:
    return breaches(rule, dataset(resolution(motion(*counts))))


@pytest.mark.parametrize(
    ("count", "zh", "en", "most"),
    [
        ({"valid": 10, "took_part": 9, "invalid": 3}, "有效票（valid）", "valid (valid)", 10),
        ({"took_part": 10}, "参与表决（took_part）", "took part (took_part)", 10),
        ({"took_part": 10, "returned": 9}, "参与表决（took_part）", "took part (took_part)", 10),
        ({"took_part": 10, "invalid": 0}, "参与表决（took_part）", "took part (took_part)", 10),
        (
            {"took_part": 10, "invalid": 2},
            "参与表决减去无效（took_part − invalid）",
            "took part less invalid (took_part − invalid)",
            8,
        ),
        ({"returned": 10}, "收回（returned）", "returned (returned)", 10),
        (
            {"returned": 10, "invalid": 2},
            "收回减去无效（returned − invalid）",
            "returned less invalid (returned − invalid)",
            8,
        ),
        (
            {"valid": 5, "votes_per_ballot": 2},
            "有效票乘以每票可选 2 项（valid，votes_per_ballot）",
            "valid times 2 votes a ballot (valid, votes_per_ballot)",
            10,
        ),
    ],
)
def test_what_the_options_must_add_up_to_is_named(count: dict[str, int], zh: str, en: str, most: int) -> None:
    rule = votes.count_does_not_add_up
    about = {"about_zh": "表决项“题”按业主人数计", "about_en": "the motion “题” in owners"}
    options = {"同意": most, "反对": 1}
    assert of_counts(rule, a_count(), a_count(options=options, complete=True, **count)) == [
        ("motions[1].counts[2].options", {"whole_zh": zh, "whole_en": en, **about, **difference(most, most + 1, 1)})
    ]
    assert of_counts(rule, a_count(options=options, **count)) == []
    assert of_counts(rule, a_count(options={"同意": most}, complete=True, **count)) == []
    less = of_counts(rule, a_count(options={"同意": most - 1}, complete=True, **count))
    assert bool(less) == ("votes_per_ballot" not in count)


def test_options_without_ballots_add_up_to_nothing() -> None:
    assert of_counts(votes.count_does_not_add_up, a_count(options={"同意": 1}, complete=True, entitled=2)) == []


def test_every_count_of_a_vote_is_judged_where_it_stands() -> None:
    wrong = a_count("persons", {"同意": 2}, took_part=1, complete=True)
    right = a_count("persons", {"同意": 1}, took_part=1, complete=True)
    office = Office(role="主任", date=DAY, counts=(right, wrong))
    records = (
        resolution(motion(right), motion(right, wrong, title="又一题")),
        Review(id="reviews/2025", year=2025, reviewed=(), problems=(), tasks=(), ballots=(right, wrong), **SAYING),
        Election(
            id="elections/2026", body="committee", sort="term", voters="owners", seats=1, result="valid",
            counts=(right, wrong), offices=(Office(role="委员", date=DAY), office), **SAYING,
        ),
    )  # fmt: skip
    assert [
        (field, one["about_zh"], one["about_en"])
        for field, one in breaches(votes.count_does_not_add_up, dataset(*records))
    ] == [
        ("motions[2].counts[2].options", "表决项“又一题”按人数计", "the motion “又一题” in persons"),
        ("ballots[2].options", "评议票按人数计", "the ballots in persons"),
        ("counts[2].options", "选票按人数计", "the ballots in persons"),
        ("offices[2].counts[2].options", "选票按人数计", "the ballots in persons"),
    ]


@pytest.mark.parametrize(
    ("count", "voted"),
    [
        ({"took_part": 10, "returned": 50}, 10),
        ({"returned": 10, "options": {"同意": 50}}, 10),
        ({"options": {"同意": 4, "反对": 6}}, 10),
        ({"took_part": 7, "deemed": {"同意": 2, "反对": 1}}, 10),
        ({"options": {"同意": 40}, "votes_per_ballot": 2, "deemed": {"同意": 10}}, 10),
    ],
)
def test_as_many_as_are_entitled_may_vote_and_no_more(count: dict[str, Any], voted: int) -> None:
    rule = votes.count_exceeds_entitled
    assert of_counts(rule, a_count(**count), a_count(entitled=voted, **count)) == []
    assert of_counts(rule, a_count(), a_count(entitled=voted - 1, **count)) == [
        ("motions[1].counts[2].entitled", difference(voted - 1, voted, 1))
    ]


def test_ballots_that_came_back_are_valid_or_not() -> None:
    rule, told = votes.returned_differs, "motions[1].counts[1].returned"
    assert of_counts(rule, a_count(returned=10, valid=8, invalid=1), a_count(returned=9, valid=8, invalid=1)) == [
        (told, {"valid": "8", "invalid": "1", **difference(10, 9, 1)})
    ]
    partly = [{"returned": 9, "valid": 8}, {"returned": 9, "invalid": 1}, {"valid": 8, "invalid": 1}]
    assert of_counts(rule, *(a_count(**one) for one in partly)) == []
    wrong = a_count(returned=9, valid=8, invalid=2)
    assert [field for field, _ in of_counts(rule, a_count(), wrong)] == ["motions[1].counts[2].returned"]


def test_no_more_ballots_come_back_than_were_given_out() -> None:
    rule = votes.more_returned_than_issued
    assert of_counts(rule, a_count(issued=9), a_count(returned=9), a_count(issued=9, returned=9)) == []
    assert of_counts(rule, a_count(returned=9), a_count(issued=8, returned=9)) == [
        ("motions[1].counts[2].returned", {"returned": "9", "issued": "8"})
    ]


@pytest.mark.parametrize("unit", ["owners", "persons", "households", "ballots"])
def test_heads_and_ballots_are_whole(unit: str) -> None:
    halves = dict.fromkeys(votes.NUMBERS, "1.5")
    count = a_count(unit, **halves, deemed={"弃权": "0.25"})
    count = msgspec.structs.replace(count, options={"同意": Decimal("0.5"), "反对": Decimal("2.00")})
    assert votes.NUMBERS == ("entitled", "issued", "returned", "valid", "invalid", "took_part")
    assert of_counts(votes.count_not_whole, a_count("area", **halves), a_count("weight", **halves), count) == [
        *((f"motions[1].counts[3].{name}", {"found": "1.5", "unit": unit}) for name in votes.NUMBERS),
        ("motions[1].counts[3].options.同意", {"found": "0.5", "unit": unit}),
        ("motions[1].counts[3].deemed.弃权", {"found": "0.25", "unit": unit}),
    ]


def test_what_was_chosen_was_counted_somewhere() -> None:
    rule = votes.chosen_option_unknown
    one, other = a_count(options={"甲": 1}), a_count("area", deemed={"乙": 1})
    data = dataset(resolution(motion(), motion(one, other, chosen=("甲", "乙", "丙")), motion(chosen=("丁",))))
    assert breaches(rule, data) == [("motions[2].chosen[3]", {"found": "丙"})]


@pytest.mark.parametrize(
    ("seats", "counted", "more"),
    [
        (None, [], False),
        (2, [], False),
        (1, [], True),
        (0, [{"甲": 5, "乙": 5}], True),
        (1, [{"甲": 5, "乙": 5}], False),
        (1, [{"甲": 5, "乙": 4}], True),
        (1, [{"甲": 0, "乙": 0}], True),
        (1, [{"甲": 1, "乙": 1}], False),
        (1, [{"乙": 5}], True),
        (1, [{"甲": 5, "乙": 4}, {"甲": 5, "乙": 5}], False),
        (1, [{"丙": 5, "丁": 5}], True),
    ],
)
def test_only_those_who_tie_for_the_last_seat_may_be_too_many(
    seats: int | None, counted: list[dict[str, int]], more: bool
) -> None:
    counts = [a_count(options=one) for one in counted]
    found = breaches(votes.seats_exceeded, dataset(resolution(motion(*counts, seats=seats, chosen=("甲", "乙")))))
    assert found == ([("motions[1].chosen", {"seats": str(seats), "chosen": "2"})] if more else [])


def test_of_three_who_were_chosen_the_last_must_tie() -> None:
    def told(*got: int) -> int:
        chosen = ("甲", "乙", "丙")
        count = a_count(options=dict(zip(chosen, got, strict=True)))
        return len(breaches(votes.seats_exceeded, dataset(resolution(motion(count, seats=2, chosen=chosen)))))

    assert [told(9, 5, 5), told(5, 9, 5), told(5, 5, 4), told(5, 5, 5)] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("group", "entitled"),
    [
        ({"present": 6, "entitled": 7, "excluded": 1}, None),
        ({"present": 7, "entitled": 7}, None),
        ({"present": 7}, None),
        ({"present": 8, "entitled": 7}, 7),
        ({"present": 7, "entitled": 7, "excluded": 1}, 6),
    ],
)
def test_no_more_are_present_than_should_be(group: dict[str, int], entitled: int | None) -> None:
    expected = {"group": "乙", "present": str(group["present"]), "entitled": str(entitled)}
    found = breaches(votes.attendance_exceeds_entitled, meeting(**group))
    assert found == ([] if entitled is None else [("attendance[2].present", expected)])


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, 0), ({"in_person": 6}, 6), ({"in_person": 2, "by_proxy": 2, "online": 2}, 6), ({"in_person": 7}, 7),
        ({"by_proxy": 7}, 7), ({"online": 7}, 7), ({"in_person": 3, "by_proxy": 2, "online": 2}, 7),
    ],
)  # fmt: skip
def test_the_parts_are_no_more_than_all_present(parts: dict[str, int], found: int) -> None:
    told = ("attendance[2].present", {"group": "乙", **difference(6, found, 1)})
    assert breaches(votes.attendance_does_not_add_up, meeting(present=6, **parts)) == ([told] if found > 6 else [])


@pytest.mark.parametrize(
    ("count", "shares", "nearest"),
    [
        # who took part of all, and who agreed of those who took part, of valid ballots and of all; with deemed votes
        (
            {"entitled": 100, "took_part": 80, "valid": 50, "options": {"同意": 40, "反对": 10}},
            ["80", "50", "80.0", "40", "40.00"],
            {"79": "80", "45": "50", "81.0": "80.0", "39": "40"},
        ),
        (
            {"entitled": 200, "took_part": 100, "options": {"同意": 60, "反对": 40}, "deemed": {"同意": 20, "反对": 5}},
            ["50", "60", "30", "62.5", "64", "40", "63"],
            {"51": "50", "65.0": "64.0", "44": "40"},
        ),
        (
            {"took_part": 100, "valid": 80, "options": {"同意": 60, "反对": 20}, "deemed": {"同意": 20}},
            ["60", "75", "66.67", "80"],
            {"70": "67"},
        ),
        ({"took_part": 8, "options": {"甲": 5, "乙": 3}}, ["62.5", "63", "37.5", "38"], {"62": "63", "37": "38"}),
        ({"entitled": 8, "options": {"甲": 5}}, ["62.5"], {"62": "63", "100": "63"}),
        ({"entitled": 0, "took_part": 0, "options": {"同意": 0}}, ["50"], {}),
        ({"options": {"同意": 5}}, ["50"], {}),
        ({"entitled": 40, "returned": 30}, ["75"], {"70": "75"}),
    ],
)
def test_a_printed_share_is_one_of_those_that_the_figures_give(
    count: dict[str, Any], shares: list[str], nearest: dict[str, str]
) -> None:
    rule = votes.printed_vote_share_differs
    assert of_counts(rule, a_count(**count), *(a_count(**count, printed_rate=one) for one in shares)) == []
    for printed, share in nearest.items():
        between = abs(Decimal(printed) - Decimal(share))
        assert of_counts(rule, a_count(), a_count(**count, printed_rate=printed)) == [
            ("motions[1].counts[2].printed_rate", difference(printed, share, between))
        ]


@pytest.mark.parametrize(
    ("group", "recounted"),
    [
        ({"present": 6, "entitled": 7, "excluded": 1, "printed_rate": "100.0"}, None),
        ({"present": 5, "entitled": 8, "printed_rate": "62.5"}, None),
        ({"present": 5, "entitled": 8, "printed_rate": "63"}, None),
        ({"present": 5, "entitled": 8}, None),
        ({"present": 5, "printed_rate": "62.5"}, None),
        ({"present": 5, "entitled": 2, "excluded": 2, "printed_rate": "62.5"}, None),
        ({"present": 1, "entitled": 2, "excluded": 1, "printed_rate": "99"}, "100"),
        ({"present": 5, "entitled": 8, "printed_rate": "62"}, "63"),
        ({"present": 0, "entitled": 1, "printed_rate": "1"}, "0"),
    ],
)
def test_a_printed_turnout_is_of_those_who_should_attend(group: dict[str, Any], recounted: str | None) -> None:
    found = breaches(votes.printed_turnout_differs, meeting(**group))
    if recounted is None:
        assert found == []
    else:
        values = {"group": "乙", **difference(group["printed_rate"], recounted, 1)}
        assert found == [("attendance[2].printed_rate", values)]
