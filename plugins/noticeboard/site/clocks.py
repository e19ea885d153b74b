"""The disclosure clock as its page shows it: what is overdue first, then what is due, done, or does not apply."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from noticeboard.duties.clock import taking_part_since
from noticeboard.duties.track import State, Track, Turn
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.summary import Overdue
from noticeboard.site.wordings import wordings

FOLDER = "clock/"
OVERDUE = "disclosure-overdue"
"""The rule whose findings a community may answer."""
SHOWN = (State.NOT_SEEN, State.DUE, State.DISCLOSED)
"""The states whose duties stand one by one; the others are told in groups."""


class Entry(NamedTuple):
    """One duty of one estate or body. `turn` is what there is to say now, `missing` how many periods were not seen.

    `expired` where what it rests on is no longer in force.
    """

    id: str
    track: Track
    turn: Turn
    whose: str
    period: str
    missing: int
    expired: bool


class Apart(NamedTuple):
    """One duty that does not apply, or not yet, to `whose`, for one reason."""

    title: str
    whose: tuple[str, ...]
    unmet: str
    reason: str


class Turned(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One period of a duty: when it was due, whether it was seen; days late, or why it does not apply."""

    start: datetime.date = field(name="from")
    until: datetime.date
    due: datetime.date
    state: State
    record: str = ""
    seen_on: datetime.date | None = None
    days_late: int = 0
    reason: str = ""


class Duty(Struct, frozen=True, kw_only=True):
    """One duty of disclosure of an estate or body, with its source and the latest periods."""

    duty: str
    title: str
    estate: str
    body: str
    every: str
    layer: str
    standing: str
    source: str
    conventions: Sequence[str]
    state: State
    periods: Sequence[Turned]
    upcoming: Turned | None


def pages(board: Board) -> Iterator[Page]:
    """The clock of a community; and where there are several estates, that of each with what concerns all of them."""
    yield _page(board, FOLDER, "", board.tracks)
    if len(board.community.estates) > 1:
        for estate in board.community.estates:
            tracks = [track for track in board.tracks if track.subject.estate in ("", estate.id)]
            yield _page(board, f"{FOLDER}{estate.id}/", estate.id, tracks)


def _page(board: Board, folder: str, estate: str, tracks: Sequence[Track]) -> Page:
    entries = [_entry(board, track, turn) for track in tracks if (turn := _now(track))]
    context = {
        "only": estate,
        "counts": counts(tracks),
        "shown": [(state, _in_order(state, [one for one in entries if one.track.state is state])) for state in SHOWN],
        "not_applicable": _apart(board, tracks, State.NOT_APPLICABLE),
        "not_yet": _apart(board, tracks, State.NOT_YET),
        "told": told,
        "answer": next((one.answer for one in board.remarks("community") if one.rule == OVERDUE), ""),
    }
    return Page(folder, "clock.html", context, kind="" if estate else "page")


def counts(tracks: Iterable[Track]) -> dict[str, int]:
    """How many duties stand in each state."""
    found = Counter(track.state for track in tracks)
    return {str(state): found[state] for state in State}


def name(turn: Turn, language: str = "zh") -> str:
    """What a period is called."""
    return wordings(language).part(turn.period, turn.duty.every)


def anchor(track: Track) -> str:
    """Where a duty stands on the page."""
    return "-".join(part for part in (track.key, track.subject.estate, track.subject.body) if part)


def overdue(board: Board) -> list[Overdue]:
    """What was not seen, what has been due longest first."""
    late = sorted((track for track in board.tracks if track.overdue), key=lambda track: track.overdue[0].due)
    return [
        Overdue(
            url=f"{FOLDER}index.html#{anchor(track)}",
            title=board.words.named(track.overdue[-1].duty),
            whose=whose(board, track),
            periods=len(track.overdue),
            period=name(track.overdue[-1], board.language),
            due=str(track.overdue[-1].due),
        )
        for track in late
    ]


def _now(track: Track) -> Turn | None:
    """The turn that the page speaks of: of several not seen the newest."""
    return track.overdue[-1] if track.overdue else track.last


def _entry(board: Board, track: Track, turn: Turn) -> Entry:
    last = turn.duty.until
    expired = last is not None and board.today.is_past(last)
    period = name(turn, board.language)
    return Entry(anchor(track), track, turn, whose(board, track), period, len(track.overdue), expired)


def whose(board: Board, track: Track) -> str:
    """The name of the body where each has its own, of the estate or the community."""
    return board.body(track.subject.body) if track.subject.body else board.estate(track.subject.estate)


def _in_order(state: State, entries: Sequence[Entry]) -> list[Entry]:
    """What is due soonest first; what was done stays in the order of the duties."""
    return list(entries) if state is State.DISCLOSED else sorted(entries, key=lambda one: one.turn.due)


def _apart(board: Board, tracks: Iterable[Track], state: State) -> list[Apart]:
    """Duties by title and reason, each with all whom it concerns."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for track in tracks:
        if track.state is state:
            turn = track.last
            unmet = turn.unmet if turn else ""
            reason = turn.exemption.reason if turn and turn.exemption else ""
            title = board.words.named(turn.duty if turn else track.about)
            found[title, unmet, reason or _since(board, track, state)].append(whose(board, track))
    return [Apart(title, tuple(whose), unmet, reason) for (title, unmet, reason), whose in found.items()]


def _since(board: Board, track: Track, state: State) -> str:
    """Of what is still to come, since when."""
    since = taking_part_since(board.dataset, track.subject.estate)
    return str(since) if state is State.NOT_YET and since else ""


def told(turns: Iterable[Turn]) -> list[tuple[State, int]]:
    """How many periods stand in each state, for those who cannot see the strip."""
    found = Counter(turn.state for turn in turns)
    return [(state, found[state]) for state in State if found[state]]


def fulfilled(board: Board, record: str) -> list[tuple[Track, Turn]]:
    """The periods of duties that a record shows done, the latest of each duty."""
    return [
        (track, turns[-1]) for track in board.tracks if (turns := [one for one in track.turns if one.record == record])
    ]


def export(board: Board) -> list[Duty]:
    """The clock as data: of every duty its source, its state and the periods of its strip."""
    return [_exported(track) for track in board.tracks]


def _exported(track: Track) -> Duty:
    duty = track.about
    return Duty(
        duty=track.key,
        title=duty.title,
        estate=track.subject.estate,
        body=track.subject.body or (track.last.body if track.last else ""),
        every=duty.every,
        layer=duty.layer,
        standing=duty.standing,
        source=duty.basis.zh,
        conventions=duty.convention,
        state=track.state,
        periods=[_period(turn) for turn in track.strip],
        upcoming=_period(track.upcoming) if track.upcoming else None,
    )


def _period(turn: Turn) -> Turned:
    return Turned(
        start=turn.period.start,
        until=turn.period.until,
        due=turn.due,
        state=turn.state,
        record=turn.record,
        seen_on=turn.seen_on,
        days_late=turn.late,
        reason=turn.exemption.reason if turn.exemption else turn.unmet,
    )
