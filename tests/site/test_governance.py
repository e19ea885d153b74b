"""The table of meetings, exactly as a year was."""

import datetime

from noticeboard.check import check_community
from noticeboard.site import governance
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.site.workshop import REPOSITORY

DAY = datetime.date(2026, 7, 20)


def year(number: int) -> governance.Year:
    """Of a community of the sample that keeps “4321”."""
    checked = check_community(REPOSITORY / "data", "songtao", Today(DAY))
    assert checked.dataset
    return next(one for one in governance.years(Board(checked.dataset, [], Today(DAY))) if one.year == number)


def test_the_grid_of_a_year_in_which_one_meeting_was_not_held() -> None:
    shown = year(2025)
    assert [(line.title, "".join(box.state[0] * box.span for box in line.boxes), line.held, line.asked)
            for line in shown.lines] == [
        ("居民代表会议", "d" * 12, 4, 4),
        ("民主自治联席会议", "dddddddndddd", 11, 12),
        ("协商事务通报会", "d" * 12, 2, 2),
        ("民主评议会", "d" * 12, 1, 1),
    ]  # fmt: skip


def test_a_miss_is_explained_by_the_record_of_the_meeting_that_was_called_off() -> None:
    (miss,) = year(2025).misses
    assert (miss.title, miss.period) == ("民主自治联席会议", "2025年8月")
    assert miss.record
    assert miss.record.id == "meetings/2025-08-29-joint"


def test_months_before_the_community_took_part_and_those_to_come_are_empty() -> None:
    joint = next(line for line in year(2024).lines if line.title == "民主自治联席会议")
    assert [box.state for box in joint.boxes] == [""] * 6 + ["disclosed"] * 6
    joint = next(line for line in year(2026).lines if line.title == "民主自治联席会议")
    assert [box.state for box in joint.boxes] == ["disclosed"] * 7 + [""] * 5
