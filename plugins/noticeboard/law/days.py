"""Days as the law counts them (Civil Code arts. 201-203, 1259; catalogue CN-DATE-01 … 05)."""

import calendar
import datetime
from functools import cache

import chinese_calendar

DAY = datetime.timedelta(days=1)


def days_between(first: datetime.date, last: datetime.date) -> int:
    """Whole days from `first` to `last`; the starting day is not counted (art. 201)."""
    return (last - first).days


def last_day_within(event: datetime.date, days: int) -> datetime.date:
    """The last day of "within `days` days of `event`"; a rest day at the end moves it on (art. 203)."""
    return rolled(event + days * DAY)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The corresponding day `months` later, or earlier; where there is none, the last of that month (art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def add_years(day: datetime.date, years: int) -> datetime.date:
    """The corresponding day `years` later."""
    return add_months(day, 12 * years)


@cache
def rests(day: datetime.date) -> bool | None:
    """Whether `day` is a statutory rest day; None where that year's holidays are not known."""
    try:
        return bool(chinese_calendar.is_holiday(day))
    except NotImplementedError:
        return None


def rolled(day: datetime.date) -> datetime.date:
    """`day`, or the next working day where it is a rest day; as it is where the holidays are not known.

    For "within N days" only, never for "N days before".
    """
    while rests(day):
        day += DAY
    return day


def add_working_days(day: datetime.date, days: int) -> datetime.date | None:
    """The `days`-th working day after `day`; None where the holidays in between are not known."""
    while days:
        day += DAY
        resting = rests(day)
        if resting is None:
            return None
        days -= not resting
    return day
