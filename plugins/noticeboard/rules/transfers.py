"""Transfers: what leaves one fund arrives in the other."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law import transfers
from noticeboard.law.governing import law_of
from noticeboard.law.transfers import Leg, Side
from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import yuan
from noticeboard.rules.rule import ERROR, WARNING, Breach, at_row, rule
from noticeboard.today import Today

MIRRORED = ("accounts.transfer_days",)


@rule(WARNING, catalogue="FIN-10", parameters=MIRRORED)
def transfer_without_id(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Entries that move money between funds have no id of a transfer.

    Only by the id can one side be found from the other. One finding tells the first and how many there are.
    """
    for statement, ledger in dataset.with_ledger():
        moving = [code for code in ledger.by_category if transfers.mirror(code)]
        provision = law_of(dataset.community).provision("accounts.transfer_days", period_end=statement.period.until)
        if not moving or not provision:
            continue
        rows = zip(ledger.lines, ledger.column("category"), ledger.column("transfer"), strict=True)
        lines = [line for line, code, pair in rows if code in moving and not pair]
        if lines:
            yield at_row(statement, lines[0], count=len(lines)).under(provision)


@rule(WARNING, catalogue="FIN-10", parameters=MIRRORED)
def transfer_without_counterpart(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """One side of a transfer is public, the other fund's statements for those days too, and the other side is missing.

    Where the other fund's statement is still to come there is nothing to find yet.
    """
    for (_, pair), legs in dataset.derive(transfers.transfers).items():
        for leg in legs:
            side, provision = _side(dataset, leg), transfers.days_apart(dataset, leg)
            if side.expected and provision:
                zh, en = schemas.labels()["statement.fund"][leg.other_fund]
                values = {"pair": pair, "amount": leg.amount, "other_zh": zh, "other_en": en}
                yield at_row(leg.statement, leg.line, **values).under(provision)


def _side(dataset: Dataset, leg: Leg) -> Side:
    return dataset.derive(transfers.sides)[leg.statement.id, leg.line]


def _both(dataset: Dataset) -> Iterator[tuple[str, list[Leg], list[Leg]]]:
    """Transfers of which both sides are known: id, sides going out, sides coming in."""
    for (_, pair), legs in dataset.derive(transfers.transfers).items():
        out, into = [leg for leg in legs if leg.fen < 0], [leg for leg in legs if leg.fen > 0]
        if out and into:
            yield pair, out, into


@rule(ERROR, acknowledgeable=True, catalogue="FIN-10")
def transfer_amounts_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The two sides of a transfer are not the same amount.

    Money would be lost or made on the way.
    """
    for pair, out, into in _both(dataset):
        left, arrived = -sum(leg.fen for leg in out), sum(leg.fen for leg in into)
        if left != arrived:
            sums = {"out": yuan(left), "in": yuan(arrived), "difference": yuan(abs(left - arrived))}
            yield at_row(into[0].statement, into[0].line, pair=pair, other=out[0].statement.id, **sums)


@rule(WARNING, catalogue="FIN-10", parameters=MIRRORED)
def transfer_days_apart(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The two sides of a transfer are many days apart.

    The money was somewhere in between.
    """
    for pair, out, into in _both(dataset):
        provision = transfers.days_apart(dataset, into[-1])
        days = abs((into[-1].day - out[0].day).days)
        if provision and days > provision.value:
            dates = {"left_on": out[0].day, "arrived_on": into[-1].day, "days": days, "most": provision.value}
            yield at_row(into[-1].statement, into[-1].line, pair=pair, **dates).under(provision)
