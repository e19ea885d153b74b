"""Characters that hide, reorder, break lines or stand for others; and rare ones that surnames need."""

import unicodedata

from tests.corpus.case import more, row, summary, title

HIDING = (
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9b", "\x9f",
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180b", "\u180e", "\u2800", "\u3164", "\uffa0",
    "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029",
    "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2062", "\u2066", "\u2067", "\u2068", "\u2069",
    "\ufeff", "\ufe00", "\ufe0f", "\ufff9", "\ufffc", "\ufffd", "\ufffe", "\uffff", "\ufdd0",
    "\ue000", "\ue81e", "\uf8ff", "\U000f0000", "\U0010ffff",
    "\u2e80", "\u2ed6", "\u2f00", "\u2fd5",
    "\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100",
)  # fmt: skip

CASES = [
    *[title("invisible characters", f"a▶{one}b", "character-forbidden") for one in HIDING],
    title("invisible characters", '▶"停水\\u202E通知"', "character-forbidden"),
    title("invisible characters", '▶"停水\\x07"', "character-forbidden"),
    title("invisible characters", '▶"停水\\_\\L通知"', "character-forbidden"),
    title("invisible characters", '▶"停水\\0"', "character-forbidden"),
    summary("invisible characters", "今天停水▶\rform: sign", "line-break-old"),
    summary("invisible characters", "今天停水▶\u0085form: sign", "character-forbidden"),
    summary("invisible characters", "今天停水▶\u2028form: sign", "character-forbidden"),
    more("invisible characters", "# 注释里▶\u200b也不行\n", "character-forbidden"),
    more("invisible characters", "▶\ufefftitle2: x\n", "character-forbidden"),
    row("invisible characters", "停车费", "停▶\u200b车费", "character-forbidden"),
    title("text not NFC, piled marks", "cafe▶e\u0301", "text-not-composed"),
    title("text not NFC, piled marks", "▶\uf900停水", "text-not-composed"),
    title("text not NFC, piled marks", "停▶\u0300\u0301\u0302\u0303\u0304水", "character-pile"),
    title("text not NFC, piled marks", "▶\u212b", "text-not-composed"),
    title("text not NFC, piled marks", "▶\uf934\t通", "text-not-composed"),
    row("text not NFC, piled marks", "停车费", "▶\uf900车费", "text-not-composed"),
    *[title("odd but honest", unicodedata.normalize("NFC", text)) for text in (
        "𠮷野家停水", "㐀㐁两户", "𮯠字辈", "王·买买提同志", "☀️ 停水", "👨‍👩‍👧 家庭日", "👍🏽 谢谢", "1️⃣ 第一件",
        "葛\U000e0101飾区", "ᠠ᠋ᠮᠤ", "ångström café", "①②③ ㎡ ℃ ‰ №", "“引号”‘单’《书》〈〉【】", "——破折号……",
        "Ⅰ期、Ⅱ期", "〇二单元", "繁體字也可以", "ひらがな", "한글", "مرحبا", "ไทย", "Ελλάδα", "Ъ", "🈚收费", "龘靐齉",
    )],
]  # fmt: skip
