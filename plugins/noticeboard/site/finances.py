"""Pages about money: a statement with its ledger in parts, and each fund over time."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from noticeboard.law import spending, transfers
from noticeboard.law.spending import Charge
from noticeboard.law.transfers import Side
from noticeboard.records.dataset import WHOLE_COMMUNITY
from noticeboard.records.statement import Ledger, Statement, yuan
from noticeboard.site import charts, projects, sums, tables
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.summary import FundBalance, Row

ROWS_PER_LEDGER = 200
PERIODS_SHOWN = 24
"""In the chart of a statement."""
UNDECIDED_RULE = "expense-without-decision"
FIRST_COLUMNS: tuple[str, ...] = ("date", "category", "item", "counterparty", "income", "expense")


class CategoryTotal(NamedTuple):
    """A category's sum in the ledger, in yuan, beside the printed one where there is one; `width` in percent."""

    code: str
    title: str
    income: Decimal
    expense: Decimal
    printed: Decimal | None
    budget: sums.Budget | None
    note: str
    width: float


def statement(board: Board, record: Statement) -> dict[str, Any]:
    """What a statement's page shows beside the record itself."""
    ledger = board.dataset.ledgers.get(record.id)
    series = board.dataset.funds[board.dataset.estate_of(record), record.fund]
    index = series.index(record)
    until = _standing_until(board, record)
    return {
        "estate_id": board.dataset.estate_of(record),
        "moved": charts.flow(record.opening, record.income, record.expense, record.closing),
        "line": _balances(board, until) if len(until) > 1 else None,
        "previous": board.rows[series[index - 1].id] if index else None,
        "next": board.rows[series[index + 1].id] if index + 1 < len(series) else None,
        "recount": _recount(record, ledger) if ledger else None,
        "categories": _categories(board, record, ledger) if ledger else (),
        "ledger": _ledger_part(board, record, ledger, 0) if ledger else None,
        "net": sums.net(board, record),
        "spent": sums.spent(board, record),
        "reconciled": sums.reconciled(record),
    }


def _standing_until(board: Board, record: Statement) -> list[Statement]:
    """The standing statements of the fund up to this one; none where this one itself does not stand."""
    standing = board.dataset.standing.get((board.dataset.estate_of(record), record.fund), ())
    if record not in standing:
        return []
    return [one for one in standing if one.period.until <= record.period.until][-PERIODS_SHOWN:]


def _recount(statement: Statement, ledger: Ledger) -> dict[str, tuple[Decimal, Decimal]]:
    """What the ledger says where it differs from what is printed: field to (printed, recounted)."""
    counted = {
        "income": ledger.income,
        "expense": ledger.expense,
        "closing": statement.opening + ledger.income - ledger.expense,
    }
    printed = {name: getattr(statement, name) for name in counted}
    return {name: (printed[name], value) for name, value in counted.items() if printed[name] != value}


def _categories(board: Board, statement: Statement, ledger: Ledger) -> tuple[CategoryTotal, ...]:
    printed = {total.category: total for total in statement.totals}
    most = max((max(pair) for pair in ledger.by_category.values()), default=0)
    rows = []
    for code, (income, expense) in ledger.by_category.items():
        total = printed.get(code)
        rows.append(
            CategoryTotal(
                code,
                board.accounts[code],
                yuan(income),
                yuan(expense),
                total.amount if total else None,
                sums.budget(total) if total else None,
                total.note if total else "",
                round(max(income, expense, 0) * 100 / most, 2) if most > 0 else 0.0,
            )
        )
    return tuple(sorted(rows, key=lambda one: (one.income == 0, -one.income - one.expense, one.code)))


class LedgerPart(NamedTuple):
    """Up to 200 ledger rows as HTML, and where the others are."""

    columns: tuple[str, ...]
    rows: Any
    number: int
    urls: tuple[str, ...]
    total: int


def _ledger_part(board: Board, statement: Statement, ledger: Ledger, index: int) -> LedgerPart:
    first = index * ROWS_PER_LEDGER
    urls = _ledger_urls(statement, ledger)
    table = tables.LedgerTable(board, statement, ledger, here="../" * urls[index].count("/"))
    columns = tuple(name for name in FIRST_COLUMNS if name in ledger.columns)
    columns += tuple(name for name in ledger.columns if name not in columns and any(ledger.column(name)))
    if table.undecided and "decision" not in columns:
        columns += ("decision",)
    html = table.rows(slice(first, first + ROWS_PER_LEDGER), columns)
    return LedgerPart(columns, html, index + 1, urls, len(ledger.rows))


def _ledger_urls(statement: Statement, ledger: Ledger) -> tuple[str, ...]:
    count = -(-len(ledger.rows) // ROWS_PER_LEDGER)
    return tuple(f"{statement.id}/" if i == 0 else f"{statement.id}/rows/{i + 1}/" for i in range(count))


def ledger_parts(board: Board, statement: Statement) -> Iterator[Page]:
    """The further parts of a long ledger; its first part is on the statement's own page."""
    ledger = board.dataset.ledgers.get(statement.id)
    if ledger is None:
        return
    for index, url in enumerate(_ledger_urls(statement, ledger)[1:], start=1):
        part = _ledger_part(board, statement, ledger, index)
        yield Page(url, "ledger.html", {"record": statement, "kind": "statement", "ledger": part})


def funds(board: Board) -> Iterator[Page]:
    """A page per fund of an estate, or of the whole community."""
    for (estate, fund), statements in board.dataset.funds.items():
        standing = board.dataset.standing.get((estate, fund), ())
        context = {
            "fund": fund,
            "estate_id": estate,
            "estate_name": board.community.name if estate == WHOLE_COMMUNITY else board.estate(estate),
            "statements": statements[::-1],
            "last": standing[-1] if standing else None,
            "projects": projects.of_fund(board, estate, fund),
            "line": _balances(board, standing) if len(standing) > 1 else None,
            "charges": _charges(board, standing),
            "moves": _moves(board, standing),
            "items": sums.income_items(board, estate, standing) if fund == "common-income" else (),
        }
        yield Page(f"{estate}/{fund}/", "fund.html", context)


class Purse(NamedTuple):
    """A fund at a glance: its last standing statement, and its balance over the periods as points of a small line."""

    balance: FundBalance
    last: Statement
    spark: str


def purses(board: Board) -> list[Purse]:
    """Every fund, in the order of the board's."""
    return [
        Purse(balance, standing[-1], charts.spark(list(_closings(standing).values())))
        for balance, standing in zip(board.funds, board.dataset.standing.values(), strict=True)
    ]


def _balances(board: Board, standing: Sequence[Statement]) -> charts.Line:
    return charts.line([(board.words.month(day), closing) for day, closing in _closings(standing).items()])


def _closings(standing: Sequence[Statement]) -> dict[datetime.date, Decimal]:
    """Closing balances by day; where a year and its last month end together, one stands for both."""
    closings = {one.period.until: one.closing for one in standing}
    return {day: closings[day] for day in sorted(closings)}


class Charged(NamedTuple):
    """An expense that needs a decision: where it stands, and the decision that it names, if any."""

    statement: Statement
    charge: Charge
    decision: Row | None


class Charges(NamedTuple):
    """Of a fund: the latest expenses that need a decision, how many there are in all and how many lack one.

    `answers` are what the community says of those, with the statement that they stand in.
    """

    latest: tuple[Charged, ...]
    entries: int
    undecided: int
    answers: tuple[tuple[Statement, str], ...]


def _charges(board: Board, standing: Sequence[Statement]) -> Charges:
    found = board.dataset.derive(spending.charges)
    every = [
        (statement, charge)
        for statement in spending.booked_once(board.dataset, tuple(standing))
        for charge in found.get(statement.id, ())
        if charge.needs and charge.amount > 0
    ]
    latest = sorted(every, key=lambda pair: (pair[1].date, pair[1].line), reverse=True)[:ROWS_PER_LEDGER]
    return Charges(
        tuple(Charged(statement, charge, board.row(charge.decision)) for statement, charge in latest),
        len(every),
        sum(charge.undecided for _, charge in every),
        tuple(_answers(board, standing)),
    )


def _answers(board: Board, standing: Sequence[Statement]) -> Iterator[tuple[Statement, str]]:
    for statement in reversed(standing):
        answers = {one.answer for one in board.remarks(statement.id) if one.rule == UNDECIDED_RULE and one.answer}
        yield from ((statement, answer) for answer in answers)


def _moves(board: Board, standing: Sequence[Statement]) -> list[Side]:
    """The transfers out of and into a fund, the latest first."""
    here = {statement.id for statement in standing}
    sides = [side for (statement, _), side in board.dataset.derive(transfers.sides).items() if statement in here]
    return sorted(sides, key=lambda side: (side.leg.day, side.leg.line), reverse=True)
