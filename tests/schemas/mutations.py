"""Every way to break a schema: one property, one keyword at a time, read off the schema itself."""

import copy
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from noticeboard import schemas
from tests.schemas import filled
from tests.schemas.emit import Path

Schema = dict[str, Any]
NEVER = "zzqq"
MALFORMED = {"line": " 前面有空格", "prose": " \n ", "flag": NEVER}


class Mutation(NamedTuple):
    """The broken tree; `place` is a path whose key or value the finding must stand at."""

    label: str
    tree: dict[str, Any]
    path: Path
    at_key: bool


def mutations(kind: str) -> Iterator[Mutation]:
    """All of one kind, in the order of the schema."""
    yield from _Mutator(filled.full(kind)).of(schemas.checker(kind), ())


class _Mutator:
    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree

    def of(self, schema: Schema, path: Path) -> Iterator[Mutation]:
        if path:
            yield from self._scalar_or_container(schema, path)
        for name in schema.get("required", ()):
            yield self._made(f"required {name}", path, _without(name), False)
        if schema.get("additionalProperties") is False:
            yield self._made("additionalProperties", path, _with(NEVER, "x"), True, NEVER)
        yield from self._names(schema, path)
        for name, child in schema.get("properties", {}).items():
            yield from self.of(child, (*path, name))
        if "items" in schema:
            yield from self.of(schema["items"], (*path, 0))
        if isinstance(schema.get("additionalProperties"), dict):
            yield from self.of(schema["additionalProperties"], (*path, filled.option(schema)))

    def _scalar_or_container(self, schema: Schema, path: Path) -> Iterator[Mutation]:
        for keyword in ("type", "enum", "pattern", "format", "maxLength"):
            if keyword in schema or keyword == "type":
                yield self._made(keyword, path, _replaced(_bad(keyword, schema)), False)
        yield self._made("empty", path, _replaced(""), False)
        if schema.get("minItems") or schema.get("minProperties"):
            keyword = "minItems" if "minItems" in schema else "minProperties"
            empty: Any = [] if keyword == "minItems" else {}
            yield self._made(keyword, path, _replaced(empty), False)
        if "maxItems" in schema:
            items = [filled._tree(schema["items"], required_only=True)] * (schema["maxItems"] + 1)
            yield self._made("maxItems", path, _replaced(items), False)

    def _names(self, schema: Schema, path: Path) -> Iterator[Mutation]:
        rule = schema.get("propertyNames", {})
        value = filled.text(schema["additionalProperties"]) if rule else ""
        if "pattern" in rule:
            yield self._made("propertyNames pattern", path, _with(" x", value), True, " x")
        if "maxLength" in rule:
            name = ("长" if re.search(rule.get("pattern", ""), "长") else "a") * (rule["maxLength"] + 1)
            yield self._made("propertyNames maxLength", path, _with(name, value), True, name)

    def _made(self, keyword: str, path: Path, change: Any, at_key: bool, *below: str) -> Mutation:
        tree = copy.deepcopy(self.tree)
        change(_Slot(tree, path))
        return Mutation(f"{_named(path) or '·'} {keyword}", tree, (*path, *below), at_key)


class _Slot:
    """One place in a tree, to be looked at and replaced."""

    def __init__(self, tree: Any, path: Path) -> None:
        self.holder: Any = {"": tree}
        self.key: Any = ""
        for step in path:
            self.holder, self.key = self.holder[self.key], step

    @property
    def value(self) -> Any:
        return self.holder[self.key]


def _without(name: str) -> Any:
    return lambda slot: slot.value.pop(name)


def _with(name: str, value: str) -> Any:
    return lambda slot: slot.value.update({name: value})


def _replaced(value: Any) -> Any:
    return lambda slot: slot.holder.__setitem__(slot.key, value)


def _bad(keyword: str, schema: Schema) -> Any:
    match keyword:
        case "type":
            return ["x"] if schema.get("type", "string") == "string" else "x"
        case "pattern":
            return MALFORMED.get(schema["x-scalar"], "？")
        case "format":
            return "2026-02-30"
        case "maxLength":
            return "长" * (schema["maxLength"] + 1)
    return NEVER


def _named(path: Path) -> str:
    steps = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(steps).removeprefix(".")
