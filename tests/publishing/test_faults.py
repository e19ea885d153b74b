"""Whatever happens to a publication, visitors see the whole old site or the whole new one, and the next one succeeds.

A few trials of each on every run; `make trust-long` makes all of them (TRUST_TRIALS=all).
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import jinja2
import pytest

from noticeboard.publishing.verify import Site, verify
from noticeboard.site import render
from tests.publishing import faulty
from tests.publishing.conftest import DAY, ROOT, Repository, shown
from tests.publishing.faulty import BROKEN, DONE, KILLED, REFUSED, SALT, start

ALL = os.environ.get("TRUST_TRIALS") == "all"
KILLS, AT_ONCE, EDITS, SIZES = (200, 50, 50, 20) if ALL else (3, 2, 2, 2)
POINTS = int(os.environ.get("TRUST_POINTS", "0" if ALL else "4"))
"""At how many changes of the disk something goes wrong, each way; 0 stands for every one of them."""
RECOVER_EVERY = 25


class Compiled(jinja2.BytecodeCache):
    """Templates are compiled once for all trials: that is no part of what is published."""

    def __init__(self, *_: Any) -> None:
        self.kept = KEPT

    def load_bytecode(self, bucket: Any) -> None:
        if content := self.kept.get(bucket.key):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Any) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


KEPT: dict[str, bytes] = {}


class Bench(NamedTuple):
    """A target that shows `old`; publishing HEAD makes it show `new`. `kept` is a copy of it."""

    repository: Repository
    target: Path
    kept: Path
    old: dict[str, str]
    new: dict[str, str]
    changes: int

    def restore(self) -> None:
        copy(self.kept, self.target)

    def publish(self, how: str = "", number: int = 0) -> faulty.Trial:
        return start(self.repository.root, self.target, fault=(how, number)).wait()

    def is_whole(self) -> dict[str, str]:
        """What is shown; sound by the verifier's word."""
        assert verify(Site(str(self.target / "current/site"))) == []
        return shown(self.target)


def copy(source: Path, target: Path) -> None:
    subprocess.run(["rm", "-rf", str(target)], check=True)
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("faults")
    repository, target, kept = Repository(folder / "repository"), folder / "board", folder / "kept"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "FileSystemBytecodeCache", Compiled)
        patch.setattr(faulty.changes, "fresh_salt", lambda: SALT)
        faulty.publish(repository.root, target, "HEAD", DAY)
        old = shown(target)
        repository.retitle("改了")
        repository.commit("corrected")
        copy(target, kept)
        done = start(repository.root, target).wait()
        assert done.ended == DONE, done.told
        yield Bench(repository, target, kept, old, shown(target), done.count)


@pytest.mark.parametrize("how", ["kill", "full", "fail"])
def test_a_fault_at_any_change_of_the_disk(bench: Bench, how: str) -> None:
    """Nobody cleans up between two faults: what one has left lying about, the next one finds."""
    assert bench.changes > 200
    bench.restore()
    ended: dict[int, int] = {}
    for trial, number in enumerate(range(1, bench.changes + 1, max(1, bench.changes // POINTS) if POINTS else 1)):
        done = bench.publish(how, number)
        ended[done.ended] = ended.get(done.ended, 0) + 1
        assert done.ended != BROKEN, f"{how} at {number}: {done.told}"
        found = bench.is_whole()
        allowed = {REFUSED: [bench.old], DONE: [bench.new], KILLED: [bench.old, bench.new]}[done.ended]
        assert found in allowed, f"{how} at {number}"
        if not trial % RECOVER_EVERY:
            assert bench.publish().ended == DONE, f"after {how} at {number}"
            found = bench.is_whole()
            assert found == bench.new
        if found == bench.new:
            bench.restore()
    assert bench.publish().ended == DONE
    assert bench.is_whole() == bench.new
    print(f"{how}: {sum(ended.values())} faults, {bench.changes} changes of the disk, ends {ended}")


def test_killed_at_any_time(bench: Bench) -> None:
    chance = Random(9)  # noqa: S311
    seconds = statistics.median(duration(bench) for _ in range(3))
    seen = {"old": 0, "new": 0}
    bench.restore()
    for number in range(KILLS):
        running = start(bench.repository.root, bench.target)
        time.sleep(chance.uniform(0, seconds * 1.1))
        running.kill()
        assert running.wait().ended in (KILLED, DONE)
        found = bench.is_whole()
        assert found in (bench.old, bench.new), number
        seen["new" if found == bench.new else "old"] += 1
        if found == bench.new:
            bench.restore()
    assert bench.publish().ended == DONE
    assert bench.is_whole() == bench.new
    print(f"killed {KILLS} times: {seen}")


def duration(bench: Bench) -> float:
    bench.restore()
    begin = time.monotonic()
    assert bench.publish().ended == DONE
    return time.monotonic() - begin


def test_two_at_once_neither_mix_nor_go_back(bench: Bench) -> None:
    chance = Random(10)  # noqa: S311
    newer, older = (bench.repository.git("rev-parse", one) for one in ("HEAD", "HEAD~1"))
    ends: dict[tuple[int, int], int] = {}
    for number in range(AT_ONCE):
        bench.restore()
        commits = [newer, older] if chance.random() < 0.5 else [older, newer]
        first = start(bench.repository.root, bench.target, commits[0])
        time.sleep(chance.uniform(0, 0.6))
        second = start(bench.repository.root, bench.target, commits[1])
        done = dict(zip(commits, (first.wait(), second.wait()), strict=True))
        assert {one.ended for one in done.values()} <= {DONE, REFUSED}, [one.told for one in done.values()]
        assert DONE in {one.ended for one in done.values()}
        assert bench.is_whole() == (bench.new if done[newer].ended == DONE else bench.old), number
        both = (done[newer].ended, done[older].ended)
        ends[both] = ends.get(both, 0) + 1
    print(f"two at once, {AT_ONCE} times: (newer, older) ended {ends}")


def test_edits_meanwhile_are_not_in_it(bench: Bench) -> None:
    files = sorted((bench.repository.root / "data").rglob("*.yaml")) + sorted(
        (bench.repository.root / "theme").rglob("*.html")
    )
    chance, edits = Random(11), 0  # noqa: S311
    for number in range(EDITS):
        bench.restore()
        running = start(bench.repository.root, bench.target)
        while running.running():
            path = chance.choice(files)
            path.write_bytes(path.read_bytes() + b"# x\n")
            edits += 1
            time.sleep(0.002)
        assert running.wait().ended == DONE
        assert bench.is_whole() == bench.new, number
    bench.repository.git("checkout", "-q", "--", ".")
    print(f"{EDITS} publications during {edits} edits")


def test_a_disk_that_is_too_small(bench: Bench, tmp_path: Path) -> None:
    """A real one, of several sizes."""
    if subprocess.run([*DISK, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    bench.restore()
    before = size(bench.target)
    assert bench.publish().ended == DONE
    most = size(bench.target) * 2 - before + 2_000_000  # and the sources beside it
    ends: dict[str, int] = {}
    for number in range(SIZES):
        bench.restore()
        space = before + 200_000 + (most - before) * number // SIZES
        ended, found = on_a_disk_of(space, bench, tmp_path / str(number))
        assert found == (bench.new if ended == DONE else bench.old), f"{space} bytes"
        assert ended in (DONE, REFUSED), f"{space} bytes"
        ends["new" if ended == DONE else "old"] = ends.get("new" if ended == DONE else "old", 0) + 1
    assert ALL is False or len(ends) == 2, "the sizes are on both sides of what is needed"
    print(f"disks of {SIZES} sizes: {ends}")


DISK = ["unshare", "--map-root-user", "--mount"]
SMALL = """
mount -t tmpfs -o size=$1 none "$2" && cp -a "$3/." "$2/" || exit 9
shift; disk=$1; out=$3; shift 3
"$@" "$disk" >/dev/null 2>&1; code=$?
cp -a "$disk/." "$out/"
exit $code
"""


def on_a_disk_of(space: int, bench: Bench, out: Path) -> tuple[int, dict[str, str]]:
    """How publishing ended there, and what was shown afterwards."""
    mounted = out / "disk"
    mounted.mkdir(parents=True)
    after = out / "after"
    after.mkdir()
    command = [sys.executable, "-m", "tests.publishing.test_faults", str(bench.repository.root)]
    done = subprocess.run(
        [*DISK, "sh", "-c", SMALL, "sh", str(space), str(mounted), str(bench.target), str(after), *command],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}, check=False,
    )  # fmt: skip
    found = shown(after)
    shutil.rmtree(after)
    return done.returncode, found


def size(folder: Path) -> int:
    """In bytes of whole blocks."""
    return sum((path.lstat().st_size + 4095) // 4096 * 4096 + 1024 for path in folder.rglob("*"))


if __name__ == "__main__":
    sys.exit(start(Path(sys.argv[1]), Path(sys.argv[2])).wait().ended)
