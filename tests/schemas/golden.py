"""What each mutation is told, one line each, to be read and blessed: `python -m tests.bless`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from noticeboard import report, schemas
from noticeboard.findings import Finding
from noticeboard.reading import csv_file, tree
from noticeboard.reading.fault import FAULTS, Fault
from noticeboard.records.kinds import BY_NAME
from tests.schemas.emit import Written
from tests.schemas.mutations import Mutation, mutations

EXPECTED = Path(__file__).parent / "expected"
LEDGER = "ledger"
COLUMNS = {
    "date": "2026-04-02",
    "voucher": "记-1",
    "category": "CI.I.01",
    "item": "停车费",
    "counterparty": "某公司",
    "income": "12.00",
    "expense": "",
    "decision": "resolutions/2026-007",
    "quantity": "3",
    "unit_price": "4.00",
    "note": "备注",
}


class Broken(NamedTuple):
    mutation: Mutation
    written: Written
    faults: list[Fault]


@cache
def broken(kind: str) -> list[Broken]:
    """Every mutation of a kind, written down and read again."""
    found = []
    for mutation in mutations(kind):
        written = Written(mutation.tree)
        found.append(Broken(mutation, written, tree.read(kind, written.text)[1]))
    return found


def pinned(name: str) -> set[str]:
    """The mutations that the committed file has a line for."""
    return {line.partition(" → ")[0] for line in path(name).read_text(encoding="utf-8").splitlines()}


def lines(name: str) -> dict[str, str]:
    """Mutation to what is found, for a kind or the ledger."""
    return dict(_ledger_lines() if name == LEDGER else _kind_lines(name))


def _kind_lines(kind: str) -> Iterator[tuple[str, str]]:
    for mutation, _, faults in broken(kind):
        yield mutation.label, _told(faults)


def _ledger_lines() -> Iterator[tuple[str, str]]:
    for name, keyword, cell in ledger_mutations():
        row = COLUMNS | {name: cell}
        header = [field["title"] for field in schemas.columns().values()]
        _, faults = csv_file.parse(f"{','.join(header)}\n{','.join(row.values())}\n")
        yield f"{name} {keyword}", _told(faults)


def ledger_mutations() -> Iterator[tuple[str, str, str]]:
    """Column, constraint, a cell that breaks it."""
    for name, field in schemas.columns().items():
        constraints: dict[str, Any] = field["constraints"]
        if constraints.get("required"):
            yield name, "required", ""
        yield name, "pattern", " x"
        if "maxLength" in constraints:
            yield name, "maxLength", "长" * (constraints["maxLength"] + 1)


def _told(faults: list[Fault]) -> str:
    return " ⏎ ".join(_sentence(one) for one in faults)


def _sentence(one: Fault) -> str:
    finding = Finding(rule=one.rule, severity=FAULTS[one.rule], path="", values=one.values)
    found, right, _ = report.sentences(finding, "zh")
    return f"{one.line}:{one.column} {one.rule} {found} 应当：{right}"


def names() -> list[str]:
    return [*BY_NAME, LEDGER]


def path(name: str) -> Path:
    return EXPECTED / f"{name}.txt"


def as_text(told: dict[str, str]) -> str:
    return "".join(f"{label} → {finding}\n" for label, finding in told.items())


def bless() -> None:
    """Accept what is found now."""
    for name in names():
        path(name).write_text(as_text(lines(name)), encoding="utf-8")
