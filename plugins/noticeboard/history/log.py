"""The log: one line for every version of every record ever published, and nothing ever taken out.

`entries.jsonl` has the entries in canonical form, one a line; `checkpoint` says
how many they are and what their Merkle root is. Both are public.
"""

import base64
import datetime
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec
import rfc8785
from msgspec import Struct

from noticeboard.history import merkle
from noticeboard.records.codes import CROCKFORD

ENTRIES = "entries.jsonl"
CHECKPOINT = "checkpoint"
ORIGIN = "gongshilan"


class LogError(Exception):
    """The log is not what it says it is; the message says where."""


class Event(StrEnum):
    IMPORT = "import"  # it was public before there was a log: 补录
    PUBLISH = "publish"
    CORRECT = "correct"
    UPDATE = "update"  # only what is meant to be carried on
    WITHDRAW = "withdraw"
    ERASE = "erase"  # its text had to go; that it was there remains


class Entry(Struct, frozen=True, kw_only=True):
    """`version` counts from 1. `digest` is of salt and canonical form, `previous` the digest of the version before."""

    id: str
    event: Event
    version: int
    digest: str
    previous: str
    logged_on: datetime.date

    @property
    def line(self) -> bytes:
        return rfc8785.dumps(msgspec.to_builtins(self))


class Checkpoint(NamedTuple):
    """`files` is the digest of the list of all published files, empty in a state that was never published."""

    size: int
    root: merkle.Hash
    files: str = ""

    def text(self) -> str:
        """Origin, size and root as in a C2SP checkpoint; the list of files as an extension line."""
        lines = [
            ORIGIN,
            str(self.size),
            base64.b64encode(self.root).decode(),
            *([f"files {self.files}"] if self.files else []),
        ]
        return "\n".join(lines) + "\n"


def parse_checkpoint(content: bytes) -> Checkpoint:
    """Raises LogError."""
    try:
        origin, size, root, *extensions = content.decode("ascii").splitlines()
        files = next((one.removeprefix("files ") for one in extensions if one.startswith("files ")), "")
        found = Checkpoint(int(size), base64.b64decode(root, validate=True), files)
    except ValueError as error:
        raise LogError("the checkpoint cannot be read") from error
    if origin != ORIGIN or len(found.root) != 32:
        raise LogError("the checkpoint is not of this kind of log")
    return found


def parse_entries(content: bytes) -> list[Entry]:
    """Every line as an entry. Raises LogError where one is not in canonical form."""
    found = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            entry = msgspec.json.decode(line, type=Entry)
            canonical = entry.line
        except (msgspec.MsgspecError, ValueError) as error:  # no text, or a number that has no canonical form
            raise LogError(f"line {number} of the log cannot be read") from error
        if canonical != line:
            raise LogError(f"line {number} of the log is not in canonical form")
        found.append(entry)
    return found


def checkpoint(entries: Sequence[Entry], files: str = "") -> Checkpoint:
    return Checkpoint(len(entries), merkle.root([merkle.leaf(entry.line) for entry in entries]), files)


def code(digest: bytes) -> str:
    """26 letters for paper: 130 bits, in groups of five; without I, L, O and U."""
    bits = int.from_bytes(digest, "big") >> (len(digest) * 8 - 130)
    letters = "".join(CROCKFORD[bits >> shift & 31] for shift in reversed(range(0, 130, 5)))
    return "-".join(letters[at : at + 5] for at in range(0, len(letters), 5))
