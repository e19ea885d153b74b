"""What a commit holds, as if it had been published: what a change is compared with where there is no log yet."""

import datetime
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from noticeboard.history import changes
from noticeboard.history.canonical import records
from noticeboard.history.state import State
from noticeboard.reading import files

REGULAR = "100644"


class CommitError(Exception):
    """There is no such commit, or no git; the message is git's own."""


def of_commit(data: Path, commit: str) -> State:
    """The records of `data` as they are in `commit`. Raises CommitError."""
    with TemporaryDirectory() as folder:
        for path, blob in _blobs(data, commit).items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(blob)
        return _as_published(Path(folder))


def _as_published(data: Path) -> State:
    state = State(None)
    for slug in files.communities(data):
        changes.extend(state, records(data, slug).written, datetime.date.min)
    return state


def _blobs(data: Path, commit: str) -> dict[str, bytes]:
    """Path below `data` to content as git stores it, whatever attributes make of it when it is checked out."""
    listed = _git(data, "ls-tree", "-r", "-z", f"{commit}^{{commit}}", "--", ".", given=b"").split(b"\0")
    entries = [row.decode().partition("\t")[::2] for row in listed if row]
    names = {path: about.split()[2] for about, path in entries if about.startswith(REGULAR)}
    answer = _git(data, "cat-file", "--batch", given="".join(f"{name}\n" for name in names.values()).encode())
    return dict(zip(names, _contents(answer), strict=True))


def _contents(answer: bytes) -> list[bytes]:
    """The objects in what `git cat-file --batch` answers: a line with the size, the content, a line feed."""
    found, at = [], 0
    while at < len(answer):
        head = answer.index(b"\n", at)
        size = int(answer[at:head].split()[2])
        found.append(answer[head + 1 : head + 1 + size])
        at = head + 1 + size + 1
    return found


def _git(data: Path, *arguments: str, given: bytes) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(data), *arguments], input=given, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise CommitError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise CommitError(error.stderr.decode(errors="replace").strip()) from error
