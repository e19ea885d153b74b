"""python -m tests.publishing.faulty HOW N ARGUMENT…: the command line, with its N-th write to the disk going wrong.

HOW is `kill` (the process is gone at once), `full` (no space is left, from then
on) or `count` (nothing goes wrong; how many writes there were is printed).
"""

import builtins
import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from noticeboard import cli
from noticeboard.history import changes

WRITES = ("mkdir", "rename", "replace", "symlink", "link", "unlink", "rmdir", "sync", "fsync")


class Faulty:
    """Counts every call that changes the disk, and makes the N-th go wrong."""

    def __init__(self, how: str, number: int) -> None:
        self.how = how
        self.left = number
        self.count = 0

    def watch(self, real: Callable[..., Any], changes: Callable[..., bool]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            if changes(*arguments, **options):
                self._one()
            return real(*arguments, **options)

        return watched

    def _one(self) -> None:
        self.count += 1
        if self.how == "kill" and self.count == self.left:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.how == "full" and self.count >= self.left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def always(*_: Any, **__: Any) -> bool:
    return True


def for_writing(file: Any, mode: str = "r", *_: Any, **__: Any) -> bool:
    return any(letter in mode for letter in "wax+")


def main() -> int:
    how, number, *arguments = sys.argv[1:]
    faulty = Faulty(how, int(number))
    os.sync = lambda: None
    changes.fresh_salt = lambda: "00" * 16  # so that every trial makes the same bytes
    for name in WRITES:
        setattr(os, name, faulty.watch(getattr(os, name), always))
    import io

    builtins.open = faulty.watch(builtins.open, for_writing)
    io.open = faulty.watch(io.open, for_writing)  # what pathlib calls
    code = cli.main(arguments)
    if how == "count":
        print(faulty.count)
    return code


if __name__ == "__main__":
    sys.exit(main())
