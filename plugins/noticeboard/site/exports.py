"""Records as JSON, ledgers and registers as CSV, for whoever wants to compute with them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

import msgspec
from msgspec import Struct

from noticeboard import report, schemas
from noticeboard.findings import Severity
from noticeboard.law import profile
from noticeboard.law.profile import Parameter, Profile
from noticeboard.records.envelope import Record
from noticeboard.records.table import Table
from noticeboard.rules import RULES
from noticeboard.rules.rule import Rule
from noticeboard.site.clocks import Duty
from noticeboard.site.summary import Overdue, Overview, Row, Summary

VERSION: Final = 1
"""Of the JSON files; raised when a field changes its meaning or goes."""

NUMBERS = frozenset({"money", "number"})
"""Scalars that let nothing but numbers through, negative ones among them."""
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


class File(Struct, frozen=True, kw_only=True):
    version: Literal[1] = VERSION


class Kept(File, frozen=True, kw_only=True):
    """One record with its kind; sums and areas are texts, so that nothing is rounded."""

    kind: str
    community: str
    record: Record


class Listed(File, frozen=True, kw_only=True):
    """All records of one kind, newest first; `url` is relative to the community's root."""

    community: str
    kind: str
    records: Sequence[Row]


class Registered(File, frozen=True, kw_only=True):
    """A register, the newest row first; all cells are texts."""

    community: str
    register: str
    rows: Sequence[dict[str, str]]


class Hung(File, frozen=True, kw_only=True):
    """What must hang at a building today, by record id: on its own boards, and elsewhere."""

    community: str
    building: str
    here: Sequence[str]
    elsewhere: Sequence[str]


class Presented(File, frozen=True, kw_only=True):
    """What a community has, without its records."""

    community: Overview


class Clocked(File, frozen=True, kw_only=True):
    """The disclosure clock: every duty with its source, state and latest periods."""

    community: str
    duties: Sequence[Duty]


class Compared(Struct, frozen=True, kw_only=True):
    """Of one community how many duties stand in each state, and what was not seen."""

    slug: str
    name: str
    region: str
    states: dict[str, int]
    overdue: Sequence[Overdue]


class District(File, frozen=True, kw_only=True):
    """The duties of all communities, side by side."""

    communities: Sequence[Compared]


class Named(Struct, frozen=True, kw_only=True):
    """One community of the portal."""

    slug: str
    name: str
    summary: str
    records: int


class Portal(File, frozen=True, kw_only=True):
    """The communities of the portal."""

    title: str
    communities: Sequence[Named]


class ShownRule(Struct, frozen=True, kw_only=True):
    """One rule of the check: what it finds and what would be right, with places for values in braces."""

    id: str
    severity: Severity
    answerable: bool
    catalogue: Sequence[str]
    parameters: Sequence[str]
    found: str
    right: str


class RuleBook(File, frozen=True, kw_only=True):
    """Rules, what can be fixed, and what each layer fixes, values as the profiles write them."""

    rules: Sequence[ShownRule]
    parameters: dict[str, Parameter]
    profiles: Sequence[Profile]


def record(kind: str, community: str, value: Record) -> bytes:
    return _encoded(Kept(kind=kind, community=community, record=value))


def listing(community: str, kind: str, rows: Sequence[Row]) -> bytes:
    return _encoded(Listed(community=community, kind=kind, records=rows))


def community(summary: Summary) -> bytes:
    shown = Overview(**{name: getattr(summary, name) for name in Overview.__struct_fields__})
    return _encoded(Presented(community=shown))


def clock(community: str, duties: Sequence[Duty]) -> bytes:
    return _encoded(Clocked(community=community, duties=duties))


def district(summaries: Iterable[Summary]) -> bytes:
    rows = [
        Compared(slug=one.slug, name=one.name, region=one.region, states=one.states, overdue=one.overdue)
        for one in summaries
    ]
    return _encoded(District(communities=rows))


def wall(community: str, building: str, here: Iterable[Record], elsewhere: Iterable[Record]) -> bytes:
    shown = [one.id for one in here], [one.id for one in elsewhere]
    return _encoded(Hung(community=community, building=building, here=shown[0], elsewhere=shown[1]))


def portal(title: str, summaries: Iterable[Summary]) -> bytes:
    rows = [Named(slug=one.slug, name=one.name, summary=one.summary, records=one.records) for one in summaries]
    return _encoded(Portal(title=title, communities=rows))


def rules() -> bytes:
    profiles = [one for code in profile.codes() if (one := profile.profile(code))]
    return _encoded(RuleBook(rules=[_shown(one) for one in RULES], parameters=profile.parameters(), profiles=profiles))


def _shown(rule: Rule) -> ShownRule:
    found, right = report.patterns(rule.id, "zh")[:2]
    return ShownRule(
        id=rule.id, severity=rule.severity, answerable=rule.acknowledgeable, catalogue=rule.catalogue,
        parameters=rule.parameters, found=found, right=right,
    )  # fmt: skip


def register(community: str, kind: str, rows: Sequence[dict[str, str]]) -> bytes:
    return _encoded(Registered(community=community, register=kind, rows=rows))


def table(value: Table) -> bytes:
    """A ledger or register as CSV."""
    return sheet(value.columns, cells(value, value.columns))


def cells(value: Table, names: Iterable[str], before: str = "") -> Iterator[tuple[str, ...]]:
    """The rows of a table, texts made safe; with `before`, that is the first cell of each."""
    fields = schemas.columns(value.schema)
    columns = [
        value.column(name) if fields[name].get("x-scalar") in NUMBERS else as_texts(value.column(name))
        for name in names
    ]
    first = [[before] * len(value.rows)] if before else []
    return zip(*first, *columns, strict=True)


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV as every spreadsheet opens it: a mark at its beginning, or old ones take it for GBK."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def as_texts(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet computes: an apostrophe before what looks like a formula."""
    return [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells]


def _encoded(value: File) -> bytes:
    return msgspec.json.encode(value) + b"\n"
