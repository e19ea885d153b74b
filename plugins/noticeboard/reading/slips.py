"""Slips of the keyboard: what clerks get wrong most, found line by line.

libyaml stops at the first thing that it cannot read, and mostly complains a
line too late. Here every line is looked at on its own, the usual slips are
named, and the text is mended in memory, so that the reading can go on and
report whatever else is wrong in the file. A mended text is never published.
"""

import re
from typing import NamedTuple

from noticeboard.reading.fault import Fault, fault

FIELD = "[a-z_]+"
OPTION = r"[^\s\d:：'\"#&*!\[\]{}|>%@`-][^:：'\"#]*?"
NUMBER = r"[0-9]+(?:\.[0-9]+)?"

BEGIN = re.compile(r"([ \t\u00a0\u3000]*)((?:-[ \u00a0\u3000]+)*)")
DASH_TIGHT = re.compile(r"-(?=[^\s0-9-])")
KEY = re.compile(rf"{FIELD}[:：]|{OPTION}:(?=\s|$|{NUMBER}\s*$)|{OPTION}：(?=\s*{NUMBER}\s*$)")
GAP = re.compile(r"[ \u00a0\u3000]*")
BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
CLOSED_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
COMMENT = re.compile(r"(?:^|\s)#.*$")
MOST_PER_LINE = 4
COLON_INSIDE = re.compile(r":(?=\s|$)")
SPECIAL = "*&!%@`"
ODD_SPACES = {"\u00a0": " ", "\u3000": "  ", "\t": "  "}


class _Slip(NamedTuple):
    """`rule` at `column` (from 1), and the line as it should have been."""

    rule: str
    column: int
    line: str


def mend(text: str) -> tuple[str, list[Fault]]:
    """`text` with its slips mended line by line, and a fault for each."""
    lines = text.split("\n")
    found: list[Fault] = []
    block = -1  # the column of the key whose block text this is; -1 outside
    for index, line in enumerate(lines):
        if block >= 0 and (not line.strip() or len(line) - len(line.lstrip(" ")) > block):
            continue
        for _ in range(MOST_PER_LINE):
            if not (slip := _slip(lines[index])):
                break
            found.append(fault(slip.rule, (index + 1, slip.column)))
            lines[index] = slip.line
        block = _opens_block(lines[index])
    return "\n".join(lines), found


def _slip(line: str) -> _Slip | None:
    """The first slip of a line; None where there is none (left)."""
    if not line.strip() or line.lstrip().startswith("#") or line.startswith(("---", "...", "%")):
        return None
    begin = BEGIN.match(line)
    start = begin.end() if begin else 0
    key = KEY.match(line, start)
    return (
        _odd_space(line, start)
        or _tight_dash(line, start)
        or (_colon(line, key) if key else None)
        or _value(line, GAP.match(line, key.end()).end() if key else start, bool(key))  # type: ignore[union-attr]
    )


def _odd_space(line: str, end: int) -> _Slip | None:
    for index, character in enumerate(line[:end]):
        if character in ODD_SPACES:
            rule = "yaml-tab" if character == "\t" else "yaml-odd-space"
            mended = "".join(ODD_SPACES.get(one, one) for one in line[:end])
            return _Slip(rule, index + 1, mended + line[end:])
    return None


def _tight_dash(line: str, start: int) -> _Slip | None:
    if DASH_TIGHT.match(line, start):
        return _Slip("yaml-space-after-dash", start + 1, f"{line[:start]}- {line[start + 1 :]}")
    return None


def _colon(line: str, key: re.Match[str]) -> _Slip | None:
    """A key whose colon is full-width, has no space after it, or an odd one."""
    end = key.end()
    colon = line[end - 1]
    rest = line[end:]
    mended = f"{line[: end - 1]}: {rest.lstrip()}"
    if colon == "：":
        return _Slip("yaml-full-width-colon", end, mended)
    if rest and not rest[0].isspace() and not rest.startswith("//"):
        return _Slip("yaml-space-after-colon", end, mended)
    gap = GAP.match(rest)
    if gap and gap[0].strip(" "):
        return _Slip("yaml-odd-space", end + 1, mended)
    return None


def _value(line: str, start: int, keyed: bool) -> _Slip | None:
    """A value that YAML reads as something else than its text."""
    if line[start : start + 1] in ("'", '"'):
        return _quotes(line, start)
    value = COMMENT.sub("", line[start:]).rstrip()
    if not value or BLOCK.match(value):
        return None
    quote = _quote(line, start, value)
    if value[0] in SPECIAL or value[0] in "|>" or (value.startswith(("- ", "? ")) and keyed):
        return _Slip("yaml-quotes-needed", start + 1, quote)
    if (value[0], value[-1]) in (("[", "]"), ("{", "}")):
        return None
    if value[0] in "[{":
        return _Slip("yaml-quotes-needed", start + 1, quote)
    colon = COLON_INSIDE.search(value)
    return _Slip("yaml-quotes-needed", start + colon.start() + 1, quote) if colon and keyed else None


def _quote(line: str, start: int, value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{line[:start]}"{escaped}"'


def _quotes(line: str, start: int) -> _Slip | None:
    """A value in quotes that do not close, or close before its end."""
    closed = CLOSED_QUOTE.match(line, start)
    if not closed:
        return _Slip("yaml-quote-open", start + 1, _quote(line, start, line[start + 1 :]))
    rest = line[closed.end() :]
    if not COMMENT.sub("", rest).strip() or rest.startswith(":"):
        return None
    return _Slip("yaml-text-after-quote", closed.end() + 1, _quote(line, start, line[start:]))


def _opens_block(line: str) -> int:
    """The column of the key (or dash) whose value is a block text that follows; -1 if none does."""
    begin = BEGIN.match(line)
    start = begin.end() if begin else 0
    key = KEY.match(line, start)
    value = line[key.end() :].lstrip(" ") if key else line[start:]
    if not BLOCK.match(value):
        return -1
    return start if key else max(start - 2, 0)
