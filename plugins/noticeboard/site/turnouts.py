"""How many took part in votes, one after the other: of each body that decides, its turnout over time."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from noticeboard.records.count import Count, holding
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.wordings import percent

FOLDER = "turnout/"
VOTERS = {
    "owners": "owners-assembly",
    "residents": "residents-meeting",
    "households": "residents-meeting",
    "representatives": "residents-representatives",
}
"""Who votes in an election, to the kind of body that they are when they decide."""
UNITS = ("owners", "persons", "households", "ballots")
"""Heads before ballots; area is told on the resolution's own page."""


class Vote(NamedTuple):
    """One vote: who took part of all who may; `width` is its bar in percent of the whole."""

    record: Record
    day: datetime.date
    voted: Decimal
    entitled: Decimal
    share: str
    width: float


class Series(NamedTuple):
    """The votes of one kind of decider in an estate (or, empty, the community), the latest first."""

    estate: str
    decider: str
    votes: tuple[Vote, ...]


def pages(board: Board) -> Iterator[Page]:
    """The page, where any vote says who might have taken part."""
    if found := series(board):
        yield Page(FOLDER, "turnout.html", {"series": found})


def series(board: Board) -> list[Series]:
    found: defaultdict[tuple[str, str], list[Vote]] = defaultdict(list)
    for resolution in board.dataset.resolutions:
        counts = [one for motion in resolution.motions for one in holding(motion.counts)]
        if vote := _vote(resolution, resolution.decided_on, counts):
            found[resolution.estate, board.dataset.kind_of(resolution.decided_by)].append(vote)
    for election in board.dataset.of(Election):
        if vote := _vote(election, election.date, holding(election.counts)):
            found[election.estate, VOTERS.get(election.voters, "")].append(vote)
    return [
        Series(estate, decider, tuple(sorted(votes, key=lambda one: one.day, reverse=True)))
        for (estate, decider), votes in sorted(found.items())
    ]


def _vote(record: Record, day: datetime.date, counts: Sequence[Count]) -> Vote | None:
    """By the first count that states it: what is on one ballot is voted on at once."""
    of = next((one for one in counts if one.unit in UNITS and not one.group and _is_told(one)), None)
    if of is None or not of.entitled or of.voted is None or record.withdrawn:
        return None
    width = round(float(of.voted * 100 / of.entitled), 2)
    return Vote(record, day, of.voted, of.entitled, percent(of.voted, of.entitled), width)


def _is_told(count: Count) -> bool:
    return bool(count.entitled) and count.voted is not None
