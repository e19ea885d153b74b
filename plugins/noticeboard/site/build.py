"""One build: find what changed, check it, write it, forget what went."""

import datetime
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from noticeboard import check
from noticeboard.findings import Finding
from noticeboard.site import inputs, portal, writing
from noticeboard.site.crew import Job, Task, crew
from noticeboard.site.memory import Memory, Remembered, beside
from noticeboard.site.past import Past
from noticeboard.site.render import Look
from noticeboard.site.summary import Row, Summary
from noticeboard.site.writing import Output
from noticeboard.today import Today

PORTAL = "_portal"
SEARCH = "_search"
STANDING = "_standing"
ELSEWHERE = "请用 --output 换一个文件夹，或先自己清空它。"

Writer = Callable[[Output, Today], None]
"""Writes pages as of a day."""
Progress = Callable[[str, int, int], None]
"""Told the step, how many are done and how many there are."""


class BlockedError(Exception):
    """The data have errors: nothing was written."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{sum(one.blocks for one in findings)} errors in the data")
        self.findings = findings


class OutputRefusedError(Exception):
    """The output folder must not be written; the message says why, in Chinese."""


class Result(NamedTuple):
    """What one build did. `rewritten` and `removed` count files."""

    communities: int
    rebuilt: int
    records: int
    rewritten: int
    removed: int
    findings: list[Finding]


class Plan(NamedTuple):
    """What to build: `data` into `root`, as of `day`; `key` is one id of all that every page depends on."""

    looks: tuple[Look, ...]
    key: str
    data: Path
    root: Path
    day: datetime.date
    past: Past


class Build:
    """`check` first; `write` only if it raised nothing."""

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self.looks, self.shared_key, self.data, self.root, self.day, self.past = plan
        self.progress = progress
        self.memory = Memory(beside(self.root))
        self.remembered = self.memory.load() if (self.root / "index.html").exists() else {}
        tasks = self._tasks()
        self.kept = {slug: self.remembered[slug] for slug, task in tasks.items() if self._holds(slug, task.key)}
        self.jobs = [Job(task, self.data, self.day, self.past) for slug, task in tasks.items() if slug not in self.kept]
        self.titles = {slug: _titles(unit.summary) for slug, unit in self.kept.items() if unit.summary}
        known = sum(len(rows) for _, rows in self.titles.values())
        self.crew = crew(self.jobs, self.looks, self.root, known)

    def _tasks(self) -> dict[str, Task]:
        ids = inputs.file_ids(self.data)
        counts = Counter(path.partition("/")[0] for path in ids)
        keys = inputs.by_community(ids)
        return {
            slug: Task(slug, inputs.digest(self._parts(slug, keys)), counts[slug])
            for slug in check.communities(self.data)
        }

    def _parts(self, slug: str, keys: dict[str, str]) -> list[bytes]:
        """What a community's pages depend on."""
        return [self.shared_key.encode(), keys.get(slug, "").encode(), self.past.key(slug)]

    def _holds(self, unit: str, key: str) -> bool:
        return unit in self.remembered and self.remembered[unit].holds(key, self.day)

    def check(self, findings: list[Finding]) -> None:
        """Judge what changed; `findings` of the portal itself are judged along. Raises BlockedError."""
        self.findings = findings + [finding for unit in self.kept.values() for finding in unit.findings]
        for done, (slug, (found, name, rows)) in enumerate(self.crew.check(), start=1):
            self.findings += found
            self.titles[slug] = (name, rows)
            self.progress("check", done, len(self.jobs))
        self.findings.sort(key=Finding.sort_key)
        if any(finding.blocks for finding in self.findings):
            self.crew.dismiss()
            raise BlockedError(self.findings)

    def begin(self) -> None:
        """From here on files change. Raises OutputRefusedError rather than touch files that are not ours."""
        try:
            if not self.remembered:
                self._take_over()
            self.memory.begin()
        except (PermissionError, FileExistsError, NotADirectoryError) as error:
            raise OutputRefusedError(
                f"写不进 {error.filename}：{error.strerror}。请换一个文件夹（--output）。"
            ) from error

    def _take_over(self) -> None:
        """Start from an empty folder, if what is in it was built by us."""
        root, data = self.root.resolve(), self.data.resolve()
        if data.is_relative_to(root) or root.is_relative_to(data):
            raise OutputRefusedError(f"{self.root} 里有记录，不能用来放网站。{ELSEWHERE}")
        if root.is_dir() and any(root.iterdir()) and not self.memory.knows_output():
            raise OutputRefusedError(f"{self.root} 里有不是本程序生成的文件，没有动它。{ELSEWHERE}")
        writing.start_empty(self.root)

    def write(self, prose: list[portal.Prose]) -> Result:
        """Write what changed, remove what went. `prose` are the maintainers' own pages, in all languages."""
        units = dict(self.kept)
        built = self.crew.build()
        rewritten = self._write_meanwhile(units)
        for done, (slug, remembered, count) in enumerate(built, start=1):
            units[slug] = remembered
            rewritten += count
            self.progress("build", done, len(self.jobs))
        self.crew.dismiss()
        told = [portal.Told(look, self._summaries(units, look), prose) for look in self.looks]
        rewritten += self._write_shared(units, told)
        removed = self._remove_gone(units)
        changed = {name for name, unit in units.items() if self.remembered.get(name) != unit}
        self.memory.finish(units, changed)
        _no_code_twice(units)
        records = sum(one.records for one in told[0].summaries)
        return Result(len(told[0].summaries), len(self.jobs), records, rewritten, removed, self.findings)

    def _summaries(self, units: dict[str, Remembered], look: Look) -> list[Summary]:
        """Of all communities, in the language of `look`."""
        found = (units[slug].translated.get(look.t.language, units[slug].summary) for slug in sorted(units))
        return [one for one in found if one is not None]

    def _write_meanwhile(self, units: dict[str, Remembered]) -> int:
        """What waits for no community's pages; how many files were rewritten."""
        titles = [(slug, *self.titles[slug]) for slug in sorted(self.titles)]
        return self._write_units(
            units,
            {
                SEARCH: (self._key(titles), partial(portal.write_search, titles)),
                STANDING: (self.shared_key, partial(portal.write_standing, self.looks)),
            },
        )

    def _write_shared(self, units: dict[str, Remembered], told: list[portal.Told]) -> int:
        """The portal's own pages, from what all communities tell; how many files were rewritten."""
        point = self.past.checkpoint
        logged = point.text() if point else ""
        said = [(one.summaries, one.prose) for one in told]
        return self._write_units(units, {PORTAL: (self._key([logged, said]), partial(portal.write, told, point))})

    def _key(self, told: Any) -> str:
        return inputs.digest([self.shared_key.encode(), msgspec.json.encode(told)])

    def _write_units(self, units: dict[str, Remembered], writers: dict[str, tuple[str, Writer]]) -> int:
        rewritten = 0
        for name, (key, write) in writers.items():
            units[name], count = self._unit(name, key, write)
            rewritten += count
        return rewritten

    def _unit(self, name: str, key: str, write: Writer) -> tuple[Remembered, int]:
        """A unit of the portal, written unless what is remembered of it still holds."""
        if self._holds(name, key):
            return self.remembered[name], 0
        output, today = Output(self.root), Today(self.day)
        write(output, today)
        built = Remembered(key=key, built_for=self.day, fresh_until=today.fresh_until, outputs=tuple(output.paths))
        return built, output.rewritten

    def _remove_gone(self, units: dict[str, Remembered]) -> int:
        now = {path for unit in units.values() for path in unit.outputs}
        gone = {path for unit in self.remembered.values() for path in unit.outputs} - now
        writing.remove(self.root, gone)
        return len(gone)


def _titles(summary: Summary) -> tuple[str, tuple[Row, ...]]:
    """The community's name and its rows, as the search over all titles takes them."""
    return summary.name, summary.titles


def _no_code_twice(units: dict[str, Remembered]) -> None:
    """The check does not compare a code that was written down with those of other communities."""
    codes = Counter(path for unit in units.values() for path in unit.outputs if path.startswith("R/"))
    if twice := [path for path, count in codes.items() if count > 1]:
        raise RuntimeError(f"codes on paper stand for two records: {', '.join(twice)}")
