"""A community as one Frictionless Data Package (v2): its tables, and what stands in them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import msgspec

from noticeboard import schemas
from noticeboard.records.community import Portal
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.statement import Ledger
from noticeboard.records.value import Value
from noticeboard.schemas import LEDGER, Schema
from noticeboard.site import exports, registers
from noticeboard.site.board import Board
from noticeboard.site.record_tables import Column, body_columns, columns, field, rows

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
STATEMENTS, BODIES, LEDGERS = "finances", "bodies", "ledgers"
STATEMENT = {"name": "statement", "type": "string", "title": "收支账目", "x-en": ["Statement"]}


class Table(NamedTuple):
    """One table of the package. `make` writes it as CSV, `schema` is its Table Schema as JSON."""

    name: str
    title: str
    path: str
    rows: int
    make: Callable[[], bytes]
    schema: bytes


def files(board: Board, portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Every table, and the package's own file."""
    made = [(one, one.make()) for one in tables(board)]
    for one, content in made:
        yield one.path, content
    yield DESCRIPTOR, _descriptor(board, portal, [_resource(one, content) for one, content in made])


def tables(board: Board) -> list[Table]:
    """Every table of a community; none is empty."""
    return [*_records(board), *_bodies(board), *_ledgers(board), *_registers(board)]


def _title(board: Board, schema: Schema) -> str:
    return str(schema["title"] if board.language == "zh" else schema["x-en"][0])


def _records(board: Board) -> Iterator[Table]:
    for folder, listed in board.by_folder.items():
        kind = BY_FOLDER[folder].name
        title, make = _title(board, schemas.source(kind)), partial(_record_rows, board, folder)
        yield Table(folder, title, f"{folder}/records.csv", len(listed), make, _record_schema(kind))


def _record_rows(board: Board, folder: str) -> bytes:
    """Newest first, as in lists."""
    by_id = {one.id: one for one in board.dataset.records}
    return _sheet(columns(BY_FOLDER[folder].name), [by_id[row.url[:-1]] for row in board.by_folder[folder]])


def _bodies(board: Board) -> Iterator[Table]:
    bodies = board.dataset.bodies
    if bodies:
        title, make = _title(board, schemas.source(BODIES)), partial(_sheet, body_columns(), bodies)
        yield Table(BODIES, title, "bodies/bodies.csv", len(bodies), make, _body_schema())


def _ledgers(board: Board) -> Iterator[Table]:
    ledgers = board.dataset.ledgers
    if ledgers:
        size = sum(len(one.rows) for one in ledgers.values())
        title, make = _title(board, schemas.table()), partial(_lines, ledgers)
        yield Table(LEDGERS, title, f"{STATEMENTS}/ledgers.csv", size, make, _ledger_schema())


def _lines(ledgers: Mapping[str, Ledger]) -> bytes:
    """All lines of all ledgers, each with its statement; a column that a ledger lacks stays empty."""
    names = schemas.columns(LEDGER)
    lines = (row for statement, one in ledgers.items() for row in exports.cells(one, names, before=statement))
    return exports.sheet(["statement", *names], lines)


def _registers(board: Board) -> Iterator[Table]:
    for one in (registers.public(board, kind) for kind in board.dataset.registers):
        name, title = one.schema.replace("/", "-"), _title(board, schemas.table(one.schema))
        schema = _encoded(_schema(_fields(one.schema, one.columns)))
        yield Table(name, title, f"{one.id}/register.csv", len(one.rows), partial(exports.table, one), schema)


def _sheet(wanted: Sequence[Column], values: Iterable[Value]) -> bytes:
    by_column = zip(*rows(values, wanted), strict=True)
    cells = [exports.as_texts(one) if column.is_text else one for column, one in zip(wanted, by_column, strict=True)]
    return exports.sheet([column.field["name"] for column in wanted], zip(*cells, strict=True))


# schemas: the same for every community, so each is made and written once


@cache
def _record_schema(kind: str) -> bytes:
    return _encoded(_schema([one.field for one in columns(kind)], key="id", publisher=f"{BODIES}.id"))


@cache
def _body_schema() -> bytes:
    return _encoded(_schema([one.field for one in body_columns()], key="id"))


@cache
def _ledger_schema() -> bytes:
    return _encoded(_schema([STATEMENT, *_fields(LEDGER, schemas.columns(LEDGER))], statement=f"{STATEMENTS}.id"))


def _fields(table: str, names: Iterable[str]) -> list[Schema]:
    known = schemas.columns(table)
    return [{"name": name} | field(known[name]) for name in names]


def _schema(fields: Sequence[Schema], key: str = "", **refers: str) -> Schema:
    """A Table Schema; `refers` are columns that hold keys of another table, written as table.column."""
    schema: Schema = {"fields": fields, "missingValues": [""]}
    if key:
        schema["primaryKey"] = [key]
    if refers:
        schema["foreignKeys"] = [_foreign(column, *other.split(".")) for column, other in refers.items()]
    return schema


def _foreign(column: str, table: str, key: str) -> Schema:
    return {"fields": [column], "reference": {"resource": table, "fields": [key]}}


def _descriptor(board: Board, portal: Portal, resources: Sequence[dict[str, Any]]) -> bytes:
    content = {
        "$schema": PROFILE,
        "name": board.slug,
        "id": f"{portal.base_url}{board.slug}/",
        "title": board.community.name,
        "description": board.community.summary,
        "homepage": f"{portal.base_url}{board.slug}/",
        "version": str(exports.VERSION),
        "contributors": [{"title": portal.publisher, "roles": ["publisher"]}],
        "sources": [{"title": portal.title, "path": portal.base_url}],
        "resources": resources,
    }
    return _encoded(content) + b"\n"


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": msgspec.Raw(table.schema),
    }


def _encoded(value: Any) -> bytes:
    return msgspec.json.encode(value)
