"""What was published last: the log, and every version that it speaks of, in a folder.

    entries.jsonl  checkpoint  versions/<community>/<folder>/<stem>/<n>.json

Only publishing writes it. A version file holds the record's canonical form and
the salt of its digest; of an erased record they go, and the log stays.
"""

import json
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import rfc8785

from noticeboard.history import log
from noticeboard.history.canonical import Form, canonical, digest
from noticeboard.history.log import Checkpoint, Entry, Event, LogError

VERSIONS = "versions"


class Version(NamedTuple):
    """`salt` in hex."""

    salt: str
    form: Form

    @property
    def digest(self) -> str:
        return digest(bytes.fromhex(self.salt), canonical(self.form))

    @property
    def content(self) -> bytes:
        return rfc8785.dumps({"form": self.form, "salt": self.salt})


class State:
    """The log and its versions; `new` are versions that are not yet written."""

    def __init__(self, folder: Path | None, entries: Iterable[Entry] = ()) -> None:
        self.folder = folder
        self.entries = list(entries)
        self.latest = {entry.id: entry for entry in self.entries}
        self.new: dict[tuple[str, int], Version] = {}

    def version(self, record: str, number: int) -> Version | None:
        """None where it was erased."""
        if found := self.new.get((record, number)):
            return found
        path = self._path(record, number)
        if path is None or not path.is_file():
            return None
        try:
            raw = json.loads(path.read_bytes())
            return Version(raw["salt"], raw["form"])
        except (ValueError, KeyError, TypeError) as error:
            raise LogError(f"{record}: version {number} cannot be read") from error

    def erasures(self, record: str = "") -> int:
        """How often the text of a record, or of any, had to go."""
        return sum(entry.event is Event.ERASE for entry in self.entries if entry.id == record or not record)

    def kept(self) -> Iterator[Entry]:
        """The entries whose text is kept: of an erased record, what was published with the last erasure or since."""
        last = {entry.id: entry.version for entry in self.entries if entry.event is Event.ERASE}
        return (entry for entry in self.entries if entry.digest and entry.version >= last.get(entry.id, 1))

    def add(self, entry: Entry, version: Version | None) -> None:
        self.entries.append(entry)
        self.latest[entry.id] = entry
        if version:
            self.new[entry.id, entry.version] = version

    def communities(self) -> set[str]:
        return {record.partition("/")[0] for record in self.latest}

    def write(self, folder: Path) -> Checkpoint:
        """All of it, into `folder`; what is there already stays, but for what was erased."""
        folder.mkdir(parents=True, exist_ok=True)
        kept = {(entry.id, entry.version) for entry in self.kept()}
        for (record, number), version in self.new.items():
            path = folder / VERSIONS / record / f"{number}.json"
            if (record, number) in kept:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(version.content)
        for entry in self.entries:
            if (entry.id, entry.version) not in kept:
                (folder / VERSIONS / entry.id / f"{entry.version}.json").unlink(missing_ok=True)
        (folder / log.ENTRIES).write_bytes(b"".join(entry.line + b"\n" for entry in self.entries))
        point = log.checkpoint(self.entries)
        (folder / log.CHECKPOINT).write_text(point.text(), encoding="ascii")
        return point

    def _path(self, record: str, number: int) -> Path | None:
        return self.folder / VERSIONS / record / f"{number}.json" if self.folder else None


def load(folder: Path) -> State:
    """The state in a folder; an empty one where there is none yet. Raises LogError where it was tampered with."""
    if not (folder / log.ENTRIES).exists() and not (folder / log.CHECKPOINT).exists():
        return State(folder)
    try:
        entries = log.parse_entries((folder / log.ENTRIES).read_bytes())
        point = log.parse_checkpoint((folder / log.CHECKPOINT).read_bytes())
    except FileNotFoundError as error:
        raise LogError(f"{error.filename} is missing") from error
    if log.checkpoint(entries)[:2] != point[:2]:
        raise LogError("the entries are not those that the checkpoint speaks of")
    state = State(folder, entries)
    _verify(state)
    return state


def _verify(state: State) -> None:
    kept = set(state.kept())
    previous: dict[str, Entry] = {}
    for entry in state.entries:
        before = previous.get(entry.id)
        if (
            entry.previous != (before.digest if before else "")
            or entry.version != (before.version if before else 0) + 1
        ):
            raise LogError(f"{entry.id}: version {entry.version} does not follow the one before")
        previous[entry.id] = entry
        if entry in kept and not _is_logged(state, entry):
            raise LogError(f"{entry.id}: version {entry.version} is not the one that was logged")


def _is_logged(state: State, entry: Entry) -> bool:
    """Whether the version that an entry speaks of can be read and has its digest."""
    try:
        version = state.version(entry.id, entry.version)
        return version is not None and version.digest == entry.digest
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def fresh_salt() -> str:
    """128 bits."""
    return secrets.token_hex(16)
