"""What people call things: aliases.yaml, read once."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")


@cache
def groups() -> list[tuple[list[str], list[str]]]:
    """Names of one thing, and what is taken for them by mistake."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [(row["names"], row.get("slips", [])) for row in rows]


def plain(text: str) -> str:
    """`text` with the first name of each thing instead of its others: what means the same reads the same."""
    first = _first()
    return _called().sub(lambda name: first[name[0]], text)


@cache
def _first() -> dict[str, str]:
    return {name: names[0] for names, slips in groups() for name in (*names, *slips)}


@cache
def _called() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_first(), key=len, reverse=True)))
