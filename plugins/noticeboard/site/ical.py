"""iCalendar as it is written (RFC 5545): components of lines, texts escaped, lines folded."""

import datetime
from collections.abc import Iterable, Iterator

MOST_BYTES = 75
"""Of a line; what is longer goes on in the next one, after a space."""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})

Line = tuple[str, str]
"""A property's name, with its parameters, and its value as it is written."""


def calendar(title: str, components: Iterable[bytes]) -> bytes:
    head = [("VERSION", "2.0"), ("PRODID", "-//Gongshilan//Notice board//ZH"), text("X-WR-CALNAME", title)]
    return b"".join([b"BEGIN:VCALENDAR\r\n", *map(_written, head), *components, b"END:VCALENDAR\r\n"])


def component(kind: str, lines: Iterable[Line]) -> bytes:
    """A VEVENT or VTODO, to be put into as many calendars as it concerns."""
    around = ("BEGIN", kind), ("END", kind)
    return b"".join([_written(around[0]), *map(_written, lines), _written(around[1])])


def text(name: str, value: str) -> Line:
    return name, value.translate(ESCAPED)


def moment(name: str, value: datetime.datetime | datetime.date) -> Line:
    """A moment in universal time, which needs no description of zones; or a day."""
    if isinstance(value, datetime.datetime):
        return name, f"{value.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    return f"{name};VALUE=DATE", f"{value:%Y%m%d}"


def _written(line: Line) -> bytes:
    content = f"{line[0]}:{line[1]}".encode()
    return b"\r\n ".join(_folded(content)) + b"\r\n" if len(content) > MOST_BYTES else content + b"\r\n"


def _folded(content: bytes) -> Iterator[bytes]:
    """In pieces that fit, none of which begins within a character."""
    start, room = 0, MOST_BYTES
    while len(content) - start > room:
        end = start + room
        while content[end] & 0xC0 == 0x80:
            end -= 1
        yield content[start:end]
        start, room = end, MOST_BYTES - 1
    yield content[start:]
