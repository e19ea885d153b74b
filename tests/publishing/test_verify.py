"""The program that strangers run finds whatever was done to a published site, and needs nothing of ours."""

import ast
import base64
import datetime
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.history import changes, log, merkle
from noticeboard.history.canonical import Records, Written
from noticeboard.history.state import State
from noticeboard.publishing import proof
from noticeboard.publishing import verify as verifier
from noticeboard.publishing.publish import publish
from noticeboard.publishing.verify import Site, canonical, verify
from tests.conftest import Tell
from tests.history.test_merkle import ENTRIES, ROOTS
from tests.publishing.conftest import Repository

DAY = datetime.date(2026, 7, 20)
RECORDS = int(os.environ.get("TRUST_RECORDS", "200"))
TAMPERINGS = int(os.environ.get("TRUST_TAMPERINGS", "60"))
SOURCE = Path(verifier.__file__)
TREES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers(0, 2**53 - 1),
    lambda child: st.lists(child) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), child),
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose log has grown once."""
    folder = tmp_path_factory.mktemp("published")
    repository = Repository(folder / "repository")
    publish(repository.root, folder / "board", "HEAD", DAY)
    repository.retitle("改了")
    repository.commit("corrected")
    return publish(repository.root, folder / "board", "HEAD", DAY).release / "site"


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A copy to be spoilt."""
    return shutil.copytree(published, tmp_path / "site")


def test_it_is_one_file_of_the_standard_library() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported = {name.partition(".")[0] for name in imported}
    assert imported <= sys.stdlib_module_names
    assert len(SOURCE.read_text(encoding="utf-8").splitlines()) <= 400


def test_it_runs_alone_in_an_empty_folder(site: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(site / "log" / "verify.py", alone)
    command = [sys.executable, "-I", "verify.py", str(site)]
    done = subprocess.run(command, cwd=alone, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "没有发现问题 · nothing is wrong\n")


@given(TREES)
def test_its_canonical_form_is_that_of_the_library(tree: object) -> None:
    assert canonical(tree) == rfc8785.dumps(tree)  # type: ignore[arg-type]


def test_its_tree_is_that_of_the_vectors_and_of_the_log() -> None:
    leaves = [verifier.leaf(entry) for entry in ENTRIES]
    assert [verifier.tree_root(leaves[:size]).hex() for size in range(1, 9)] == ROOTS
    many = [merkle.leaf(bytes([number])) for number in range(200)]
    assert all(verifier.tree_root(many[:size]) == merkle.root(many[:size]) for size in range(201))
    assert verifier.code(bytes(range(32))) == log.code(bytes(range(32))).replace("-", "")


def test_every_random_tampering_is_found(site: Path, figure: Tell) -> None:
    """1,000 of 1,000 in `make trust`: flipped bytes, cut, swapped, added and removed files, edited logs."""
    chance = Random(1000)  # noqa: S311
    files = sorted(path for path in site.rglob("*") if path.is_file())
    point = (site / "log/checkpoint").read_bytes()
    for number in range(TAMPERINGS):
        path = chance.choice(files)
        undo = tamper(site, path, chance)
        assert verify(Site(str(site)), old=point), f"{number}: {path}"
        undo()
    assert verify(Site(str(site)), old=point) == []
    figure(f"a published site: {TAMPERINGS} of {TAMPERINGS} tamperings found")


@pytest.mark.parametrize("more", [b" ", b"\n", b"x\n", b"files 00\n"])
def test_a_checkpoint_with_something_added_is_noticed(site: Path, more: bytes) -> None:
    point = site / "log/checkpoint"
    point.write_bytes(point.read_bytes() + more)
    assert verify(Site(str(site))) == [("log/checkpoint", "读不懂 · cannot be read")]


def test_line_ends_of_a_checkpoint_count(site: Path) -> None:
    point = site / "log/checkpoint"
    kept = point.read_bytes()
    point.write_bytes(kept.replace(b"\n", b"\r\n"))
    assert verify(Site(str(site))) == [("log/checkpoint", "读不懂 · cannot be read")]
    old = point.read_bytes()
    point.write_bytes(kept)
    assert verify(Site(str(site)), old=old) == []


def tamper(site: Path, path: Path, chance: Random):  # type: ignore[no-untyped-def]
    """Spoil one file; what is returned mends it."""
    before = path.read_bytes()
    match chance.randrange(5):
        case 0 if before:
            at = chance.randrange(len(before))
            path.write_bytes(before[:at] + bytes([before[at] ^ (1 << chance.randrange(8))]) + before[at + 1 :])
        case 1 if before:
            path.write_bytes(before[: chance.randrange(len(before))])
        case 2:
            path.unlink()
        case 3:
            other = path.with_name("zz-added")
            other.write_bytes(b"x")
            return other.unlink
        case _:
            path.write_bytes(before + b" ")
    return lambda: path.write_bytes(before)


def rewritten(site: Path, lines: list[bytes]) -> None:
    """The log as a host would forge it, its checkpoint made to fit."""
    (site / "log/entries.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    files = (site / "log/checkpoint").read_text().splitlines()[3]
    root = base64.b64encode(verifier.tree_root([verifier.leaf(line) for line in lines])).decode()
    (site / "log/checkpoint").write_text(f"gongshilan\n{len(lines)}\n{root}\n{files}\n")


def test_ten_thousand_records_are_checked_in_half_a_minute(tmp_path: Path, figure: Tell) -> None:
    """So many in `make trust-long`, fewer here; seconds of the processor."""
    form = {"kind": "notice", "record": {"title": "停水通知", "text": "今天停水，请提前备水。" * 40}}
    written = [Written(f"elm/notices/n-{n}", form | {"id": f"elm/notices/n-{n}"}) for n in range(RECORDS)]
    past = State(None)
    changes.extend(past, Records(written, [], Counter()), DAY)
    past.write(tmp_path / "state")
    for one in written:
        (tmp_path / "site" / one.id).mkdir(parents=True)
        (tmp_path / "site" / one.id / "index.html").write_text("<p>停水通知</p>" * 100, encoding="utf-8")
    proof.write(tmp_path / "site", past, tmp_path / "state")
    begin = time.process_time()
    assert verify(Site(str(tmp_path / "site"))) == []
    figure(f"verify.py: {RECORDS} records checked in {time.process_time() - begin:.1f} s")
    assert time.process_time() - begin < 30


def test_a_receipt_proves_one_record_without_the_site(site: Path, tmp_path: Path) -> None:
    record, lines = "elm/notices/2026-03-01-water", (site / "log/entries.jsonl").read_bytes().splitlines()
    size = len(lines) - 1
    paper = verifier.code(verifier.tree_root([verifier.leaf(line) for line in lines[:size]]))
    receipt = verifier.make_receipt(Site(str(site)), record, size)
    assert receipt is not None
    assert list(verifier.check_receipt(receipt)) == []
    assert list(verifier.check_receipt(receipt, paper, size)) == []
    assert list(verifier.check_receipt(receipt, paper, size - 1)) != []
    assert list(verifier.check_receipt(receipt, "0" * 26, size)) != []
    for name, value in (
        ("index", 0),
        ("size", size),
        ("root", "00" * 32),
        ("proof", []),
        ("version", {}),
        ("entry", {}),
    ):
        assert list(verifier.check_receipt(receipt | {name: value})) != [], name
    assert verifier.make_receipt(Site(str(site)), "elm/notices/none") is None
    file = tmp_path / "receipt.json"
    command = [sys.executable, "-I", str(site / "log/verify.py")]
    made = subprocess.run([*command, str(site), "--receipt", record], capture_output=True, check=True)
    file.write_bytes(made.stdout)
    done = subprocess.run([*command, str(file)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "没有发现问题 · nothing is wrong\n")


def test_a_log_rewritten_to_fit_is_found_with_a_paper_in_hand(site: Path) -> None:
    lines = (site / "log/entries.jsonl").read_bytes().splitlines()
    size = len(lines) - 1
    paper = verifier.code(verifier.tree_root([verifier.leaf(line) for line in lines[:size]]))
    assert verify(Site(str(site)), paper.lower(), size) == []
    rewritten(site, [line.replace(b'"import"', b'"publish"') for line in lines])
    found = dict(verify(Site(str(site)), paper, size))
    assert found["打印件 · paper"].startswith(f"前 {size} 条已不是当时的内容")


def test_entries_cut_off_to_fit_are_found_with_an_older_checkpoint(site: Path) -> None:
    point = (site / "log/checkpoint").read_bytes()
    lines = (site / "log/entries.jsonl").read_bytes().splitlines()
    rewritten(site, lines[:-1])
    assert any(about == "旧检查点 · old checkpoint" for about, _ in verify(Site(str(site)), old=point))


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff", b'{"id":"../../x"}'])
def test_a_log_that_cannot_be_read_is_told_and_nothing_else(site: Path, spoilt: bytes) -> None:
    rewritten(site, [spoilt])
    assert verify(Site(str(site)))


def test_a_page_that_is_gone_is_missed_even_when_the_list_was_made_to_fit(site: Path) -> None:
    lines = (site / "log/files.txt").read_text().splitlines(keepends=True)
    page = next(line for line in lines if line.endswith("/notices/2026-03-01-water/index.html\n"))
    (site / page.split()[2]).unlink()
    (site / "log/files.txt").write_text("".join(line for line in lines if line != page))
    point = (site / "log/checkpoint").read_text().splitlines()
    digest = verifier.hashlib.sha256((site / "log/files.txt").read_bytes()).hexdigest()
    (site / "log/checkpoint").write_text("\n".join([*point[:3], f"files {digest}"]) + "\n")
    assert [about for about, _ in verify(Site(str(site)))] == ["elm/notices/2026-03-01-water"]
