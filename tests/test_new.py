"""`new` writes an example to its place, never over anything, and says what to do next."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from noticeboard.cli import main
from noticeboard.new import EXAMPLES
from noticeboard.reading import tree
from noticeboard.records.kinds import BY_NAME, PORTAL_KIND

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def run(data: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--data", str(data), "--date", "2026-05-06"])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "songtao").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "slug", "path"),
    [
        ("notice", "water", "songtao/notices/2026-05-06-water.yaml"),
        ("meeting", "committee", "songtao/meetings/2026-05-06-committee.yaml"),
        ("resolution", "lift", "songtao/resolutions/2026-001-lift.yaml"),
        ("statement", "q1-common-income", "songtao/finances/2026-q1-common-income.yaml"),
        ("project", "lift", "songtao/projects/2026-lift.yaml"),
        ("matter", "lift", "songtao/matters/2026-lift.yaml"),
        ("finding", "late-report", "songtao/findings/2026-late-report.yaml"),
        ("handover", "committee", "songtao/handovers/2026-committee.yaml"),
        ("election", "committee", "songtao/elections/2026-committee.yaml"),
        ("review", "", "songtao/reviews/2025.yaml"),
        ("review", "2023", "songtao/reviews/2023.yaml"),
        ("community", "", "songtao/community.yaml"),
        ("bodies", "", "songtao/bodies.yaml"),
        ("responsibilities", "", "songtao/responsibilities.yaml"),
        ("acknowledged", "", "songtao/acknowledged.yaml"),
        ("portal", "", "portal.yaml"),
    ],
)
def test_a_new_file_has_its_place_its_name_and_its_shape(
    data: Path, capsys: pytest.CaptureFixture[str], kind: str, slug: str, path: str
) -> None:
    assert run(data, kind, "--community", "songtao", "--slug", slug) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"已写好 {data / path}\n")
    assert "make check" in said
    assert tree.read(kind, (data / path).read_text(encoding="utf-8"))[1] == []


def test_every_kind_can_be_made(data: Path) -> None:
    for kind in BY_NAME:
        assert run(data, kind, "--community", "songtao", "--slug", "trial") == 0


def test_a_new_record_bears_the_date_it_was_asked_for(data: Path) -> None:
    run(data, "resolution", "--community", "songtao", "--slug", "lift")
    text = (data / "songtao/resolutions/2026-001-lift.yaml").read_text(encoding="utf-8")
    assert "\ndate: 2026-05-06\npublished: 2026-05-06\n" in text
    assert "\ndecided_on: 2026-05-06\n" in text


def test_a_new_review_is_of_the_year_in_its_name(data: Path) -> None:
    run(data, "review", "--community", "songtao")
    assert "\nyear: 2025\n" in (data / "songtao/reviews/2025.yaml").read_text(encoding="utf-8")


def test_a_statement_brings_its_ledger(data: Path) -> None:
    run(data, "statement", "--community", "songtao", "--slug", "q1")
    assert (data / "songtao/finances/2026-q1.csv").read_text(encoding="utf-8").startswith("日期,")


def test_resolutions_are_numbered_on_within_their_year(data: Path) -> None:
    folder = data / "songtao/resolutions"
    folder.mkdir()
    for name in ("2025-009-roof", "2026-002-lift", "2026-draft"):
        (folder / f"{name}.yaml").touch()
    run(data, "resolution", "--community", "songtao", "--slug", "paint")
    assert (folder / "2026-003-paint.yaml").is_file()


def test_nothing_is_overwritten(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = data / "songtao/finances/2026-q1.csv"
    target.parent.mkdir()
    target.write_text("mine", encoding="utf-8")
    assert run(data, "statement", "--community", "songtao", "--slug", "q1") == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert not target.with_suffix(".yaml").exists()
    assert "2026-q1.csv 已经有了" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["notice", "--slug", "water"], "COMMUNITY="),
        (["notice", "--community", "../etc", "--slug", "water"], "COMMUNITY="),
        (["notice", "--community", "elsewhere", "--slug", "water"], "没有"),
        (["notice", "--community", "songtao"], "SLUG=water-shut-off"),
        (["notice", "--community", "songtao", "--slug", "停水"], "不合规则"),
        (["notice", "--community", "songtao", "--slug", "../../x"], "不合规则"),
        (["notice", "--community", "songtao", "--slug", "x" * 70], "太长"),
    ],
)
def test_a_call_that_cannot_be_answered_is_told_why(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(data, *arguments) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == ""
    assert list(data.rglob("*.yaml")) == []


def test_the_portal_needs_no_community(data: Path) -> None:
    assert run(data, PORTAL_KIND.name) == 0


def test_the_date_is_the_one_that_the_portal_is_pinned_to(data: Path) -> None:
    (data / "portal.yaml").write_text((EXAMPLES / "portal.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with (data / "portal.yaml").open("a", encoding="utf-8") as portal:
        portal.write("as_of: 2024-02-29\n")
    assert main(["new", "notice", "--community", "songtao", "--slug", "water", "--data", str(data)]) == 0
    assert (data / "songtao/notices/2024-02-29-water.yaml").is_file()


def test_the_command_that_clerks_are_told_makes_a_record(data: Path) -> None:
    """`make` with an interpreter that has the package, as .venv has after the first run."""
    shutil.copy(ROOT / "Makefile", data)
    for touched in (".venv/bin/python", ".venv/site"):
        (data / touched).parent.mkdir(parents=True, exist_ok=True)
        (data / touched).touch()
    (data / ".venv/bin/python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    (data / ".venv/bin/python").chmod(0o755)
    for needed in ("requirements.lock", "pyproject.toml"):
        (data / needed).touch()
        os.utime(data / needed, (0, 0))
    (data / "data/songtao").mkdir(parents=True)
    command = re.search(r"^ +(make new .*)$", GUIDE, re.MULTILINE)
    assert command
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    subprocess.run(shlex.split(command[1]), cwd=data, check=True, env=environment, capture_output=True)
    assert (data / "data/songtao/notices/2026-04-02-water-shut-off.yaml").is_file()


def test_a_register_begins_with_its_head_and_a_row_to_overwrite(data: Path) -> None:
    assert run(data, "register", "--community", "songtao", "--slug", "schedules") == 0
    assert (data / "songtao/registers/schedules.csv").read_text(encoding="utf-8") == (
        "什么事,地点,哪几天,几点起,几点止,从哪天起,备注\n一句话，不换行,一句话，不换行,每天,06:30,08:30,,\n"
    )


def test_without_a_name_all_registers_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "register", "--community", "songtao") == 2
    assert "tasks  任务、承诺和实事" in capsys.readouterr().err
