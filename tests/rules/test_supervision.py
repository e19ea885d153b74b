"""Accounts are looked over by somebody other than who prepared them."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q2 = "finances/2026-q2-common-income.yaml"
END = "closing: 900.00\n"

BAD = {
    "statement-reviewed-by-nobody": [
        Case(
            [Edit(Q2, END, f"{END}prepared_by: 财务岗\n")],
            """
finances/2026-q2-common-income.yaml:15:14: warning: statement-reviewed-by-nobody: 这份账由“财务岗”编制，没有写明由谁审阅。""",
        )
    ],
    "statement-reviewed-by-its-preparer": [
        Case(
            [Edit(Q2, END, f"{END}prepared_by: 财务岗\nreviewed_by:\n  - by: 财务岗\n")],
            """
finances/2026-q2-common-income.yaml:17:9: warning: statement-reviewed-by-its-preparer: 编制和审阅都是“财务岗”。""",
        )
    ],
}

GOOD = {
    "a statement that says neither": [],
    "a reviewer beside the preparer": [
        Edit(Q2, END, f"{END}prepared_by: 财务岗\nreviewed_by:\n  - by: 财务岗\n  - by: 居务监督委员会\n")
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
