"""What is shown is always the whole old site or the whole new one."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from noticeboard import cli
from noticeboard.history import log
from noticeboard.publishing.publish import Published, publish
from noticeboard.publishing.releases import KEPT
from noticeboard.publishing.verify import Site, verify
from noticeboard.records import codes
from tests.publishing.conftest import DAY, LOGGED, Repository, shown


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "board"


def published(repository: Repository, target: Path, commit: str = "HEAD") -> Published:
    return publish(repository.root, target, commit, DAY)


def refused(capsys: pytest.CaptureFixture[str], repository: Repository, target: Path, *more: str) -> str:
    call = ["publish", str(target), "--root", str(repository.root), "--today", str(DAY), *more]
    assert cli.main(call) == cli.REFUSED
    return capsys.readouterr().err


def test_the_first_publication_logs_everything_and_proves_itself(repository: Repository, target: Path) -> None:
    done = published(repository, target)
    assert len(done.added) == done.checkpoint.size == LOGGED
    assert verify(Site(str(target / "current/site"))) == []
    assert (target / "current/site/elm/index.html").is_file()


def test_the_next_one_extends_the_log(repository: Repository, target: Path) -> None:
    first = published(repository, target)
    point = (target / "current/site/log/checkpoint").read_bytes()
    repository.retitle("水箱清洗改期")
    repository.commit("corrected")
    second = published(repository, target)
    assert [(one.event, one.version) for one in second.added] == [(log.Event.CORRECT, 2)]
    site = Site(str(target / "current/site"))
    assert verify(site, log.code(first.checkpoint.root), first.checkpoint.size, point) == []
    record = second.added[0].id
    assert all((target / "current/site" / record / f"versions/{number}.json").is_file() for number in (1, 2))


def test_the_same_commit_again_shows_the_same_bytes(repository: Repository, target: Path) -> None:
    published(repository, target)
    before = shown(target)
    published(repository, target)
    assert shown(target) == before


def test_an_old_release_is_not_touched_by_the_next(repository: Repository, target: Path) -> None:
    first = published(repository, target).release
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    repository.retitle("改了")
    repository.commit("corrected")
    published(repository, target)
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


def test_only_the_newest_releases_are_kept(repository: Repository, target: Path) -> None:
    for _ in range(KEPT + 2):
        published(repository, target)
    assert sorted(one.name for one in (target / "releases").iterdir()) == ["000003", "000004", "000005"]


def test_only_the_commit_counts(repository: Repository, target: Path) -> None:
    repository.edit("portal.yaml", "title:", "tilte:")
    published(repository, target)
    assert verify(Site(str(target / "current/site"))) == []


def test_a_change_in_silence_is_not_published(
    repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(repository, target)
    before = shown(target)
    path = next((repository.root / "data/elm/notices").glob("*.yaml"))
    repository.edit(f"elm/notices/{path.name}", "title: ", "title: 新")
    repository.commit("silent")
    assert cli.main(["publish", str(target), "--root", str(repository.root)]) == cli.FAULTS
    assert "changed-in-silence" in capsys.readouterr().out
    assert shown(target) == before


def test_errors_in_the_data_are_not_published(repository: Repository, target: Path) -> None:
    published(repository, target)
    before = shown(target)
    repository.edit("elm/community.yaml", "name:", "nmae:")
    repository.commit("broken")
    assert cli.main(["publish", str(target), "--root", str(repository.root)]) == cli.FAULTS
    assert shown(target) == before


def test_of_an_erased_record_nothing_is_left_but_that_it_was_there(repository: Repository, target: Path) -> None:
    record = "notices/2026-04-10-script"
    text = (repository.root / f"data/elm/{record}.yaml").read_text(encoding="utf-8")
    secret = next(line for line in text.splitlines() if line.startswith("title: ")).removeprefix("title: ").strip("'\"")
    published(repository, target)
    point = (target / "current/site/log/checkpoint").read_bytes()
    repository.erase(record)
    repository.commit("erased")
    done = published(repository, target)
    assert [one.event for one in done.added] == [log.Event.ERASE, log.Event.PUBLISH]
    site = target / "current/site"
    assert verify(Site(str(site)), old=point) == []
    page = (site / "elm" / record / "index.html").read_text(encoding="utf-8")
    assert "《个人信息保护法》第四十七条" in page
    paper = site / "R" / codes.code(f"elm/{record}") / "index.html"
    assert "这条记录已经清除" in paper.read_text(encoding="utf-8")
    kept = [path for path in target.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
    assert kept == []
    (site / "elm" / record / "versions").mkdir()
    (site / "elm" / record / "versions/1.json").write_text("{}")
    assert ("elm/" + record, "已清除的记录还在 · was erased and is still there") in verify(Site(str(site)))


def test_after_the_history_was_rewritten_the_log_goes_on(
    repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(repository, target)
    repository.retitle("改了")
    repository.git("checkout", "-q", "--orphan", "clean")
    repository.commit("as if it had always been so")
    assert "不能用旧的盖住新的" in refused(capsys, repository, target)
    call = ["publish", str(target), "--root", str(repository.root), "--today", str(DAY), "--rewritten"]
    assert cli.main(call) == cli.CLEAN
    path = next((repository.root / "data/elm/notices").glob("*.yaml"))
    repository.edit(f"elm/notices/{path.name}", "title: ", "title: 新")
    repository.git("checkout", "-q", "--orphan", "silent")
    repository.commit("and once more")
    assert cli.main(call) == cli.FAULTS


def test_an_older_commit_never_goes_over_a_newer_one(
    repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.retitle("改了")
    repository.commit("newer")
    published(repository, target)
    assert "不能用旧的盖住新的" in refused(capsys, repository, target, "--commit", "HEAD~1")


def test_two_at_once_do_not_mix(repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(repository, target)
    with (target / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert "另一次发布正在进行" in refused(capsys, repository, target)
    published(repository, target)


def test_a_log_that_was_tampered_with_is_not_extended(
    repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(repository, target)
    entries = target / "current/state/entries.jsonl"
    entries.write_bytes(b"\n".join(entries.read_bytes().split(b"\n")[:-2]) + b"\n")
    assert "存档不完整或被改动过" in refused(capsys, repository, target)


def test_a_commit_that_is_none_is_told(
    repository: Repository, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "没有发布，网站保持原样" in refused(capsys, repository, target, "--commit", "nowhere")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file that is always full")
def test_words_that_cannot_be_written_do_not_undo_a_publication(repository: Repository, target: Path) -> None:
    command = [sys.executable, "-m", "noticeboard", "publish", str(target), "--root", str(repository.root)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == cli.CLEAN
    assert done.stderr.startswith("已发布，但没能把话写出来。磁盘满了，腾出空间再来。\n")
    assert "Traceback" not in done.stderr
    assert verify(Site(str(target / "current/site"))) == []
