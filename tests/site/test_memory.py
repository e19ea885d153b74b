"""What is remembered between builds, and when nothing is believed."""

import datetime
from pathlib import Path

import pytest

from noticeboard.findings import Finding, Severity
from noticeboard.site.memory import Memory, Remembered, beside, compiled_templates

DAY = datetime.date(2026, 7, 20)
LATER = DAY + datetime.timedelta(days=5)


def unit(key: str = "k", **changed: object) -> Remembered:
    finding = Finding(rule="period-gap", severity=Severity.WARNING, path="elm/a.yaml", values={"days": "3"})
    parts: dict[str, object] = {
        "key": key, "built_for": DAY, "fresh_until": LATER, "outputs": ("elm/index.html",), "findings": (finding,),
    }  # fmt: skip
    return Remembered(**parts | changed)  # type: ignore[arg-type]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(beside(tmp_path / "output"))


def keep(memory: Memory, **units: Remembered) -> None:
    memory.begin()
    memory.finish(units, set(units))


@pytest.mark.parametrize(
    ("key", "day", "holds"),
    [
        ("k", DAY, True),
        ("k", LATER, True),
        ("k", LATER + datetime.timedelta(days=1), False),
        ("k", DAY - datetime.timedelta(days=1), False),
        ("other", DAY, False),
    ],
)
def test_a_unit_holds_for_its_key_from_its_day_to_its_last(key: str, day: datetime.date, holds: bool) -> None:
    assert unit().holds(key, day) is holds


def test_what_was_kept_is_loaded(memory: Memory) -> None:
    keep(memory, elm=unit(), oak=unit("o", findings=()))
    assert memory.load() == {"elm": unit(), "oak": unit("o", findings=())}


def test_it_lies_beside_the_output_and_one_output_knows_nothing_of_another(tmp_path: Path, memory: Memory) -> None:
    keep(memory, elm=unit())
    assert not (tmp_path / "output").exists()
    assert Memory(beside(tmp_path / "public")).load() == {}


def test_only_changed_units_are_written_and_gone_ones_forgotten(memory: Memory) -> None:
    keep(memory, elm=unit(), oak=unit(), ash=unit())
    memory.begin()
    memory.finish({"elm": unit("new"), "oak": unit("not said to differ")}, {"elm"})
    assert memory.load() == {"elm": unit("new"), "oak": unit()}


def test_nothing_is_believed_between_begin_and_finish(memory: Memory) -> None:
    keep(memory, elm=unit())
    memory.begin()
    assert memory.load() == {}


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"key": 1}', "\x00"])
def test_nothing_is_believed_where_a_file_is_not_of_this_version(memory: Memory, content: str) -> None:
    keep(memory, elm=unit(), oak=unit())
    (memory.folder / "oak.json").write_text(content)
    assert memory.load() == {}


def test_templates_compiled_for_another_key_go_and_nothing_else(tmp_path: Path, memory: Memory) -> None:
    keep(memory, elm=unit())
    for key in ("old", "new"):
        compiled_templates(tmp_path / "output", key).mkdir()
    assert compiled_templates(tmp_path / "output", "new").is_dir()
    assert sorted(path.name for path in memory.folder.iterdir()) == ["elm.json", "templates-new"]


def test_nothing_is_known_at_first(memory: Memory) -> None:
    assert memory.load() == {}
