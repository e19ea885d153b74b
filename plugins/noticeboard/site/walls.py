"""What must hang at each building today."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from noticeboard.records.community import Building, Estate
from noticeboard.records.dataset import WHOLE_COMMUNITY
from noticeboard.records.envelope import Record
from noticeboard.site.board import Board
from noticeboard.site.page import Page

FOLDER = "building/"


class Wall(NamedTuple):
    """A building; what must hang on its own boards, and what concerns it and hangs elsewhere; by last day."""

    estate: Estate
    building: Building
    code: str
    here: Sequence[Record]
    elsewhere: Sequence[Record]


def pages(board: Board) -> Iterator[Page]:
    """The list of buildings, and the wall sheet of each."""
    found = walls(board)
    by_estate = [(name, list(own)) for name, own in groupby(found, key=lambda wall: wall.estate.name)]
    yield Page(FOLDER, "buildings.html", {"estates": by_estate}, kind="")
    for wall in found:
        yield Page(f"{FOLDER}{wall.building.id}/", "building.html", {"wall": wall})


def walls(board: Board) -> list[Wall]:
    """Of every building, in the community's order."""
    return board.dataset.derive(_walls, board)


def _walls(_: object, board: Board) -> list[Wall]:
    hanging = [record for record in board.dataset.records if _hangs(board, record)]
    hanging.sort(key=lambda one: (str(one.posting and one.posting.until), one.id))
    return [_wall(board, estate, building, hanging) for estate, building in board.dataset.building_by_id.values()]


def _hangs(board: Board, record: Record) -> bool:
    """Whether a record is posted today. Without a last day nobody knows."""
    posting = record.posting
    if record.withdrawn or posting is None or posting.until is None:
        return False
    return board.today.is_within(posting.start, posting.until)


def _wall(board: Board, estate: Estate, building: Building, hanging: Sequence[Record]) -> Wall:
    boards = {one.id for one in board.community.boards if one.building == building.id}
    here, elsewhere = [], []
    for record in hanging:
        places = set(record.posting.places) if record.posting else set()
        if building.id in record.buildings or places & boards:
            here.append(record)
        elif not record.buildings and board.dataset.estate_of(record) in (estate.id, WHOLE_COMMUNITY):
            elsewhere.append(record)
    return Wall(estate, building, board.dataset.building_codes[building.id], here, elsewhere)
