"""Values that law and communities fix, in words that residents understand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from noticeboard import schemas
from noticeboard.law.values import Majority
from noticeboard.site.wordings import amount

WHOLES = {"entitled": "全体", "took-part": "参与表决", "": "应达"}


def value_in_words(kind: str, value: Any) -> str:
    """A value of a type of parameter, in Chinese."""
    return SPOKEN[kind](value)


def _share(value: Fraction) -> str:
    """A percentage where it is a round one, otherwise the fraction."""
    percent = value * 100
    return f"{percent}%" if percent.denominator == 1 else str(value)


def _majority(value: Majority) -> str:
    units = _words(value.units)
    least = f"超过 {value.share}" if value.strict else f"{value.share} 以上"
    return f"{WHOLES[value.of]}{f'（{units}）' if units else ''}{least}"


def _words(value: tuple[str, ...]) -> str:
    return "、".join(_labelled(value))


def _named(value: dict[str, str]) -> str:
    return "；".join(f"{label}：{text}" for label, text in zip(_labelled(tuple(value)), value.values(), strict=True))


def _labelled(words: tuple[str, ...]) -> list[str]:
    """Words of one enumeration, or codes of accounts, by their labels; as they are where no list has them all."""
    for table in _tables():
        if all(word in table for word in words):
            return [table[word] for word in words]
    return list(words)


@cache
def _tables() -> tuple[dict[str, str], ...]:
    """Every enumeration: value to its Chinese label."""
    labels = ({value: zh for value, (zh, _) in table.items()} for table in schemas.labels().values())
    return (*labels, {code: account["title"] for code, account in schemas.accounts().items()})


SPOKEN: dict[str, Callable[[Any], str]] = {
    "days": "{} 天".format,
    "working-days": "{} 个工作日".format,
    "months": "{} 个月".format,
    "years": "{} 年".format,
    "count": str,
    "share": _share,
    "money": lambda value: f"{amount(Decimal(value))} 元",
    "flag": lambda value: "有此要求" if value else "不作要求",
    "majority": _majority,
    "words": _words,
    "named": _named,
}
"""Type of a parameter to how its value is said."""
