"""What spreadsheets leave in a CSV that is no table of entries."""

import re
from typing import NamedTuple

from noticeboard.reading import cells
from noticeboard.reading.fault import Fault, fault
from noticeboard.reading.header import MOST_ROWS_ABOVE, names_columns
from noticeboard.reading.text import place
from noticeboard.records.table import Table

SEPARATORS = ((";", ";"), ("\t", "TAB"), ("，", "，"), ("|", "|"))
SEPARATOR_LINE = re.compile(r"sep=.?", re.IGNORECASE)

WHOSE = "(?:本|上|全)?(?:页|日|旬|月|季度?|期|半?年度?)?(?:收入|支出|收支)?"
NO_ENTRY = re.compile(
    f"{WHOSE}(?:合|小|总|共|累)计[:：]?|{WHOSE}(?:结转|结余|余额|结存)|(?:期|年|月)[初末](?:余额|结存)"
    "|结转(?:下|上)[年月期]|承前页|过次页|日期|[Tt]otal"
)
DAMAGED = re.compile(r"#{2,}|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|[0-9]\.[0-9]+E\+[0-9]+")
TRACE = re.compile(r"[合小总共累]\s*计|余\s*额|结[转余存]|承前页|过次页|\n日期|[Tt]otal|#[#A-Z]|E\+")


class Traces(NamedTuple):
    """Faults, and what they leave nothing more to say about: lines, and (line, cell number)."""

    faults: list[Fault]
    lines: set[int]
    cells: set[tuple[int, int]]


def wrong_dialect(table: str, text: str) -> list[Fault]:
    """A separator that is no comma, Excel's line about separators, tabs."""
    first = text.partition("\n")[0]
    if SEPARATOR_LINE.fullmatch(first.strip().strip('"')):
        return [fault("ledger-separator-line", (1, 1))]
    for number, line in enumerate(text.split("\n", MOST_ROWS_ABOVE)[:MOST_ROWS_ABOVE], start=1):
        for separator, name in SEPARATORS:
            if separator in line and names_columns(table, line.split(separator)):
                return [fault("ledger-separator", (number, line.index(separator) + 1), found=name)]
    tabs = [match.start() for match in re.finditer("\t", text)]
    return [fault("character-forbidden", place(text, at), character="U+0009") for at in tabs]


def wrong_quotes(text: str, begin: int) -> list[Fault]:
    """Every line whose quotes do not pair; at least one fault, at line `begin`."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if opened := cells.open_quote(line):
            found.append(fault("ledger-quote-open", (number, opened)))
        elif after := cells.text_after_quote(line):
            found.append(fault("ledger-text-after-quote", (number, after)))
    return found or [fault("ledger-quote-open", (begin, 1))]


def traces(ledger: Table, text: str) -> Traces:
    """Totals, balances, notes and lost cells among the entries."""
    found = Traces([], set(), set())
    physical = text.split("\n")
    for row, line in zip(ledger.rows, ledger.lines, strict=True):
        filled = [cell for cell in row if cell]
        if len(filled) == 1 < len(row) or any(_is_no_entry(cell) for cell in filled):
            found.faults.append(fault("ledger-row-not-an-entry", (line, 1)))
            found.lines.add(line)
            continue
        if damaged := [index for index, cell in enumerate(row) if DAMAGED.fullmatch(cell)]:
            starts = cells.starts(physical[line - 1])
            found.faults.extend(fault("cell-damaged", (line, starts[index]), found=row[index]) for index in damaged)
            found.cells.update((line, index) for index in damaged)
    return found


def may_have_traces(text: str) -> bool:
    return TRACE.search(text) is not None


def _is_no_entry(cell: str) -> bool:
    return NO_ENTRY.fullmatch("".join(cell.split())) is not None
