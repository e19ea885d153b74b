"""What is run: for each scenario and engine the command, and what is set right before it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import dataset
from benchmarks.dataset import Community
from benchmarks.measure import Job, run
from benchmarks.peers import frictionless, hugo, pelican
from benchmarks.peers.texts import Text, texts

PROJECT = Path(__file__).parent.parent
PYTHON = sys.executable
PELICAN_ROUNDS = 3  # it takes half a minute a round at M


class Bench:
    """One set made ready in a folder, and the jobs over it."""

    def __init__(self, communities: list[Community], root: Path, tools: Path) -> None:
        self.root = root
        self.data = root / "data"
        self.texts = [text for one in communities for text in texts(one)]
        self.per_community = len(communities[0].entries)
        dataset.write(communities, root)
        frictionless.write(root)
        hugo.write(communities, root / "hugo")
        pelican.write(communities, root / "pelican")
        self.hugo = str(hugo.binary(tools).resolve())
        self.site = [PYTHON, "-m", "noticeboard", "site", "--data", str(self.data.resolve()),
                     "--output", str(self.outputs["ours"].resolve()), "--today", dataset.TODAY]  # fmt: skip

    @property
    def outputs(self) -> dict[str, Path]:
        """Where each engine writes its site."""
        return {
            "ours": self.root / "ours" / "output",
            "hugo": self.root / "hugo" / "public",
            "pelican": self.root / "pelican" / "output",
        }

    def full(self, rounds: int) -> list[Job]:
        """Full builds into an empty folder, nothing remembered."""
        folder = self.outputs
        return [
            Job("full", "ours", self.site, PROJECT, rounds, _remove(folder["ours"].parent)),
            Job("full", "hugo", [self.hugo], self.root / "hugo", rounds, _remove(folder["hugo"])),
            Job(
                "full",
                "pelican",
                self._pelican(),
                self.root / "pelican",
                min(rounds, PELICAN_ROUNDS),
                _remove(folder["pelican"]),
            ),
        ]

    def change(self, rounds: int) -> list[Job]:
        """The build after one record's title was changed, another record in each round."""
        cached = self._pelican("CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")
        return [
            Job("change", "ours", self.site, PROJECT, rounds, self._edit(self._record, self.site, PROJECT)),
            Job("change", "hugo", [self.hugo], self.root / "hugo", rounds,
                self._edit(lambda text: hugo.source(self.root / "hugo", text), [self.hugo], self.root / "hugo")),
            Job("change", "pelican", cached, self.root / "pelican", min(rounds, PELICAN_ROUNDS),
                self._edit(lambda text: pelican.source(self.root / "pelican", text), cached, self.root / "pelican")),
        ]  # fmt: skip

    def check(self, rounds: int) -> list[Job]:
        """The check of every record, against frictionless over the ledgers alone."""
        own = [PYTHON, "-m", "noticeboard", "check", "--data", str(self.data.resolve()), "--today", dataset.TODAY]
        cli = [str(Path(PYTHON).parent / "frictionless"), "validate", "datapackage.json"]
        return [
            Job("check", "ours", own, PROJECT, rounds, _nothing),
            Job("check", "frictionless", cli, self.root, rounds, _nothing),
        ]

    def _pelican(self, *settings: str) -> list[str]:
        extra = ["--extra-settings", *settings] if settings else []
        return [PYTHON, "-m", "pelican", "--settings", "pelicanconf.py", *extra]

    def _record(self, text: Text) -> Path:
        return self.data / text.community / f"{text.entry.id}.yaml"

    def _edit(self, file: Callable[[Text], Path], command: list[str], folder: Path) -> Callable[[int], None]:
        """Before the first round a build that is not measured, so that there is something to change."""

        def edit(number: int) -> None:
            if number == 1:
                run(command, folder)
            text = self.texts[number * (self.per_community + 1) % len(self.texts)]
            dataset.change_title(file(text), text.entry, number)

        return edit


def _remove(folder: Path) -> Callable[[int], None]:
    return lambda _: shutil.rmtree(folder, ignore_errors=True)


def _nothing(_: int) -> None:
    pass
