"""What a community says it follows is known, can be read, and still holds."""
# ruff: noqa: E501

import datetime

import pytest

from tests.sample import DAY, Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"
NOTICE = "notices/2026-04-02-water.yaml"
PROMISE = "    resolution: resolutions/2026-001-lift\n"


def promised(parameter: str, value: str, since: str = "2024-01-01") -> list[Edit]:
    return [
        Edit(COMMUNITY, PROMISE, f"{PROMISE}    parameter: {parameter}\n    value: '{value}'\n"),
        Edit(COMMUNITY, "since: 2024-01-01", f"since: {since}"),
    ]


BAD = {
    "jurisdiction-without-profile": [
        Case(
            [Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-JL")],
            """
community.yaml:4:15: info: jurisdiction-without-profile: “CN-JL”还没有法规文件，按全国的规定检查。""",
        ),
    ],
    "pack-unknown": [
        Case(
            [Edit(COMMUNITY, "promises:", "packs: [consultation-4312, village]\npromises:")],
            """
community.yaml:5:9: warning: pack-unknown: 制度“consultation-4312”没有说明文件（是不是 consultation-4321？），所以没有按它检查。
community.yaml:5:28: warning: pack-unknown: 制度“village”没有说明文件，所以没有按它检查。""",
        ),
        Case(
            [Edit(COMMUNITY, "promises:", "packs: [parameters]\npromises:")],
            """
community.yaml:5:9: warning: pack-unknown: 制度“parameters”没有说明文件（是不是 six-partners？），所以没有按它检查。""",
        ),
    ],
    "source-expired": [
        Case(
            [Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH\ndisclosing_since: 2026-07-20")],
            """
community.yaml:4:15: info: source-expired: 《关于进一步贯彻实施〈上海市住宅物业管理规定〉的若干意见》沪房规范〔2021〕6号有效期到 2026-06-30 为止，没有见到接替它的文件，此后不再作为依据。""",
        ),
    ],
    "commitment-parameter-unknown": [
        Case(
            promised("committee.decision_post_day", "2"),
            """
community.yaml:9:16: error: commitment-parameter-unknown: 没有叫“committee.decision_post_day”的要求（是不是 committee.decision_post_days？）。""",
        ),
    ],
    "commitment-value-malformed": [
        Case(
            promised("committee.decision_post_days", "三天"),
            """
community.yaml:10:12: error: commitment-value-malformed: value“三天”看不懂。""",
        ),
        Case(
            [Edit(COMMUNITY, PROMISE, f"{PROMISE}    parameter: committee.decision_post_days\n")],
            """
community.yaml:6:5: error: commitment-value-malformed: value“”看不懂。""",
        ),
    ],
    "commitment-weaker-than-law": [
        Case(
            promised("vote.owners.quorum", "> 1/2"),
            """
community.yaml:10:12: warning: commitment-weaker-than-law: 本社区约定“账目每季度公布。”（> 1/2），比法律要求的低。""",
        ),
        Case(
            promised("vote.owners.quorum", "> 1/2", since="2018-01-01"),
            """
community.yaml:10:12: warning: commitment-weaker-than-law: 本社区约定“账目每季度公布。”（> 1/2），比法律要求的低。""",
        ),
    ],
    "holidays-unknown": [
        Case(
            [Edit(NOTICE, "date: 2026-04-02", "date: 1999-04-02")],
            """
notices/2026-04-02-water.yaml:8:7: info: holidays-unknown: 还没有 1999 年的放假安排，期限最后一天遇到休息日时没有顺延。""",
        ),
    ],
}

GOOD = {
    "a place with a profile": [Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-ZJ-ZS")],
    "a system that is known": [Edit(COMMUNITY, "promises:", "packs: [consultation-4321]\npromises:")],
    "the same as the law": promised("vote.owners.quorum", ">= 2/3"),
    "more than the law": promised("vote.owners.quorum", "> 2/3"),
    "an old rule that ended before the law": [
        *promised("vote.owners.quorum", "> 1/2", since="2018-01-01"),
        Edit(COMMUNITY, "    parameter:", "    until: 2020-12-31\n    parameter:"),
    ],
    "a document that only duties rest on, where nothing is disclosed yet": [
        Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH")
    ],
    "less than a convention": promised("posting.hold_days", "1"),
}


def about_the_law(sample: Sample, day: datetime.date = DAY) -> str:
    """What these rules find; another place's law changes what the others find too."""
    return "\n".join(line for line in sample.lines(day).splitlines() if any(f": {rule}: " in line for rule in BAD))


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert about_the_law(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert about_the_law(sample) == ""


def test_a_weaker_rule_is_told_with_the_law_it_falls_short_of(sample: Sample) -> None:
    sample.edit(*promised("vote.owners.quorum", "> 1/2"))
    (found,) = sample.findings()
    assert found.basis
    assert found.basis.zh == "《民法典》第二百七十八条第二款"


def test_a_document_holds_to_its_last_day(sample: Sample) -> None:
    sample.edit(Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH\ndisclosing_since: 2026-06-30"))
    assert "source-expired" not in sample.lines(datetime.date(2026, 6, 30))
    assert "source-expired" in sample.lines(datetime.date(2026, 7, 1))


def test_a_law_to_come_is_not_held_against_a_rule_of_today(sample: Sample) -> None:
    sample.edit(*promised("vote.owners.quorum", "> 1/2", since="2018-01-01"))
    assert "commitment-weaker-than-law" not in sample.lines(datetime.date(2020, 12, 31))
