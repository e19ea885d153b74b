"""What the machine refuses is told in one sentence, however it was wrapped, and never as a fault of the program."""

import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from noticeboard import cli
from noticeboard.refusals import RefusedError, reason
from tests.sample import Sample

FULL = OSError(errno.ENOSPC, "No space left on device", "site/index.html")


def wrapped(error: BaseException) -> Exception:
    """As libraries do it, twice."""
    try:
        try:
            raise error
        except BaseException as first:
            raise ImportError("cannot import") from first
    except ImportError:
        try:
            raise RuntimeError("a plugin failed")
        except RuntimeError as last:
            return last


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FULL, "磁盘满了，腾出空间再来（site/index.html）"),
        (wrapped(FULL), "磁盘满了，腾出空间再来（site/index.html）"),
        (OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)), "磁盘配额用完了，腾出空间再来"),
        (wrapped(OSError(errno.EIO, None)), "磁盘读写出错，请检查磁盘"),
        (PermissionError(errno.EACCES, "Permission denied", "a"), "没有权限（a）"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "a"), "系统说：No such file or directory（a）"),
        (FileNotFoundError("No usable temporary directory"), "系统说：No usable temporary directory"),
        (OSError(), "系统说：OSError"),
        (shutil.SameFileError("a and b"), "系统说：a and b"),
        (MemoryError(), "内存不够，或进程被系统结束了；腾出内存再来"),
        (wrapped(MemoryError()), "内存不够，或进程被系统结束了；腾出内存再来"),
        (BrokenProcessPool("terminated abruptly"), "内存不够，或进程被系统结束了；腾出内存再来"),
        (ImportError("nh3.so: failed to map segment from shared object"), "内存不够，或进程被系统结束了；腾出内存再来"),
        (RefusedError("先做这个"), "先做这个"),
    ],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_what_the_machine_refuses(error: Exception, told: str) -> None:
    assert reason(error) == told


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), wrapped(FileNotFoundError(2, "none", "a"))])
def test_a_fault_of_the_program_is_none(error: Exception) -> None:
    assert reason(error) == ""


def test_a_command_that_finds_no_space_leaves_with_one(
    sample: Sample, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise wrapped(FULL)

    monkeypatch.setattr(cli.check, "portal", full)
    assert cli.main(["check", "--data", str(sample.data)]) == cli.REFUSED
    assert capsys.readouterr().err == "没有做完。磁盘满了，腾出空间再来（site/index.html）。\n"


@pytest.mark.parametrize("megabytes", [40, 60])
def test_without_memory_there_is_no_traceback(sample: Sample, megabytes: int) -> None:
    command = [sys.executable, "-m", "noticeboard", "check", "--data", str(sample.data)]
    limited = ["sh", "-c", 'ulimit -v "$1"; shift; exec "$@"', "sh", str(megabytes * 1024), *command]
    done = subprocess.run(limited, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == cli.REFUSED
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file that is always full")
def test_a_report_that_cannot_be_written_is_told_without_a_traceback(sample: Sample) -> None:
    command = [sys.executable, "-m", "noticeboard", "check", "--data", str(sample.data)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == cli.REFUSED
    assert done.stderr.endswith("。磁盘满了，腾出空间再来。\n")
    assert done.stderr.count("\n") == 1
