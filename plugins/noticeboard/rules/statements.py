"""Statements: every printed figure against its recount, and each period against the one before."""

import datetime
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import groupby
from typing import Any

from noticeboard import schemas
from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import FEN, Ledger, Statement, yuan
from noticeboard.rules.rule import ERROR, WARNING, Breach, at, at_row, compared, rule
from noticeboard.today import Today

DAY = datetime.timedelta(days=1)
CODE_LENGTH = len("CI.I.01")
NOTHING = Decimal("0.00")


def _with_ledger(dataset: Dataset) -> Iterator[tuple[Statement, Ledger]]:
    for statement in dataset.statements:
        if ledger := dataset.ledgers.get(statement.id):
            yield statement, ledger


@rule(ERROR, acknowledgeable=True, catalogue="FIN-01")
def statement_does_not_balance(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Opening plus income minus expense is not the closing balance.

    Money appeared or vanished on paper. The printed figure stays; the community
    corrects a slip or explains it, and both figures are shown.
    """
    for statement in dataset.statements:
        recounted = statement.opening + statement.income - statement.expense
        if recounted != statement.closing:
            sums = {"opening": statement.opening, "income": statement.income, "expense": statement.expense}
            yield at(statement, "closing", **sums, **compared(statement.closing, recounted))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-04")
def statement_income_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed income is not the sum of the ledger.

    Residents can add up the ledger themselves; they must not be the first to do so.
    """
    for statement, ledger in _with_ledger(dataset):
        if ledger.income != statement.income:
            yield at(statement, "income", **compared(statement.income, ledger.income))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-04")
def statement_expense_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed expense is not the sum of the ledger.

    Residents can add up the ledger themselves; they must not be the first to do so.
    """
    for statement, ledger in _with_ledger(dataset):
        if ledger.expense != statement.expense:
            yield at(statement, "expense", **compared(statement.expense, ledger.expense))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-04")
def category_total_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed total of a category is not the sum of its ledger entries.

    An amount that came in where money goes out may be printed with or without:
    the gross and the net total are both right.
    """
    for statement, ledger in _with_ledger(dataset):
        for index, total in enumerate(statement.totals):
            recounts = _recounts(ledger, total.category)
            if _is_known(total.category) and total.amount not in recounts:
                values = compared(total.amount, recounts[0])
                yield at(statement, "totals", index, "amount", category=total.category, **values)


def _recounts(ledger: Ledger, category: str) -> list[Decimal]:
    """What may be printed as the total of a category or group of categories: gross, then net."""
    sums = [sums for code, sums in ledger.by_category.items() if f"{code}.".startswith(f"{category}.")]
    income, expense = sum(pair[0] for pair in sums), sum(pair[1] for pair in sums)
    directions = {account["direction"] for account in _accounts_of(category)}
    if directions == {"in"} or (directions != {"out"} and income):
        return [yuan(income), yuan(income - expense)]
    return [yuan(expense), yuan(expense - income)]


@cache
def _accounts_of(category: str) -> tuple[dict[str, Any], ...]:
    """The accounts that are the category, lie in that group, or are what the category refines."""
    return tuple(account for code, account in schemas.accounts().items() if _within(code, category))


def _within(code: str, category: str) -> bool:
    return f"{code}.".startswith(f"{category}.") or f"{category}.".startswith(f"{code}.")


@rule(ERROR, acknowledgeable=True, catalogue="FIN-09")
def accounts_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The accounts do not add up to the balance.

    Money held for others, such as deposits, may lie in the accounts on top of
    it. Under accrual accounting the two differ by nature and are not compared.
    """
    for statement in dataset.statements:
        if not statement.accounts or statement.accounting == "accrual":
            continue
        held = sum((liability.amount for liability in statement.liabilities), NOTHING)
        closing = sum((account.closing for account in statement.accounts), NOTHING)
        if closing not in (statement.closing, statement.closing + held):
            yield at(statement, "accounts", printed_field="closing", **compared(statement.closing, closing))
        openings = [account.opening for account in statement.accounts if account.opening is not None]
        opening = sum(openings, NOTHING)
        if len(openings) == len(statement.accounts) and not held and opening != statement.opening:
            yield at(statement, "accounts", printed_field="opening", **compared(statement.opening, opening))


@rule(ERROR, acknowledgeable=True)
def meter_amount_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The amount of a shared utility is not quantity times unit price, rounded half up to the fen.

    Every household pays its share of it.
    """
    for statement in dataset.statements:
        for index, meter in enumerate(statement.meters):
            recounted = (meter.quantity * meter.unit_price).quantize(FEN, ROUND_HALF_UP)
            if recounted != meter.amount:
                factors = {"item": meter.item, "quantity": meter.quantity, "unit_price": meter.unit_price}
                yield at(statement, "meters", index, "amount", **factors, **compared(meter.amount, recounted))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-02")
def opening_differs_from_closing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A fund opens with another balance than the one it closed with the day before.

    A restatement explains it when it states exactly the difference.
    """
    for series in dataset.funds.values():
        for previous, statement in _consecutive(series):
            restated = statement.restatement.amount if statement.restatement else NOTHING
            if statement.opening != previous.closing + restated:
                values = compared(statement.opening, previous.closing + restated)
                yield at(
                    statement, "opening", previous=previous.id, closing=previous.closing, restated=restated, **values
                )


def _consecutive(series: tuple[Statement, ...]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of one fund where the second begins on the day after the first ends.

    Of several that end then, the shortest by the same body is meant; a
    statement of another body counts where there is none.
    """
    ending: dict[datetime.date, list[Statement]] = {}
    for statement in series:
        ending.setdefault(statement.period.until, []).append(statement)
    for statement in series:
        before = ending.get(statement.period.start - DAY, [])
        own = [one for one in before if _body(one) == _body(statement)] or before
        if own:
            yield max(own, key=lambda one: one.period.start), statement


def _body(statement: Statement) -> str:
    return statement.on_behalf_of or statement.publisher


@rule(ERROR, acknowledgeable=True, catalogue="FIN-03")
def periods_overlap(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two statements of one body about one fund share some days.

    Their entries would count twice. A statement of a year beside those of its
    months is no fault: the longer one holds the shorter ones whole.
    """
    for series in dataset.funds.values():
        for _, statements in groupby(sorted(series, key=_body), key=_body):
            for earlier, statement in _overlapping(list(statements)):
                period = {"start": earlier.period.start, "until": earlier.period.until}
                yield at(statement, "period", other=earlier.id, **period)


def _overlapping(statements: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements with the earlier one that they share days with and do not lie in."""
    around: list[Statement] = []
    for statement in sorted(statements, key=lambda one: (one.period.start, -one.period.until.toordinal(), one.id)):
        period = statement.period
        while around and around[-1].period.until < period.start:
            around.pop()
        if around and (around[-1].period == period or around[-1].period.until < period.until):
            yield around[-1], statement
        around.append(statement)


@rule(WARNING, catalogue="FIN-03")
def period_gap(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Between two statements of a fund some days belong to neither.

    What happened to the money then is told nowhere. Not judged while a
    statement that may fill the gap cannot be read.
    """
    if any(name.startswith("finances/") and not name.endswith(".csv") for name in dataset.unread):
        return
    for series in dataset.funds.values():
        last = series[0].period.until
        for statement in series[1:]:
            if statement.period.start > last + DAY:
                days = (statement.period.start - last).days - 1
                yield at(statement, "period", "from", last=last, start=statement.period.start, days=days)
            last = max(last, statement.period.until)


def _is_known(category: str, *, group: bool = True) -> bool:
    """Whether the chart of accounts has the code, the code that it refines or, for totals, the group."""
    accounts = schemas.accounts()
    if category[:CODE_LENGTH] in accounts and category[CODE_LENGTH : CODE_LENGTH + 1] in ("", "."):
        return True
    return group and any(code.startswith(f"{category}.") for code in accounts)


@rule(ERROR)
def category_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A category is not in the chart of accounts.

    Only with the same categories everywhere can residents compare periods and communities.
    """
    for statement in dataset.statements:
        for index, total in enumerate(statement.totals):
            if not _is_known(total.category):
                yield at(statement, "totals", index, "category", found=total.category)
    for statement, ledger in _with_ledger(dataset):
        for code in ledger.by_category:
            if not _is_known(code, group=False):
                yield _at_first(statement, ledger, code, found=code)


def _at_first(statement: Statement, ledger: Ledger, code: str, **values: object) -> Breach:
    """A breach on the first entry of a category, with the number of its entries."""
    column = ledger.column("category")
    return at_row(statement, ledger.lines[column.index(code)], count=column.count(code), **values)


@rule(ERROR, acknowledgeable=True, catalogue="FIN-16")
def category_of_another_fund(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement holds a category of another fund.

    Each fund belongs to others and may be spent on other things; mixed, nobody can tell whose money was spent.
    """
    for statement in dataset.statements:
        for index, total in enumerate(statement.totals):
            if other := _other_fund(statement, total.category):
                yield at(statement, "totals", index, "category", found=total.category, **other)
    for statement, ledger in _with_ledger(dataset):
        for code in ledger.by_category:
            if other := _other_fund(statement, code):
                yield _at_first(statement, ledger, code, found=code, **other)


def _other_fund(statement: Statement, category: str) -> dict[str, str]:
    """The fund that a category belongs to and the statement's own, where they differ."""
    funds = {account["fund"] for account in _accounts_of(category)}
    if not funds or statement.fund in funds:
        return {}
    labels = schemas.labels()["statement.fund"]
    other, own = labels[min(funds)], labels[statement.fund]
    return {"other_zh": other[0], "other_en": other[1], "fund_zh": own[0], "fund_en": own[1]}


@rule(WARNING)
def category_direction_wrong(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Money came in under a category of expense, or went out under one of income.

    Refunds are negative amounts on their own side; transfers go either way.
    """
    for statement, ledger in _with_ledger(dataset):
        accounts = [_account(code) for code in ledger.column("category")]
        for line, account, income, expense in zip(ledger.lines, accounts, ledger.incomes, ledger.expenses, strict=True):
            direction = account["direction"] if account else ""
            if (direction == "out" and income > 0) or (direction == "in" and expense > 0):
                amount = yuan(income if direction == "out" else expense)
                titles = {"title_zh": account["title"], "title_en": account["x-en"]}
                yield at_row(statement, line, found=account["code"], amount=amount, **titles)


def _account(category: str) -> dict[str, Any]:
    return schemas.accounts().get(category[:CODE_LENGTH], {})


@rule(ERROR, acknowledgeable=True)
def entry_without_amount(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An entry of a ledger has neither income nor expense.

    A missing amount is not zero: zero is written 0.00.
    """
    for statement, ledger in _with_ledger(dataset):
        for line, income, expense in zip(ledger.lines, ledger.column("income"), ledger.column("expense"), strict=True):
            if not income and not expense:
                yield at_row(statement, line)


@rule(WARNING)
def entry_with_two_amounts(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An entry of a ledger has both income and expense.

    Nobody can tell which of the two its remark is about.
    """
    for statement, ledger in _with_ledger(dataset):
        for line, income, expense in zip(ledger.lines, ledger.incomes, ledger.expenses, strict=True):
            if income and expense:
                yield at_row(statement, line, income=yuan(income), expense=yuan(expense))


@rule(WARNING)
def entry_outside_period(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Entries of a ledger are dated outside the statement's period.

    They may belong to the statement before or after. One finding tells the first and how many there are.
    """
    for statement, ledger in _with_ledger(dataset):
        first, last = statement.period.start.isoformat(), statement.period.until.isoformat()
        outside = [
            (line, day)
            for line, day in zip(ledger.lines, ledger.column("date"), strict=True)
            if not first <= day <= last
        ]
        if outside:
            yield at_row(statement, outside[0][0], found=outside[0][1], start=first, until=last, count=len(outside))


@rule(WARNING)
def statement_without_ledger(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement of income or expense has no ledger.

    Residents see sums and cannot see what for.
    """
    for statement in dataset.statements:
        ledger = f"{statement.id}.csv"
        moved = statement.income or statement.expense
        if moved and statement.id not in dataset.ledgers and ledger not in dataset.unread:
            yield at(statement, right=ledger.rpartition("/")[2])
