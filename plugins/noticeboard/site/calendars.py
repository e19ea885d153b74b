"""iCalendar: what happens when, for residents; and what is due when, for clerks. The same for every build."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from icalendar import Calendar, Component, Event, Todo

from noticeboard.duties.track import State, Track, Turn
from noticeboard.site import clocks
from noticeboard.site.board import Board
from noticeboard.site.happenings import Happening, happenings
from noticeboard.site.translate import Translator

CHINA = datetime.timezone(datetime.timedelta(hours=8))
TASK_STATUS = {State.NOT_SEEN: "NEEDS-ACTION", State.DUE: "NEEDS-ACTION", State.DISCLOSED: "COMPLETED"}
EVENT_STATUS = {"cancelled": "CANCELLED", "withdrawn": "CANCELLED", "postponed": "TENTATIVE"}


def of_community(board: Board, base_url: str, t: Translator) -> Iterator[tuple[str, bytes]]:
    """Path below the community's root, and content, of each calendar; none is empty."""
    name = board.community.name
    events: list[bytes] = []
    by_body: defaultdict[str, list[bytes]] = defaultdict(list)
    for one in happenings(board):
        event = _event(board, one, base_url).to_ical()
        events.append(event)
        for body in one.bodies:
            by_body[body].append(event)
    if events:
        yield "events.ics", _calendar(f"{name} · {t('events')}", events)
    for body in board.dataset.body_by_id:
        if body in by_body:
            yield f"bodies/{body}/events.ics", _calendar(f"{board.body(body)} · {t('events')}", by_body[body])
    if board.tracks:
        tasks = [_task(board, track, turn, base_url).to_ical() for track in board.tracks for turn in _turns(track)]
        yield "clock.ics", _calendar(f"{name} · {t('clock')}", tasks)


def _calendar(title: str, entries: Iterable[bytes]) -> bytes:
    """`entries` as they are written: one that stands in several calendars is made once."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gongshilan//Notice board//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    begun, end, rest = calendar.to_ical().partition(b"END:VCALENDAR")
    return b"".join([begun, *entries, end, rest])


def _event(board: Board, one: Happening, base_url: str) -> Component:
    url = f"{base_url}{board.slug}/{one.page.id}/"
    event = Event()
    event.add("uid", f"{board.slug}.{one.id}@{urlsplit(base_url).hostname}")
    event.add("dtstamp", datetime.datetime.combine(one.known_on, datetime.time(), datetime.UTC))
    event.add("sequence", one.sequence)
    for name, moment in _span(one):
        event.add(name, moment)
    event.add("summary", one.page.title)
    state = board.label("meeting.state", one.state) if one.state != "withdrawn" else ""
    event.add("description", "\n".join(part for part in (state, one.page.summary, url) if part))
    if one.place:
        event.add("location", one.place)
    event.add("status", EVENT_STATUS.get(one.state, "CONFIRMED"))
    event.add("url", url)
    return event


def _span(one: Happening) -> Iterator[tuple[str, datetime.date]]:
    """Start and end: moments where the hour is known, else whole days, of which the end is the day after."""
    if not one.start:
        yield "dtstart", one.first
        yield "dtend", one.last + datetime.timedelta(days=1)
        return
    yield "dtstart", _moment(one.first, one.start)
    if one.end and _moment(one.last, one.end) > _moment(one.first, one.start):
        yield "dtend", _moment(one.last, one.end)


def _moment(day: datetime.date, time: str) -> datetime.datetime:
    """In universal time, which needs no description of zones; China has one, without summer time."""
    local = datetime.datetime.combine(day, datetime.time.fromisoformat(time), CHINA)
    return local.astimezone(datetime.UTC)


def _turns(track: Track) -> Iterator[Turn]:
    """Everything that waits, and the last thing done."""
    last = track.turns[-1:]
    for turn in (*track.overdue, *(one for one in last if one.state is not State.NOT_SEEN), track.upcoming):
        if turn and turn.state in TASK_STATUS:
            yield turn


def _task(board: Board, track: Track, turn: Turn, base_url: str) -> Component:
    place = clocks.anchor(track)
    url = f"{base_url}{board.slug}/{clocks.FOLDER}index.html#{place}"
    begun = datetime.datetime.combine(turn.period.start, datetime.time(), datetime.UTC)
    task = Todo()
    task.add("uid", f"{board.slug}.{place}.{turn.period.start}@{urlsplit(base_url).hostname}")
    task.add("dtstamp", begun)
    task.add("due", turn.due)
    task.add("status", TASK_STATUS[turn.state])
    if turn.seen_on:
        task.add("completed", datetime.datetime.combine(turn.seen_on, datetime.time(), datetime.UTC))
    task.add("summary", f"{turn.duty.title} · {clocks.whose(board, track)} · {clocks.name(turn)}")
    task.add("description", f"{turn.duty.basis.zh}\n{board.body(turn.body)}\n{url}")
    return task
