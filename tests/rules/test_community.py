"""The parts of a community add up."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

COMMUNITY = "community.yaml"

BAD = {
    "households-differ": [
        Case(
            [Edit(COMMUNITY, "households: 50", "households: 49")],
            """
community.yaml:9:13: warning: households-differ: households 写的是 49，下面各部分加起来是 50，相差 1。""",
        ),
        Case(
            [Edit(COMMUNITY, "households: 18", "households: 19")],
            """
community.yaml:17:17: warning: households-differ: estates[1].households 写的是 30，下面各部分加起来是 31，相差 1。""",
        ),
        Case(
            [
                Edit(
                    COMMUNITY,
                    "        name: 3号楼",
                    "        name: 3号楼\n      - id: s2\n        name: 4号楼\n        households: 21",
                )
            ],
            """
community.yaml:32:17: warning: households-differ: estates[2].households 写的是 20，下面各部分加起来是 21，相差 1。""",
        ),
    ],
    "floor-area-differs": [
        Case(
            [Edit(COMMUNITY, "floor_area: 1200.00", "floor_area: 1200.5")],
            """
community.yaml:18:17: warning: floor-area-differs: estates[1].floor_area 写的是 3000.00，各栋加起来是 3000.50，相差 0.50。""",
        )
    ],
}

GOOD = {
    "some buildings without a figure, the rest below the total": [
        Edit(COMMUNITY, "        households: 18\n", ""),
        Edit(COMMUNITY, "        floor_area: 1800.00\n", ""),
    ],
    "a building without a figure, and nobody living in it": [
        Edit(COMMUNITY, "        households: 18\n", ""),
        Edit(COMMUNITY, "households: 12", "households: 30"),
    ],
    "homes outside the estates": [Edit(COMMUNITY, "households: 50", "households: 80")],
    "no total": [Edit(COMMUNITY, "households: 50\n", "")],
    "the same area with other decimals": [Edit(COMMUNITY, "floor_area: 1200.00", "floor_area: 1200")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""
