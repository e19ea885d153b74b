"""Committees: size and term, the days of their election, who leaves, what members are paid."""
# ruff: noqa: E501

import datetime

import pytest

from noticeboard.rules import committee
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
COMMUNITY = "community.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
SHANGHAI = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-SH\n")
BEIJING = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-BJ\n")
HANGZHOU = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-ZJ-HZ\n")
UNSIGNED = Edit(BODIES, "    declarations_signed: true\n", "")
UNDATED = Edit(BODIES, "      candidates_posted_on: 2023-12-09\n      officers_posted_on: 2023-12-31\n", "")
UNANNOUNCED = Edit(BODIES, "        end_notice: notices/2026-04-02-water\n", "")


def seats(number: int) -> Edit:
    return Edit(BODIES, "seats: 7", f"seats: {number}")


def elected(field: str, day: str) -> Edit:
    """Another day in the election."""
    old = {"candidates_posted_on": "2023-12-09", "officers_posted_on": "2023-12-31", "first_meeting_on": "2023-12-28"}
    return Edit(BODIES, f"{field}: {old.get(field, '2024-01-10')}", f"{field}: {day}")


def term(until: str) -> Edit:
    return Edit(BODIES, "until: 2028-12-31\n      elected_on", f"until: {until}\n      elected_on")


def committee_has(text: str) -> Edit:
    return Edit(BODIES, "    parent: residents\n", f"    parent: residents\n{text}")


def allowance(resolution: str = "", amount: str = "200.00") -> Edit:
    named = f"      resolution: {resolution}\n" if resolution else ""
    return committee_has(f"    allowance:\n      amount: {amount}\n{named}")


BOOKED = [
    Edit("finances/2026-q1-common-income.yaml", "fund: common-income", "fund: working"),
    Edit(
        LEDGER,
        "2026-03-20,CI.C.02,车位照明电费,,120.25,resolutions/2026-001-lift",
        "2026-03-20,OE.E.03,委员津贴,,120.25,",
    ),
]

BAD = {
    "committee-too-small": [
        Case(
            [seats(3)],
            """
bodies.yaml:25:12: warning: committee-too-small: 北园第一届业主委员会设 3 个席位，少于 5 个。""",
        ),
        Case(
            [SHANGHAI, seats(3), Edit(COMMUNITY, "floor_area: 3000.00", "floor_area: 10000.01")],
            """
bodies.yaml:25:12: warning: committee-too-small: 北园第一届业主委员会设 3 个席位，少于 5 个。""",
        ),
    ],
    "committee-too-large": [
        Case(
            [seats(13)],
            """
bodies.yaml:25:12: warning: committee-too-large: 北园第一届业主委员会设 13 个席位，多于 11 个。""",
        )
    ],
    "committee-size-even": [
        Case(
            [seats(6)],
            """
bodies.yaml:25:12: warning: committee-size-even: 北园第一届业主委员会设 6 个席位，是双数。""",
        )
    ],
    "committee-term-too-long": [
        Case(
            [term("2029-01-01")],
            """
bodies.yaml:14:14: warning: committee-term-too-long: 北园第一届业主委员会的任期从 2024-01-01 到 2029-01-01，超过 5 年。""",
        )
    ],
    "committee-term-too-short": [
        Case(
            [HANGZHOU, term("2026-12-30")],
            """
bodies.yaml:14:14: warning: committee-term-too-short: 北园第一届业主委员会的任期从 2024-01-01 到 2026-12-30，不满 3 年。""",
        )
    ],
    "committee-candidates-posted-late": [
        Case(
            [SHANGHAI, elected("candidates_posted_on", "2023-12-10")],
            """
bodies.yaml:18:29: warning: committee-candidates-posted-late: 北园第一届业主委员会的候选人名单 2023-12-10 公示，2023-12-24 选举，中间不满 15 天。""",
        )
    ],
    "committee-first-meeting-late": [
        Case(
            [elected("first_meeting_on", "2024-01-03")],
            """
bodies.yaml:16:25: warning: committee-first-meeting-late: 北园第一届业主委员会的首次会议 2024-01-03 召开，比期限 2024-01-02 晚 1 天。""",
        )
    ],
    "committee-officers-posted-late": [
        Case(
            [SHANGHAI, elected("officers_posted_on", "2024-01-03")],
            """
bodies.yaml:19:27: warning: committee-officers-posted-late: 北园第一届业主委员会的主任、副主任、委员名单 2024-01-03 公告，比期限 2024-01-02 晚 1 天。""",
        )
    ],
    "committee-filed-late": [
        Case(
            [elected("filed_on", "2024-01-24")],
            """
bodies.yaml:17:17: warning: committee-filed-late: 北园第一届业主委员会 2024-01-24 备案，比期限 2024-01-23 晚 1 天。""",
        )
    ],
    "committee-date-not-stated": [
        Case(
            [Edit(BODIES, "      elected_on: 2023-12-24\n", "")],
            """
bodies.yaml:13:7: warning: committee-date-not-stated: 北园第一届业主委员会：“选举”的日期未写明。""",
        ),
        Case(
            [Edit(BODIES, "      filed_on: 2024-01-10\n", "")],
            """
bodies.yaml:13:7: warning: committee-date-not-stated: 北园第一届业主委员会：“备案”的日期未写明。""",
        ),
        Case(
            [SHANGHAI, UNDATED],
            """
bodies.yaml:13:7: warning: committee-date-not-stated: 北园第一届业主委员会：“候选人公示”的日期未写明。
bodies.yaml:13:7: warning: committee-date-not-stated: 北园第一届业主委员会：“名单公告”的日期未写明。""",
        ),
    ],
    "committee-declarations-missing": [
        Case(
            [SHANGHAI, UNSIGNED],
            """
bodies.yaml:5:5: warning: committee-declarations-missing: 未见北园第一届业主委员会全体委员签署的任职声明（本人和近亲属不在本小区的物业企业任职）。""",
        ),
        Case(
            [BEIJING, Edit(BODIES, "declarations_signed: true", "declarations_signed: false")],
            """
bodies.yaml:26:26: warning: committee-declarations-missing: 未见北园第一届业主委员会全体委员签署的任职声明（本人和近亲属不在本小区的物业企业任职）。""",
        ),
    ],
    "member-handover-late": [
        Case(
            [
                HANGZHOU,
                Edit(
                    BODIES,
                    "        until: 2025-06-30\n",
                    "        until: 2025-06-30\n        handed_over_on: 2025-07-08\n",
                ),
            ],
            """
bodies.yaml:24:25: warning: member-handover-late: 北园第一届业主委员会的主任 2025-06-30 离任，2025-07-08 交清所保管的物品，比期限 2025-07-07 晚 1 天。""",
        )
    ],
    "member-end-not-announced": [
        Case(
            [HANGZHOU, UNANNOUNCED],
            """
bodies.yaml:21:9: warning: member-end-not-announced: 北园第一届业主委员会的主任 2025-06-30 任期未满离任，未见公告。""",
        )
    ],
    "committee-short-of-members": [
        Case(
            [SHANGHAI, committee_has("    in_office: 3\n")],
            """
bodies.yaml:9:16: warning: committee-short-of-members: 北园第一届业主委员会在任 3 人，席位 7 个，人数已不足。""",
        )
    ],
    "allowance-without-resolution": [
        Case(
            [SHANGHAI, allowance()],
            """
bodies.yaml:10:7: warning: allowance-without-resolution: 北园第一届业主委员会成员每人每月领津贴 200.00 元，未见业主大会决定标准的决议。""",
        ),
        Case(
            [
                SHANGHAI,
                Edit("resolutions/2026-001-lift.yaml", "decided_by: residents", "decided_by: committee"),
                allowance("resolutions/2026-001-lift"),
            ],
            """
bodies.yaml:11:19: warning: allowance-without-resolution: 北园第一届业主委员会成员每人每月领津贴 200.00 元，未见业主大会决定标准的决议。""",
        ),
    ],
    "allowance-booked-without-resolution": [
        Case(
            [SHANGHAI, *BOOKED],
            """
finances/2026-q1-common-income.csv:5:1: warning: allowance-booked-without-resolution: 账上列支了委员津贴（1 笔），未见业主大会决定津贴标准的决议。""",
        )
    ],
}

GOOD = {
    "a small estate in Shanghai": [SHANGHAI, seats(3)],
    "a small estate in Beijing by its households": [BEIJING, seats(3)],
    "a small estate in Shanghai by the last square metre": [
        SHANGHAI,
        seats(3),
        Edit(COMMUNITY, "floor_area: 3000.00", "floor_area: 10000.00"),
    ],
    "the fewest seats": [seats(5)],
    "the most seats": [seats(11)],
    "no seats stated": [Edit(BODIES, "    seats: 7\n", "")],
    "a full term to the last day": [term("2028-12-31")],
    "the shortest term": [HANGZHOU, term("2026-12-31")],
    "a first meeting on the last day, moved on by New Year": [elected("first_meeting_on", "2024-01-02")],
    "officers on the last day, moved on by New Year": [SHANGHAI, elected("officers_posted_on", "2024-01-02")],
    "filed on the last day": [elected("filed_on", "2024-01-23")],
    "an interim body under rules of its own": [
        Edit(BODIES, "kind: owners-committee", "kind: property-management-committee"),
        Edit(BODIES, "seats: 7", "seats: 6"),
    ],
    "a member who handed over on the last day": [
        HANGZHOU,
        Edit(BODIES, "        until: 2025-06-30\n", "        until: 2025-06-30\n        handed_over_on: 2025-07-07\n"),
    ],
    "a member who goes on in another post": [
        HANGZHOU,
        UNANNOUNCED,
        Edit(
            BODIES,
            "      - role: 主任\n",
            "      - role: 委员\n        holder: 王*\n      - role: 主任\n        holder: 王*\n",
        ),
    ],
    "half of the members": [SHANGHAI, seats(7), committee_has("    in_office: 4\n")],
    "no allowance": [SHANGHAI, allowance(amount="0.00")],
    "an allowance set by the owners": [
        SHANGHAI,
        allowance("resolutions/2026-001-lift"),
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(committee) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(committee) == ""


def test_a_step_is_missed_only_once_its_time_is_over(sample: Sample) -> None:
    sample.edit(Edit(BODIES, "      filed_on: 2024-01-10\n", ""))
    assert sample.lines_of(committee, datetime.date(2024, 1, 23)) == ""
    assert "“备案”的日期未写明" in sample.lines_of(committee, datetime.date(2024, 1, 24))


def test_the_law_of_the_day_of_election_counts(sample: Sample) -> None:
    """Hangzhou's regulation is in force since March 2022; who was elected before is under the guide rules."""
    sample.edit(HANGZHOU, seats(6))
    (finding,) = (one for one in sample.findings() if one.rule == "committee-size-even")
    assert finding.basis
    assert (finding.basis.layer_zh, finding.basis.zh) == ("杭州市", "《杭州市物业管理条例》第二十七条")
    sample.edit(
        Edit(BODIES, "elected_on: 2023-12-24", "elected_on: 2022-02-27"),
    )
    (finding,) = (one for one in sample.findings() if one.rule == "committee-size-even")
    assert finding.basis
    assert (finding.basis.layer_zh, finding.basis.zh) == ("全国", "《业主大会和业主委员会指导规则》第三十一条")


def test_a_former_committee_need_not_state_its_days(sample: Sample) -> None:
    sample.edit(
        Edit(BODIES, "      filed_on: 2024-01-10\n", ""),
        Edit(BODIES, "    until: 2028-12-31\n    term", "    until: 2026-01-31\n    term"),
    )
    assert sample.lines_of(committee) == ""
