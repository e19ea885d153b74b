"""Parts of the calendar: which month, quarter, half-year or year a day is in, and when what belongs to it is due."""

import calendar
import datetime
from functools import cache

from noticeboard.duties.duty import Due, Every
from noticeboard.law.days import DAY, add_months, rolled
from noticeboard.records.envelope import Period

MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
"""The parts of the calendar, the shortest first, with their lengths."""


@cache
def part_of_calendar(every: Every, day: datetime.date) -> Period:
    """The month, quarter, half-year or year that `day` is in."""
    months = MONTHS[every]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return Period(start=first, until=add_months(first, months) - DAY)


@cache
def due_after(period: Period, due: Due) -> datetime.date:
    """The last day for what belongs to a part of the calendar; never a rest day."""
    if due.months is None:
        return rolled(period.until + (due.days or 0) * DAY)
    month = add_months(period.until.replace(day=1), due.months)
    return rolled(month.replace(day=calendar.monthrange(month.year, month.month)[1]))


def due_from(event: datetime.date, due: Due) -> datetime.date:
    """The last day counted from an event; before it where `due` is negative, and then it does not move on."""
    if due.months is None:
        return rolled(event + (due.days or 0) * DAY)
    day = add_months(event, due.months)
    return day if due.months < 0 else rolled(day)


QUARTERS = "一二三四"


def named(period: Period, every: Every) -> tuple[str, str]:
    """What a period is called, in Chinese and in English."""
    start = period.start
    half, quarter = (start.month > 6), (start.month - 1) // 3
    day = f"{start.year}年{start.month}月{start.day}日"
    return {
        Every.MONTH: (f"{start.year}年{start.month}月", f"{start:%Y-%m}"),
        Every.QUARTER: (f"{start.year}年第{QUARTERS[quarter]}季度", f"{start.year} Q{quarter + 1}"),
        Every.HALF_YEAR: (f"{start.year}年{'下' if half else '上'}半年", f"{start.year} H{1 + half}"),
        Every.YEAR: (f"{start.year}年", f"{start.year}"),
        Every.TERM: (f"{start.year}年至{period.until.year}年的一届", f"term {start.year} to {period.until.year}"),
        Every.ROLLING: (f"{day}以后", f"after {start}"),
        Every.STANDING: (f"{day}起", f"since {start}"),
    }[every]


def last_day(every: Every, due: Due) -> tuple[str, str]:
    """When a duty falls due, in a few words of Chinese and English."""
    match every:
        case _ if due.months is None and not due.days:
            found = "期末以前", "before the period ends"
        case Every.STANDING if due.months is None:
            found = f"起 {due.days} 日内", f"within {due.days} days of the start"
        case _ if due.months is None:
            found = f"期末后 {due.days} 日内", f"within {due.days} days of the period's end"
        case Every.TERM if due.election:
            found = f"选出后 {due.months} 个月内", f"within {_months(due.months)} of the election"
        case Every.TERM:
            found = f"届满 {-due.months} 个月前", f"{_months(-due.months)} before the term ends"
        case Every.ROLLING:
            found = f"上一次后 {due.months} 个月内", f"within {_months(due.months)} of the last time"
        case _:
            found = f"期末后第 {due.months} 个月底以前", f"by the end of month {due.months} after the period"
    return found


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"
