"""`mask` proposes and, when it is told to, writes; what it prints holds nothing personal."""

from pathlib import Path

import pytest

from noticeboard import cli
from tests.sample import SLUG, Edit, Sample


@pytest.fixture
def leaky(sample: Sample) -> Path:
    path = next((sample.root / "notices").glob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "# 管家 13800138000\n", encoding="utf-8")
    return path


def test_a_sound_folder_has_nothing_to_mask(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["mask", "--data", str(sample.data)]) == cli.CLEAN
    assert capsys.readouterr().out == ""


def test_the_masked_line_is_shown_and_the_file_left_alone(
    sample: Sample, leaky: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = leaky.read_bytes()
    assert cli.main(["mask", "--data", str(sample.data)]) == cli.FAULTS
    printed = capsys.readouterr().out
    assert printed.endswith(": # 管家 138****8000\n")
    assert "13800138000" not in printed
    assert leaky.read_bytes() == before


def test_written_files_are_clean(sample: Sample, leaky: Path) -> None:
    assert cli.main(["mask", "--data", str(sample.data), "--write"]) == cli.CLEAN
    assert leaky.read_text(encoding="utf-8").endswith("# 管家 138****8000\n")
    assert cli.main(["mask", "--data", str(sample.data)]) == cli.CLEAN


def test_only_the_named_files_are_looked_at(sample: Sample, leaky: Path) -> None:
    other = str(sample.root / "community.yaml")
    assert cli.main(["mask", "--data", str(sample.data), other]) == cli.CLEAN
    assert cli.main(["mask", "--data", str(sample.data), other, str(leaky)]) == cli.FAULTS


def test_an_organisations_mobile_may_be_listed(sample: Sample) -> None:
    community = sample.root / "community.yaml"
    text = community.read_text(encoding="utf-8")
    community.write_text(text + "# 值班手机 13900001234\n", encoding="utf-8")
    assert [one.rule for one in sample.findings()] == ["personal-mobile-number"]
    body = sample.root / "bodies.yaml"
    first = body.read_text(encoding="utf-8").partition("- id: ")[2].partition("\n")[0]
    listed = f'public_phones:\n  - phone: "13900001234"\n    of: {first}\n'
    community.write_text(text + listed + "# 值班手机 139 0000 1234\n", encoding="utf-8")
    assert sample.findings() == []
    assert cli.main(["mask", "--data", str(sample.data)]) == cli.CLEAN


def test_a_file_is_not_named_after_a_person(sample: Sample) -> None:
    sample.edit(Edit("attachments/13800138000.csv", new="a,b\n"))
    found = [one for one in sample.findings() if one.rule == "personal-mobile-number"]
    assert [(one.path, one.values["masked"]) for one in found] == [
        (f"{SLUG}/attachments/138****8000.csv", "138****8000")
    ]
