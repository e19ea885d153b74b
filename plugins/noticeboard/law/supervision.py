"""Findings of supervision over time: how often one was raised, whether it is mended, late or open again."""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from noticeboard.records.finding import SupervisionFinding
from noticeboard.today import Today


class State(StrEnum):
    """Where a finding stands; never typed, always computed."""

    OVERDUE = "overdue"
    REOPENED = "reopened"
    OPEN = "open"
    REFERRED = "referred"
    FIXED = "fixed"


class Round(NamedTuple):
    """From the day it was raised to the day it was mended, where it was.

    `again` is the reopening's place in the list, None of the first time.
    """

    start: datetime.date
    due: datetime.date | None
    fixed_on: datetime.date | None
    again: int | None = None

    @property
    def days(self) -> int | None:
        """Calendar days that mending took."""
        return (self.fixed_on - self.start).days if self.fixed_on else None

    @property
    def days_late(self) -> int:
        return max((self.fixed_on - self.due).days, 0) if self.fixed_on and self.due else 0


def rounds(finding: SupervisionFinding) -> Iterator[Round]:
    """The first time and every reopening, in order."""
    yield Round(finding.date, finding.due, finding.fixed_on)
    for index, one in enumerate(finding.reopened):
        yield Round(one.date, one.due, one.fixed_on, index)


def last_round(finding: SupervisionFinding) -> Round:
    return list(rounds(finding))[-1]


def is_overdue(finding: SupervisionFinding, today: Today) -> bool:
    """Whether it waits beyond its last day; a referred one waits for an authority, not for the body."""
    last = last_round(finding)
    waits = not last.fixed_on and not finding.referred_to and not finding.withdrawn
    return waits and last.due is not None and today.is_past(last.due)


def state(finding: SupervisionFinding, today: Today) -> State:
    if last_round(finding).fixed_on:
        return State.FIXED
    if finding.referred_to:
        return State.REFERRED
    if is_overdue(finding, today):
        return State.OVERDUE
    return State.REOPENED if finding.reopened else State.OPEN
