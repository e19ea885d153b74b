"""What can be taken away: JSON without loss, CSV that no spreadsheet computes."""

import csv
import io
import json
import re
from decimal import Decimal

import msgspec
import pytest

from noticeboard import check, schemas
from noticeboard.reading import csv_file
from noticeboard.records.dataset import Dataset
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.statement import Ledger
from noticeboard.site import clocks, exports
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.corpus import ledgers
from tests.site.workshop import SMALL_SITE, TODAY

COLUMNS = ("date", "category", "item", "income", "expense", "note")


@pytest.fixture(scope="module")
def board() -> Board:
    today = Today(TODAY)
    dataset, findings = check.check_community(SMALL_SITE / "data", "elm", today)
    assert isinstance(dataset, Dataset)
    return Board(dataset, findings, today)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1", "@cmd", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    ledger = Ledger(COLUMNS, [["2026-01-05", "CI.I.01", text, "12.00", "", text]], [2])
    assert rows_of(exports.table(ledger))[1] == ["2026-01-05", "CI.I.01", f"'{text}", "12.00", "", f"'{text}"]


def test_negative_amounts_stay_numbers_and_other_texts_as_they_are() -> None:
    row = ["2026-01-05", "CI.I.01", '停车"费", 五月', "-12.00", "", "a-b=c"]
    content = exports.table(Ledger(COLUMNS, [row], [2]))
    assert rows_of(content) == [list(COLUMNS), row]
    assert content.startswith(b"\xef\xbb\xbf"), "or old spreadsheets take it for GBK"
    assert content.count(b"\r\n") == 2


def test_every_cell_of_the_corpus_that_a_spreadsheet_would_compute_is_text_in_the_download_only() -> None:
    cells = [case for case in ledgers.CASES if case.threat == "formula injection"]
    assert len(cells) > 10
    for case in cells:
        ledger, _ = csv_file.parse(case.content.decode())
        assert ledger is not None
        (typed,) = ledger.column("item")
        (_, row) = rows_of(exports.table(ledger))
        assert typed.startswith(exports.FORMULA_STARTS)
        assert row[ledger.columns.index("item")] == f"'{typed}"
        assert row[ledger.columns.index("income")] == "1234.50"


def test_only_scalars_of_numbers_let_a_minus_through() -> None:
    signed = {name for name, row in schemas.scalars().items() if re.fullmatch(row.get("pattern", ""), "-1.50")}
    assert signed - {"line", "prose"} == exports.NUMBERS


def test_a_record_can_be_read_back_from_its_json(board: Board) -> None:
    for record in board.dataset.records:
        kind = BY_FOLDER[record.folder]
        shown = json.loads(exports.record(kind.name, "elm", record))
        assert (shown["version"], shown["kind"], shown["community"]) == (exports.VERSION, kind.name, "elm")
        assert msgspec.convert(shown["record"], kind.type, strict=False) == record


def test_sums_are_texts_with_their_own_decimals(board: Board) -> None:
    statement = board.dataset.statements[0]
    shown = json.loads(exports.record("statement", "elm", statement))["record"]
    assert [shown[name] for name in ("opening", "income", "expense", "closing")] == [
        str(amount) for amount in (statement.opening, statement.income, statement.expense, statement.closing)
    ]
    assert Decimal(shown["closing"]).as_tuple().exponent == -2


def test_lists_are_newest_first(board: Board) -> None:
    shown = json.loads(exports.listing("elm", "notice", board.by_folder["notices"]))
    dates = [row["date"] for row in shown["records"]]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == len(board.dataset.notices)


def test_a_communitys_json_counts_its_records_without_listing_them(board: Board) -> None:
    summary = board.summary(3, clocks.counts(board.tracks), clocks.overdue(board))
    shown = json.loads(exports.community(summary))["community"]
    assert (shown["slug"], shown["records"]) == ("elm", len(board.dataset.records))
    assert "titles" not in shown
    portal = json.loads(exports.portal("板", [summary]))
    assert [(one["slug"], one["records"]) for one in portal["communities"]] == [("elm", shown["records"])]
