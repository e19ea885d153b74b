"""A fault in one file, before it is known whose file it is."""

from typing import NamedTuple

MOST_PER_FILE = 50
"""More faults than this in one file help nobody."""


class Fault(NamedTuple):
    """`rule` names the wording; lines and columns count from 1; `values` fill the wording."""

    rule: str
    line: int
    column: int
    values: dict[str, str]


def fault(rule: str, line: int, column: int, **values: str) -> Fault:
    return Fault(rule, line, column, values)


def quoted(text: str) -> str:
    """`text` for a message: at most 60 characters, invisible ones by code point."""
    visible = "".join(character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text)
    return visible if len(visible) <= 60 else visible[:59] + "…"
