"""What residents put into a calendar: meetings, and the votes and meetings that a notice calls."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.records.envelope import Correction, Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.site.board import Board

MOVING = frozenset({"date", "start", "end", "end_date", "place", "state", "convenes"})
"""Fields whose correction an entry in a calendar has to follow."""


class Happening(NamedTuple):
    """One entry. `id` names the record that first told of it and stays; `page` is the record that tells most.

    `start` and `end` are times of day or empty; `sequence` only ever grows.
    """

    id: str
    page: Record
    bodies: tuple[str, ...]
    first: datetime.date
    last: datetime.date
    start: str
    end: str
    place: str
    state: str
    sequence: int
    known_on: datetime.date


def happenings(board: Board) -> Iterator[Happening]:
    """Meetings in their order, then what notices call that no meeting tells of yet."""
    notices = {one.id: one for one in board.dataset.notices}
    for meeting in board.dataset.meetings:
        yield _meeting(meeting, notices.get(meeting.notice))
    held = {meeting.notice for meeting in board.dataset.meetings}
    yield from (_called(one) for one in board.dataset.notices if one.convenes and one.id not in held)


def _meeting(meeting: Meeting, notice: Notice | None) -> Happening:
    """A meeting takes over the entry of the notice that called it."""
    called = notice if notice and notice.convenes else None
    return Happening(
        id=called.id if called else meeting.id,
        page=meeting,
        bodies=_bodies(meeting, meeting.body),
        first=meeting.date,
        last=meeting.end_date or meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        state="withdrawn" if meeting.withdrawn else meeting.state,
        sequence=_sequence(meeting) + (_sequence(called) + 1 if called else 0),
        known_on=max(_known_on(one) for one in (meeting, called) if one),
    )


def _called(notice: Notice) -> Happening:
    convened = notice.convenes
    assert convened  # noqa: S101  those that call nothing are left out
    return Happening(
        id=notice.id,
        page=notice,
        bodies=_bodies(notice),
        first=convened.date,
        last=convened.until or convened.date,
        start=convened.time,
        end="",
        place=convened.place,
        state="withdrawn" if notice.withdrawn else "scheduled",
        sequence=_sequence(notice),
        known_on=_known_on(notice),
    )


def _bodies(record: Record, *others: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (*others, record.publisher, record.on_behalf_of) if one))


def _sequence(record: Record) -> int:
    """How often day, time, place or state were corrected; a correction that names no field may have been one."""
    return sum(_moves(one) for one in record.corrections) + bool(record.withdrawn)


def _moves(correction: Correction) -> bool:
    named = {field.partition(".")[0].partition("[")[0] for field in correction.fields}
    return not named or bool(named & MOVING)


def _known_on(record: Record) -> datetime.date:
    return datetime.date.fromisoformat(record.changed) if record.changed else record.published
