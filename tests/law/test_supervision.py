"""Where a finding stands on a day, and how long mending took."""

import datetime

import pytest

from noticeboard.law.supervision import State, last_round, rounds, state
from noticeboard.records.envelope import Withdrawn
from noticeboard.records.finding import Reopening, SupervisionFinding
from noticeboard.today import Today

FOUND, DUE, MENDED, AGAIN = (datetime.date(2026, 5, day) for day in (1, 10, 12, 20))


def finding(**changes: object) -> SupervisionFinding:
    told = {"title": "账晚贴", "publisher": "residents", "date": FOUND, "published": FOUND, "summary": "晚了。"}
    return SupervisionFinding(
        **(told | {"id": "findings/2026-late", "raised_by": "a", "concerns": "b", "due": DUE} | changes)
    )


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        ({}, DUE, State.OPEN),
        ({}, MENDED, State.OVERDUE),
        ({"due": None}, MENDED, State.OPEN),
        ({"fixed_on": MENDED}, AGAIN, State.FIXED),
        ({"referred_to": "区纪检监察机关"}, MENDED, State.REFERRED),
        ({"withdrawn": Withdrawn(date=MENDED, why="看错了")}, MENDED, State.OPEN),
        ({"fixed_on": MENDED, "reopened": (Reopening(date=AGAIN, why="又犯"),)}, AGAIN, State.REOPENED),
        ({"fixed_on": MENDED, "reopened": (Reopening(date=AGAIN, why="又犯", fixed_on=AGAIN),)}, AGAIN, State.FIXED),
    ],
)
def test_state(changes: dict[str, object], day: datetime.date, expected: State) -> None:
    assert state(finding(**changes), Today(day)) == expected


def test_a_state_that_may_change_says_until_when_it_holds() -> None:
    today = Today(FOUND)
    assert state(finding(), today) == State.OPEN
    assert today.fresh_until == DUE


def test_every_time_has_its_days() -> None:
    one = finding(fixed_on=MENDED, reopened=(Reopening(date=AGAIN, why="又犯", due=AGAIN),))
    assert [(each.days, each.days_late) for each in rounds(one)] == [(11, 2), (None, 0)]
    assert last_round(one).again == 0
