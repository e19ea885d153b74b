"""Short codes for paper: eight letters that stand for a record, or for the wall of a building.

They come from the id alone, so that a code can be printed before anything is
published and means the same for ever.
"""

import hashlib

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters that nobody confuses: no I, L, O, U."""
LETTERS = 8


def code(address: str) -> str:
    """The number of `<community>/<folder>/<stem>` in letters."""
    bits = number(address)
    return "".join([CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5)])


def number(address: str) -> int:
    """The first 40 bits of SHA-256; quicker to compare than codes."""
    return int.from_bytes(hashlib.sha256(address.encode()).digest()[:5], "big")


def of_building(community: str, building: str) -> str:
    """The code of the wall of one building."""
    return code(f"{community}/building/{building}")
