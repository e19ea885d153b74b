"""Trees made from a schema alone: one that fills every property, one that fills only what is required."""

import re
from typing import Any

from noticeboard import schemas

Tree = Any
Schema = dict[str, Any]

TEXTS = {
    "line": "一行文字",
    "prose": "第一段。\n\n第二段。",
    "date": "2026-04-02",
    "time": "19:30",
    "year": "2025",
    "integer": "90",
    "money": "1234.50",
    "area": "32000.00",
    "tally": "66",
    "number": "12.5",
    "percent": "94.74",
    "slug": "owners-committee-2",
    "body": "owners-committee-2",
    "code": "7XK2M9QA",
    "reference": "notices/2026-04-02-water-shut-off",
    "file": "attachments/2026-lift-contract.pdf",
    "flag": "true",
    "phone": "010-01234567",
    "url": "https://example.org/",
}
OWN_TEXTS = {
    "^CN(-[A-Z]{2,3}){0,2}$": "CN-SH",
    r"^[a-z_]+(\.[a-z_]+)+$": "vote.owners.special",
    "^1[0-9]{10}$": "13900001234",
    "^[0-9a-f]{64}$": "0123456789abcdef" * 4,
}
"""For patterns that a single property has."""


def full(kind: str) -> Tree:
    """Every property filled, every list with one item."""
    return _tree(schemas.checker(kind), required_only=False)


def bare(kind: str) -> Tree:
    """Only what is required."""
    return _tree(schemas.checker(kind), required_only=True)


def _tree(schema: Schema, *, required_only: bool) -> Tree:
    match schema.get("type"):
        case "object" if "properties" in schema:
            names = schema["required"] if required_only and schema.get("required") else schema["properties"]
            return {name: _tree(schema["properties"][name], required_only=required_only) for name in names}
        case "object":
            name = option(schema)
            return {name: _tree(schema["additionalProperties"], required_only=required_only)}
        case "array":
            return [_tree(schema["items"], required_only=required_only)]
    return text(schema)


def option(schema: Schema) -> str:
    """A right name in an object whose names are free."""
    pattern = schema.get("propertyNames", {}).get("pattern", "")
    return "同意" if re.search(pattern, "同意") else TEXTS["slug"]


def text(schema: Schema) -> str:
    """A right text for a scalar or an enum."""
    if "x-scalar" not in schema:
        return str(schema["enum"][0])
    return OWN_TEXTS.get(schema.get("pattern", ""), TEXTS[schema["x-scalar"]])
