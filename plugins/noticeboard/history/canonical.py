"""One record in one form: typed by nobody, so that quoting, key order and line ends change nothing.

RFC 8785 over texts, lists and mappings only. Attachments stand in it by their
digest, so that an exchanged file is a changed record.
"""

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import rfc8785

from noticeboard import schemas
from noticeboard.reading import files, text, tree
from noticeboard.reading.files import RecordFile, RegisterFile, SingleFile
from noticeboard.records.kinds import BY_FOLDER

Form = dict[str, Any]
"""`id`, `kind`, `record` (the tree of texts), `ledger` (lines as they stand, without blanks at their ends), `files`."""
ERASED = "erased"
"""The single file that says which texts had to go."""


class Written(NamedTuple):
    """A record as it is now. `id` is `<community>/<folder>/<stem>`, of the rest its path without ending."""

    id: str
    form: Form

    @property
    def content(self) -> bytes:
        return canonical(self.form)


def canonical(form: Form) -> bytes:
    """The bytes that are hashed."""
    return rfc8785.dumps(form)


def digest(salt: bytes, content: bytes) -> str:
    """What the log says of one version, in hex. Without the salt nothing can be guessed from it."""
    return hashlib.sha256(salt + content).hexdigest()


class Records(NamedTuple):
    """What is published of a community: what can be read, and the ids of what is there but cannot.

    `erased` counts for each record how often its text had to go.
    """

    written: list[Written]
    unread: list[str]
    erased: Counter[str]


def is_record(name: str) -> bool:
    """Whether it is a record, which changes by corrections only, and no register or single file, which live on."""
    return name.count("/") == 2 and name.split("/")[1] in BY_FOLDER


def records(data: Path, community: str) -> Records:
    """All of them, by their paths."""
    found = Records([], [], Counter())
    for file in files.inventory(data, community):
        if not isinstance(file, RecordFile | RegisterFile | SingleFile):
            continue
        name = f"{community}/{file.path.rpartition('.')[0]}"
        form = _form(data / community, name, file)
        if form is None:
            found.unread.append(name)
        else:
            found.written.append(Written(name, form))
            if name == f"{community}/{ERASED}":
                found.erased.update(f"{community}/{one['record']}" for one in form["record"][ERASED])
    return found


def _form(root: Path, name: str, file: RecordFile | RegisterFile | SingleFile) -> Form | None:
    """None where the file cannot be read."""
    characters = _decoded(root / file.path)
    if isinstance(file, RegisterFile):
        return {"id": name, "kind": schemas.REGISTERS, "record": {}, "ledger": _lines(characters)}
    content, _ = tree.read(file.kind.name, characters)
    if content is None:
        return None
    form: Form = {"id": name, "kind": file.kind.name, "record": content}
    return form | _beside(root, file.path, content) if isinstance(file, RecordFile) else form


def _beside(root: Path, path: str, content: dict[str, Any]) -> Form:
    """A record's ledger and attachments."""
    found: Form = {}
    ledger = (root / path).with_suffix(".csv")
    if ledger.is_file():
        found["ledger"] = _lines(_decoded(ledger))
    if attachments := content.get("attachments"):
        found["files"] = [_file(root, one["file"]) for one in attachments if (root / one["file"]).is_file()]
    return found


def _lines(table: str) -> list[str]:
    return [line.rstrip() for line in table.rstrip("\n").split("\n")]


def _file(root: Path, name: str) -> dict[str, str]:
    content = (root / name).read_bytes()
    return {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "size": str(len(content))}


def _decoded(path: Path) -> str:
    return text.decode(path.read_bytes())[0]
