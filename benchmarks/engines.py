"""What is run: for each scenario and engine the command, and what is set right before it."""

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import dataset
from benchmarks.dataset import Community
from benchmarks.measure import Job, run
from benchmarks.peers import frictionless, hugo, pelican
from benchmarks.peers.texts import Text, texts

PROJECT = Path(__file__).parent.parent
PYTHON = sys.executable
PELICAN_ROUNDS = 3  # it takes half a minute a round at M
PELICAN_CACHE = ("--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")


class Engine(NamedTuple):
    """A site generator: how it builds, how it builds again after a change, where a record lies."""

    name: str
    command: list[str]
    again: list[str]
    folder: Path
    output: Path
    record: Callable[[Text], Path]
    most_rounds: int


class Bench:
    """One set made ready in the folder `root`, its sites to be written below `outputs`, and the jobs over it."""

    def __init__(self, communities: list[Community], root: Path, outputs: Path, tools: Path) -> None:
        self.root = root.resolve()
        self.outputs = outputs.resolve()
        self.texts = [text for one in communities for text in texts(one)]
        self.per_community = len(communities[0].entries)
        dataset.write(communities, self.root)
        frictionless.write(self.root)
        hugo.write(communities, self.root / "hugo")
        pelican.write(communities, self.root / "pelican")
        self.engines = (self._ours(), self._hugo(hugo.binary(tools).resolve()), self._pelican())

    def _output(self, engine: str) -> Path:
        return self.outputs / engine / "site"

    def _ours(self) -> Engine:
        data, output = self.root / "data", self._output("ours")
        build = [
            PYTHON,
            "-m",
            "noticeboard",
            "site",
            "--data",
            str(data),
            "--output",
            str(output),
            "--today",
            dataset.TODAY,
        ]
        return Engine("ours", build, build, PROJECT, output, partial(source, data), sys.maxsize)

    def _hugo(self, binary: Path) -> Engine:
        folder, output = self.root / "hugo", self._output("hugo")
        build = [str(binary), "--destination", str(output)]
        return Engine("hugo", build, build, folder, output, partial(hugo.source, folder), sys.maxsize)

    def _pelican(self) -> Engine:
        folder, output = self.root / "pelican", self._output("pelican")
        build = [PYTHON, "-m", "pelican", "--settings", "pelicanconf.py", "--output", str(output)]
        again, record = [*build, *PELICAN_CACHE], partial(pelican.source, folder)
        return Engine("pelican", build, again, folder, output, record, PELICAN_ROUNDS)

    def full(self, rounds: int) -> list[Job]:
        """Full builds into an empty folder, nothing remembered."""
        return [
            Job("full", one.name, one.command, one.folder, min(rounds, one.most_rounds), _emptied(one.output.parent))
            for one in self.engines
        ]

    def change(self, rounds: int) -> list[Job]:
        """The build after one record's title was changed, another record in each round."""
        return [
            Job("change", one.name, one.again, one.folder, min(rounds, one.most_rounds), partial(self._edit, one))
            for one in self.engines
        ]

    def check(self, rounds: int) -> list[Job]:
        """The check of every record, against frictionless over the ledgers alone."""
        own = [PYTHON, "-m", "noticeboard", "check", "--data", str(self.root / "data"), "--today", dataset.TODAY]
        cli = [str(Path(PYTHON).parent / "frictionless"), "validate", "datapackage.json"]
        return [
            Job("check", "ours", own, PROJECT, rounds, _nothing),
            Job("check", "frictionless", cli, self.root, rounds, _nothing),
        ]

    def _edit(self, engine: Engine, number: int) -> None:
        """Before the first round a build that is not measured, so that there is something to change."""
        if number == 1:
            run(engine.again, engine.folder)
        text = self.texts[number * (self.per_community + 1) % len(self.texts)]
        dataset.change_title(engine.record(text), text.entry, number)


def source(data: Path, text: Text) -> Path:
    """The file that holds a record."""
    return data / text.community / f"{text.entry.id}.yaml"


def _emptied(folder: Path) -> Callable[[int], None]:
    """What an engine remembers lies beside its site, so the folder around it goes too."""
    return lambda _: shutil.rmtree(folder, ignore_errors=True)


def _nothing(_: int) -> None:
    pass
