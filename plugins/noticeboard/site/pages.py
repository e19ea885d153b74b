"""Which pages a community has, and what each is made from."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement
from noticeboard.site import (
    clocks,
    democracies,
    elections,
    finances,
    governance,
    handovers,
    home,
    matters,
    projects,
    registers,
    reviews,
    supervision,
    takeaway,
    tallies,
    tenure,
    turnouts,
    walls,
)
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.recounts import recount, revocation
from noticeboard.site.summary import Row

ROWS_PER_LIST = 50


class Part(NamedTuple):
    """One page of a long list. `number` counts from 1; `urls` lead to all parts."""

    number: int
    rows: Sequence[Row]
    urls: tuple[str, ...]


def pages(board: Board) -> Iterator[Page]:
    """Every page of a community."""
    return chain(
        [home.page(board)],
        (page for folder in board.by_folder for page in _lists(board, folder)),
        (page for record in board.dataset.records for page in _record(board, record)),
        finances.funds(board),
        clocks.pages(board),
        walls.pages(board),
        erased(board),
        registers.pages(board),
        governance.pages(board),
        democracies.pages(board),
        turnouts.pages(board),
        [
            Page(
                "bodies/",
                "bodies.html",
                tenure.bodies(board) | {"supervised": supervision.by_body(board), "seals": handovers.seals(board)},
            ),
            Page("responsibilities/", "responsibilities.html", {}),
            Page("corrections/", "corrections.html", {"corrected": _corrected(board)}),
            takeaway.page(board),
            Page(
                "search/",
                "search.html",
                {"years": [(folder, _years(rows)) for folder, rows in board.by_folder.items()]},
                kind="",
            ),
        ],
    )


# lists


def _lists(board: Board, folder: str) -> Iterator[Page]:
    rows = board.by_folder[folder]
    yield from _list(board, folder, "", rows)
    for year in _years(rows):
        yield from _list(board, folder, year, [row for row in rows if row.date[:4] == year])


def _list(board: Board, folder: str, year: str, rows: Sequence[Row]) -> Iterator[Page]:
    base = f"{folder}/year/{year}/" if year else f"{folder}/"
    for part in _parts(base, rows):
        context = {
            "kind": BY_FOLDER[folder].name,
            "folder": folder,
            "year": year,
            "years": _years(board.by_folder[folder]),
            "part": part,
            "purses": finances.purses(board) if folder == "finances" and not year else (),
            "answered": supervision.answered(board) if folder == "findings" and not year else (),
        }
        yield Page(part.urls[part.number - 1], "list.html", context, kind="")


def _parts(base: str, rows: Sequence[Row]) -> Iterator[Part]:
    starts = range(0, len(rows), ROWS_PER_LIST)
    urls = tuple(base if i == 0 else f"{base}page/{i + 1}/" for i in range(len(starts)))
    for i, start in enumerate(starts):
        yield Part(i + 1, rows[start : start + ROWS_PER_LIST], urls)


def _years(rows: Sequence[Row]) -> list[str]:
    return sorted({row.date[:4] for row in rows}, reverse=True)


# records


def _record(board: Board, record: Record) -> Iterator[Page]:
    kind = BY_FOLDER[record.folder].name
    context = {"record": record, "kind": kind, "row": board.rows[record.id], "referring": _referring(board, record)}
    context["fulfilled"] = clocks.fulfilled(board, record.id)
    context["matters"] = matters.belongs_to(board, record)
    if own := CONTEXTS.get(type(record)):
        context |= own(board, record)
    if isinstance(record, Statement):
        yield from finances.ledger_parts(board, record)
    yield Page(f"{record.id}/", f"{kind}.html", context)


def _meeting(board: Board, meeting: Meeting) -> dict[str, Any]:
    return {"turnouts": [tallies.turnout(one) for one in meeting.attendance]}


def _resolution(board: Board, resolution: Resolution) -> dict[str, Any]:
    return {
        "votes": [
            (
                one,
                *tallies.latest_and_earlier(one.counts, one.denominator),
                recount(board.dataset, resolution, one, board.words),
            )
            for one in resolution.motions
        ],
        "revocation": revocation(board.dataset, resolution, board.words),
        "works": projects.decided_by(board, resolution.id),
    }


def _referring(board: Board, record: Record) -> list[tuple[str, Row]]:
    """Records that name this one and are not named by it: (how, row)."""
    named = {relation.record for relation in record.related}
    return [
        (next(relation.how for relation in other.related if relation.record == record.id), board.rows[other.id])
        for other in board.dataset.referring_to(record.id)
        if other.id not in named
    ]


CONTEXTS: dict[type[Record], Callable[[Board, Any], dict[str, Any]]] = {
    Meeting: _meeting,
    Resolution: _resolution,
    Statement: finances.statement,
    Project: projects.page,
    Matter: matters.page,
    SupervisionFinding: supervision.page,
    Election: elections.page,
    HandoverList: handovers.page,
    Review: reviews.page,
}
"""What the page of each kind shows beside the record itself."""


def erased(board: Board) -> Iterator[Page]:
    """In the place of a record of which nothing is left."""
    for record, erasures in board.dataset.erasures.items():
        if record not in board.rows:
            kind = BY_FOLDER[record.partition("/")[0]].name
            yield Page(f"{record}/", "erased.html", {"erasures": erasures, "kind": kind, "of_page": record})


def _corrected(board: Board) -> list[tuple[str, Record]]:
    """(day, record) of every correction and withdrawal, the latest first."""
    found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in board.dataset.records:
        for correction in record.corrections:
            found[str(correction.date), record.id].append(record)
        if record.withdrawn:
            found[str(record.withdrawn.date), record.id].append(record)
    return [(day, records[0]) for (day, _), records in sorted(found.items(), reverse=True)]
