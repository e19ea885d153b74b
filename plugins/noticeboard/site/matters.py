"""The page of a matter: one story of steps and talks, and who is next."""

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from noticeboard.law import procedures
from noticeboard.law.procedures import Progress
from noticeboard.records.envelope import Record
from noticeboard.records.matter import Matter, Round
from noticeboard.site.board import Board
from noticeboard.site.summary import Row


class Knot(NamedTuple):
    """A knot of the story: a step of the procedure, or a round of talks between two of them.

    `number` counts the steps from 1; `overdue` is a step whose day is over without it,
    `who` are the bodies whose turn it is, or was.
    """

    step: Progress | None = None
    talks: Round | None = None
    number: int = 0
    overdue: bool = False
    who: str = ""


def page(board: Board, matter: Matter) -> dict[str, Any]:
    """What a matter's page shows beside the record itself."""
    overdue = bool(matter.next and matter.next.due and matter.is_open and board.today.is_past(matter.next.due))
    story = list(_story(board, matter, overdue=overdue))
    return {
        "story": story,
        "stands": [_stand(knot) for knot in story if knot.step],
        "procedure": procedures.procedures().get(matter.follows),
        "overdue": overdue,
        "told_by": _told_by(board, matter),
    }


def _stand(knot: Knot) -> str:
    """How a step stands: taken, left-out, missing, next, or still to come."""
    one = knot.step
    if one is None or one.taken:
        return "taken"
    if one.left_out:
        return "left-out"
    return "missing" if one.missing or knot.overdue else "next" if knot.who else "to-come"


def opened(board: Board) -> list[Matter]:
    """The matters that are still open, the latest first."""
    return sorted((one for one in board.dataset.matters if one.is_open), key=lambda one: one.date, reverse=True)


def belongs_to(board: Board, record: Record) -> list[Row]:
    """The matters that a record is part of."""
    return [board.rows[one.id] for one in board.dataset.matters_of.get(record.id, ())]


def _story(board: Board, matter: Matter, *, overdue: bool) -> Iterator[Knot]:
    """The steps in the order of the procedure; rounds before the first step of a later day."""
    waiting = sorted(matter.rounds, key=lambda one: one.date)
    awaited = procedures.awaited(matter)
    for number, one in enumerate(procedures.progress(matter), 1):
        day = one.taken.date if one.taken else None if one.passed else datetime.date.max
        while day and waiting and waiting[0].date < day:
            yield Knot(talks=waiting.pop(0))
        is_next = one.step is awaited
        yield Knot(
            step=one, number=number, overdue=is_next and overdue, who=_who(board, one) if is_next or one.missing else ""
        )
    yield from (Knot(talks=one) for one in waiting)


def _who(board: Board, one: Progress) -> str:
    """The bodies of the community that take a step, by the kinds that the procedure names."""
    return board.words.comma.join(
        body.name for body in board.dataset.bodies if body.kind in one.step.who and not body.until
    )


def _told_by(board: Board, matter: Matter) -> list[Row]:
    """The records that the matter is told by, by their dates."""
    return sorted((row for record in matter.named() if (row := board.row(record))), key=lambda row: row.date)
