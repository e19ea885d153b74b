"""Personal data in any text: where, what, and how it would read if it were masked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.privacy.detectors import DETECTORS, PROVINCES

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""What a Chinese keyboard makes of ASCII; each stays one character, so that places stay."""

DIGIT = "[0-9０-９]"
SUSPECTS = tuple(
    map(
        re.compile,
        (
            rf"{DIGIT}(?<!{DIGIT}.)(?<!{DIGIT}[- ].)(?:[- ]?{DIGIT}){{8}}",  # tried once for each row of digits
            rf"[楼栋幢座号元]\s?{DIGIT}{{3}}",
            rf"[{PROVINCES}][A-HJ-NP-ZＡ-Ｚ]",
            r"微信号?\s?[:：]",
        ),
    )
)
"""What every find holds: most lines end here. One search each is faster than one for all."""
RARE = (
    (("wechat", "vx", "qq"), re.compile(r"[Ww]e[Cc]hat|[Vv][Xx]\s?[:：]|[Qq][Qq]号?\s?[:：]")),
    (("@", "＠"), re.compile("[@＠]")),
    (("小朋友", "同学"), re.compile("小朋友|同学")),
)
"""Almost no text has one of the words, and that is known at once; then the pattern finds where."""


class Found(NamedTuple):
    """`start` and `end` are places in the text, `masked` may be told and published."""

    kind: str
    start: int
    end: int
    masked: str


def scan(text: str) -> list[Found]:
    """All personal data in `text`, in order; none runs over the end of a line."""
    found: list[Found] = []
    after = 0
    for suspect in suspects(text):
        if suspect >= after:
            start = text.rfind("\n", 0, suspect) + 1
            after = text.find("\n", start) + 1 or len(text) + 1
            found += _in_line(text[start : after - 1], start)
    return found


def suspects(text: str) -> list[int]:
    """Where something stands that is worth a closer look, in order."""
    lowered = text.lower()
    rare = (pattern for words, pattern in RARE if any(word in lowered for word in words))
    patterns = (*SUSPECTS, *rare)
    return sorted(match.start() for pattern in patterns for match in pattern.finditer(text))


def mask(text: str) -> str:
    """`text` with every find masked."""
    for one in reversed(scan(text)):
        text = text[: one.start] + one.masked + text[one.end :]
    return text


def _in_line(line: str, at: int) -> list[Found]:
    return sorted(_finds(line.translate(FULL_WIDTH), at), key=lambda one: one.start)


def _finds(plain: str, at: int) -> Iterator[Found]:
    for detector in DETECTORS:
        matches = [match for match in detector.pattern.finditer(plain) if detector.sure(match)]
        for match in matches:
            yield Found(detector.kind, at + match.start(), at + match.end(), detector.masked(match[0]))
        plain = _blanked(plain, matches)


def _blanked(plain: str, matches: list[re.Match[str]]) -> str:
    """So that no detector sees what another has found; a blank ends words and numbers alike."""
    parts, end = [], 0
    for match in matches:
        parts += [plain[end : match.start()], "\0" * (match.end() - match.start())]
        end = match.end()
    return "".join([*parts, plain[end:]])
