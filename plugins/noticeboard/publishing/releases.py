"""The folder that a web server shows: whole releases, one link that says which, and a lock.

current -> releases/000012      the only thing that ever changes under the server's eyes
releases/000012/site            what is served
releases/000012/state           the log and all versions, from which the next one goes on
releases/000012/commit          what it was made of
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CURRENT, RELEASES, STAGING, LOCK = "current", "releases", "staging", ".lock"
KEPT = 3
"""Older ones are deleted; the one before stays, for pages that are being loaded, and for going back by hand."""


UNTIDY = (OSError, MemoryError)
"""Once it is shown, what goes wrong is only untidy, and the next one tidies up."""


class BusyError(Exception):
    """Another publication is running."""


@contextmanager
def locked(target: Path) -> Iterator[int]:
    """Only one at a time; the lock, a descriptor, goes with the process, however that ends. Raises BusyError."""
    target.mkdir(parents=True, exist_ok=True)
    with (target / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(target)) from error
        yield file.fileno()


class Releases:
    """What stands in a target; `staging` is where the next one is made, emptied at every start."""

    def __init__(self, target: Path, lock: int) -> None:
        self.target = target
        self.lock = lock
        self.staging = target / STAGING
        shutil.rmtree(self.staging, ignore_errors=True)
        (target / RELEASES).mkdir(exist_ok=True)
        self.staging.mkdir()

    @property
    def current(self) -> Path | None:
        """The release that is shown."""
        link = self.target / CURRENT
        return self.target / link.readlink() if link.is_symlink() else None

    def adopt(self, release: Path) -> Path:
        """Make the finished folder `release` the one that is shown: all of it or nothing."""
        number = max((int(one.name) for one in self._all()), default=0) + 1
        name = f"{RELEASES}/{number:06d}"
        flush(self.lock)  # what is shown must be on the disk before the link is
        release.rename(self.target / name)
        _sync(self.target / RELEASES)
        link = self.staging / CURRENT
        link.symlink_to(name)
        link.replace(self.target / CURRENT)
        with suppress(*UNTIDY):
            _sync(self.target)
            self._prune()
        return self.target / name

    def forget(self, stale: Callable[[Path], bool]) -> None:
        """Delete the other releases that hold what must not be kept; what cannot be deleted now is by the next one."""
        with suppress(*UNTIDY):
            shown = self.current
            for old in self._all():
                if old != shown and stale(old):
                    shutil.rmtree(old)

    def _all(self) -> list[Path]:
        return sorted(one for one in (self.target / RELEASES).iterdir() if one.name.isdigit())

    def _prune(self) -> None:
        """Leave the newest ones; a release that was never shown, because its swap was cut off, goes in its turn."""
        for old in self._all()[:-KEPT]:
            shutil.rmtree(old)
        shutil.rmtree(self.staging)


def flush(lock: int) -> None:
    """Everything of the file system of an open file to the disk.

    `sync` would not tell what was lost on the way, as on a disk that promises more room than it has. Linux's `syncfs`
    tells of all since the file was opened: that was before the first write.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
    elif syncfs(lock):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
