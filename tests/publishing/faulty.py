"""A publication in a process of its own whose N-th change of the disk goes wrong.

`kill`: the process is gone at once; `full`: from then on there is no space;
`fail`: this one call fails and the next ones work. A write that goes wrong has
written half of what it should. `unread`: the N-th file or folder cannot be read.

Forked workers go on counting from where they were forked, each by itself.
"""

import builtins
import errno
import io
import os
import signal
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any, NamedTuple, Self

from noticeboard import cli
from noticeboard.history import changes
from noticeboard.publishing import releases
from noticeboard.site import crew
from tests.publishing.conftest import DAY

NEEDING_SPACE = ("mkdir", "symlink", "link", "rename", "replace", "sendfile")
OTHERS = ("unlink", "rmdir", "fsync", "chmod")
READING = ("scandir", "listdir", "readlink")
DONE, REFUSED, BROKEN, KILLED = cli.CLEAN, cli.REFUSED, cli.BROKEN, -signal.SIGKILL
SALT = "00" * 16
"""So that every trial makes the same bytes."""


class Trial(NamedTuple):
    """How the process ended (DONE, REFUSED, BROKEN, KILLED), what it said, how often it changed and read the disk."""

    ended: int
    told: str
    changes: int
    reads: int


class Faulty:
    """Counts the calls that change the disk, and makes the N-th go wrong."""

    def __init__(self, how: str, number: int) -> None:
        self.how = how
        self.number = number
        self.changes = self.reads = 0

    def goes_wrong(self, *, needs_space: bool = True) -> bool:
        self.changes += 1
        if self.how == "full":
            return needs_space and self.changes >= self.number
        return self.how in ("kill", "fail") and self.changes == self.number

    def is_unread(self) -> bool:
        self.reads += 1
        return self.how == "unread" and self.reads == self.number

    def strike(self) -> None:
        if self.how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = errno.ENOSPC if self.how == "full" else errno.EIO
        raise OSError(number, os.strerror(number))

    def watched(self, real: Callable[..., Any], *, needs_space: bool) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if self.goes_wrong(needs_space=needs_space):
                self.strike()
            return real(*arguments, **options)

        return call

    def reading(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if not isinstance(arguments[0], int) and self.is_unread():  # a number is a pipe or the like
                self.strike()
            return real(*arguments, **options)

        return call

    def opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        read = self.reading(real)

        def call(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not any(letter in mode for letter in "wax+"):
                return read(file, mode, *arguments, **options)
            if self.goes_wrong():
                self.strike()
            return Half(real(file, mode, *arguments, **options), self)

        return call


class Half:
    """A file that writes the half of it when its time has come."""

    def __init__(self, file: Any, faulty: Faulty) -> None:
        self.file, self.faulty = file, faulty

    def write(self, content: Any) -> Any:
        if self.faulty.goes_wrong():
            self.file.write(content[: len(content) // 2])
            self.file.flush()
            self.faulty.strike()
        return self.file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


def start(
    repository: Path, target: Path, commit: str = "HEAD", fault: tuple[str, int] = ("", 0), *, hands: int = 1
) -> "Running":
    """Publish in a child of this process, which has all modules loaded and the templates compiled.

    With `hands` above 1, workers are forked as for a large site.
    """
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        return Running(child, reading)
    os.close(reading)
    if hands > 1:
        crew.FILES_WORTH_A_PROCESS = 1
    call = ["publish", str(target), "--root", str(repository), "--commit", commit, "--today", str(DAY)]
    ended = BROKEN
    with suppress(BaseException):
        ended = _child(Faulty(*fault), writing, lambda: cli.main(call))
    os._exit(ended)


class Running(NamedTuple):
    """A publication that goes on."""

    child: int
    pipe: int

    def kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)

    def running(self) -> bool:
        return os.waitid(os.P_PID, self.child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def wait(self) -> Trial:
        with os.fdopen(self.pipe, encoding="utf-8") as pipe:
            counts, _, told = pipe.read().partition("\n")
        _, status = os.waitpid(self.child, 0)
        changes, reads = map(int, counts.split() or (0, 0))
        return Trial(os.waitstatus_to_exitcode(status), told, changes, reads)


def _child(faulty: Faulty, pipe: int, work: Callable[[], int]) -> int:
    write = os.write
    releases.flush = faulty.watched(lambda _: None, needs_space=False)
    changes.fresh_salt = lambda: SALT
    for names, needs_space in ((NEEDING_SPACE, True), (OTHERS, False)):
        for name in names:
            setattr(os, name, faulty.watched(getattr(os, name), needs_space=needs_space))
    for name in READING:
        setattr(os, name, faulty.reading(getattr(os, name)))
    builtins.open = io.open = faulty.opening(io.open)  # the latter is what pathlib calls
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            ended = work()
        except BaseException:
            ended = BROKEN
            traceback.print_exc()
    write(pipe, f"{faulty.changes} {faulty.reads}\n{said.getvalue()[-4000:]}".encode())
    return ended
