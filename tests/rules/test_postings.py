"""How long a sheet hangs, and how to object to it."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

PLAN = "notices/2026-04-03-lift-plan.yaml"
OBJECTION = "  objection:\n    to: residents\n    until: 2026-04-10\n    how: 书面或当面\n"
POSTING = "posting:\n  from: 2026-04-03\n  until: 2026-04-10\n  places:\n    - gate\n    - 北园公众号\n"

BAD = {
    "posting-for-comment-without-period": [
        Case(
            [Edit(PLAN, "  until: 2026-04-10\n  places", "  places")],
            """
notices/2026-04-03-lift-plan.yaml:10:3: warning: posting-for-comment-without-period: 这是一份公示，却没有写公示到哪天。""",
        ),
        Case(
            [Edit(PLAN, POSTING + OBJECTION, "")],
            """
notices/2026-04-03-lift-plan.yaml:7:7: warning: posting-for-comment-without-objection: 这是一份公示，却没有写向谁提意见。
notices/2026-04-03-lift-plan.yaml:7:7: warning: posting-for-comment-without-period: 这是一份公示，却没有写公示到哪天。""",
        ),
    ],
    "posting-for-comment-without-objection": [
        Case(
            [Edit(PLAN, OBJECTION, "")],
            """
notices/2026-04-03-lift-plan.yaml:10:3: warning: posting-for-comment-without-objection: 这是一份公示，却没有写向谁提意见。""",
        )
    ],
    "objections-end-before-posting": [
        Case(
            [Edit(PLAN, "    until: 2026-04-10", "    until: 2026-04-02")],
            """
notices/2026-04-03-lift-plan.yaml:17:12: warning: objections-end-before-posting: 提意见的截止日 2026-04-02 早于张贴开始的 2026-04-03。""",
        )
    ],
}

GOOD = {
    "an announcement, which asks for no comment": [
        Edit(PLAN, "form: public-posting", "form: announcement"),
        Edit(PLAN, OBJECTION, ""),
    ],
    "objections until after the posting": [Edit(PLAN, "    until: 2026-04-10", "    until: 2026-04-15")],
    "objections on the first day only": [Edit(PLAN, "    until: 2026-04-10", "    until: 2026-04-03")],
    "objections while it hangs": [Edit(PLAN, "    until: 2026-04-10\n", "")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""
