"""The theme's files under names that carry their content's digest, so that phones may keep them for ever."""

import re
from pathlib import Path

from noticeboard.site.inputs import digest
from noticeboard.site.writing import Output

FOLDER = "theme"
COMMENTS = re.compile(rb"^\s*(?://.*\n)?", re.MULTILINE)


class Assets:
    """Name below `static/` to path below the output root; the contents are read once."""

    def __init__(self, theme: Path) -> None:
        root = theme / "static"
        names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        self._contents = {name: _lean(root / name) for name in names}
        self._paths = {name: self._path(name, content) for name, content in self._contents.items()}

    def __getitem__(self, name: str) -> str:
        return self._paths[name]

    def write(self, output: Output) -> None:
        for name, content in self._contents.items():
            output.write(self._paths[name], content)

    @staticmethod
    def _path(name: str, content: bytes) -> str:
        stem, dot, ending = name.rpartition(".")
        return f"{FOLDER}/{stem}.{digest([content])[:8]}{dot}{ending}"


def _lean(path: Path) -> bytes:
    """A file as served: scripts without indentation and whole-line comments (so no text in them may span lines)."""
    content = path.read_bytes()
    return COMMENTS.sub(b"", content) if path.suffix == ".js" else content
