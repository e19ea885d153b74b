"""Days as the law counts them: CN-DATE-01 … 05."""

import datetime
from datetime import date

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.law import days

known = st.dates(date(2005, 1, 1), date(2025, 11, 30))
any_day = st.dates(date(1990, 1, 1), date(2060, 12, 31))
DAY = datetime.timedelta(days=1)


def test_the_first_day_is_not_counted() -> None:
    """CN-DATE-02: fifteen days before a meeting on the 16th is the 1st, not the 2nd."""
    assert days.days_between(date(2026, 4, 1), date(2026, 4, 16)) == 15
    assert days.days_between(date(2026, 4, 2), date(2026, 4, 16)) == 14
    assert days.days_between(date(2026, 4, 16), date(2026, 4, 16)) == 0
    assert days.days_between(date(2026, 4, 17), date(2026, 4, 16)) == -1


def test_within_days_includes_the_last_one() -> None:
    """CN-DATE-01, 02: within three days of Monday is Thursday, all of it."""
    assert days.last_day_within(date(2026, 3, 16), 3) == date(2026, 3, 19)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2024, 8, 31), -6, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 5, 31), 1, date(2026, 6, 30)),
        (date(2026, 3, 15), -3, date(2025, 12, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 7, 20), 0, date(2026, 7, 20)),
        (date(2026, 1, 1), 12, date(2027, 1, 1)),
        (date(2026, 1, 1), -25, date(2023, 12, 1)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(day: date, months: int, found: date) -> None:
    """CN-DATE-03."""
    assert days.add_months(day, months) == found


def test_a_year_after_the_leap_day_is_the_last_of_february() -> None:
    assert days.add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert days.add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert days.add_years(date(2021, 3, 1), 5) == date(2026, 3, 1)


@given(any_day, st.integers(-120, 120))
def test_months_agree_with_a_step_by_step_count(day: date, months: int) -> None:
    """Month by month over the firsts, then the day, as far as that month has one."""
    first = day.replace(day=1)
    for _ in range(abs(months)):
        first = (first + 31 * DAY).replace(day=1) if months > 0 else (first - DAY).replace(day=1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    assert days.add_months(day, months) == min(first + (day.day - 1) * DAY, last)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 9, 30), date(2025, 9, 30)),  # the day before National Day
        (date(2025, 10, 1), date(2025, 10, 9)),  # National Day and Mid-Autumn, 1 to 8 October
        (date(2025, 10, 8), date(2025, 10, 9)),
        (date(2025, 10, 11), date(2025, 10, 11)),  # a Saturday that is worked instead
        (date(2025, 9, 28), date(2025, 9, 28)),  # a Sunday that is worked instead
        (date(2025, 10, 12), date(2025, 10, 13)),  # an ordinary Sunday
        (date(2026, 7, 18), date(2026, 7, 20)),  # an ordinary Saturday
        (date(2026, 7, 20), date(2026, 7, 20)),
    ],
)
def test_a_period_that_ends_on_a_rest_day_ends_on_the_next_working_day(day: date, found: date) -> None:
    """CN-DATE-04, with the working days that were swapped."""
    assert days.rolled(day) == found


def test_only_the_end_rolls() -> None:
    """Rest days within a period count as days (CN-DATE-05)."""
    assert days.last_day_within(date(2025, 9, 30), 3) == date(2025, 10, 9)
    assert days.last_day_within(date(2025, 9, 30), 10) == date(2025, 10, 10)


@given(known, st.integers(0, 20))
def test_rolling_agrees_with_a_walk_over_the_calendar(event: date, number: int) -> None:
    day = event
    for _ in range(number):
        day += DAY
    while chinese_calendar.is_holiday(day):
        day += DAY
    assert days.last_day_within(event, number) == day


def test_working_days_pass_over_rest_days() -> None:
    """CN-DATE-05: ten working days over National Day 2025, of which one Saturday is worked."""
    assert days.add_working_days(date(2025, 9, 29), 3) == date(2025, 10, 10)
    assert days.add_working_days(date(2025, 9, 29), 4) == date(2025, 10, 11)
    assert days.add_working_days(date(2025, 9, 29), 5) == date(2025, 10, 13)
    assert days.add_working_days(date(2025, 9, 29), 0) == date(2025, 9, 29)


@given(known, st.integers(1, 20))
def test_working_days_agree_with_a_count(day: date, number: int) -> None:
    last = days.add_working_days(day, number)
    assert last is not None
    between = [day + step * DAY for step in range(1, (last - day).days + 1)]
    assert sum(chinese_calendar.is_workday(one) for one in between) == number
    assert chinese_calendar.is_workday(last)


def test_in_a_year_without_a_calendar_nothing_rolls_and_working_days_are_not_known() -> None:
    sunday = date(2055, 8, 1)
    assert sunday.isoweekday() == 7
    assert days.rests(sunday) is None
    assert days.rolled(sunday) == sunday
    assert days.last_day_within(date(2055, 7, 29), 3) == sunday
    assert days.add_working_days(sunday, 1) is None
