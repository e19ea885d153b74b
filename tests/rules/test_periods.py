"""Each statement of a fund begins where the one before ended, in days and in money."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"


def statement(**changes: str) -> str:
    """A statement of the first year's half without entries, `changes` made."""
    fields = {
        "publisher": "committee", "fund": "common-income", "from": "2026-01-01", "until": "2026-06-30",
        "opening": "100.00", "closing": "100.00", "currency": "CNY",
    } | changes  # fmt: skip
    return f"""title: 收支表
publisher: {fields["publisher"]}
estate: north
date: 2026-07-05
published: 2026-07-08
summary: 又一张收支表。
fund: {fields["fund"]}
period:
  from: {fields["from"]}
  until: {fields["until"]}
opening: {fields["opening"]}
income: 0.00
expense: 0.00
closing: {fields["closing"]}
currency: {fields["currency"]}
"""


BAD = {
    "opening-differs-from-closing": [
        Case(
            [
                Edit(
                    Q2,
                    "restatement:\n  amount: -30.25\n  why: 上年多记的利息冲回\n  resolution: resolutions/2026-001-lift\n",
                    "",
                )
            ],
            """
finances/2026-q2-common-income.yaml:11:10: error: opening-differs-from-closing: 期初余额是 900.00，而 finances/2026-q1-common-income 的期末是 930.25，期初调整 0.00，应为 930.25，相差 30.25。""",
        ),
        Case(
            [Edit(Q2, "  amount: -30.25", "  amount: 30.25")],
            """
finances/2026-q2-common-income.yaml:11:10: error: opening-differs-from-closing: 期初余额是 900.00，而 finances/2026-q1-common-income 的期末是 930.25，期初调整 30.25，应为 960.50，相差 60.50。""",
        ),
        Case(
            [
                Edit(
                    "finances/2026-q3.yaml",
                    "",
                    statement(publisher="provider", **{"from": "2026-07-01", "until": "2026-07-02"}),
                )
            ],
            """
finances/2026-q3.yaml:11:10: error: opening-differs-from-closing: 期初余额是 100.00，而 finances/2026-q2-common-income 的期末是 900.00，期初调整 0.00，应为 900.00，相差 800.00。""",
        ),
    ],
    "periods-overlap": [
        Case(
            [
                Edit(
                    "finances/2026-q2-again.yaml",
                    "",
                    statement(**{"from": "2026-04-01", "opening": "930.25", "closing": "930.25"}),
                )
            ],
            """
finances/2026-q2-common-income.yaml:9:3: error: periods-overlap: 本期与 finances/2026-q2-again（2026-04-01 至 2026-06-30）有重叠的日子，账会算两遍。""",
        ),
        Case(
            [Edit("finances/2026-02-04.yaml", "", statement(**{"from": "2026-02-01", "until": "2026-04-30"}))],
            """
finances/2026-02-04.yaml:9:3: error: periods-overlap: 本期与 finances/2026-q1-common-income（2026-01-01 至 2026-03-31）有重叠的日子，账会算两遍。
finances/2026-q2-common-income.yaml:9:3: error: periods-overlap: 本期与 finances/2026-02-04（2026-02-01 至 2026-04-30）有重叠的日子，账会算两遍。""",
        ),
    ],
    "period-gap": [
        Case(
            [Edit(Q2, "from: 2026-04-01", "from: 2026-04-03")],
            """
finances/2026-q2-common-income.yaml:9:9: warning: period-gap: 上一期到 2026-03-31 为止，本期从 2026-04-03 开始，中间 2 天没有账。""",
        )
    ],
}

GOOD = {
    "a statement of the half-year beside those of its quarters": [
        Edit("finances/2026-h1.yaml", "", statement(closing="100.00")),
    ],
    "statements of two bodies about one fund": [
        Edit("finances/2026-h1-provider.yaml", "", statement(publisher="provider", until="2026-05-31")),
    ],
    "another fund at the same time": [
        Edit(
            "finances/2026-q2-working.yaml",
            "",
            statement(fund="working", **{"from": "2026-04-01", "until": "2026-06-30"}),
        ),
    ],
    "a fund that another body kept until then, and one body that kept on": [
        Edit(
            "finances/2026-03-provider.yaml",
            "",
            statement(publisher="provider", **{"from": "2026-03-01", "until": "2026-03-31"}),
        ),
        Edit(
            "finances/2026-04-provider.yaml",
            "",
            statement(publisher="provider", **{"from": "2026-04-01", "until": "2026-04-30"}),
        ),
    ],
    "a statement that was withdrawn, beside the one that stands": [
        Edit(
            "finances/2026-q2-old.yaml",
            "",
            statement(**{"from": "2026-04-01"}) + "withdrawn:\n  date: 2026-07-09\n  why: 口径有误\n",
        ),
    ],
    "a preliminary statement, replaced by the final one": [
        Edit("finances/2026-q2-old.yaml", "", statement(**{"from": "2026-04-01"}) + "status: preliminary\n"),
        Edit(Q2, "fund:", "related:\n  - record: finances/2026-q2-old\n    how: replaces\nfund:"),
    ],
    "an account in another currency": [
        Edit(
            "finances/2026-07-dollars.yaml",
            "",
            statement(currency="USD", **{"from": "2026-07-01", "until": "2026-07-02"}),
        ),
    ],
    "a fund that one body hands to another": [
        Edit(
            "finances/2026-07-provider.yaml",
            "",
            statement(
                publisher="provider",
                opening="900.00",
                closing="900.00",
                **{"from": "2026-07-01", "until": "2026-07-02"},
            ),
        ),
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


LATER = Edit(
    "finances/2026-q4.yaml",
    "",
    statement(opening="900.00", closing="900.00", **{"from": "2026-10-01", "until": "2026-12-31"}),
)


def test_gap_is_not_seen_where_a_statement_cannot_be_read(sample: Sample) -> None:
    sample.edit(LATER, Edit("finances/2026-q3.yaml", "", statement(**{"from": "2026-07-01", "until": "whenever"})))
    rules = [finding.rule for finding in sample.findings()]
    assert "period-gap" not in rules
    assert "value-malformed" in rules


@pytest.mark.parametrize(
    "broken", [Edit(LEDGER, "650.00", "650"), Edit("notices/2026-04-02-water.yaml", "form: notice\n")]
)
def test_gap_is_seen_whatever_else_cannot_be_read(sample: Sample, broken: Edit) -> None:
    sample.edit(LATER, broken)
    assert "period-gap" in [finding.rule for finding in sample.findings()]
