"""Dates and numbers as residents read them."""

import datetime
from decimal import Decimal


def day(date: datetime.date | str) -> str:
    """2026-07-20 as 2026年7月20日."""
    year, month, number = str(date).split("-")
    return f"{year}年{int(month)}月{int(number)}日"


def amount(value: Decimal | str) -> str:
    """A sum with thousands separators and its own decimals: 12,300.00, −9.00."""
    text = f"{Decimal(value):,}"
    return f"−{text[1:]}" if text.startswith("-") else text


def number(value: Decimal | int) -> str:
    """A count or area with thousands separators, without trailing zeros of whole numbers."""
    return amount(Decimal(value))
