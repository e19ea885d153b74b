"""What must hang at each building today."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from noticeboard.records.community import Building, Estate
from noticeboard.records.dataset import WHOLE_COMMUNITY, Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.notice import Notice
from noticeboard.records.table import Entry
from noticeboard.site import finances
from noticeboard.site.board import Board
from noticeboard.site.finances import Purse
from noticeboard.site.page import Page
from noticeboard.site.summary import Row

FOLDER = "building/"


class Wall(NamedTuple):
    """A building; what must hang on its own boards, and what concerns it and hangs elsewhere; by last day.

    `grid` is its row in the register of grids, `provider` the id of the body that serves it.
    """

    estate: Estate
    building: Building
    code: str
    here: Sequence[Record]
    elsewhere: Sequence[Record]
    grid: Entry | None
    provider: str


def pages(board: Board) -> Iterator[Page]:
    """The list of buildings, and the wall sheet of each."""
    found = walls(board)
    by_estate = [(name, list(own)) for name, own in groupby(found, key=lambda wall: wall.estate.name)]
    yield Page(FOLDER, "buildings.html", {"estates": by_estate}, kind="")
    for wall in found:
        yield Page(f"{FOLDER}{wall.building.id}/", "building.html", context(board, wall))


def context(board: Board, wall: Wall) -> dict[str, Any]:
    """A wall, and what most people look for who scan its code: the newest notice, common income, whom to ask."""
    estate, building = wall.estate.id, wall.building.id
    notices = board.dataset.derive(_notices, board)
    income = board.dataset.derive(_common_income, board)
    return {
        "wall": wall,
        "newest": next((row for row, about in notices if building in about), None),
        "income": income.get(estate) or income.get(WHOLE_COMMUNITY),
        "troubles": board.dataset.troubles_in(estate),
    }


def _common_income(_: object, board: Board) -> dict[str, Purse]:
    """Estate to its common income."""
    funds = zip(board.dataset.standing, finances.purses(board), strict=True)
    return {estate: purse for (estate, fund), purse in funds if fund == "common-income"}


def _notices(dataset: Dataset, board: Board) -> list[tuple[Row, frozenset[str]]]:
    """Every notice, the newest first, with the buildings that it concerns."""
    estates = {estate.id: frozenset(one.id for one in estate.buildings) for estate in dataset.community.estates}
    everywhere = frozenset[str]().union(*estates.values())
    return [
        (row, frozenset(record.buildings) or estates.get(dataset.estate_of(record), everywhere))
        for row in board.newest
        if isinstance(record := dataset.by_id[row.url.rstrip("/")], Notice) and not record.withdrawn
    ]


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
    data = board.dataset
    code, grid = data.building_codes[building.id], _grid(data, building.id)
    return Wall(estate, building, code, here, elsewhere, grid, _provider(board, estate))


def _grid(dataset: Dataset, building: str) -> Entry | None:
    register = dataset.registers.get("grids")
    return next((one for one in register.entries() if one["building"] == building), None) if register else None


def _provider(board: Board, estate: Estate) -> str:
    """Who serves the estate today: by its contract, else as the estate says; empty where nobody does."""
    for one in board.dataset.contracts:
        if one.estate == estate.id and board.today.is_within(one.start, one.ended_on or one.until):
            return one.provider
    return estate.provider
