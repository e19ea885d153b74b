"""Values that law and communities fix, in words that residents understand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any

from noticeboard import schemas
from noticeboard.law.articles import in_english
from noticeboard.law.values import Majority
from noticeboard.site.wordings import amount

WHOLES = {"entitled": ("全体", "of all"), "took-part": ("参与表决", "of those taking part"), "": ("应达", "needed")}


def value_in_words(kind: str, value: Any, language: str = "zh") -> str:
    """A value of a type of parameter."""
    chinese, english = SPOKEN[kind]
    return chinese(value) if language == "zh" else english(value)


def _share(value: Fraction) -> str:
    """A percentage where it is a round one, otherwise the fraction."""
    percent = value * 100
    return f"{percent}%" if percent.denominator == 1 else str(value)


def _majority(value: Majority) -> str:
    units = _words(value.units)
    least = f"超过 {value.share}" if value.strict else f"{value.share} 以上"
    return f"{WHOLES[value.of][0]}{f'（{units}）' if units else ''}{least}"


def _majority_in_english(value: Majority) -> str:
    units = _words(value.units, 1)
    least = f"{'more than' if value.strict else 'at least'} {value.share}"
    return f"{least} {WHOLES[value.of][1]}{f' ({units})' if units else ''}"


def _words(value: tuple[str, ...], language: int = 0) -> str:
    return ("、", ", ")[language].join(_labelled(value, language))


def _named(value: dict[str, str]) -> str:
    return "；".join(f"{label}：{text}" for label, text in zip(_labelled(tuple(value)), value.values(), strict=True))


def _named_in_english(value: dict[str, str]) -> str:
    labels = _labelled(tuple(value), 1)
    return "; ".join(f"{label}: {in_english(text)}" for label, text in zip(labels, value.values(), strict=True))


def _labelled(words: tuple[str, ...], language: int = 0) -> list[str]:
    """Words of one enumeration, or codes of accounts, by their labels; as they are where no list has them all."""
    for table in _tables():
        if all(word in table for word in words):
            return [table[word][language] for word in words]
    return list(words)


@cache
def _tables() -> tuple[dict[str, tuple[str, str]], ...]:
    """Every enumeration: value to its Chinese and English labels."""
    accounts = {code: (account["title"], account["x-en"]) for code, account in schemas.accounts().items()}
    return (*schemas.labels().values(), accounts)


def _numbered(one: str, value: Any) -> str:
    return f"{value} {one}" if value == 1 else f"{value} {one}s"


def _in_yuan(word: str, value: Any) -> str:
    return f"{amount(Decimal(value))} {word}"


SPOKEN: dict[str, tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    "days": ("{} 天".format, partial(_numbered, "day")),
    "working-days": ("{} 个工作日".format, partial(_numbered, "working day")),
    "months": ("{} 个月".format, partial(_numbered, "month")),
    "years": ("{} 年".format, partial(_numbered, "year")),
    "count": (str, str),
    "share": (_share, _share),
    "money": (partial(_in_yuan, "元"), partial(_in_yuan, "yuan")),
    "flag": (lambda value: "有此要求" if value else "不作要求", lambda value: "required" if value else "not required"),
    "majority": (_majority, _majority_in_english),
    "words": (_words, partial(_words, language=1)),
    "named": (_named, _named_in_english),
}
"""Type of a parameter to how its value is said in Chinese and in English."""
