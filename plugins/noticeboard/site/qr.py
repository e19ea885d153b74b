"""QR codes for paper (ISO/IEC 18004): level Q, sizes 1 to 6, one fixed mask.

A site has thousands of them, which differ in their last eight letters. With size
and mask fixed, a symbol is linear in its bits: error correction is a sum over
GF(2^8), and the mask is added to it. So one symbol is drawn, and what each
varying bit changes in it, once; every other symbol is a sum of these, in some
25 microseconds, where a general library takes as long as a whole page. The
tests hold every symbol to that of such a library, segno.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from urllib.parse import urlsplit

from noticeboard.records.codes import LETTERS

ALPHANUMERIC = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
"""The letters of a small alphabet; two of them take 11 bits."""
BLOCKS = {
    1: ([13], 13), 2: ([22], 22), 3: ([17, 17], 18), 4: ([24, 24], 26), 5: ([15, 15, 16, 16], 18), 6: ([19] * 4, 24),
}  # fmt: skip
"""Size to the data bytes of each block, and how many bytes correct it (level Q)."""
FORMAT = 0b011101000000110
"""Level Q and mask 3 (the sum of row and column is a multiple of 3), with their own correction."""
QUIET = 4
"""Modules of white that a scanner needs on every side."""

Place = tuple[int, int]
"""Row and column."""


class Addresses:
    """The portal's short addresses, `HTTPS://HOST/R/<CODE>`, in letters and as symbols.

    Scheme and host are written in capitals, which take less room; a path keeps its letters, for these matter.
    """

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        self.prefix = f"{parts.scheme}://{parts.netloc}".upper() + f"{parts.path}R/"

    def __call__(self, code: str) -> str:
        return self.prefix + code

    @property
    def side(self) -> int:
        """Modules of one side, white margin included."""
        return self._symbols.side + 2 * QUIET

    def path(self, code: str) -> str:
        """The symbol of one code, as the `d` of an SVG path to be stroked one module wide."""
        return self._symbols.path(self.prefix + code)

    @cached_property
    def _symbols(self) -> "Symbols":
        return Symbols(self.prefix + "0" * LETTERS)


class Symbols:
    """Symbols of texts as long as `example` and in its alphabet; drawn as one number, row by row in whole bytes."""

    def __init__(self, example: str) -> None:
        self.compact = set(example) <= ALPHANUMERIC.keys()
        sizes = [version for version in BLOCKS if self._fits(example, version)]
        if not sizes:
            raise ValueError(f"base_url is longer than a symbol of 30 mm can hold: {example}")
        self.version = sizes[0]
        self.side = 17 + 4 * self.version
        self.stride = (self.side + 7) // 8
        self.places, self.fixed = _ground(self.side)
        self.bits = self._bits(example)
        self.drawn = self._draw(self.bits)
        self.changes: dict[int, int] = {}

    def path(self, text: str) -> str:
        rows = self._symbol(text).to_bytes(self.stride * self.side, "big")
        lines = (rows[i : i + self.stride] for i in range(0, len(rows), self.stride))
        return "M0 .5" + f"m-{8 * self.stride} 1".join(["".join([STROKES[byte] for byte in line]) for line in lines])

    def _symbol(self, text: str) -> int:
        symbol, differing = self.drawn, self._bits(text) ^ self.bits
        while differing:
            bit = differing & -differing
            if bit not in self.changes:
                self.changes[bit] = self._draw(self.bits ^ bit) ^ self.drawn
            symbol ^= self.changes[bit]
            differing ^= bit
        return symbol

    def _fits(self, text: str, version: int) -> bool:
        return len(self._message(text)) <= 8 * sum(BLOCKS[version][0])

    def _message(self, text: str) -> str:
        """Mode, length and letters, in binary digits."""
        if not self.compact:
            return f"0100{len(text):08b}" + "".join([f"{ord(letter):08b}" for letter in text])
        values = [ALPHANUMERIC[letter] for letter in text]
        pairs = [f"{45 * one + other:011b}" for one, other in zip(values[::2], values[1::2], strict=False)]
        return f"0010{len(text):09b}" + "".join(pairs) + (f"{values[-1]:06b}" if len(values) % 2 else "")

    def _bits(self, text: str) -> int:
        """All data bytes as one number: the message, its end, and what fills the rest."""
        room = 8 * sum(BLOCKS[self.version][0])
        message = self._message(text)
        message += "0" * min(4, room - len(message))
        message += "0" * (-len(message) % 8)
        return int((message + "1110110000010001" * (room // 16 + 1))[:room], 2)

    def _draw(self, bits: int) -> int:
        lengths, correcting = BLOCKS[self.version]
        data = bits.to_bytes(sum(lengths), "big")
        starts = [sum(lengths[:i]) for i in range(len(lengths))]
        blocks = [data[start : start + length] for start, length in zip(starts, lengths, strict=True)]
        stream = _interleaved(blocks) + _interleaved([_correction(block, correcting) for block in blocks])
        dark = set(self.fixed)
        digits = "".join([f"{byte:08b}" for byte in stream]).ljust(len(self.places), "0")
        for (row, column), digit in zip(self.places, digits, strict=True):
            if (digit == "1") != ((row + column) % 3 == 0):
                dark.add((row, column))
        width = 8 * self.stride
        return sum(1 << (self.side * width - 1 - row * width - column) for row, column in dark)


def _interleaved(blocks: Sequence[bytes]) -> bytes:
    """The first byte of every block, then the second; longer blocks come to an end alone."""
    return bytes(block[i] for i in range(max(map(len, blocks))) for block in blocks if i < len(block))


def _correction(block: bytes, length: int) -> bytes:
    """The remainder of the block by the generator of Reed and Solomon."""
    remainder = bytearray(length)
    for byte in block:
        factor = byte ^ remainder[0]
        moved = [*remainder[1:], 0]
        remainder = bytearray(one ^ _times(factor, term) for one, term in zip(moved, _generator(length), strict=True))
    return bytes(remainder)


@cache
def _generator(length: int) -> bytes:
    """The product of (x - 2^i), without its leading 1."""
    terms = [1]
    root = 1
    for _ in range(length):
        moved = [*terms, 0]
        terms = [one ^ _times(root, other) for one, other in zip(moved, [0, *terms], strict=True)]
        root = _times(root, 2)
    return bytes(terms[1:])


def _times(one: int, other: int) -> int:
    """The product in GF(2^8) by x^8 + x^4 + x^3 + x^2 + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return product


def _ground(side: int) -> tuple[list[Place], set[Place]]:
    """Where data go, in their order; and what is dark in every symbol."""
    taken: dict[Place, bool] = {}
    for i in range(side):
        taken[6, i] = taken[i, 6] = i % 2 == 0
    for row, column in ((3, 3), (3, side - 4), (side - 4, 3)):
        taken |= _square(row, column, 4, (0, 1, 3), side)
    if side > 21:
        taken |= _square(side - 7, side - 7, 2, (0, 2), side)
    taken |= _format(side)
    places = [place for place in _zigzag(side) if place not in taken]
    return places, {place for place, dark in taken.items() if dark}


def _square(row: int, column: int, reach: int, dark: Sequence[int], side: int) -> dict[Place, bool]:
    """Rings around a middle; `dark` are the distances of the dark ones."""
    around = range(-reach, reach + 1)
    return {
        (row + y, column + x): max(abs(y), abs(x)) in dark
        for y in around
        for x in around
        if 0 <= row + y < side and 0 <= column + x < side
    }


def _format(side: int) -> dict[Place, bool]:
    """The format, twice: around the first corner, and shared between the two others."""
    first = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8)]
    first += [(row, 8) for row in range(5, -1, -1)]
    second = [(side - 1 - i, 8) for i in range(7)] + [(8, side - 8 + i) for i in range(8)]
    bits = [FORMAT >> shift & 1 == 1 for shift in range(14, -1, -1)]
    found = dict(zip(first, bits, strict=True)) | dict(zip(second, bits, strict=True))
    return found | {(side - 8, 8): True}


def _zigzag(side: int) -> Iterator[Place]:
    """Two columns at a time from the right, up and down in turn, leaving out the upright line of dots."""
    upward = True
    for right in [*range(side - 1, 6, -2), 5, 3, 1]:
        for row in range(side - 1, -1, -1) if upward else range(side):
            yield from ((row, right), (row, right - 1))
        upward = not upward


def _strokes(byte: int) -> str:
    """Eight modules from left to right, as moves and strokes."""
    return "".join([f"h{run}" if dark else f"m{run} 0" for dark, run in _runs(f"{byte:08b}")])


def _runs(bits: str) -> Iterator[tuple[bool, int]]:
    while bits:
        run = len(bits) - len(bits.lstrip(bits[0]))
        yield bits[0] == "1", run
        bits = bits[run:]


STROKES = [_strokes(byte) for byte in range(256)]
