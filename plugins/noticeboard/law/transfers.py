"""Money moved between funds: each transfer stands in two ledgers under one id, once going out and once coming in."""

import datetime
from decimal import Decimal
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.law.spending import CODE_LENGTH, booked_once
from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import Ledger, Statement, yuan


class Leg(NamedTuple):
    """One side of a transfer; `fen` is positive where money came in, negative where it went out."""

    statement: Statement
    line: int
    day: datetime.date
    category: str
    fen: int

    @property
    def amount(self) -> Decimal:
        """In yuan, without its direction."""
        return yuan(abs(self.fen))

    @property
    def other_fund(self) -> str:
        """The fund that the other side lies in; empty where the category does not tell."""
        mirrored = schemas.accounts().get(mirror(self.category), {})
        fund: str = mirrored.get("fund", "")
        return fund


def mirror(category: str) -> str:
    """The category of the other side of a transfer; empty for one that has none."""
    mirrored: str = schemas.accounts().get(category[:CODE_LENGTH], {}).get("mirror", "")
    return mirrored


def transfers(dataset: Dataset) -> dict[tuple[str, str], tuple[Leg, ...]]:
    """(estate, id of a transfer) to its sides, in order of date, from the statements that stand."""
    found: dict[tuple[str, str], list[Leg]] = {}
    for (estate, _), series in dataset.standing.items():
        for statement in booked_once(dataset, series):
            for pair, leg in _legs(statement, dataset.ledgers[statement.id]):
                found.setdefault((estate, pair), []).append(leg)
    return {key: tuple(sorted(legs, key=lambda leg: (leg.day, leg.line))) for key, legs in found.items()}


def _legs(statement: Statement, ledger: Ledger) -> list[tuple[str, Leg]]:
    pairs = ledger.column("transfer")
    if not any(pairs):
        return []
    days, codes = ledger.column("date"), ledger.column("category")
    return [
        (pair, Leg(statement, ledger.lines[row], datetime.date.fromisoformat(days[row]), codes[row],
                   ledger.incomes[row] - ledger.expenses[row]))
        for row, pair in enumerate(pairs) if pair
    ]  # fmt: skip


class Side(NamedTuple):
    """One side as its page shows it: where the other one stands, or whether it should by now."""

    leg: Leg
    other: Statement | None
    expected: bool


def sides(dataset: Dataset) -> dict[tuple[str, int], Side]:
    """(statement id, line) to that side of a transfer."""
    found = {}
    for (estate, _), legs in dataset.derive(transfers).items():
        for leg in legs:
            other = next((one.statement for one in legs if (one.fen > 0) != (leg.fen > 0)), None)
            late = other is None and expected_by_now(dataset, estate, leg)
            found[leg.statement.id, leg.line] = Side(leg, other, late)
    return found


def days_apart(dataset: Dataset, leg: Leg) -> Provision | None:
    """How many days the two sides may be apart; None where nothing asks for two sides."""
    return law_of(dataset.community).provision("accounts.transfer_days", period_end=leg.statement.period.until)


def expected_by_now(dataset: Dataset, estate: str, leg: Leg) -> bool:
    """Whether the other fund's statements are public for the day of a side and for all days it may take."""
    provision = days_apart(dataset, leg)
    if provision is None:
        return False
    series = dataset.standing.get((estate, leg.other_fund), ())
    last = leg.day + datetime.timedelta(days=provision.value)
    return all(any(one.period.start <= day <= one.period.until for one in series) for day in (leg.day, last))
