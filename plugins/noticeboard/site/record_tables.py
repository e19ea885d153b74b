"""Records of a kind, and bodies, as tables: what fits into a cell; texts and lists of parts are in the JSON."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from noticeboard import schemas
from noticeboard.records.value import Value
from noticeboard.schemas import Schema

BETWEEN = "; "
"""What separates the entries of a list that share a cell."""
TYPES = {"money": "number", "number": "number", "area": "number", "tally": "number", "percent": "number"} | {
    "integer": "integer", "year": "integer", "date": "date", "flag": "boolean",
}  # fmt: skip
"""Scalar to the type of Table Schema; all others are strings."""
LEFT_OUT = frozenset({"prose"})


class Column(NamedTuple):
    """One column: the steps that lead to its value in a record, and its field in the Table Schema."""

    steps: tuple[str, ...]
    field: dict[str, Any]

    @property
    def is_text(self) -> bool:
        return bool(self.field["type"] == "string")


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind of record, its id first: scalars, lists of scalars, and the scalars of single parts."""
    ids = {"name": "id", "type": "string", "title": "编号", "x-en": ["Id"], "constraints": {"required": True}}
    return (Column(("id",), ids), *_columns(schemas.exported(kind), ()))


@cache
def body_columns() -> tuple[Column, ...]:
    """Of `bodies.csv`."""
    return tuple(_columns(schemas.exported("bodies")["properties"]["bodies"]["items"], ()))


def _columns(schema: Schema, steps: tuple[str, ...]) -> Iterator[Column]:
    for name, part in schema["properties"].items():
        path = (*steps, name)
        if part.get("type") == "object" and not steps:
            yield from _columns(part, path)
        elif found := _cell(part):
            yield Column(path, {"name": ".".join(path)} | found)


def _cell(part: Schema) -> dict[str, Any] | None:
    """The field of one property; None for what does not fit into a cell."""
    within = part.get("items", part)
    if within.get("x-scalar") in LEFT_OUT or not ("x-scalar" in within or "enum" in within):
        return None
    return field(part) if part is within else field(part) | {"type": "string"}


def field(source: Schema) -> dict[str, Any]:
    """A property or column as a field of Table Schema v2, but for its name; codes with their Chinese words."""
    found: dict[str, Any] = {key: source[key] for key in ("title", "description", "x-en") if key in source}
    if labels := source.get("x-labels"):
        found["categories"] = [{"value": value, "label": chinese} for value, (chinese, _) in labels.items()]
    return {"type": TYPES.get(source.get("x-scalar", ""), "string")} | found


def rows(values: Iterable[Value], wanted: Sequence[Column]) -> Iterator[list[str]]:
    """One row of texts for each value."""
    paths = [column.steps for column in wanted]
    for value in values:
        plain = msgspec.to_builtins(value)
        yield [_text(_at(plain, path)) for path in paths]


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        value = value.get(step)
        if value is None:
            return None
    return value


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return BETWEEN.join(value) if isinstance(value, list) else str(value)
