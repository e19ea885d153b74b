"""What a command refuses, or the machine refuses it: no fault of the program, and told in one sentence.

A disk that is full shows itself in many ways: libraries wrap its errors, workers
and other programs die of them. What lies beneath counts, not what is on top.
"""

import errno
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor

MEMORY = "内存不够，或进程被系统结束了；腾出内存再来"
UNMAPPED = "failed to map segment from shared object"
"""So the system's linker says that a library finds no room in memory; Python calls it an ImportError."""
REASONS = {
    errno.ENOSPC: "磁盘满了，腾出空间再来",
    errno.EDQUOT: "磁盘配额用完了，腾出空间再来",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: MEMORY,
    errno.EAGAIN: "系统暂时不让再开进程，稍后再来",
}
"""What is never a mistake of ours, wherever it comes from."""


class RefusedError(Exception):
    """Something has to be put right before this can be done; the message says what, in Chinese."""


def reason(error: BaseException) -> str:
    """Why the command could not be carried out; empty where it is a fault of the program."""
    if isinstance(error, OSError) and error.errno not in REASONS:  # a name that is taken, a folder that is missing …
        return _told(error, f"系统说：{error.strerror or str(error) or type(error).__name__}")
    return next(filter(None, map(_own, _beneath(error))), "")


def of_machine(error: BaseException) -> bool:
    """Whether it is never a mistake of ours."""
    if isinstance(error, OSError):
        return error.errno in REASONS
    return isinstance(error, MemoryError | BrokenExecutor) or UNMAPPED in str(error)


def _own(error: BaseException) -> str:
    """What one error says by itself."""
    if isinstance(error, RefusedError):
        return str(error)
    if not of_machine(error):
        return ""
    return _told(error, REASONS[error.errno]) if isinstance(error, OSError) and error.errno else MEMORY


def _told(error: OSError, why: str) -> str:
    return f"{why}（{error.filename}）" if error.filename else why


def _beneath(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came from, the last one first."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or at.__context__
