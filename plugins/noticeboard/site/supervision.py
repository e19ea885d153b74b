"""Findings of supervision on pages: each as a story, and what bodies raised and answered."""

import datetime
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, NamedTuple

from noticeboard.law import supervision
from noticeboard.law.supervision import Round, State
from noticeboard.records.finding import Place, SupervisionFinding
from noticeboard.site.board import Board
from noticeboard.site.summary import Row

FIRST = (State.OVERDUE, State.REOPENED, State.OPEN)
"""What waits for a body, what waits longest first."""


class Event(NamedTuple):
    """A day in the story of a finding; `what` is raised, fixed, reopened, referred or the result of a re-check."""

    day: datetime.date
    what: str
    who: str = ""
    words: str = ""
    round: Round | None = None


class Spot(NamedTuple):
    """What a finding points to: its row, and of a ledger line the cells, by column."""

    of: Place
    row: Row | None
    entry: dict[str, str]


class Shown(NamedTuple):
    """A finding in a list; `days` is how long mending took the first time."""

    of: SupervisionFinding
    row: Row
    state: State
    last: Round
    days: int | None


class Answered(NamedTuple):
    """How a body answered what was found: counts, and in days the middle and the longest time to mend at first.

    `in_time` are those of the fixed ones that never went beyond their last day.
    """

    body: str
    name: str
    found: tuple[Shown, ...]
    fixed: int
    in_time: int
    overdue: int
    middle: int | None
    longest: int | None


def page(board: Board, finding: SupervisionFinding) -> dict[str, Any]:
    """What the page of a finding shows beside the record itself."""
    return {
        "state": supervision.state(finding, board.today),
        "last": supervision.last_round(finding),
        "story": _story(board, finding),
        "spots": [_spot(board, one) for one in finding.points_to],
    }


def _story(board: Board, finding: SupervisionFinding) -> list[Event]:
    """All that happened, in the order of days; a re-check comes before the reopening that followed from it."""
    return sorted(_events(board, finding), key=lambda one: (one.day, one.what == "reopened"))


def _events(board: Board, finding: SupervisionFinding) -> Iterator[Event]:
    for one in supervision.rounds(finding):
        if one.again is None:
            yield Event(one.start, "raised", board.body(finding.raised_by), round=one)
        else:
            yield Event(one.start, "reopened", words=finding.reopened[one.again].why, round=one)
        if one.fixed_on:
            yield Event(one.fixed_on, "fixed", board.body(finding.concerns), round=one)
    for check in finding.rechecked:
        yield Event(check.date, f"recheck_{check.result}", board.body(check.by or finding.raised_by), check.note)
    if finding.referred_on:
        yield Event(finding.referred_on, "referred", finding.referred_to)


def _spot(board: Board, place: Place) -> Spot:
    ledger = board.dataset.ledgers.get(place.record)
    if ledger is None or place.line not in ledger.lines:
        return Spot(place, board.row(place.record), {})
    cells = ledger.rows[ledger.lines.index(place.line)]
    return Spot(place, board.row(place.record), dict(zip(ledger.columns, cells, strict=True)))


def _shown(board: Board) -> list[Shown]:
    """Every finding that stands, the newest first."""
    found = sorted(board.dataset.supervision_findings, key=lambda one: (one.date, one.id), reverse=True)
    return [
        Shown(
            one,
            board.rows[one.id],
            supervision.state(one, board.today),
            supervision.last_round(one),
            next(supervision.rounds(one)).days,
        )
        for one in found
        if not one.withdrawn
    ]


def waiting(board: Board) -> list[Shown]:
    """What is still to be mended, the overdue ones first, then by their last day."""
    open_ones = [one for one in _shown(board) if one.state in FIRST]
    return sorted(open_ones, key=lambda one: (one.state != State.OVERDUE, one.last.due or datetime.date.max, one.of.id))


def answered(board: Board) -> list[Answered]:
    """Of every body that something was found with, how it answered; the body with most first."""
    shown = _shown(board)
    bodies = dict.fromkeys(one.of.concerns for one in shown)
    found = [_answered(board, body, [one for one in shown if one.of.concerns == body]) for body in bodies]
    return sorted(found, key=lambda one: (-len(one.found), one.body))


def _answered(board: Board, body: str, found: Sequence[Shown]) -> Answered:
    days = [one.days for one in found if one.days is not None]
    fixed = [one for one in found if one.state == State.FIXED]
    return Answered(
        body,
        board.body(body),
        tuple(found),
        len(fixed),
        sum(not any(each.days_late for each in supervision.rounds(one.of)) for one in fixed),
        sum(one.state == State.OVERDUE for one in found),
        round(median(days)) if days else None,
        max(days, default=None),
    )


def by_body(board: Board) -> dict[str, tuple[list[Shown], Answered | None]]:
    """Body to what it raised, and how it answered what was raised against it."""
    shown, answers = _shown(board), {one.body: one for one in answered(board)}
    bodies = {*answers, *(one.of.raised_by for one in shown)}
    return {body: ([one for one in shown if one.of.raised_by == body], answers.get(body)) for body in bodies}
