"""One case, from its bytes in a community's folder to what a clerk is told."""

import datetime
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from noticeboard import check
from noticeboard.findings import Finding
from noticeboard.reading.fault import FAULTS
from noticeboard.today import Today
from tests.corpus.case import Case

FIXTURES = Path(__file__).parents[1] / "fixtures"
DAY = datetime.date(2026, 7, 20)


class Answer(NamedTuple):
    """`faults` are what reading found, in the order of the file."""

    findings: list[Finding]

    @property
    def faults(self) -> list[Finding]:
        return [one for one in self.findings if one.rule in FAULTS]

    @property
    def brief(self) -> list[str]:
        return [f"{one.line}:{one.column} {one.rule}" for one in self.faults]


def prepare(data: Path) -> Path:
    """A data folder with the sound community `elm`."""
    shutil.copytree(FIXTURES / "sound" / "elm", data / "elm")
    shutil.copy(FIXTURES / "small_site" / "data" / "portal.yaml", data)
    return data


@contextmanager
def placed(data: Path, case: Case) -> Iterator[None]:
    """The case's file, as long as it is looked at; what stood in its place comes back."""
    path = data / case.path
    before = path.read_bytes() if path.is_file() else None
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case.content)
    try:
        yield
    finally:
        path.write_bytes(before) if before is not None else path.unlink()
        for folder in made:
            folder.rmdir()


def answer(data: Path, case: Case) -> Answer:
    """All that is found in the data folder once the case's file lies in it."""
    with placed(data, case):
        return judged(data)


def judged(data: Path) -> Answer:
    _, findings = check.portal(data)
    found = [one for slug in check.communities(data) for one in check.check_community(data, slug, Today(DAY)).findings]
    return Answer(sorted(findings + found, key=Finding.sort_key))
