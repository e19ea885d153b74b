"""One commit, one date, one site: whatever the machine is like, it is built byte for byte.

One pair on every run, all eight with REPRODUCIBLE=all (`make trust-long`).
"""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.workshop import REPOSITORY, TODAY, Workshop

SITE = ["-m", "noticeboard", "site", "--data", "data", "--today", str(TODAY)]
FIVE_YEARS = 5 * 365 * 86_400
FUTURE = f"""
import sys, time
now, since = time.time, time.time_ns
time.time = lambda: now() + {FIVE_YEARS}
time.time_ns = lambda: since() + {FIVE_YEARS} * 10**9
import datetime
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def today(cls):
        return cls.now()
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
"""
"""Without libfaketime: what Python tells of the clock. Pelican's own dates come from there."""
SEVERAL = """
from noticeboard.site import crew
crew.FILES_WORTH_A_PROCESS = 1
import os
os.sched_getaffinity = lambda _: {0, 1, 2}
"""
RUN = (
    "import sys, runpy; sys.argv = ['noticeboard', *sys.argv[1:]]; runpy.run_module('noticeboard', run_name='__main__')"
)


def built(root: Path, *, before: str = "", umask: int = 0o022, **environment: str) -> dict[str, bytes]:
    """The files of a site that a process of its own built in a fresh folder; `before` runs first in it."""
    return _built(Workshop(root), before, umask, environment)


def _built(workshop: Workshop, before: str, umask: int, environment: dict[str, str]) -> dict[str, bytes]:
    faked = shutil.which("faketime") if before == FUTURE else None
    command = [sys.executable, "-c", ("" if faked else before) + RUN, *SITE[2:]]
    command = [faked, "+5y", *command] if faked else command
    surroundings = os.environ | {"PYTHONPATH": str(REPOSITORY / "plugins")} | environment
    done = subprocess.run(command, cwd=workshop.root, env=surroundings, capture_output=True, umask=umask, check=False)
    assert done.returncode == 0, done.stderr
    return workshop.files()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = built(tmp_path_factory.mktemp("plain") / "a", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert len(files) > 50
    return files


def shuffled(root: Path) -> dict[str, bytes]:
    """The same files, written in another order, with other times."""
    workshop = Workshop(root / "source")
    paths = [path for path in workshop.root.rglob("*") if path.is_file()]
    random.Random(7).shuffle(paths)  # noqa: S311
    other = root / "other"
    for number, path in enumerate(paths):
        target = other / path.relative_to(workshop.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
        os.utime(target, (time.time() - number * 86_400,) * 2)
    workshop.root, workshop.data = other, other / "data"
    return _built(workshop, "", 0o022, {})


VARIATIONS = {
    "hash seed": lambda root: built(root / "b", PYTHONHASHSEED="4711"),
    "path": lambda root: built(root / "a folder" / "深" / "er"),
    "time zone": lambda root: built(root / "b", TZ="Pacific/Kiritimati"),
    "locale": lambda root: built(root / "b", LC_ALL="zh_CN.GB18030", LANG="zh_CN.GB18030", PYTHONUTF8="0"),
    "clock": lambda root: built(root / "b", before=FUTURE),
    "order and times of files": shuffled,
    "umask": lambda root: built(root / "b", umask=0o077),
    "several processes": lambda root: built(root / "b", before=SEVERAL),
}
SHORT = {"several processes"}


@pytest.mark.parametrize("name", VARIATIONS)
def test_two_builds_are_equal_byte_for_byte(name: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    if name not in SHORT and os.environ.get("REPRODUCIBLE") != "all":
        pytest.skip("a whole build each: make trust-long")
    files = VARIATIONS[name](tmp_path)
    assert sorted(files) == sorted(plain)
    assert [path for path, content in files.items() if content != plain[path]] == []
