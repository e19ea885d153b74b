"""Repositories made of nothing but what is said here, many commits at once, odd modes included."""

import subprocess
from pathlib import Path
from typing import NamedTuple

OWNERS = """\
maintainers:
  - keeper
communities:
  - folder: elm
    accounts:
      - elm-clerk
  - folder: oak
    accounts:
      - oak-clerk
"""
FIRST = {
    "owners.yaml": OWNERS,
    "Makefile": "all:\n",
    "data/portal.yaml": "title: x\n",
    "data/elm/notices/a.yaml": "a\n" * 20,
    "data/elm/notices/b.yaml": "b\n" * 20,
    "data/oak/notices/a.yaml": "c\n" * 20,
    "data/oak/notices/b.yaml": "d\n" * 20,
}
WHO = "committer x <x@example.org> 1700000000 +0800\n"


class Put(NamedTuple):
    """A file as it will be; `content` None takes it away."""

    path: str
    content: str | None
    mode: str = "100644"


class Repository:
    """`main` holds `first`; every branch is one commit upon it."""

    def __init__(self, root: Path, first: dict[str, str] = FIRST) -> None:
        self.root = root
        self.stream = bytearray()
        subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
        self._commit("main", [Put(path, content) for path, content in first.items()])

    def branch(self, name: str, puts: list[Put], *, merging: str = "") -> None:
        self._commit(name, puts, f"from refs/heads/main\n{f'merge refs/heads/{merging}' if merging else ''}\n")

    def made(self) -> Path:
        """Write all commits; the work tree stays empty."""
        command = ["git", "-C", str(self.root), "fast-import", "--quiet", "--done"]
        subprocess.run(command, input=bytes(self.stream) + b"done\n", check=True)
        return self.root

    def _commit(self, name: str, puts: list[Put], parents: str = "") -> None:
        self.stream += f"commit refs/heads/{name}\n{WHO}data 1\nx\n{parents.strip()}\n".encode().replace(b"\n\n", b"\n")
        for path, content, mode in puts:
            if content is None:
                self.stream += f"D {path}\n".encode()
            elif mode == "160000":
                self.stream += f"M 160000 {'1' * 40} {path}\n".encode()
            else:
                data = content.encode()
                self.stream += (
                    f"M {mode} inline {path}\ndata {len(data)}\n".encode(errors="surrogateescape") + data + b"\n"
                )
        self.stream += b"\n"
