"""Records made in a test, to see every value that a breach has."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from noticeboard.findings import field_name
from noticeboard.records.bodies import Bodies
from noticeboard.records.community import Building, Commitment, Community, Estate
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Period, Record
from noticeboard.records.statement import Ledger, Statement
from noticeboard.rules.rule import Rule
from noticeboard.today import Today

DAY = datetime.date(2026, 7, 20)
SAYING = {"title": "题", "publisher": "committee", "date": DAY, "published": DAY, "summary": "一句。"}
EMPTY, STATEMENT = "finances/2025-q4", "finances/2026-q1"
COLUMNS = ("category", "item", "income", "expense", "voucher")

Told = list[tuple[str, dict[str, str]]]


def dataset(
    *records: Record, ledgers: dict[str, Ledger] | None = None, by_laws: tuple[Commitment, ...] = ()
) -> Dataset:
    community = Community(
        name="榆树社区", summary="一个小区。", region="某市", jurisdiction="CN", by_laws=by_laws,
        estates=(Estate(id="north", name="北园", buildings=(Building(id="n1", name="1号楼"),)),),
    )  # fmt: skip
    return Dataset("elm", community, Bodies(bodies=()), records=records, ledgers=ledgers)


def statement(rows: Iterable[list[str]] | None = None, by_laws: tuple[Commitment, ...] = (), **fields: Any) -> Dataset:
    """One of nothing at all, then one as said, with its ledger, if it has one, from line 2."""
    period = Period(start=datetime.date(2026, 1, 1), until=datetime.date(2026, 3, 31))
    nothing = dict.fromkeys(("opening", "income", "expense", "closing"), Decimal("0.00"))
    numbers = {name: Decimal(one) if name in nothing else one for name, one in fields.items()}
    common = SAYING | {"id": STATEMENT, "fund": "common-income", "period": period} | nothing
    first, one = Statement(**common | {"id": EMPTY}), Statement(**common | numbers)
    lines = list(rows or ())
    ledgers = {EMPTY: Ledger(COLUMNS, [], []), STATEMENT: Ledger(COLUMNS, lines, list(range(2, len(lines) + 2)))}
    return dataset(first, one, ledgers=None if rows is None else ledgers, by_laws=by_laws)


def breaches(rule: Rule, data: Dataset) -> Told:
    """Of each the field, or the line of the ledger, and the values."""
    found = list(rule.check(data, Today(DAY)))
    assert all(one.values.get("field", "") == field_name(one.field) for one in found)
    return [
        (
            field_name(one.field) if one.row is None else f"line {one.row}",
            {name: text for name, text in one.values.items() if name != "field"},
        )
        for one in found
    ]


def difference(printed: object, recounted: object, between: object) -> dict[str, str]:
    return {"printed": str(printed), "recounted": str(recounted), "difference": str(between)}
