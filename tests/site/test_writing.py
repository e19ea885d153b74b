"""The door to the output: what is the same is not touched, what went leaves no empty folder."""

from pathlib import Path

from noticeboard.site import writing
from noticeboard.site.writing import Output


def test_only_what_differs_is_rewritten(tmp_path: Path) -> None:
    Output(tmp_path).write("elm/a/index.html", b"one")
    before = (tmp_path / "elm/a/index.html").stat()
    output = Output(tmp_path)
    output.write("elm/a/index.html", b"one")
    output.write("index.html", b"two")
    assert output.paths == ["elm/a/index.html", "index.html"]
    assert output.rewritten == 1
    assert (tmp_path / "elm/a/index.html").stat().st_mtime_ns == before.st_mtime_ns
    output.write("elm/a/index.html", b"on")
    assert (tmp_path / "elm/a/index.html").read_bytes() == b"on"


def test_what_went_leaves_no_empty_folder_and_takes_nothing_along(tmp_path: Path) -> None:
    output = Output(tmp_path)
    for path in ("elm/a/b/index.html", "elm/a/index.json", "elm/c/index.html"):
        output.write(path, b"x")
    writing.remove(tmp_path, {"elm/a/b/index.html", "elm/c/index.html", "elm/gone/long/ago.html"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "elm", "elm/a", "elm/a/index.json",
    ]  # fmt: skip
    writing.remove(tmp_path, {"elm/a/index.json"})
    assert list(tmp_path.iterdir()) == []


def test_an_empty_start_is_empty(tmp_path: Path) -> None:
    Output(tmp_path / "out").write("a/b.html", b"x")
    writing.start_empty(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
