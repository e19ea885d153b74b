"""Ids of inputs: they change with content, mode, name and place, and are the same with and without git."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from noticeboard.site import inputs


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "repository" / "data"
    for path in ("elm/bodies.yaml", "elm/notices/a.yaml", "oak/bodies.yaml", "portal.yaml"):
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(f"of: {path}\n")
    return data


def git(data: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(data), *arguments], check=True, capture_output=True)


def put_under_git(data: Path) -> None:
    git(data.parent, "init", "--quiet")
    git(data.parent, "add", "--all")


def edit(data: Path) -> None:
    (data / "elm/notices/a.yaml").write_text("of: b\n")


def make_executable(data: Path) -> None:
    (data / "elm/notices/a.yaml").chmod(0o755)


def make_a_link(data: Path) -> None:
    (data / "elm/notices/a.yaml").unlink()
    (data / "elm/notices/a.yaml").symlink_to("../bodies.yaml")


def rename(data: Path) -> None:
    (data / "elm/notices/a.yaml").rename(data / "elm/notices/b.yaml")


def remove(data: Path) -> None:
    (data / "elm/notices/a.yaml").unlink()


def add(data: Path) -> None:
    (data / "elm/notices/停水.yaml").write_text("new\n")


CHANGES = [edit, make_executable, make_a_link, rename, remove, add]


@pytest.mark.parametrize("before", [put_under_git, lambda _: None], ids=["git", "no git"])
@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_a_community_changes_its_id_and_no_other(
    data: Path, before: Callable[[Path], None], change: Callable[[Path], None]
) -> None:
    before(data)
    old = inputs.by_community(inputs.file_ids(data))
    change(data)
    new = inputs.by_community(inputs.file_ids(data))
    assert new["elm"] != old["elm"]
    assert new["oak"] == old["oak"]


@pytest.mark.parametrize("change", CHANGES)
def test_git_and_content_tell_the_same_ids_before_and_after_staging(data: Path, change: Callable[[Path], None]) -> None:
    plain = inputs.file_ids(data)
    put_under_git(data)
    assert inputs.file_ids(data) == plain
    change(data)
    changed = inputs.file_ids(data)
    git(data, "add", "--all")
    assert inputs.file_ids(data) == changed
    assert changed != plain


def test_a_file_that_git_ignores_counts_as_it_is_read_all_the_same(data: Path) -> None:
    put_under_git(data)
    (data.parent / ".gitignore").write_text("b.yaml\n")
    (data / "oak/b.yaml").write_text("x\n")
    assert "oak/b.yaml" in inputs.file_ids(data)


def test_a_touched_file_keeps_its_id(data: Path) -> None:
    put_under_git(data)
    before = inputs.file_ids(data)
    (data / "elm/bodies.yaml").touch()
    assert inputs.file_ids(data) == before


def test_boundaries_of_parts_count() -> None:
    assert inputs.digest([b"ab", b"c"]) != inputs.digest([b"a", b"bc"])


@pytest.mark.parametrize("path", ["static/a.css", "templates/b.html"])
def test_the_shared_key_follows_theme_portal_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    for name in ("static/a.css", "templates/b.html"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    key = inputs.shared_key(tmp_path, b"portal")
    assert inputs.shared_key(tmp_path, b"portal") == key
    assert inputs.shared_key(tmp_path, b"another") != key
    (tmp_path / path).write_text("x")
    changed = inputs.shared_key(tmp_path, b"portal")
    (tmp_path / path).rename(tmp_path / f"{path}.old")
    assert len({key, changed, inputs.shared_key(tmp_path, b"portal")}) == 3
    changed = inputs.shared_key(tmp_path, b"portal")
    monkeypatch.setattr(inputs, "version", lambda _: "999")
    assert inputs.shared_key(tmp_path, b"portal") != changed
