"""What is the owners' alone is decided by them."""
# ruff: noqa: E501

import pytest

from tests.rules.owners_vote import BEIJING, BY_COMMITTEE, LIFT, told
from tests.sample import Case, Edit, Sample, bad, good

BAD = {
    "committee-decided-for-owners": [
        Case(
            [BY_COMMITTEE],
            """
resolutions/2026-001-lift.yaml:17:13: warning: committee-decided-for-owners: “动用维修资金大修电梯”（使用维修资金）应由业主共同决定，这里由委员会决定，未见业主大会的授权。
resolutions/2026-001-lift.yaml:44:13: warning: committee-decided-for-owners: “选定施工单位”（其他共有和共同管理事项）应由业主共同决定，这里由委员会决定，未见业主大会的授权。""",
        )
    ],
    "owners-matter-delegated": [
        Case(
            [
                BEIJING,
                BY_COMMITTEE,
                Edit(LIFT, "voting:\n", "authorised_by: resolutions/2026-001-lift\nvoting:\n"),
                Edit(LIFT, "matter: other-common-matter", "matter: committee-matter"),
            ],
            """
resolutions/2026-001-lift.yaml:18:13: warning: owners-matter-delegated: “动用维修资金大修电梯”（使用维修资金）应由业主共同决定；本地法规不许授权委员会决定。""",
        )
    ],
}  # fmt: skip

GOOD = {
    "authorised by the owners": [
        BY_COMMITTEE, Edit(LIFT, "voting:\n", "authorised_by: resolutions/2026-001-lift\nvoting:\n"),
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
