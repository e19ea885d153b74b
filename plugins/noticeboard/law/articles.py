"""Articles as laws number them, 第二百七十八条第一款, and how English cites them: art. 278 para. 1."""

import re

import msgspec

from noticeboard.findings import Basis

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMBER = "[零一二三四五六七八九十百千0-9]+"
PARTS = {"条": "art.", "款": "para.", "项": "item", "部分": "part", "章": "chapter"}
CITED = re.compile(f"第({NUMBER})({'|'.join(PARTS)})|（({NUMBER})）")


def number(text: str) -> int:
    """二百七十八 as 278; figures as they are."""
    if text.isdecimal() and text.isascii():
        return int(text)
    whole, digit = 0, 0
    for character in text:
        if character in UNITS:
            whole += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS[character]
    return whole + digit


def in_english(article: str) -> str:
    """What is cited, as English cites it; what is no number stays as it is."""
    return CITED.sub(_piece, article).replace("、", " and").strip()


def _piece(cited: re.Match[str]) -> str:
    if cited[3]:
        return f" ({number(cited[3])})"
    return f" {PARTS[cited[2]]} {number(cited[1])}"


def extended(basis: Basis, item: str) -> Basis:
    """The basis of one item of an article."""
    return msgspec.structs.replace(basis, zh=f"{basis.zh}{item}", en=f"{basis.en} {in_english(item)}")
