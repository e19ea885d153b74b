"""Bytes to text: UTF-8 only, no character that hides, reorders or breaks lines."""

import re
import unicodedata

from noticeboard.reading.fault import MOST_PER_FILE, Fault, fault

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; TAB is YAML's and CSV's to judge
    "\u00ad\u061c\u115f\u1160\u180e\u3164"  # soft hyphen, invisible fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # zero width, line breaks, bidirectional
    "\u2e80-\u2fdf"  # radicals that look like whole characters
    "\ue000-\uf8ff\ufffd\U000e0000-\U000e007f\U000f0000-\U0010ffff"  # private use, lost, tags
    "]"
)
COMBINING_RUN = re.compile("[\u0300-\u036f]{5,}")


def decode(content: bytes) -> tuple[str, list[Fault]]:
    """The text with line feeds only, and every fault in it; the text is empty where it cannot be read."""
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(content, error)]
    text = text.replace("\r\n", "\n")
    return text, _characters(text)


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Fault:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return fault("file-not-utf8", line, column, found=_guess(content))


def _guess(content: bytes) -> str:
    """What the file seems to be saved as."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK"


def _characters(text: str) -> list[Fault]:
    found = [_at(text, match, "character-forbidden") for match in FORBIDDEN.finditer(text)]
    found += [_at(text, match, "character-pile") for match in COMBINING_RUN.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        found += [_not_composed(number, line) for number, line in _lines_not_composed(text)]
    return sorted(found, key=lambda one: one[1:3])[:MOST_PER_FILE]


def _at(text: str, match: re.Match[str], rule: str) -> Fault:
    start = match.start()
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return fault(rule, line, column, character=f"U+{ord(match[0][0]):04X}")


def _lines_not_composed(text: str) -> list[tuple[int, str]]:
    lines = enumerate(text.split("\n"), start=1)
    return [(number, line) for number, line in lines if not unicodedata.is_normalized("NFC", line)]


def _not_composed(number: int, line: str) -> Fault:
    composed = unicodedata.normalize("NFC", line)
    column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
    return fault("text-not-composed", number, column + 1, found=line[column : column + 2])
