"""The one door through which files reach the output folder."""

import os
import shutil
from pathlib import Path


class Output:
    """Writes what differs, and knows every path that belongs there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: list[str] = []
        self.rewritten = 0
        self._folders: dict[str, bool] = {}

    def write(self, path: str, content: bytes) -> None:
        """Put `content` at `path` below the root, touching the file only if it differs."""
        self.paths.append(path)
        target = f"{self.root}/{path}"
        if not self._is_new(path.rpartition("/")[0]) and self._holds(target, content):
            return
        with open(target, "wb") as file:  # noqa: PTH123  # called once per page: Path costs more than the write
            file.write(content)
        self.rewritten += 1

    def _is_new(self, folder: str) -> bool:
        """Whether the folder was made here, so that nothing of before can be in it; makes it where it is missing."""
        if folder not in self._folders:
            try:
                os.mkdir(f"{self.root}/{folder}")  # noqa: PTH102
                self._folders[folder] = True
            except FileExistsError:
                self._folders[folder] = False
            except FileNotFoundError:
                self._is_new(folder.rpartition("/")[0])
                return self._is_new(folder)
        return self._folders[folder]

    @staticmethod
    def _holds(target: str, content: bytes) -> bool:
        try:
            with open(target, "rb") as file:  # noqa: PTH123
                return file.read() == content
        except FileNotFoundError:
            return False


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
