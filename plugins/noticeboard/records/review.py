"""An annual review: report, problems, tasks, last year's tasks, ballots."""

import datetime
from decimal import Decimal

from noticeboard.records.count import Count
from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class Subject(Value, frozen=True, kw_only=True):
    id: str
    name: str
    body: str = ""
    outcome: str = ""


class Reviewers(Value, frozen=True, kw_only=True):
    group: str
    present: int


class Figure(Value, frozen=True, kw_only=True):
    item: str
    value: Decimal
    unit: str = ""


class Problem(Value, frozen=True, kw_only=True):
    id: str
    text: str
    source: str = ""
    carried_from: int | None = None


class Task(Value, frozen=True, kw_only=True):
    id: str
    text: str
    owner: str
    due: datetime.date
    problem: str = ""
    role: str = ""
    done_on: datetime.date | None = None
    result: str = ""


class Previous(Value, frozen=True, kw_only=True):
    """What became of one of last year's tasks."""

    task: str
    verdict: str
    why: str = ""
    carried_to: str = ""


class Review(Record, frozen=True, kw_only=True):
    year: int
    reviewed: tuple[Subject, ...]
    problems: tuple[Problem, ...]
    tasks: tuple[Task, ...]
    meeting: str = ""
    chaired_by: str = ""
    conducted_by: str = ""
    composition: int | None = None
    present: int | None = None
    secret: bool | None = None
    counted_on_the_spot: bool | None = None
    reviewers: tuple[Reviewers, ...] = ()
    achievements: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    previous: tuple[Previous, ...] = ()
    ballots: tuple[Count, ...] = ()
    rate_formula: str = ""
    comments: str = ""
