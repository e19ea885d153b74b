"""A ledger: UTF-8, comma, one header, through Frictionless with the Table Schema.

The file is opened and split here, since Frictionless guesses encodings and
dialects. A prefilter made from the same schema answers only "surely valid";
when it does not, Frictionless says what is wrong.
"""

import csv
import datetime
import re
from functools import cache
from typing import Any

from noticeboard import schemas
from noticeboard.reading.fault import MOST_PER_FILE, Fault, fault, quoted
from noticeboard.records.statement import Ledger

MOST_ROWS = 10_000
MOST_CELL = 2_000
SEPARATOR = "\x1f"
TOTAL_WORDS = ("合计", "小计", "总计", "本月合计", "累计")


def parse(text: str) -> tuple[Ledger | None, list[Fault]]:
    """The ledger in `text`; None where it has a fault."""
    if guess := _wrong_separator(text):
        return None, [guess]
    try:
        rows, lines = _split(text)
    except csv.Error:
        return None, [_broken_quote(text)]
    if not rows:
        return None, [fault("file-empty", 1, 1)]
    columns, faults = _columns(rows[0])
    if faults:
        return None, faults
    if len(rows) == 1:
        return None, [fault("ledger-no-rows", 1, 1)]
    if len(rows) > MOST_ROWS:
        return None, [fault("ledger-too-long", lines[MOST_ROWS], 1, most=str(MOST_ROWS))]
    ledger = Ledger(columns, rows[1:], lines[1:])
    faults = [] if _surely_valid(ledger) else _faults(ledger)
    return (None, faults[:MOST_PER_FILE]) if faults else (ledger, [])


def _wrong_separator(text: str) -> Fault | None:
    header = text.partition("\n")[0]
    for separator, name in ((";", ";"), ("\t", "TAB"), ("，", "，")):
        if "," not in header and separator in header:
            return fault("ledger-separator", 1, header.index(separator) + 1, found=name)
    return None


def _split(text: str) -> tuple[list[list[str]], list[int]]:
    """Rows of cells, and the physical line on which each begins."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    begin = 1
    for row in reader:
        rows.append(row)
        lines.append(begin)
        begin = reader.line_num + 1
    return rows, lines


def _broken_quote(text: str) -> Fault:
    """The first line with an odd number of quotes: there a quoted cell was opened and not closed."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count('"') % 2:
            return fault("ledger-quote-open", number, line.rindex('"') + 1)
    return fault("ledger-quote-open", 1, 1)


@cache
def fields() -> dict[str, dict[str, Any]]:
    """Column name to its field of the Table Schema, x-scalar made concrete."""
    return {field["name"]: _concrete(field) for field in schemas.ledger()["fields"]}


def _concrete(field: dict[str, Any]) -> dict[str, Any]:
    constraints = dict(field.get("constraints", {}))
    if scalar := field.get("x-scalar"):
        constraints["pattern"] = schemas.scalars()[scalar]["pattern"].removeprefix("^").removesuffix("$")
    elif "pattern" in constraints:
        constraints["pattern"] = constraints["pattern"].removeprefix("^").removesuffix("$")
    return field | {"constraints": constraints}


@cache
def _names() -> dict[str, str]:
    """Header words, Chinese and English, to column names."""
    return {word: name for name, field in fields().items() for word in (name, field["title"])}


def _columns(header: list[str]) -> tuple[tuple[str, ...], list[Fault]]:
    names = [_names().get(word.strip(), "") for word in header]
    faults = []
    for index, (word, name) in enumerate(zip(header, names, strict=True)):
        if not name:
            faults.append(fault("ledger-column-unknown", 1, _column(header, index), found=quoted(word), **_known()))
        elif name in names[:index]:
            faults.append(fault("ledger-column-twice", 1, _column(header, index), found=quoted(word)))
    wanted = [name for name, field in fields().items() if field["constraints"].get("required")]
    for name in (*wanted, "income", "expense"):
        if name not in names:
            faults.append(fault("ledger-column-missing", 1, 1, field=name, title_zh=fields()[name]["title"]))
    return tuple(names), faults


def _known() -> dict[str, str]:
    return {"choices_zh": "、".join(field["title"] for field in fields().values()), "choices_en": ", ".join(fields())}


def _column(row: list[str], index: int) -> int:
    """The column on which cell `index` begins, where no cell before it is quoted."""
    return sum(len(cell) + 1 for cell in row[:index]) + 1


@cache
def _row_pattern(columns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(SEPARATOR.join(_cell_pattern(fields()[name]["constraints"]) for name in columns), re.ASCII)


def _cell_pattern(constraints: dict[str, Any]) -> str:
    most = min(constraints.get("maxLength", MOST_CELL), MOST_CELL)
    pattern = constraints.get("pattern") or f"(?=[^{SEPARATOR}]{{1,{most}}}(?:{SEPARATOR}|$))[^{SEPARATOR}\n]+"
    return f"(?:{pattern})" if constraints.get("required") else f"(?:{pattern})?"


def _surely_valid(ledger: Ledger) -> bool:
    """Whether every row certainly fits the schema; False means only "ask Frictionless"."""
    matches = _row_pattern(ledger.columns).fullmatch
    for row in ledger.rows:
        if not matches(SEPARATOR.join(row)):
            return False
    return all(_is_day(text) for text in set(ledger.column("date")))


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _faults(ledger: Ledger) -> list[Fault]:
    """What Frictionless finds wrong, in our words, and what it lets pass."""
    found = [_in_words(ledger, error) for error in _frictionless_errors(ledger)]
    found += _impossible_days(ledger, {one.line for one in found})
    return sorted(found, key=lambda one: (one.line, one.column))


def _frictionless_errors(ledger: Ledger) -> list[Any]:
    from frictionless import Resource, Schema  # half a second to import, and needed only for faulty ledgers

    schema = Schema.from_descriptor({"fields": [_plain(fields()[name]) for name in ledger.columns]})
    resource = Resource(data=[list(ledger.columns), *ledger.rows], schema=schema)
    return [error for task in resource.validate(limit_errors=1000).tasks for error in task.errors]


def _plain(field: dict[str, Any]) -> dict[str, Any]:
    return {key: field[key] for key in ("name", "type", "constraints")}


def _in_words(ledger: Ledger, error: Any) -> Fault:
    index = error.row_number - 2
    line, row = ledger.lines[index], ledger.rows[index]
    if error.type == "blank-row":
        return fault("ledger-row-blank", line, 1)
    if error.type in ("extra-cell", "missing-cell"):
        return fault("ledger-row-uneven", line, 1, found=str(len(row)), right=str(len(ledger.columns)))
    position = ledger.columns.index(error.field_name)
    return _cell_fault(row, position, fields()[error.field_name], line)


def _cell_fault(row: list[str], position: int, field: dict[str, Any], line: int) -> Fault:
    cell, at = row[position], _column(row, position)
    title = {"title_zh": field["title"], "title_en": field["x-en"][0]}
    if any(word in text for text in row for word in TOTAL_WORDS) and not cell:
        return fault("ledger-total-row", line, 1)
    if not cell:
        return fault("cell-missing", line, at, **title)
    if len(cell) > field["constraints"].get("maxLength", MOST_CELL):
        return fault("cell-too-long", line, at, length=str(len(cell)), most=str(field["constraints"]["maxLength"]), **title)
    return fault("cell-malformed", line, at, found=quoted(cell), **title, **_right(field))


def _right(field: dict[str, Any]) -> dict[str, str]:
    if "x-scalar" in field:
        row = schemas.scalars()[field["x-scalar"]]
        return {"right_zh": row["title"], "example_zh": row["example"], "right_en": row["en"][0], "example_en": row["en"][1]}
    return {"right_zh": field["description"], "example_zh": "CI.I.01", "right_en": field["x-en"][1], "example_en": "CI.I.01"}


def _impossible_days(ledger: Ledger, known: set[int]) -> list[Fault]:
    position = ledger.columns.index("date")
    return [
        _cell_fault(row, position, fields()["date"], line)
        for row, line in zip(ledger.rows, ledger.lines, strict=True)
        if line not in known and not _is_day(row[position])
    ]
