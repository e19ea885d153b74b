"""The clock as iCalendar: one task for whatever is due, overdue, next or was last done, for clerks' calendars."""

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

from icalendar import Calendar, Todo

from noticeboard.duties.track import State, Track, Turn
from noticeboard.site import clocks
from noticeboard.site.board import Board

STATUS = {State.NOT_SEEN: "NEEDS-ACTION", State.DUE: "NEEDS-ACTION", State.DISCLOSED: "COMPLETED"}


def tasks(board: Board, base_url: str, title: str) -> bytes:
    """A calendar of tasks; the same for every build of the same data and day."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gongshilan//Disclosure clock//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for track in board.tracks:
        for turn in _turns(track):
            calendar.add_component(_task(board, track, turn, base_url))
    content: bytes = calendar.to_ical()
    return content


def _turns(track: Track) -> Iterator[Turn]:
    """Everything that waits, and the last thing done."""
    last = track.turns[-1:]
    for turn in (*track.overdue, *(one for one in last if one.state is not State.NOT_SEEN), track.upcoming):
        if turn and turn.state in STATUS:
            yield turn


def _task(board: Board, track: Track, turn: Turn, base_url: str) -> Todo:
    place = clocks.anchor(track)
    url = f"{base_url}{board.slug}/{clocks.FOLDER}index.html#{place}"
    begun = datetime.datetime.combine(turn.period.start, datetime.time(), datetime.UTC)
    task = Todo()
    task.add("uid", f"{board.slug}.{place}.{turn.period.start}@{urlsplit(base_url).hostname}")
    task.add("dtstamp", begun)
    task.add("due", turn.due)
    task.add("status", STATUS[turn.state])
    if turn.seen_on:
        task.add("completed", datetime.datetime.combine(turn.seen_on, datetime.time(), datetime.UTC))
    task.add("summary", f"{turn.duty.title} · {clocks.whose(board, track)} · {clocks.name(turn)}")
    task.add("description", f"{turn.duty.basis.zh}\n{board.body(turn.body)}\n{url}")
    return task
