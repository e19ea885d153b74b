"""A publication in a process of its own whose N-th change of the disk goes wrong.

`kill`: the process is gone at once; `full`: from then on there is no space;
`fail`: this one call fails and the next ones work. A write that goes wrong has
written half of what it should.
"""

import builtins
import errno
import io
import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Self

from noticeboard.history import changes
from noticeboard.publishing.command import REFUSALS
from noticeboard.publishing.publish import publish
from noticeboard.site.build import BlockedError
from tests.publishing.conftest import DAY

NEEDING_SPACE = ("mkdir", "symlink", "link", "rename", "replace", "sendfile")
OTHERS = ("unlink", "rmdir", "sync", "fsync", "chmod")
DONE, REFUSED, BROKEN, KILLED = 0, 1, 3, -signal.SIGKILL
SALT = "00" * 16
"""So that every trial makes the same bytes."""


class Trial(NamedTuple):
    """How the process ended (DONE, REFUSED, BROKEN, KILLED), how many changes of the disk it made, what it said."""

    ended: int
    count: int
    told: str


class Faulty:
    """Counts the calls that change the disk, and makes the N-th go wrong."""

    def __init__(self, how: str, number: int) -> None:
        self.how = how
        self.number = number
        self.count = 0

    def goes_wrong(self, *, needs_space: bool = True) -> bool:
        self.count += 1
        if self.how == "full":
            return needs_space and self.count >= self.number
        return self.how in ("kill", "fail") and self.count == self.number

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

    def opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not any(letter in mode for letter in "wax+"):
                return real(file, mode, *arguments, **options)
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


def start(repository: Path, target: Path, commit: str = "HEAD", fault: tuple[str, int] = ("", 0)) -> "Running":
    """Publish in a child of this process, which has all modules loaded and the templates compiled."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        return Running(child, reading)
    os.close(reading)
    ended = BROKEN
    with suppress(BaseException):
        ended = _child(Faulty(*fault), writing, lambda: publish(repository, target, commit, DAY))
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
            count, _, told = pipe.read().partition("\n")
        _, status = os.waitpid(self.child, 0)
        return Trial(os.waitstatus_to_exitcode(status), int(count or 0), told)


def _child(faulty: Faulty, pipe: int, work: Callable[[], object]) -> int:
    write = os.write
    os.sync = lambda: None
    changes.fresh_salt = lambda: SALT
    for names, needs_space in ((NEEDING_SPACE, True), (OTHERS, False)):
        for name in names:
            setattr(os, name, faulty.watched(getattr(os, name), needs_space=needs_space))
    builtins.open = io.open = faulty.opening(io.open)  # the latter is what pathlib calls
    try:
        work()
        ended, told = DONE, ""
    except (*REFUSALS, BlockedError) as refusal:
        ended, told = REFUSED, repr(refusal)
    except BaseException:
        ended, told = BROKEN, traceback.format_exc()
    write(pipe, f"{faulty.count}\n{told[-4000:]}".encode())
    return ended
