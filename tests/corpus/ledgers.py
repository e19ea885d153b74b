"""CSV: what spreadsheets, other programs and other people's validators make of a ledger."""

from tests.corpus.case import HEADER, ROW, heavy, ledger, row

TABLE = HEADER + ROW
MONEY_THAT_IS_NONE = (
    "NaN", "INF", "-INF", "sNaN", "1e999999999", "1e3", "1_234.50", "１２３４.５０", "٣٥٠٠", "1234.505", "1234.5", "1234",
    "1234.50元", "¥1234.50", "(1234.50)", "-0.00", "01234.50", "+1234.50", "0x10", "1 234.50", "1234，50", "一千元",
    "1234.50-", "12345678901234567.89", ".50", "5000." + "0" * 100,
)  # fmt: skip

DIALECTS = [
    ledger("CR-only, ;, TAB, sep= line", TABLE.replace(",", ";").replace("日期;", "日期▶;"), "ledger-separator"),
    ledger("CR-only, ;, TAB, sep= line", TABLE.replace(",", "\t").replace("日期\t", "日期▶\t"), "ledger-separator"),
    ledger("CR-only, ;, TAB, sep= line", TABLE.replace(",", "|").replace("日期|", "日期▶|"), "ledger-separator"),
    ledger("CR-only, ;, TAB, sep= line", TABLE.replace(",", "，").replace("日期，", "日期▶，"), "ledger-separator"),
    ledger("CR-only, ;, TAB, sep= line", "▶sep=;\n" + TABLE, "ledger-separator-line"),
    ledger("CR-only, ;, TAB, sep= line", "▶sep=,\n" + TABLE, "ledger-separator-line"),
    ledger("CR-only, ;, TAB, sep= line", '▶"sep=;"\n' + TABLE, "ledger-separator-line"),
    ledger("CR-only, ;, TAB, sep= line", HEADER.rstrip() + "▶\r" + ROW.rstrip(), "line-break-old"),
    row("CR-only, ;, TAB, sep= line", "停车费", "停车▶\t费", "character-forbidden"),
    ledger("header only, NUL, huge cell, spaces in header, bidi", "▶" + HEADER, "ledger-no-rows"),
    ledger("header only, NUL, huge cell, spaces in header, bidi", "▶", "file-empty"),
    ledger("header only, NUL, huge cell, spaces in header, bidi", "▶,,,\n,,,\n", "file-empty"),
    row("header only, NUL, huge cell, spaces in header, bidi", "停车费", "停▶\x00车费", "character-forbidden"),
    row("header only, NUL, huge cell, spaces in header, bidi", "停车费", "停▶\u202e车费", "character-forbidden"),
    row("header only, NUL, huge cell, spaces in header, bidi", "停车费", "▶" + "停" * 121, "cell-too-long"),
    heavy(row("header only, NUL, huge cell, spaces in header, bidi", "停车费", "▶" + "停" * 210_000, "cell-too-long")),
    ledger(
        "header only, NUL, huge cell, spaces in header, bidi",
        TABLE.replace("收入", "▶ 收入"), "ledger-column-unknown",
    ),
    ledger(
        "header only, NUL, huge cell, spaces in header, bidi",
        TABLE.replace("收入", "▶收入 "), "ledger-column-unknown",
    ),
]  # fmt: skip

QUOTES = [
    ledger("unclosed quote", HEADER + ROW.replace("停车费", '▶"停车费') + ROW + ROW, "ledger-quote-open"),
    ledger("unclosed quote", HEADER + ROW + ROW.replace("停车费", '▶"停车费'), "ledger-quote-open"),
    ledger(
        "unclosed quote",
        HEADER + ROW.replace("记-1", '▶"记-1') + ROW + ROW.replace("停车费", '▶"停车费'),
        "ledger-quote-open", "ledger-quote-open",
    ),
    row("unclosed quote", "停车费", '"停车"▶费', "ledger-text-after-quote"),
    row("line numbers", "停车费", '▶"停\n车"', "cell-line-break"),
    ledger(
        "line numbers",
        HEADER + ROW.replace("停车费", '▶"停\n车"') + ROW.replace("停车费", '"停"▶x'),
        "ledger-quote-open", "ledger-text-after-quote",
    ),
    ledger("line numbers", HEADER + ROW + ROW + ROW.replace("1234.50", "▶1.5") + ROW, "cell-malformed"),
    ledger("line numbers", HEADER + ROW.replace("记-1", '"记,1"').replace("1234.50", "▶1.5"), "cell-malformed"),
    heavy(ledger("unclosed quote", HEADER + ROW.replace("停车费", '▶"停车费') + ROW * 9_000, "ledger-quote-open")),
]  # fmt: skip

SHEETS = [
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶合  计,,,,1234.50,\n", "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶2026-01-31,,CI.I.01,小计,1.00,\n", "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + "▶2026-01-01,,CI.I.01,上年结转,1.00,\n" + ROW, "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶制表：会计,,,,,\n", "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶" + HEADER, "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶,,,Total,1234.50,\n", "ledger-row-not-an-entry"),
    ledger("merged cells, title row, totals, ####, #REF!", "▶2026年公共收益\n\n" + TABLE, "ledger-header-late"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶,,CI.I.02,场地费,5.00,\n" * 1, "cell-missing"),
    row("merged cells, title row, totals, ####, #REF!", "1234.50", "▶######", "cell-damaged"),
    row("merged cells, title row, totals, ####, #REF!", "停车费", "▶#REF!", "cell-damaged"),
    row("merged cells, title row, totals, ####, #REF!", "停车费", "▶#N/A", "cell-damaged"),
    row("merged cells, title row, totals, ####, #REF!", "停车费", "▶#DIV/0!", "cell-damaged"),
    row("merged cells, title row, totals, ####, #REF!", "记-1", "▶1.23457E+11", "cell-damaged"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + ROW + "▶,,,,,\n" * 1 + ",,,,,\n" * 30, "ledger-row-blank"),
    ledger("merged cells, title row, totals, ####, #REF!", HEADER + "▶\n" + ROW + "▶\n\n" + ROW, "ledger-row-blank", "ledger-row-blank"),
    ledger("header", "▶" + ROW, "ledger-header-missing"),
    ledger("header", TABLE.replace("凭证号", "▶经手人"), "ledger-column-unknown"),
    ledger("header", TABLE.replace("项目", "▶摘要"), "ledger-column-unknown"),
    ledger("header", TABLE.replace("收入", "▶收入（元）"), "ledger-column-unknown"),
    ledger("header", TABLE.replace("凭证号", "▶日期"), "ledger-column-twice"),
    ledger("header", "▶日期,科目,收入,支出\n2026-01-05,CI.I.01,1.00,\n", "ledger-column-missing"),
    ledger("header", "▶▶日期,科目,项目\n2026-01-05,CI.I.01,a\n", "ledger-column-missing", "ledger-column-missing"),
    ledger("header", HEADER.replace("\n", ",▶\n") + ROW.replace("\n", ",\n"), "ledger-column-blank"),
    ledger("header", HEADER + "▶" + ROW.replace("1234.50", "1,234.50"), "ledger-row-uneven"),
    ledger("header", HEADER + "▶2026-01-05,记-1\n", "ledger-row-uneven"),
    row("header", "2026-01-05", "▶", "cell-missing"),
    row("header", "CI.I.01", "▶停车", "cell-malformed"),
    row("header", "CI.I.01", "▶ci.i.01", "cell-malformed"),
]  # fmt: skip

NUMBERS = [
    row("full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "1234.50", f"▶{text}", "cell-malformed")
    for text in MONEY_THAT_IS_NONE
] + [
    row("full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "1234.50", "▶\u00a01234.50", "cell-malformed"),
    row("full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "1234.50", '▶"1,234.50"', "cell-malformed"),
    row("full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "停车费", "▶ 停车费", "cell-malformed"),
    row("full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "停车费", "▶停车费\u3000", "cell-malformed"),
]

LIMITS = [
    heavy(ledger("size", HEADER + ROW * 10_000 + "▶" + ROW, "ledger-too-long")),
    heavy(ledger("size", HEADER + ROW.replace("1234.50", "▶1.5") + ROW.replace("1234.50", "1.5") * 9_999, "cell-malformed")),
    heavy(ledger("size", HEADER + "▶" + "\n" * 9_000 + ROW, "ledger-row-blank")),
    heavy(ledger("size", HEADER.rstrip() + ",▶" + "x" * 100_000 + "\n" + ROW.rstrip() + ",\n", "ledger-column-unknown")),
]  # fmt: skip

HONEST = [
    ledger("odd but honest", TABLE),
    ledger("odd but honest", TABLE.rstrip()),
    ledger("odd but honest", TABLE.replace("\n", "\r\n")),
    ledger("odd but honest", "\ufeff" + TABLE),
    ledger("odd but honest", "item,date,income,expense,category\n停车费,2026-01-05,1.00,,CI.I.01\n"),
    ledger("odd but honest", HEADER + '2026-01-05,"记-1,记-2",CI.I.01,"停""车""费",1.00,\n'),
    ledger("odd but honest", HEADER + ROW + ROW),
    row("odd but honest", "停车费", '5"水管'),
    row("odd but honest", "停车费", "3#楼电梯维修，余额结清"),
    row("odd but honest", "停车费", "合计器维修"),
    row("odd but honest", "1234.50", "-12.00"),
    row("odd but honest", "1234.50", "0.00"),
    row("odd but honest", "1234.50", "999999999999.99"),
    row("odd but honest", "停车费", "N/A"),
    row("odd but honest", "停车费", "𠮷记修理部"),
    *[row("formula injection", "停车费", text) for text in (
        "=SUM(A1)", "=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "＝1＋1", "＋1", "－1", "＠SUM",
        '"=HYPERLINK(""https://evil.example/"",""点"")"', "=IMPORTXML(CONCAT(1))",
    )],
]  # fmt: skip

CASES = DIALECTS + QUOTES + SHEETS + NUMBERS + LIMITS + HONEST
