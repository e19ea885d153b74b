"""The front door: read, judge, print, and leave by the right exit."""

import datetime
import json
from collections.abc import Iterator

import pytest

from noticeboard import check, cli
from noticeboard.findings import Severity
from noticeboard.records.dataset import Dataset
from noticeboard.rules import run
from noticeboard.rules.rule import Breach, at, rule
from noticeboard.today import Today
from tests.sample import DAY, SLUG, Edit, Sample

PORTAL = "title: 公示栏\nsummary: 一个社区。\nbase_url: https://example.org/\npublisher: 街道办事处\n"
Q2 = "finances/2026-q2-common-income.yaml"


@pytest.fixture
def portal(sample: Sample) -> Sample:
    (sample.data / "portal.yaml").write_text(PORTAL + "as_of: 2026-07-20\n", encoding="utf-8")
    return sample


@rule(Severity.ERROR)
def always_failing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """This rule is wrong itself.

    So says its name.
    """
    yield at("community", "name")
    raise ZeroDivisionError


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.run, "__defaults__", ((always_failing, *run.RULES),))


def test_sound_community(portal: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--data", str(portal.data)]) == cli.CLEAN
    assert capsys.readouterr().out == "共 0 个错误、0 个提醒、0 个提示，0 个已由社区说明。可以公开。\n"


def test_warnings_alone_do_not_block(portal: Sample) -> None:
    portal.edit(Edit(Q2, "published: 2026-07-08", "published: 2026-06-29"))
    assert cli.main(["check", "--data", str(portal.data)]) == cli.CLEAN


def test_errors_block(portal: Sample) -> None:
    portal.edit(Edit(Q2, "closing: 900.00", "closing: 901.00"))
    assert cli.main(["check", "--data", str(portal.data)]) == cli.FAULTS


def test_findings_are_sorted_by_place(sample: Sample) -> None:
    sample.edit(
        Edit(Q2, "closing: 900.00", "closing: 901.00"),
        Edit(Q2, "published: 2026-07-08", "published: 2026-06-29"),
        Edit("finances/2026-q1-common-income.csv", "2026-01-15", "2026-1-15"),
        Edit("bodies.yaml", "parent: residents", "parent: nobody"),
    )
    findings = sample.findings()
    assert [(one.path, one.line) for one in findings] == sorted((one.path, one.line) for one in findings)
    assert {one.path.rpartition("/")[2] for one in findings} == {
        "bodies.yaml", "2026-q1-common-income.csv", "2026-q2-common-income.yaml",
    }  # fmt: skip


def test_no_dataset_where_the_community_cannot_be_read(sample: Sample) -> None:
    sample.edit(Edit("community.yaml", "name: 榆树社区\n", ""))
    checked = check.check_community(sample.data, SLUG, Today(DAY))
    assert checked.dataset is None
    assert [one.rule for one in checked.findings] == ["field-missing"]


def test_only_one_community(portal: Sample) -> None:
    (portal.data / "oak").mkdir()
    arguments = ["check", "--data", str(portal.data)]
    assert cli.main(arguments) == cli.FAULTS
    assert cli.main([*arguments, "--community", SLUG]) == cli.CLEAN


def test_date_of_the_portal_and_of_the_command_line(portal: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    portal.edit(Edit(Q2, "published: 2026-07-08", "published: 2026-07-21"))
    arguments = ["check", "--data", str(portal.data), "--format", "json"]
    cli.main(arguments)
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)] == ["published-in-future"]
    cli.main([*arguments, "--today", "2026-07-21"])
    assert json.loads(capsys.readouterr().out) == []


def test_judgement_says_how_long_it_holds(sample: Sample) -> None:
    answer = "- {rule: households-differ, record: community, reason: 原件如此, until: 2026-12-31}"
    sample.edit(Edit("acknowledged.yaml", new=f"acknowledged:\n  {answer}\n"))
    today = Today(DAY)
    check.check_community(sample.data, SLUG, today)
    assert today.fresh_until == datetime.date(2026, 12, 31)


def test_judgement_that_names_the_day_holds_for_that_day(sample: Sample) -> None:
    sample.edit(Edit(Q2, "published: 2026-07-08", "published: 2026-08-01"))
    today = Today(DAY)
    check.check_community(sample.data, SLUG, today)
    assert today.fresh_until == DAY


@pytest.mark.usefixtures("failing")
def test_failed_rule_is_named_after_all_others_have_run(portal: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    portal.edit(Edit(Q2, "closing: 900.00", "closing: 901.00"))
    assert cli.main(["check", "--data", str(portal.data)]) == cli.BROKEN
    printed = capsys.readouterr()
    assert "statement-does-not-balance" in printed.out
    assert "规则 always-failing 在社区 elm 上运行失败" in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.usefixtures("failing")
def test_failed_rule_shows_its_cause_on_request(portal: Sample) -> None:
    with pytest.raises(check.RulesError, match="rule always-failing failed on elm: ZeroDivisionError") as raised:
        cli.main(["--debug", "check", "--data", str(portal.data)])
    assert isinstance(raised.value.__cause__, ZeroDivisionError)
