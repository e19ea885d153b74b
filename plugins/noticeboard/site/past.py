"""What the log says of a community's records: versions, when each was logged, and what differs between them."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.history import log
from noticeboard.history.difference import LEDGER, differences
from noticeboard.history.log import Checkpoint, Entry
from noticeboard.history.state import State
from noticeboard.records.kinds import BY_FOLDER

MOST_SHOWN = 200
"""Characters of a text that differs; all of it is in the versions' own files."""


class Shown(NamedTuple):
    """One field that differs, by its title; what was or is not there is empty."""

    title: str
    was: str
    now: str


class Version(NamedTuple):
    """`place` is the entry's place in the log, from 1; `code` the 26 letters of its digest; `kept` unless erased."""

    entry: Entry
    place: int
    code: str
    changed: list[Shown]
    kept: bool


class Past:
    """The log that a site is built with; an empty one where it is a preview."""

    def __init__(self, folder: Path | None) -> None:
        content = (folder / log.ENTRIES).read_bytes() if folder else b""
        self.state = State(folder, log.parse_entries(content)) if folder else None
        self._by_community: defaultdict[str, list[tuple[int, Entry]]] = defaultdict(list)
        for place, entry in enumerate(self.state.entries if self.state else (), start=1):
            self._by_community[entry.id.partition("/")[0]].append((place, entry))

    @property
    def checkpoint(self) -> Checkpoint | None:
        return log.checkpoint(self.state.entries) if self.state else None

    def key(self, community: str) -> bytes:
        """Changes when anything of the community is logged; a record's page shows nothing of others."""
        return b"".join(entry.line for _, entry in self._by_community[community])

    def of(self, community: str, language: str) -> "CommunityPast":
        return CommunityPast(self.state, self._by_community[community], language)


PREVIEW = Past(None)
"""Of a site that was never published."""


class CommunityPast:
    """The versions of one community's records."""

    def __init__(self, state: State | None, entries: list[tuple[int, Entry]], language: str) -> None:
        self.state = state
        self.language = language
        self._entries: defaultdict[str, list[tuple[int, Entry]]] = defaultdict(list)
        for place, entry in entries:
            self._entries[entry.id.partition("/")[2]].append((place, entry))

    @property
    def logged(self) -> bool:
        """Whether there is a log at all."""
        return self.state is not None

    def versions(self, record: str) -> list[Version]:
        """Of a record (`<folder>/<stem>`), register (`registers/<kind>`) or single file, the newest first."""
        return [self._version(place, entry) for place, entry in reversed(self._entries[record])]

    def code(self, record: str) -> str:
        """The 26 letters of the newest version's digest; empty where none was logged, or the text had to go."""
        entries = self._entries.get(record)
        digest = entries[-1][1].digest if entries else ""
        return log.code(bytes.fromhex(digest)) if digest else ""

    def _version(self, place: int, entry: Entry) -> Version:
        code = log.code(bytes.fromhex(entry.digest)) if entry.digest else ""
        changed = self._changed(entry) if entry.version > 1 else []
        return Version(entry, place, code, changed, kept=self._is_kept(entry))

    def _is_kept(self, entry: Entry) -> bool:
        return bool(self.state and self.state.version(entry.id, entry.version))

    def living(self) -> list[tuple[str, Version]]:
        """What was carried on in registers and single files, the newest first; each with its id."""
        own = [name for name in self._entries if name.split("/")[0] not in BY_FOLDER]
        found = [(name, one) for name in own for one in self.versions(name) if one.entry.version > 1]
        return sorted(found, key=lambda pair: pair[1].place, reverse=True)

    def title(self, name: str) -> str:
        """Of a register or single file."""
        return self._own_title(self._schema(name, name))

    @staticmethod
    def _schema(name: str, kind: str) -> schemas.Schema:
        return schemas.table(name) if name.startswith(f"{schemas.REGISTERS}/") else schemas.checker(kind)

    def _changed(self, entry: Entry) -> list[Shown]:
        if self.state is None:
            return []
        old, new = (self.state.version(entry.id, number) for number in (entry.version - 1, entry.version))
        if old is None or new is None:
            return []
        titles = self._schema(entry.id.partition("/")[2], new.form["kind"])
        found = differences(old.form, new.form)
        return [Shown(self._title(titles, one.field), _cut(one.was), _cut(one.now)) for one in found]

    def _title(self, schema: schemas.Schema, field: Field) -> str:
        """The titles of the steps to a field: 表决项 2 标题."""
        if field == LEDGER and "fields" in schema:
            return self._own_title(schema)
        if field == LEDGER:
            return {"zh": "明细账", "en": "Ledger"}[self.language]
        words = []
        for step in field:
            if isinstance(step, int):
                schema, word = schema.get("items", {}), str(step + 1)
            else:
                schema = schema.get("properties", {}).get(step, {})
                word = self._own_title(schema) or step
            words.append(word)
        return " ".join(words)

    def _own_title(self, schema: schemas.Schema) -> str:
        return str(schema.get("title", "") if self.language == "zh" else schema.get("x-en", [""])[0])


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
