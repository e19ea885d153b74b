"""Amounts in YAML: what Python's own numbers would have taken without a word."""

from tests.corpus.case import more

MALFORMED = (
    "1,234.50", "1234.5", "1234", "1234.500", "1_234.50", "１２３４.５０", "١٢٣٤.٥٠", "1.2345e3", "1e3", "1.0e+3", ".nan",
    ".inf", "-.inf", "NaN", "Infinity", "sNaN", "0x10", "0b11", "012.00", "+12.00", "-0.00", "12.00元", "¥12.00", "(12.00)",
    "12.00-", "12 .00", "1 234.50", "十二元", "壹佰元整", "12345678901234567.89", "9" * 100 + ".00", ".50", "12.", "12,50",
    "12.0０", "1.2.3", "--1.00", "12.00 13.00", "~", "true", "12:30.00",
)  # fmt: skip
TEXT = "prices:\n  - item: 车位\n    price: {}\n    unit: 元/月\n"

CASES = [
    *[more("money", TEXT.format(f"▶{text}"), "value-malformed") for text in MALFORMED],
    more("Python traps", TEXT.format("▶|\n      12.00"), "value-malformed"),
    more("Python traps", TEXT.format('▶"12.00\\n"'), "value-malformed"),
    more("Python traps", TEXT.format('▶" 12.00"'), "value-malformed"),
    more("Python traps", TEXT.format("▶'12.00\u00a0'"), "value-malformed"),
    more("money", TEXT.format("▶[12.00]"), "shape-wrong"),
    more("money", TEXT.replace(" {}", "▶"), "value-empty"),
    more("money", TEXT.format("12.00")),
    more("money", TEXT.format("0.00")),
    more("money", TEXT.format('"150.00"')),
    more("money", TEXT.format("999999999999.99")),
    more("Python traps", "schedule:\n  - date: ▶|\n      2026-04-02\n    what: 停水\n", "value-malformed"),
    more("Python traps", 'schedule:\n  - date: ▶"2026-04-02\\n"\n    what: 停水\n', "value-malformed"),
]
