"""A throw-away copy of the small site: data, theme, prose and settings, to change and to build."""

import datetime
import shutil
from pathlib import Path

from noticeboard.site.build import Result
from noticeboard.site.run import run

REPOSITORY = Path(__file__).parents[2]
SMALL_SITE = REPOSITORY / "tests" / "fixtures" / "small_site"
TODAY = datetime.date(2026, 7, 20)


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class Workshop:
    """`root` holds data/, theme/, content/ and pelicanconf.py."""

    def __init__(self, root: Path, data: Path = SMALL_SITE / "data") -> None:
        self.root = root
        self.data = root / "data"
        self.theme = root / "theme"
        shutil.copytree(data, self.data)
        for name in ("theme", "content"):
            shutil.copytree(REPOSITORY / name, root / name)
        shutil.copy(REPOSITORY / "pelicanconf.py", root)
        self.compiled_theme: dict[str, bytes] = {}

    def build(self, output: str = "output", today: datetime.date = TODAY) -> Result:
        """Build into `output` below the root, on top of what is there."""
        return run(self.data, self.root / output, today, silent, str(self.root / "pelicanconf.py"))

    def fresh(self, today: datetime.date = TODAY) -> dict[str, bytes]:
        """The files of a build that remembers nothing but the templates it compiled, if the theme is still the same."""
        memory, theme = self.root / ".noticeboard" / "fresh", self.files("theme")
        shutil.rmtree(self.root / "fresh", ignore_errors=True)
        for file in memory.glob("*.json"):
            file.unlink()
        if theme != self.compiled_theme:
            shutil.rmtree(memory, ignore_errors=True)
            self.compiled_theme = theme
        self.build("fresh", today)
        return self.files("fresh")

    def files(self, output: str = "output") -> dict[str, bytes]:
        """Path to content of every file of an output folder (or of any other folder below the root)."""
        folder = self.root / output
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace one text in a file below the root."""
        file = self.root / path
        before = file.read_text(encoding="utf-8")
        assert old in before, f"{old!r} is not in {path}"
        file.write_text(before.replace(old, new, 1), encoding="utf-8")
