"""A matter is told in the order of its procedure, from its origin to its outcome."""
# ruff: noqa: E501

import datetime

import pytest

from noticeboard.law import profile
from noticeboard.law.procedures import procedures
from noticeboard.rules import matters
from tests.sample import Case, Edit, Sample, bad, good

MATTER = "matters/2026-lift.yaml"
COMMUNITY = "community.yaml"
HEAD = """title: 电梯谁来修
publisher: residents
date: 2026-03-01
published: 2026-03-02
summary: 三个方案否了两个。
"""
ORIGIN = "origin:\n  kind: visit\n  date: 2026-03-01\n"
LEAD = "lead: residents\n"
WATCHED = "supervised_by:\n  - provider\n  - committee\n"
DUE = "due: 2026-12-31\n"
OPTIONS = """options:
  - id: share
    text: 按户均摊
    became: refused
    why: 低层不同意
  - id: owner
    text: 产权单位出
    became: chosen
"""
STEPS = """steps:
  - step: propose
    date: 2026-03-01
  - step: deliberate
    date: 2026-03-05
  - step: examine
    date: 2026-03-08
  - step: resolve
    date: 2026-04-20
    evidence:
      - resolutions/2026-001-lift
  - step: publish-resolution
    date: 2026-04-21
  - step: implement
    date: 2026-05-01
"""
NEXT = "next:\n  by: residents\n  what: 公布结果\n  due: 2026-07-20\n"
WHOLE = HEAD + ORIGIN + "follows: consultation-4321\n" + LEAD + WATCHED + DUE + OPTIONS + STEPS + NEXT
CLOSED = "outcome: 修好了。\nclosed_on: 2026-06-01\n"
UNTRACED = (
    WHOLE.replace("  kind: visit\n  date: 2026-03-01\n", "  kind: visit\n")
    .replace(LEAD, "")
    .replace(DUE, "")
    .replace("    evidence:\n      - resolutions/2026-001-lift\n", "")
)
LAST = "  - step: publish-result\n    date: 2026-06-01\n"


def without(*parts: str, add: str = "") -> list[Edit]:
    """The matter with some parts left out and others added at its end, in a community with the system of consultation."""
    text = WHOLE
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return [Edit(MATTER, new=text + add), ADOPTED]


ADOPTED = Edit(COMMUNITY, "estates:\n", "packs:\n  - consultation-4321\nestates:\n")

BAD = {
    "procedure-unknown": [
        Case([Edit(MATTER, new=WHOLE.replace("consultation-4321", "sanjiamache"))], """
matters/2026-lift.yaml:9:10: error: procedure-unknown: 程序“sanjiamache”没有规定步骤。"""),
    ],
    "matter-step-unknown": [
        Case(without("  - step: propose\n    date: 2026-03-01\n", add="left_out:\n  - step: vote\n    why: 不用投票\n  - step: propose\n    why: 街道交办\n"), """
matters/2026-lift.yaml:41:11: error: matter-step-unknown: 所按的程序里没有“vote”这一步。"""),
    ],
    "matter-steps-reversed": [
        Case([Edit(MATTER, new=WHOLE.replace("date: 2026-03-08", "date: 2026-03-04")), ADOPTED], """
matters/2026-lift.yaml:29:11: warning: matter-steps-reversed: “居民小组长会议审议”的日期是 2026-03-04，比“社区两委会商议”的日期 2026-03-05 早，请核对。"""),
    ],
    "matter-step-missing": [
        Case(without("  - step: examine\n    date: 2026-03-08\n"), """
matters/2026-lift.yaml:9:10: warning: matter-step-missing: 事情往下走了，未见这几步：居民小组长会议审议。"""),
        Case(without(NEXT, "  - step: examine\n    date: 2026-03-08\n", add=CLOSED), """
matters/2026-lift.yaml:9:10: warning: matter-step-missing: 事情往下走了，未见这几步：居民小组长会议审议、实施结果公布。"""),
    ],
    "matter-untraceable": [
        Case([Edit(MATTER, new=UNTRACED), ADOPTED], """
matters/2026-lift.yaml:1:1: warning: matter-untraceable: 已经作出决定或办结，未写明：议题从哪里来的记录或日期、决定的凭据、牵头单位、期限。"""),
        Case([Edit(MATTER, new=WHOLE.replace(NEXT, LAST + "closed_on: 2026-06-01\n")), ADOPTED], """
matters/2026-lift.yaml:1:1: warning: matter-untraceable: 已经作出决定或办结，未写明：结果。"""),
    ],
    "matter-next-not-stated": [
        Case(without(NEXT), """
matters/2026-lift.yaml:1:1: warning: matter-next-not-stated: 还没有办结，未写明下一步由谁办。"""),
    ],
    "matter-next-overdue": [
        Case([Edit(MATTER, new=WHOLE.replace("due: 2026-07-20", "due: 2026-07-19")), ADOPTED], """
matters/2026-lift.yaml:41:8: warning: matter-next-overdue: 下一步“公布结果”由榆树社区居民委员会办，期限 2026-07-19 已过，未见进展。"""),
    ],
    "refused-option-without-reason": [
        Case(without("    why: 低层不同意\n"), """
matters/2026-lift.yaml:18:13: warning: refused-option-without-reason: 方案“按户均摊”没有采用，未写明理由。"""),
    ],
    "matter-decided-without-options": [
        Case(without(OPTIONS), """
matters/2026-lift.yaml:1:1: info: matter-decided-without-options: 已经作出决定，没有列出商量过哪些方案。"""),
    ],
    "matter-supervisors-too-few": [
        Case(without("  - committee\n"), """
matters/2026-lift.yaml:12:3: warning: matter-supervisors-too-few: 已经开始实施，写明的监督单位有 1 个，不足 2 个。"""),
        Case(without(WATCHED), """
matters/2026-lift.yaml:1:1: warning: matter-supervisors-too-few: 已经开始实施，写明的监督单位有 0 个，不足 2 个。"""),
    ],
    "matter-supervised-by-its-lead": [
        Case([Edit(MATTER, new=WHOLE.replace(LEAD, "lead: committee\n")), ADOPTED], """
matters/2026-lift.yaml:13:5: warning: matter-supervised-by-its-lead: “北园第一届业主委员会”既牵头又监督。"""),
    ],
    "call-unanswered": [
        Case(without(add="calls:\n  - to: residents\n    date: 2026-07-01\n    due: 2026-07-19\n"), """
matters/2026-lift.yaml:45:10: warning: call-unanswered: 榆树社区居民委员会应于 2026-07-19 前到场或答复，未见记录。"""),
    ],
    "carried-up-out-of-order": [
        Case(without(add="calls:\n  - to: provider\n    level: sub-district\n    date: 2026-07-01\n  - to: residents\n    level: community\n    date: 2026-07-02\n"), """
matters/2026-lift.yaml:48:11: warning: carried-up-out-of-order: 2026-07-02 报到社区，而 2026-07-01 已经报到街道。"""),
    ],
}  # fmt: skip

GOOD = {
    "an open matter whose next step is due today": without(),
    "a community that adopted no system names no supervisors": without(WATCHED)[:1],
    "steps not yet due": without("  - step: publish-resolution\n    date: 2026-04-21\n", "  - step: implement\n    date: 2026-05-01\n"),
    "a step that was left out for a reason": without("  - step: examine\n    date: 2026-03-08\n", add="left_out:\n  - step: examine\n    why: 小组长就是代表\n"),
    "two steps on one day": [Edit(MATTER, new=WHOLE.replace("date: 2026-03-08", "date: 2026-03-05")), ADOPTED],
    "a matter told to its end": [Edit(MATTER, new=WHOLE.replace(NEXT, LAST + CLOSED).replace(DUE, "")), ADOPTED],
    "a call whose last day is today": without(add="calls:\n  - to: residents\n    date: 2026-07-01\n    due: 2026-07-20\n"),
    "two levels on one day, and the lower one asked again": without(add="calls:\n  - to: residents\n    level: community\n    date: 2026-07-01\n  - to: provider\n    level: sub-district\n    date: 2026-07-01\n  - to: residents\n    level: community\n    date: 2026-07-05\n"),
    "a call answered late": without(add="calls:\n  - to: residents\n    date: 2026-07-01\n    due: 2026-07-05\n    answered_on: 2026-07-09\n"),
    "a withdrawn matter": without(NEXT, OPTIONS, WATCHED, LEAD, add="withdrawn:\n  date: 2026-06-01\n  why: 写重了\n"),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_bad(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert f": {rule}: " in case.expected
    assert sample.lines_of(matters) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_good(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(matters) == ""


def test_a_day_later_the_next_step_is_late(sample: Sample) -> None:
    sample.edit(*without())
    assert "matter-next-overdue" in sample.lines_of(matters, datetime.date(2026, 7, 21))


def test_what_a_matter_names_is_looked_up(sample: Sample) -> None:
    """Bodies, records, motions, ids and dates, as those of every other kind."""
    sample.edit(*without(
        LEAD,
        add="lead: nobody\nrecords:\n  - notices/none\nrounds:\n  - date: 2026-03-04\n    outcome: 没谈成\n    record: meetings/none\n"
        "calls:\n  - to: nobody\n    date: 2026-07-02\n    answered_on: 2026-07-01\n",
    ))  # fmt: skip
    found = [line.split(": ")[2] for line in sample.lines().splitlines() if line.startswith(MATTER)]
    assert found == ["body-unknown", "record-unknown", "record-unknown", "body-unknown", "period-reversed"]


def test_the_steps_of_every_procedure_are_whole() -> None:
    """Ids once, a source that is there, and an outcome made public at the end."""
    assert set(procedures()) >= {"consultation-4321", "four-deliberations", "owners-assembly", "whistle-report"}
    for code, one in procedures().items():
        ids = [step.id for step in one.steps]
        assert len(ids) == len(set(ids)), code
        assert {step.source for step in one.steps} <= one.sources.keys(), code
        assert one.steps[-1].phase == "outcome", code
        assert {step.phase for step in one.steps} <= {"", "decision", "disclosure", "works", "outcome"}, code


def test_the_catalogues_step_codes() -> None:
    consultation, deliberations = profile.system("consultation-4321"), profile.system("four-deliberations")
    assert consultation
    assert deliberations
    assert [step.id for step in consultation.steps] == [
        "propose", "deliberate", "examine", "resolve", "publish-resolution", "implement", "publish-result",
    ]  # fmt: skip
    assert [step.id for step in deliberations.steps] == [
        "party-propose", "committees-deliberate", "members-examine", "representatives-resolve", "publish-resolution",
        "publish-result",
    ]  # fmt: skip
