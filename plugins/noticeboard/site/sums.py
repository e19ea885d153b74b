"""What a statement's figures come to: against its budget, against the bank, net of cost, decided or not."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from noticeboard.law import net_income, spending
from noticeboard.records.community import IncomeItem
from noticeboard.records.statement import NOTHING, NetIncome, Statement, Total, yuan
from noticeboard.site.board import Board
from noticeboard.site.summary import Row
from noticeboard.site.wordings import percent


class Budget(NamedTuple):
    """A budgeted amount; `difference` is how much more it was in fact, `share` in percent of the budget, if any."""

    amount: Decimal
    difference: Decimal
    share: str


def budget(total: Total) -> Budget | None:
    if total.budget is None:
        return None
    difference = total.amount - total.budget
    share = percent(abs(difference), total.budget) if difference and total.budget > 0 else ""
    return Budget(total.budget, difference, share)


class Reconciled(NamedTuple):
    """Books and bank side by side: what lies in the accounts, whose it is, what is under way, what is left open."""

    in_accounts: Decimal
    held_for_others: Decimal
    unreconciled: Decimal
    difference: Decimal


def reconciled(statement: Statement) -> Reconciled | None:
    """None without accounts, and under accrual accounting, where the two differ by nature."""
    if not statement.accounts or statement.accounting == "accrual":
        return None
    in_accounts = sum((one.closing for one in statement.accounts), NOTHING)
    unreconciled = sum((one.amount for one in statement.unreconciled), NOTHING)
    held = in_accounts + unreconciled - statement.closing
    others = held if any(one.amount == held for one in statement.liabilities) or held == _liable(statement) else NOTHING
    return Reconciled(in_accounts, others, unreconciled, held - others)


def _liable(statement: Statement) -> Decimal:
    return sum((one.amount for one in statement.liabilities), NOTHING)


class NetIncomePart(NamedTuple):
    """How the net income came about, and how much of it went to the maintenance fund."""

    income: NetIncome
    top_up: Decimal
    share: str


def net(board: Board, statement: Statement) -> NetIncomePart | None:
    income = net_income.net_income(board.dataset, statement)
    if income is None or not income.gross:
        return None
    top_up = net_income.topped_up(board.dataset, statement)
    return NetIncomePart(income, top_up, percent(top_up, income.net) if top_up > 0 and income.net > 0 else "")


class Spent(NamedTuple):
    """The expenses of a statement that need a decision: how many and how much, and of those without one."""

    entries: int
    amount: Decimal
    undecided_entries: int
    undecided: Decimal


def spent(board: Board, statement: Statement) -> Spent | None:
    charges = [
        one for one in board.dataset.derive(spending.charges).get(statement.id, ()) if one.needs and one.amount > 0
    ]
    missing = [one.amount for one in charges if one.undecided]
    amounts = [one.amount for one in charges]
    return Spent(len(charges), sum(amounts, NOTHING), len(missing), sum(missing, NOTHING)) if charges else None


class Earned(NamedTuple):
    """Something that earns common income, the resolution that agreed to it, and what the books have from it so far."""

    item: IncomeItem
    decision: Row | None
    received: Decimal


def income_items(board: Board, estate_id: str, standing: Sequence[Statement]) -> list[Earned]:
    """The income items of an estate; sums over its public statements of common income."""
    estate = board.dataset.estate_by_id.get(estate_id)
    if estate is None or not estate.income_items:
        return []
    received: Counter[str] = Counter()
    for statement in spending.booked_once(board.dataset, tuple(standing)):
        ledger = board.dataset.ledgers[statement.id]
        for item, fen in zip(ledger.column("income_item"), ledger.incomes, strict=True):
            received[item] += fen
    return [Earned(item, board.row(item.resolution), yuan(received[item.id])) for item in estate.income_items]
