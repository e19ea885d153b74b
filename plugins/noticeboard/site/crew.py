"""Communities checked, then built, in this process or in several.

Checking all comes before building any: one error anywhere and nothing is
written. A worker keeps what it has read between the two steps.
"""

import gc
import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from noticeboard import check
from noticeboard.check import CheckedCommunity
from noticeboard.findings import Finding
from noticeboard.records import translations
from noticeboard.records.dataset import Dataset
from noticeboard.refusals import MEMORY, RefusedError, reason
from noticeboard.site import render, sitemap
from noticeboard.site.board import Board
from noticeboard.site.memory import Remembered
from noticeboard.site.past import Past
from noticeboard.site.render import Look
from noticeboard.site.summary import Row, Summary
from noticeboard.site.writing import Output
from noticeboard.today import Today

FILES_WORTH_A_PROCESS = 400
TITLES_WORTH_A_PROCESS = 2000


class Task(NamedTuple):
    """A community to build: its slug, the id of its inputs, and how many files it has."""

    slug: str
    key: str
    files: int


class Checked(NamedTuple):
    """What the check tells of a community: its faults, and if none blocks, its name and a row for each record."""

    findings: list[Finding]
    name: str = ""
    titles: tuple[Row, ...] = ()


class Job:
    """One community on its way from files to pages."""

    def __init__(self, task: Task, data: Path, day: date, past: Past) -> None:
        self.task = task
        self.past = past
        self.data = data
        self.day = day
        self.today = Today(day)
        self.checked = CheckedCommunity(None, [])

    def check(self) -> Checked:
        self.checked = check.check_community(self.data, self.task.slug, self.today)
        findings = self.checked.findings
        if any(finding.blocks for finding in findings):
            return Checked(findings)
        return Checked(findings, self.board.community.name, tuple(self.board.rows.values()))

    @cached_property
    def board(self) -> Board:
        """As its pages in the first language see it."""
        dataset, findings = self.checked
        if dataset is None:
            raise RuntimeError(f"{self.task.slug} has no records to build from")
        return Board(dataset, findings, self.today, past=self.past)

    def build(self, looks: Sequence[Look], root: Path) -> tuple[Remembered, int]:
        """What was built, and how many files had to be rewritten."""
        output, board = Output(root), self.board
        first, *others = looks
        summary = render.community(first, board, self.data, output)
        summaries = {one.t.language: self._told(one, board.dataset, output) for one in others}
        output.write(f"{board.slug}/{sitemap.FILE}", sitemap.of_community(board, first.portal.base_url, output.paths))
        remembered = Remembered(
            key=self.task.key, built_for=self.day, fresh_until=self.today.fresh_until,
            outputs=tuple(output.paths), findings=tuple(self.checked.findings), summary=summary,
            translated=summaries,
        )  # fmt: skip
        return remembered, output.rewritten

    def _told(self, look: Look, dataset: Dataset, output: Output) -> Summary:
        """The pages in another language; what is searched and listed once is left out of the summary."""
        language = look.t.language
        told = translations.dataset(dataset, language)
        board = Board(told, self.checked.findings, self.today, language, self.past)
        return msgspec.structs.replace(render.in_words(look, board, output), titles=())


class Alone:
    """All jobs in this process."""

    def __init__(self, jobs: Sequence[Job], looks: Sequence[Look], root: Path) -> None:
        self.jobs = jobs
        self.looks = looks
        self.root = root

    def check(self) -> Iterator[tuple[str, Checked]]:
        for job in self.jobs:
            yield job.task.slug, job.check()

    def build(self) -> Iterator[tuple[str, Remembered, int]]:
        for job in self.jobs:
            yield job.task.slug, *job.build(self.looks, self.root)

    def dismiss(self) -> None:
        """Nothing to stop."""


class Forked:
    """Jobs dealt out to forked processes, which begin to check at once and answer over pipes."""

    def __init__(self, jobs: Sequence[Job], looks: Sequence[Look], root: Path, processes: int) -> None:
        context = multiprocessing.get_context("fork")
        self.looks = looks
        self.pipes: list[Connection] = []
        self.workers = []
        for hand in _dealt(jobs, processes):
            ours, theirs = context.Pipe()
            self.pipes.append(ours)
            worker = context.Process(target=_work, args=(theirs, self.pipes, hand, looks, root), daemon=True)
            worker.start()
            theirs.close()
            self.workers.append(worker)
        self._tell("check")

    def check(self) -> Iterator[tuple[str, Checked]]:
        for look in self.looks:  # while the workers read; they will find it done
            render.compile_all(look)
        for slug, content in self._answers():
            yield slug, msgspec.json.decode(content, type=Checked)

    def build(self) -> Iterator[tuple[str, Remembered, int]]:
        """Begins at once, whenever the answers are asked for."""
        self._tell("build")
        return ((slug, *msgspec.json.decode(content, type=tuple[Remembered, int])) for slug, content in self._answers())

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.terminate()
            worker.join()

    def _tell(self, step: str) -> None:
        for pipe in self.pipes:
            with suppress(OSError):  # who has died meanwhile is missed when the answers are read
                pipe.send(step)

    def _answers(self) -> Iterator[tuple[str, bytes]]:
        waiting = list(self.pipes)
        while waiting:
            ready = wait(waiting)
            for pipe in [one for one in waiting if one in ready]:
                answer = _received(pipe)
                if answer is None:
                    waiting.remove(pipe)
                elif isinstance(answer, Exception):
                    self.dismiss()
                    raise answer
                else:
                    yield answer


Answer = tuple[str, bytes] | Exception | None
"""What a worker says: a community and what came of it as JSON; how it failed; None at the end."""


def _received(pipe: Connection) -> Answer:
    try:
        answer: Answer = pipe.recv()
    except (EOFError, ConnectionError):
        return RefusedError(MEMORY)  # it ended without a word
    return answer


def _dealt(jobs: Sequence[Job], processes: int) -> list[list[Job]]:
    """The jobs in `processes` hands of about equal size, the largest job first."""
    hands: list[list[Job]] = [[] for _ in range(processes)]
    loads = [0] * processes
    for job in sorted(jobs, key=lambda one: (-one.task.files, one.task.slug)):
        least = loads.index(min(loads))
        hands[least].append(job)
        loads[least] += job.task.files
    return [hand for hand in hands if hand]


def _work(
    pipe: Connection, others: Sequence[Connection], jobs: Sequence[Job], looks: Sequence[Look], root: Path
) -> None:
    """`others` are the leading process's ends of pipes, which end with it only if no worker holds them."""
    gc.disable()  # the process ends with its work, and nothing it makes is cyclic
    for other in others:
        other.close()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    steps: dict[str, Callable[[Job], Any]] = {"check": Job.check, "build": lambda job: job.build(looks, root)}
    try:
        while True:
            step = steps[pipe.recv()]
            for job in jobs:
                pipe.send((job.task.slug, msgspec.json.encode(step(job))))
            pipe.send(None)
    except Exception as error:
        with suppress(OSError):
            pipe.send(_failure(error))


def _failure(error: Exception) -> Exception:
    """How a worker failed, as something that goes through a pipe."""
    why = reason(error)
    return RefusedError(why) if why else RuntimeError(f"a worker failed:\n{traceback.format_exc()}")


def _end_with_parent() -> None:
    """Whoever is killed leaves no worker behind, which would go on writing and keep the lock of a publication."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def crew(jobs: Sequence[Job], looks: Sequence[Look], root: Path, titles: int) -> Alone | Forked:
    """As many processes as pay off; `titles` is of how many records this one makes an index while others work."""
    cores = len(os.sched_getaffinity(0))
    files = sum(job.task.files for job in jobs)
    processes = min(cores, len(jobs), files // FILES_WORTH_A_PROCESS)
    if jobs and cores > 1 and titles >= TITLES_WORTH_A_PROCESS:
        return Forked(jobs, looks, root, max(processes, 1))
    return Forked(jobs, looks, root, processes) if processes > 1 else Alone(jobs, looks, root)
