"""Dates, sums and shares as residents read them."""

from datetime import date
from decimal import Decimal

import pytest

from noticeboard.site import wordings


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 6, 1), date(2026, 6, 30), "2026年6月"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025年"),
        (date(2025, 1, 1), date(2025, 6, 30), "2025年1月至6月"),
        (date(2024, 7, 1), date(2025, 6, 30), "2024年7月至2025年6月"),
        (date(2024, 7, 1), date(2024, 7, 15), "2024年7月1日至7月15日"),
        (date(2024, 2, 2), date(2024, 2, 29), "2024年2月2日至2月29日"),
    ],
)
def test_periods(first: date, last: date, words: str) -> None:
    assert wordings.period(first, last) == words


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, "2026年7月20日起"),
        (date(2026, 7, 20), "2026年7月20日"),
        (date(2026, 8, 1), "2026年7月20日至8月1日"),
        (date(2027, 1, 1), "2026年7月20日至2027年1月1日"),
    ],
)
def test_spans(last: date | None, words: str) -> None:
    assert wordings.span(date(2026, 7, 20), last) == words


def test_days() -> None:
    assert wordings.day(date(2026, 7, 2)) == wordings.day("2026-07-02") == "2026年7月2日"
    assert wordings.month_day("2026-07-02") == "7月2日"
    assert wordings.weekday(date(2026, 7, 20)) == "星期一"


def test_amounts() -> None:
    assert [wordings.amount(one) for one in ("-9.00", "1234567.80", Decimal("4E+5"))] == [
        "−9.00",
        "1,234,567.80",
        "400,000",
    ]


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        ("58", "69", "84.06%"),
        ("6474.2920", "12956.3720", "49.97%"),
        ("1", "3", "33.33%"),
        ("2", "3", "66.67%"),
        ("1", "1", "100.00%"),
    ],
)
def test_shares_are_exact(part: str, whole: str, words: str) -> None:
    assert wordings.percent(Decimal(part), Decimal(whole)) == words
