"""A table as read from CSV: rows of text, and the line on which each stands."""

from collections.abc import Iterator


class Table:
    """The rows of a CSV file as text, column by column name; `schema` names the schema of its columns.

    `lines[i]` is the physical line on which row i begins. Every cell has passed
    the table schema, so a money cell is empty or has exactly two decimals.
    """

    schema: str

    def __init__(self, columns: tuple[str, ...], rows: list[list[str]], lines: list[int]) -> None:
        self.columns = columns
        self.rows = rows
        self.lines = lines

    def column(self, name: str) -> list[str]:
        """The cells of one column; empty texts where the table has no such column."""
        if name not in self.columns:
            return [""] * len(self.rows)
        index = self.columns.index(name)
        return [row[index] for row in self.rows]


class Register(Table):
    """What goes on and is entered row by row: uses of seals, lifts, donations."""

    def __init__(self, kind: str, columns: tuple[str, ...], rows: list[list[str]], lines: list[int]) -> None:
        super().__init__(columns, rows, lines)
        self.schema = f"registers/{kind}"

    @property
    def id(self) -> str:
        """Its place in the community's folder, without the ending."""
        return self.schema

    def entries(self) -> Iterator["Entry"]:
        for row, line in zip(self.rows, self.lines, strict=True):
            yield Entry(line, dict(zip(self.columns, row, strict=True)))


class Entry(dict[str, str]):
    """One row by column name; a column that the file does not have is an empty text."""

    def __init__(self, line: int, cells: dict[str, str]) -> None:
        super().__init__(cells)
        self.line = line

    def __missing__(self, column: str) -> str:
        return ""
