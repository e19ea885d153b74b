"""The owners' vote on a lift, as the law of a place asks for it: notice, meeting, and what may change in them."""

from noticeboard.rules import assembly, assembly_conduct, electorate, reserved_matters
from noticeboard.rules.rule import Rule
from tests.sample import Edit, Sample

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


def called(old: str, new: str) -> Edit:
    assert old in CALLED
    return Edit(PLAN, CALLED, CALLED.replace(old, new))


def assembly_held(more: str = "minutes: {signed_by: 3}\n") -> Edit:
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


def vote_starts(day: str) -> Edit:
    return Edit(LIFT, "from: 2026-05-01", f"from: {day}")


def told_on(day: str) -> Edit:
    return Edit(LIFT, "implementation:\n", f"residents_committee_informed_on: {day}\nimplementation:\n")


OURS = [
    one.id
    for module in (assembly, assembly_conduct, electorate, reserved_matters)
    for one in vars(module).values()
    if isinstance(one, Rule)
]


def told(sample: Sample) -> str:
    """What these rules have to say, and every other error: the law of a place asks for more than votes."""
    lines = sample.lines().splitlines()
    return "\n".join(line for line in lines if " error: " in line or any(f": {rule}: " in line for rule in OURS))
