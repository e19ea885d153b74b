"""A community's own systems: who has which part in them, what there is to do, and which meetings were held."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from noticeboard.duties.agenda import Agenda, agendas
from noticeboard.duties.periods import MONTHS, part_of_calendar
from noticeboard.duties.track import State, Track, Turn
from noticeboard.law import profile
from noticeboard.law.needs import Standing, lacking, standings
from noticeboard.law.profile import Need, Profile
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.site import clocks
from noticeboard.site.board import Board
from noticeboard.site.page import Page

FOLDER = "systems/"


class Box(NamedTuple):
    """One period in the table of meetings: `span` months, its state (empty where nothing was asked), and the record."""

    span: int
    state: str
    record: str
    name: str


class Line(NamedTuple):
    """One kind of meeting in one year: its boxes from January to December, how many were held and asked."""

    title: str
    whose: str
    boxes: tuple[Box, ...]
    held: int
    asked: int


class Miss(NamedTuple):
    """A meeting that was not held: why, in the community's own words or by the record that tells it."""

    title: str
    period: str
    reason: str
    record: Meeting | None


class Year(NamedTuple):
    year: int
    lines: tuple[Line, ...]
    misses: tuple[Miss, ...]


class Shown(NamedTuple):
    """One system: its needs that are met or explained, each with its estates, its agenda, and the matters that take its
    steps.
    """

    system: Profile
    there: Sequence[tuple[Need, Sequence[Standing]]]
    agenda: Agenda
    matters: Sequence[Matter]


def pages(board: Board) -> Iterator[Page]:
    """The page of the systems, where there are any, or meetings that must be held."""
    calendar = list(years(board))
    if board.community.packs or calendar:
        context = {"systems": _shown(board), "years": calendar, "whose": clocks.whose, "anchor": clocks.anchor}
        context["lacking"] = partial(lacking, language=board.language)
        yield Page(FOLDER, "systems.html", context)


def _shown(board: Board) -> list[Shown]:
    needs = board.dataset.derive(standings, board.today)
    return [
        Shown(
            system,
            _by_need([one for one in needs if one.system.code == agenda.system and not one.open]),
            agenda,
            [one for one in board.dataset.matters if one.follows == agenda.system],
        )
        for agenda in agendas(board.dataset, board.today)
        if (system := profile.system(agenda.system))
    ]


def _by_need(standings: Sequence[Standing]) -> list[tuple[Need, list[Standing]]]:
    """In the order of the needs, in which they come."""
    return [(those[0].need, those) for _, found in groupby(standings, key=_need) if (those := list(found))]


def _need(one: Standing) -> str:
    return one.need.id


def years(board: Board) -> Iterator[Year]:
    """The table of meetings year by year, the latest first."""
    tracks = [track for track in board.tracks if track.about.seen.meeting and track.about.every in MONTHS]
    known = {turn.period.until.year for track in tracks for turn in track.turns if turn.state is not State.NOT_YET}
    for year in sorted(known, reverse=True):
        lines = [line for track in tracks if (line := _line(board, track, year))]
        misses = [_miss(board, track, turn) for track in tracks for turn in _of(track, year) if _missed(turn)]
        yield Year(year, tuple(lines), tuple(misses))


def _of(track: Track, year: int) -> list[Turn]:
    return [turn for turn in track.turns if turn.period.until.year == year]


def _missed(turn: Turn) -> bool:
    return turn.state is State.NOT_SEEN


def _line(board: Board, track: Track, year: int) -> Line | None:
    """Nothing where the year asked for no such meeting."""
    turns = {turn.period.start: turn for turn in _of(track, year)}
    if not turns:
        return None
    boxes, day = [], datetime.date(year, 1, 1)
    while day.year == year:
        turn = turns.get(day)
        every = turn.duty.every if turn else track.about.every
        period = turn.period if turn else part_of_calendar(every, day)
        shown = turn if turn and turn.state is not State.NOT_YET else None
        name = clocks.name(turn, board.language) if turn else ""
        boxes.append(Box(MONTHS[every], str(shown.state) if shown else "", shown.record if shown else "", name))
        day = period.until + datetime.timedelta(days=1)
    held = sum(one.type in track.about.seen.meeting and one.state == "held" and one.date.year == year
               for one in board.dataset.meetings if _concerns(board, track, one))  # fmt: skip
    asked = sum(turn.state in (State.DISCLOSED, State.NOT_SEEN) for turn in turns.values())
    return Line(board.words.named(track.about), clocks.whose(board, track), tuple(boxes), held, asked)


def _concerns(board: Board, track: Track, meeting: Meeting) -> bool:
    return not track.subject.estate or board.dataset.estate_of(meeting) == track.subject.estate


def _miss(board: Board, track: Track, turn: Turn) -> Miss:
    """With the record of the meeting that did not take place, where there is one."""
    record = next(
        (
            one
            for one in board.dataset.meetings
            if one.type in turn.duty.seen.meeting and one.state != "held" and _concerns(board, track, one)
            and turn.period.start <= one.date <= turn.period.until
        ),
        None,
    )  # fmt: skip
    return Miss(
        board.words.named(turn.duty), clocks.name(turn, board.language), record.summary if record else "", record
    )
