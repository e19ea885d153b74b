"""What is remembered between builds, as JSON beside the output and never inside it.

A mark lies in the folder while a build writes; one that is found there at the
start tells of a build that was cut off, and nothing is trusted then.
"""

import datetime
import shutil
from pathlib import Path

import msgspec
from msgspec import Struct

from noticeboard.findings import Finding
from noticeboard.site.summary import Summary


def beside(output: Path) -> Path:
    """The folder in which is kept what belongs to one output folder."""
    return output.parent / ".noticeboard" / output.name


def compiled_templates(output: Path, key: str) -> Path:
    """The folder of the templates compiled for `key`; what was compiled for other keys is deleted."""
    wanted = beside(output) / f"templates-{key}"
    for folder in wanted.parent.glob("templates-*"):
        if folder != wanted:
            shutil.rmtree(folder)
    return wanted


class Remembered(Struct, frozen=True, kw_only=True):
    """One unit (a community, or the portal's own pages) as last built; `translated` are summaries by language.

    It may stand for every `today` from `built_for` to `fresh_until`.
    """

    key: str
    built_for: datetime.date
    fresh_until: datetime.date
    outputs: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    summary: Summary | None = None
    translated: dict[str, Summary] = {}

    def holds(self, key: str, today: datetime.date) -> bool:
        return self.key == key and self.built_for <= today <= self.fresh_until


class Memory:
    """A folder with one JSON file per unit, good for one output folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mark = folder / "unfinished"

    def load(self) -> dict[str, Remembered]:
        """Unit name to what was built; nothing after a build that was cut off or by another version."""
        if self._mark.exists() or not self.folder.is_dir():
            return {}
        decoder = msgspec.json.Decoder(Remembered)
        try:
            return {path.stem: decoder.decode(path.read_bytes()) for path in self.folder.glob("*.json")}
        except msgspec.MsgspecError:
            return {}

    def knows_output(self) -> bool:
        """Whether a build of ours has ever written, or begun to write, the output."""
        return self._mark.exists() or any(self.folder.glob("*.json"))

    def begin(self) -> None:
        """From here on the output is neither the old nor the new one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._mark.touch()

    def finish(self, units: dict[str, Remembered], changed: set[str]) -> None:
        """Keep what was built; `changed` names the units that differ from what was loaded."""
        for path in self.folder.glob("*.json"):
            if path.stem not in units:
                path.unlink()
        for name in sorted(changed):
            (self.folder / f"{name}.json").write_bytes(msgspec.json.encode(units[name]))
        self._mark.unlink()
