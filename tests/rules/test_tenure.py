"""Bodies stand above one another, terms and providers follow one another, and groups add up to seats."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import tenure
from tests.sample import Case, Edit, Sample, bad, good

BODIES = "bodies.yaml"
CONTRACT = "    from: 2024-01-01\n    until: 2026-12-31\n    ended_on: 2026-10-31\n"
KIND = "    kind: residents-committee\n"
LIFT = "resolutions/2026-001-lift.yaml"


def contract(text: str) -> Edit:
    """Another contract after the first one, with another provider."""
    return Edit(BODIES, "    fee_basis: lump-sum\n", f"    fee_basis: lump-sum\n{text}")


def following(first: str, *more: str) -> str:
    lines = "".join(f"    {line}\n" for line in more)
    return f"  - provider: residents\n    estate: north\n    from: {first}\n    fee_basis: lump-sum\n{lines}"


def at_the_end(text: str) -> Edit:
    return Edit(BODIES, "        - rooms\n", f"        - rooms\n{text}")


SECOND = """\
  - id: committee-2
    name: 北园第二届业主委员会
    kind: owners-committee
    estate: north
    term:
      from: {start}
      until: 2033-12-31
contracts:
"""
SELECTION = "    selection:\n      notice: notices/2026-04-02-water\n      bids: 3\n      conflicts: 无\n"

BAD = {
    "bodies-in-a-circle": [
        Case(
            [Edit(BODIES, KIND, f"{KIND}    parent: committee\n")],
            """
bodies.yaml:5:13: error: bodies-in-a-circle: “榆树社区居民委员会”的上级绕一圈又回到自己。
bodies.yaml:9:13: error: bodies-in-a-circle: “北园第一届业主委员会”的上级绕一圈又回到自己。""",
        )
    ],
    "terms-overlap": [
        Case(
            [Edit(BODIES, "contracts:\n", SECOND.format(start="2028-12-31"))],
            """
bodies.yaml:35:13: warning: terms-overlap: “北园第二届业主委员会”从 2028-12-31 起任职，而“北园第一届业主委员会”任职到 2028-12-31。""",
        )
    ],
    "composition-differs-from-seats": [
        Case(
            [Edit(BODIES, "    seats: 7\n", "    seats: 7\n    composition:\n      - group: 业主\n        count: 6\n")],
            """
bodies.yaml:27:7: error: composition-differs-from-seats: “北园第一届业主委员会”组成共 6 名，席位 7 个。""",
        )
    ],
    "members-from-too-few-buildings": [
        Case(
            [Edit(BODIES, "    seats: 7\n", "    seats: 7\n    composition:\n      - group: 业主\n        count: 7\n        buildings: 6\n")],
            """
bodies.yaml:29:20: warning: members-from-too-few-buildings: “业主”7 名，只来自 6 栋楼。""",
        )
    ],
    "more-counted-than-members": [
        Case(
            [Edit(BODIES, "    seats: 7\n", "    seats: 7\n    in_office: 6\n    party_members: 7\n    cross_posts: 6\n")],
            """
bodies.yaml:27:20: error: more-counted-than-members: 写 7 名，成员一共 6 名。""",
        )
    ],
    "decided-by-the-executing-layer": [
        Case(
            [
                Edit(LIFT, "    matter: other-common-matter", "    matter: residents-matter"),
            ],
            """
resolutions/2026-001-lift.yaml:44:13: warning: decided-by-the-executing-layer: “选定施工单位”是居民自治事项，由居民委员会自己决定。""",
        )
    ],
    "contracts-overlap": [
        Case(
            [at_the_end(following("2026-10-31"))],
            """
bodies.yaml:47:11: warning: contracts-overlap: “青禾物业服务有限公司”的合同到 2026-10-31，“榆树社区居民委员会”的从 2026-10-31 起，两家同时在管。""",
        )
    ],
    "estate-without-provider-for-days": [
        Case(
            [at_the_end(following("2026-11-03"))],
            """
bodies.yaml:47:11: warning: estate-without-provider-for-days: 前一份合同到 2026-10-31，后一份从 2026-11-03 起，中间 2 天没有物业服务人。""",
        )
    ],
    "emergency-service-too-long": [
        Case(
            [at_the_end(following("2026-11-01", "until: 2027-05-01", "kind: emergency"))],
            """
bodies.yaml:49:12: warning: emergency-service-too-long: 应急服务从 2026-11-01 到 2027-05-01，超过 6 个月。""",
        )
    ],
    "provider-chosen-from-few": [
        Case(
            [contract(SELECTION.replace("bids: 3", "bids: 2").replace("2026-04-02-water", "2026-01-02-bids")), Edit("notices/2026-04-02-water.yaml", to="notices/2026-01-02-bids.yaml")],
            """
bodies.yaml:40:13: warning: provider-chosen-from-few: 只有 2 家报价，没有写原因。""",
        )
    ],
    "provider-chosen-without-notice": [
        Case(
            [contract(SELECTION.replace("      notice: notices/2026-04-02-water\n", ""))],
            """
bodies.yaml:39:7: warning: provider-chosen-without-notice: 2026-05-12 选定物业，没有见到之前的选聘公告。""",
        )
    ],
    "conflicts-not-declared": [
        Case(
            [contract("    selection:\n      notice: notices/2026-04-02-water\n      bids: 3\n")],
            """
bodies.yaml:39:7: warning: conflicts-not-declared: 选聘“青禾物业服务有限公司”，没有写有没有人申报利害关系。""",
        )
    ],
    "self-management-without-decision": [
        Case(
            [Edit("community.yaml", "    owners: 30\n", "    owners: 30\n    self_managed_since: 2026-02-01\n")],
            """
community.yaml:20:25: warning: self-management-without-decision: 北园从 2026-02-01 起自行管理，没有见到业主在那以前通过的决议。""",
        ),
        Case(
            [Edit("community.yaml", "    owners: 30\n", "    owners: 30\n    self_managed_since: 2026-02-01\n    management_resolution: resolutions/2026-001-lift\n")],
            """
community.yaml:21:28: warning: self-management-without-decision: 北园从 2026-02-01 起自行管理，没有见到业主在那以前通过的决议。""",
        ),
    ],
}  # fmt: skip

GOOD = {
    "terms that follow one another": [Edit(BODIES, "contracts:\n", SECOND.format(start="2029-01-01"))],
    "providers that follow one another": [at_the_end(following("2026-11-01"))],
    "an emergency service of six months": [
        at_the_end(following("2026-11-01", "until: 2027-04-30", "kind: emergency"))
    ],
    "a gap in which the estate manages itself": [
        Edit("community.yaml", "    owners: 30\n", "    owners: 30\n    self_managed_since: 2026-11-01\n    management_resolution: resolutions/2026-001-lift\n"),
        at_the_end(following("2026-12-01")),
    ],
    "groups that add up": [
        Edit(BODIES, "    seats: 7\n", "    seats: 7\n    composition:\n      - group: 业主\n        count: 7\n        buildings: 7\n    party_members: 3\n")
    ],
    "few bids with a reason": [
        contract("    selection:\n      bids: 1\n      few_because: 只有一家响应\n      conflicts: 无\n"),
        Edit(BODIES, "    resolution: resolutions/2026-001-lift\n", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    found = [line for line in sample.lines_of(tenure).splitlines() if f": {rule}: " in line]
    assert found == case.expected.strip().splitlines()


@pytest.mark.parametrize("edits", good(GOOD))
def test_oddity_is_no_fault(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(tenure) == ""
