"""Releases, the link to one of them, and the lock: nothing here knows what a site is."""

import os
import shutil
from pathlib import Path

import pytest

from noticeboard.publishing import releases as module
from noticeboard.publishing.releases import BusyError, Releases, locked


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path


def opened(target: Path) -> Releases:
    """Any descriptor of its file system serves as the lock here."""
    return Releases(target, os.open(target, os.O_RDONLY))


def adopt(target: Path, text: str = "x") -> Path:
    """Make a release and show it."""
    releases = opened(target)
    (releases.staging / "next").mkdir()
    (releases.staging / "next" / "page").write_text(text)
    return releases.adopt(releases.staging / "next")


def names(target: Path) -> list[str]:
    return sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.name != "page")


def failing(*_: object) -> None:
    raise OSError


def test_only_one_holds_the_lock_and_it_goes_with_its_holder(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "board"
    for _ in range(2):
        with locked(target):
            with pytest.raises(BusyError, match=str(target)), locked(target):
                pass
            assert names(target) == [".lock"]


def test_a_target_where_nothing_was_published_shows_nothing(target: Path) -> None:
    releases = opened(target)
    assert releases.current is None
    assert names(target) == ["releases", "staging"]


def test_what_another_left_half_made_is_taken_away(target: Path) -> None:
    (target / "staging/next").mkdir(parents=True)
    (target / "releases").mkdir()
    opened(target)
    assert names(target) == ["releases", "staging"]


def test_what_was_adopted_is_shown_whole_and_nothing_else_is_left(target: Path) -> None:
    assert adopt(target, "one") == target / "releases/000001"
    assert (target / "current").readlink() == Path("releases/000001")
    assert (target / "current/page").read_text() == "one"
    assert names(target) == ["current", "releases", "releases/000001"]
    assert adopt(target, "two") == target / "releases/000002"
    assert (target / "current/page").read_text() == "two"
    assert (target / "releases/000001/page").read_text() == "one"
    assert opened(target).current == target / "releases/000002"


def test_the_newest_three_are_kept_by_their_numbers(target: Path) -> None:
    for name in ("000009", "000007", "000008", "by-hand"):
        (target / "releases" / name).mkdir(parents=True)
    assert adopt(target) == target / "releases/000010"
    assert sorted(one.name for one in (target / "releases").iterdir()) == ["000008", "000009", "000010", "by-hand"]
    assert not (target / "staging").exists()


def test_all_is_on_the_disk_before_it_is_shown_and_the_link_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt(target)
    releases, seen = opened(target), list[tuple[Path, Path]]()
    (releases.staging / "next").mkdir()
    descriptors = {*Path("/proc/self/fd").iterdir()}

    def see(what: Path) -> None:
        seen.append((what, (target / "current").readlink()))

    monkeypatch.setattr(module, "flush", lambda lock: see(Path(f"/proc/self/fd/{lock}")))
    monkeypatch.setattr(os, "fsync", lambda one: see(Path(f"/proc/self/fd/{one}").readlink()))
    releases.adopt(releases.staging / "next")
    before, after = Path("releases/000001"), Path("releases/000002")
    assert seen == [(Path(f"/proc/self/fd/{releases.lock}"), before), (target / "releases", before), (target, after)]
    assert {*Path("/proc/self/fd").iterdir()} == descriptors


def test_what_cannot_be_put_on_the_disk_is_not_shown(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    adopt(target, "one")
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError):
        adopt(target, "two")
    assert (target / "current/page").read_text() == "one"


@pytest.mark.parametrize("what", ["the folder", "old releases"])
def test_what_fails_once_it_is_shown_is_only_untidy(target: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    for _ in range(3):
        adopt(target)
    releases = opened(target)
    (releases.staging / "next").mkdir()

    def lose_the_folder(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink() == target:
            raise OSError

    with monkeypatch.context() as patch:
        if what == "the folder":
            patch.setattr(os, "fsync", lose_the_folder)
        else:
            patch.setattr(shutil, "rmtree", failing)
        assert releases.adopt(releases.staging / "next") == target / "releases/000004" == releases.current
    assert (target / "releases/000001").exists()
    adopt(target)
    assert sorted(one.name for one in (target / "releases").iterdir()) == ["000003", "000004", "000005"]


def test_stale_releases_are_forgotten_but_never_the_one_that_is_shown(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("old", "new", "old"):
        adopt(target, text)

    def stale(release: Path) -> bool:
        return (release / "page").read_text() == "old"

    releases = opened(target)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", failing)
        releases.forget(stale)
    assert len(list((target / "releases").iterdir())) == 3
    releases.forget(stale)
    assert sorted(one.name for one in (target / "releases").iterdir()) == ["000002", "000003"]
    opened(target).forget(lambda _: True)
    assert sorted(one.name for one in (target / "releases").iterdir()) == ["000003"]
