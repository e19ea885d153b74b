"""Findings on pages: the story of each, and how bodies answered."""

import datetime
from pathlib import Path

from noticeboard.check import check_community
from noticeboard.law.supervision import State
from noticeboard.site import supervision
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.rules.test_supervision import FIXED, TOLD
from tests.sample import DAY, SLUG, Edit, Sample

AGAIN = (
    FIXED
    + """\
rechecked:
  - date: 2026-07-10
    result: not-fixed
reopened:
  - date: 2026-07-10
    why: 又晚了
    due: 2026-07-15
"""
)


def board(folder: Path, **texts: str) -> Board:
    sample = Sample(folder)
    sample.edit(*(Edit(f"findings/2026-{name}.yaml", new=text) for name, text in texts.items()))
    today = Today(DAY)
    checked = check_community(sample.data, SLUG, today)
    assert checked.dataset
    return Board(checked.dataset, checked.findings, today)


def test_the_story_is_told_in_order_of_days(tmp_path: Path) -> None:
    here = board(tmp_path, late=AGAIN)
    shown = supervision.page(here, here.dataset.supervision_findings[0])
    assert shown["state"] == State.OVERDUE
    assert [(str(one.day), one.what) for one in shown["story"]] == [
        ("2026-05-10", "raised"),
        ("2026-06-10", "fixed"),
        ("2026-07-10", "recheck_not-fixed"),
        ("2026-07-10", "reopened"),
    ]


def test_the_entry_that_is_meant_is_shown(tmp_path: Path) -> None:
    here = board(tmp_path, late=FIXED)
    (spot,) = supervision.page(here, here.dataset.supervision_findings[0])["spots"]
    assert spot.row
    assert spot.row.title
    assert spot.entry["date"] == "2026-01-15"


def test_a_body_s_answers_are_counted_and_timed(tmp_path: Path) -> None:
    here = board(tmp_path, late=FIXED, again=AGAIN, open=TOLD.replace("due: 2026-06-10", "due: 2026-08-01"))
    (one,) = supervision.answered(here)
    assert (one.body, len(one.found), one.fixed, one.in_time, one.overdue) == ("committee", 3, 1, 1, 1)
    assert (one.middle, one.longest) == (31, 31)
    raised, answered = supervision.by_body(here)["residents"]
    assert len(raised) == 3
    assert answered is None


def test_the_overdue_one_waits_first(tmp_path: Path) -> None:
    here = board(tmp_path, late=FIXED, open=TOLD.replace("due: 2026-06-10", "due: 2026-08-01"), again=AGAIN)
    assert [(one.of.id, one.state) for one in supervision.waiting(here)] == [
        ("findings/2026-again", State.OVERDUE),
        ("findings/2026-open", State.OPEN),
    ]
    assert here.today.fresh_until == min(here.today.fresh_until, datetime.date(2026, 8, 1))
