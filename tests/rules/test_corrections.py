"""Corrections name the fields of their kind of record."""
# ruff: noqa: E501

import pytest

from noticeboard import report
from tests.sample import Case, Edit, Sample, bad

WATER = "notices/2026-04-02-water.yaml"


def fields(*names: str) -> Edit:
    return Edit(
        WATER,
        "    why: 供水公司改期",
        "    why: 供水公司改期\n    fields:\n" + "".join(f"      - {name}\n" for name in names),
    )


BAD = {
    "corrected-field-unknown": [
        Case(
            [fields("date", "opening")],
            """
notices/2026-04-02-water.yaml:28:9: error: corrected-field-unknown: corrections[1].fields[2] 写的“opening”不是这种记录的字段。""",
        )
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize(("name", "meant"), [("公开日期", "published"), ("sumary", "summary"), ("Date", "date")])
def test_the_field_that_was_meant_is_suggested(sample: Sample, name: str, meant: str) -> None:
    sample.edit(fields(name))
    (finding,) = sample.findings()
    assert f"（是不是 {meant}？）" in report.sentences(finding, "zh")[1]
    assert f"(did you mean {meant}?)" in report.sentences(finding, "en")[1]


def test_a_part_of_a_field_may_be_named(sample: Sample) -> None:
    sample.edit(fields("posting.until", "schedule[1].from"))
    assert sample.lines() == ""
