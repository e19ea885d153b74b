"""Which files a community has, each at its place; anything else is a fault, so that nothing is lost silently."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from noticeboard.reading.fault import Fault, fault, quoted
from noticeboard.records.kinds import BY_FOLDER, PORTAL_KIND, SINGLE_KINDS, RecordKind, SingleKind

STEM = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
ATTACHMENT = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}\.(?:pdf|jpg|png|csv)")
RESERVED_STEMS = frozenset({"year", "page"})
RESERVED_SLUGS = frozenset({"R", "log", "data", "theme", "rules", "district", "search", "verify", "en", "zh-hant", "pages"})

MOST_BYTES = {"yaml": 256 * 1024, "csv": 2 * 1024 * 1024, "attachment": 10 * 1024 * 1024}
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


class AttachmentFile(NamedTuple):
    path: str


class UnknownFile(NamedTuple):
    path: str
    fault: Fault


DataFile = SingleFile | RecordFile | LedgerFile | AttachmentFile | UnknownFile


def communities(data: Path) -> list[str]:
    """The folders of `data`, sorted: one per community."""
    return sorted(entry.name for entry in os.scandir(data) if entry.is_dir() and not entry.name.startswith("."))


def stray(data: Path) -> list[UnknownFile]:
    """What lies in the data folder itself and does not belong there."""
    names = sorted(entry.name for entry in os.scandir(data) if not entry.is_dir())
    found = [UnknownFile(name, fault("file-unknown", 1, 1, found=quoted(name))) for name in names if name != f"{PORTAL_KIND.name}.yaml"]
    slugs = [slug for slug in communities(data) if not STEM.fullmatch(slug) or slug in RESERVED_SLUGS]
    return found + [UnknownFile(slug, fault("community-name-malformed", 1, 1, found=quoted(slug))) for slug in slugs]


def inventory(data: Path, community: str) -> list[DataFile]:
    """Every file of one community, sorted by path; paths are relative to the community's folder."""
    return [_classify(data / community, path) for path in sorted(_walk(data / community, ""))]


def _walk(root: Path, prefix: str) -> Iterator[str]:
    for entry in os.scandir(root / prefix):
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{path}/")
        else:
            yield path


def _classify(root: Path, path: str) -> DataFile:
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    status = (root / path).lstat()
    if not stat.S_ISREG(status.st_mode):
        return UnknownFile(path, fault("file-not-regular", 1, 1, found=quoted(name)))
    file = _place(path, folder, name, stem, ending)
    limit = MOST_BYTES["attachment" if isinstance(file, AttachmentFile) else ending if ending in MOST_BYTES else "yaml"]
    if not isinstance(file, UnknownFile) and status.st_size > limit:
        return UnknownFile(path, fault("file-too-large", 1, 1, found=str(status.st_size), most=str(limit)))
    return file


def _place(path: str, folder: str, name: str, stem: str, ending: str) -> DataFile:
    if path in SINGLES:
        return SingleFile(path, SINGLES[path])
    if folder == "attachments":
        if ATTACHMENT.fullmatch(name):
            return AttachmentFile(path)
        return UnknownFile(path, fault("attachment-name-malformed", 1, 1, found=quoted(name)))
    if folder not in BY_FOLDER or not (ending == "yaml" or (ending == "csv" and folder == "finances")):
        return UnknownFile(path, fault("file-unknown", 1, 1, found=quoted(path)))
    if not STEM.fullmatch(stem) or stem in RESERVED_STEMS:
        return UnknownFile(path, fault("file-name-malformed", 1, 1, found=quoted(name)))
    return LedgerFile(path, stem) if ending == "csv" else RecordFile(path, BY_FOLDER[folder], stem)
