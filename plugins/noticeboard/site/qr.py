"""QR codes for paper (ISO/IEC 18004): level Q, at most size 6, drawn by segno.

A site has thousands of them, which differ in their last eight letters, and
drawing one takes as long as a page. With size and mask fixed, a symbol is linear
in the bits of its text: error correction is a sum over GF(2^8), and the mask is
added to it. So segno draws one symbol, and once what each bit that varies
changes in it; every other symbol is a sum of these.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

import segno

from noticeboard.records.codes import LETTERS

LARGEST = 6
"""Of the sizes, the last whose modules can be told apart at 30 mm."""
MASK = 3
QUIET = 4
"""Modules of white that a scanner needs on every side."""
ALPHANUMERIC = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}


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


class Packing(NamedTuple):
    """How letters become bits, and bits letters; `step` letters are packed together."""

    mode: str
    step: int
    bits: Callable[[str], int]
    letters: Callable[[int, int], bytes]
    """Of a number of bits and of letters."""


class Symbols:
    """Symbols of texts that differ from `example` in their last letters; drawn as one number, row by row in bytes."""

    def __init__(self, example: str) -> None:
        self.packing = PAIRS if set(example) <= ALPHANUMERIC.keys() else BYTES
        self.version = _version(example, self.packing.mode)
        self.side = 17 + 4 * self.version
        self.stride = (self.side + 7) // 8
        fixed = len(example) - LETTERS
        self.start = fixed - fixed % self.packing.step
        self.length = len(example) - self.start
        self.bits = self.packing.bits(example[self.start :])
        self.drawn = self._draw(example.encode())
        self.blank = self._draw(self._letters(0))
        self.changes: dict[int, int] = {}

    def path(self, text: str) -> str:
        rows = self._symbol(text).to_bytes(self.stride * self.side, "big")
        lines = (rows[i : i + self.stride] for i in range(0, len(rows), self.stride))
        return "M0 .5" + f"m-{8 * self.stride} 1".join(["".join([STROKES[byte] for byte in line]) for line in lines])

    def _symbol(self, text: str) -> int:
        symbol, differing = self.drawn, self.packing.bits(text[self.start :]) ^ self.bits
        while differing:
            bit = differing & -differing
            if bit not in self.changes:
                self.changes[bit] = self._draw(self._letters(bit)) ^ self.blank
            symbol ^= self.changes[bit]
            differing ^= bit
        return symbol

    def _letters(self, bits: int) -> bytes:
        """A text as long as the example, of whose packed end only `bits` are set."""
        return self.packing.letters(0, self.start) + self.packing.letters(bits, self.length)

    def _draw(self, text: bytes) -> int:
        symbol = segno.make_qr(
            text, error="q", boost_error=False, version=self.version, mask=MASK, mode=self.packing.mode
        )
        rows = ["".join(map(str, row)).ljust(8 * self.stride, "0") for row in symbol.matrix]
        return int("".join(rows), 2)


def _version(example: str, mode: str) -> int:
    """The smallest size that holds a text."""
    version = int(segno.make_qr(example, error="q", boost_error=False, mode=mode).version)
    if version > LARGEST:
        raise ValueError(f"base_url is longer than a symbol of 30 mm can hold: {example}")
    return version


def _pair_bits(text: str) -> int:
    """Eleven bits for two letters, six for one that is left over."""
    bits, values = 0, [ALPHANUMERIC[letter] for letter in text]
    for one, other in zip(values[::2], values[1::2], strict=False):
        bits = bits << 11 | 45 * one + other
    return bits << 6 | values[-1] if len(values) % 2 else bits


def _pair_letters(bits: int, count: int) -> bytes:
    alphabet, text = "".join(ALPHANUMERIC), ""
    if count % 2:
        bits, text = bits >> 6, alphabet[bits & 63]
    for _ in range(count // 2):
        one, other = divmod(bits & 2047, 45)
        bits, text = bits >> 11, alphabet[one] + alphabet[other] + text
    return text.encode()


PAIRS = Packing("alphanumeric", 2, _pair_bits, _pair_letters)
BYTES = Packing(
    "byte", 1, lambda text: int.from_bytes(text.encode(), "big"), lambda bits, count: bits.to_bytes(count, "big")
)


def _strokes(byte: int) -> str:
    """Eight modules from left to right, as moves and strokes."""
    return "".join([f"h{run}" if dark else f"m{run} 0" for dark, run in _runs(f"{byte:08b}")])


def _runs(bits: str) -> Iterator[tuple[bool, int]]:
    while bits:
        run = len(bits) - len(bits.lstrip(bits[0]))
        yield bits[0] == "1", run
        bits = bits[run:]


STROKES = [_strokes(byte) for byte in range(256)]
