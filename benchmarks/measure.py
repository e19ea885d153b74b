"""Whole processes, each started cold, in rounds that take turns (A B C, A B C, …)."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps what it compiled of an engine, as it does unless a machine forbids it."""
MOST_SECONDS = 300
"""After this a command is stopped and counts as failed."""


class Run(NamedTuple):
    """Seconds of one process and of the children it waited for."""

    wall: float
    cpu: float


class Job(NamedTuple):
    """One command to measure. `prepare` is called with the round's number before each run, off the clock."""

    scenario: str
    engine: str
    command: Sequence[str]
    folder: Path
    rounds: int
    prepare: Callable[[int], object]

    @property
    def name(self) -> str:
        return f"{self.scenario}:{self.engine}"


class CommandFailed(Exception):  # noqa: N818  it says what happened
    """A command did not do its work; the message is the end of what it said."""


def measure(jobs: Sequence[Job]) -> tuple[dict[str, list[Run]], dict[str, str]]:
    """Job name to its runs, and job name to why it failed; a job that fails is not run again."""
    runs: dict[str, list[Run]] = {job.name: [] for job in jobs}
    failures: dict[str, str] = {}
    for number in range(1, max((job.rounds for job in jobs), default=0) + 1):
        for job in jobs:
            if number > job.rounds or job.name in failures:
                continue
            try:
                job.prepare(number)
                os.sync()  # what the run before left to be written is not this one's work
                runs[job.name].append(run(job.command, job.folder))
            except CommandFailed as failure:
                failures[job.name] = str(failure)
            print(".", end="", file=sys.stderr, flush=True)
    return runs, failures


def run(command: Sequence[str], folder: Path) -> Run:
    """Run one command to its end; `CommandFailed` where its exit code is not 0."""
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=AS_INSTALLED, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        watch = threading.Timer(MOST_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            said = log.read().decode("utf-8", "replace").strip()[-600:]
            raise CommandFailed(f"{' '.join(command[:4])} … ended with {process.returncode}: {said}")
    return Run(wall, usage.ru_utime + usage.ru_stime)
