"""The home of a community: what is new, what is being decided, what is late, where the money stands, whom to ask."""

import datetime
from collections.abc import Sequence
from typing import Any

from noticeboard.law.supervision import State
from noticeboard.records.envelope import Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Resolution
from noticeboard.site import clocks, finances, matters, measures, supervision
from noticeboard.site.board import NOT_FINAL, Board
from noticeboard.site.menu import menu
from noticeboard.site.page import Page
from noticeboard.site.summary import Row

NEWEST = 5
STILL_OPEN = datetime.timedelta(days=180)
DOING = 5


def page(board: Board) -> Page:
    overdue, waiting = clocks.overdue(board), supervision.waiting(board)
    context: dict[str, Any] = {
        "groups": menu(board),
        "pinned": [board.rows[one.id] for one in _pinned(board)],
        "newest": board.newest[:NEWEST],
        "upcoming": _upcoming(board),
        "consulting": _consulting(board),
        "matters": matters.opened(board),
        "doing": _doing(board)[:DOING],
        "states": clocks.counts(board.tracks),
        "overdue": overdue,
        "waiting": waiting,
        "late": len(overdue) + sum(one.state == State.OVERDUE for one in waiting),
        "purses": finances.purses(board),
        "posting": _posting(board),
        "measures": measures.measures(board),
    }
    return Page("", "community.html", context, kind="")


def _pinned(board: Board) -> list[Notice]:
    today = board.today
    return [
        one
        for one in board.dataset.notices
        if one.pinned_until and not today.is_past(one.pinned_until) and not one.withdrawn
    ]


def _upcoming(board: Board) -> list[Meeting]:
    """Meetings that are called and not over, the next one first."""
    called = [one for one in board.dataset.meetings if one.state == "scheduled" and not board.today.is_past(one.date)]
    return sorted(called, key=lambda one: (one.date, one.start))


def _consulting(board: Board) -> list[Row]:
    """What is not final yet and can still be spoken on, the latest first."""
    found = [one for one in board.dataset.records if one.status in NOT_FINAL and not one.withdrawn]
    found.sort(key=lambda one: (one.date, one.id), reverse=True)
    return [board.rows[one.id] for one in found if not board.today.is_past(_open_until(one))]


def _open_until(record: Record) -> datetime.date:
    """The last day of its posting; of what is not posted, nobody says one."""
    return record.posting.until if record.posting and record.posting.until else record.date + STILL_OPEN


def _doing(board: Board) -> list[Resolution]:
    """Decisions that are still being carried out, the latest first."""
    open_ones = [one for one in board.dataset.resolutions if one.implementation and not one.implementation.done_on]
    return sorted(open_ones, key=lambda one: one.decided_on, reverse=True)


def _posting(board: Board) -> Sequence[tuple[str, Row]]:
    """(last day, row) of what hangs for comment, what ends soonest first."""
    hanging = [
        (str(one.posting.until), board.rows[one.id])
        for one in board.dataset.records
        if one.posting and board.mark(one) == "posting"
    ]
    return sorted(hanging, key=lambda pair: pair[0])
