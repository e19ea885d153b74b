"""A community as one Frictionless Data Package (v2): its tables, and what stands in them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from noticeboard import schemas
from noticeboard.records.community import Portal
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.value import Value
from noticeboard.schemas import LEDGER, Schema
from noticeboard.site import exports
from noticeboard.site.board import Board
from noticeboard.site.record_tables import Column, body_columns, columns, field, rows

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
STATEMENTS, BODIES, LEDGERS = "finances", "bodies", "ledgers"
STATEMENT = {"name": "statement", "type": "string", "title": "收支账目", "x-en": ["Statement"]}


class Table(NamedTuple):
    """One table of the package. `schema` is its Table Schema as JSON; `own` says that it is written nowhere else."""

    name: str
    title: str
    path: str
    rows: int
    content: bytes
    schema: bytes
    own: bool = True


def files(board: Board, portal: Portal) -> Iterator[tuple[str, bytes]]:
    """The tables that stand nowhere else, and the package's own file."""
    for one in tables(board):
        if one.own:
            yield one.path, one.content
    yield DESCRIPTOR, _descriptor(board, portal)


def tables(board: Board) -> list[Table]:
    """Every table of a community, made once; none is empty."""
    return board.dataset.derive(_tables, board)


def _tables(_: object, board: Board) -> list[Table]:
    return [*_records(board), *_bodies(board), *_ledgers(board), *_registers(board)]


def _title(board: Board, schema: Schema) -> str:
    return str(schema["title"] if board.language == "zh" else schema["x-en"][0])


def _records(board: Board) -> Iterator[Table]:
    by_id = {one.id: one for one in board.dataset.records}
    for folder, listed in board.by_folder.items():
        kind = BY_FOLDER[folder].name
        content = _sheet(columns(kind), [by_id[row.url[:-1]] for row in listed])
        title = _title(board, schemas.source(kind))
        yield Table(folder, title, f"{folder}/records.csv", len(listed), content, _record_schema(kind))


def _bodies(board: Board) -> Iterator[Table]:
    bodies = board.dataset.bodies
    if bodies:
        title = _title(board, schemas.source(BODIES))
        yield Table(BODIES, title, "bodies/bodies.csv", len(bodies), _sheet(body_columns(), bodies), _body_schema())


def _ledgers(board: Board) -> Iterator[Table]:
    """All lines of all ledgers in one table, each with its statement; a column that a ledger lacks stays empty."""
    names = schemas.columns(LEDGER)
    ledgers = board.dataset.ledgers
    if ledgers:
        lines = [row for statement, one in ledgers.items() for row in exports.cells(one, names, before=statement)]
        content = exports.sheet(["statement", *names], lines)
        title = _title(board, schemas.table())
        yield Table(LEDGERS, title, f"{STATEMENTS}/ledgers.csv", len(lines), content, _ledger_schema())


def _registers(board: Board) -> Iterator[Table]:
    for one in board.dataset.registers.values():
        name, title = one.schema.replace("/", "-"), _title(board, schemas.table(one.schema))
        schema = _encoded(_schema(_fields(one.schema, one.columns)))
        yield Table(name, title, f"{one.id}/register.csv", len(one.rows), exports.table(one), schema, own=False)


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


def _descriptor(board: Board, portal: Portal) -> bytes:
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
        "resources": [_resource(one) for one in tables(board)],
    }
    return _encoded(content) + b"\n"


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.content),
        "hash": f"sha256:{hashlib.sha256(table.content).hexdigest()}",
        "schema": msgspec.Raw(table.schema),
    }


def _encoded(value: Any) -> bytes:
    return msgspec.json.encode(value)
