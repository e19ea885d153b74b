"""What git has stored, read from its objects: never from what is checked out, which attributes may have changed."""

import subprocess
from pathlib import Path


class GitError(Exception):
    """There is no git, no repository or no such commit; the message is git's own."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a command prints. Raises GitError."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=True
        ).stdout
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise GitError(said or f"git {arguments[0]} ended with {error.returncode}") from error


def blobs(folder: Path, commit: str, *paths: str) -> dict[str, bytes]:
    """Path to content of the regular files in `folder` as they are in `commit`; of those named, or of all."""
    listed = git(folder, "ls-tree", "-r", "-z", f"{commit}^{{commit}}", "--", *(paths or (".",))).split(b"\0")
    entries = [row.decode(errors="surrogateescape").partition("\t")[::2] for row in listed if row]
    names = {path: about.split()[2] for about, path in entries if about.startswith("100644")}
    answer = git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names.values()).encode())
    return dict(zip(names, _contents(answer), strict=True))


def _contents(answer: bytes) -> list[bytes]:
    """The objects in what `git cat-file --batch` answers: a line with the size, the content, a line feed.

    Raises GitError where one is missing.
    """
    found, at = [], 0
    while at < len(answer):
        head = answer.index(b"\n", at)
        name, kind, *sized = answer[at:head].split()
        if kind != b"blob":
            raise GitError(f"the object {name.decode()} is {kind.decode()}")
        size = int(sized[0])
        found.append(answer[head + 1 : head + 1 + size])
        at = head + 1 + size + 1
    return found
