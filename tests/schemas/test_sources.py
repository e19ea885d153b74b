"""The schemas describe themselves in two languages, and the records are what they describe."""

import datetime
import re
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from noticeboard import schemas
from noticeboard.reading import shape
from noticeboard.records.kinds import BY_NAME, RECORD_KINDS
from tests.schemas import filled

Schema = dict[str, Any]
KINDS = list(BY_NAME)
RECORDS = {kind.name for kind in RECORD_KINDS}


def nodes(schema: Schema, name: str = "") -> Iterator[tuple[str, Schema]]:
    """A schema and everything in it, by name."""
    yield name, schema
    for child, its in schema.get("properties", {}).items():
        yield from nodes(its, f"{name}.{child}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from nodes(schema[keyword], f"{name}.{keyword}")


@pytest.mark.parametrize("kind", KINDS)
def test_everything_has_a_title_and_a_description_in_both_languages(kind: str) -> None:
    for name, schema in nodes(schemas.checker(kind), kind):
        texts = [schema.get("title"), schema.get("description"), *schema.get("x-en", [None, None])]
        assert all(texts), f"{name} lacks a title or a description"
        chinese, english = texts[:2], texts[2:]
        assert all(re.search("[\u4e00-\u9fff]", text) for text in chinese if text), name
        assert not any(re.search("[\u4e00-\u9fff]", text) for text in english if text), name


def test_every_column_has_a_title_and_a_description_in_both_languages() -> None:
    for field in schemas.table()["fields"]:
        assert all([field["title"], field["description"], *field["x-en"]]), field["name"]
        assert len(field["x-en"]) == 2, field["name"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_has_a_label_in_both_languages(kind: str) -> None:
    for name, schema in nodes(schemas.checker(kind), kind):
        if "enum" in schema and "x-scalar" not in schema:
            assert list(schema["x-labels"]) == schema["enum"], name
            assert all(len(label) == 2 and all(label) for label in schema["x-labels"].values()), name


def test_a_label_is_found_by_its_field() -> None:
    assert schemas.labels()["notice.form"]["public-posting"] == ("公示", "posting for comment")
    assert schemas.labels()["statement.accounts.kind"]["cash"] == ("零用金", "petty cash")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_has_the_fields_of_its_schema(kind: str) -> None:
    added = {"id"} if kind in RECORDS else set()
    same_fields(BY_NAME[kind].type, schemas.checker(kind), kind, added)


def same_fields(struct: Any, schema: Schema, name: str, added: set[str]) -> None:
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    assert fields.keys() - added == schema["properties"].keys(), name
    assert {key for key, field in fields.items() if field.required} - added == set(schema.get("required", ())), name
    for key, child in schema["properties"].items():
        same_type(fields[key].type, child, f"{name}.{key}")


def same_type(type_: Any, schema: Schema, name: str) -> None:
    """The Python type holds what the schema allows: structs for objects, tuples for lists, and so on."""
    if isinstance(type_, types.UnionType):
        (type_,) = (one for one in typing.get_args(type_) if one is not type(None))
    match schema.get("type"):
        case "object" if "properties" in schema:
            same_fields(type_, schema, name, set())
        case "object":
            assert typing.get_origin(type_) is dict, name
            same_type(typing.get_args(type_)[1], schema["additionalProperties"], name)
        case "array":
            assert typing.get_origin(type_) is tuple, name
            same_type(typing.get_args(type_)[0], schema["items"], name)
        case _:
            assert type_ is TYPES.get(schema.get("x-scalar", ""), str), name


TYPES = {
    "date": datetime.date,
    "year": int,
    "integer": int,
    "money": Decimal,
    "area": Decimal,
    "tally": Decimal,
    "number": Decimal,
    "percent": Decimal,
    "flag": bool,
}


def texts(schema: Schema) -> st.SearchStrategy[str]:
    """Any text that a scalar allows."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "format" in schema:
        return st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)).map(str)
    pattern = schema["pattern"] if schema["pattern"] != r"\S" else r"\S.{0,9}"
    most = schema.get("maxLength", 1000)
    return st.from_regex(pattern.replace(r"\S", "[一-乙a-z]"), fullmatch=True).filter(lambda text: len(text) <= most)


def trees(schema: Schema) -> st.SearchStrategy[Any]:
    match schema.get("type"):
        case "object" if "properties" in schema:
            required = set(schema.get("required", ()))
            parts = {name: trees(child) for name, child in schema["properties"].items()}
            return st.fixed_dictionaries(
                {name: part for name, part in parts.items() if name in required},
                optional={name: part for name, part in parts.items() if name not in required},
            ).filter(bool)
        case "object":
            return st.dictionaries(
                st.sampled_from(["同意", "反对", "弃权"]), trees(schema["additionalProperties"]), min_size=1
            )
        case "array":
            return st.lists(trees(schema["items"]), min_size=1, max_size=2)
    return texts(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_schema_accepts_becomes_a_record(kind: str) -> None:
    added = {"id": "folder/stem"} if kind in RECORDS else {}

    @settings(max_examples=40, deadline=None)
    @given(trees(schemas.checker(kind)))
    def becomes_a_record(tree: dict[str, Any]) -> None:
        assume(shape.holds(kind, tree))  # most are right
        msgspec.convert(tree | added, BY_NAME[kind].type, strict=False)

    becomes_a_record()
    for whole in (filled.full(kind), filled.bare(kind)):
        msgspec.convert(whole | added, BY_NAME[kind].type, strict=False)


CANONICAL = {
    "money": lambda text: f"{Decimal(text):.2f}",
    "date": lambda text: datetime.date.fromisoformat(text).isoformat(),
    "integer": lambda text: str(int(text)),
    "year": lambda text: str(int(text)),
    "tally": lambda text: f"{Decimal(text):f}",
    "area": lambda text: f"{Decimal(text):f}",
    "number": lambda text: f"{Decimal(text):f}",
    "percent": lambda text: f"{Decimal(text):f}",
}


@pytest.mark.parametrize("scalar", CANONICAL)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_an_accepted_number_or_date_is_written_in_one_way_only(scalar: str, data: st.DataObject) -> None:
    row = schemas.scalars()[scalar]
    near = st.text("0123456789-+.,_ e１٣\n", max_size=12)
    text = data.draw(st.one_of(st.from_regex(row["pattern"], fullmatch=True), near))
    schema = {"type": "string"} | {key: row[key] for key in ("pattern", "format") if key in row}
    if jsonschema_accepts(schema, text):
        assert CANONICAL[scalar](text) == text


def jsonschema_accepts(schema: Schema, text: str) -> bool:
    import jsonschema_rs

    return jsonschema_rs.is_valid(schema, text, validate_formats=True)
