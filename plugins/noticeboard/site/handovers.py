"""Handovers on pages: by when and by which article, what came, what is missing; and who kept each seal."""

from collections import Counter
from decimal import Decimal
from typing import Any, NamedTuple

from noticeboard.law import handovers
from noticeboard.records.bodies import Seal
from noticeboard.records.handover import HandedItem, HandoverList
from noticeboard.site import charts
from noticeboard.site.board import Board, Remark
from noticeboard.site.charts import Segment
from noticeboard.site.summary import Row

SHADES = {"handed-over": "1", "partly": "4", "awaited": "3", "missing": "2", "refused": "2"}


class Line(NamedTuple):
    """An item with the row of its record; `verified` where the attached file has the digest that is stated."""

    of: HandedItem
    row: Row | None
    verified: bool


class Kept(NamedTuple):
    """A seal and what the check has to say of it."""

    of: Seal
    remarks: list[Remark]


def page(board: Board, one: HandoverList) -> dict[str, Any]:
    """What the page of a handover shows beside the record itself."""
    found = handovers.limit(board.dataset, one)
    lines = [_line(board, item) for item in one.items]
    return {
        "state": handovers.state(board.dataset, one, board.today),
        "due": board.words.day(found[0]) if found else "",
        "due_basis": found[1].basis if found else None,
        "late": handovers.days_late(board.dataset, one),
        "lines": lines,
        "wanting": [line for line in lines if not line.of.is_handed_over],
        "bar": _bar(one),
        "counted": _counted(one),
    }


def _line(board: Board, item: HandedItem) -> Line:
    found = board.dataset.digests.get(item.file)
    return Line(item, board.row(item.record), bool(found) and found == item.sha256)


def _counted(one: HandoverList) -> list[tuple[str, int]]:
    """State to how many items, in the order of the list of states."""
    states = Counter(item.state for item in one.items)
    return [(state, states[state]) for state in SHADES if states[state]]


def _bar(one: HandoverList) -> tuple[Segment, ...]:
    parts = [(SHADES[state], Decimal(count)) for state, count in _counted(one)]
    return charts.bar(parts, Decimal(len(one.items)))


def seals(board: Board) -> list[Kept]:
    """Every seal with its keepers, in the order of the file."""
    found = enumerate(board.dataset.seals)
    return [Kept(seal, board.remarks_on("bodies", "seals", index)) for index, seal in found]
