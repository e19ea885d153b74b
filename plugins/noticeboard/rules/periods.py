"""Periods: each statement of a fund begins where the one before ended, in days and in money."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import NOTHING, Statement
from noticeboard.rules.rule import ERROR, WARNING, Breach, at, compared, rule
from noticeboard.today import Today

DAY = datetime.timedelta(days=1)


@rule(ERROR, acknowledgeable=True, catalogue="FIN-02")
def opening_differs_from_closing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A fund opens with another balance than the one it closed with the day before.

    A restatement explains it when it states exactly the difference.
    """
    for series in dataset.standing.values():
        for previous, statement in _consecutive(series):
            restated = statement.restatement.amount if statement.restatement else NOTHING
            if statement.opening != previous.closing + restated:
                values = compared(statement.opening, previous.closing + restated)
                yield at(
                    statement, "opening", previous=previous.id, closing=previous.closing, restated=restated, **values
                )


def _consecutive(series: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of one fund where the second begins on the day after the first ends.

    Of several that end then, the shortest by the same body is meant; a
    statement of another body counts where there is none, one in another
    currency never.
    """
    ending: dict[datetime.date, list[Statement]] = {}
    for statement in series:
        ending.setdefault(statement.period.until, []).append(statement)
    for statement in series:
        ended = ending.get(statement.period.start - DAY, [])
        before = [one for one in ended if one.currency == statement.currency]
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
    for series in dataset.standing.values():
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
    if dataset.has_unread("finances"):
        return
    for series in dataset.standing.values():
        last = series[0].period.until
        for statement in series[1:]:
            if statement.period.start > last + DAY:
                days = (statement.period.start - last).days - 1
                yield at(statement, "period", "from", last=last, start=statement.period.start, days=days)
            last = max(last, statement.period.until)
