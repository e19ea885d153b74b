"""Votes are counted against the whole of those concerned."""
# ruff: noqa: E501

import pytest

from tests.rules.owners_vote import COMMUNITY, LIFT, told
from tests.sample import Case, Edit, Sample, bad, good

BAD = {
    "area-basis-not-stated": [
        Case(
            [Edit(LIFT, "\narea_basis: registered", "")],
            """
resolutions/2026-001-lift.yaml:15:3: warning: area-basis-not-stated: 未写明面积按什么计（不动产登记、实测还是买卖合同）。""",
        )
    ],
    "owners-exceed-units": [
        Case(
            [Edit(COMMUNITY, "    owners: 30\n", "    owners: 30\n    units: 29\n")],
            """
resolutions/2026-001-lift.yaml:21:19: warning: owners-exceed-units: 计票的业主总数 30，多于登记的专有部分总数 29。""",
        )
    ],
    "totals-differ-from-register": [
        Case(
            [Edit(COMMUNITY, "    owners: 30\n", "    owners: 31\n")],
            """
resolutions/2026-001-lift.yaml:21:19: warning: totals-differ-from-register: 计票用的业主人数总数是 30，小区登记的是 31。""",
        ),
        Case(
            [Edit(LIFT, "entitled: 3000.00", "entitled: 2999.99")],
            """
resolutions/2026-001-lift.yaml:35:19: warning: totals-differ-from-register: 计票用的面积总数是 2999.99，小区登记的是 3000.00。""",
        ),
    ],
    "scope-totals-differ": [
        Case(
            [
                Edit(LIFT, "estate: north\n", "estate: north\nbuildings: [n1, n2]\n"),
                Edit(LIFT, "entitled: 3000.00", "entitled: 2999.99"),
            ],
            """
resolutions/2026-001-lift.yaml:36:19: warning: scope-totals-differ: 计票用的面积总数是 2999.99，所涉楼栋登记的合计是 3000.00。""",
        )
    ],
}  # fmt: skip

GOOD = {
    "as many owners as units": [Edit(COMMUNITY, "    owners: 30\n", "    owners: 30\n    units: 30\n")],
    "one building votes alone": [
        Edit(LIFT, "estate: north\n", "estate: north\nbuildings: [n1]\n"), Edit(LIFT, "entitled: 3000.00", "entitled: 1800.00"),
        Edit(LIFT, "took_part: 2400.50", "took_part: 1800.00"), Edit(LIFT, "同意: 2100.00", "同意: 1499.50"),
    ],
    "a scope in words is not compared": [
        Edit(LIFT, "estate: north\n", "estate: north\nscope: 1号楼一单元\n"), Edit(LIFT, "entitled: 3000.00", "entitled: 2500.00"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_nothing_is_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
