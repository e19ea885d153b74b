"""A ledger or register: UTF-8, comma, one header, through Frictionless with the Table Schema.

The file is opened and split here, since Frictionless guesses encodings and
dialects. A prefilter made from the same schema answers only "surely valid";
when it does not, Frictionless says what is wrong.
"""

import csv
import io
import re
from collections.abc import Callable
from functools import cache, partial
from itertools import islice
from typing import TypeVar

from noticeboard import schemas
from noticeboard.reading import ledger_faults, spreadsheet
from noticeboard.reading.cells import open_quote
from noticeboard.reading.fault import START, Fault, fault, in_order
from noticeboard.reading.header import MOST_COLUMNS, MOST_ROWS_ABOVE, Header, read_header
from noticeboard.records.statement import Ledger
from noticeboard.records.table import Register, Table

T = TypeVar("T", bound=Table)
Made = Callable[[tuple[str, ...], list[list[str]], list[int]], T]
"""Makes a table of columns, rows and lines."""

MOST_ROWS = 10_000

csv.field_size_limit(1 << 30)  # the size of the file is limited before


def parse(text: str) -> tuple[Ledger | None, list[Fault]]:
    """The ledger in `text`; None where it has a fault."""
    return _read(text, schemas.LEDGER, Ledger)


def parse_register(text: str, kind: str) -> tuple[Register | None, list[Fault]]:
    """The register in `text`, its words made codes; None where it has a fault."""
    register, faults = _read(text, f"{schemas.REGISTERS}/{kind}", partial(Register, kind))
    return (_coded(register) if register else None), faults


def _read(text: str, schema: str, make: Made[T]) -> tuple[T | None, list[Fault]]:
    if faults := spreadsheet.wrong_dialect(schema, text):
        return None, in_order(faults)
    if not text.strip(',\n"'):
        return None, [fault("file-empty", START)]
    rows, lines, faults = _split(text)
    if faults:
        return None, in_order(faults)
    header = read_header(schema, rows, lines)
    table = make(header.columns, rows[header.row + 1 :], lines[header.row + 1 :])
    faults = header.faults + (_entry_faults(table, header, text) if header.columns else [])
    return (None, in_order(faults)) if faults else (table, [])


def _coded(register: Register) -> Register:
    """Where a word stands for a code, the code."""
    fields = schemas.columns(register.schema)
    for index, name in enumerate(register.columns):
        codes = {chinese: code for code, (chinese, _) in fields[name].get("x-labels", {}).items()}
        for row in register.rows if codes else ():
            row[index] = codes.get(row[index], row[index])
    return register


def _split(text: str) -> tuple[list[list[str]], list[int], list[Fault]]:
    """Rows of cells, the physical line on which each begins, and what is wrong with quotes.

    No more rows than show that there are too many.
    """
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    broken: list[int] = []
    begin = 1
    try:
        for row in islice(reader, MOST_ROWS + MOST_ROWS_ABOVE + 1):
            if reader.line_num > begin:
                broken.append(begin)
            rows.append(row)
            lines.append(begin)
            begin = reader.line_num + 1
    except csv.Error:
        return [], [], spreadsheet.wrong_quotes(text, begin)
    physical = text.split("\n") if broken else []
    return rows, lines, [fault("cell-line-break", (line, open_quote(physical[line - 1]) or 1)) for line in broken]


def _entry_faults(table: Table, header: Header, text: str) -> list[Fault]:
    if not any(any(row) for row in table.rows):
        return [fault("ledger-no-rows", (header.line, 1))]
    if len(table.rows) > MOST_ROWS:
        return [fault("ledger-too-long", (table.lines[MOST_ROWS], 1), most=str(MOST_ROWS))]
    if wide := [(row, line) for row, line in zip(table.rows, table.lines, strict=True) if len(row) > MOST_COLUMNS]:
        width = str(len(table.columns))
        return [fault("ledger-row-uneven", (line, 1), found=str(len(row)), right=width) for row, line in wide]
    sure = not header.faults and surely_valid(table)
    if sure and not spreadsheet.may_have_traces(text):
        return []
    traces = spreadsheet.traces(table, text)
    return traces.faults + ([] if sure else ledger_faults.faults(table, text, traces))


@cache
def _cell_pattern(schema: str, name: str) -> re.Pattern[str]:
    """What a cell of the column looks like, as the Table Schema has it."""
    constraints = schemas.columns(schema)[name]["constraints"]
    pattern = f"(?:{constraints['pattern']})"
    if most := constraints.get("maxLength"):
        pattern = f"(?=.{{1,{most}}}\\Z){pattern}"
    return re.compile(pattern if constraints.get("required") else f"(?:{pattern})?")


def surely_valid(table: Table) -> bool:
    """Whether every cell certainly fits the schema; False means only "ask Frictionless"."""
    width = len(table.columns)
    if any(len(row) != width for row in table.rows):
        return False
    for name, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True):
        matches = _cell_pattern(table.schema, name).fullmatch
        if not all(matches(cell) for cell in set(cells)):
            return False
    days = {text for name in ledger_faults.day_columns(table) for text in table.column(name)}
    return all(ledger_faults.is_day(text) for text in days - {""})
