"""The schemas: one source per kind, from which everything else about shape is made.

Sources are JSON Schema 2020-12 with a few extra keywords: `x-scalar` (a row of
scalars.json), `x-extends` (properties taken over from another source), `x-en`
(English title and description), `x-labels` (Chinese and English for each
value of an enum), `x-living` (a field that is filled in as things go on,
after publication, without a correction) and, of a kind of record, `x-facet` (which
of the four democracies it serves). The columns of tables have keywords of their own, see `table`.
Three plain schemas are made from each: the checker's, where every scalar is
text, the editor's, which also accepts unquoted numbers, and that of the site's JSON.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

FOLDER = Path(__file__).parent
EDITOR_FOLDER = "plugins/noticeboard/schemas/editor"
"""Where in a checkout the editor's schemas lie; `docs` writes them, and only editors read them."""
COMMON = "common.schema.json"
LEDGER, REGISTERS = "ledger", "registers"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def load(name: str) -> Any:
    """One JSON file of this folder."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def scalars() -> dict[str, Schema]:
    """The scalar types: pattern, Chinese title, example, English title and example."""
    rows: dict[str, Schema] = load("scalars.json")
    return rows


@cache
def accounts() -> dict[str, Schema]:
    """The chart of accounts, by code: fund, direction (in, out, transfer, memo), title."""
    return {account["code"]: account for account in load("accounts.json")}


@cache
def registers() -> tuple[str, ...]:
    """The kinds of registers, each with a Table Schema in the folder of that name."""
    return tuple(sorted(path.name.split(".")[0] for path in (FOLDER / REGISTERS).glob("*.table.json")))


def table(name: str = LEDGER) -> Schema:
    """The Table Schema of ledgers or of a register (`registers/<kind>`), as written.

    `x-date` names the column by whose days rows are ordered, `x-facet` the one of the four democracies that it serves,
    `x-totals` a column `by` whose words the columns `of` are added up (without any, rows are counted); of rows older
    than `x-shown-months` nothing is shown. Columns have `x-also` (what others call them), `x-needed` (the column must
    be there, though cells may be empty), `x-labels` (codes that may also be written in Chinese), `x-marked` (those that
    need attention), `x-refers` (ids of a `body`, `building`, `estate`, `board` or of another register's column `id`),
    `x-unique`, `x-empty` (what an empty cell says, in both languages), `x-age` (a day whose distance in years is shown,
    marked from `x-old` years on) and `x-due` (a day that is shown as past once it is; unless the column that it names
    is filled).
    """
    found: Schema = load(f"{name}.table.json")
    return found


@cache
def columns(name: str = LEDGER) -> dict[str, Schema]:
    """The columns of a table by name, every x-scalar made a constraint; patterns without ^ and $."""
    return {field["name"]: _concrete(field) for field in table(name)["fields"]}


def is_day(field: Schema) -> bool:
    return field.get("x-scalar") == "date"


def _concrete(field: Schema) -> Schema:
    constraints = dict(field.get("constraints", {}))
    constraints["pattern"] = f"(?:{_pattern(field).removeprefix('^').removesuffix('$')})"
    return field | {"constraints": constraints}


def _pattern(field: Schema) -> str:
    """What a cell looks like: its own pattern, one of its codes or their Chinese words, or its scalar's."""
    if own := field.get("constraints", {}).get("pattern"):
        return str(own)
    if labels := field.get("x-labels"):
        return "|".join(map(re.escape, (*labels, *(chinese for chinese, _ in labels.values()))))
    return str(scalars()[field["x-scalar"]]["pattern"])


def source(kind: str) -> Schema:
    """The source of one kind, the properties it extends merged in."""
    own: Schema = load(f"{kind}.schema.json")
    if "x-extends" not in own:
        return own
    base = load(own["x-extends"])
    merged = {key: value for key, value in own.items() if key != "x-extends"}
    merged["properties"] = base["properties"] | own["properties"]
    merged["required"] = base["required"] + own["required"]
    merged["additionalProperties"] = False
    return merged


@cache
def checker(kind: str) -> Schema:
    """The schema that records are checked by: every scalar is text that matches a pattern."""
    schema: Schema = _compile(source(kind), _as_text)
    return schema


def editor(kind: str) -> Schema:
    """The schema for completion and checks in an editor, in Chinese, in one file."""
    schema = _compile(source(kind), _as_typed)
    return {"$schema": DIALECT, **_without_own_keywords(schema)}


@cache
def exported(kind: str) -> Schema:
    """The schema of a record as the site's JSON has it: numbers that are sums or areas stay texts."""
    schema: Schema = _compile(source(kind), _as_json)
    return schema


@cache
def labels() -> dict[str, dict[str, tuple[str, str]]]:
    """`kind.property` (or `piece.property`) to value to (Chinese, English)."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for path in sorted(FOLDER.glob("*.schema.json")):
        content = load(path.name)
        for name, schema in [(path.name.split(".")[0], content), *content.get("$defs", {}).items()]:
            for key, labelled in _labelled(name, schema):
                found[key] = {value: (zh, en) for value, (zh, en) in labelled.items()}
    return found


def _labelled(key: str, schema: Schema) -> Iterator[tuple[str, dict[str, list[str]]]]:
    if "x-labels" in schema:
        yield key, schema["x-labels"]
    for name, child in schema.get("properties", {}).items():
        yield from _labelled(f"{key}.{name}", child)
    if "items" in schema:
        yield from _labelled(key, schema["items"])


def _compile(schema: Any, scalar: Any) -> Any:
    """`schema` with references put in place and every x-scalar made concrete."""
    if isinstance(schema, list):
        return [_compile(part, scalar) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return _compile(load(COMMON)["$defs"][schema["$ref"].rpartition("/")[2]] | beside, scalar)
    compiled = {key: _compile(value, scalar) for key, value in schema.items() if key != "$schema"}
    if isinstance(name := schema.get("x-scalar"), str):
        return scalar(name) | compiled
    return compiled


def _as_text(name: str) -> Schema:
    row = scalars()[name]
    return {"type": "string"} | {key: row[key] for key in ("pattern", "format", "maxLength", "enum") if key in row}


def _as_json(name: str) -> Schema:
    """As records are written: whole numbers and flags are themselves, all else is text."""
    plain = {"integer": "integer", "year": "integer", "flag": "boolean"}
    return {"type": plain[name]} if name in plain else _as_text(name)


def _as_typed(name: str) -> Schema:
    """As an editor's YAML reads it: 66 is a number, true a boolean, "66" a text."""
    row, text = scalars()[name], _as_text(name)
    if row.get("editor") == "boolean":
        return {"enum": [True, False]}
    if "editor" in row:
        text["type"] = ["string", row["editor"]]
    right = f"{row['title']}，例如 {row['example']}"
    return text | {"errorMessage": f"应为{right}", "patternErrorMessage": f"应为{right}"}


def _without_own_keywords(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_own_keywords(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_own_keywords(value) for key, value in schema.items() if not key.startswith("x-")}
    if "x-labels" in schema:
        kept["enumDescriptions"] = [schema["x-labels"][value][0] for value in schema["enum"]]
    return kept
