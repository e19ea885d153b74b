"""Values of law said in words, as laws say them, in Chinese and English."""

from fractions import Fraction
from typing import NamedTuple

from noticeboard.law.values import Majority

DIGITS = "零一二三四五六七八九十"
PARTS = {2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters"), 5: ("fifth", "fifths")}
COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}


class Spoken(NamedTuple):
    zh: str
    en: str


def share(value: Fraction) -> Spoken:
    """三分之二, two thirds; in digits where laws would not write it out."""
    top, bottom = value.numerator, value.denominator
    if bottom not in PARTS or top not in COUNTS:
        return Spoken(f"{value}", f"{value}")
    chinese = "半数" if value == Fraction(1, 2) else f"{DIGITS[bottom]}分之{DIGITS[top]}"
    return Spoken(chinese, f"{COUNTS[top]} {PARTS[bottom][top > 1]}" if bottom > 2 else "half")


def majority(value: Majority) -> Spoken:
    """过半数, 三分之二以上: "more than" and "at least" as Civil Code art. 1259 has them."""
    zh, en = share(value.share)
    if not value.strict:
        return Spoken(f"{zh}以上", f"at least {en}")
    return Spoken("过半数" if value.share == Fraction(1, 2) else f"超过{zh}", f"more than {en}")
