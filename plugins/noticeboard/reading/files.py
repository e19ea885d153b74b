"""Which files a community has, each at its place; anything else is a fault, so that nothing is lost silently."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import quoted
from noticeboard.reading.fault import START, Fault, fault
from noticeboard.records.kinds import BY_FOLDER, PORTAL_KIND, SINGLE_KINDS, RecordKind, SingleKind

STEM = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
ATTACHMENT = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}\.(?:pdf|jpg|png|csv)")
ATTACHMENTS, LEDGERS = "attachments", "finances"
LEFT_BEHIND = re.compile(r"(?:eh)?thumbs\.db|desktop\.ini|~\$.*", re.IGNORECASE)
"""What Windows and Office leave in a folder."""
PASSING = re.compile(r"\.git|\.DS_Store|\._.*|\.#.*|\..*\.sw[a-p]")
"""Git's own folder, and what macOS and editors put beside a file."""
RESERVED_STEMS = frozenset({
    "year", "page", "con", "prn", "aux", "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
})  # fmt: skip
"""The site's own, and names that Windows refuses."""
RESERVED_SLUGS = frozenset({
    "R", "log", "data", "theme", "rules", "district", "search", "verify", "en", "zh-hant", "pages",
})  # fmt: skip

MOST_BYTES = {"yaml": 256 * 1024, "csv": 2 * 1024 * 1024}
MOST_ATTACHMENT_BYTES = 10 * 1024 * 1024
BEGINNINGS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "csv": b""}
SINGLES = {f"{kind.name}.yaml": kind for kind in SINGLE_KINDS}


class SingleFile(NamedTuple):
    path: str
    kind: SingleKind


class RecordFile(NamedTuple):
    path: str
    kind: RecordKind
    stem: str

    @property
    def id(self) -> str:
        return f"{self.kind.folder}/{self.stem}"


class LedgerFile(NamedTuple):
    path: str
    stem: str


class RegisterFile(NamedTuple):
    path: str
    kind: str


class AttachmentFile(NamedTuple):
    path: str


class UnknownFile(NamedTuple):
    path: str
    fault: Fault


DataFile = SingleFile | RecordFile | LedgerFile | RegisterFile | AttachmentFile | UnknownFile


def communities(data: Path) -> list[str]:
    """The folders of `data`, sorted: one per community."""
    return sorted(
        entry.name for entry in _entries(data) if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
    )


def stray(data: Path) -> list[UnknownFile]:
    """What lies in the data folder itself and does not belong there."""
    found = [
        _unknown(entry.name, _astray(entry.name), entry.name)
        for entry in sorted(_entries(data), key=lambda entry: entry.name)
        if entry.name.startswith(".") or not entry.is_dir(follow_symlinks=False)
        if entry.name != f"{PORTAL_KIND.name}.yaml"
    ]
    slugs = [slug for slug in communities(data) if not STEM.fullmatch(slug) or slug in RESERVED_SLUGS]
    return found + [_unknown(slug, "community-name-malformed", slug) for slug in slugs]


def _astray(name: str) -> str:
    """The fault of a file where none belongs."""
    if LEFT_BEHIND.fullmatch(name):
        return "file-left-behind"
    return "file-hidden" if name.startswith(".") else "file-unknown"


def inventory(data: Path, community: str) -> list[DataFile]:
    """Every file of one community, sorted by path; paths are relative to the community's folder."""
    root = data / community
    return [_classify(root, path) for path in sorted(_walk(root, ""))]


def record_ids(data: Path, community: str) -> Iterator[str]:
    """`<folder>/<stem>` of every record by the names alone, sound or not; much cheaper than the inventory."""
    root = f"{data}/{community}"
    for folder in BY_FOLDER:
        if os.path.isdir(f"{root}/{folder}"):  # noqa: PTH112  # asked of every folder of every community
            names = os.listdir(f"{root}/{folder}")  # noqa: PTH208
            yield from sorted(f"{folder}/{name[:-5]}" for name in names if name.endswith(".yaml") and name[0] != ".")


def has_own_code(root: Path, record: str) -> bool:
    """Whether a record states its code instead of leaving it to its id."""
    return re.search(rb"^code:", (root / f"{record}.yaml").read_bytes(), re.MULTILINE) is not None


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, without what lies there only in passing."""
    return (entry for entry in os.scandir(folder) if not PASSING.fullmatch(entry.name))


def _walk(root: Path, prefix: str) -> Iterator[str]:
    for entry in _entries(root / prefix):
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{path}/")
        else:
            yield path


def _classify(root: Path, path: str) -> DataFile:
    status = os.lstat(f"{root}/{path}")
    if not stat.S_ISREG(status.st_mode):
        return _unknown(path, "file-not-regular", path)
    file = _place(path)
    most = MOST_ATTACHMENT_BYTES if isinstance(file, AttachmentFile) else MOST_BYTES.get(path.rpartition(".")[2])
    if most and status.st_size > most and not isinstance(file, UnknownFile):
        return UnknownFile(path, fault("file-too-large", START, found=f"{status.st_size:,}", most=f"{most:,}"))
    if isinstance(file, AttachmentFile) and not _is_what_it_says(root / path):
        return _unknown(path, "attachment-not-its-ending", path.rpartition(".")[2])
    return file


def _place(path: str) -> DataFile:
    folder, _, name = path.rpartition("/")
    hidden = path.startswith(".") or "/." in path
    if hidden or LEFT_BEHIND.fullmatch(name):
        return _unknown(path, "file-hidden", path) if hidden else _unknown(path, "file-left-behind", name)
    if path in SINGLES:
        return SingleFile(path, SINGLES[path])
    if folder == ATTACHMENTS:
        return AttachmentFile(path) if ATTACHMENT.fullmatch(name) else _unknown(path, "attachment-name-malformed", name)
    if folder == schemas.REGISTERS:
        return _register(path, name)
    if folder not in BY_FOLDER:
        return _unknown(path, "file-unknown", path)
    return _record_or_ledger(path, folder, name)


def _record_or_ledger(path: str, folder: str, name: str) -> DataFile:
    stem, _, ending = name.rpartition(".")
    if ending != "yaml" and not (ending == "csv" and folder == LEDGERS):
        return _unknown(path, "file-ending-wrong", name)
    if not STEM.fullmatch(stem) or stem in RESERVED_STEMS:
        return _unknown(path, "file-name-malformed", name)
    return LedgerFile(path, stem) if ending == "csv" else RecordFile(path, BY_FOLDER[folder], stem)


def _register(path: str, name: str) -> DataFile:
    kind, _, ending = name.rpartition(".")
    if ending == "csv" and kind in schemas.registers():
        return RegisterFile(path, kind)
    titles = [(one, schemas.table(f"{schemas.REGISTERS}/{one}")["title"]) for one in schemas.registers()]
    known = {
        "known_zh": "、".join(f"{one}.csv（{title}）" for one, title in titles),
        "known_en": ", ".join(f"{one}.csv" for one, _ in titles),
    }
    return UnknownFile(path, fault("register-unknown", START, found=quoted(name), **known))


def _unknown(path: str, rule: str, found: str) -> UnknownFile:
    return UnknownFile(path, fault(rule, START, found=quoted(found)))


def _is_what_it_says(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(8).startswith(BEGINNINGS[path.suffix[1:]])
