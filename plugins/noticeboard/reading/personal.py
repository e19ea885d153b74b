"""Personal data in a file, comments and file names included: git would keep it for ever.

Sources: Personal Information Protection Law arts. 6, 25, 28.
"""

from collections.abc import Set as AbstractSet

from noticeboard.findings import visible
from noticeboard.privacy.detectors import compact
from noticeboard.privacy.scan import FULL_WIDTH, Found, scan, suspects
from noticeboard.reading.fault import MOST_PER_FILE, START, Fault, Place, fault
from noticeboard.reading.text import place

FAULT_OF = {
    "identity-number": "personal-identity-number",
    "bank-card-number": "personal-bank-card",
    "account-number": "bank-account-number",
    "mobile-number": "personal-mobile-number",
    "car-plate": "personal-car-plate",
    "room-of-a-person": "personal-room",
    "social-account": "personal-social-account",
    "private-mail": "personal-mail",
    "minor": "personal-minor",
}


def may_be_in(text: str) -> bool:
    """Whether `text` is worth a closer look."""
    return bool(suspects(text))


def found(text: str, public_phones: AbstractSet[str]) -> list[Found]:
    """Personal data in `text`; mobiles that are an organisation's line (digits only) are none."""
    return [
        one
        for one in scan(text)
        if one.kind != "mobile-number" or _digits(text[one.start : one.end]) not in public_phones
    ]


def faults(text: str, public_phones: AbstractSet[str]) -> list[Fault]:
    """One fault for each find, as far as they help anybody."""
    finds = found(text, public_phones)[:MOST_PER_FILE]
    return [_fault(one, place(text, one.start)) for one in finds]


def in_name(path: str) -> list[Fault]:
    """The same for a file's name."""
    return [_fault(one, START) for one in scan(path)]


def _fault(one: Found, at: Place) -> Fault:
    return fault(FAULT_OF[one.kind], at, masked=visible(one.masked))


def _digits(found: str) -> str:
    return compact(found.translate(FULL_WIDTH)).removeprefix("+").removeprefix("86")
