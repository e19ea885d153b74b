"""A finding of supervision: what somebody found, who has to mend it, and what became of it."""

import datetime

from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class Place(Value, frozen=True, kw_only=True):
    """What a finding is about; `line` is a physical line of the ledger where the record is a statement."""

    record: str
    line: int | None = None
    note: str = ""


class Proof(Value, frozen=True, kw_only=True):
    """`file` is one of the finding's own attachments."""

    record: str = ""
    file: str = ""
    note: str = ""


class Recheck(Value, frozen=True, kw_only=True):
    date: datetime.date
    result: str
    by: str = ""
    note: str = ""


class Reopening(Value, frozen=True, kw_only=True):
    date: datetime.date
    why: str
    due: datetime.date | None = None
    fixed_on: datetime.date | None = None


class SupervisionFinding(Record, frozen=True, kw_only=True):
    """`due` and `fixed_on` are of the first time; every reopening has its own."""

    raised_by: str
    concerns: str
    found: str = ""
    action: str = ""
    due: datetime.date | None = None
    points_to: tuple[Place, ...] = ()
    fixed_on: datetime.date | None = None
    proof: Proof | None = None
    rechecked: tuple[Recheck, ...] = ()
    reopened: tuple[Reopening, ...] = ()
    referred_to: str = ""
    referred_on: datetime.date | None = None
