"""Common-area income: what it is net, whose consent it rests on, where it goes."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad

COMMUNITY = "community.yaml"
Q2 = "finances/2026-q2-common-income.yaml"
LEDGER = "finances/2026-q2-common-income.csv"
Q3 = "finances/2026-q3-common-income"
FUND = "finances/2026-04-maintenance.yaml"
PLAN = "resolutions/2025-001-plan"

Q2_TEXT = """title: 北园2026年第二季度公共收益收支表
publisher: committee
estate: north
scope: 全体业主
date: 2026-07-05
published: 2026-07-08
summary: 停车收入补充维修资金。
posting:
  from: 2026-07-08
  places:
    - gate
    - hall
fund: common-income
period:
  from: 2026-04-01
  until: 2026-06-30
opening: 930.25
income: 1000.00
expense: 650.01
closing: 1280.24
accounts:
  - name: 代收监管账户
    kind: supervised
    closing: 1280.24
common_income:
  gross: 1000.00
  tax: 30.00
  costs: 170.00
  net: 800.00
"""
Q2_LEDGER = f"""日期,凭证号,科目,项目,收入,支出,依据决议,划转编号,收益项目
2026-04-10,记1,CI.I.01,停车费,1000.00,,,,parking
2026-04-20,记2,CI.C.01,税金,,30.00,,,
2026-05-20,记3,CI.C.03,看管人工,,170.00,,,
2026-06-20,记4,CI.U.01,补充维修资金,,450.01,{PLAN},2026-q2,
"""
PLAN_TEXT = """title: 公共收益怎么用的决议
publisher: committee
estate: north
date: 2025-12-20
published: 2025-12-21
summary: 同意出租车位，钱主要补充维修资金。
decided_by: committee
decided_on: 2025-12-20
motions:
  - id: "1"
    title: 出租车位
    matter: change-use-of-common-parts
    result: passed
"""
FUND_TEXT = """title: 北园维修资金收支表
publisher: committee
estate: north
date: 2026-05-05
published: 2026-05-08
summary: 没有动。
fund: maintenance
period:
  from: 2025-05-01
  until: 2026-04-30
opening: 2999.99
income: 0.00
expense: 0.00
closing: 2999.99
"""
ITEM = """    income_items:
      - id: parking
        item: 地面停车
        location: 南门内
        category: CI.I.01
        counterparty: 登记车主
        since: 2025-01-01
        annual_amount: 4000.00
        cost: 看管人工
        allocation: 全体业主
        resolution: resolutions/2025-001-plan
    owners_assembly:
      established_on: 2024-01-01
"""
HERE = [
    Edit(Q2, "", Q2_TEXT),
    Edit(LEDGER, "", Q2_LEDGER),
    Edit(f"{PLAN}.yaml", "", PLAN_TEXT),
    Edit(COMMUNITY, "    owners: 30\n", f"    owners: 30\n{ITEM}"),
]
"""A second quarter with everything in its place."""


def asked(parameter: str, value: str = "true") -> Edit:
    """A by-law that asks for what other places ask for by law."""
    own = f"by_laws:\n  - text: 本小区的约定。\n    since: 2024-01-01\n    parameter: {parameter}\n    value: {value}\n"
    return Edit(COMMUNITY, "promises:\n", f"{own}promises:\n")


def paid(category: str, item: str, amount: str = "450.01", decision: str = PLAN) -> list[Edit]:
    """The last payment as another one."""
    return [
        Edit(LEDGER, f"CI.U.01,补充维修资金,,450.01,{PLAN},2026-q2,", f"{category},{item},,{amount},{decision},,"),
        *(
            [
                Edit(Q2, "expense: 650.01", f"expense: {float(amount) + 200:.2f}"),
                Edit(Q2, "\nclosing: 1280.24", f"\nclosing: {1730.25 - float(amount):.2f}"),
                Edit(Q2, "    closing: 1280.24", f"    closing: {1730.25 - float(amount):.2f}"),
            ]
            if amount != "450.01"
            else []
        ),
    ]


NEXT = [
    Edit(f"{Q3}.yaml", "", Q2_TEXT.replace("from: 2026-04-01\n  until: 2026-06-30", "from: 2026-07-01\n  until: 2026-09-30")
         .replace("opening: 930.25\nincome: 1000.00\nexpense: 650.01\nclosing: 1280.24", "opening: 1280.24\nincome: 0.00\nexpense: 799.99\nclosing: 480.25")
         .replace("    closing: 1280.24", "    closing: 480.25").partition("common_income:")[0]),
    Edit(f"{Q3}.csv", "", "日期,凭证号,科目,项目,收入,支出\n2026-07-31,记1,CI.T.01,划转业主大会账户,,799.99\n"),
]  # fmt: skip
LOW = [
    Edit(FUND, "", FUND_TEXT),
    Edit(
        COMMUNITY,
        "by_laws:\n",
        "by_laws:\n  - text: 低于三成算不足。\n    since: 2024-01-01\n"
        "    parameter: maintenance.top_up_trigger\n    value: 3/10\n",
    ),
    Edit(COMMUNITY, "    owners: 30\n", "    owners: 30\n    maintenance_fund_initial: 10000.00\n"),
]

BAD = {
    "net-income-differs": [
        Case(
            [Edit(Q2, "  net: 800.00", "  net: 800.01")],
            """
finances/2026-q2-common-income.yaml:29:8: error: net-income-differs: 净收益印的是 800.01，而毛收入 1000.00 －税金 30.00 －成本 170.00 ＝ 800.00，相差 0.01。""",
        ),
    ],
    "net-income-not-in-ledger": [
        Case(
            [Edit(Q2, "  gross: 1000.00", "  gross: 990.00"), Edit(Q2, "  net: 800.00", "  net: 790.00")],
            """
finances/2026-q2-common-income.yaml:26:10: warning: net-income-not-in-ledger: 公共收益计算里的毛收入是 990.00，明细加起来是 1000.00，相差 10.00。""",
        ),
    ],
    "income-scope-not-stated": [
        Case(
            [asked("common_income.scope_stated"), Edit(Q2, "scope: 全体业主\n", "")],
            """
finances/2026-q1-common-income.yaml:1:1: warning: income-scope-not-stated: 未写明是全体业主的收益，还是某几幢楼的收益。
finances/2026-q2-common-income.yaml:1:1: warning: income-scope-not-stated: 未写明是全体业主的收益，还是某几幢楼的收益。""",
        ),
    ],
    "income-not-posted-everywhere": [
        Case(
            [asked("common_income.posted_everywhere"), Edit(Q2, "    - hall\n", "")],
            """
finances/2026-q1-common-income.yaml:1:1: warning: income-not-posted-everywhere: 这张表没有张贴到：1号楼。
finances/2026-q2-common-income.yaml:9:3: warning: income-not-posted-everywhere: 这张表没有张贴到：1号楼。""",
        ),
    ],
    "net-income-not-handed-over": [
        Case(
            [asked("common_income.transfer_months", "1"), *NEXT],
            """
finances/2026-q2-common-income.yaml:22:3: warning: net-income-not-handed-over: 本期净收益 800.00 元，到 2026-07-31 划转到业主大会账户的是 799.99 元。""",
        ),
        Case(
            [asked("common_income.transfer_months", "1"), *NEXT, Edit(f"{Q3}.csv", "2026-07-31", "2026-08-01")],
            """
finances/2026-q2-common-income.yaml:22:3: warning: net-income-not-handed-over: 本期净收益 800.00 元，到 2026-07-31 划转到业主大会账户的是 0.00 元。""",
        ),
    ],
    "top-up-too-small": [
        Case(
            [asked("common_income.top_up_above", "1/2"), *paid("CI.U.01", "补充维修资金", "400.00")],
            """
finances/2026-q2-common-income.yaml:1:1: warning: top-up-too-small: 净收益 800.00 元，补充维修资金 400.00 元，占 50.00%。""",
        ),
    ],
    "low-fund-not-topped-up": [
        Case(
            [asked("common_income.top_up_min", "1/2"), *LOW, *paid("CI.U.01", "补充维修资金", "399.99")],
            """
finances/2026-q2-common-income.yaml:1:1: warning: low-fund-not-topped-up: 维修资金余额已经偏低，本期净收益 800.00 元，补充维修资金 399.99 元，占 49.99%。""",
        ),
    ],
    "income-use-not-listed": [
        Case(
            [Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH"), *paid("CI.I.09", "退还多收的钱")],
            """
finances/2026-q2-common-income.csv:5:1: warning: income-use-not-listed: “其他”（CI.I.09）不在公共收益可以支出的范围里，有 1 笔、共 450.01 元。""",
        ),
    ],
    "maintenance-works-from-income": [
        Case(
            [
                asked("common_income.maintenance_works_excluded"),
                *paid("CI.U.04", "屋面翻修"),
                Edit(f"{PLAN}.yaml", "change-use-of-common-parts", "use-maintenance-fund"),
            ],
            """
finances/2026-q2-common-income.csv:5:1: warning: maintenance-works-from-income: “屋面翻修”支出 450.01 元，决议 resolutions/2025-001-plan 定的是用维修资金，却记在公共收益里。""",
        ),
    ],
    "new-facilities-without-price-audit": [
        Case(
            [asked("common_income.price_audit_from", "450.01"), *paid("CI.U.08", "充电棚")],
            """
finances/2026-q2-common-income.csv:5:1: warning: new-facilities-without-price-audit: 新增设施“充电棚”累计付了 450.01 元，未见审价。""",
        ),
    ],
    "costs-before-assembly": [
        Case(
            [
                asked("common_income.no_costs_before_assembly"),
                Edit(COMMUNITY, "      established_on: 2024-01-01", "      none_because: 正在筹备"),
            ],
            """
finances/2026-q1-common-income.yaml:1:1: warning: costs-before-assembly: 还没有成立业主大会，扣除了税金以外的成本 120.25 元。
finances/2026-q2-common-income.yaml:1:1: warning: costs-before-assembly: 还没有成立业主大会，扣除了税金以外的成本 170.00 元。""",
        ),
    ],
    "income-items-missing": [
        Case(
            [
                asked("common_income.items_listed"),
                Edit(COMMUNITY, ITEM, ""),
                Edit(LEDGER, ",parking", ","),
            ],
            """
community.yaml:20:5: warning: income-items-missing: “北园”有公共收益，未见收益项目清单。""",
        ),
    ],
    "income-item-incomplete": [
        Case(
            [
                asked("common_income.items_listed"),
                Edit(COMMUNITY, "        counterparty: 登记车主\n", ""),
                Edit(COMMUNITY, "        cost: 看管人工\n", ""),
            ],
            """
community.yaml:26:9: warning: income-item-incomplete: 收益项目“地面停车”未写明对方单位、成本。""",
        ),
    ],
    "income-item-unknown": [
        Case(
            [Edit(LEDGER, ",parking", ",lockers")],
            """
finances/2026-q2-common-income.csv:2:1: error: income-item-unknown: 收益项目“lockers”不在本小区的清单里。""",
        ),
    ],
    "income-without-item": [
        Case(
            [asked("common_income.items_listed"), Edit(LEDGER, ",parking", ",")],
            """
finances/2026-q1-common-income.csv:2:1: warning: income-without-item: 有 3 笔场地、停车、广告等收入未写是哪个收益项目。
finances/2026-q2-common-income.csv:2:1: warning: income-without-item: 有 1 笔场地、停车、广告等收入未写是哪个收益项目。""",
        ),
    ],
    "income-item-without-consent": [
        Case(
            [Edit(COMMUNITY, f"        resolution: {PLAN}\n", "")],
            """
community.yaml:21:9: warning: income-item-without-consent: 收益项目“地面停车”从 2025-01-01 开始，未见业主同意的决议。""",
        ),
    ],
    "income-item-consent-not-given": [
        Case(
            [Edit(f"{PLAN}.yaml", "result: passed", "result: failed")],
            """
community.yaml:30:21: warning: income-item-consent-not-given: 收益项目“地面停车”依据的决议 resolutions/2025-001-plan，没有通过利用共有部分经营的表决项。""",
        ),
        Case(
            [Edit(f"{PLAN}.yaml", "change-use-of-common-parts", "other-common-matter")],
            """
community.yaml:30:21: warning: income-item-consent-not-given: 收益项目“地面停车”依据的决议 resolutions/2025-001-plan，没有通过利用共有部分经营的表决项。""",
        ),
    ],
}

GOOD = {
    "everything in its place": ("net-income-differs", []),
    "the whole net income handed over on the last day": (
        "net-income-not-handed-over",
        [
            asked("common_income.transfer_months", "1"),
            *NEXT,
            Edit(f"{Q3}.csv", "799.99", "800.00"),
            Edit(f"{Q3}.yaml", "expense: 799.99", "expense: 800.00"),
            Edit(f"{Q3}.yaml", "\nclosing: 480.25", "\nclosing: 480.24"),
            Edit(f"{Q3}.yaml", "    closing: 480.25", "    closing: 480.24"),
        ],
    ),
    "what became of it is not told yet": (
        "net-income-not-handed-over",
        [asked("common_income.transfer_months", "1")],
    ),
    "a fen above one half": (
        "top-up-too-small",
        [asked("common_income.top_up_above", "1/2"), *paid("CI.U.01", "补充维修资金", "400.01")],
    ),
    "nothing topped up, as the owners decided": (
        "top-up-too-small",
        [asked("common_income.top_up_above", "1/2"), *paid("CI.U.03", "记账")],
    ),
    "exactly one half to a low fund": (
        "low-fund-not-topped-up",
        [asked("common_income.top_up_min", "1/2"), *LOW, *paid("CI.U.01", "补充维修资金", "400.00")],
    ),
    "a fund of exactly three tenths is not low": (
        "low-fund-not-topped-up",
        [
            asked("common_income.top_up_min", "1/2"),
            *LOW,
            Edit(FUND, "opening: 2999.99", "opening: 3000.00"),
            Edit(FUND, "closing: 2999.99", "closing: 3000.00"),
            *paid("CI.U.03", "记账"),
        ],
    ),
    "new facilities just below the amount": (
        "new-facilities-without-price-audit",
        [asked("common_income.price_audit_from", "450.02"), *paid("CI.U.08", "充电棚")],
    ),
    "new facilities whose price was audited": (
        "new-facilities-without-price-audit",
        [
            asked("common_income.price_audit_from", "450.01"),
            *paid("CI.U.08", "充电棚"),
            Edit(f"{PLAN}.yaml", "decided_by:", "audit: notices/2026-04-03-lift-plan\ndecided_by:"),
        ],
    ),
    "consent by an authorisation": (
        "income-item-consent-not-given",
        [
            Edit(f"{PLAN}.yaml", "change-use-of-common-parts", "committee-matter"),
            Edit(f"{PLAN}.yaml", "decided_by:", "authorised_by: resolutions/2026-001-lift\ndecided_by:"),
        ],
    ),
    "business that began before there was an assembly": (
        "income-item-without-consent",
        [
            Edit(COMMUNITY, f"        resolution: {PLAN}\n", ""),
            Edit(COMMUNITY, "        since: 2025-01-01", "        since: 2023-12-31"),
        ],
    ),
}


def told(sample: Sample, rule: str) -> str:
    """What the sample's findings by one rule say, and every other error."""
    lines = sample.lines().splitlines()
    return "\n".join(line for line in lines if f": {rule}: " in line or " error: " in line)


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*HERE, *case.edits)
    assert told(sample, rule) == case.expected.strip()


@pytest.mark.parametrize(("rule", "edits"), GOOD.values(), ids=GOOD)
def test_honest_oddity_is_left_alone(sample: Sample, rule: str, edits: list[Edit]) -> None:
    sample.edit(*HERE, *edits)
    assert told(sample, rule) == ""


def test_the_law_of_the_place_is_cited(sample: Sample) -> None:
    shanghai = [Edit(COMMUNITY, "jurisdiction: CN", "jurisdiction: CN-SH"), *paid("CI.U.01", "补充维修资金", "400.00")]
    sample.edit(*HERE, *shanghai)
    found = next(one for one in sample.findings() if one.rule == "top-up-too-small")
    assert found.basis is not None
    assert found.basis.zh == "《上海市住宅小区公共收益管理办法》第十一条第二款"
