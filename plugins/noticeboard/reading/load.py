"""Files to records: everything readable becomes a record, everything else a finding."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from noticeboard import schemas
from noticeboard.findings import Field, Finding, visible
from noticeboard.privacy.scan import mask
from noticeboard.reading import attachments, called, csv_file, files, personal, text, tree, yaml_file
from noticeboard.reading.fault import FAULTS, START, Fault, fault
from noticeboard.reading.files import (
    AttachmentFile,
    DataFile,
    LedgerFile,
    RecordFile,
    RegisterFile,
    SingleFile,
    UnknownFile,
)
from noticeboard.records.bodies import Bodies
from noticeboard.records.community import Community, Portal
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.handover import HandoverList
from noticeboard.records.kinds import PORTAL_KIND, SINGLE_KINDS
from noticeboard.records.statement import Ledger
from noticeboard.records.table import Register
from noticeboard.records.value import Value


class Reading(NamedTuple):
    """One community as read; no dataset where community.yaml or bodies.yaml cannot be read."""

    dataset: Dataset | None
    findings: list[Finding]


def read_portal(data: Path) -> tuple[Portal | None, list[Finding]]:
    """portal.yaml, and what lies astray beside it."""
    findings = [
        _finding("", visible(unknown.path), visible(unknown.path), unknown.fault) for unknown in files.stray(data)
    ]
    if not files.communities(data):
        findings.append(_finding("", f"{PORTAL_KIND.name}.yaml", PORTAL_KIND.name, fault("community-missing", START)))
    portal, own = _Reader(data, "").single(SingleFile(f"{PORTAL_KIND.name}.yaml", PORTAL_KIND))
    return portal, findings + own


def read_community(data: Path, slug: str) -> Reading:
    """All files of one community."""
    reader = _Reader(data, slug)
    for file in files.inventory(data, slug):
        reader.take(file)
    return reader.reading()


class _Reader:
    """Reads one community's files and keeps what came of each."""

    def __init__(self, data: Path, slug: str) -> None:
        self.root = data / slug
        self.slug = slug
        self.singles: dict[str, Value] = {}
        self.records: list[Record] = []
        self.unread: list[str] = []
        self.unread_ledgers: list[str] = []
        self.ledgers: dict[str, Ledger] = {}
        self.registers: dict[str, Register] = {}
        self.attachments: list[str] = []
        self.seen: set[str] = set()
        self.texts: dict[str, str] = {}
        self.findings: list[Finding] = []

    def take(self, file: DataFile) -> None:
        self.seen.add(file.path)
        self._add(file.path, personal.in_name(file.path))
        match file:
            case UnknownFile(path, found):
                self._add(path, [found])
            case AttachmentFile(path):
                self.attachments.append(path)
            case LedgerFile(path, stem):
                self._ledger(path, stem)
            case RegisterFile(path, kind):
                self._register(path, kind)
            case RecordFile():
                self._record(file)
            case SingleFile():
                value, findings = self.single(file)
                self.findings += findings
                if value is not None:
                    self.singles[file.kind.name] = value

    def reading(self) -> Reading:
        for kind in SINGLE_KINDS:
            if kind.required and f"{kind.name}.yaml" not in self.seen:
                self._add(f"{kind.name}.yaml", [fault("file-missing", START, found=f"{kind.name}.yaml")])
        for record_id in self.ledgers.keys() - {record.id for record in self.records} - set(self.unread):
            self._add(f"{record_id}.csv", [fault("ledger-without-statement", START, right=f"{record_id}.yaml")])
        self._suggest_bodies()
        self._personal_data()
        if not {"community", "bodies"} <= self.singles.keys():
            return Reading(None, self.findings)
        return Reading(self._dataset(), self.findings)

    def _suggest_bodies(self) -> None:
        """Where a body's name stands instead of its id, say the id: only now is it known."""
        if isinstance(bodies := self.singles.get("bodies"), Bodies):
            self.findings = called.proposed(self.findings, bodies.bodies)

    def _personal_data(self) -> None:
        """In texts and attachments; only when all is read is it known which mobiles are an organisation's line."""
        community = self.singles.get("community")
        listed = {one.phone for one in community.public_phones} if isinstance(community, Community) else set()
        for path in self.attachments:
            self._add(path, attachments.faults(path, self._bytes(path), listed))
        for path, characters in self.texts.items():
            self._add(path, personal.faults(characters, listed))

    def _dataset(self) -> Dataset:
        return Dataset(
            self.slug,
            **self.singles,  # type: ignore[arg-type]  # each name holds the type of its SINGLE_KINDS row
            records=self.records,
            ledgers=self.ledgers,
            registers=self.registers,
            files=self.attachments,
            digests=self._digests(),
            unread=self.unread,
            unread_ledgers=self.unread_ledgers,
        )

    def _digests(self) -> dict[str, str]:
        """Of attachments whose digest a handover states: only those are compared."""
        lists = [one for one in self.records if isinstance(one, HandoverList)]
        stated = {item.file for one in lists for item in one.items if item.file and item.sha256}
        return {path: sha256(self._bytes(path)).hexdigest() for path in self.attachments if path in stated}

    def single(self, file: SingleFile) -> tuple[Any, list[Finding]]:
        content, faults = self._tree(file.path, file.kind.name)
        value = None if content is None else msgspec.convert(content, file.kind.type, strict=False)
        return value, [_finding(self.slug, self._shown(file.path), file.kind.name, one) for one in faults]

    def _record(self, file: RecordFile) -> None:
        content, faults = self._tree(file.path, file.kind.name)
        self._add(file.path, faults)
        if content is None:
            self.unread.append(file.id)
        else:
            self.records.append(msgspec.convert(content | {"id": file.id}, file.kind.type, strict=False))

    def _ledger(self, path: str, stem: str) -> None:
        content, faults = text.decode(self._bytes(path))
        self._keep(path, content)
        ledger = None
        if not faults:
            ledger, faults = csv_file.parse(content)
        self._add(path, faults)
        statement = f"{files.LEDGERS}/{stem}"
        if ledger is None:
            self.unread_ledgers.append(statement)
        else:
            self.ledgers[statement] = ledger

    def _register(self, path: str, kind: str) -> None:
        content, faults = text.decode(self._bytes(path))
        self._keep(path, content)
        register = None
        if not faults:
            register, faults = csv_file.parse_register(content, kind)
        self._add(path, faults)
        if register is None:
            self.unread.append(f"{schemas.REGISTERS}/{kind}")
        else:
            self.registers[kind] = register

    def _tree(self, path: str, kind: str) -> tuple[dict[str, Any] | None, list[Fault]]:
        """The file as a tree that has the shape of its kind, or None and why not."""
        try:
            content = self._bytes(path)
        except FileNotFoundError:
            return None, [fault("file-missing", START, found=path)]
        characters, faults = text.decode(content)
        self._keep(path, characters)
        return (None, faults) if faults else tree.read(kind, characters)

    def _keep(self, path: str, characters: str) -> None:
        self.texts[path] = characters

    def _bytes(self, path: str) -> bytes:
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123  # once per record: Path costs more than the read
            return file.read()

    def _add(self, path: str, faults: list[Fault]) -> None:
        record = path.rpartition(".")[0]
        self.findings += [_finding(self.slug, self._shown(path), record, one) for one in faults]

    def _shown(self, path: str) -> str:
        return visible(mask(f"{self.slug}/{path}" if self.slug else path))


def _finding(community: str, path: str, record: str, one: Fault) -> Finding:
    return Finding(
        rule=one.rule, severity=FAULTS[one.rule], path=path, line=one.line, column=one.column,
        community=community, record=record, values=one.values,
    )  # fmt: skip


class Places:
    """Where fields stand in their files; a file is read again only when asked about."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._positions = cache(self._read)

    def find(self, path: str, field: Field) -> tuple[int, int]:
        """Line and column of a field's value in a YAML file; of the nearest field around it if it is absent."""
        places = self._positions(path)
        while field and field not in places:
            field = field[:-1]
        return places[field][2:] if field else (1, 1)

    def _read(self, path: str) -> yaml_file.Positions:
        content, _ = text.decode((self.data / path).read_bytes())
        return yaml_file.positions(content)
