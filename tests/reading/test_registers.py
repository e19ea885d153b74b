"""Registers: read as strictly as ledgers, each by its own schema."""

from pathlib import Path

import pytest

from noticeboard import schemas
from noticeboard.reading import csv_file, files
from noticeboard.reading.files import RegisterFile, UnknownFile
from tests.reading.told import brief, sentences

HEADER = "编号,名称,类别,启用\n"


def read(text: str) -> list[str]:
    return brief(csv_file.parse_register(text, "facilities")[1])


def test_words_become_codes_and_either_may_be_written() -> None:
    register, faults = csv_file.parse_register(HEADER + "a,东梯,电梯,2006-05-01\nb,西梯,lift,\n", "facilities")
    assert faults == []
    assert register
    assert register.id == "registers/facilities"
    assert [(entry.line, entry["id"], entry["kind"], entry["phone"]) for entry in register.entries()] == [
        (2, "a", "lift", ""),
        (3, "b", "lift", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 file-empty"]),
        (HEADER, ["1:1 ledger-no-rows"]),
        (HEADER.replace(",", ";") + "a;东梯;电梯;\n", ["1:3 ledger-separator"]),
        (HEADER + "a,东梯,升降机,2006-05-01\n", ["2:6 cell-malformed"]),
        (HEADER + "a,,电梯,2006-05-01\n", ["2:3 cell-missing"]),
        (HEADER + "a,东梯,电梯,2006-02-30\n", ["2:9 day-impossible"]),
        (HEADER + "a,东梯,电梯,38838\n", ["2:9 cell-day-number"]),
        (HEADER + "a,东梯,电梯,2006/5/1,\n", ["2:1 ledger-row-uneven"]),
        (HEADER + "合计,,,\n", ["2:1 ledger-row-not-an-entry"]),
        ("编号,名称,类别,年龄\na,东梯,电梯,3\n", ["1:10 ledger-column-unknown"]),
        ("编号,名称,启用\na,东梯,2006-05-01\n", ["1:1 ledger-column-missing"]),
    ],
)
def test_faults_have_line_and_column(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_wrong_word_is_told_the_right_ones() -> None:
    _, (fault,) = csv_file.parse_register(HEADER + "a,东梯,升降机,\n", "facilities")
    found, right, _ = sentences(fault)
    assert found == "“类别”写的是“升降机”。"
    assert right.startswith("电梯、消防设施、")


def test_only_known_registers_are_taken(tmp_path: Path) -> None:
    folder = tmp_path / "elm" / "registers"
    folder.mkdir(parents=True)
    for name in ("seal-use.csv", "seal-use.yaml", "cats.csv"):
        (folder / name).touch()
    cats, seals, odd = files.inventory(tmp_path, "elm")
    assert seals == RegisterFile("registers/seal-use.csv", "seal-use")
    for one in (cats, odd):
        assert isinstance(one, UnknownFile)
        assert one.fault.rule == "register-unknown"
        assert "seal-use.csv（用章登记）" in sentences(one.fault)[1]


@pytest.mark.parametrize("kind", schemas.registers())
def test_a_schema_is_whole(kind: str) -> None:
    """Whoever adds a register finds here what is missing."""
    name = f"{schemas.REGISTERS}/{kind}"
    table, columns = schemas.table(name), schemas.columns(name)
    assert table["title"]
    assert table["description"].endswith("。")
    assert len(table["x-en"]) == 2
    assert "x-date" not in table or columns[table["x-date"]]["constraints"].get("required")
    needed = [one for one in columns.values() if one["constraints"].get("required") or one.get("x-needed")]
    assert len(needed) >= 3, "a header of fewer columns is not recognised"
    targets = {"body", "building", "board", "estate", *(f"{schemas.REGISTERS}/{one}" for one in schemas.registers())}
    for field in columns.values():
        assert all([field["title"], field["description"].endswith("。"), *field["x-en"]]), field["name"]
        assert field.get("x-refers", "body") in targets
