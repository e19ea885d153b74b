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
        """Exact: whole numbers are compared, never rounded shares."""
        needed = Fraction(whole) * self.share
        return Fraction(part) > needed if self.strict else Fraction(part) >= needed


SHORT_MAJORITY = re.compile(r"(>=?) ?([1-9][0-9]{0,2}/[1-9][0-9]{0,2})")


def _majority(raw: Raw) -> Majority:
    """As a profile writes it, or short as in by-laws: `>= 2/3` of those taking part, by heads and by area."""
    if isinstance(raw, str):
        match = SHORT_MAJORITY.fullmatch(raw)
        if not match:
            raise ValueError(raw)
        return Majority(Fraction(match[2]), match[1] == ">", "took-part", ("owners", "area"))
    strict = "more_than" in raw
    return Majority(Fraction(raw["more_than" if strict else "at_least"]), strict, raw["of"], tuple(raw["units"]))


def _words(raw: Raw) -> tuple[str, ...]:
    """As a profile lists them, or in one line with commas or spaces between, as in by-laws."""
    return tuple(raw.replace(",", " ").split() if isinstance(raw, str) else raw)


def _flag(raw: Raw) -> bool:
    return {"true": True, "false": False}[raw]


def _named(raw: Raw) -> dict[str, str]:
    return dict(raw)


READERS: dict[str, Callable[[Raw], Any]] = {
    "days": int,
    "working-days": int,
    "months": int,
    "years": int,
    "count": int,
    "share": Fraction,
    "money": Decimal,
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


STRICTNESS: dict[str, Callable[[Any], Any]] = {"majority": lambda value: (value.share, value.strict)}
"""What of a value is compared, where it is not the value itself."""


def stricter(kind: str, direction: str, one: Any, other: Any) -> bool:
    """Whether `one` asks more than `other`; `direction` says whether `higher` or `lower` does. Never without one."""
    measure = STRICTNESS.get(kind, lambda value: value)
    if direction == "higher":
        return bool(measure(one) > measure(other))
    return direction == "lower" and bool(measure(one) < measure(other))
