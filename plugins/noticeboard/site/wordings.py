"""Dates and numbers as residents read them."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from noticeboard.duties.duty import Every
from noticeboard.duties.periods import named
from noticeboard.findings import Basis
from noticeboard.law.profile import Profile
from noticeboard.law.spoken import Spoken
from noticeboard.records.envelope import Period


@cache
def day(date: datetime.date | str) -> str:
    """2026-07-20 as 2026年7月20日."""
    year, month, number = str(date).split("-")
    return f"{year}年{int(month)}月{int(number)}日"


@cache
def month_day(date: str) -> str:
    """2026-07-02 as 7月2日, where the year is known from around it."""
    return f"{int(date[5:7])}月{int(date[8:])}日"


def weekday(date: datetime.date) -> str:
    return f"星期{'一二三四五六日'[date.weekday()]}"


def span(first: datetime.date, last: datetime.date | None) -> str:
    """From day to day; the year is said once, and an end that is open or the same day not at all."""
    if last is None or last == first:
        return day(first) if last else f"{day(first)}起"
    return f"{day(first)}至{day(last).removeprefix(f'{first.year}年')}"


def period(first: datetime.date, last: datetime.date) -> str:
    """Whole months and years by their names, as accounts are: 2026年6月, 2025年1月至6月, 2025年."""
    if first.day != 1 or (last + datetime.timedelta(days=1)).day != 1:
        return span(first, last)
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return f"{first.year}年"
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    return f"{month(first)}至{month(last).removeprefix(f'{first.year}年')}"


def month(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月"


def amount(value: Decimal | str) -> str:
    """A sum with thousands separators and its own decimals: 12,300.00, −9.00."""
    text = f"{Decimal(value):,f}"
    return f"−{text[1:]}" if text.startswith("-") else text


def number(value: Decimal | int) -> str:
    """A count or area with thousands separators, without trailing zeros of whole numbers."""
    return amount(Decimal(value))


def capital(text: str) -> str:
    """With a capital letter, as a word that stands by itself."""
    return f"{text[:1].upper()}{text[1:]}"


def percent(part: Decimal, whole: Decimal) -> str:
    """The exact share, rounded half up to two decimals as printed results are: 84.06%."""
    hundredths = int((part * 20000 + whole) // (2 * whole))
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def _part(period: Period, every: Every) -> str:
    """What the period of a duty is called."""
    return named(period, every)[0]


class Wordings(NamedTuple):
    """How one language says days, and by which fields it calls what law and systems call by two names.

    `option` says what stands on most ballots, `other_side` is said of a transfer whose
    other side is not there: whether it should be by now.
    """

    day: Callable[[datetime.date | str], str]
    month_day: Callable[[str], str]
    weekday: Callable[[datetime.date], str]
    span: Callable[[datetime.date, datetime.date | None], str]
    period: Callable[[datetime.date, datetime.date], str]
    month: Callable[[datetime.date], str]
    part: Callable[[Period, Every], str]
    named: Callable[[Any], str]
    cited: Callable[[Basis | Spoken], str]
    layer: Callable[[Basis], str]
    sense: Callable[[Basis], str]
    about: Callable[[Profile], str]
    option: Callable[[str], str]
    comma: str
    undecided: str
    other_side_title: str
    other_side: dict[bool, str]

    @property
    def filters(self) -> dict[str, Callable[..., str]]:
        """What templates may call by name."""
        own = {name: word for name, word in self._asdict().items() if callable(word)}
        return own | {"amount": amount, "number": number}


CHINESE = Wordings(
    day=day, month_day=month_day, weekday=weekday, span=span, period=period, month=month,
    part=_part,
    named=attrgetter("title"), cited=attrgetter("zh"), layer=attrgetter("layer_zh"), sense=attrgetter("sense_zh"),
    about=attrgetter("summary"), option=str, comma="、", undecided="未见决议", other_side_title="划转的另一边",
    other_side={True: "账里未见", False: "账还没公布"},
)  # fmt: skip


def wordings(language: str) -> Wordings:
    """Those of one language."""
    if language == "zh":
        return CHINESE
    from noticeboard.site.english import ENGLISH  # noqa: PLC0415  Babel takes as long to load as a small build

    return ENGLISH
