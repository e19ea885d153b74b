"""Three measures of a community's openness: seen, found, answered.

Each says what it counts; where there is nothing to count it is left out, never guessed.
"""

import datetime
from typing import NamedTuple

from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Contact
from noticeboard.rules.daily_work import boards_of
from noticeboard.site.board import Board


class Measure(NamedTuple):
    """`part` of `whole`; `name` is a key of the words, `url` leads to what was counted."""

    name: str
    part: int
    whole: int
    url: str


def measures(board: Board) -> list[Measure]:
    data = board.dataset
    found = [
        Measure("seen", *_seen(data), "registers/postings/index.html"),
        Measure("found", *_found(data), "responsibilities/index.html"),
        Measure("answered", *_answered(board), "registers/requests/index.html"),
    ]
    return [one for one in found if one.whole]


def _seen(data: Dataset) -> tuple[int, int]:
    """Boards on which registered notices hang, of those on which they must."""
    register = data.registers.get("postings")
    hung = {(entry["notice"], entry["board"]) for entry in register.entries()} if register else set()
    wanted = {(notice, board) for notice in {notice for notice, _ in hung} for board in boards_of(data, notice)}
    return len(wanted & hung), len(wanted)


def _found(data: Dataset) -> tuple[int, int]:
    """Troubles for which a body and its telephone are stated."""
    asked = [(one.contact or _contact(data, one.lead)) for one in data.responsibilities]
    return sum(bool(one and one.phone) for one in asked), len(asked)


def _contact(data: Dataset, body_id: str) -> Contact | None:
    body = data.body_by_id.get(body_id)
    return body.contact if body else None


def _answered(board: Board) -> tuple[int, int]:
    """Requests answered by their day, of those whose day is over or that were answered."""
    register = board.dataset.registers.get("requests")
    in_time = counted = 0
    for entry in register.entries() if register else ():
        due = datetime.date.fromisoformat(entry["due"]) if entry["due"] else None
        answered = datetime.date.fromisoformat(entry["answered_on"]) if entry["answered_on"] else None
        if due and (answered or board.today.is_past(due)):
            counted += 1
            in_time += answered is not None and answered <= due
    return in_time, counted
