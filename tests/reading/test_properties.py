"""Whatever the bytes: reading answers, and what it accepts is canonical."""

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from noticeboard import report, schemas
from noticeboard.findings import Finding
from noticeboard.reading import csv_file, ledger_faults, text, tree, yaml_file
from noticeboard.reading.fault import FAULTS, MOST_PER_FILE, Fault
from noticeboard.reading.load import read_community
from noticeboard.records.kinds import BY_NAME
from noticeboard.records.statement import Ledger
from tests.reading.told import HEADER, NOTICE, ROW

FEW = settings(max_examples=150, deadline=None)
TOKENS = st.sampled_from(
    [
        *"title form posting from ： : - | > \" ' # \\ [ ] { } , &a *a ! << ? % @ --- ... 停水 66 \\U FFFFFFFF".split(),  # noqa: SIM905
        *(
            "2026-04-02",
            ": ",
            " ",
            "  ",
            "\n",
            "\n  ",
            "- ",
            " #",
            "\t",
            "\u3000",
            "\u200b",
            "\x00",
            "\r",
            "e\u0301",
            "👍\u200d",
        ),
    ]
)
CELLS = st.sampled_from(
    [
        *'2026-01-05 2026-02-30 2026/1/5 CI.I.01 停车 合计 12.00 -0.00 1e3 " "" #REF! １２ resolutions/a'.split(),  # noqa: SIM905
        *("日期", "科目", "项目", "收入", "支出", "sep=;", ";", "", " ", "\t", "\n", "x" * 130, "\u00a0"),
    ]
)


def sound(faults: list[Fault]) -> None:
    """Faults that can be told: not too many, known, at a place, with all that their words ask for."""
    assert len(faults) <= MOST_PER_FILE
    for one in faults:
        assert one.line >= 1
        assert one.column >= 1
        for language in ("zh", "en"):
            told = report.sentences(
                Finding(rule=one.rule, severity=FAULTS[one.rule], path="", values=one.values), language
            )
            assert all(sentence.isprintable() for sentence in told)


@FEW
@given(st.one_of(st.binary(max_size=200), st.lists(TOKENS, max_size=40).map("".join).map(str.encode)))
@example(b'a: "\\UFFFFFFFF"')
@example("title: \ud800".encode("utf-8", "surrogatepass"))
@example(b"\xef\xbb\xbf")
def test_reading_yaml_never_raises(content: bytes) -> None:
    characters, faults = text.decode(content)
    sound(faults)
    if not faults:
        for kind in BY_NAME:
            sound(tree.read(kind, characters)[1])


@FEW
@given(st.lists(TOKENS, max_size=6).map("".join), st.integers(0, len(NOTICE)))
def test_a_notice_spoilt_anywhere_is_answered(piece: str, at: int) -> None:
    characters, faults = text.decode((NOTICE[:at] + piece + NOTICE[at:]).encode())
    sound(faults)
    if not faults:
        content, faults = tree.read("notice", characters)
        sound(faults)
        assert (content is None) == bool(faults)


@FEW
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(st.lists(CELLS, max_size=9).map(",".join), max_size=6).map("\n".join).map(str.encode),
    )
)
def test_reading_a_ledger_never_raises(content: bytes) -> None:
    for whole in (content, HEADER.encode() + content, HEADER.encode() + ROW.encode() + content):
        characters, faults = text.decode(whole)
        sound(faults)
        if not faults:
            ledger, faults = csv_file.parse(characters)
            sound(faults)
            assert (ledger is None) == bool(faults)


@FEW
@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=4))
def test_only_what_frictionless_accepts_is_surely_valid(rows: list[list[str]]) -> None:
    columns = ("date", "voucher", "category", "item", "income", "expense")
    ledger = Ledger(columns, rows, list(range(2, len(rows) + 2)))
    if csv_file.surely_valid(ledger):
        assert ledger_faults._errors(ledger) == []


def right_cell(field: dict[str, Any]) -> st.SearchStrategy[str]:
    """Cells that a column accepts."""
    if field["name"] == "date":
        return st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)).map(str)
    return st.from_regex(field["constraints"]["pattern"].replace(r"\S", "[^ \n\x1f\u00a0\u3000]"), fullmatch=True)


RIGHT = [right_cell(field) for field in schemas.columns().values()]
DOUBTFUL = st.one_of(
    st.just(""),
    st.text("停1 .-\u00a0\u3000\x1d", max_size=5),
    st.sampled_from([40, 41, 80, 81, 120, 121, 200, 201]).map(lambda length: "停" * length),
    CELLS,
)


@st.composite
def rows_near_the_edge(draw: st.DrawFn) -> list[str]:
    """A row that is right but for one cell, which is nearly so, or anything."""
    row = [draw(right) for right in RIGHT]
    index = draw(st.integers(0, len(row) - 1))
    row[index] = draw(st.one_of(st.sampled_from([row[index], row[index] + " "]), DOUBTFUL))
    return row


@FEW
@given(rows_near_the_edge())
def test_only_what_frictionless_accepts_is_surely_valid_near_the_edge(row: list[str]) -> None:
    ledger = Ledger(tuple(schemas.columns()), [row], [2])
    if csv_file.surely_valid(ledger):
        assert ledger_faults._errors(ledger) == []


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"]), min_size=1, max_size=20).filter(
    lambda one: text.decode(one.encode()) == (one, [])
)


@FEW
@given(st.fixed_dictionaries({"title": LINES, "summary": LINES, "reason": LINES}))
def test_what_is_read_can_be_written_and_read_again(texts: dict[str, str]) -> None:
    content = yaml_file.parse(NOTICE)[0]
    assert content is not None
    written = yaml.safe_dump(content | texts, allow_unicode=True, default_style='"', width=10_000)
    read, faults = tree.read("notice", written)
    assert faults == []
    assert read == content | texts


@FEW
@given(st.lists(st.tuples(LINES, st.integers(-(10**13), 10**13)), min_size=1, max_size=4))
def test_a_ledger_that_is_read_can_be_written_and_read_again(entries: list[tuple[str, int]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["日期", "科目", "项目", "收入", "支出"])
    for item, fen in entries:
        sign, yuan, rest = "-" if fen < 0 else "", *divmod(abs(fen), 100)
        writer.writerow(["2026-01-05", "CI.I.01", f"项{item}", f"{sign}{yuan}.{rest:02}", ""])
    ledger, faults = csv_file.parse(out.getvalue())
    assert faults == []
    assert ledger is not None
    assert ledger.incomes == [fen for _, fen in entries]
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows([["日期", "科目", "项目", "收入", "支出"], *ledger.rows])
    assert again.getvalue() == out.getvalue()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=60),
    path=st.sampled_from(["notices/a.yaml", "finances/a.csv", "bodies.yaml", "attachments/a.pdf"]),
)
def test_a_community_with_any_file_is_answered(tmp_path: Path, content: bytes, path: str) -> None:
    target = tmp_path / "elm" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    read_community(tmp_path, "elm")


@pytest.mark.parametrize("content", [b"\x00" * 9, b"\xff" * 9, b"\r" * 9, "\ufeff\ufeff".encode(), b"\n\n", b"\t"])
def test_odd_files_are_answered(content: bytes) -> None:
    characters, faults = text.decode(content)
    if not faults:
        faults = tree.read("notice", characters)[1]
    assert faults
    sound(faults)
