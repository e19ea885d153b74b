"""Bytes to text: UTF-8 only, no character that hides, reorders or breaks lines."""

import re
import unicodedata
from itertools import islice

from noticeboard.findings import visible
from noticeboard.reading.fault import MOST_PER_FILE, START, Fault, Place, fault

FORBIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; TAB is YAML's and CSV's to judge
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"  # soft hyphen, invisible fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero width, line breaks, bidirectional
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors, fitting ones excepted below
    "\u2e80-\u2fdf"  # radicals that look like whole characters
    "\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"  # private use, no characters, lost characters
    "\U000e0000-\U000e00ff\U000e01f0-\U0010ffff"  # tags, private use
)
SUSPECT = re.compile(f"[{FORBIDDEN}]")
EMOJI = "©®‼⁉™ℹ\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff〰〽㊗㊙\U0001f000-\U0001faff"
IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
FITTING = re.compile(
    f"(?<=[{EMOJI}])[\ufe0e\ufe0f]"  # this emoji, drawn as text or as picture
    "|(?<=[0-9#*])\ufe0f(?=\u20e3)"  # a keycap
    f"|(?<=[{EMOJI}\ufe0f])\u200d(?=[{EMOJI}])"  # two emoji joined into one
    "|(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]"  # a form of a Mongolian letter
    f"|(?<=[{IDEOGRAPH}])[\U000e0100-\U000e01ef]"  # a rare form of a character, as in surnames
)
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
PILE = re.compile(f"[{MARKS}]{{5,}}")
UNUSUAL = re.compile(f"[{FORBIDDEN}{MARKS}]")
"""Almost no text has any of these, so that one search settles it."""
LETTERS_BY_CHANCE = re.compile("[\u0250-\u07ff]")
CHINESE = re.compile("[\u3000-\U0010ffff]")
"""Short Chinese texts in GBK may happen to be UTF-8 too: letters of far scripts, and nothing Chinese."""

SIGNATURES = (
    (b"\xff\xfe", "UTF-16", "UTF-16"),
    (b"\xfe\xff", "UTF-16", "UTF-16"),
    (b"PK\x03\x04", "Excel 或 Word 文件", "an Excel or Word file"),
    (b"\xd0\xcf\x11\xe0", "旧版 Excel 或 Word 文件", "an old Excel or Word file"),
    (b"%PDF-", "PDF 文件", "a PDF file"),
)


def decode(content: bytes) -> tuple[str, list[Fault]]:
    """The text with line feeds only, and every fault in it; the text is empty where it cannot be read."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    for signature, chinese, english in (*SIGNATURES, *_wide(content)):
        if content.startswith(signature):
            return "", [fault("file-not-utf8", START, found_zh=chinese, found_en=english)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(content, error.start)]
    if (chance := LETTERS_BY_CHANCE.search(text)) and not CHINESE.search(text):
        return "", [_not_utf8(content, len(text[: chance.start()].encode()))]
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        return text, [fault("line-break-old", place(text, text.index("\r")))]
    return text, _characters(text)


def _wide(content: bytes) -> list[tuple[bytes, str, str]]:
    """UTF-16 without its mark: every other byte is mostly zero."""
    zeros = max(content[0::2].count(0), content[1::2].count(0))
    return [(b"", "UTF-16", "UTF-16")] if zeros > len(content) // 8 else []


def _not_utf8(content: bytes, start: int) -> Fault:
    """At the byte `start`, or at the first Chinese character of a file in GBK."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return _at_byte(content, start, "utf-8", found_zh="认不出的编码", found_en="an unknown encoding")
    if not CHINESE.search(content[:start].decode("utf-8")):
        start = next(index for index, byte in enumerate(content) if byte > 127)
    return _at_byte(content, start, "gb18030", found="GBK")


def _at_byte(content: bytes, start: int, encoding: str, **values: str) -> Fault:
    before = content[content.rfind(b"\n", 0, start) + 1 : start]
    line, column = content.count(b"\n", 0, start) + 1, len(before.decode(encoding, "replace")) + 1
    return fault("file-not-utf8", (line, column), **values)


def _characters(text: str) -> list[Fault]:
    if not UNUSUAL.search(text) and unicodedata.is_normalized("NFC", text):
        return []
    found = [_named(text, at, "character-forbidden") for at in forbidden(text)[:MOST_PER_FILE]]
    found += [_named(text, match.start(), "character-pile") for match in islice(PILE.finditer(text), MOST_PER_FILE)]
    if not unicodedata.is_normalized("NFC", text):
        found += _not_composed(text)
    return found[:MOST_PER_FILE]


def forbidden(text: str) -> list[int]:
    """Where in `text` a character stands that may not."""
    suspects = [match.start() for match in SUSPECT.finditer(text)]
    return [at for at in suspects if not FITTING.match(text, at)]


def _named(text: str, index: int, rule: str) -> Fault:
    return fault(rule, place(text, index), character=f"U+{ord(text[index]):04X}")


def _not_composed(text: str) -> list[Fault]:
    """One fault for each line that has decomposed characters, at the first of them."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            pairs = enumerate(zip(line, composed, strict=False))
            index = next((at for at, (is_, should) in pairs if is_ != should), len(composed) - 1)
            found.append(fault("text-not-composed", (number, index + 1), found=visible(line[index : index + 2])))
    return found


def place(text: str, index: int) -> Place:
    """Line and column of a character."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
