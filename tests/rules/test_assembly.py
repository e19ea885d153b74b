"""Owners are called, told and counted as the law of the place asks."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import assembly
from noticeboard.rules.rule import Rule
from tests.sample import Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
PLAN = "notices/2026-04-03-lift-plan.yaml"
MEETING = "meetings/2026-05-10-assembly.yaml"

BEIJING = Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-BJ")
SHANGHAI = Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH")
HANGZHOU = Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-ZJ-HZ")
BY_COMMITTEE = Edit(LIFT, "decided_by: residents", "decided_by: committee")
"""An owners' matter that the committee decides: not told of here, and nobody's votes are counted."""

CALLED = """
convenes: {date: 2026-05-01, until: 2026-05-10, time: "09:00", place: 活动室, form: mixed}
items:
  - {id: lift, title: 动用维修资金大修电梯, content: 换曳引机}
  - {id: firm, title: 选定施工单位, content: 三家中选一家}
"""
"""What the notice of the plan says of the vote that it calls."""


def _called(old: str, new: str) -> Edit:
    assert old in CALLED
    return Edit(PLAN, CALLED, CALLED.replace(old, new))


def _assembly(more: str = "minutes: {signed_by: 3}\n") -> Edit:
    """A second meeting, of the owners; `more` are its last lines."""
    text = f"""\
title: 业主大会会议
publisher: residents
estate: north
date: 2026-05-10
published: 2026-05-11
summary: 计票。
type: owners-assembly
body: residents
state: held
notice: notices/2026-04-03-lift-plan
{more}"""
    return Edit(MEETING, new=text)


AT_MEETING = Edit(LIFT, "meeting: meetings/2026-04-20-committee", "meeting: meetings/2026-05-10-assembly")


def _vote_starts(day: str) -> Edit:
    return Edit(LIFT, "from: 2026-05-01", f"from: {day}")


def _told(day: str) -> Edit:
    return Edit(LIFT, "implementation:\n", f"residents_committee_informed_on: {day}\nimplementation:\n")


BAD = {
    "assembly-called-at-short-notice": [
        Case(
            [_called("date: 2026-05-01", "date: 2026-04-17")],
            """
notices/2026-04-03-lift-plan.yaml:5:12: warning: assembly-called-at-short-notice: 会议（表决）2026-04-17 开始，通知提前 14 天公布，不足 15 天。""",
        ),
        Case(
            [_called("date: 2026-05-01", "date: 2026-04-02")],
            """
notices/2026-04-03-lift-plan.yaml:5:12: warning: assembly-called-at-short-notice: 会议（表决）2026-04-02 开始，通知提前 0 天公布，不足 15 天。""",
        ),
        Case(
            [
                HANGZHOU,
                _called("date: 2026-05-01", "date: 2026-04-09"),
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
                _called(", content: 换曳引机", ""),
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
            [BEIJING, _called("title: 选定施工单位", "title: 选定监理")],
            """
resolutions/2026-001-lift.yaml:43:12: warning: item-not-announced: “选定施工单位”不在会前通知列出的议题里。""",
        ),
        Case(  # no national law says it: a reminder
            [_called("title: 选定施工单位", "title: 选定监理")],
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
            [_told("2026-04-04")],
            """
resolutions/2026-001-lift.yaml:7:13: warning: residents-committee-told-late: 2026-04-03 通知业主，2026-04-04 才告知居民委员会，晚 1 天。""",
        )
    ],
    "assembly-minutes-missing": [
        Case(
            [_assembly("")],
            """
meetings/2026-05-10-assembly.yaml:9:8: warning: assembly-minutes-missing: 未写明业主大会会议的会议记录。""",
        )
    ],
    "proxies-not-in-writing": [
        Case(
            [
                SHANGHAI,
                _assembly(
                    "minutes: {signed_by: 3}\nattendance:\n  - {group: 业主, unit: owners, present: 20, by_proxy: 3}\n"
                ),
            ],
            """
meetings/2026-05-10-assembly.yaml:13:54: warning: proxies-not-in-writing: 委托他人投票的 3，未写明都有书面委托书。""",
        )
    ],
    "ballots-not-all-delivered": [
        Case(
            [_assembly("minutes: {signed_by: 3}\nballots_delivered: 26\nballots_posted: 3\n")],
            """
meetings/2026-05-10-assembly.yaml:12:20: info: ballots-not-all-delivered: 表决票送达 26、公告送达 3，加起来与业主 30 人不等。""",
        )
    ],
    "assembly-result-posted-late": [
        Case(  # the third day is a Friday
            [BEIJING, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-16")],
            """
resolutions/2026-001-lift.yaml:5:12: warning: assembly-result-posted-late: 2026-05-16 公布，最迟应在 2026-05-15，晚 1 天。""",
        ),
        Case(
            [Edit(LIFT, "published: 2026-05-13", "published: 2026-05-28")],
            """
resolutions/2026-001-lift.yaml:5:12: info: assembly-result-posted-late: 2026-05-28 公布，最迟应在 2026-05-27，晚 1 天。""",
        ),
    ],
    "assembly-result-hangs-briefly": [
        Case(
            [
                Edit(
                    COMMUNITY,
                    "promises:\n",
                    "promises:\n  - {text: 表决结果公示十五天, since: 2024-01-01, parameter: assembly.result_hold_days, value: '15'}\n",
                ),
                Edit(
                    LIFT,
                    "implementation:\n",
                    "posting: {from: 2026-05-13, until: 2026-05-27, places: [gate]}\nimplementation:\n",
                ),
            ],
            """
resolutions/2026-001-lift.yaml:59:36: warning: assembly-result-hangs-briefly: 公示 14 天，不足 15 天。""",
        )
    ],
    "voting-too-short": [
        Case(
            [HANGZHOU, _vote_starts("2026-05-06")],
            """
resolutions/2026-001-lift.yaml:12:3: warning: voting-too-short: 表决期 4 天，短于 5 天。""",
        )
    ],
    "voting-too-long": [
        Case(
            [HANGZHOU, _vote_starts("2026-03-10")],
            """
resolutions/2026-001-lift.yaml:12:3: warning: voting-too-long: 表决期 61 天，长于 60 天。""",
        )
    ],
    "petition-too-small": [
        Case(
            [Edit(LIFT, "voting:\n", "petition: {signers: 5}\nvoting:\n")],
            """
resolutions/2026-001-lift.yaml:11:21: warning: petition-too-small: 联名提议的业主 5 人，业主共 30 人，法律所说的人数是 6 人以上。""",
        ),
        Case(
            [_assembly("minutes: {signed_by: 3}\nconvened_by: petition\npetitioners: 5\n")],
            """
meetings/2026-05-10-assembly.yaml:13:14: warning: petition-too-small: 联名提议的业主 5 人，业主共 30 人，法律所说的人数是 6 人以上。""",
        ),
    ],
    "area-basis-not-stated": [
        Case(
            [Edit(LIFT, "\narea_basis: registered", "")],
            """
resolutions/2026-001-lift.yaml:15:3: warning: area-basis-not-stated: 未写明面积按什么计（不动产登记、实测还是买卖合同）。""",
        )
    ],
    "owners-exceed-units": [
        Case(
            [Edit(COMMUNITY, "    owners: 30\n", "    owners: 30\n    units: 29\n")],
            """
resolutions/2026-001-lift.yaml:21:19: warning: owners-exceed-units: 计票的业主总数 30，多于登记的专有部分总数 29。""",
        )
    ],
    "totals-differ-from-register": [
        Case(
            [Edit(COMMUNITY, "    owners: 30\n", "    owners: 31\n")],
            """
resolutions/2026-001-lift.yaml:21:19: warning: totals-differ-from-register: 计票用的业主人数总数是 30，小区登记的是 31。""",
        ),
        Case(
            [Edit(LIFT, "entitled: 3000.00", "entitled: 2999.99")],
            """
resolutions/2026-001-lift.yaml:35:19: warning: totals-differ-from-register: 计票用的面积总数是 2999.99，小区登记的是 3000.00。""",
        ),
    ],
    "scope-totals-differ": [
        Case(
            [
                Edit(LIFT, "estate: north\n", "estate: north\nbuildings: [n1, n2]\n"),
                Edit(LIFT, "entitled: 3000.00", "entitled: 2999.99"),
            ],
            """
resolutions/2026-001-lift.yaml:36:19: warning: scope-totals-differ: 计票用的面积总数是 2999.99，所涉楼栋登记的合计是 3000.00。""",
        )
    ],
    "committee-decided-for-owners": [
        Case(
            [BY_COMMITTEE],
            """
resolutions/2026-001-lift.yaml:17:13: warning: committee-decided-for-owners: “动用维修资金大修电梯”（使用维修资金）应由业主共同决定，这里由委员会决定，未见业主大会的授权。
resolutions/2026-001-lift.yaml:44:13: warning: committee-decided-for-owners: “选定施工单位”（其他共有和共同管理事项）应由业主共同决定，这里由委员会决定，未见业主大会的授权。""",
        )
    ],
    "owners-matter-delegated": [
        Case(
            [
                BEIJING,
                BY_COMMITTEE,
                Edit(LIFT, "voting:\n", "authorised_by: resolutions/2026-001-lift\nvoting:\n"),
                Edit(LIFT, "matter: other-common-matter", "matter: committee-matter"),
            ],
            """
resolutions/2026-001-lift.yaml:18:13: warning: owners-matter-delegated: “动用维修资金大修电梯”（使用维修资金）应由业主共同决定；本地法规不许授权委员会决定。""",
        )
    ],
}

GOOD = {
    "notice fifteen days before": [_called("date: 2026-05-01", "date: 2026-04-18")],
    "special meeting seven days before": [
        HANGZHOU, _called("date: 2026-05-01", "date: 2026-04-10"), Edit(LIFT, "voting:\n", "session: special\nvoting:\n"),
    ],
    "all that Beijing asks of a notice": [BEIJING],
    "written ballots need no place": [BEIJING, _called("place: 活动室, form: mixed", "form: written")],
    "announced under another title": [
        BEIJING, _called("title: 选定施工单位", "title: 选哪家"), Edit(LIFT, "title: 选定", "item: firm\n    title: 选定"),
    ],
    "told when the owners were": [_told("2026-04-03")],
    "no notice of what is older than the disclosure": [
        Edit(COMMUNITY, "households: 50\n", "households: 50\ndisclosing_since: 2026-05-13\n"),
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""), Edit(LIFT, "\narea_basis: registered", ""),
    ],
    "the notice is that of the meeting": [
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""), _assembly(), AT_MEETING,
    ],
    "proxies in writing": [
        SHANGHAI, _assembly("minutes: {signed_by: 3}\nproxies_in_writing: true\nattendance:\n  - {group: 业主, unit: owners, present: 20, by_proxy: 3}\n"),
    ],
    "all ballots delivered or posted": [_assembly("minutes: {signed_by: 3}\nballots_delivered: 26\nballots_posted: 4\n")],
    "posted on the third day": [BEIJING, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-15")],
    "five days of voting": [HANGZHOU, _vote_starts("2026-05-05")],
    "sixty days of voting": [HANGZHOU, _vote_starts("2026-03-11")],
    "a fifth of the owners": [Edit(LIFT, "voting:\n", "petition: {signers: 6}\nvoting:\n")],
    "as many owners as units": [Edit(COMMUNITY, "    owners: 30\n", "    owners: 30\n    units: 30\n")],
    "one building votes alone": [
        Edit(LIFT, "estate: north\n", "estate: north\nbuildings: [n1]\n"), Edit(LIFT, "entitled: 3000.00", "entitled: 1800.00"),
        Edit(LIFT, "took_part: 2400.50", "took_part: 1800.00"), Edit(LIFT, "同意: 2100.00", "同意: 1499.50"),
    ],
    "a scope in words is not compared": [
        Edit(LIFT, "estate: north\n", "estate: north\nscope: 1号楼一单元\n"), Edit(LIFT, "entitled: 3000.00", "entitled: 2500.00"),
    ],
    "authorised by the owners": [
        BY_COMMITTEE, Edit(LIFT, "voting:\n", "authorised_by: resolutions/2026-001-lift\nvoting:\n"),
    ],
    "a withdrawn resolution": [
        Edit(LIFT, "implementation:\n", "withdrawn: {date: 2026-05-14, why: 计票有误}\nimplementation:\n"),
        Edit(LIFT, "notice: notices/2026-04-03-lift-plan\n", ""),
    ],
}  # fmt: skip


OURS = [one.id for one in vars(assembly).values() if isinstance(one, Rule)]


def told(sample: Sample) -> str:
    """What our rules have to say, and every other error: the law of a place asks for more than votes."""
    lines = sample.lines().splitlines()
    return "\n".join(line for line in lines if " error: " in line or any(f": {rule}: " in line for rule in OURS))


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_nothing_is_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
