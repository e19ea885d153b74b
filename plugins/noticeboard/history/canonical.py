"""One record in one form: typed by nobody, so that quoting, key order and line ends change nothing.

RFC 8785 over texts, lists and mappings only. Attachments stand in it by their
digest, so that an exchanged file is a changed record.
"""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import rfc8785

from noticeboard.reading import files, text, tree
from noticeboard.reading.files import RecordFile

Form = dict[str, Any]
"""`id`, `kind`, `record` (the tree of texts), `ledger` (lines as they stand, without blanks at their ends), `files`."""


class Written(NamedTuple):
    """A record as it is now. `id` is `<community>/<folder>/<stem>`."""

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
    """The records of a community that can be read, and the ids of those that are there but cannot."""

    written: list[Written]
    unread: list[str]


def records(data: Path, community: str) -> Records:
    """All of them, by their paths."""
    found = Records([], [])
    for file in files.inventory(data, community):
        if isinstance(file, RecordFile):
            record = f"{community}/{file.id}"
            content, _ = tree.read(file.kind.name, _decoded(data / community / file.path))
            if content is None:
                found.unread.append(record)
            else:
                found.written.append(Written(record, _form(data / community, file, content)))
    return found


def _form(root: Path, file: RecordFile, content: dict[str, Any]) -> Form:
    form: Form = {"id": f"{root.name}/{file.id}", "kind": file.kind.name, "record": content}
    ledger = root / f"{file.id}.csv"
    if ledger.is_file():
        form["ledger"] = [line.rstrip() for line in _decoded(ledger).rstrip("\n").split("\n")]
    if attachments := content.get("attachments"):
        form["files"] = [_file(root, one["file"]) for one in attachments if (root / one["file"]).is_file()]
    return form


def _file(root: Path, name: str) -> dict[str, str]:
    content = (root / name).read_bytes()
    return {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "size": str(len(content))}


def _decoded(path: Path) -> str:
    return text.decode(path.read_bytes())[0]
