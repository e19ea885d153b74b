"""How many took part in votes, one after the other: of each body that decides, its turnout over time."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticeboard.records.count import Count, holding
from noticeboard.records.resolution import Resolution
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.wordings import percent

FOLDER = "turnout/"
UNITS = ("owners", "persons", "households", "ballots")
"""Heads before ballots; area is told on the resolution's own page."""


class Vote(NamedTuple):
    """One vote: who took part of all who may; `width` is its bar in percent of the whole."""

    resolution: Resolution
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
        vote = _vote(resolution)
        if vote and not resolution.withdrawn:
            found[resolution.estate, board.dataset.kind_of(resolution.decided_by)].append(vote)
    return [
        Series(estate, decider, tuple(sorted(votes, key=lambda one: one.day, reverse=True)))
        for (estate, decider), votes in sorted(found.items())
    ]


def _vote(resolution: Resolution) -> Vote | None:
    """By the first motion that states it; a resolution is voted on at once."""
    counts = (one for motion in resolution.motions for one in holding(motion.counts))
    of = next((one for one in counts if one.unit in UNITS and not one.group and _is_told(one)), None)
    if of is None or not of.entitled or of.voted is None:
        return None
    width = round(float(of.voted * 100 / of.entitled), 2)
    return Vote(resolution, resolution.decided_on, of.voted, of.entitled, percent(of.voted, of.entitled), width)


def _is_told(count: Count) -> bool:
    return bool(count.entitled) and count.voted is not None
