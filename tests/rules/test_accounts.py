"""Words and figures, budget and outcome, books and bank, vouchers and shares."""
# ruff: noqa: E501

import datetime
from decimal import Decimal
from typing import Any

import pytest

from noticeboard.law.governing import law_of
from noticeboard.records.community import Commitment
from noticeboard.records.envelope import Period
from noticeboard.records.statement import Account, Remuneration, Total
from noticeboard.rules import accounts
from noticeboard.rules.rule import Rule
from noticeboard.today import Today
from tests.rules.made import DAY, Told, breaches, difference, statement
from tests.sample import Case, Edit, Sample, bad, good

Q1 = "finances/2026-q1-common-income.yaml"
LEDGER = "finances/2026-q1-common-income.csv"
Q2 = "finances/2026-q2-common-income.yaml"
COMMUNITY = "community.yaml"

SERVICE = "finances/2026-q1-service.yaml"
SERVICE_TEXT = """title: 北园2026年第一季度物业服务资金收支表
publisher: provider
estate: south
date: 2026-04-05
published: 2026-04-08
summary: 收多少服务费，付多少酬金。
fund: property-service
period:
  from: 2026-01-01
  until: 2026-03-31
fee_basis: commission
opening: 0.00
income: 1000.00
expense: 1000.00
closing: 0.00
remuneration:
  base: 1000.05
  rate: 10
  amount: 100.01
"""
SERVICE_LEDGER = """日期,凭证号,科目,项目,收入,支出
2026-01-15,记1,PS.I.01,物业服务费,1000.00,
2026-02-15,记2,PS.E.02,楼道灯零修,,899.99
2026-03-31,记3,PS.E.12,酬金,,100.01
"""
SERVICE_EDITS = [Edit(SERVICE, "", SERVICE_TEXT), Edit(SERVICE.replace("yaml", "csv"), "", SERVICE_LEDGER)]
LUMP_SUM = [
    *SERVICE_EDITS,
    Edit(SERVICE, "fee_basis: commission", "fee_basis: lump-sum"),
    Edit(SERVICE, "opening: 0.00", "opening: 5.00"),
    Edit(SERVICE, "closing: 0.00", "closing: 5.00"),
]


def words(text: str) -> Edit:
    return Edit(Q2, "closing: 900.00", f"closing: 900.00\nclosing_in_words: {text}")


def budget(amount: str, note: str = "") -> Edit:
    because = f"\n    note: {note}" if note else ""
    return Edit(Q1, "    amount: 600.00", f"    amount: 600.00\n    budget: {amount}{because}")


def shares(*percents: str) -> list[Edit]:
    """Of parking, of the lockers and of the group that both are in, where it has one."""
    amounts = ("    amount: 600.00", "    amount: 950.50")
    edits = [
        Edit(Q1, amount, f"{amount}\n    printed_share: {share}")
        for amount, share in zip(amounts, percents, strict=False)
    ]
    lockers = f"  - category: CI.I.02\n    amount: 350.50\n    printed_share: {percents[-1]}\n  - category: CI.C.02"
    return [*edits[: len(percents) - 1], Edit(Q1, "  - category: CI.C.02", lockers)]


BAD = {
    "closing-in-words-differs": [
        Case(
            [words("人民币玖佰壹拾元整")],
            """
finances/2026-q2-common-income.yaml:15:19: error: closing-in-words-differs: 大写的期末余额是 910.00 元，小写是 900.00 元，相差 10.00。""",
        ),
    ],
    "closing-in-words-unreadable": [
        Case(
            [words("玖佰块")],
            """
finances/2026-q2-common-income.yaml:15:19: warning: closing-in-words-unreadable: 大写的期末余额“玖佰块”读不出金额。""",
        ),
    ],
    "variance-unexplained": [
        Case(
            [budget("545.45")],  # 54.55 more than the budget, whose tenth is 54.545
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 545.45，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
        Case(
            [budget("666.67")],
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 666.67，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
        Case(
            [budget("0.00")],
            """
finances/2026-q1-common-income.yaml:16:5: warning: variance-unexplained: 科目 CI.I.01 预算 0.00，实际 600.00，相差超过预算的 10%，未写明原因。""",
        ),
    ],
    "balance-negative": [
        Case(
            [
                Edit(Q2, "opening: 900.00", "opening: -5.00"),
                Edit(Q2, "closing: 900.00", "closing: -5.00"),
                Edit(Q2, "  amount: -30.25", "  amount: -935.25"),
            ],
            """
finances/2026-q2-common-income.yaml:14:10: warning: balance-negative: 期末余额是负数：-5.00。""",
        ),
    ],
    "bank-balance-missing": [
        Case(
            [
                Edit(
                    Q1,
                    "accounts:\n  - name: 银行活期（尾号0421）\n    opening: 90.00\n    closing: 920.25\n  - name: 零用金\n    opening: 10.00\n    closing: 10.00\n",
                    "",
                )
            ],
            """
finances/2026-q1-common-income.yaml:1:1: warning: bank-balance-missing: 没有写明钱存在哪些账户、银行余额是多少。""",
        ),
    ],
    "expense-without-voucher": [
        Case(
            [Edit(LEDGER, "resolutions/2026-001-lift,记4", "resolutions/2026-001-lift,")],
            """
finances/2026-q1-common-income.csv:5:1: warning: expense-without-voucher: 有 1 笔支出未写凭证号。""",
        ),
    ],
    "printed-share-differs": [
        Case(
            shares("63.13", "36.88"),
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-shares-not-whole: 各科目的占比加起来是 100.01%，不是 100%（共 2 项）。""",
        ),
        Case(
            shares("63.14", "36.86"),  # 63.1246… and 36.8753…
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-share-differs: 科目 CI.I.01 的占比印的是 63.14%，按金额算是 63.12%。
finances/2026-q1-common-income.yaml:23:20: warning: printed-share-differs: 科目 CI.I.02 的占比印的是 36.86%，按金额算是 36.88%。""",
        ),
    ],
    "printed-shares-not-whole": [
        Case(
            shares("63", "36"),
            """
finances/2026-q1-common-income.yaml:18:20: warning: printed-shares-not-whole: 各科目的占比加起来是 99%，不是 100%（共 2 项）。""",
        ),
    ],
    "accounts-differ": [
        Case(
            [
                Edit(Q1, "closing: 920.25", "closing: 900.25"),
                Edit(Q1, "meters:", "unreconciled:\n  - item: 三月停车费四月到账\n    amount: 19.99\nmeters:"),
            ],
            """
finances/2026-q1-common-income.yaml:23:3: error: accounts-differ: 各账户的 closing 加起来是 930.24，表上的 closing 是 930.25，相差 0.01。""",
        ),
    ],
    "remuneration-differs": [
        Case(
            [*SERVICE_EDITS, Edit(SERVICE, "  amount: 100.01", "  amount: 100.00")],
            """
finances/2026-q1-service.yaml:19:11: error: remuneration-differs: 物业酬金印的是 100.00，而 1000.05 × 10% ＝ 100.01，相差 0.01。""",
        ),
    ],
    "lump-sum-carries-balance": [
        Case(
            LUMP_SUM,
            """
finances/2026-q1-service.yaml:15:10: warning: lump-sum-carries-balance: 包干制的表结转了余额 5.00。""",
        ),
    ],
    "major-works-in-service-cost": [
        Case(
            [*SERVICE_EDITS, Edit(SERVICE.replace("yaml", "csv"), "楼道灯零修", "水泵大修")],
            """
finances/2026-q1-service.csv:3:1: warning: major-works-in-service-cost: “水泵大修”看上去是大修、中修或更新改造，记在了物业服务支出里。""",
        ),
    ],
}

GOOD = {
    "the same amount in another spelling": [words("玖佰圆正")],
    "a tenth above the budget": [budget("545.46")],
    "a tenth below": [budget("666.66")],
    "a difference with its reason": [budget("300.00", "车位多租了八个")],
    "books and bank differ by what is listed": [
        Edit(Q1, "closing: 920.25", "closing: 900.25"),
        Edit(Q1, "meters:", "unreconciled:\n  - item: 三月停车费四月到账\n    amount: 20.00\nmeters:"),
    ],
    "the bank has more": [
        Edit(Q1, "closing: 920.25", "closing: 940.25"),
        Edit(Q1, "meters:", "unreconciled:\n  - item: 支票未兑付\n    amount: -20.00\nmeters:"),
    ],
    "shares by largest remainder": shares("63.12", "36.88"),
    "shares by the other rounding": shares("63.13", "36.87"),
    "a remuneration that is right to the fen": SERVICE_EDITS,
    "a lump sum that closes with nothing": [
        *SERVICE_EDITS,
        Edit(SERVICE, "fee_basis: commission", "fee_basis: lump-sum"),
    ],
    "income and refunds without a voucher": [Edit(LEDGER, ",650.00,,,记1", ",650.00,,,")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


# Statements made here, to see every value that a breach has.


def total(category: str, amount: str, share: str | None = None, **more: Any) -> Total:
    printed = None if share is None else Decimal(share)
    return Total(category=category, amount=Decimal(amount), printed_share=printed, **more)


def test_words_say_the_amount_in_figures() -> None:
    def told(text: str, closing: str = "910.00") -> tuple[Told, Told]:
        data = statement(closing=closing, closing_in_words=text)
        return breaches(accounts.closing_in_words_differs, data), breaches(accounts.closing_in_words_unreadable, data)

    assert told("") == told("玖佰壹拾元整") == ([], [])
    assert told("零元整", "0.00") == ([], [])
    values = {"said": "900.00", "written": "人民币玖佰壹拾元整", **difference("910.00", "900.00", "10.00")}
    assert told("玖佰元整") == ([("closing_in_words", values)], [])
    assert told("零元整") == (
        [("closing_in_words", values | {"said": "0.00"} | difference("910.00", "0.00", "910.00"))], [],
    )  # fmt: skip
    assert told("玖佰块") == ([], [("closing_in_words", {"found": "玖佰块", "written": "人民币玖佰壹拾元整"})])


@pytest.mark.parametrize(
    ("amount", "budget", "note", "found"),
    [
        ("110.00", "100.00", "", False),
        ("110.01", "100.00", "", True),
        ("90.00", "100.00", "", False),
        ("89.99", "100.00", "", True),
        ("-90.00", "-100.00", "", False),
        ("-89.99", "-100.00", "", True),
        ("500.00", "100.00", "多租了", False),
        ("500.00", None, "", False),
    ],
)
def test_more_than_a_tenth_from_the_budget_wants_a_note(
    amount: str, budget: str | None, note: str, found: bool
) -> None:
    planned = None if budget is None else Decimal(budget)
    data = statement(totals=(total("CI.I.02", "1.00"), total("CI.I.01", amount, budget=planned, note=note)))
    values = {"category": "CI.I.01", "amount": amount, "budget": str(budget), "share": "10%"}
    assert breaches(accounts.variance_unexplained, data) == ([("totals[2]", values)] if found else [])


@pytest.mark.parametrize(
    ("closing", "basis", "found"),
    [
        ("-0.01", "", True),
        ("-0.01", "commission", True),
        ("-0.01", "lump-sum", False),
        ("0.00", "", False),
    ],
)
def test_a_fund_below_zero_is_told_unless_the_provider_bears_it(closing: str, basis: str, found: bool) -> None:
    told = breaches(accounts.balance_negative, statement(closing=closing, fee_basis=basis))
    assert told == ([("closing", {"closing": closing})] if found else [])


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"income": "1.00"}, True), ({"expense": "1.00"}, True), ({}, False),
        ({"income": "1.00", "fund": "maintenance"}, True), ({"income": "1.00", "fund": "working"}, True),
        ({"income": "1.00", "fund": "property-service"}, False),
        ({"income": "1.00", "accounts": (Account(name="活期", closing=Decimal(0)),)}, False),
    ],
)  # fmt: skip
def test_owners_money_that_moved_lies_somewhere(fields: dict[str, Any], found: bool) -> None:
    data = statement(closing="7.00", **fields)
    assert breaches(accounts.bank_balance_missing, data) == ([("", {"closing": "7.00"})] if found else [])


def test_every_expense_has_a_voucher_and_the_first_without_is_told() -> None:
    rows = [
        ["CI.I.01", "", "5.00", "", ""], ["CI.C.02", "", "", "5.00", "记1"], ["CI.C.02", "", "", "-5.00", ""],
        ["CI.C.02", "", "", "0.01", ""], ["CI.C.02", "", "", "5.00", ""],
    ]  # fmt: skip
    assert breaches(accounts.expense_without_voucher, statement(rows)) == [("line 5", {"count": "2"})]
    assert breaches(accounts.expense_without_voucher, statement(rows[:3])) == []


def test_shares_are_of_the_income_and_of_the_expense() -> None:
    """A group on both sides, or of neither, is no share of one."""
    totals = (
        total("CI.I.01", "30.00", "50"), total("CI.I.02", "30.00", "49"), total("CI.C.02", "10.00", "24"),
        total("CI.C.03", "30.00", "75.0"), total("CI", "1.00", "99"), total("CI.T.01", "1.00", "99"),
        total("CI.I.03", "1.00"),
    )  # fmt: skip
    data = statement(income="60.00", expense="40.00", totals=totals)
    assert breaches(accounts.printed_share_differs, data) == [
        ("totals[2].printed_share", {"category": "CI.I.02", **difference("49", "50.00", "1.00")}),
        ("totals[3].printed_share", {"category": "CI.C.02", **difference("24", "25.00", "1.00")}),
    ]
    assert breaches(accounts.printed_shares_not_whole, data) == [
        ("totals[1].printed_share", {"sum": "99", "count": "2"}),
        ("totals[3].printed_share", {"sum": "99.0", "count": "2"}),
    ]
    assert breaches(accounts.printed_share_differs, statement(totals=totals)) == []
    assert breaches(accounts.printed_shares_not_whole, statement(income="60.01", expense="39.99", totals=totals)) == []


@pytest.mark.parametrize(
    ("share", "counted"),
    [
        ("33", None),
        ("34", None),
        ("32", "33.33"),
        ("33.3", None),
        ("33.4", None),
        ("33.5", "33.33"),
        ("33.23", "33.33"),
        ("0", "33.33"),
    ],
)
def test_a_share_may_be_less_than_one_unit_off(share: str, counted: str | None) -> None:
    data = statement(income="3.00", totals=(total("CI.I.01", "1.00", share),))
    values = {"category": "CI.I.01", **difference(share, counted, abs(Decimal("33.33") - Decimal(share)))}
    assert breaches(accounts.printed_share_differs, data) == ([("totals[1].printed_share", values)] if counted else [])


def test_a_share_that_rounds_to_nothing_is_none() -> None:
    totals = (total("CI.I.01", "0.40", "0"), total("CI.I.02", "99.60", "100"))
    data = statement(income="100.00", totals=totals)
    assert breaches(accounts.printed_share_differs, data) == breaches(accounts.printed_shares_not_whole, data) == []


def test_shares_that_are_whole_add_up_to_a_hundred() -> None:
    totals = (total("CI.I.01", "1.00", "33.33"), total("CI.I.02", "2.00", "66.67"))
    assert breaches(accounts.printed_shares_not_whole, statement(income="3.00", totals=totals)) == []


@pytest.mark.parametrize(("amount", "found"), [("0.13", False), ("0.12", True), ("0.14", True)])
def test_a_manager_s_pay_is_its_rate_rounded_half_up(amount: str, found: bool) -> None:
    paid = Remuneration(base=Decimal("2.50"), rate=Decimal(5), amount=Decimal(amount))
    values = {"base": "2.50", "rate": "5", **difference(amount, "0.13", "0.01")}
    told = breaches(accounts.remuneration_differs, statement(remuneration=paid))
    assert told == ([("remuneration.amount", values)] if found else [])
    assert breaches(accounts.remuneration_differs, statement()) == []


@pytest.mark.parametrize(
    ("closing", "basis", "found"),
    [
        ("5.00", "lump-sum", True),
        ("-5.00", "lump-sum", True),
        ("0.00", "lump-sum", False),
        ("5.00", "commission", False),
    ],
)
def test_under_a_lump_sum_nothing_is_carried_on(closing: str, basis: str, found: bool) -> None:
    told = breaches(accounts.lump_sum_carries_balance, statement(closing=closing, fee_basis=basis))
    assert told == ([("closing", {"closing": closing})] if found else [])


def test_major_works_are_no_cost_of_service() -> None:
    rows = [
        ["PS.E.02", "楼道灯零修", "", "5.00", ""], ["PS.E.02", "水泵大修", "", "5.00", ""],
        ["PS.E.02", "屋面中修", "", "0.01", ""], ["PS.E.02", "大修退款", "", "-5.00", ""],
        ["PS.I.01", "大修", "5.00", "", ""], ["PS.E.02", "门禁更新改造", "", "5.00", ""],
    ]  # fmt: skip
    rule = accounts.major_works_in_service_cost
    assert breaches(rule, statement(rows, fund="property-service")) == [
        ("line 3", {"item": "水泵大修"}), ("line 4", {"item": "屋面中修"}), ("line 7", {"item": "门禁更新改造"}),
    ]  # fmt: skip
    assert breaches(rule, statement(rows)) == []
    for row in rows[1:3]:
        assert len(breaches(rule, statement([row], fund="property-service"))) == 1


RESTING = {
    accounts.variance_unexplained: {"totals": (total("CI.I.01", "5.00", budget=Decimal(1)),)},
    accounts.bank_balance_missing: {"income": "1.00"},
    accounts.expense_without_voucher: {"rows": [["CI.C.02", "", "", "5.00", ""]]},
    accounts.remuneration_differs: {"remuneration": Remuneration(base=Decimal(1), rate=Decimal(1), amount=Decimal(9))},
    accounts.lump_sum_carries_balance: {"closing": "1.00", "fee_basis": "lump-sum"},
    accounts.major_works_in_service_cost: {"rows": [["PS.E.02", "大修", "", "5.00", ""]], "fund": "property-service"},
}


@pytest.mark.parametrize("rule", RESTING, ids=lambda one: one.id)
def test_what_no_rule_asked_for_then_is_not_missed(rule: Rule) -> None:
    """A sum that is wrong is wrong without a rule, too."""
    told = [None] if rule is accounts.remuneration_differs else []
    early = Period(start=datetime.date(1990, 1, 1), until=datetime.date(1990, 3, 31))
    assert [one.basis for one in rule.check(statement(**RESTING[rule], period=early), Today(DAY))] == told


@pytest.mark.parametrize("rule", [accounts.bank_balance_missing, accounts.expense_without_voucher])
def test_by_laws_may_let_go_of_what_no_law_asks(rule: Rule) -> None:
    waived = Commitment(text="不写", since=datetime.date(2020, 1, 1), parameter=rule.parameters[0], value="false")
    assert breaches(rule, statement(**RESTING[rule])) != []
    assert breaches(rule, statement(**RESTING[rule], by_laws=(waived,))) == []


@pytest.mark.parametrize("rule", RESTING, ids=lambda one: one.id)
def test_what_rests_on_a_rule_names_it(rule: Rule) -> None:
    data = statement(**RESTING[rule])
    provision = law_of(data.community).provision(rule.parameters[0], period_end=datetime.date(2026, 3, 31))
    assert provision is not None
    assert [(one.basis, one.unverified) for one in rule.check(data, Today(DAY))] == [
        (provision.basis, not provision.binds)
    ]
