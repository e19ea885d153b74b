"""The maintenance fund: each rule on both sides of its boundary, under the law of Shanghai and of Hangzhou."""
# ruff: noqa: E501

import pytest

from tests.rules.works import FINISHED, LEDGER, PROJECT, STATEMENT, said
from tests.sample import Case, Edit, Sample, bad, good

HANGZHOU = Edit("community.yaml", "jurisdiction: CN-SH", "jurisdiction: CN-ZJ-HZ")
NO_AUDIT = Edit(PROJECT, "price_audit:\n  by: 造价咨询公司\n  amount: 96000.00\n  date: 2026-06-20\n", "")
NO_ASSEMBLY = Edit(
    "community.yaml",
    "    provider: provider\n",
    "    provider: provider\n    owners_assembly:\n      none_because: 还没有成立\n",
)
INITIAL = "    owners: 30\n    maintenance_fund_initial: {}\n"
EMERGENCY = """state: settled
emergency:
  situation: lift
  found_on: 2026-05-10
  proof: 检验机构整改通知书
  posted_on: 2026-06-20
  posted_until: 2026-06-25
"""


def emergency(old: str = "", new: str = "") -> Edit:
    return Edit(PROJECT, "state: settled\n", EMERGENCY.replace(old, new) if old else EMERGENCY)


BAD = {
    "fund-statement-incomplete": [
        Case(
            [HANGZHOU, Edit(STATEMENT, "inspect_at: 业委会办公室\n", "period_note: x\n"), Edit(STATEMENT, "period_note: x\n", ""), Edit(STATEMENT, BY_BUILDING := """by_building:
  - building: n1
    opening: 240000.00
    income: 0.00
    expense: 58800.00
    closing: 181200.00
  - building: n2
    opening: 160000.00
    income: 0.00
    expense: 39200.00
    closing: 120800.00
""", "")],
            """
finances/2026-h1-maintenance.yaml:1:1: warning: fund-statement-incomplete: 维修资金的收支表没有写明分户账在哪里查。""",
        )
    ],
    "fund-to-be-topped-up": [
        Case(
            [Edit("community.yaml", "    owners: 30\n", INITIAL.format("1006666.67"))],
            """
finances/2026-h1-maintenance.yaml:14:10: warning: fund-to-be-topped-up: 维修资金余额 302000.00 元，低于首期 1006666.67 元的 30%。""",
        )
    ],
    "building-ledgers-differ": [
        Case(
            [Edit(STATEMENT, "opening: 240000.00", "opening: 240000.01"), Edit(STATEMENT, "expense: 58800.00", "expense: 58800.01")],
            """
finances/2026-h1-maintenance.yaml:16:3: error: building-ledgers-differ: 各栋期初余额加起来是 400000.01 元，收支表上是 400000.00 元，相差 0.01 元。
finances/2026-h1-maintenance.yaml:16:3: error: building-ledgers-differ: 各栋本期支出加起来是 98000.01 元，收支表上是 98000.00 元，相差 0.01 元。""",
        )
    ],
    "building-ledger-does-not-balance": [
        Case(
            [Edit(STATEMENT, "closing: 181200.00", "closing: 181200.50"), Edit(STATEMENT, "closing: 120800.00", "closing: 120799.50")],
            """
finances/2026-h1-maintenance.yaml:20:14: error: building-ledger-does-not-balance: 1号楼分账的期末是 181200.50 元，按期初加收入减支出是 181200.00 元，相差 0.50 元。
finances/2026-h1-maintenance.yaml:25:14: error: building-ledger-does-not-balance: 2号楼分账的期末是 120799.50 元，按期初加收入减支出是 120800.00 元，相差 0.50 元。""",
        )
    ],
    "works-without-decision": [
        Case(
            [Edit(PROJECT, 'decision:\n  resolution: resolutions/2026-001-lift\n  motion: "1"\n', ""), Edit(LEDGER, "30000.00,resolutions/2026-001-lift,", "30000.00,,projects/2026-lift")],
            """
projects/2026-lift.yaml:1:1: warning: works-without-decision: 工程动用维修资金，未见业主表决的决议，也没有写授权依据或应急情形。""",
        )
    ],
    "works-after-failed-motion": [
        Case(
            [Edit("resolutions/2026-001-lift.yaml", "    result: passed\n", "    result: deferred\n")],
            """
projects/2026-lift.yaml:24:11: warning: works-after-failed-motion: 这项工程所依据的表决项，宣布的结果是“搁置”。""",
        )
    ],
    "plan-incomplete": [
        Case(
            [Edit(PROJECT, "  area: 3000.00\n", ""), Edit(PROJECT, "  time: 五月到六月\n", "")],
            """
projects/2026-lift.yaml:13:3: warning: plan-incomplete: 使用维修资金的方案没有写明分摊面积、工期。""",
        )
    ],
    "plan-posted-too-briefly": [
        Case(
            [NO_ASSEMBLY, Edit(PROJECT, "posted_on: 2026-04-24", "posted_on: 2026-04-25")],
            """
projects/2026-lift.yaml:21:14: warning: plan-posted-too-briefly: 没有业主大会的小区，方案在 2026-05-01 开始表决之前公示了 6 天，不足 7 天。""",
        )
    ],
    "fund-pays-for-others": [
        Case(
            [Edit(PROJECT, "liability: owners-common", "liability: damage")],
            """
projects/2026-lift.yaml:10:12: warning: fund-pays-for-others: 这项工程写明费用属于“损坏的责任人”，却从维修资金列支。""",
        )
    ],
    "works-within-warranty": [
        Case(
            [Edit(PROJECT, "warranty_before_until: 2026-05-13", "warranty_before_until: 2026-05-14")],
            """
projects/2026-lift.yaml:39:24: warning: works-within-warranty: 建设单位对这个部位的保修到 2026-05-14，施工合同 2026-05-14 就签了，费用从维修资金列支。""",
        )
    ],
    "draws-above-cap": [
        Case(
            [Edit(PROJECT, "amount: 30000.00", "amount: 30000.01"), Edit(LEDGER, "30000.00", "30000.01"), Edit(PROJECT, "amount: 60000.00", "amount: 59999.99"), Edit(LEDGER, "60000.00", "59999.99")],
            """
projects/2026-lift.yaml:53:5: warning: draws-above-cap: 到 2026-05-16 累计支取 30000.01 元，超过 100000.00 元的 30%。""",
        ),
        Case(
            [Edit(PROJECT, "amount: 60000.00", "amount: 60000.01"), Edit(LEDGER, "60000.00", "60000.01"), Edit(PROJECT, "amount: 6000.00", "amount: 5999.99"), Edit(LEDGER, "尾款,,6000.00", "尾款,,5999.99")],
            """
projects/2026-lift.yaml:55:5: warning: draws-above-cap: 到 2026-06-13 累计支取 90000.01 元，超过 100000.00 元的 90%。""",
        ),
        Case(
            [Edit(PROJECT, "amount: 6000.00", "amount: 6000.01"), Edit(LEDGER, "尾款,,6000.00", "尾款,,6000.01")],
            """
projects/2026-lift.yaml:59:5: warning: draws-above-cap: 到 2026-06-25 累计支取 96000.01 元，超过 96000.00 元的 100%。""",
        ),
    ],
    "completion-not-announced": [
        Case(
            [Edit(PROJECT, "completion_notice: notices/2026-04-02-water\n", "")],
            """
projects/2026-lift.yaml:1:1: warning: completion-not-announced: 工程已经完工，未见完工告示。""",
        )
    ],
    "overrun-not-filed-again": [
        Case(
            [HANGZHOU, Edit(PROJECT, "budget: 100000.00", "budget: 87272.72")],
            """
projects/2026-lift.yaml:51:15: warning: overrun-not-filed-again: 决算 96000.00 元，比预算 87272.72 元超出 10% 以上，未见重新申报。""",
        ),
        Case(
            [HANGZHOU, Edit(PROJECT, "budget: 100000.00", "budget: 80000.00"), Edit(PROJECT, "final_amount: 96000.00", "final_amount: 88000.00")],
            """
projects/2026-lift.yaml:51:15: warning: overrun-not-filed-again: 决算 88000.00 元，比预算 80000.00 元超出 10% 以上，未见重新申报。""",
        ),
    ],
    "works-not-audited": [
        Case(
            [HANGZHOU, NO_AUDIT, Edit(PROJECT, "final_amount: 96000.00", "final_amount: 30000.01")],
            """
projects/2026-lift.yaml:47:15: warning: works-not-audited: 决算 30000.01 元，超过 30000.00 元，未见审价或审计。""",
        )
    ],
    "contractor-judges-itself": [
        Case(
            [Edit(PROJECT, "    - 检验机构\n", ""), Edit(PROJECT, "by: 造价咨询公司", "by: 甲公司")],
            """
projects/2026-lift.yaml:45:5: warning: contractor-judges-itself: 甲公司既是施工单位，又是审价单位或唯一的验收单位。
projects/2026-lift.yaml:47:7: warning: contractor-judges-itself: 甲公司既是施工单位，又是审价单位或唯一的验收单位。""",
        )
    ],
    "emergency-of-another-sort": [
        Case(
            [emergency("situation: lift", "situation: drainage")],
            """
projects/2026-lift.yaml:13:14: warning: emergency-of-another-sort: 应急使用维修资金的情形是“排水设施堵塞、爆裂”，不在规定的情形之内。""",
        )
    ],
    "emergency-without-proof": [
        Case(
            [emergency("  proof: 检验机构整改通知书\n", "")],
            """
projects/2026-lift.yaml:13:3: warning: emergency-without-proof: 应急使用维修资金，没有写明哪个单位的检验、鉴定或者通知。""",
        )
    ],
    "emergency-papers-missing": [
        Case(
            [emergency(), Edit(PROJECT, "final_amount: 96000.00\n", ""), Edit(PROJECT, "acceptance:\n  date: 2026-06-12\n  by:\n    - 检验机构\n    - 甲公司\n", "")],
            """
projects/2026-lift.yaml:1:1: warning: emergency-papers-missing: 应急维修已经结算，没有公布决算、验收。""",
        )
    ],
    "emergency-posted-too-briefly": [
        Case(
            [emergency("posted_until: 2026-06-25", "posted_until: 2026-06-24")],
            """
projects/2026-lift.yaml:17:17: warning: emergency-posted-too-briefly: 应急维修的事后公示 4 天，不足 5 天。""",
        ),
        Case(
            [emergency("  posted_on: 2026-06-20\n  posted_until: 2026-06-25\n", "")],
            """
projects/2026-lift.yaml:13:3: warning: emergency-posted-too-briefly: 应急维修的事后公示 0 天，不足 5 天。""",
        ),
    ],
}  # fmt: skip

GOOD = {
    "works in an emergency, posted for five days": [emergency()],
    "a plan posted for seven days where no assembly exists": [NO_ASSEMBLY],
    "a balance of exactly the share": [Edit("community.yaml", "    owners: 30\n", INITIAL.format("1006666.66"))],
    "an overrun filed again": [
        HANGZHOU,
        Edit(PROJECT, "budget: 100000.00", "budget: 80000.00"),
        Edit(PROJECT, "final_amount: 96000.00\n", "final_amount: 96000.00\nrefiled_on: 2026-06-22\n"),
    ],
    "an overrun of less than a tenth": [HANGZHOU, Edit(PROJECT, "budget: 100000.00", "budget: 87272.74")],
    "a small work without an audit": [
        HANGZHOU, NO_AUDIT, Edit(PROJECT, "final_amount: 96000.00", "final_amount: 30000.00"),
    ],
    "a work within an authorised limit": [
        Edit(PROJECT, '  resolution: resolutions/2026-001-lift\n  motion: "1"\n', "  authority: 议事规则第二十九条\n"),
        Edit(LEDGER, "30000.00,resolutions/2026-001-lift,", "30000.00,,projects/2026-lift"),
        Edit(PROJECT, "  posted_on: 2026-04-24\n", ""),
        Edit(PROJECT, "  time: 五月到六月\n", ""),
    ],
    "a proposal of which little is known": [
        Edit("projects/2026-roof.yaml", "", "title: 屋面\npublisher: committee\nestate: north\ndate: 2026-07-01\npublished: 2026-07-01\nsummary: 想修屋面。\nfund: maintenance\nfacility: 屋面\nstate: proposed\n"),
    ],
    "what others pay for": [Edit(PROJECT, "liability: owners-common", "liability: developer"), Edit(PROJECT, "fund: maintenance", "fund: none"), Edit(PROJECT, "completion_notice: notices/2026-04-02-water\n", "")],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*FINISHED, *case.edits)
    assert said(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*FINISHED, *edits)
    assert said(sample) == ""


@pytest.mark.parametrize("rule", ["draws-above-cap", "completion-not-announced", "emergency-of-another-sort"])
def test_what_shanghai_asks_is_not_asked_elsewhere(sample: Sample, rule: str) -> None:
    case = BAD[rule][0]
    sample.edit(*FINISHED, *case.edits, Edit("community.yaml", "jurisdiction: CN-SH", "jurisdiction: CN"))
    assert f": {rule}: " not in said(sample)


def test_what_nobody_has_read_in_the_law_is_only_a_reminder(sample: Sample) -> None:
    """Which liabilities are excluded nationwide is known by hearsay."""
    sample.edit(*FINISHED, Edit("community.yaml", "jurisdiction: CN-SH", "jurisdiction: CN"))
    sample.edit(Edit(PROJECT, "liability: owners-common", "liability: utility"))
    assert "info: fund-pays-for-others: " in said(sample)
