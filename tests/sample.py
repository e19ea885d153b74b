"""A small sound community, to be spoilt in one place at a time."""

import datetime
import shutil
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

from noticeboard import report
from noticeboard.check import check_community
from noticeboard.findings import Finding
from noticeboard.rules.rule import Rule
from noticeboard.today import Today

SOUND = Path(__file__).parent / "fixtures" / "sound"
SLUG = "elm"
DAY = datetime.date(2026, 7, 20)


class Edit(NamedTuple):
    """`old`, which must stand exactly once in the file, becomes `new`.

    Without `old` the file is written anew, with `to` it is moved there.
    """

    path: str
    old: str = ""
    new: str = ""
    to: str = ""


class Case(NamedTuple):
    """Edits of the sound community, and all that is found then: one line a finding."""

    edits: list[Edit]
    expected: str


def bad(table: dict[str, list[Case]]) -> list[ParameterSet]:
    """A parameter per bad case, called by its rule."""
    return [pytest.param(rule, case, id=rule) for rule, cases in table.items() for case in cases]


def good(table: dict[str, list[Edit]]) -> list[ParameterSet]:
    """A parameter per honest oddity, called by what it is."""
    return [pytest.param(edits, id=why.replace(" ", "-")) for why, edits in table.items()]


class Sample:
    """A copy of the sound community `elm` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.data = folder
        self.root = folder / SLUG
        shutil.copytree(SOUND / SLUG, self.root)

    def edit(self, *edits: Edit) -> None:
        for path, old, new, to in edits:
            file = self.root / path
            if to:
                file.rename(self.root / to)
                continue
            text = file.read_text(encoding="utf-8") if old else ""
            assert text.count(old) == 1 or not old, f"{path} holds {old!r} {text.count(old)} times"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text.replace(old, new) if old else new, encoding="utf-8")

    def findings(self, day: datetime.date = DAY) -> list[Finding]:
        return check_community(self.data, SLUG, Today(day)).findings

    def lines(self, day: datetime.date = DAY) -> str:
        """Each finding's place, severity, rule and Chinese sentence, one line each."""
        return "\n".join(in_one_line(self.findings(day)))

    def lines_of(self, module: ModuleType, day: datetime.date = DAY) -> str:
        """As `lines`, of one module's rules: whatever else the law of another place asks is tested elsewhere."""
        ours = {one.id for one in vars(module).values() if isinstance(one, Rule)}
        return "\n".join(in_one_line(one for one in self.findings(day) if one.rule in ours))


def in_one_line(findings: Iterable[Finding]) -> Iterable[str]:
    for one in findings:
        found, _, _ = report.sentences(one, "zh")
        severity = "acknowledged" if one.acknowledged else one.severity
        yield f"{one.path.removeprefix(f'{SLUG}/')}:{one.line}:{one.column}: {severity}: {one.rule}: {found}"
