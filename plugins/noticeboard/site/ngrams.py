"""An index of every one- and two-character string in some texts, cut into small parts a browser loads one by one.

theme/static/js/search.js reads it; the classes of characters below must agree with
that file, and a table of cases in the tests holds both to it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import add
from typing import NamedTuple

from noticeboard.site.folding import fold

SHARD_BYTES = 24_000
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
COMMON = 4
"""Texts that share a line from which on the line is looked at once for all of them."""

# Letters, digits and ideographs as plain ranges: no two Unicode versions disagree on them,
# and planes 2 and 3 keep room for ideographs not yet assigned, which personal names need first.
WORDS = re.compile("[0-9a-z\u00c0-\u1fff\u3005-\u3007\u3021-\ud7ff\uf900-\ufaff\U00010000-\U0003ffff]+")
CODES = re.compile("[0-9a-z.]{3,}")


def grams(folded: str) -> set[str]:
    """Every character, every pair of neighbours, and in Latin letters and digits every three and four."""
    found: set[str] = set()
    for run in WORDS.findall(folded):
        found.update(run, map(add, run, run[1:]))
    for run in CODES.findall(folded):
        found.update([run[i : i + 3] for i in range(len(run) - 2)], [run[i : i + 4] for i in range(len(run) - 3)])
    return found


class Shard(NamedTuple):
    """`lines` are "gram postings", sorted as JavaScript compares, with a line feed before, between and after."""

    first: str
    lines: str


def shards(texts: Sequence[str]) -> Iterator[Shard]:
    """The index of `texts`: where each gram stands, as `Postings` writes it."""
    written = Postings(len(texts))
    found = _found(texts)
    return _cut((gram, written(found[gram])) for gram in sorted(found, key=_utf16))


def _found(texts: Sequence[str]) -> dict[str, list[int]]:
    """Gram to the numbers of its texts, ascending. A third of all lines are the same words on many pages."""
    lines = [set(text.split("\n")) for text in texts]
    common = {line for line, count in Counter(chain(*lines)).items() if count >= COMMON}
    shared: defaultdict[str, set[int]] = defaultdict(set)
    for line, numbers in _inverted(own & common for own in lines).items():
        for gram in grams(fold(line)):
            shared[gram].update(numbers)
    found = _inverted(grams(fold("\n".join(own - common))) for own in lines)
    return found | {gram: sorted(numbers.union(found.get(gram, ()))) for gram, numbers in shared.items()}


def _inverted(sets: Iterable[set[str]]) -> dict[str, list[int]]:
    """Member to the numbers of the sets that have it, ascending."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, members in enumerate(sets):
        for member in members:
            found[member].append(number)
    return found


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


class Postings:
    """Writes ascending numbers below `count`, each as its gap to the one before.

    A gap g is g - 1 in base 32, every digit but the last raised by 32.
    """

    def __init__(self, count: int) -> None:
        self._gaps = ["", *map(_base32, range(count))]

    def __call__(self, numbers: Iterable[int]) -> str:
        code, before, gaps = "", -1, self._gaps
        for number in numbers:  # most lists are short: joining a list would cost more
            code += gaps[number - before]
            before = number
        return code


def _base32(number: int) -> str:
    code = DIGITS[number % 32]
    while number := number // 32:
        code = DIGITS[32 + number % 32] + code
    return code
