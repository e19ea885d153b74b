"""Records as JSON, ledgers and registers as CSV, for whoever wants to compute with them."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from noticeboard import report, schemas
from noticeboard.law import profile
from noticeboard.records.envelope import Record
from noticeboard.records.table import Table
from noticeboard.rules import RULES
from noticeboard.site.summary import Row, Summary

VERSION = 1
"""Of the JSON files; raised when a field changes its meaning or goes."""

NUMBERS = frozenset({"money", "number"})
"""Scalars that let nothing but numbers through, negative ones among them."""
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def record(kind: str, community: str, value: Record) -> bytes:
    """One record with its kind and address; sums and areas are texts, so that nothing is rounded."""
    return _encoded({"version": VERSION, "kind": kind, "community": community, "record": value})


def listing(community: str, kind: str, rows: Sequence[Row]) -> bytes:
    """All records of one kind, newest first."""
    return _encoded({"version": VERSION, "community": community, "kind": kind, "records": rows})


def community(summary: Summary) -> bytes:
    """What a community has, without its records."""
    shown = msgspec.to_builtins(summary)
    del shown["titles"]
    return _encoded({"version": VERSION, "community": shown})


def clock(community: str, duties: Sequence[dict[str, Any]]) -> bytes:
    """The disclosure clock: every duty with its source, state and latest periods."""
    return _encoded({"version": VERSION, "community": community, "duties": duties})


def district(summaries: Iterable[Summary]) -> bytes:
    """Of every community how many duties stand in each state, and what was not seen."""
    rows = [
        {"slug": one.slug, "name": one.name, "region": one.region, "states": one.states, "overdue": one.overdue}
        for one in summaries
    ]
    return _encoded({"version": VERSION, "communities": rows})


def wall(community: str, building: str, here: Iterable[Record], elsewhere: Iterable[Record]) -> bytes:
    """What must hang at a building today, by record id."""
    hanging = {"here": [one.id for one in here], "elsewhere": [one.id for one in elsewhere]}
    return _encoded({"version": VERSION, "community": community, "building": building, **hanging})


def portal(title: str, summaries: Iterable[Summary]) -> bytes:
    """The communities of the portal."""
    rows = [{"slug": one.slug, "name": one.name, "summary": one.summary, "records": one.records} for one in summaries]
    return _encoded({"version": VERSION, "title": title, "communities": rows})


def rules() -> bytes:
    """The rule book: rules, what can be fixed, and what each layer fixes, values as the profiles write them."""
    shown = [
        {"id": one.id, "severity": one.severity, "answerable": one.acknowledgeable, "catalogue": one.catalogue}
        | {"parameters": one.parameters}
        | dict(zip(("found", "right"), report.patterns(one.id, "zh"), strict=False))
        for one in RULES
    ]
    profiles = [profile.profile(code) for code in profile.codes()]
    return _encoded({"version": VERSION, "rules": shown, "parameters": profile.parameters(), "profiles": profiles})


def table(value: Table) -> bytes:
    """A ledger or register as CSV that spreadsheets take for text where a text looks like a formula."""
    fields = schemas.columns(value.schema)
    columns = [
        value.column(name) if fields[name].get("x-scalar") in NUMBERS else _as_texts(value.column(name))
        for name in value.columns
    ]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(value.columns)
    writer.writerows(zip(*columns, strict=True))
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def register(community: str, kind: str, rows: Sequence[dict[str, str]]) -> bytes:
    """A register, the newest row first; all cells are texts."""
    return _encoded({"version": VERSION, "community": community, "register": kind, "rows": rows})


def _as_texts(cells: list[str]) -> list[str]:
    """Cells that no spreadsheet computes: an apostrophe before what looks like a formula."""
    return [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells]


def _encoded(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value) + b"\n"
