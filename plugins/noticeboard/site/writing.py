"""The one door through which files reach the output folder."""

import shutil
from pathlib import Path


class Output:
    """Writes what differs, and knows every path that belongs there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: list[str] = []
        self.rewritten = 0
        self._folders: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Put `content` at `path` below the root, touching the file only if it differs."""
        self.paths.append(path)
        target = f"{self.root}/{path}"
        try:
            with open(target, "rb") as file:  # noqa: PTH123  # called once per page: Path costs more than the read
                if file.read() == content:
                    return
        except FileNotFoundError:
            self._make_folder(path.rpartition("/")[0])
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(content)
        self.rewritten += 1

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def remove(root: Path, paths: set[str]) -> None:
    """Delete files that no longer belong, and the folders they leave empty."""
    for path in sorted(paths):
        (root / path).unlink(missing_ok=True)
    for folder in sorted({folder for path in paths for folder in Path(path).parents}, reverse=True):
        target = root / folder
        if target != root and target.is_dir() and not any(target.iterdir()):
            target.rmdir()


def start_empty(root: Path) -> None:
    """An output folder with nothing in it."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
