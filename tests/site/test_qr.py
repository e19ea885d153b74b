"""Symbols added up from their changes are those that segno draws."""

import hashlib
import re

import pytest
import segno

from noticeboard.records.codes import code
from noticeboard.site.qr import QUIET, Addresses

PORTALS = {
    "even": "https://board.example.org/",
    "odd": "https://boards.example.org/",
    "long": "https://transparency-of-residential-communities.board.example.org/",
    "with a path": "https://board.example.org/portal/",
}


def modules(path: str, side: int) -> list[list[int]]:
    """What is stroked, row by row."""
    found = [[0] * side for _ in range(side)]
    x = y = 0
    assert path.startswith("M0 .5")
    for dark, run, dx, dy in re.findall(r"(h)(\d+)|m(-?\d+) (\d+)", path):
        if dark:
            found[y][x : x + int(run)] = [1] * int(run)
            x += int(run)
        else:
            x, y = x + int(dx), y + int(dy)
    return found


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_symbols_are_those_of_segno(portal: str) -> None:
    addresses = Addresses(portal)
    side = addresses.side - 2 * QUIET
    for number in range(50):
        letters = code(f"elm/notices/{number}")
        drawn = segno.make_qr(addresses(letters), error="q", boost_error=False, version=(side - 17) // 4, mask=3)
        assert modules(addresses.path(letters), side) == [list(row) for row in drawn.matrix]


def test_a_symbol_never_changes() -> None:
    """What hangs on walls must be what the site shows; this one was scanned."""
    path = Addresses(PORTALS["even"]).path("7XK2M9QA")
    assert hashlib.sha256(path.encode()).hexdigest()[:16] == "790d2c80494444bd"


def test_an_address_too_long_for_paper_is_told() -> None:
    with pytest.raises(ValueError, match="longer"):
        Addresses(f"https://{'a' * 90}.example.org/").path("7XK2M9QA")
