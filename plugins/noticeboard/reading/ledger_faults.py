"""What is wrong with the cells of a table: found by Frictionless, told in our words."""

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from noticeboard import schemas
from noticeboard.findings import quoted
from noticeboard.reading.cells import starts
from noticeboard.reading.fault import Fault, fault
from noticeboard.reading.shape import right
from noticeboard.reading.spreadsheet import Traces
from noticeboard.reading.suggest import day_of_serial
from noticeboard.records.table import Table

MOST_ERRORS = 1000
MOST_ALIKE = 3
"""More cells of a column that are wrong in the same way are told as one."""
MOST_LINES_NAMED = 10


class _Cell(NamedTuple):
    """One wrong cell: the numbers, from 0, of its row and of itself in the row."""

    rule: str
    row: int
    number: int


def is_day(text: str) -> bool:
    """Whether a text of the form 2026-04-02 is a day of the calendar."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def faults(table: Table, text: str, traces: Traces) -> list[Fault]:
    """Everything that keeps the entries from being read, besides `traces`."""
    errors = [error for error in _errors(table) if table.lines[error.row_number - 2] not in traces.lines]
    blank = [error.row_number - 2 for error in errors if error.type == "blank-row"]
    uneven = [error.row_number - 2 for error in errors if error.type in ("extra-cell", "missing-cell")]
    rows = {*blank, *uneven}
    wrong = {
        (error.row_number - 2, table.columns.index(error.field_name)): error
        for error in errors
        if error.row_number - 2 not in rows
    }
    cells = [_Cell(_rule(table, row, index), row, index) for row, index in wrong]
    cells += _impossible_days(table, {*wrong}, rows, traces)
    told = [cell for cell in cells if (table.lines[cell.row], cell.number) not in traces.cells]
    return [*_blank_rows(table, blank), *_uneven_rows(table, uneven), *_told(table, text, told)]


def _errors(table: Table) -> list[Any]:
    from frictionless import Dialect, Resource, Schema  # noqa: PLC0415  half a second, and only faulty tables need it

    fields = schemas.columns(table.schema)
    descriptors = [_plain(fields[name]) if name in fields else {"name": name, "type": "any"} for name in table.columns]
    resource = Resource(
        data=[list(table.columns), *table.rows],
        schema=Schema.from_descriptor({"fields": descriptors}),
        dialect=Dialect(header_rows=[1]),  # else it looks for a header elsewhere when widths differ
    )
    return [error for task in resource.validate(limit_errors=MOST_ERRORS).tasks for error in task.errors]


def _plain(field: dict[str, Any]) -> dict[str, Any]:
    return {key: field[key] for key in ("name", "type", "constraints")}


def _rule(table: Table, row: int, index: int) -> str:
    cell = table.rows[row][index]
    if not cell:
        return "cell-missing"
    field = schemas.columns(table.schema)[table.columns[index]]
    if schemas.is_day(field) and day_of_serial(cell):
        return "cell-day-number"
    most = field["constraints"].get("maxLength")
    return "cell-too-long" if most and len(cell) > most else "cell-malformed"


def _impossible_days(table: Table, known: set[tuple[int, int]], odd: set[int], traces: Traces) -> Iterator[_Cell]:
    days = [table.columns.index(name) for name in day_columns(table)]
    for row, cells in enumerate(table.rows):
        for index in days:
            judged = row in odd or (row, index) in known or table.lines[row] in traces.lines or len(cells) <= index
            if not judged and cells[index] and not is_day(cells[index]):
                yield _Cell("day-impossible", row, index)


def day_columns(table: Table) -> list[str]:
    """The columns of days that the table has."""
    fields = schemas.columns(table.schema)
    return [name for name in table.columns if name in fields and schemas.is_day(fields[name])]


def _blank_rows(table: Table, rows: list[int]) -> Iterator[Fault]:
    for run in _runs(rows):
        first, last = table.lines[run[0]], table.lines[run[-1]]
        yield fault("ledger-row-blank", (first, 1), first=str(first), last=str(last))


def _uneven_rows(table: Table, rows: list[int]) -> Iterator[Fault]:
    width = str(len(table.columns))
    for row in dict.fromkeys(rows):
        yield fault("ledger-row-uneven", (table.lines[row], 1), found=str(len(table.rows[row])), right=width)


def _runs(rows: list[int]) -> list[list[int]]:
    """Neighbouring numbers together."""
    ordered = sorted(set(rows))
    grouped = groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])
    return [[row for _, row in group] for _, group in grouped]


def _told(table: Table, text: str, cells: list[_Cell]) -> Iterator[Fault]:
    """One fault a cell, or one for many cells of a column that are wrong in the same way."""
    lines = text.split("\n")
    alike: dict[tuple[str, int], list[_Cell]] = {}
    for cell in cells:
        alike.setdefault((cell.rule, cell.number), []).append(cell)
    for (rule, _), group in alike.items():
        few = len(group) <= MOST_ALIKE
        for cell in group if few else group[:1]:
            others = [table.lines[other.row] for other in group if other is not cell and not few]
            at = (table.lines[cell.row], starts(lines[table.lines[cell.row] - 1])[cell.number])
            yield fault(rule, at, **_values(table, cell), **_others(others))


def _values(table: Table, cell: _Cell) -> dict[str, str]:
    field = schemas.columns(table.schema)[table.columns[cell.number]]
    found = table.rows[cell.row][cell.number]
    values = {"title_zh": field["title"], "title_en": field["name"], "field": field["name"], "found": quoted(found)}
    if cell.rule == "cell-day-number":
        return values | {"day": day_of_serial(found)}
    if cell.rule == "cell-malformed" and (labels := field.get("x-labels")):
        return values | {"right_zh": "、".join(zh for zh, _ in labels.values()), "right_en": ", ".join(labels)}
    if cell.rule == "cell-malformed":
        written = next(own for own in schemas.table(table.schema)["fields"] if own["name"] == field["name"])
        return values | right({"constraints": {}, **written}, found)
    if cell.rule == "cell-too-long":
        return values | {"length": str(len(found)), "most": str(field["constraints"]["maxLength"])}
    return values


def _others(lines: list[int]) -> dict[str, str]:
    if not lines:
        return {"others_zh": "", "others_en": ""}
    shown = [str(line) for line in lines[:MOST_LINES_NAMED]]
    more_zh, more_en = ("等", " and more") if len(lines) > len(shown) else ("", "")
    return {
        "others_zh": f"；第 {'、'.join(shown)} 行{more_zh}也是这样，共 {len(lines) + 1} 处",
        "others_en": f"; so are lines {', '.join(shown)}{more_en}, {len(lines) + 1} in all",
    }
