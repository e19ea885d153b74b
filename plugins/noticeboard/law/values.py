"""Values that law and communities fix: how each type is read from text, and which of two is stricter."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, NamedTuple

Raw = Any
"""What a profile holds: texts, lists and mappings of texts."""


class Majority(NamedTuple):
    """A share of a whole that is needed in each of `units`.

    `strict` is "more than" (过半数), otherwise "at least" (三分之二以上 includes the
    number itself, Civil Code art. 1259). `of` names the whole: `entitled`
    (all who may vote) or `took-part`.
    """

    share: Fraction
    strict: bool
    of: str
    units: tuple[str, ...]

    def met(self, part: Decimal, whole: Decimal) -> bool:
        """Exact: products are compared, never rounded shares; counts have 14 digits at most, and decimals carry 28."""
        have, needed = part * self.share.denominator, whole * self.share.numerator
        return have > needed if self.strict else have >= needed


WHOLES = ("entitled", "took-part")
SHORT_MAJORITY = re.compile(r"(>=?) ?([1-9][0-9]{0,2}/[1-9][0-9]{0,2})")


def _majority(raw: Raw) -> Majority:
    """As a profile writes it, or short as in by-laws: `>= 2/3`; whole and units are then those of the law."""
    if isinstance(raw, str):
        match = SHORT_MAJORITY.fullmatch(raw)
        if not match:
            raise ValueError(raw)
        return Majority(Fraction(match[2]), match[1] == ">", "", ())
    strict = "more_than" in raw
    if raw["of"] not in WHOLES:
        raise ValueError(raw)
    return Majority(Fraction(raw["more_than" if strict else "at_least"]), strict, raw["of"], tuple(raw["units"]))


def completed(value: Any, like: Any) -> Any:
    """A majority written short, of the whole and by the units of another; any other value as it is."""
    if not isinstance(value, Majority) or value.of:
        return value
    of, units = (like.of, like.units) if like else ("took-part", ("owners", "area"))
    return value._replace(of=of, units=units)


def _whole_number(raw: Raw) -> int:
    if not DIGITS.fullmatch(raw):
        raise ValueError(raw)
    return int(raw)


def _money(raw: Raw) -> Decimal:
    amount = Decimal(raw)
    if not amount.is_finite():
        raise ValueError(raw)
    return amount


def _words(raw: Raw) -> tuple[str, ...]:
    """As a profile lists them, or in one line with commas or spaces between, as in by-laws."""
    return tuple(raw.replace(",", " ").split() if isinstance(raw, str) else raw)


def _flag(raw: Raw) -> bool:
    return {"true": True, "false": False}[raw]


def _named(raw: Raw) -> dict[str, str]:
    return dict(raw)


DIGITS = re.compile(r"[0-9]{1,5}")

READERS: dict[str, Callable[[Raw], Any]] = {
    "days": _whole_number,
    "working-days": _whole_number,
    "months": _whole_number,
    "years": _whole_number,
    "count": _whole_number,
    "share": Fraction,
    "money": _money,
    "flag": _flag,
    "majority": _majority,
    "words": _words,
    "named": _named,
}
"""Type of a parameter to how its value is read."""


def read(kind: str, raw: Raw) -> Any:
    """A value of a type. Raises ValueError where the text is none."""
    try:
        return READERS[kind](raw)
    except (InvalidOperation, KeyError, TypeError, ZeroDivisionError) as error:
        raise ValueError(raw) from error


def stricter(direction: str, one: Any, other: Any) -> bool:
    """Whether `one` asks more than `other`; `direction` says whether `higher` or `lower` does. Never without one.

    Shares of different wholes cannot be compared.
    """
    if isinstance(one, Majority):
        if one.of != other.of:
            return False
        one, other = ((value.share, value.strict) for value in (one, other))
    return bool(one > other) if direction == "higher" else direction == "lower" and bool(one < other)
