"""An index of every one- and two-character string in some texts, cut into small parts a browser loads one by one.

theme/static/js/search.js reads it; `normalise` and the classes of characters
below must agree with that file, and a table of cases in the tests holds both to it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from typing import NamedTuple

SHARD_BYTES = 24_000
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

# Letters, digits and ideographs as plain ranges: no two Unicode versions disagree on them,
# and planes 2 and 3 keep room for ideographs not yet assigned, which personal names need first.
WORDS = re.compile("[0-9a-z\u00c0-\u1fff\u3005-\u3007\u3021-\ud7ff\uf900-\ufaff\U00010000-\U0003ffff]+")
CODES = re.compile("[0-9a-z.]{3,}")
SEPARATOR = re.compile("(?<=[0-9]),(?=[0-9])")
DASHES = re.compile("[\u2010-\u2015\u2212]")


class _Folded(dict[int, str]):
    """Code point to what it is searched as. Folding of traditional forms will join here and in `foldCharacter`."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = DASHES.sub("-", unicodedata.normalize("NFKC", chr(code)).lower())
        return folded


_FOLDED = _Folded()


def normalise(text: str) -> str:
    """`text` (NFC) as it is compared: widths, cases and dashes alike, no separators inside numbers."""
    return SEPARATOR.sub("", text.translate(_FOLDED))


def grams(normalised: str) -> set[str]:
    """Every character, every pair of neighbours, and in Latin letters and digits every three and four."""
    found: set[str] = set()
    for run in WORDS.findall(normalised):
        found.update(run)
        found.update(map(add, run, run[1:]))
    for run in CODES.findall(normalised):
        found.update(run[i : i + 3] for i in range(len(run) - 2))
        found.update(run[i : i + 4] for i in range(len(run) - 3))
    return found


class Shard(NamedTuple):
    """`lines` are "gram postings", sorted as JavaScript compares, with a line feed before, between and after."""

    first: str
    lines: str


def shards(texts: Sequence[str]) -> Iterator[Shard]:
    """The index of `texts`. Postings are ascending numbers of texts, from 0 on, each as its gap to the one before."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for gram in grams(normalise(text)):
            found[gram].append(number)
    gaps = _gap_codes(len(texts))
    lines = ((gram, _encode(found[gram], gaps)) for gram in sorted(found, key=_utf16))
    return _cut(lines)


def _utf16(gram: str) -> bytes:
    return gram.encode("utf-16-be")


def _cut(lines: Iterable[tuple[str, str]]) -> Iterator[Shard]:
    part: list[str] = []
    first, size = "", 0
    for gram, code in lines:
        if size >= SHARD_BYTES:
            yield Shard(first, "\n".join(["", *part, ""]))
            part, size = [], 0
        first = first if part else gram
        part.append(f"{gram} {code}")
        size += 3 * len(gram) + len(code) + 2
    if part:
        yield Shard(first, "\n".join(["", *part, ""]))


def _encode(numbers: Iterable[int], gaps: Sequence[str]) -> str:
    code, before = "", -1
    for number in numbers:  # most lists are short: joining a list would cost more
        code += gaps[number - before]
        before = number
    return code


def _gap_codes(count: int) -> list[str]:
    """Index g: the code of a gap of g, which is g - 1 in base 32, every digit but the last raised by 32."""
    return ["", *(_base32(gap) for gap in range(count))]


def _base32(number: int) -> str:
    code = DIGITS[number % 32]
    while number := number // 32:
        code = DIGITS[32 + number % 32] + code
    return code
