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

from noticeboard.publishing.publish import publish
from noticeboard.publishing.verify import Site, verify
from noticeboard.site import render
from tests.conftest import Tell
from tests.publishing import faulty
from tests.publishing.conftest import DAY, ROOT, Repository, shown
from tests.publishing.faulty import BROKEN, DONE, KILLED, REFUSED, SALT, start

ALL = os.environ.get("TRUST_TRIALS") == "all"
KILLS, AT_ONCE, EDITS, SIZES = (200, 50, 50, 20) if ALL else (3, 2, 2, 2)
POINTS = int(os.environ.get("TRUST_POINTS", "0" if ALL else "4"))
"""At how many changes of the disk something goes wrong, each way; 0 stands for every one of them."""
FORKED_POINTS = POINTS or 200
"""The same where workers are forked, which write the same files."""
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
    reads: int

    def restore(self) -> None:
        copy(self.kept, self.target)

    def publish(self, how: str = "", number: int = 0, *, hands: int = 1) -> faulty.Trial:
        return start(self.repository.root, self.target, fault=(how, number), hands=hands).wait()

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
        publish(repository.root, target, "HEAD", DAY)
        old = shown(target)
        repository.retitle("改了")
        repository.commit("corrected")
        copy(target, kept)
        done = start(repository.root, target).wait()
        assert done.ended == DONE, done.told
        yield Bench(repository, target, kept, old, shown(target), done.changes, done.reads)


@pytest.mark.parametrize("how", ["kill", "full", "fail"])
def test_a_fault_at_any_change_of_the_disk(bench: Bench, how: str, figure: Tell) -> None:
    assert bench.changes > 200
    figure(faults_at(bench, how, points(bench.changes, POINTS)))


@pytest.mark.parametrize("how", ["kill", "full", "fail"])
def test_a_fault_in_any_of_several_processes(bench: Bench, how: str, figure: Tell) -> None:
    figure(faults_at(bench, how, points(bench.changes, FORKED_POINTS), hands=2))


@pytest.mark.parametrize("hands", [1, 2])
def test_a_file_that_cannot_be_read(bench: Bench, hands: int, figure: Tell) -> None:
    """No page is missing because what it is made of could not be read."""
    figure(faults_at(bench, "unread", points(bench.reads, FORKED_POINTS), hands=hands))


def test_what_goes_wrong_after_the_swap_does_not_undo_it(bench: Bench, figure: Tell) -> None:
    """The last readings: what was shown already is never called unpublished."""
    figure(faults_at(bench, "unread", range(bench.reads - (60 if ALL else 8), bench.reads + 1)))


def points(count: int, most: int) -> range:
    return range(1, count + 1, max(1, count // most) if most else 1)


def faults_at(bench: Bench, how: str, numbers: range, *, hands: int = 1) -> str:
    """What came of them. Nobody cleans up between two faults: what one has left lying about, the next one finds."""
    bench.restore()
    ended: dict[int, int] = {}
    for trial, number in enumerate(numbers):
        done = bench.publish(how, number, hands=hands)
        ended[done.ended] = ended.get(done.ended, 0) + 1
        assert done.ended != BROKEN, f"{how} at {number}: {done.told}"
        if done.ended == REFUSED:
            assert_refused(done.told)
        found = bench.is_whole()
        allowed = {REFUSED: [bench.old], DONE: [bench.new], KILLED: [bench.old, bench.new]}[done.ended]
        assert found in allowed, f"{how} at {number}: {done.told}"
        if not trial % RECOVER_EVERY:
            assert bench.publish().ended == DONE, f"after {how} at {number}"
            found = bench.is_whole()
            assert found == bench.new
        if found == bench.new:
            bench.restore()
    assert bench.publish().ended == DONE
    assert bench.is_whole() == bench.new
    among = f"{bench.reads} readings" if how == "unread" else f"{bench.changes} changes of the disk"
    ends = ", ".join(f"{count} {ENDS[one]}" for one, count in sorted(ended.items()))
    return (
        f"{how}, {hands} {'process' if hands == 1 else 'processes'}: {sum(ended.values())} of {among}: {ends}; 0 mixed"
    )


ENDS = {DONE: "published", REFUSED: "refused", KILLED: "killed"}


def assert_refused(told: str) -> None:
    """One sentence; that the site is what it was, too, once it was known what to publish."""
    assert told.startswith(("没有发布，网站保持原样。", "没有做完。")), told
    assert told.count("\n") == 1, told
    assert len(told) < 300, told


def test_killed_at_any_time(bench: Bench, figure: Tell) -> None:
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
    figure(f"killed {KILLS} times: {seen}")


def duration(bench: Bench) -> float:
    bench.restore()
    begin = time.monotonic()
    assert bench.publish().ended == DONE
    return time.monotonic() - begin


def test_two_at_once_neither_mix_nor_go_back(bench: Bench, figure: Tell) -> None:
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
    figure(f"two at once, {AT_ONCE} times: (newer, older) ended {ends}")


def test_edits_meanwhile_are_not_in_it(bench: Bench, figure: Tell) -> None:
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
    figure(f"{EDITS} publications during {edits} edits")


@pytest.mark.parametrize("kind", ["small", "promising"])
def test_a_disk_that_is_too_small(bench: Bench, tmp_path: Path, kind: str, figure: Tell) -> None:
    """A real one, of several sizes; also one that promises more room than there is, and loses what it accepted."""
    if subprocess.run([*DISK[kind], "true"], check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    bench.restore()
    before = size(bench.target)
    assert bench.publish().ended == DONE
    most = size(bench.target) * 2 - before + 2_000_000  # and the sources beside it
    ends: dict[str, int] = {}
    for number in range(SIZES):
        bench.restore()
        space = before + 200_000 + (most - before) * number // (SIZES * 2 - 2)
        ended, found, told = on_a_disk_of(space, kind, bench, tmp_path / str(number))
        assert ended in (DONE, REFUSED), f"{space} bytes: {told}"
        if ended == REFUSED:
            assert_refused(told)
            assert "磁盘" in told
        assert found == (bench.new if ended == DONE else bench.old), f"{space} bytes: {told}"
        ends["new" if ended == DONE else "old"] = ends.get("new" if ended == DONE else "old", 0) + 1
    assert ALL is False or len(ends) == 2, "the sizes are on both sides of what is needed"
    figure(f"{kind} disks of {SIZES} sizes: {ends}")


DISK = {"small": ["unshare", "--map-root-user", "--mount"], "promising": ["unshare", "--mount"]}
PUBLISH = f"""
from noticeboard import cli
from noticeboard.history import changes
changes.fresh_salt = lambda: "{SALT}"
raise SystemExit(cli.main())
"""
MOUNTED = {
    "small": """
mount -t tmpfs -o size=$1 none "$2" && cp -a "$3/." "$2/" || exit 9
disk=$2; out=$4; shift 4
"$@" "$disk" >"$out/told" 2>&1; code=$?
cp -a "$disk/." "$out/"
exit $code
""",
    "promising": """
mount -t tmpfs -o size=$(($1 + 1500000)) none "$2" && truncate -s 64M "$2/image" || exit 9
mkdir "$2/disk" && mkfs.ext4 -q -J size=1 "$2/image" && mount -o loop "$2/image" "$2/disk" || exit 9
cp -a "$3/." "$2/disk/" && sync -f "$2/disk" || exit 9
room=$2; image=$2/image; disk=$2/disk; out=$4; shift 4
"$@" "$disk" >"$out/told" 2>&1; code=$?
umount "$disk"; mount -o remount,size=80M "$room"; mount -o loop "$image" "$disk" || exit 9
cp -a "$disk/." "$out/"
umount "$disk"
exit $code
""",
}
"""The latter is asked what it still knows after it was taken out, given its room, and put in again."""


def on_a_disk_of(space: int, kind: str, bench: Bench, out: Path) -> tuple[int, dict[str, str], str]:
    """How publishing ended there, what was shown afterwards, and what was said."""
    mounted = out / "disk"
    mounted.mkdir(parents=True)
    after = out / "after"
    after.mkdir()
    command = [sys.executable, "-c", PUBLISH, "publish", "--root", str(bench.repository.root), "--today", str(DAY)]
    places = [str(mounted), str(bench.target), str(after)]
    done = subprocess.run(
        [*DISK[kind], "sh", "-c", MOUNTED[kind], "sh", str(space), *places, *command],
        cwd=ROOT, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}, check=False,
    )  # fmt: skip
    found, told = shown(after), (after / "told").read_text(encoding="utf-8")
    shutil.rmtree(after)
    return done.returncode, found, told


def size(folder: Path) -> int:
    """In bytes of whole blocks."""
    return sum((path.lstat().st_size + 4095) // 4096 * 4096 + 1024 for path in folder.rglob("*"))
