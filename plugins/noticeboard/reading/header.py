"""The header of a table: which column is which, even where the spreadsheet left more above it."""

import difflib
from functools import cache
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import quoted
from noticeboard.reading.cells import column
from noticeboard.reading.fault import START, Fault, fault

MOST_ROWS_ABOVE = 10
MOST_COLUMNS = 64
"""Of more no ledger knows anything; they are not looked at one by one."""
FEWEST_KNOWN = 3
"""With fewer names that are known, a row is no header."""


class Header(NamedTuple):
    """`row` counts the header's row from 0, `line` is its physical line; an unknown column is named by its number.

    Without `columns` no header was found.
    """

    columns: tuple[str, ...]
    row: int
    line: int
    faults: list[Fault]


@cache
def _names(table: str) -> dict[str, str]:
    """Header words, Chinese and English, to column names."""
    return {word: name for name, field in schemas.columns(table).items() for word in (name, field["title"])}


def read_header(table: str, rows: list[list[str]], lines: list[int]) -> Header:
    """The first row that names columns of a table (a name as `schemas.table` takes it), and what is wrong with it."""
    for index, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        if names_columns(table, row):
            late = [fault("ledger-header-late", START, line=str(lines[index]))] if index else []
            columns, faults = _columns(table, row, lines[index])
            return Header(columns, index, lines[index], late + faults)
    return Header((), 0, 1, [fault("ledger-header-missing", START, **_known(table))])


def names_columns(table: str, words: list[str]) -> bool:
    """Whether a row of words is a header."""
    return sum(_meant(table, word) != "" for word in words[:MOST_COLUMNS]) >= FEWEST_KNOWN


def _columns(table: str, header: list[str], line: int) -> tuple[tuple[str, ...], list[Fault]]:
    names: list[str] = []
    faults: list[Fault] = []
    for index, word in enumerate(header[:MOST_COLUMNS]):
        name = _meant(table, word)
        at = (line, column(header, index))
        if name in names:
            faults.append(fault("ledger-column-twice", at, found=quoted(word)))
        elif not word.strip():
            faults.append(fault("ledger-column-blank", at, number=str(index + 1)))
        elif word not in _names(table):
            faults.append(fault("ledger-column-unknown", at, found=quoted(word), **_near(table, name), **_known(table)))
        names.append(name if name and name not in names else f"?{index}")
    return tuple(names), faults + _missing(table, names, line)


def _missing(table: str, names: list[str], line: int) -> list[Fault]:
    fields = schemas.columns(table)
    needed = [name for name, field in fields.items() if field["constraints"].get("required") or field.get("x-needed")]
    all_of_them = {"needed_zh": "、".join(fields[name]["title"] for name in needed), "needed_en": ", ".join(needed)}
    return [
        fault("ledger-column-missing", (line, 1), title_zh=fields[name]["title"], title_en=name, **all_of_them)
        for name in needed
        if name not in names
    ]


@cache
def _other_words(table: str) -> dict[str, str]:
    """What other tables call the columns."""
    return {word: name for name, field in schemas.columns(table).items() for word in field.get("x-also", ())}


def _meant(table: str, word: str) -> str:
    """The column that a header word names, or was probably meant to; an empty text where it cannot be told."""
    bare = "".join(word.split()).partition("（")[0].partition("(")[0]
    if known := _names(table).get(bare) or _other_words(table).get(bare):
        return known
    near = difflib.get_close_matches(bare, _names(table), n=1, cutoff=0.75)
    return _names(table)[near[0]] if near else ""


def _near(table: str, name: str) -> dict[str, str]:
    if not name:
        return {"near_zh": "", "near_en": ""}
    title = schemas.columns(table)[name]["title"]
    return {"near_zh": f"（是不是“{title}”？）", "near_en": f" (did you mean “{name}”?)"}


def _known(table: str) -> dict[str, str]:
    fields = schemas.columns(table)
    return {"choices_zh": "、".join(field["title"] for field in fields.values()), "choices_en": ", ".join(fields)}
