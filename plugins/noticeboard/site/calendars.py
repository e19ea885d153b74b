"""iCalendar: what happens when, for residents; and what is due when, for clerks. The same for every build."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from noticeboard.duties.track import State, Track, Turn
from noticeboard.site import clocks, ical
from noticeboard.site.board import Board
from noticeboard.site.happenings import Happening, happenings
from noticeboard.site.ical import Line
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
        event = ical.component("VEVENT", _event(board, one, base_url))
        events.append(event)
        for body in one.bodies:
            by_body[body].append(event)
    if events:
        yield "events.ics", ical.calendar(f"{name} · {t('events')}", events)
    for body in board.dataset.body_by_id:
        if body in by_body:
            yield f"bodies/{body}/events.ics", ical.calendar(f"{board.body(body)} · {t('events')}", by_body[body])
    if board.tracks:
        turns = [(track, turn) for track in board.tracks for turn in _turns(track)]
        tasks = [ical.component("VTODO", _task(board, *pair, base_url)) for pair in turns]
        yield "clock.ics", ical.calendar(f"{name} · {t('clock')}", tasks)


def _event(board: Board, one: Happening, base_url: str) -> Iterator[Line]:
    url = f"{base_url}{board.slug}/{one.page.id}/"
    state = board.label("meeting.state", one.state) if one.state != "withdrawn" else ""
    yield ical.text("UID", f"{board.slug}.{one.id}@{urlsplit(base_url).hostname}")
    yield ical.moment("DTSTAMP", _midnight(one.known_on))
    yield "SEQUENCE", str(one.sequence)
    yield from _span(one)
    yield ical.text("SUMMARY", one.page.title)
    yield ical.text("DESCRIPTION", "\n".join(part for part in (state, one.page.summary, url) if part))
    if one.place:
        yield ical.text("LOCATION", one.place)
    yield "STATUS", EVENT_STATUS.get(one.state, "CONFIRMED")
    yield "URL", url


def _span(one: Happening) -> Iterator[Line]:
    """Start and end: moments where the hour is known, else whole days, of which the end is the day after."""
    if not one.start:
        yield ical.moment("DTSTART", one.first)
        yield ical.moment("DTEND", one.last + datetime.timedelta(days=1))
        return
    start = _moment(one.first, one.start)
    yield ical.moment("DTSTART", start)
    if one.end and _moment(one.last, one.end) > start:
        yield ical.moment("DTEND", _moment(one.last, one.end))


def _moment(day: datetime.date, time: str) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.fromisoformat(time), CHINA)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _turns(track: Track) -> Iterator[Turn]:
    """Everything that waits, and the last thing done."""
    last = track.turns[-1:]
    for turn in (*track.overdue, *(one for one in last if one.state is not State.NOT_SEEN), track.upcoming):
        if turn and turn.state in TASK_STATUS:
            yield turn


def _task(board: Board, track: Track, turn: Turn, base_url: str) -> Iterator[Line]:
    place = clocks.anchor(track)
    url = f"{base_url}{board.slug}/{clocks.FOLDER}index.html#{place}"
    yield ical.text("UID", f"{board.slug}.{place}.{turn.period.start}@{urlsplit(base_url).hostname}")
    yield ical.moment("DTSTAMP", _midnight(turn.period.start))
    yield ical.moment("DUE", turn.due)
    yield "STATUS", TASK_STATUS[turn.state]
    if turn.seen_on:
        yield ical.moment("COMPLETED", _midnight(turn.seen_on))
    yield ical.text("SUMMARY", f"{turn.duty.title} · {clocks.whose(board, track)} · {clocks.name(turn)}")
    yield ical.text("DESCRIPTION", f"{turn.duty.basis.zh}\n{board.body(turn.body)}\n{url}")
