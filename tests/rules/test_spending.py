"""Money that owners must agree to leads back to what they agreed to."""
# ruff: noqa: E501

import datetime

import pytest

from noticeboard.law.governing import Law
from noticeboard.law.profile import Provision
from tests.rules.test_accounts import SERVICE, SERVICE_EDITS
from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
RESOLUTION = "resolutions/2026-001-lift.yaml"

UPKEEP = [
    Edit(LEDGER, "CI.C.02,车位照明电费,,120.25,resolutions/2026-001-lift", "CI.U.04,补种绿化,,120.25,"),
    Edit(Q1, "category: CI.C.02", "category: CI.U.04"),
]
PLAN = "resolutions/2025-001-plan"
PLAN_TEXT = """title: 2026年公共收益使用计划的决议
publisher: committee
estate: north
date: 2025-12-20
published: 2025-12-21
summary: 同意全年小修不超过一百元。
decided_by: committee
decided_on: 2025-12-20
residents_committee_informed_on: 2025-12-21
motions:
  - id: "1"
    title: 全年小修
    matter: committee-matter
    result: passed
    terms:
      - item: 小修
        amount: 120.25
        limits: total
  - id: "2"
    title: 加装雨棚
    matter: committee-matter
    result: failed
"""
PLANNED = [
    Edit(f"{PLAN}.yaml", "", PLAN_TEXT),
    Edit(LEDGER, "CI.C.02,车位照明电费,,120.25,resolutions/2026-001-lift", f"CI.U.04,补种绿化,,120.25,{PLAN}"),
    Edit(Q1, "category: CI.C.02", "category: CI.U.04"),
]
MOTIONS = [
    *PLANNED,
    Edit(LEDGER, "依据决议,凭证号", "依据决议,凭证号,表决项"),
    Edit(LEDGER, ",记1", ",记1,"),
    Edit(LEDGER, ",记2", ",记2,"),
    Edit(LEDGER, ",记3", ",记3,"),
]
ALLOWED = "        amount: 120.25\n        limits: total"


def also(text: str) -> list[Edit]:
    """One payment more, at the end of the ledger, and the sums that then hold."""
    return [
        Edit(LEDGER, ",记4", f",记4\n{text}"),
        Edit(Q1, "\nexpense: 120.25", "\nexpense: 130.25"),
        Edit(Q1, "    amount: 120.25", "    amount: 130.25"),
        Edit(Q1, "\nclosing: 930.25", "\nclosing: 920.25"),
        Edit(Q1, "closing: 920.25\n  - name: 零用金", "closing: 910.25\n  - name: 零用金"),
        Edit("finances/2026-q2-common-income.yaml", "  amount: -30.25", "  amount: -20.25"),
    ]


AGAIN = also(f"2026-03-21,CI.U.04,又补种,,10.00,{PLAN},记5")
RETURNED = also(f"2026-03-21,CI.U.04,又补种,,20.00,{PLAN},记5\n2026-03-22,CI.U.04,退回,,-10.00,{PLAN},记6")

SIGNED = Edit(
    "community.yaml",
    "promises:\n",
    "payment_rules:\n  - fund: common-income\n    from_amount: 120.25\n    signers: 2\n    since: 2026-01-01\npromises:\n",
)


def signers(last: str) -> list[Edit]:
    """The ledger with how many signed its only payment."""
    rows = [Edit(LEDGER, f",记{number}", f",记{number},") for number in (1, 2, 3)]
    return [Edit(LEDGER, "依据决议,凭证号", "依据决议,凭证号,签字人数"), *rows, Edit(LEDGER, ",记4", f",记4,{last}")]


BAD = {
    "payment-signed-by-too-few": [
        Case(
            [SIGNED],
            """
finances/2026-q1-common-income.csv:5:1: warning: payment-signed-by-too-few: 单笔 120.25 元以上要 2 人签字，有 1 行签字人数不够或没有写。""",
        ),
        Case(
            [SIGNED, *signers("1")],
            """
finances/2026-q1-common-income.csv:5:1: warning: payment-signed-by-too-few: 单笔 120.25 元以上要 2 人签字，有 1 行签字人数不够或没有写。""",
        ),
    ],
    "expense-without-decision": [
        Case(
            UPKEEP,
            """
finances/2026-q1-common-income.csv:5:1: warning: expense-without-decision: “补种绿化”支出 120.25 元，未见决议。""",
        ),
        Case(
            [*SERVICE_EDITS, Edit(SERVICE.replace("yaml", "csv"), "PS.E.02,楼道灯零修", "PS.E.09,节日灯饰")],
            """
finances/2026-q1-service.csv:3:1: warning: expense-without-decision: “节日灯饰”支出 899.99 元，未见决议。""",
        ),
    ],
    "decision-not-passed": [
        Case(
            [*PLANNED, Edit(f"{PLAN}.yaml", "    result: passed", "    result: deferred")],
            """
finances/2026-q1-common-income.csv:5:1: warning: decision-not-passed: “补种绿化”支出 120.25 元，依据的决议 resolutions/2025-001-plan 没有通过。""",
        ),
        Case(
            [*MOTIONS, Edit(LEDGER, ",记4", ",记4,2")],
            """
finances/2026-q1-common-income.csv:5:1: warning: decision-not-passed: “补种绿化”支出 120.25 元，依据的决议 resolutions/2025-001-plan #2 没有通过。""",
        ),
    ],
    "paid-before-decided": [
        Case(
            [
                *PLANNED,
                Edit(f"{PLAN}.yaml", "decided_on: 2025-12-20", "decided_on: 2026-03-21"),
                Edit(
                    f"{PLAN}.yaml",
                    "\ndate: 2025-12-20\npublished: 2025-12-21",
                    "\ndate: 2026-03-21\npublished: 2026-03-21",
                ),
                Edit(f"{PLAN}.yaml", to="resolutions/2026-000-plan.yaml"),
                Edit(LEDGER, PLAN, "resolutions/2026-000-plan"),
            ],
            """
finances/2026-q1-common-income.csv:5:1: warning: paid-before-decided: “补种绿化”2026-03-20 付款 120.25 元，决议 2026-03-21 才作出。""",
        ),
    ],
    "spent-above-decision": [
        Case(
            [*PLANNED, Edit(f"{PLAN}.yaml", "amount: 120.25", "amount: 120.24")],
            """
finances/2026-q1-common-income.csv:5:1: warning: spent-above-decision: 付到“补种绿化”这一笔，一共 120.25 元，比决议定的上限多 0.01 元（“全年小修”，小修合计不超过 120.24 元）。""",
        ),
        Case(
            [*PLANNED, *AGAIN],
            """
finances/2026-q1-common-income.csv:6:1: warning: spent-above-decision: 付到“又补种”这一笔，一共 130.25 元，比决议定的上限多 10.00 元（“全年小修”，小修合计不超过 120.25 元）。""",
        ),
        Case(
            [*PLANNED, *AGAIN, Edit(f"{PLAN}.yaml", ALLOWED, ALLOWED.replace("total", "year"))],
            """
finances/2026-q1-common-income.csv:6:1: warning: spent-above-decision: 付到“又补种”这一笔，一共 130.25 元，比决议定的上限多 10.00 元（“全年小修”，小修每年不超过 120.25 元）。""",
        ),
        Case(
            [*PLANNED, *AGAIN, Edit(f"{PLAN}.yaml", ALLOWED, "        amount: 120.24\n        limits: each")],
            """
finances/2026-q1-common-income.csv:5:1: warning: spent-above-decision: 付到“补种绿化”这一笔，一共 120.25 元，比决议定的上限多 0.01 元（“全年小修”，小修每笔不超过 120.24 元）。""",
        ),
    ],
    "motion-unknown": [
        Case(
            [*MOTIONS, Edit(LEDGER, ",记4", ",记4,3")],
            """
finances/2026-q1-common-income.csv:5:1: error: motion-unknown: motion 写的表决项“3”在 resolutions/2025-001-plan 里没有。""",
        ),
    ],
}

GOOD = {
    "a payment that two signed": [SIGNED, *signers("2")],
    "a payment below the rule": [SIGNED._replace(new=SIGNED.new.replace("120.25", "120.26"))],
    "an expense with its decision, up to the limit": PLANNED,
    "the motion named": [*MOTIONS, Edit(LEDGER, ",记4", ",记4,1")],
    "a refund, which needs no decision": [
        *UPKEEP,
        Edit(LEDGER, "补种绿化,,120.25", "退回,,-120.25"),
        Edit(Q1, "\nexpense: 120.25", "\nexpense: -120.25"),
        Edit(Q1, "    amount: 120.25", '    amount: "-120.25"'),
        Edit(Q1, "\nclosing: 930.25", "\nclosing: 1170.75"),
        Edit(Q1, "closing: 920.25", "closing: 1160.75"),
        Edit("finances/2026-q2-common-income.yaml", "  amount: -30.25", "  amount: -270.75"),
    ],
    "each payment within the limit for each": [
        *PLANNED,
        *AGAIN,
        Edit(f"{PLAN}.yaml", ALLOWED, ALLOWED.replace("total", "each")),
    ],
    "what came back is not spent": [
        *PLANNED,
        *RETURNED,
        Edit(f"{PLAN}.yaml", ALLOWED, "        amount: 140.25\n        limits: total"),
    ],
    "an amount that is no limit": [*PLANNED, *AGAIN, Edit(f"{PLAN}.yaml", ALLOWED, "        amount: 120.25")],
    "decided on the day of the payment": [
        *PLANNED,
        Edit(LEDGER, "2026-03-20", "2026-01-01"),
        Edit(f"{PLAN}.yaml", "decided_on: 2025-12-20", "decided_on: 2026-01-01"),
        Edit(f"{PLAN}.yaml", "\ndate: 2025-12-20\npublished: 2025-12-21", "\ndate: 2026-01-01\npublished: 2026-01-01"),
        Edit(f"{PLAN}.yaml", to="resolutions/2026-000-plan.yaml"),
        Edit(LEDGER, PLAN, "resolutions/2026-000-plan"),
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


def test_what_asks_for_the_decision_is_cited(sample: Sample) -> None:
    sample.edit(*UPKEEP)
    basis = sample.findings()[0].basis
    assert basis is not None
    assert basis.zh == "《物业管理条例》第五十四条"


def test_what_is_expressly_not_asked_is_not_asked(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the law of a place leaves to the committee what elsewhere the owners decide."""
    sample.edit(*UPKEEP)
    assert [one.rule for one in sample.findings()] == ["expense-without-decision"]
    asked = Law.provision

    def not_asked(law: Law, name: str, **dates: datetime.date) -> Provision | None:
        found = asked(law, name, **dates)
        return found._replace(value=False) if found and name == "common_income.expense_decided" else found

    monkeypatch.setattr(Law, "provision", not_asked)
    assert sample.lines() == ""
