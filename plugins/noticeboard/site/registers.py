"""Registers on pages: any register, from its schema alone."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from noticeboard import schemas
from noticeboard.records.table import Entry, Register
from noticeboard.schemas import Schema
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.wordings import amount

ROWS_PER_PAGE = 50

NUMBERS = frozenset({"money", "integer", "number", "tally", "area", "percent"})


class Column(NamedTuple):
    """`style` is the class of its cells: n of numbers, date, phone."""

    name: str
    title: str
    style: str


class Cell(NamedTuple):
    """A cell as residents read it; `url` leads from the community's root, `mark` and `years` are told beside it."""

    text: str
    url: str = ""
    mark: str = ""
    years: int | None = None


class Part(NamedTuple):
    """A page of a register: up to 50 rows, the newest first; `urls` lead to all parts."""

    number: int
    rows: Sequence[tuple[Entry, list[Cell]]]
    urls: tuple[str, ...]


class Shown(NamedTuple):
    """A register as its page has it; `newest` is the last day in it, where its rows have one."""

    kind: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    size: int
    newest: str


def pages(board: Board) -> Iterator[Page]:
    """The list of registers and a page, or several, of each."""
    registers = board.dataset.registers
    if registers:
        found = [shown(board, kind) for kind in registers]
        yield Page("registers/", "registers.html", {"registers": found}, kind="")
    for kind in registers:
        for part in _parts(board, kind):
            register = shown(board, kind)
            context = {"register": register, "part": part}
            yield Page(part.urls[part.number - 1], "register.html", context, "register", register.newest)


def shown(board: Board, kind: str) -> Shown:
    register = board.dataset.registers[kind]
    table, fields = schemas.table(register.schema), _fields(register)
    chinese = board.language == "zh"
    return Shown(
        kind,
        table["title"] if chinese else table["x-en"][0],
        table["description"] if chinese else table["x-en"][1],
        tuple(
            Column(name, field["title"] if chinese else field["x-en"][0], _style(field))
            for name, field in fields.items()
        ),
        len(register.rows),
        max(register.column(table["x-date"])) if "x-date" in table else "",
    )


def _style(field: Schema) -> str:
    scalar = field.get("x-scalar", "")
    return "n" if scalar in NUMBERS else scalar if scalar in ("date", "phone") else ""


def _fields(register: Register) -> dict[str, Schema]:
    """The columns in which anything stands, in the schema's order; ids are for other tables, not for readers."""
    known = schemas.columns(register.schema).items()
    return {name: field for name, field in known if any(register.column(name)) and not field.get("x-unique")}


def _parts(board: Board, kind: str) -> Iterator[Part]:
    register = board.dataset.registers[kind]
    rows = list(_ordered(register))
    starts = range(0, len(rows), ROWS_PER_PAGE)
    urls = tuple(f"{register.id}/" if i == 0 else f"{register.id}/page/{i + 1}/" for i in range(len(starts)))
    fields = _fields(register)
    for i, start in enumerate(starts):
        entries = rows[start : start + ROWS_PER_PAGE]
        cells = [(entry, [_cell(board, field, entry[name]) for name, field in fields.items()]) for entry in entries]
        yield Part(i + 1, cells, urls)


def _ordered(register: Register) -> Sequence[Entry]:
    """The newest first, and of one day the later row; without days as they stand."""
    column = schemas.table(register.schema).get("x-date")
    entries = list(register.entries())
    return sorted(entries, key=lambda one: (one[column], one.line), reverse=True) if column else entries


def _cell(board: Board, field: Schema, text: str) -> Cell:
    if not text:
        return Cell("")
    if labels := field.get("x-labels"):
        return Cell(labels[text][0 if board.language == "zh" else 1])
    scalar = field.get("x-scalar", "")
    if scalar == "reference":
        row = board.row(text)
        return Cell(row.title, f"{row.url}index.html") if row else Cell(text)
    if refers := field.get("x-refers"):
        return _named(board, refers, text)
    return _dated(board, field, text) if schemas.is_day(field) else Cell(amount(text) if scalar in NUMBERS else text)


def _named(board: Board, refers: str, text: str) -> Cell:
    """What an id means: a body, a building, or the name of another register's entry."""
    if refers == "body":
        return Cell(board.body(text), f"bodies/index.html#{text}")
    if refers == "building":
        return Cell(board.building(text))
    other = board.dataset.registers.get(refers.partition("/")[2])
    names = dict(zip(other.column("id"), other.column("name"), strict=True)) if other else {}
    return Cell(names.get(text, text), f"{refers}/index.html")


def _dated(board: Board, field: Schema, text: str) -> Cell:
    date = datetime.date.fromisoformat(text)
    past = field.get("x-due") and board.today.is_past(date)
    return Cell(
        board.words.day(text), mark="past" if past else "", years=_years(board, date) if field.get("x-age") else None
    )


def _years(board: Board, date: datetime.date) -> int:
    """Whole years since a day; the answer holds until the next anniversary."""
    years = 0
    while board.today.has_come(_anniversary(date, years + 1)):
        years += 1
    return years


def _anniversary(date: datetime.date, years: int) -> datetime.date:
    leap = date.month == 2 and date.day == 29
    return date.replace(year=date.year + years, day=28 if leap else date.day)


def export(board: Board, kind: str) -> list[dict[str, Any]]:
    """The rows of a register with their codes, the newest first."""
    return [dict(entry) for entry in _ordered(board.dataset.registers[kind])]
