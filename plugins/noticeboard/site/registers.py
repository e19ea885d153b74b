"""Registers on pages: any register, from its schema alone."""

import datetime
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from noticeboard import schemas
from noticeboard.law.days import add_months
from noticeboard.records.table import Entry, Register
from noticeboard.schemas import Schema
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.wordings import amount, capital

ROWS_PER_PAGE = 50

PLACES = {"estate": "estate", "board": "place"}
"""What an id refers to, to what the board calls the question after its name."""

NUMBERS = frozenset({"money", "integer", "number", "tally", "area", "percent"})


class Column(NamedTuple):
    """`style` is the class of its cells: n of numbers, date, phone."""

    name: str
    title: str
    style: str


class Cell(NamedTuple):
    """A cell as residents read it; `url` leads from the community's root, `mark` and `years` are told beside it.

    `mark` is `past` of a day that is over, `old` of what has long been in use, `absent` of what needs attention.
    """

    text: str
    url: str = ""
    mark: str = ""
    years: int | None = None


class Part(NamedTuple):
    """A page of a register: up to 50 rows, the newest first; `urls` lead to all parts."""

    number: int
    rows: Sequence[tuple[Entry, list[Cell]]]
    urls: tuple[str, ...]


class Total(NamedTuple):
    """The sums of what bears one word: of a kind of dispute, of a purpose; `share` in percent of the first sum."""

    word: str
    sums: tuple[str, ...]
    share: int | None


class Totals(NamedTuple):
    """`by` is the title of the column that is told apart, `of` those of the columns that are added up."""

    by: str
    of: tuple[str, ...]
    lines: Sequence[Total]


class Shown(NamedTuple):
    """A register as its page has it; `newest` is the last day in it, where its rows have one."""

    kind: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    size: int
    newest: str
    totals: Totals | None


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


def public(board: Board, kind: str) -> Register:
    """What is shown of a register: of some, nothing older than `x-shown-months`."""
    register = board.dataset.registers[kind]
    table = schemas.table(register.schema)
    if "x-shown-months" not in table:
        return register
    kept = [one for one in register.entries() if not _outlived(board, one[table["x-date"]], table["x-shown-months"])]
    rows = [[one[name] for name in register.columns] for one in kept]
    return Register(kind, register.columns, rows, [one.line for one in kept])


def _outlived(board: Board, text: str, months: int) -> bool:
    return board.today.is_past(add_months(datetime.date.fromisoformat(text), months))


def shown(board: Board, kind: str) -> Shown:
    register = public(board, kind)
    table, fields = schemas.table(register.schema), _fields(register)
    chinese = board.language == "zh"
    return Shown(
        kind,
        table["title"] if chinese else table["x-en"][0],
        table["description"] if chinese else table["x-en"][1],
        tuple(Column(name, _title(board, field), _style(field)) for name, field in fields.items()),
        len(register.rows),
        max(register.column(table["x-date"]), default="") if "x-date" in table else "",
        _totals(board, register, table.get("x-totals")),
    )


def _totals(board: Board, register: Register, asked: Schema | None) -> Totals | None:
    """The sums that the schema asks for, the greatest first; without columns to add up rows are counted."""
    if asked is None or len(set(register.column(asked["by"]))) < 2:
        return None
    fields = schemas.columns(register.schema)
    found: defaultdict[str, list[Decimal]] = defaultdict(lambda: [Decimal()] * (len(asked["of"]) or 1))
    for entry in register.entries():
        adding = [Decimal(entry[name] or 0) for name in asked["of"]] or [Decimal(1)]
        found[entry[asked["by"]]] = [one + more for one, more in zip(found[entry[asked["by"]]], adding, strict=True)]
    whole = sum(sums[0] for sums in found.values())
    lines = [
        Total(_cell(board, fields[asked["by"]], word).text, tuple(amount(str(one)) for one in sums),
              round(100 * sums[0] / whole) if whole else None)
        for word, sums in sorted(found.items(), key=lambda pair: -pair[1][0])
    ]  # fmt: skip
    titles = tuple(_title(board, fields[name]) for name in asked["of"])
    return Totals(_title(board, fields[asked["by"]]), titles, lines)


def _title(board: Board, field: Schema) -> str:
    title: str = field["title"] if board.language == "zh" else field["x-en"][0]
    return title


def _style(field: Schema) -> str:
    scalar = field.get("x-scalar", "")
    return "n" if scalar in NUMBERS else scalar if scalar in ("date", "phone") else ""


def _fields(register: Register) -> dict[str, Schema]:
    """The columns in which anything stands, in the schema's order; ids are for other tables, not for readers."""
    known = schemas.columns(register.schema).items()
    return {
        name: field
        for name, field in known
        if (any(register.column(name)) or "x-empty" in field) and (not field.get("x-unique") or "x-refers" in field)
    }


def _parts(board: Board, kind: str) -> Iterator[Part]:
    register = public(board, kind)
    rows = list(_ordered(register))
    starts = range(0, len(rows), ROWS_PER_PAGE) or range(1)  # a page that says that there is nothing
    urls = tuple(f"{register.id}/" if i == 0 else f"{register.id}/page/{i + 1}/" for i in range(len(starts)))
    fields = _fields(register)
    for i, start in enumerate(starts):
        entries = rows[start : start + ROWS_PER_PAGE]
        cells = [(entry, [_told(board, field, entry, name) for name, field in fields.items()]) for entry in entries]
        yield Part(i + 1, cells, urls)


def _ordered(register: Register) -> Sequence[Entry]:
    """The newest first, and of one day the later row; without days as they stand."""
    column = schemas.table(register.schema).get("x-date")
    entries = list(register.entries())
    return sorted(entries, key=lambda one: (one[column], one.line), reverse=True) if column else entries


def _told(board: Board, field: Schema, entry: Entry, name: str) -> Cell:
    """A cell within its row: what is settled, by the column that `x-due` names, is past no more."""
    if not entry[name] and (words := field.get("x-empty")):
        return Cell(words[0 if board.language == "zh" else 1], mark="absent")
    settled = isinstance(field.get("x-due"), str) and entry[field["x-due"]]
    return _cell(
        board, {key: value for key, value in field.items() if key != "x-due"} if settled else field, entry[name]
    )


def _cell(board: Board, field: Schema, text: str) -> Cell:
    if not text:
        return Cell("")
    if labels := field.get("x-labels"):
        chinese, english = labels[text]
        mark = "absent" if text in field.get("x-marked", ()) else ""
        return Cell(chinese if board.language == "zh" else capital(english), mark=mark)
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
        return Cell(board.building(text), f"building/{text}/index.html")
    if refers in PLACES:
        return Cell(getattr(board, PLACES[refers])(text))
    other = board.dataset.registers.get(refers.partition("/")[2])
    names = dict(zip(other.column("id"), other.column("name"), strict=True)) if other else {}
    return Cell(names.get(text, text), f"{refers}/index.html")


def _dated(board: Board, field: Schema, text: str) -> Cell:
    date = datetime.date.fromisoformat(text)
    past = field.get("x-due") and board.today.is_past(date)
    years = _years(board, date) if field.get("x-age") else None
    old = years is not None and years >= field.get("x-old", math.inf)
    return Cell(board.words.day(text), mark="past" if past else "old" if old else "", years=years)


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
    return [dict(entry) for entry in _ordered(public(board, kind))]
