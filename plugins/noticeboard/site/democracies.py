"""The same records by the four democracies: election, decision, management, supervision."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.site import registers
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.registers import Shown
from noticeboard.site.summary import Row

FACETS = ("election", "decision", "management", "supervision")
NEWEST = 5


class Facet(NamedTuple):
    """`kinds` are folders with their rows, `newest` the latest of all of them."""

    name: str
    kinds: Sequence[tuple[str, Sequence[Row]]]
    registers: Sequence[Shown]
    newest: Sequence[Row]


def pages(board: Board) -> Iterator[Page]:
    yield Page("democracies/", "democracies.html", {"facets": [_facet(board, name) for name in FACETS]})


def _facet(board: Board, name: str) -> Facet:
    """Kinds and registers say themselves, in their schemas, which one they serve."""
    kinds = [(folder, rows) for folder, rows in board.by_folder.items() if name == facet_of(BY_FOLDER[folder].name)]
    own = [kind for kind in board.dataset.registers if schemas.table(f"registers/{kind}").get("x-facet") == name]
    folders = {folder for folder, _ in kinds}
    newest = [row for row in board.newest if row.url.partition("/")[0] in folders]
    return Facet(name, kinds, [registers.shown(board, kind) for kind in own], newest[:NEWEST])


def facet_of(kind: str) -> str:
    facet: str = schemas.source(kind)["x-facet"]
    return facet
