"""Ledgers: every entry has its category, its amount and its day."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import Ledger, Statement, yuan
from noticeboard.rules import chart
from noticeboard.rules.rule import ERROR, WARNING, Breach, at, at_row, rule
from noticeboard.today import Today


@rule(ERROR)
def category_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A category is not in the chart of accounts.

    Only with the same categories everywhere can residents compare periods and communities.
    """
    for statement in dataset.statements:
        for index, total in enumerate(statement.totals):
            if not chart.accounts_of(total.category):
                yield at(statement, "totals", index, "category", found=total.category)
    for statement, ledger in dataset.with_ledger():
        for code in ledger.by_category:
            if not chart.is_code(code):
                yield _at_first(statement, ledger, code, found=code)


def _at_first(statement: Statement, ledger: Ledger, code: str, **values: object) -> Breach:
    """A breach on the first entry of a category, with the number of its entries."""
    column = ledger.column("category")
    return at_row(statement, ledger.lines[column.index(code)], count=column.count(code), **values)


@rule(ERROR, acknowledgeable=True, catalogue="FIN-16 CI-02", parameters=("accounts.separate",))
def category_of_another_fund(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement holds a category of another fund.

    Each fund belongs to others and may be spent on other things; mixed, nobody can tell whose money was spent.
    """
    law = law_of(dataset.community)
    for statement in dataset.statements:
        provision = law.provision("accounts.separate", period_end=statement.period.until)
        for breach in _mixed(statement, dataset.ledgers.get(statement.id)):
            yield breach.under(provision) if provision else breach


def _mixed(statement: Statement, ledger: Ledger | None) -> Iterator[Breach]:
    for index, total in enumerate(statement.totals):
        if other := _other_fund(statement, total.category):
            yield at(statement, "totals", index, "category", found=total.category, **other)
    for code in ledger.by_category if ledger else ():
        if ledger and (other := _other_fund(statement, code)):
            yield _at_first(statement, ledger, code, found=code, **other)


def _other_fund(statement: Statement, category: str) -> dict[str, str]:
    """The fund that a category belongs to and the statement's own, where they differ."""
    funds = {account["fund"] for account in chart.accounts_of(category)}
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
    for statement, ledger in dataset.with_ledger():
        accounts = [chart.account(code) for code in ledger.column("category")]
        for line, account, income, expense in zip(ledger.lines, accounts, ledger.incomes, ledger.expenses, strict=True):
            direction = account["direction"] if account else ""
            if (direction == "out" and income > 0) or (direction == "in" and expense > 0):
                amount = yuan(income if direction == "out" else expense)
                titles = {"title_zh": account["title"], "title_en": account["x-en"]}
                yield at_row(statement, line, found=account["code"], amount=amount, **titles)


@rule(ERROR, acknowledgeable=True, catalogue="FIN-05")
def entry_without_amount(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An entry of a ledger has neither income nor expense.

    A missing amount is not zero: zero is written 0.00.
    """
    for statement, ledger in dataset.with_ledger():
        for line, income, expense in zip(ledger.lines, ledger.column("income"), ledger.column("expense"), strict=True):
            if not income and not expense:
                yield at_row(statement, line)


@rule(WARNING, catalogue="FIN-05")
def entry_with_two_amounts(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An entry of a ledger has both income and expense.

    Nobody can tell which of the two its remark is about.
    """
    for statement, ledger in dataset.with_ledger():
        for line, income, expense in zip(ledger.lines, ledger.incomes, ledger.expenses, strict=True):
            if income and expense:
                yield at_row(statement, line, income=yuan(income), expense=yuan(expense))


@rule(WARNING)
def entry_outside_period(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Entries of a ledger are dated outside the statement's period.

    They may belong to the statement before or after. One finding tells the first and how many there are.
    """
    for statement, ledger in dataset.with_ledger():
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
        moved = statement.income or statement.expense
        if moved and statement.id not in dataset.ledgers and statement.id not in dataset.unread_ledgers:
            yield at(statement, right=f"{statement.stem}.csv")
