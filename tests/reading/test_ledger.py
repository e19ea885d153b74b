"""Ledgers as spreadsheets save them."""

import pytest

from noticeboard.reading import csv_file, ledger_faults, spreadsheet
from tests.reading.told import HEADER, ROW, brief, ledger, sentences

GOOD = {
    "one entry": HEADER + ROW,
    "no line break at the end": HEADER + ROW.rstrip(),
    "English names in another order": "item,date,income,expense,category\n停车费,2026-01-05,1.00,,CI.I.01\n",
    "all columns": (
        "日期,凭证号,科目,项目,对方单位,收入,支出,依据决议,数量,单价,备注\n"
        "2026-01-05,记-1,CI.U.04.roof,补漏,某公司,,-12.00,resolutions/2026-001-roof,3,-4,冲减\n"
    ),
    "quoted cells": HEADER + '2026-01-05,"记-1,记-2",CI.I.01,"停""车""费",1.00,\n',
    "a quote within": HEADER + ROW.replace("停车费", '5"水管'),
    "numbers of buildings": HEADER + ROW.replace("停车费", "3#楼电梯维修，余额结清"),
    "equal rows": HEADER + ROW + ROW,
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_a_sound_ledger_is_read(text: str) -> None:
    assert ledger(text) == []


def test_cells_are_found_by_their_column_and_physical_line() -> None:
    read, _ = csv_file.parse(
        '项目,日期,科目,收入,支出\n"停,车",2026-01-05,CI.I.01,12.30,\n退款,2026-01-06,CI.I.01,-2.30,\n'
    )
    assert read is not None
    assert read.column("item") == ["停,车", "退款"]
    assert read.column("voucher") == ["", ""]
    assert read.lines == [2, 3]
    assert str(read.income) == "10.00"


BAD = {
    "nothing": ("", ["1:1 file-empty"]),
    "only line breaks": ("\n\n", ["1:1 file-empty"]),
    "only commas": (",,\n,,\n", ["1:1 file-empty"]),
    "no entries": (HEADER, ["1:1 ledger-no-rows"]),
    "semicolons": ((HEADER + ROW).replace(",", ";"), ["1:3 ledger-separator"]),
    "semicolons under a title": ("收支，2026年\n" + (HEADER + ROW).replace(",", ";"), ["2:3 ledger-separator"]),
    "tabs": ((HEADER + ROW).replace(",", "\t"), ["1:3 ledger-separator"]),
    "Chinese commas": ((HEADER + ROW).replace(",", "，"), ["1:3 ledger-separator"]),
    "sep line": ("sep=;\n" + HEADER + ROW, ["1:1 ledger-separator-line"]),
    "a tab within": (HEADER + ROW.replace("停车", "停\t车"), ["2:25 character-forbidden"]),
    "NUL": (HEADER + ROW.replace("停车", "停\x00车"), ["2:25 character-forbidden"]),
    "old line breaks": ((HEADER + ROW).replace("\n", "\r"), ["1:19 line-break-old"]),
    "no header": (ROW, ["1:1 ledger-header-missing"]),
    "title above": ("2026年公共收益\n\n" + HEADER + ROW, ["1:1 ledger-header-late"]),
    "unknown column": (HEADER.replace("凭证号", "经手人") + ROW, ["1:4 ledger-column-unknown"]),
    "column by another name": (HEADER.replace("项目", "摘要") + ROW, ["1:11 ledger-column-unknown"]),
    "column with its unit": (HEADER.replace("收入", "收入（元）") + ROW, ["1:14 ledger-column-unknown"]),
    "column with a space": (HEADER.replace("收入", " 收入") + ROW, ["1:14 ledger-column-unknown"]),
    "column twice": (HEADER.replace("凭证号", "日期") + ROW, ["1:4 ledger-column-twice"]),
    "column missing": ("日期,科目,收入,支出\n2026-01-05,CI.I.01,1.00,\n", ["1:1 ledger-column-missing"]),
    "no column of money": ("日期,科目,项目\n2026-01-05,CI.I.01,a\n", ["1:1 ledger-column-missing"] * 2),
    "empty columns": (
        HEADER.replace("\n", ",,\n") + ROW.replace("\n", ",,\n"),
        ["1:20 ledger-column-blank", "1:21 ledger-column-blank"],
    ),
    "header and cells": (
        HEADER.replace("凭证号", "经手人") + ROW.replace("1234.50", "1,2"),
        ["1:4 ledger-column-unknown", "2:1 ledger-row-uneven"],
    ),
    "blank rows at the end": (HEADER + ROW + ",,,,,\n" * 40, ["3:1 ledger-row-blank"]),
    "blank rows in two places": (HEADER + "\n" + ROW + "\n\n" + ROW, ["2:1 ledger-row-blank", "4:1 ledger-row-blank"]),
    "total row": (HEADER + ROW + "合  计,,,,1234.50,\n", ["3:1 ledger-row-not-an-entry"]),
    "dated subtotal": (HEADER + ROW + "2026-01-31,,CI.I.01,小计,1.00,\n", ["3:1 ledger-row-not-an-entry"]),
    "balance brought forward": (HEADER + "2026-01-01,,CI.I.01,上年结转,1.00,\n", ["2:1 ledger-row-not-an-entry"]),
    "signatures": (HEADER + ROW + "制表：会计,,,,,\n", ["3:1 ledger-row-not-an-entry"]),
    "header repeated": (HEADER + ROW + HEADER, ["3:1 ledger-row-not-an-entry"]),
    "row too long": (HEADER + ROW.replace("1234.50", "1,234.50"), ["2:1 ledger-row-uneven"]),
    "row too short": (HEADER + "2026-01-05,记-1\n", ["2:1 ledger-row-uneven"]),
    "merged cells": (HEADER + ROW + ",,CI.I.02,场地费,5.00,\n" * 9, ["3:1 cell-missing"]),
    "two cells missing": (HEADER + ",,,停车费,5.00,\n", ["2:1 cell-missing", "2:3 cell-missing"]),
    "too narrow": (HEADER + ROW.replace("1234.50", "######"), ["2:28 cell-damaged"]),
    "formula": (HEADER + ROW.replace("停车费", "#REF!"), ["2:24 cell-damaged"]),
    "long number": (HEADER + ROW.replace("记-1", "1.23457E+11"), ["2:12 cell-damaged"]),
    "thousands": (HEADER + ROW.replace("1234.50", '"1,234.50"'), ["2:28 cell-malformed"]),
    "full-width digits": (HEADER + ROW.replace("1234.50", "１２３４.５０"), ["2:28 cell-malformed"]),
    "not a number": (HEADER + ROW.replace("1234.50", "NaN"), ["2:28 cell-malformed"]),
    "underscore": (HEADER + ROW.replace("1234.50", "1_234.50"), ["2:28 cell-malformed"]),
    "unit": (HEADER + ROW.replace("1234.50", "1234.5元"), ["2:28 cell-malformed"]),
    "minus zero": (HEADER + ROW.replace("1234.50", "-0.00"), ["2:28 cell-malformed"]),
    "spaces around": (HEADER + ROW.replace("停车费", " 停车费"), ["2:24 cell-malformed"]),
    "after a quoted cell": (
        HEADER + ROW.replace("记-1", '"记,1"').replace("停车费", "停车费 "),
        ["2:26 cell-malformed"],
    ),
    "category in words": (HEADER + ROW.replace("CI.I.01", "停车"), ["2:16 cell-malformed"]),
    "no such day": (HEADER + ROW.replace("01-05", "02-30"), ["2:1 day-impossible"]),
    "no such day and more": (
        HEADER + ROW.replace("01-05", "02-30").replace("CI.I.01", "x"),
        ["2:1 day-impossible", "2:16 cell-malformed"],
    ),
    "too long": (HEADER + ROW.replace("停车费", "停" * 121), ["2:24 cell-too-long"]),
    "huge": (HEADER + ROW.replace("停车费", "停" * 200_000), ["2:24 cell-too-long"]),
    "line break in a cell": (HEADER + ROW.replace("停车费", '"停\n车"') + ROW, ["2:24 cell-line-break"]),
    "quote not closed": (HEADER + ROW.replace("停车费", '"停车费') + ROW, ["2:24 ledger-quote-open"]),
    "quote not closed twice": (
        HEADER + ROW + ROW.replace("记-1", '"记-1') + ROW + ROW.replace("停车费", '"停车费'),
        ["3:12 ledger-quote-open", "5:24 ledger-quote-open"],
    ),
    "text after a quote": (HEADER + ROW.replace("停车费", '"停车"费'), ["2:28 ledger-text-after-quote"]),
}


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD)
def test_what_a_spreadsheet_spoils_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert brief(ledger(text)) == expected


def test_lines_are_physical_even_after_a_cell_with_a_line_break() -> None:
    text = HEADER + ROW.replace("停车费", '"停\n车"') + ROW.replace("停车费", '"停"x')
    assert brief(ledger(text)) == ["2:24 ledger-quote-open", "4:27 ledger-text-after-quote"]


def test_many_cells_that_are_wrong_in_the_same_way_are_told_once() -> None:
    (found,) = ledger(HEADER + ROW.replace("2026-01-05", "2026/1/5") * 13)
    assert sentences(found)[:2] == (
        "“日期”写的是“2026/1/5”；第 3、4、5、6、7、8、9、10、11、12 行等也是这样，共 13 处。",
        "日期，例如 2026-01-05。",
    )


def test_three_cells_are_told_one_by_one() -> None:
    assert brief(ledger(HEADER + ROW.replace("1234.50", "1.5") * 3)) == [
        f"{line}:28 cell-malformed" for line in (2, 3, 4)
    ]


def test_four_cells_are_told_as_one() -> None:
    assert brief(ledger(HEADER + ROW.replace("1234.50", "1.5") * 4)) == ["2:28 cell-malformed"]


def test_ten_thousand_rows_are_enough() -> None:
    assert ledger(HEADER + ROW * 10_000) == []
    assert brief(ledger(HEADER + ROW * 10_001)) == ["10002:1 ledger-too-long"]


def test_a_sound_ledger_is_read_without_frictionless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_faults, "_errors", None)
    for text in GOOD.values():
        assert ledger(text) == []


def test_the_same_traces_are_suspected_as_are_found() -> None:
    for text, expected in BAD.values():
        if expected[0].endswith(("not-an-entry", "damaged")):
            assert spreadsheet.may_have_traces(text) or "制表" in text, text
