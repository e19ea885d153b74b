"""Where the cells of a CSV line begin."""

import re

CELL = re.compile(r'"(?:[^"]|"")*"(?=,|$)|[^,]*')


def starts(line: str) -> list[int]:
    """The column, from 1, on which each cell of a physical line begins."""
    found, at = [], 0
    while at <= len(line):
        match = CELL.match(line, at)
        found.append(at + 1)
        at = match.end() + 1 if match else len(line) + 1
    return found


def column(row: list[str], index: int) -> int:
    """The column on which cell `index` begins, where no cell before it is quoted."""
    return sum(len(cell) + 1 for cell in row[:index]) + 1


def open_quote(line: str) -> int | None:
    """The column of a cell whose quote is not closed on its line."""
    for start in starts(line):
        if line[start - 1 : start] == '"' and not _closes(line, start):
            return start
    return None


def _closes(line: str, start: int) -> bool:
    return re.compile(r'"(?:[^"]|"")*"(?!")').match(line, start - 1) is not None


def text_after_quote(line: str) -> int | None:
    """The column where a cell goes on after its closing quote."""
    for start in starts(line):
        closed = re.compile(r'"(?:[^"]|"")*"(?=[^",])').match(line, start - 1)
        if closed:
            return closed.end() + 1
    return None
