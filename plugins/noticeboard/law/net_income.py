"""Net common-area income: what came in less tax and cost, and how much of it went to the maintenance fund."""

from decimal import Decimal

from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import NOTHING, Ledger, NetIncome, Statement, yuan

GROSS, TAX, COSTS = "CI.I", "CI.C.01", ("CI.C.02", "CI.C.03", "CI.C.04")
TOP_UP = "CI.U.01"


def total(ledger: Ledger, *categories: str) -> Decimal:
    """What a ledger has in some categories or groups, whichever side it stands on; refunds taken off."""
    pairs = [
        pair for code, pair in ledger.by_category.items() if any(f"{code}.".startswith(f"{one}.") for one in categories)
    ]
    return yuan(sum(income + expense for income, expense in pairs))


def counted(ledger: Ledger) -> NetIncome:
    """The net income as the ledger gives it."""
    gross, tax, costs = total(ledger, GROSS), total(ledger, TAX), total(ledger, *COSTS)
    return NetIncome(gross=gross, tax=tax, costs=costs, net=gross - tax - costs)


def net_income(dataset: Dataset, statement: Statement) -> NetIncome | None:
    """As stated, else as the ledger gives it; None for other funds and where neither says."""
    if statement.fund != "common-income":
        return None
    ledger = dataset.ledgers.get(statement.id)
    return statement.common_income or (counted(ledger) if ledger else None)


def topped_up(dataset: Dataset, statement: Statement) -> Decimal:
    """What went to the maintenance fund, as the ledger says."""
    ledger = dataset.ledgers.get(statement.id)
    return total(ledger, TOP_UP) if ledger else NOTHING
