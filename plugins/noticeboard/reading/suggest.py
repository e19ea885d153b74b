"""What a malformed value was probably meant to be."""

import datetime
import re
import unicodedata

from noticeboard import schemas

CALENDAR = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
SERIAL = re.compile(r"[34567][0-9]{4}")
SERIAL_ZERO = datetime.date(1899, 12, 30)
"""Spreadsheets count days from here; the five digits are days from 1982 to 2118."""
GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
IN_BRACKETS = re.compile(r"\((.+)\)")  # how accountants write what is negative
UNITS = re.compile(r"^¥|(?:元|%|户|人|票|度|吨|个|年|平方米|m2)$")  # NFKC makes ㎡ m2
DIGITS = {"money": 2}


def suggestion(scalar: str, text: str) -> str:
    """The canonical form of `text` as a `scalar`, or an empty text where it cannot be told."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    candidates = [plain, _date(plain), _time(plain), _number(scalar, plain), plain.lower()]
    pattern = schemas.scalars()[scalar].get("pattern", "")
    return next((one for one in candidates if one and one != text and re.fullmatch(pattern, one)), "")


def _date(plain: str) -> str:
    match = CALENDAR.fullmatch(plain)
    return "{}-{:0>2}-{:0>2}".format(*match.groups()) if match else day_of_serial(plain)


def day_of_serial(text: str) -> str:
    """The day that a spreadsheet's number stands for, or an empty text where it is none."""
    return str(SERIAL_ZERO + datetime.timedelta(days=int(text))) if SERIAL.fullmatch(text) else ""


def _time(plain: str) -> str:
    hour, colon, minute = plain.partition(":")
    return f"{hour:0>2}:{minute:0>2}" if colon else ""


def _number(scalar: str, plain: str) -> str:
    bare = UNITS.sub("", IN_BRACKETS.sub(r"-\1", plain))
    if GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    whole, _, rest = bare.partition(".")
    if not re.fullmatch(r"-?[0-9]+", whole) or not re.fullmatch(r"[0-9]*", rest):
        return ""
    wanted = DIGITS.get(scalar)
    if wanted is None:
        return bare
    return f"{whole}.{rest:0<{wanted}}" if len(rest) <= wanted else ""
