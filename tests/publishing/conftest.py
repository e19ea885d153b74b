"""A small repository to publish: two communities, the shipped theme and prose."""

import datetime
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from noticeboard.publishing import releases

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "fixtures" / "small_site" / "data"
RECORDS = sum(1 for path in SMALL.glob("*/*/*.yaml"))
LOGGED = RECORDS + sum(1 for path in SMALL.glob("*/*.yaml"))
"""Single files are logged, too."""
DAY = datetime.date(2026, 7, 20)
AUTHOR = ["-c", "user.name=x", "-c", "user.email=x@example.org"]


class Repository:
    """A checkout in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(SMALL, root / "data")
        for name in ("theme", "content"):
            shutil.copytree(ROOT / name, root / name)
        self.git("init", "-q", "-b", "main")
        self.commit("first")

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root), *AUTHOR, *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / "data" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def retitle(self, text: str) -> None:
        """A correction, told as it should be, of a notice that was never corrected; the same one on every disk."""
        texts = {path: path.read_text(encoding="utf-8") for path in (self.root / "data/elm/notices").glob("*.yaml")}
        path = min(path for path, content in texts.items() if "corrections:" not in content)
        kept = [line for line in texts[path].splitlines() if not line.startswith("title:")]
        correction = (
            "corrections:\n  - date: 2026-07-01\n    what: 改了标题\n    why: 写错了\n    fields:\n      - title"
        )
        path.write_text("\n".join([f"title: {text}", *kept, correction, ""]), encoding="utf-8")

    def erase(self, record: str) -> None:
        """A record of elm of which nothing may be left."""
        (self.root / "data" / "elm" / f"{record}.yaml").unlink()
        entry = (
            f"  - record: {record}\n    date: 2026-07-01\n    why: 有车牌号\n    basis: 《个人信息保护法》第四十七条\n"
        )
        (self.root / "data" / "elm" / "erased.yaml").write_text(f"erased:\n{entry}", encoding="utf-8")


def shown(target: Path) -> dict[str, str]:
    """Path to digest of every file that a visitor can see."""
    site = target / "current" / "site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(autouse=True, scope="package")
def no_flush() -> Iterator[None]:
    """Everybody else's files need not go to the disk for our tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(releases, "flush", lambda _: None)
        yield


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")
