"""The residents' committee, its representatives and supervisors: numbers, terms, handovers; and nothing of it before 2026."""
# ruff: noqa: E501

import datetime
from decimal import Decimal

import pytest

from noticeboard.law.governing import Law
from noticeboard.today import Today
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
KIND = "    kind: residents-committee\n"
NEXT = "  - id: committee\n"


def term(more: str = "", start: str = "2026-06-01", until: str = "2031-05-31") -> Edit:
    """The residents' committee states its term."""
    listed = "" if "voter_list" in more else "      voter_list_posted_on: 2026-05-12\n"
    return Edit(
        BODIES,
        KIND,
        f"{KIND}    term:\n      from: {start}\n      until: {until}\n      elected_on: {start}\n{listed}{more}",
    )


def representatives(count: int, seats: int, since: str = "2026-06-01") -> list[Edit]:
    """Community of 3,500 households whose representatives' meeting states its seats and term."""
    body = f"  - id: reps\n    name: 居民代表会议\n    kind: residents-representatives\n    seats: {seats}\n    term:\n      from: {since}\n      until: 2031-05-31\n"
    return [
        Edit(BODIES, NEXT, body + NEXT),
        Edit("community.yaml", "households: 50\n", f"households: 3500\nrepresentatives: {count}\n"),
        Edit("community.yaml", "    households: 30\n", ""),
    ]


def followed(handover: str = "", elected: str = "2026-06-01", until: str = "2031-05-31") -> list[Edit]:
    """The committee of the former term, and the one that followed it."""
    after = f"  - id: residents-2\n    name: 第二届居民委员会\n{KIND}    term:\n      from: {elected}\n      until: {until}\n      elected_on: {elected}\n      voter_list_posted_on: 2026-05-01\n"
    last = datetime.date.fromisoformat(elected) - datetime.timedelta(days=1)
    before = f"{KIND}    term:\n      from: 2021-06-01\n      until: {last}\n{handover}"
    return [Edit(BODIES, KIND, before), Edit(BODIES, NEXT, after + NEXT)]


def handed_over(day: str) -> str:
    return f"      handover:\n        items:\n          - seals\n        completed_on: {day}\n"


def supervisors(more: str) -> Edit:
    return Edit(
        BODIES,
        NEXT,
        f"  - id: supervisors\n    name: 居务监督委员会\n    kind: residents-supervision-committee\n{more}{NEXT}",
    )


BAD = {
    "representatives-too-few": [
        Case(
            representatives(84, 107),
            """
community.yaml:10:18: warning: representatives-too-few: 居民代表 84 人，占组成人员 107 人的比例低于 4/5。""",
        )
    ],
    "representatives-unusual-in-number": [
        Case(
            representatives(69, 76),
            """
community.yaml:10:18: info: representatives-unusual-in-number: 3500 户有居民代表 69 人，和通常的比例不同。""",
        ),
        Case(
            representatives(176, 183),
            """
community.yaml:10:18: info: representatives-unusual-in-number: 3500 户有居民代表 176 人，和通常的比例不同。""",
        ),
    ],
    "residents-handover-late": [
        Case(
            followed(handed_over("2026-06-12")),
            """
bodies.yaml:11:23: warning: residents-handover-late: 上一届居民委员会 2026-06-12 才完成移交，最迟应为 2026-06-11。""",
        )
    ],
    "residents-handover-not-stated": [
        Case(
            followed(),
            """
bodies.yaml:6:7: warning: residents-handover-not-stated: 新一届居民委员会 2026-06-01 产生，没有写明上一届的移交，最迟应为 2026-06-11。""",
        )
    ],
    "voter-list-posted-late": [
        Case(
            [term("      voter_list_posted_on: 2026-05-13\n")],
            """
bodies.yaml:9:29: warning: voter-list-posted-late: 选民名单 2026-05-13 公布，离选举日 2026-06-01 不足 20 天。""",
        )
    ],
    "voter-list-not-stated": [
        Case(
            [term(), Edit(BODIES, "      voter_list_posted_on: 2026-05-12\n", "")],
            """
bodies.yaml:6:7: warning: voter-list-not-stated: 没有写明 2026-06-01 选举的选民名单哪天公布。""",
        )
    ],
    "residents-committee-size": [
        Case(
            [term("    seats: 4\n")],
            """
bodies.yaml:10:12: warning: residents-committee-size: 居民委员会席位是 4 人。""",
        ),
        Case(
            [term("    seats: 10\n")],
            """
bodies.yaml:10:12: warning: residents-committee-size: 居民委员会席位是 10 人。""",
        ),
    ],
    "residents-committee-without-woman": [
        Case(
            [term("    has_woman_member: false\n")],
            """
bodies.yaml:10:23: warning: residents-committee-without-woman: 居民委员会成员中没有妇女。""",
        )
    ],
    "residents-committee-term": [
        Case(
            [term(until="2030-05-31")],
            """
bodies.yaml:7:14: warning: residents-committee-term: 居民委员会任期从 2026-06-01 到 2030-05-31，不是 5 年。""",
        )
    ],
    "supervisors-undeclared": [
        Case(
            [supervisors("")],
            """
bodies.yaml:5:5: warning: supervisors-undeclared: 没有写明居务监督委员会成员都声明过不是居民委员会成员或者其近亲属。""",
        )
    ],
}

GOOD = {
    "representatives as in a seed of the catalogue": representatives(100, 107),
    "as few representatives as the share allows": representatives(84, 105),
    "one representative for fifty households": representatives(70, 77),
    "one representative for twenty households": representatives(175, 182),
    "representatives chosen before the law was revised": representatives(10, 17, since="2025-12-31"),
    "a handover on the last day": followed(handed_over("2026-06-11")),
    "a handover whose last day is a rest day": followed(
        handed_over("2026-06-15"), elected="2026-06-03", until="2031-06-02"
    ),
    "a handover before the law was revised": followed(elected="2025-12-31"),
    "a voter list twenty days before": [term("      voter_list_posted_on: 2026-05-12\n")],
    "a committee of five with a woman": [term("    seats: 5\n    has_woman_member: true\n")],
    "a committee of nine": [term("    seats: 9\n")],
    "a term that ends on the day it began": [term(until="2031-06-01")],
    "a committee elected before the law was revised": [
        term("    seats: 11\n    has_woman_member: false\n", start="2025-12-31", until="2028-12-30")
    ],
    "supervisors who all declared it": [supervisors("    declarations_signed: true\n")],
    "supervisors who left": [supervisors("    until: 2025-12-31\n")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_supervisors_were_not_asked_before_the_law_was_revised(sample: Sample) -> None:
    sample.edit(supervisors(""))
    assert "supervisors-undeclared" not in sample.lines(datetime.date(2025, 12, 31))


def test_what_is_asked_today_holds_until_the_law_changes() -> None:
    """A page that says so must be made anew on the day on which the law comes into force."""
    today = Today(datetime.date(2025, 12, 1))
    assert Law("CN").now("residents_committee.supervisors_apart", today) is None
    assert today.fresh_until == datetime.date(2025, 12, 31)


@pytest.mark.parametrize(("present", "met"), [(72, True), (71, False)])
def test_quorum_of_a_composition_of_107(present: int, met: bool) -> None:
    """100 representatives and 7 members of the committee: two thirds are 72."""
    quorum = Law("CN").provision("vote.representatives.quorum", decided_on=datetime.date(2026, 1, 1))
    assert quorum is not None
    assert quorum.value.met(Decimal(present), Decimal(107)) is met
