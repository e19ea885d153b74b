"""Amounts in capital characters (大写金额), as the Payment and Settlement Measures, annex 1, have them.

Some amounts may be spelt in two ways, so texts are compared by what they say.
"""

import re
from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("仟", "佰", "拾", "")
SECTIONS = ("亿", "万", "")
MOST = Decimal(10) ** 12
"""The first amount that has no place for its digits."""

PLAIN = str.maketrans("貳叄參陸萬億圓圆幣正負", "贰叁叁陆万亿元元币整负", " \u3000")
"""Other characters for the same, and spaces, which say nothing."""
DIGIT = f"[{DIGITS[1:]}]"
SECTION = f"((?:零?{DIGIT}仟)?(?:零?{DIGIT}佰)?(?:零?{DIGIT}?拾)?(?:零?{DIGIT})?)"
AMOUNT = re.compile(
    rf"(?:人民币)?(?P<minus>负)?(?:(?:{SECTION}亿)?(?:{SECTION}万)?{SECTION}(?P<yuan>零?元))?"
    rf"(?:零?(?P<jiao>{DIGIT})角)?(?:零角)?(?:零?(?P<fen>{DIGIT})分)?(?:零分)?整?"
)
PLACE = re.compile(f"({DIGIT}?)([仟佰拾]?)")


def parsed(text: str) -> Decimal | None:
    """The amount in yuan that a text spells, with two decimals; None where it spells none."""
    plain = text.translate(PLAIN)
    found = AMOUNT.fullmatch(plain)
    if not found or not (found["yuan"] or found["jiao"] or found["fen"]):
        return None
    hundred_millions, myriads, rest = (_section(found[group] or "") for group in (2, 3, 4))
    yuan = hundred_millions * 10**8 + myriads * 10**4 + rest
    fen = yuan * 100 + _digit(found["jiao"]) * 10 + _digit(found["fen"])
    return Decimal(-fen if found["minus"] else fen).scaleb(-2)


def _section(text: str) -> int:
    """Up to four digits with their units; 拾 alone is ten."""
    values = {"仟": 1000, "佰": 100, "拾": 10, "": 1}
    return sum((_digit(digit) or (1 if unit else 0)) * values[unit] for digit, unit in PLACE.findall(text))


def _digit(text: str | None) -> int:
    return DIGITS.index(text) if text else 0


def written(amount: Decimal) -> str:
    """An amount of less than 10¹² yuan in capital characters, with 人民币 before it."""
    fen = int(abs(amount).scaleb(2))
    yuan, jiao, fen = fen // 100, fen // 10 % 10, fen % 10
    whole = f"{_whole(yuan)}元" if yuan or not (jiao or fen) else ""
    tenths = f"{DIGITS[jiao]}角" if jiao else "零" if fen and whole else ""
    rest = f"{DIGITS[fen]}分" if fen else ""
    return f"人民币{'负' if amount < 0 else ''}{whole}{tenths}{rest}{'' if jiao or fen else '整'}"


def _whole(yuan: int) -> str:
    """Sections of four digits; a gap before or within one is one 零."""
    text = ""
    for name, section in zip(SECTIONS, (yuan // 10**8, yuan // 10**4 % 10**4, yuan % 10**4), strict=True):
        if section:
            gap = "零" if text and section < 1000 else ""
            text += f"{gap}{_four(section)}{name}"
    return text or "零"


def _four(number: int) -> str:
    digits = zip(f"{number:04}", UNITS, strict=True)
    text = "".join(f"{DIGITS[int(digit)]}{unit}" if digit != "0" else "零" for digit, unit in digits)
    one_gap = re.sub("零+", "零", text)
    return one_gap.strip("零")
