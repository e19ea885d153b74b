"""Statements: every printed figure against its recount."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import FEN, NOTHING, Ledger, Statement, yuan
from noticeboard.rules import chart
from noticeboard.rules.rule import ERROR, Breach, at, compared, rule
from noticeboard.today import Today


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
    for statement, ledger in dataset.with_ledger():
        if ledger.income != statement.income:
            yield at(statement, "income", **compared(statement.income, ledger.income))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-04")
def statement_expense_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed expense is not the sum of the ledger.

    Residents can add up the ledger themselves; they must not be the first to do so.
    """
    for statement, ledger in dataset.with_ledger():
        if ledger.expense != statement.expense:
            yield at(statement, "expense", **compared(statement.expense, ledger.expense))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-04")
def category_total_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed total of a category is not the sum of its ledger entries.

    An amount that came in where money goes out may be printed with or without:
    the gross and the net total are both right.
    """
    for statement, ledger in dataset.with_ledger():
        for index, total in enumerate(statement.totals):
            recounts = _recounts(ledger, total.category)
            if chart.accounts_of(total.category) and total.amount not in recounts:
                values = compared(total.amount, recounts[0])
                yield at(statement, "totals", index, "amount", category=total.category, **values)


def _recounts(ledger: Ledger, category: str) -> list[Decimal]:
    """What may be printed as the total of a category or group of categories: gross, then net."""
    sums = [sums for code, sums in ledger.by_category.items() if chart.covers(category, code)]
    income, expense = sum(pair[0] for pair in sums), sum(pair[1] for pair in sums)
    directions = {account["direction"] for account in chart.accounts_of(category)}
    if directions == {"in"} or (directions != {"out"} and income):
        return [yuan(income), yuan(income - expense)]
    return [yuan(expense), yuan(expense - income)]


@rule(ERROR, acknowledgeable=True, catalogue="FIN-09")
def accounts_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The accounts do not add up to the balance, what is stated as unreconciled taken into account.

    Money held for others, such as deposits, may lie in the accounts on top of
    it. Under accrual accounting the two differ by nature and are not compared.
    """
    for statement in dataset.statements:
        if not statement.accounts or statement.accounting == "accrual":
            continue
        unreconciled = sum((one.amount for one in statement.unreconciled), NOTHING)  # books less bank
        closing = sum((account.closing for account in statement.accounts), unreconciled)
        if closing - statement.closing not in _held(statement):
            yield at(statement, "accounts", printed_field="closing", **compared(statement.closing, closing))
        openings = [account.opening for account in statement.accounts if account.opening is not None]
        opening = sum(openings, NOTHING)
        complete = len(openings) == len(statement.accounts) and not statement.liabilities
        if complete and opening != statement.opening:
            yield at(statement, "accounts", printed_field="opening", **compared(statement.opening, opening))


def _held(statement: Statement) -> set[Decimal]:
    """What may lie in the accounts beyond the balance: nothing, any one of the liabilities, or all of them."""
    held = [liability.amount for liability in statement.liabilities]
    return {NOTHING, *held, sum(held, NOTHING)}


@rule(ERROR, acknowledgeable=True, catalogue="PS-07")
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
