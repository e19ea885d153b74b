"""An election: how many stood, how people voted, who was elected. Candidates are numbers, never names."""

import datetime

from msgspec import field

from noticeboard.records.count import Count
from noticeboard.records.envelope import NextStep, Period, Record
from noticeboard.records.value import Value


class Candidates(Value, frozen=True, kw_only=True):
    """How many there were, and where their names and particulars hang."""

    confirmed: int
    nominated: int | None = None
    refused: int | None = None
    withdrawn: int | None = None
    posted_on: datetime.date | None = None
    notice: str = ""
    where: str = ""
    no_choice_because: str = ""


class VotingDays(Value, frozen=True, kw_only=True):
    start: datetime.date = field(name="from")
    until: datetime.date
    channels: str = ""


class Tie(Value, frozen=True, kw_only=True):
    """Candidates with equal votes, and how it was settled."""

    between: tuple[str, ...]
    settled: str


class Office(Value, frozen=True, kw_only=True):
    """How a chair or another officer was chosen; who it is stands in bodies.yaml."""

    role: str
    date: datetime.date
    meeting: str = ""
    counts: tuple[Count, ...] = ()
    note: str = ""


class Election(Record, frozen=True, kw_only=True):
    """`date` is the day of the election. Its votes stand in `counts`, or in a motion of `resolution`."""

    body: str
    sort: str
    voters: str
    seats: int
    result: str
    organised_by: str = ""
    candidates: Candidates | None = None
    notice: str = ""
    voting: VotingDays | None = None
    secret: bool | None = None
    counted_in_public: bool | None = None
    invalid_because: str = ""
    resolution: str = ""
    motion: str = ""
    counts: tuple[Count, ...] = ()
    chosen: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    offices: tuple[Office, ...] = ()
    term: Period | None = None
    next: NextStep | None = None

    @property
    def first_day(self) -> datetime.date:
        """The first day on which people could vote."""
        return self.voting.start if self.voting else self.date
