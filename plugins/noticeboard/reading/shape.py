"""Shape: a tree of texts against its schema, each deviation as a fault with its place.

The compiled validator only says where and which keyword; the words are ours.
"""

import difflib
from functools import cache
from typing import Any

import jsonschema_rs

from noticeboard import schemas
from noticeboard.reading.fault import Fault, fault, quoted
from noticeboard.reading.yaml_file import Path, Positions, positions


@cache
def _validator(kind: str) -> Any:
    return jsonschema_rs.validator_for(schemas.checker(kind), validate_formats=True)


def holds(kind: str, tree: dict[str, Any]) -> bool:
    """Whether `tree` has the shape of `kind`."""
    return bool(_validator(kind).is_valid(tree))


def faults(kind: str, tree: dict[str, Any], text: str) -> list[Fault]:
    """Every deviation of `tree`, read from `text`, from the shape of `kind`."""
    places = positions(text)
    found: list[Fault] = []
    for error in _validator(kind).iter_errors(tree):
        found += _explain(kind, error, places)
    return list(dict.fromkeys((one.line, one.column, one.rule) for one in found)) and _first_per_place(found)


def _first_per_place(found: list[Fault]) -> list[Fault]:
    """One fault per place and rule: a text that is empty need not also be malformed."""
    seen: dict[tuple[int, int, str], Fault] = {}
    for one in found:
        seen.setdefault((one.line, one.column, one.values.get("field", "") + one.rule), one)
    return list(seen.values())


def _explain(kind: str, error: Any, places: Positions) -> list[Fault]:
    keyword = error.kind.name
    path: Path = tuple(error.instance_path)
    schema = _schema_at(kind, list(error.schema_path)[:-1])
    if keyword == "required":
        return [_missing(schema, path, error, places)]
    if keyword == "additionalProperties":
        return [_unknown(schema, path, key, places) for key in error.kind.unexpected]
    if keyword == "propertyNames":
        return [fault("option-malformed", *_key_place(places, path), field=_name(path))]
    return [_value_fault(keyword, schema, path, error.instance, places)]


def _schema_at(kind: str, path: list[str | int]) -> dict[str, Any]:
    schema: Any = schemas.checker(kind)
    for step in path:
        schema = schema[step]
    return dict(schema)


def _missing(schema: dict[str, Any], path: Path, error: Any, places: Positions) -> Fault:
    name = error.kind.property
    wanted = schema["properties"][name]
    return fault("field-missing", *_value_place(places, path), field=name, title=wanted.get("title", name), **_titles(wanted))


def _unknown(schema: dict[str, Any], path: Path, key: str, places: Positions) -> Fault:
    near = difflib.get_close_matches(key, schema["properties"], n=1, cutoff=0.6)
    return fault("field-unknown", *_key_place(places, (*path, key)), field=quoted(key), near=near[0] if near else "")


def _value_fault(keyword: str, schema: dict[str, Any], path: Path, value: Any, places: Positions) -> Fault:
    at = _value_place(places, path)
    field = _name(path)
    match keyword:
        case "enum":
            return fault("value-not-listed", *at, field=field, found=quoted(str(value)), **_choices(schema))
        case "maxLength":
            return fault("value-too-long", *at, field=field, length=str(len(value)), most=str(schema["maxLength"]))
        case "minItems" | "minProperties":
            return fault("list-empty", *_key_place(places, path), field=field)
        case "maxItems":
            return fault("list-too-long", *at, field=field, length=str(len(value)), most=str(schema["maxItems"]))
        case "type":
            return fault("shape-wrong", *at, field=field, **_shape_words(schema, value))
    if not value:
        return fault("value-empty", *at, field=field, **_titles(schema))
    return fault("value-malformed", *at, field=field, found=quoted(value), **_right(schema))


def _name(path: Path) -> str:
    """The field as a clerk would name it: motions[1].title."""
    steps = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(steps).removeprefix(".")


def _titles(schema: dict[str, Any]) -> dict[str, str]:
    english = schema.get("x-en", [""])[0]
    return {"title_zh": schema.get("title", ""), "title_en": english}


def _right(schema: dict[str, Any]) -> dict[str, str]:
    row = schemas.scalars()[schema["x-scalar"]]
    return {"right_zh": row["title"], "example_zh": row["example"], "right_en": row["en"][0], "example_en": row["en"][1]}


def _choices(schema: dict[str, Any]) -> dict[str, str]:
    labels = schema.get("x-labels", {})
    chinese = [f"{value}（{labels[value][0]}）" if value in labels else value for value in schema["enum"]]
    return {"choices_zh": "、".join(chinese), "choices_en": ", ".join(schema["enum"])}


SHAPES = {str: ("一段文字", "a text"), list: ("列表（每项前加“- ”）", "a list (each item after “- ”)"), dict: ("若干“键: 值”", "keys with values")}
WANTED = {"string": str, "array": list, "object": dict}


def _shape_words(schema: dict[str, Any], value: Any) -> dict[str, str]:
    found, right = SHAPES[type(value)], SHAPES[WANTED[schema["type"]]]
    return {"found_zh": found[0], "found_en": found[1], "right_zh": right[0], "right_en": right[1]}


def _value_place(places: Positions, path: Path) -> tuple[int, int]:
    return places[path][2:] if path else (1, 1)


def _key_place(places: Positions, path: Path) -> tuple[int, int]:
    return places[path][:2] if path else (1, 1)
