"""Bodies and contracts over time: what holds today, what is over, and the gaps between."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from noticeboard.law.terms import vacant
from noticeboard.records.bodies import Body, Contract, Post, TermOfOffice
from noticeboard.site.board import Board, Remark
from noticeboard.site.wordings import percent

DAY = datetime.timedelta(days=1)


STEPS = (
    "voter_list_posted_on", "candidates_posted_on", "elected_on", "first_meeting_on", "officers_posted_on", "filed_on",
    "reelection_reported_on",
)  # fmt: skip
"""The days of a term in their usual order."""


class Seat(NamedTuple):
    """A body with its posts, those of today apart from those that are over.

    `steps` are the days of its term that are stated, each with the name of its field. `expired`: the term is over, and
    nobody followed. `party_share` is of the members, as text.
    """

    body: Body
    posts: tuple[Post, ...]
    former: tuple[Post, ...]
    steps: tuple[tuple[str, datetime.date], ...]
    remarks: list[Remark]
    expired: bool
    party_share: str


class Ground(NamedTuple):
    """The bodies of one estate, or of the community where `estate` is empty."""

    estate: str
    name: str
    seats: tuple[Seat, ...]


class Spell(NamedTuple):
    """A stretch of time in one estate, with the contract that covered it or with none."""

    start: datetime.date
    until: datetime.date | None
    contract: Contract | None
    remarks: list[Remark]


def bodies(board: Board) -> dict[str, Any]:
    """Present bodies, former ones, and each estate's contracts, in the order of the files."""
    over = board.today.is_past
    seats = [_seat(board, body, index) for index, body in enumerate(board.dataset.bodies)]
    return {
        "grounds": _by_ground(board, [one for one in seats if not (one.body.until and over(one.body.until))]),
        "former": [one for one in seats if one.body.until and over(one.body.until)],
        "contracts": _by_estate(board),
    }


def _by_ground(board: Board, seats: list[Seat]) -> list[Ground]:
    """The community's own bodies first, then each estate's."""
    names = {"": board.community.name} | {estate.id: estate.name for estate in board.community.estates}
    grounds = [
        Ground(estate, name, tuple(one for one in seats if one.body.estate == estate)) for estate, name in names.items()
    ]
    return [ground for ground in grounds if ground.seats]


def _seat(board: Board, body: Body, index: int) -> Seat:
    over = {id(post) for post in body.posts if post.until and board.today.is_past(post.until)}
    return Seat(
        body,
        tuple(post for post in body.posts if id(post) not in over),
        tuple(post for post in body.posts if id(post) in over),
        tuple(_steps(body.term)) if body.term else (),
        board.remarks_on("bodies", "bodies", index),
        any(one.body is body for one in vacant(board.dataset, board.today)),
        _party_share(body),
    )


def _party_share(body: Body) -> str:
    members = body.in_office or body.seats
    return percent(Decimal(body.party_members), Decimal(members)) if body.party_members is not None and members else ""


def _steps(term: TermOfOffice) -> Iterator[tuple[str, datetime.date]]:
    for name in STEPS:
        if day := getattr(term, name):
            yield name, day


def _by_estate(board: Board) -> list[tuple[str, list[Spell]]]:
    """Estate name to its spells, the latest first."""
    contracts = sorted(enumerate(board.dataset.contracts), key=lambda one: one[1].start)
    estates = dict.fromkeys(contract.estate for _, contract in contracts)
    return [
        (board.estate(estate), list(_spells(board, [one for one in contracts if one[1].estate == estate]))[::-1])
        for estate in estates
    ]


def _spells(board: Board, contracts: list[tuple[int, Contract]]) -> Iterator[Spell]:
    """`contracts` come with their place in the file, the earliest first."""
    end: datetime.date | None = None
    for index, contract in contracts:
        if end and contract.start > end + DAY:
            yield Spell(end + DAY, contract.start - DAY, None, [])
        end = contract.ended_on or contract.until
        yield Spell(contract.start, end, contract, board.remarks_on("bodies", "contracts", index))
    if end and board.today.is_past(end):
        yield Spell(end + DAY, None, None, [])
