"""A command that was mistyped is answered in one sentence, without a traceback."""

from pathlib import Path

import pytest

from noticeboard import cli
from tests.sample import SLUG, Sample


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--data", "no-such-folder"], "找不到数据文件夹 no-such-folder；"),
        (["check", "--community", "oak"], f"没有社区“oak”；现有：{SLUG}。"),
        (["check", "--community", f"../data/{SLUG}"], "没有社区"),
        (["new", "notice", "--community", "oak", "--slug", "x"], "没有"),
    ],
)
def test_a_mistyped_command_is_told_why(
    sample: Sample, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    place = [] if "--data" in arguments else ["--data", str(sample.data)]
    assert cli.main([*arguments, *place]) == cli.BROKEN
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(said)
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["new", "poem"], ["check", "--lang", "fr"]])
def test_words_that_are_no_command_leave_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert left.value.code == cli.BROKEN


@pytest.mark.parametrize("arguments", [["check", "--today"], ["site", "--today"], ["new", "portal", "--date"]])
@pytest.mark.parametrize("day", ["2026-02-30", "4月2日"])
def test_a_date_that_is_none_is_told_how_to_write_it(
    arguments: list[str], day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([*arguments, day])
    assert left.value.code == cli.BROKEN
    assert f"“{day}”不是日期；日期写成 2026-04-02 这样。" in capsys.readouterr().err


def test_a_fault_of_the_program_is_never_blamed_on_the_data(
    sample: Sample, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli.check, "portal", lambda data: Path(data).missing)  # type: ignore[attr-defined]
    assert cli.main(["check", "--data", str(sample.data)]) == cli.BROKEN
    assert capsys.readouterr().err.startswith("程序自身出错，数据没有问题：")
    with pytest.raises(AttributeError):
        cli.main(["--debug", "check", "--data", str(sample.data)])
