"""Common-area income: what it is net, whose consent it rests on, where it goes."""

import datetime
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from noticeboard.findings import Field
from noticeboard.law.days import DAY, add_months
from noticeboard.law.governing import law_of
from noticeboard.law.net_income import counted, net_income, topped_up
from noticeboard.law.profile import Provision
from noticeboard.law.spending import AGREED, CODE_LENGTH, charges, motion_of
from noticeboard.records.community import Estate, IncomeItem
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import NOTHING, Statement, yuan
from noticeboard.rules import chart
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_row, compared, rule
from noticeboard.today import Today

HANDED_OVER, NEW_FACILITIES = "CI.T.01", "CI.U.08"
WORKS = ("CI.U.04", NEW_FACILITIES, "CI.U.09")
"""Uses under which works of the maintenance fund might be charged."""


def _statements(dataset: Dataset, name: str) -> Iterator[tuple[Statement, Provision]]:
    """Statements of common income that moved, with what governs a matter in their period, where anything does."""
    law = law_of(dataset.community)
    for statement in dataset.statements:
        moved = statement.income or statement.expense
        if statement.fund != "common-income" or statement.withdrawn or not moved:
            continue
        provision = law.provision(name, period_end=statement.period.until)
        if provision and provision.value is not False:
            yield statement, provision


def _net(dataset: Dataset, statement: Statement) -> Decimal:
    """Net income; nothing where neither statement nor ledger says."""
    income = net_income(dataset, statement)
    return income.net if income else NOTHING


@rule(ERROR, acknowledgeable=True, catalogue="CI-01", parameters=("common_income.net_of_cost",))
def net_income_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The net common income is not gross less tax and costs.

    The net income is the owners'; whoever charges a cost has to show it.
    """
    law = law_of(dataset.community)
    for statement in dataset.statements:
        if not (printed := statement.common_income):
            continue
        recounted = printed.gross - printed.tax - printed.costs
        if recounted != printed.net:
            parts = {"gross": printed.gross, "tax": printed.tax, "costs": printed.costs}
            breach = at(statement, "common_income", "net", **parts, **compared(printed.net, recounted))
            provision = law.provision("common_income.net_of_cost", period_end=statement.period.until)
            yield breach.under(provision) if provision else breach


@rule(WARNING, catalogue="CI-01")
def net_income_not_in_ledger(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Gross income, tax or costs are stated otherwise than the ledger has them.

    There may be a reason, such as a donation left out; then a note or an answer gives it.
    """
    for statement, ledger in dataset.with_ledger():
        if not (printed := statement.common_income):
            continue
        found = counted(ledger)
        for name, (zh, en) in PARTS.items():
            said, recounted = getattr(printed, name), getattr(found, name)
            if said != recounted:
                names = {"part_zh": zh, "part_en": en}
                yield at(statement, "common_income", name, **names, **compared(said, recounted))


PARTS = {"gross": ("毛收入", "gross income"), "tax": ("税金", "tax"), "costs": ("成本", "costs")}


@rule(WARNING, catalogue="CI-04", parameters=("common_income.posted_everywhere",))
def income_not_posted_everywhere(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The statement does not hang at every building that has a board.

    The law asks for the desk, the board and every entrance: some read only what hangs at their door.
    """
    boards = {board.building: board.id for board in dataset.community.boards if board.building}
    for statement, provision in _statements(dataset, "common_income.posted_everywhere"):
        estate = dataset.estate_by_id.get(dataset.estate_of(statement))
        places = statement.posting.places if statement.posting else ()
        missing = [
            building.name
            for building in (estate.buildings if estate else ())
            if building.id in boards and boards[building.id] not in places
        ]
        if missing:
            yield at(statement, "posting", buildings=Words("、".join(missing))).under(provision)


@rule(WARNING, catalogue="CI-05", parameters=("common_income.transfer_months",))
def net_income_not_handed_over(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The net income was not moved to the assembly's account by the day.

    Judged where a statement names a supervised account in which the provider
    collects, and the statement that tells of the day is public.
    """
    for statement, provision in _statements(dataset, "common_income.transfer_months"):
        net, due = _net(dataset, statement), _end_of_month(statement.period.until, provision.value)
        collected = any(account.kind == "supervised" and account.closing > 0 for account in statement.accounts)
        if net <= 0 or not collected or not _told_of(dataset, statement, due):
            continue
        moved = _handed_over(dataset, statement, due)
        if moved < net:
            yield at(statement, "accounts", net=net, moved=moved, due=due).under(provision)


def _end_of_month(day: datetime.date, months: int) -> datetime.date:
    """The last day of the month that is `months` after that of `day`."""
    return add_months(day.replace(day=1), months + 1) - DAY


def _series(dataset: Dataset, statement: Statement) -> tuple[Statement, ...]:
    return dataset.standing.get((dataset.estate_of(statement), "common-income"), ())


def _told_of(dataset: Dataset, statement: Statement, day: datetime.date) -> bool:
    return any(one.period.start <= day <= one.period.until for one in _series(dataset, statement))


def _handed_over(dataset: Dataset, statement: Statement, due: datetime.date) -> Decimal:
    """What went to the assembly's account from the first day of the period to the due day."""
    fen = 0
    for one in _series(dataset, statement):
        ledger = dataset.ledgers.get(one.id)
        if ledger is None or HANDED_OVER not in {code[:CODE_LENGTH] for code in ledger.by_category}:
            continue
        first, last = statement.period.start.isoformat(), due.isoformat()
        rows = zip(ledger.column("date"), ledger.column("category"), ledger.expenses, strict=True)
        fen += sum(paid for day, code, paid in rows if chart.covers(HANDED_OVER, code) and first <= day <= last)
    return yuan(fen)


@rule(WARNING, catalogue="CI-06", parameters=("common_income.top_up_above",))
def top_up_too_small(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The maintenance fund is topped up with too small a share of the net income.

    Judged where it is topped up at all; whether to do so the owners decide.
    """
    for statement, provision in _statements(dataset, "common_income.top_up_above"):
        net, top_up = _net(dataset, statement), topped_up(dataset, statement)
        if net > 0 and top_up > 0 and Fraction(top_up) <= Fraction(net) * provision.value:
            yield at(statement, net=net, top_up=top_up, share=_percent(top_up, net)).under(provision)


def _percent(part: Decimal, whole: Decimal) -> str:
    """The share, cut after two decimals: what is short of a half must not read as one."""
    return f"{(part * 100 / whole).quantize(Decimal('0.01'), ROUND_DOWN)}%"


@rule(WARNING, catalogue="CI-07", parameters=("common_income.top_up_min", "maintenance.top_up_trigger"))
def low_fund_not_topped_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The maintenance fund is low, and less than the required share of the net income went there.

    Low is measured by the initial deposits, at the last statement of the fund before the period ends.
    """
    for statement, provision in _statements(dataset, "common_income.top_up_min"):
        net, top_up = _net(dataset, statement), topped_up(dataset, statement)
        if net <= 0 or not _is_low(dataset, statement):
            continue
        if Fraction(top_up) < Fraction(net) * provision.value:
            yield at(statement, net=net, top_up=top_up, share=_percent(top_up, net)).under(provision)


def _is_low(dataset: Dataset, statement: Statement) -> bool:
    """Whether the maintenance fund of the estate is below the share of its initial amount that calls for more."""
    estate = dataset.estate_by_id.get(dataset.estate_of(statement))
    initial = estate.maintenance_fund_initial if estate else None
    day = statement.period.until
    trigger = law_of(dataset.community).provision("maintenance.top_up_trigger", period_end=day)
    before = [
        one
        for one in dataset.standing.get((dataset.estate_of(statement), "maintenance"), ())
        if one.period.until <= day
    ]
    if not (initial and trigger and before):
        return False
    return Fraction(before[-1].closing) < Fraction(initial) * Fraction(trigger.value)


@rule(WARNING, catalogue="CI-08", parameters=("common_income.uses",))
def income_use_not_listed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Common income is spent on something that is not among its uses.

    One finding tells the first entry of a category and how many there are.
    """
    for statement, provision in _statements(dataset, "common_income.uses"):
        ledger = dataset.ledgers.get(statement.id)
        for code, (_, fen) in ledger.by_category.items() if ledger else ():
            if ledger and fen > 0 and not any(chart.covers(use, code) for use in provision.value):
                column = ledger.column("category")
                title = chart.account(code)
                values = {"found": code, "amount": yuan(fen), "count": column.count(code)}
                titles = {"title_zh": title.get("title", code), "title_en": title.get("x-en", code)}
                yield at_row(statement, ledger.lines[column.index(code)], **values, **titles).under(provision)


@rule(WARNING, catalogue="CI-08", parameters=("common_income.maintenance_works_excluded",))
def maintenance_works_from_income(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works that the owners decided to pay from the maintenance fund are paid from common income.

    Told by the matter of the motion that the entry rests on.
    """
    for statement, provision in _statements(dataset, "common_income.maintenance_works_excluded"):
        for charge in dataset.derive(charges).get(statement.id, ()):
            resolution = dataset.by_id.get(charge.decision)
            if not isinstance(resolution, Resolution) or not any(chart.covers(one, charge.category) for one in WORKS):
                continue
            motion = motion_of(resolution, charge)
            matters = {one.matter for one in ([motion] if motion else resolution.motions)}
            if matters == {"use-maintenance-fund"} and charge.amount > 0:
                breach = at_row(statement, charge.line, item=charge.item, amount=charge.amount, record=resolution.id)
                yield breach.under(provision)


@rule(WARNING, catalogue="CI-09", parameters=("common_income.price_audit_from",))
def new_facilities_without_price_audit(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """New facilities cost so much that an independent firm must audit the price, and the decision names no audit.

    Payments under one decision count together.
    """
    spent: dict[tuple[str, str], Decimal] = {}
    for statement, provision in _statements(dataset, "common_income.price_audit_from"):
        for charge in dataset.derive(charges).get(statement.id, ()):
            if not chart.covers(NEW_FACILITIES, charge.category):
                continue
            key = (charge.decision, charge.motion) if charge.decision else (statement.id, str(charge.line))
            before = spent.get(key, NOTHING)
            spent[key] = before + charge.amount
            resolution = dataset.by_id.get(charge.decision)
            audited = isinstance(resolution, Resolution) and resolution.audit
            if before < provision.value <= spent[key] and not audited:
                values = {"item": charge.item, "sum": spent[key], "limit": provision.value}
                yield at_row(statement, charge.line, **values).under(provision)


def _listing(dataset: Dataset, estate: Estate) -> Provision | None:
    """What asks for the list of what earns an estate's common income, as of the last statement that has any."""
    earning = [one for one in dataset.standing.get((estate.id, "common-income"), ()) if one.income > 0]
    if not earning:
        return None
    return law_of(dataset.community).provision("common_income.items_listed", today=earning[-1].period.until)


@rule(WARNING, catalogue="CI-11", parameters=("common_income.items_listed",))
def income_items_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An estate has common income, and what earns it is listed nowhere.

    Without the list nobody can tell what is missing from the income.
    """
    for index, estate in enumerate(dataset.community.estates):
        if not estate.income_items and (provision := _listing(dataset, estate)):
            yield at("community", "estates", index, estate=estate.name).under(provision)


def _items(dataset: Dataset) -> Iterator[tuple[Estate, Field, IncomeItem]]:
    for index, estate in enumerate(dataset.community.estates):
        for number, item in enumerate(estate.income_items):
            yield estate, ("estates", index, "income_items", number), item


@rule(WARNING, catalogue="CI-11", parameters=("common_income.items_listed",))
def income_item_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An income item does not say with whom, for how much, at which cost or whose the income is.

    The agreement says all of it.
    """
    for estate, field, item in _items(dataset):
        missing = [words for name, words in SAID.items() if getattr(item, name) in ("", None)]
        if missing and (provision := _listing(dataset, estate)):
            zh, en = Words("、".join(zh for zh, _ in missing)), Words(", ".join(en for _, en in missing))
            yield at("community", *field, item=item.item, missing_zh=zh, missing_en=en).under(provision)


SAID = {
    "counterparty": ("对方单位", "counterparty"),
    "annual_amount": ("年收入", "annual amount"),
    "cost": ("成本", "cost"),
    "allocation": ("分配", "allocation"),
}


@rule(ERROR)
def income_item_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An entry names an income item that its estate does not list.

    One finding tells the first entry that names it.
    """
    for statement, ledger in dataset.with_ledger():
        column = ledger.column("income_item")
        if not any(column):
            continue
        estate = dataset.estate_by_id.get(dataset.estate_of(statement))
        known = {item.id for item in estate.income_items} if estate else set()
        for name in sorted(set(column) - known - {""}):
            yield at_row(statement, ledger.lines[column.index(name)], found=name)


@rule(WARNING, catalogue="CI-11", parameters=("common_income.items_listed",))
def income_without_item(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Entries of income from common parts name no income item.

    Judged where the estate lists its items. One finding tells the first entry and how many there are.
    """
    law = law_of(dataset.community)
    for statement, ledger in dataset.with_ledger():
        estate = dataset.estate_by_id.get(dataset.estate_of(statement))
        earning = {code for code in ledger.by_category if chart.account(code).get("from_item")}
        provision = law.provision("common_income.items_listed", today=statement.period.until)
        if not (provision and estate and estate.income_items and earning):
            continue
        rows = zip(ledger.lines, ledger.column("category"), ledger.column("income_item"), strict=True)
        lines = [line for line, code, item in rows if code in earning and not item]
        if lines:
            yield at_row(statement, lines[0], count=len(lines)).under(provision)


@rule(WARNING, catalogue="CI-12", parameters=("common_income.consent",))
def income_item_without_consent(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Common parts are used for business since after the assembly was founded, and no resolution is named.

    Owners decide together whether their common parts are let.
    """
    law = law_of(dataset.community)
    for estate, field, item in _items(dataset):
        founded = estate.owners_assembly.established_on if estate.owners_assembly else None
        if not item.since or not founded or item.since < founded or item.resolution:
            continue
        if provision := law.provision("common_income.consent", event=item.since):
            yield at("community", *field, item=item.item, since=item.since).under(provision)


@rule(WARNING, catalogue="CI-12", parameters=("common_income.consent",))
def income_item_consent_not_given(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The resolution that an income item names did not consent to a business use of common parts.

    It counts as consent where it carried such a motion, or rests on an authorisation by the assembly.
    """
    law = law_of(dataset.community)
    for _, field, item in _items(dataset):
        resolution = dataset.by_id.get(item.resolution)
        if not isinstance(resolution, Resolution) or _consents(resolution):
            continue
        if provision := law.provision("common_income.consent", event=item.since or resolution.decided_on):
            breach = at("community", *field, "resolution", item=item.item, record=resolution.id)
            yield breach.under(provision)


def _consents(resolution: Resolution) -> bool:
    """Whether it carried a change of use, or carried anything under an authorisation."""
    matters = {motion.matter for motion in resolution.motions if motion.result in AGREED}
    return "change-use-of-common-parts" in matters or bool(matters and resolution.authorised_by)


@rule(WARNING, catalogue="CI-13", parameters=("common_income.no_costs_before_assembly",))
def costs_before_assembly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Costs other than tax are deducted although the estate has no owners' assembly yet.

    Nobody could have agreed to them.
    """
    for statement, provision in _statements(dataset, "common_income.no_costs_before_assembly"):
        estate = dataset.estate_by_id.get(dataset.estate_of(statement))
        if not estate or not estate.owners_assembly or _has_assembly(estate, statement.period.until):
            continue
        income = net_income(dataset, statement)
        if income and income.costs > 0:
            yield at(statement, costs=income.costs).under(provision)


def _has_assembly(estate: Estate, day: datetime.date) -> bool:
    """Whether it was founded by a day; an estate that says nothing about it is not known to have none."""
    founded = estate.owners_assembly.established_on if estate.owners_assembly else None
    return founded is not None and founded <= day


@rule(WARNING, catalogue="CI-14", parameters=("common_income.scope_stated",))
def income_scope_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement does not say whether the income is all owners' or that of some buildings.

    What one building earns belongs to its owners only.
    """
    for statement, provision in _statements(dataset, "common_income.scope_stated"):
        if not (statement.scope or statement.buildings or statement.by_building):
            yield at(statement).under(provision)
