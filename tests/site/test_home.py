"""What the home of a community puts first."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from noticeboard.check import check_community
from noticeboard.site import home
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.rules.test_supervision import TOLD
from tests.sample import DAY, SLUG, Edit, Sample

NOTICE = """\
title: 停车办法
publisher: committee
date: 2026-06-01
published: 2026-06-01
summary: 请提意见。
form: notice
category: parking
"""
ASKED = NOTICE + "status: consulting\n"


def shown(folder: Path, *edits: Edit, day: datetime.date = DAY) -> dict[str, Any]:
    sample = Sample(folder / "data")
    sample.edit(*edits)
    checked = check_community(sample.data, SLUG, Today(day))
    assert checked.dataset, checked.findings
    return home.page(Board(checked.dataset, checked.findings, Today(day))).context


def notice(text: str) -> Edit:
    return Edit("notices/2026-06-01-parking.yaml", new=text)


@pytest.mark.parametrize(
    ("last_day", "day", "is_asked"),
    [
        ("2026-07-20", DAY, True),
        ("2026-07-19", DAY, False),
        ("", DAY, True),
        ("", datetime.date(2026, 11, 28), True),
        ("", datetime.date(2026, 11, 29), False),
    ],
)
def test_a_draft_is_being_decided_while_it_can_be_spoken_on(
    last_day: str, day: datetime.date, is_asked: bool, tmp_path: Path
) -> None:
    posting = f"posting:\n  from: 2026-06-01\n  until: {last_day}\n" if last_day else ""
    found = shown(tmp_path, notice(ASKED + posting), day=day)["consulting"]
    assert [row.title for row in found] == ["停车办法"] * is_asked


def test_what_is_final_is_not_asked_about(tmp_path: Path) -> None:
    assert shown(tmp_path, notice(NOTICE))["consulting"] == []


def test_a_notice_is_pinned_until_its_day_is_over(tmp_path: Path) -> None:
    pinned = notice(NOTICE + "pinned_until: 2026-07-20\n")
    assert [row.title for row in shown(tmp_path / "on", pinned)["pinned"]] == ["停车办法"]
    assert shown(tmp_path / "after", pinned, day=DAY + datetime.timedelta(days=1))["pinned"] == []


def test_findings_that_nobody_mended_in_time_are_late(tmp_path: Path) -> None:
    before = shown(tmp_path / "before")["late"]
    finding = Edit("findings/2026-late.yaml", new=TOLD)
    assert shown(tmp_path / "with", finding)["late"] == before + 1


def test_every_fund_shows_what_it_holds(tmp_path: Path) -> None:
    context = shown(tmp_path)
    assert [purse.balance.closing for purse in context["purses"]]
    assert all(str(purse.last.closing) == purse.balance.closing for purse in context["purses"])
