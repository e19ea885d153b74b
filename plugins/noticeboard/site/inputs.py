"""What the outputs depend on, as short ids: an unchanged community costs one comparison.

Where there is git, its blob ids are taken over and only files that differ from
the index are hashed; elsewhere every file is hashed.
"""

import hashlib
import os
import stat
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import noticeboard

LIBRARIES = (
    "jinja2",
    "msgspec",
    "markdown-it-py",
    "nh3",
    "jsonschema-rs",
    "frictionless",
    "pyyaml",
    "pelican",
    "babel",
)
PACKAGE = Path(noticeboard.__file__).parent


def digest(parts: Iterable[bytes]) -> str:
    """One short id for a sequence of byte strings; their boundaries count."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def file_ids(data: Path) -> dict[str, str]:
    """Path below `data` to an id that changes when the file's content or mode does."""
    try:
        indexed = _git_index(data)
        dirty = {path for path in _git(data, "ls-files", "-z", "--modified", "--others") if path}
    except (FileNotFoundError, subprocess.CalledProcessError):  # no git, or none of its repositories
        return {path: _hashed(data, path) for path in _walk(data, "")}
    ids = {path: found for path, found in indexed.items() if path not in dirty}
    return ids | {path: _hashed(data, path) for path in dirty if (data / path).is_symlink() or (data / path).is_file()}


def by_community(ids: dict[str, str]) -> dict[str, str]:
    """Top folder to one id of everything in it."""
    lines: defaultdict[str, list[bytes]] = defaultdict(list)
    for path in sorted(ids):
        folder, slash, _ = path.partition("/")
        if slash:
            lines[folder].append(f"{path}\0{ids[path]}".encode())
    return {folder: digest(parts) for folder, parts in lines.items()}


def shared_key(theme: Path, portal: bytes) -> str:
    """One id of all that every page depends on: code, theme, portal.yaml, libraries."""
    libraries = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    return digest([*_contents(PACKAGE), *_contents(theme), portal, *libraries])


def _contents(root: Path) -> Iterator[bytes]:
    """Path and content of every file below `root`, but for what Python compiled."""
    for path in sorted(path for path in _walk(root, "") if not path.endswith(".pyc")):
        yield path.encode()
        yield (root / path).read_bytes()


def _walk(root: Path, prefix: str) -> Iterator[str]:
    for entry in os.scandir(root / prefix):
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{path}/")
        else:
            yield path


def _hashed(data: Path, path: str) -> str:
    """What git's index would say of the file, so that a commit alone changes no id."""
    file = data / path
    mode = file.lstat().st_mode
    link = stat.S_ISLNK(mode)
    content = os.fsencode(file.readlink()) if link else file.read_bytes()
    kind = "120000" if link else "100755" if mode & stat.S_IXUSR else "100644"
    blob = hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False)
    return f"{kind} {blob.hexdigest()} 0"


def _git(data: Path, *arguments: str) -> list[str]:
    done = subprocess.run(["git", "-C", str(data), *arguments], capture_output=True, check=True)
    return os.fsdecode(done.stdout).split("\0")


def _git_index(data: Path) -> dict[str, str]:
    """Path to mode and blob id of what the index holds."""
    ids: dict[str, str] = {}
    for row in filter(None, _git(data, "ls-files", "-z", "--stage")):
        about, _, path = row.partition("\t")
        ids[path] = ids.get(path, "") + about
    return ids
