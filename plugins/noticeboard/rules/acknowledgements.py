"""Acknowledgements: what a community answers for is there, and answered anew in time."""

from collections.abc import Collection, Iterator

from noticeboard.records.bodies import Acknowledgement
from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import WARNING, Breach, at, rule
from noticeboard.today import Today

FILE = "acknowledged"

Answered = tuple[str, str]
"""The id of a rule, and of a record or single file."""


def answers(dataset: Dataset) -> dict[Answered, Acknowledgement]:
    """Each answer by what it answers; of several the one that holds longest."""
    by_end = sorted(dataset.acknowledged, key=lambda one: one.until)
    return {(one.rule, one.record): one for one in by_end}


def unmatched(dataset: Dataset, answered: Collection[Answered]) -> Iterator[Breach]:
    """Acknowledgements of anything but `answered`, those of what could not be judged left aside."""
    for index, one in enumerate(dataset.acknowledged):
        judged = one.record not in dataset.unread | dataset.unread_ledgers
        if judged and (one.rule, one.record) not in answered:
            yield at(FILE, "acknowledged", index, "rule", rule=one.rule, record=one.record)


@rule(WARNING, acknowledgeable=False)
def acknowledgement_expired(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement is past its last day.

    It stays in force, so that nothing vanishes overnight; but an answer that
    nobody renews is no longer an answer.
    """
    last = answers(dataset)
    for index, one in enumerate(dataset.acknowledged):
        if last[one.rule, one.record] is one and today.is_past(one.until):
            yield at(FILE, "acknowledged", index, "until", rule=one.rule, record=one.record, until=one.until)


@rule(WARNING, acknowledgeable=False)
def acknowledgement_without_finding(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement answers a finding that does not exist or that cannot be answered away.

    Residents would read an apology for nothing, and a misspelt one would leave
    the finding it was meant for unanswered. Alone among the rules it is judged
    by what the others found: `run` asks `unmatched` once they are through.
    """
    yield from ()
