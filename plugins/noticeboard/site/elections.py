"""Elections on pages: candidates by their votes, turnout, what the law asks, and the days from list to offices."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from noticeboard.law import elections
from noticeboard.law.elections import Fate, Held, Standing
from noticeboard.records.count import Count
from noticeboard.records.election import Election
from noticeboard.site import recounts, tallies
from noticeboard.site.board import Board
from noticeboard.site.wordings import percent


class Cell(NamedTuple):
    """Votes for one candidate in one unit; `width` is the bar's, in percent of those who voted."""

    votes: Decimal
    share: str
    width: float


class Candidate(NamedTuple):
    """`tied` says that somebody with another fate has as many votes."""

    option: str
    fate: Fate
    cells: tuple[Cell, ...]
    tied: bool


class Turnout(NamedTuple):
    """Of one unit: how many voted of those who may; no share where that is not stated."""

    of: Count
    voted: Decimal | None
    share: str
    width: float


class Day(NamedTuple):
    """A day of the election; `record` is where it is told."""

    what: str
    day: datetime.date
    record: str = ""
    words: str = ""


def page(board: Board, election: Election) -> dict[str, Any]:
    """What the page of an election shows beside the record itself."""
    held = elections.held(board.dataset, election)
    tests = elections.tests(board.dataset, election)
    return {
        "held": held,
        "ranked": list(_candidates(held)),
        "others": _others(held),
        "turnouts": [_turnout(count) for count in held.counts],
        "stages": list(recounts.stages(tests, held.counts, held.chosen, board.words)),
        "days": sorted(_days(election), key=lambda one: one.day),
        "offices": [(one, [tallies.tally(count) for count in one.counts]) for one in election.offices],
    }


def _candidates(held: Held) -> Iterator[Candidate]:
    for one in held.standings:
        cells = tuple(_cell(votes, count) for votes, count in zip(one.votes, held.counts, strict=True))
        yield Candidate(one.option, one.fate, cells, _is_tied(one, held))


def _is_tied(one: Standing, held: Held) -> bool:
    return any(other.fate != one.fate and other.votes[0] == one.votes[0] > 0 for other in held.standings)


def _cell(votes: Decimal, count: Count) -> Cell:
    voted = count.voted or count.ballots
    if not voted:
        return Cell(votes, "", 0.0)
    return Cell(votes, percent(votes, voted), round(float(votes * 100 / voted), 2))


def _others(held: Held) -> list[tuple[str, tuple[Decimal | None, ...]]]:
    """Options that stand for no candidate, such as abstentions, with their votes in each unit."""
    named = dict.fromkeys(one for count in held.counts for one in count.options if not elections.is_candidate(one))
    return [(one, tuple(count.options.get(one) for count in held.counts)) for one in named]


def _turnout(count: Count) -> Turnout:
    if count.voted is None or not count.entitled:
        return Turnout(count, count.voted, "", 0.0)
    width = min(100.0, round(float(count.voted * 100 / count.entitled), 2))
    return Turnout(count, count.voted, percent(count.voted, count.entitled), width)


def _days(election: Election) -> Iterator[Day]:
    listed = election.candidates
    if listed and listed.posted_on:
        yield Day("candidates", listed.posted_on, listed.notice, listed.where)
    if election.voting:
        yield Day("voting", election.voting.start, election.notice, election.voting.channels)
    yield Day("election", election.date, election.resolution)
    for office in election.offices:
        yield Day("office", office.date, office.meeting, f"{office.role}　{office.note}".strip("　"))
