"""Shape: a tree of texts against its schema, each deviation as a fault with its place.

The compiled validator only says where and which keyword; the words are ours.
"""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs

from noticeboard import schemas
from noticeboard.findings import Field, field_name, quoted
from noticeboard.reading import personal
from noticeboard.reading.fault import START, Fault, Place, fault, in_order
from noticeboard.reading.suggest import suggestion
from noticeboard.reading.yaml_file import Positions, positions

Schema = dict[str, Any]


@cache
def _validator(kind: str) -> Any:
    return jsonschema_rs.validator_for(schemas.checker(kind), validate_formats=True)


def holds(kind: str, tree: dict[str, Any]) -> bool:
    """Whether `tree` has the shape of `kind`."""
    return bool(_validator(kind).is_valid(tree))


def faults(kind: str, tree: dict[str, Any], text: str) -> list[Fault]:
    """Every deviation of `tree`, read from `text`, from the shape of `kind`: one fault for each cause."""
    places = positions(text)
    errors = list(_validator(kind).iter_errors(tree))
    mistyped = {found for error in errors for found in _mistyped(kind, error)}
    found = [one for error in errors for one in _explain(kind, error, places, mistyped)]
    by_place: dict[tuple[int, int, str], Fault] = {}
    for one in found:  # a text that does not fit the pattern may also be too long; once is enough
        by_place.setdefault((one.line, one.column, one.values.get("key", "")), one)
    return in_order(list(by_place.values()))


def _mistyped(kind: str, error: Any) -> Iterator[Field]:
    """The fields that an unknown key was probably meant to be."""
    if error.kind.name == "additionalProperties":
        schema = _schema_at(kind, error)
        for key in error.kind.unexpected:
            if near := _near(key, schema["properties"]):
                yield (*error.instance_path, near)


def _explain(kind: str, error: Any, places: Positions, mistyped: set[Field]) -> Iterator[Fault]:
    path: Field = tuple(error.instance_path)
    schema = _schema_at(kind, error)
    match error.kind.name:
        case "required":
            if (*path, error.kind.property) not in mistyped:
                yield _missing(schema, path, error.kind.property, places)
        case "additionalProperties":
            for key in error.kind.unexpected:
                near = _near(key, schema["properties"])
                yield fault("field-unknown", _key_place(places, (*path, key)), key=quoted(key), **_meant(near))
        case "propertyNames":
            yield from _options(schema, path, error.instance, places)
        case keyword:
            yield _value_fault(keyword, schema, path, error.instance, places)


def _schema_at(kind: str, error: Any) -> Schema:
    """The schema whose keyword complains."""
    schema: Any = schemas.checker(kind)
    steps = list(error.schema_path)
    for step in steps[: steps.index("propertyNames") if error.kind.name == "propertyNames" else -1]:
        schema = schema[step]
    return dict(schema)


def _missing(schema: Schema, path: Field, key: str, places: Positions) -> Fault:
    titles = _titles(schema["properties"][key])
    return fault("field-missing", _value_place(places, path), field=field_name((*path, key)), key=key, **titles)


def _options(schema: Schema, path: Field, options: dict[str, Any], places: Positions) -> Iterator[Fault]:
    """Names that an option (or alias) must not have."""
    rule = schema["propertyNames"]
    for key in options:
        if len(key) > rule["maxLength"] or not re.search(rule.get("pattern", ""), key):
            yield fault(
                "option-malformed", _key_place(places, (*path, key)),
                key=quoted(key), field=field_name(path), most=str(rule["maxLength"]), **_titles(schema),
            )  # fmt: skip


def _value_fault(keyword: str, schema: Schema, path: Field, value: Any, places: Positions) -> Fault:
    at = _value_place(places, path)
    about = {"field": field_name(path), **_titles(schema)}
    if value == "":
        return fault("list-blank" if _may_be_empty(schema) else "value-empty", at, **about)
    wanted = _wanted(schema)
    if type(value) is not wanted:
        return _shape_fault(wanted, at, value, about)
    if wanted is str:
        return _text_fault(keyword, schema, at, value, about)
    return _list_fault(keyword, schema, at, value, about)


def _text_fault(keyword: str, schema: Schema, at: Place, value: Any, about: dict[str, str]) -> Fault:
    match keyword:
        case "enum":
            near = _near_value(value, schema)
            return fault("value-not-listed", at, found=quoted(value), **about, **_choices(schema), **_meant(near))
        case "maxLength":
            return fault("value-too-long", at, length=str(len(value)), most=str(schema["maxLength"]), **about)
        case "format":
            return fault("day-impossible", at, found=quoted(value), **about)
    return fault("value-malformed", at, found=quoted(value), **about, **right(schema, value))


def _list_fault(keyword: str, schema: Schema, at: Place, value: Any, about: dict[str, str]) -> Fault:
    if keyword == "maxItems":
        return fault("list-too-long", at, length=str(len(value)), most=str(schema["maxItems"]), **about)
    return fault("list-empty", at, **about)


def _shape_fault(wanted: type, at: Place, value: Any, about: dict[str, str]) -> Fault:
    """A text where a list should be, and the like; a colon may have made a key of half a text."""
    if type(value) is dict and wanted is str:
        return fault("yaml-quotes-needed", at)
    return fault("shape-wrong", at, **about, **_shape_words(wanted, type(value)))


def _may_be_empty(schema: Schema) -> bool:
    return schema.get("type") == "array" and "minItems" not in schema


def _titles(schema: Schema) -> dict[str, str]:
    return {"title_zh": schema["title"], "title_en": schema["x-en"][0]}


def right(schema: Schema, value: str) -> dict[str, str]:
    """What a scalar must look like, with what `value` was probably meant to be as the example."""
    scalar = schema.get("x-scalar", "")
    own = schema.get("constraints", schema).get("pattern")  # of a column, or of a field
    if not scalar or own not in (None, schemas.scalars()[scalar].get("pattern")):
        chinese, english = schema["description"], schema["x-en"][1]
        return {"right_zh": chinese.rstrip("。"), "right_en": english.rstrip(".")}
    row = schemas.scalars()[scalar]
    near = "" if personal.may_be_in(value) else suggestion(scalar, value)  # which would repeat it
    return {
        "right_zh": f"{row['title']}，例如 {near or row['example']}",
        "right_en": f"{row['en'][0]}, such as {near or row['en'][1]}",
    }


def _near(key: str, properties: Schema) -> str:
    """The field that `key` was probably meant to be: its Chinese name typed, or a letter wrong."""
    by_title = {schema["title"]: name for name, schema in properties.items()}
    return by_title.get(key) or next(iter(difflib.get_close_matches(key, properties, n=1, cutoff=0.6)), "")


def _near_value(value: str, schema: Schema) -> str:
    by_label = {labels[0]: name for name, labels in schema.get("x-labels", YES_OR_NO).items()}
    return by_label.get(value) or next(iter(difflib.get_close_matches(value.lower(), schema["enum"], n=1)), "")


def _meant(near: str) -> dict[str, str]:
    if not near:
        return {"near_zh": "", "near_en": ""}
    return {"near_zh": f"（是不是 {near}？）", "near_en": f" (did you mean {near}?)"}


def _choices(schema: Schema) -> dict[str, str]:
    labels = schema.get("x-labels", YES_OR_NO)
    chinese = [f"{value}（{labels[value][0]}）" if value in labels else value for value in schema["enum"]]
    return {"choices_zh": "、".join(chinese), "choices_en": ", ".join(schema["enum"])}


YES_OR_NO = {"true": ("是", "yes"), "false": ("否", "no")}

SHAPES: dict[type, tuple[str, str]] = {
    str: ("一段文字", "a text"),
    list: ("列表（每项另起一行，前加“- ”）", "a list (each item on its own line after “- ”)"),
    dict: ("下一层缩进的“键: 值”", "indented keys with values"),
}


def _wanted(schema: Schema) -> type:
    return {"array": list, "object": dict}.get(schema.get("type", "string"), str)


def _shape_words(wanted: type, found: type) -> dict[str, str]:
    (right_zh, right_en), (found_zh, found_en) = SHAPES[wanted], SHAPES[found]
    return {"found_zh": found_zh, "found_en": found_en, "right_zh": right_zh, "right_en": right_en}


def _value_place(places: Positions, path: Field) -> Place:
    return places[path][2:] if path else START


def _key_place(places: Positions, path: Field) -> Place:
    return places[path][:2] if path else START
