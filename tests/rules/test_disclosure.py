"""What is due was seen, in time; duties are named as profiles name them."""
# ruff: noqa: E501

import datetime

import pytest

from noticeboard.findings import Severity
from tests.sample import Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"
SINCE = "jurisdiction: CN\ndisclosing_since: 2026-04-01\n"
TAKES_PART = Edit(COMMUNITY, "jurisdiction: CN\n", SINCE)
EXEMPT = "exemptions:\n  - duty: residents-committee-funds\n    reason: 街道统一公开\n"
EXEMPT_FROM_FUNDS = Edit(COMMUNITY, "jurisdiction: CN\n", SINCE + EXEMPT)
PROMISE = "    resolution: resolutions/2026-001-lift\n"
PLAN = "notices/2026-04-03-lift-plan.yaml"


def promised(duty: str, days: int) -> Edit:
    own = f"    duty: {duty}\n    every: quarter\n    due_days: {days}\n    estate: north\n"
    return Edit(COMMUNITY, PROMISE, PROMISE + own)


BAD = {
    "duty-unknown": [
        Case(
            [promised("common-income-statment", 8)],
            """
community.yaml:9:11: error: duty-unknown: 公开事项“common-income-statment”没有这个编号（是不是 common-income-statement？）。""",
        ),
        Case(
            [Edit(PLAN, "category: lift\n", "category: lift\ndiscloses:\n  - lift-plan\n")],
            """
notices/2026-04-03-lift-plan.yaml:10:5: error: duty-unknown: 公开事项“lift-plan”没有这个编号。""",
        ),
    ],
    "disclosure-overdue": [
        Case(
            [TAKES_PART],
            """
community.yaml:5:19: warning: disclosure-overdue: “居委会经费收支”（榆树社区，榆树社区居民委员会）未见公开：2026年第二季度。""",
        ),
        Case(
            [
                EXEMPT_FROM_FUNDS,
                Edit(
                    "finances/2026-q2-common-income.yaml",
                    "period:\n  from: 2026-04-01",
                    "withdrawn:\n  date: 2026-07-09\n  why: 发错了\nperiod:\n  from: 2026-04-01",
                ),
                promised("common-income-statement", 8),
            ],
            """
community.yaml:24:11: warning: disclosure-overdue: “公共收益收支公示”（北园，北园第一届业主委员会）未见公开：2026年第二季度。""",
        ),
    ],
    "disclosure-late": [
        Case(
            [EXEMPT_FROM_FUNDS, promised("common-income-statement", 7)],
            """
finances/2026-q1-common-income.yaml:5:12: warning: disclosure-late: “公共收益收支公示”（北园，2026年第一季度）比应公开日晚 1 天公开。
finances/2026-q2-common-income.yaml:5:12: warning: disclosure-late: “公共收益收支公示”（北园，2026年第二季度）比应公开日晚 1 天公开。""",
        )
    ],
}
GOOD = {
    "a community that has not said since when it takes part": [promised("common-income-statement", 1)],
    "what does not apply, with a reason": [EXEMPT_FROM_FUNDS],
    "in time on the last day": [EXEMPT_FROM_FUNDS, promised("common-income-statement", 8)],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


@pytest.mark.parametrize(("day", "found"), [("2026-07-15", 0), ("2026-07-16", 1)])
def test_it_is_overdue_on_the_day_after_its_last(sample: Sample, day: str, found: int) -> None:
    sample.edit(TAKES_PART)
    assert len(sample.findings(datetime.date.fromisoformat(day))) == found


def test_it_says_where_it_stands(sample: Sample) -> None:
    sample.edit(TAKES_PART)
    finding = sample.findings()[0]
    assert finding.severity is Severity.WARNING
    assert finding.basis is not None
    assert (finding.basis.layer_zh, finding.basis.zh) == (
        "全国",
        "《城市居民委员会组织法》第三十四条第二款、第四十二条",
    )
