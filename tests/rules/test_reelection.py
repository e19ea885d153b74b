"""Re-election: reported in time, handed over in full, nothing big decided meanwhile."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import reelection
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
COMMUNITY = "community.yaml"
LIFT = "resolutions/2026-001-lift.yaml"
SHANGHAI = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-SH\n")
HANGZHOU = Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-ZJ-HZ\n")
ALL_ITEMS = "[seals, files, vouchers, money]"


def term(until: str, more: str = "") -> Edit:
    """A term from January 2024; `more` are lines of the term."""
    return Edit(BODIES, "until: 2028-12-31\n      elected_on", f"until: {until}\n{more}      elected_on")


def reported(day: str) -> str:
    return f"      reelection_reported_on: {day}\n"


def handover(day: str = "", items: str = ALL_ITEMS) -> str:
    done = f"        completed_on: {day}\n" if day else ""
    return f"      handover:\n{done}        items: {items}\n"


def body(id_: str, kind: str, since: str, term: str = "") -> Edit:
    text = f"  - id: {id_}\n    name: 新的机构\n    kind: {kind}\n    estate: north\n    since: {since}\n{term}"
    return Edit(BODIES, "  - id: provider\n", f"{text}  - id: provider\n")


GROUP = body("group", "preparatory-group", "2026-05-12")
NEXT = body("next", "owners-committee", "2026-05-12", "    term:\n      from: 2026-05-12\n      until: 2029-05-11\n")
REBUILD = Edit(LIFT, "matter: use-maintenance-fund", "matter: rebuild")

BAD = {
    "committee-reelection-reported-late": [
        Case(
            [HANGZHOU, term("2028-08-31", reported("2028-06-01"))],
            """
bodies.yaml:15:31: warning: committee-reelection-reported-late: 北园第一届业主委员会的换届报告 2028-06-01 提交，比期限 2028-05-31 晚 1 天。""",
        ),
    ],
    "committee-handover-late": [
        Case(
            [HANGZHOU, term("2025-12-31", reported("2025-09-30") + handover("2026-01-13"))],
            """
bodies.yaml:17:23: warning: committee-handover-late: 北园第一届业主委员会 2026-01-13 完成移交，比期限 2026-01-12 晚 1 天。""",
        ),
        Case(
            [SHANGHAI, GROUP, term("2026-10-31", reported("2026-05-31") + handover("2026-05-25"))],
            """
bodies.yaml:17:23: warning: committee-handover-late: 北园第一届业主委员会 2026-05-25 完成移交，比期限 2026-05-22 晚 3 天。""",
        ),
    ],
    "committee-handover-not-stated": [
        Case(
            [HANGZHOU, term("2025-12-31", reported("2025-09-30"))],
            """
bodies.yaml:13:7: warning: committee-handover-not-stated: 北园第一届业主委员会应当在 2026-01-12 以前完成移交，未见移交完成的日期。""",
        ),
    ],
    "committee-handover-incomplete": [
        Case(
            [HANGZHOU, term("2025-12-31", reported("2025-09-30") + handover("2026-01-12", "[files, money]"))],
            """
bodies.yaml:18:16: warning: committee-handover-incomplete: 北园第一届业主委员会的移交清单里未见：印章、会计凭证和账册。""",
        ),
    ],
    "decision-during-reelection": [
        Case(
            [SHANGHAI, GROUP, REBUILD, term("2028-12-31", handover("2026-05-22"))],
            """
resolutions/2026-001-lift.yaml:17:13: warning: decision-during-reelection: 换届改选小组 2026-05-12 成立以后、新一届业委会选出以前，作出了“改建、重建”的决定。""",
        )
    ],
}

GOOD = {
    "reported on the last day": [HANGZHOU, term("2028-08-31", reported("2028-05-31"))],
    "the end of a month that is shorter": [
        Edit(COMMUNITY, "jurisdiction: CN\n", "jurisdiction: CN-BJ\n"),
        term("2028-08-31", reported("2028-02-29")),
    ],
    "handed over on the last day, moved on by a weekend": [
        HANGZHOU,
        term("2025-12-31", reported("2025-09-30") + handover("2026-01-12")),
    ],
    "handed over in Shanghai ten days after the group was formed": [
        SHANGHAI,
        GROUP,
        term("2026-10-31", reported("2026-05-31") + handover("2026-05-22")),
    ],
    "a term that ended before the community disclosed here": [
        HANGZHOU,
        Edit(COMMUNITY, "promises:\n", "disclosing_since: 2026-01-01\npromises:\n"),
        term("2025-12-31", reported("2025-09-30")),
    ],
    "decided on the day on which the new committee was elected": [
        SHANGHAI,
        body("group", "preparatory-group", "2026-04-12"),
        NEXT,
        REBUILD,
        term("2028-12-31", handover("2026-04-22")),
    ],
    "what may be decided during a re-election": [SHANGHAI, GROUP, term("2028-12-31", handover("2026-05-22"))],
    "nobody forbids it elsewhere": [HANGZHOU, GROUP, REBUILD],
    "a group that prepared the election of the committee itself": [
        SHANGHAI,
        REBUILD,
        body("group", "preparatory-group", "2023-10-01"),
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(reelection) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(reelection) == ""


def test_what_nobody_has_verified_is_only_a_reminder(sample: Sample) -> None:
    """The guide rules' ten days are general knowledge: the national layer reminds, and says so."""
    sample.edit(term("2025-12-31", reported("2025-09-30")))
    assert sample.lines_of(reelection).startswith("bodies.yaml:13:7: info: committee-handover-not-stated")
