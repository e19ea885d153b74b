"""A notice: one sheet on the board."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class Effective(Value, frozen=True, kw_only=True):
    start: datetime.date = field(name="from")
    until: datetime.date | None = None


class Slot(Value, frozen=True, kw_only=True):
    what: str
    date: datetime.date | None = None
    start: str = field(name="from", default="")
    until: str = ""
    where: str = ""


class Price(Value, frozen=True, kw_only=True):
    """`price` in yuan, per `unit`."""

    item: str
    price: Decimal
    unit: str
    note: str = ""


class Convened(Value, frozen=True, kw_only=True):
    """The meeting or vote that a notice calls."""

    date: datetime.date
    until: datetime.date | None = None
    time: str = ""
    place: str = ""
    form: str = ""


class Item(Value, frozen=True, kw_only=True):
    """Something announced to be discussed or voted on."""

    id: str
    title: str
    content: str = ""


class Exceptional(Value, frozen=True, kw_only=True):
    """Something that an audit found, and what was done about it."""

    what: str
    amount: Decimal | None = None
    answer: str = ""
    finding: str = ""


class AuditResult(Value, frozen=True, kw_only=True):
    """An audit that the notice discloses; its period is what the notice covers."""

    auditor: str
    of: str
    opinion: str
    keeper: str = ""
    sort: str = ""
    statements: tuple[str, ...] = ()
    exceptions: tuple[Exceptional, ...] = ()
    report_at: str = ""


class Notice(Record, frozen=True, kw_only=True):
    form: str
    category: str
    effective: Effective | None = None
    convenes: Convened | None = None
    items: tuple[Item, ...] = ()
    encloses: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    schedule: tuple[Slot, ...] = ()
    fallback_date: datetime.date | None = None
    affected: str = ""
    reason: str = ""
    actions: tuple[str, ...] = ()
    prices: tuple[Price, ...] = ()
    audit: AuditResult | None = None
    pinned_until: datetime.date | None = None
