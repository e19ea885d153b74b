"""Dates as English pages write them; the names and orders are Babel's."""

import datetime
from functools import cache
from operator import attrgetter

from babel.dates import format_date, format_interval

from noticeboard.duties.duty import Every
from noticeboard.records.envelope import Period
from noticeboard.site.wordings import Wordings

LOCALE = "en_GB"
LONG, SHORT, MONTH = "yMMMMd", "d MMM", "yMMMM"


def _date(date: datetime.date | str) -> datetime.date:
    return datetime.date.fromisoformat(str(date))


@cache
def day(date: datetime.date | str) -> str:
    """20 July 2026."""
    return format_date(_date(date), "long", locale=LOCALE)


@cache
def month_day(date: str) -> str:
    """2 Jul, where the year is known from around it."""
    return format_date(_date(date), SHORT, locale=LOCALE)


def weekday(date: datetime.date) -> str:
    return format_date(date, "EEEE", locale=LOCALE)


def span(first: datetime.date, last: datetime.date | None) -> str:
    """From day to day; what both share is said once, and an end that is open or the same day not at all."""
    if last is None:
        return f"since {day(first)}"
    return day(first) if last == first else format_interval(first, last, LONG, locale=LOCALE)


def period(first: datetime.date, last: datetime.date) -> str:
    """Whole months and years by their names, as accounts are: June 2026, January – June 2025, 2025."""
    if first.day != 1 or (last + datetime.timedelta(days=1)).day != 1:
        return span(first, last)
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    return format_interval(first, last, MONTH, locale=LOCALE)


def month(date: datetime.date) -> str:
    return format_date(date, "MMMM y", locale=LOCALE)


def part(period: Period, every: Every) -> str:
    """What the period of a duty is called."""
    start = period.start
    return {
        Every.MONTH: month(start),
        Every.QUARTER: f"Q{(start.month + 2) // 3} {start.year}",
        Every.HALF_YEAR: f"{'second' if start.month > 6 else 'first'} half of {start.year}",
        Every.YEAR: str(start.year),
        Every.TERM: f"term {start.year} to {period.until.year}",
        Every.ROLLING: f"after {day(start)}",
        Every.STANDING: f"since {day(start)}",
    }[every]


OPTIONS = {
    "同意": "For", "赞成": "For", "反对": "Against", "不同意": "Against", "弃权": "Abstain",
    "满意": "Satisfied", "基本满意": "Mostly satisfied", "一般": "Fair", "不满意": "Dissatisfied",
    "优秀": "Excellent", "称职": "Competent", "基本称职": "Mostly competent", "不称职": "Not competent",
    "愿意": "Willing", "不愿意": "Not willing", "未填": "Left blank",
    "都不同意": "None of these", "都不选": "None of these",
}  # fmt: skip
"""What most ballots let people choose; whatever else stands on a ballot stays as it is."""


def option(text: str) -> str:
    return OPTIONS.get(text, text)


ENGLISH = Wordings(
    day=day, month_day=month_day, weekday=weekday, span=span, period=period, month=month,
    part=part,
    named=attrgetter("en"), cited=attrgetter("en"), layer=attrgetter("layer_en"), sense=attrgetter("sense_en"),
    about=attrgetter("summary_en"), option=option, comma=", ", undecided="No resolution seen",
    other_side_title="Other side of the transfer",
    other_side={True: "Not in the accounts", False: "Accounts not yet published"},
)  # fmt: skip
