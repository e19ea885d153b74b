"""A statement: one fund of one estate over one period, with its ledger."""

import datetime
from collections import defaultdict
from decimal import Decimal
from functools import cached_property

from noticeboard.records.envelope import Period, Record
from noticeboard.records.table import Table
from noticeboard.records.value import Value

FEN = Decimal("0.01")
NOTHING = Decimal("0.00")


def yuan(fen: int) -> Decimal:
    """Whole fen as yuan with two decimals."""
    return Decimal(fen).scaleb(-2).quantize(FEN)


class Ledger(Table):
    """The rows of a ledger, and their sums in whole fen."""

    schema = "ledger"

    def fen(self, name: str) -> list[int]:
        """A money column in whole fen; 0 where a cell is empty."""
        return [int(cell.replace(".", "")) if cell else 0 for cell in self.column(name)]

    @cached_property
    def incomes(self) -> list[int]:
        return self.fen("income")

    @cached_property
    def expenses(self) -> list[int]:
        return self.fen("expense")

    @property
    def income(self) -> Decimal:
        return yuan(sum(self.incomes))

    @property
    def expense(self) -> Decimal:
        return yuan(sum(self.expenses))

    @cached_property
    def by_category(self) -> dict[str, tuple[int, int]]:
        """Category code to (income, expense) in fen, in the order of first appearance."""
        totals: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for code, income, expense in zip(self.column("category"), self.incomes, self.expenses, strict=True):
            total = totals[code]
            total[0] += income
            total[1] += expense
        return {code: (income, expense) for code, (income, expense) in totals.items()}


class Restatement(Value, frozen=True, kw_only=True):
    amount: Decimal
    why: str
    resolution: str = ""


class Total(Value, frozen=True, kw_only=True):
    category: str
    amount: Decimal
    printed_share: Decimal | None = None
    budget: Decimal | None = None
    note: str = ""


class Account(Value, frozen=True, kw_only=True):
    name: str
    closing: Decimal
    kind: str = ""
    opening: Decimal | None = None


class Liability(Value, frozen=True, kw_only=True):
    item: str
    amount: Decimal


class Meter(Value, frozen=True, kw_only=True):
    """A shared utility: `quantity` in `unit`, `unit_price` in yuan per unit, `amount` in yuan."""

    item: str
    quantity: Decimal
    unit_price: Decimal
    amount: Decimal
    unit: str = ""


class NetIncome(Value, frozen=True, kw_only=True):
    """Common-area income of the period, in yuan: gross less tax and costs is net."""

    gross: Decimal
    tax: Decimal
    costs: Decimal
    net: Decimal


class BuildingAccount(Value, frozen=True, kw_only=True):
    building: str
    closing: Decimal
    opening: Decimal | None = None
    income: Decimal | None = None
    expense: Decimal | None = None


class Remuneration(Value, frozen=True, kw_only=True):
    """A manager's remuneration, in yuan; `rate` in percent of `base`."""

    base: Decimal
    rate: Decimal
    amount: Decimal


class Reviewed(Value, frozen=True, kw_only=True):
    by: str
    date: datetime.date | None = None
    opinion: str = ""


class Audit(Value, frozen=True, kw_only=True):
    state: str
    by: str = ""
    opinion: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """Amounts in `currency` with two decimals, as printed in the original."""

    fund: str
    period: Period
    opening: Decimal
    income: Decimal
    expense: Decimal
    closing: Decimal
    closing_in_words: str = ""
    currency: str = "CNY"
    accounting: str = ""
    fee_basis: str = ""
    restatement: Restatement | None = None
    totals: tuple[Total, ...] = ()
    accounts: tuple[Account, ...] = ()
    liabilities: tuple[Liability, ...] = ()
    meters: tuple[Meter, ...] = ()
    common_income: NetIncome | None = None
    by_building: tuple[BuildingAccount, ...] = ()
    unreconciled: tuple[Liability, ...] = ()
    remuneration: Remuneration | None = None
    inspect_at: str = ""
    prepared_by: str = ""
    reviewed_by: tuple[Reviewed, ...] = ()
    audit: Audit | None = None
    note: str = ""
