"""Bodies and contracts over time: what holds today, what is over, and the gaps between."""

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from noticeboard.records.bodies import Body, Contract, Post
from noticeboard.site.board import Board

DAY = datetime.timedelta(days=1)


class Seat(NamedTuple):
    """A body with its posts, those of today apart from those that are over."""

    body: Body
    posts: tuple[Post, ...]
    former: tuple[Post, ...]


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


def bodies(board: Board) -> dict[str, Any]:
    """Present bodies, former ones, and each estate's contracts, in the order of the files."""
    over = board.today.is_past
    seats = [_seat(board, body) for body in board.dataset.bodies]
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


def _seat(board: Board, body: Body) -> Seat:
    over = {id(post) for post in body.posts if post.until and board.today.is_past(post.until)}
    return Seat(
        body,
        tuple(post for post in body.posts if id(post) not in over),
        tuple(post for post in body.posts if id(post) in over),
    )


def _by_estate(board: Board) -> list[tuple[str, list[Spell]]]:
    """Estate name to its spells, the latest first."""
    contracts = sorted(board.dataset.contracts, key=lambda one: one.start)
    estates = dict.fromkeys(contract.estate for contract in contracts)
    return [
        (board.estate(estate), list(_spells(board, [one for one in contracts if one.estate == estate]))[::-1])
        for estate in estates
    ]


def _spells(board: Board, contracts: list[Contract]) -> Iterator[Spell]:
    end: datetime.date | None = None
    for contract in contracts:
        if end and contract.start > end + DAY:
            yield Spell(end + DAY, contract.start - DAY, None)
        end = contract.ended_on or contract.until
        yield Spell(contract.start, end, contract)
    if end and board.today.is_past(end):
        yield Spell(end + DAY, None, None)
