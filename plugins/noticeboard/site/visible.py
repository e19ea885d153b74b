"""The words of a record as its page shows them, line by line, found through its schema."""

import html
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec

from noticeboard import schemas
from noticeboard.law import procedures
from noticeboard.records.envelope import Record
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.schemas import Schema
from noticeboard.site import prose
from noticeboard.site.board import Board
from noticeboard.site.wordings import amount, day

FIRST = ("title", "summary", "document_number")
HIDDEN = frozenset({"fields", "pinned_until", "sha256"})
BODIES = (
    "publisher", "on_behalf_of", "body", "decided_by", "chaired_by", "to", "owner", "follow_up", "by", "lead",
    "supervised_by", "raised_by", "concerns", "organised_by", "handed_by", "received_by", "answered_by",
)  # fmt: skip


def _procedure(code: str) -> str:
    """The title of a procedure; its code where nothing is known of it."""
    found = procedures.procedures().get(code)
    return found.title if found else code


NAMED: dict[str, Callable[[Board, str], str]] = {
    **dict.fromkeys(BODIES, Board.body),
    "estate": Board.estate,
    "buildings": Board.building,
    "building": Board.building,
    "places": Board.place,
    "follows": lambda _, code: _procedure(code),
    "category": lambda board, code: board.accounts[code],
}
"""Properties whose value is an id or a code that pages show by name."""

TITLED: dict[str, Callable[[Any], str]] = {
    "date": day,
    "time": str,
    "year": str,
    "phone": str,
    "integer": amount,
    "tally": amount,
    "area": amount,
    "number": amount,
    "money": amount,
    "percent": "{}%".format,
}
"""Scalars that say little without the field's title, and how pages write them."""

LIST_MARK = re.compile(r"^\s*[-+]\s+", re.MULTILINE)
TAG = re.compile("<[^>]*>")


Reader = Callable[[Any, Board], list[str]]
"""From a value in a record to lines of text."""


def text(record: Record, board: Board) -> str:
    """Title, summary, document number, then the rest; one line per paragraph or row.

    Without ids, codes and references. The ledger of a statement will join here, one line per row.
    """
    tree: dict[str, Any] = msgspec.to_builtins(record)
    lines = [tree.pop(name) for name in FIRST if name in tree]
    readers = _readers(BY_FOLDER[record.folder].name)
    for name, value in tree.items():
        if name in readers:
            lines += readers[name](value, board)
    return "\n".join(lines)


@cache
def _readers(kind: str) -> dict[str, Reader]:
    properties: dict[str, Schema] = schemas.checker(kind)["properties"]
    return {name: _reader(name, schema) for name, schema in properties.items()}


def _reader(name: str, schema: Schema) -> Reader:
    if "items" in schema:
        return _each(_reader(name, schema["items"]))
    if "properties" in schema:
        return _row(schema["properties"])
    if schema.get("type") == "object":
        return _options
    if schema.get("x-scalar") == "prose":
        return _paragraphs
    return _scalar(name, schema)


def _each(read: Reader) -> Reader:
    return lambda values, board: [line for value in values for line in read(value, board)]


def _row(properties: dict[str, Schema]) -> Reader:
    """The short parts of an object as one line, then its prose and its lists of objects."""
    readers = {name: (_stands_alone(schema), _reader(name, schema)) for name, schema in properties.items()}

    def read(tree: dict[str, Any], board: Board) -> list[str]:
        short: list[str] = []
        long: list[str] = []
        for name, value in tree.items():
            alone, part = readers[name]
            (long if alone else short).extend(part(value, board))
        return [" ".join(short), *long] if short else long

    return read


def _stands_alone(schema: Schema) -> bool:
    return schema.get("x-scalar") == "prose" or schema.get("items", {}).get("type") == "object"


def _options(votes: dict[str, str], board: Board) -> list[str]:
    return [f"{option} {amount(count)}" for option, count in votes.items()]


def _scalar(name: str, schema: Schema) -> Reader:
    kind = schema.get("x-scalar", "")
    if name in HIDDEN:
        return lambda *_: []
    if "x-labels" in schema:
        words = {value: [chinese] for value, (chinese, _) in schema["x-labels"].items()}
        return lambda value, _: words[value]
    if name in NAMED:
        named = NAMED[name]
        return lambda value, board: [named(board, value)]
    if kind in TITLED:
        title, written = schema["title"], TITLED[kind]
        return lambda value, _: [f"{title} {written(value)}"]
    return lambda value, _: [value] if kind in ("line", "url") else []


def _paragraphs(text: str, board: Board) -> list[str]:
    if not prose.PLAIN.fullmatch(text):
        text = html.unescape(TAG.sub("", prose.render(text)))
    lines = (line.strip() for line in LIST_MARK.sub("", text).split("\n"))
    return [line for line in lines if line]
