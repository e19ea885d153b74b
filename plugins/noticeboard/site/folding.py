"""Text as the search compares it: one form for width, case, dashes, and traditional and simplified characters.

theme/static/js/search.js does the same; a table of cases in the tests holds both to it.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
SEPARATOR = re.compile("(?<=[0-9]),(?=[0-9])")
DASHES = re.compile("[\u2010-\u2015\u2212]")


def _traditional() -> dict[str, str]:
    lines = (HERE / "traditional.txt").read_text(encoding="utf-8").splitlines()
    return dict(zip(*(line for line in lines if not line.startswith("#")), strict=True))


TRADITIONAL = _traditional()
"""Traditional character to the simplified one that it is searched as."""

_KEPT = "\0-@[-\x7f\u3001\u3002\u4e00-\u9fff"
_TRADITIONAL = re.compile(f"[{''.join(TRADITIONAL)}]")
_CHANGES = re.compile(f"[^{_KEPT}]|{_TRADITIONAL.pattern}")


@cache
def _folded(character: str) -> str:
    folded = DASHES.sub("-", unicodedata.normalize("NFKC", character).lower())
    return "".join(TRADITIONAL.get(one, one) for one in folded)


def fold(text: str) -> str:
    """`text` (NFC) as it is compared, without separators inside numbers."""
    return SEPARATOR.sub("", _CHANGES.sub(lambda match: _folded(match[0]), text))


def folds(text: str) -> str:
    """The traditional characters of a text, each followed by its simplified one: all that a reader of it must know."""
    return "".join(f"{one}{TRADITIONAL[one]}" for one in sorted(set(_TRADITIONAL.findall(text))))


def pairs() -> str:
    """All of them, as `folds` writes them."""
    return "".join(f"{one}{simplified}" for one, simplified in TRADITIONAL.items())
