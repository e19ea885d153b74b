"""A matter: something that residents raised, from its origin to its published outcome, step by step."""

import datetime
from collections.abc import Iterator

from noticeboard.records.envelope import NextStep, Record
from noticeboard.records.value import Value


class Origin(Value, frozen=True, kw_only=True):
    """Where it came from; `voices` is how many raised it, never who."""

    kind: str
    date: datetime.date | None = None
    voices: int | None = None
    record: str = ""
    note: str = ""


class Option(Value, frozen=True, kw_only=True):
    """A way to settle it, and what became of it; one that was refused stays, with its reason."""

    id: str
    text: str
    became: str
    why: str = ""
    decided_in: str = ""
    motion: str = ""


class Round(Value, frozen=True, kw_only=True):
    """One round of talks."""

    date: datetime.date
    outcome: str
    record: str = ""


class StepTaken(Value, frozen=True, kw_only=True):
    """A step of the procedure, and what shows that it was taken."""

    step: str
    date: datetime.date
    by: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""


class StepLeftOut(Value, frozen=True, kw_only=True):
    step: str
    why: str


class Call(Value, frozen=True, kw_only=True):
    """A body that was called in, or to which the matter was carried up: until when it was to come, and when it came."""

    to: str
    date: datetime.date
    level: str = ""
    due: datetime.date | None = None
    answered_on: datetime.date | None = None
    result: str = ""


class Matter(Record, frozen=True, kw_only=True):
    origin: Origin
    follows: str
    lead: str = ""
    supervised_by: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    due: datetime.date | None = None
    options: tuple[Option, ...] = ()
    rounds: tuple[Round, ...] = ()
    steps: tuple[StepTaken, ...] = ()
    left_out: tuple[StepLeftOut, ...] = ()
    calls: tuple[Call, ...] = ()
    next: NextStep | None = None
    result: str = ""
    outcome: str = ""
    closed_on: datetime.date | None = None
    records: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.withdrawn is None

    def named(self) -> Iterator[str]:
        """The records that it is told by, each once, in the order of the story."""
        evidence = [one for step in self.steps for one in step.evidence]
        talks = [one.record for one in self.rounds]
        decided = [one.decided_in for one in self.options]
        yield from dict.fromkeys(one for one in (self.origin.record, *talks, *evidence, *decided, *self.records) if one)
