"""What a picture tells besides what it shows: place, camera, owner; found and taken out without touching the picture.

Sources: JPEG (ITU-T T.81, annex B), Exif 2.3, PNG (ISO/IEC 15948).
"""

import struct
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers without a length."""
FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
SCAN, END = 0xDA, 0xD9
MOST_PIECES = 10_000
"""A picture with more of them is none; eight megabytes of a camera have a hundred."""
JFIF, COLOUR, ADOBE = 0xE0, 0xE2, 0xEE
"""Segments that the picture needs to look right; all other application segments and comments tell tales."""
TALES = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}


class UnreadableError(Exception):
    """The file is not what its ending says, or is cut off."""


class Piece(NamedTuple):
    """A part of the file as it stands; `tells` is whether it says more than the picture."""

    content: bytes
    tells: bool


class Picture(NamedTuple):
    """`width` and `height` in pixels."""

    width: int
    height: int
    pieces: list[Piece]

    @property
    def tells(self) -> bool:
        """Whether anything but the picture is in it."""
        return any(piece.tells for piece in self.pieces)

    @property
    def bare(self) -> bytes:
        """The same picture, and nothing else."""
        return b"".join(piece.content for piece in self.pieces if not piece.tells)


def read(content: bytes) -> Picture:
    """A JPEG or PNG file. Raises UnreadableError."""
    try:
        if content.startswith(JPEG):
            pieces = _few(_segments(content))
            return Picture(*_jpeg_size(pieces), pieces)
        if content.startswith(PNG):
            pieces = _few(_chunks(content))
            return Picture(*_png_size(pieces), pieces)
    except (struct.error, IndexError) as error:
        raise UnreadableError from error
    raise UnreadableError


def _few(pieces: Iterator[Piece]) -> list[Piece]:
    found = list(islice(pieces, MOST_PIECES + 1))
    if len(found) > MOST_PIECES:
        raise UnreadableError
    return found


def _segments(content: bytes) -> Iterator[Piece]:
    """Start, segments, and the scans with all that follows as one piece."""
    yield Piece(content[:2], tells=False)
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker in ALONE:
            end = at + 2
        else:
            (length,) = struct.unpack_from(">H", content, at + 2)
            end = at + 2 + length
        if marker == SCAN:
            yield from _scans(content, at)
            return
        yield Piece(content[at:end], tells=_tells(marker, content[at + 4 : at + 10]))
        at = end
    raise UnreadableError


def _scans(content: bytes, at: int) -> Iterator[Piece]:
    """The picture itself, and what is hung behind it."""
    end = content.rfind(bytes([0xFF, END]), at)
    if end < 0:
        raise UnreadableError
    yield Piece(content[at : end + 2], tells=False)
    if content[end + 2 :]:
        yield Piece(content[end + 2 :], tells=True)


def _tells(marker: int, beginning: bytes) -> bool:
    if marker == 0xFE:
        return True
    needed = marker in (JFIF, ADOBE) or (marker == COLOUR and beginning.startswith(b"ICC"))
    return 0xE0 <= marker <= 0xEF and not needed


def _jpeg_size(pieces: list[Piece]) -> tuple[int, int]:
    for content, _ in pieces:
        if content[0] == 0xFF and content[1] in FRAMES:
            height, width = struct.unpack_from(">HH", content, 5)
            return width, height
    raise UnreadableError


def _chunks(content: bytes) -> Iterator[Piece]:
    yield Piece(content[:8], tells=False)
    at = 8
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise UnreadableError
        yield Piece(content[at:end], tells=kind in TALES)
        at = end
        if kind == b"IEND":
            break
    if content[at:]:
        yield Piece(content[at:], tells=True)


def _png_size(pieces: list[Piece]) -> tuple[int, int]:
    if len(pieces) < 2 or pieces[1].content[4:8] != b"IHDR":
        raise UnreadableError
    width, height = struct.unpack_from(">II", pieces[1].content, 8)
    return width, height
