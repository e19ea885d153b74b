"""A meeting: who was there, what was discussed, who acts next."""

import datetime
from decimal import Decimal

from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class Attendance(Value, frozen=True, kw_only=True):
    """Numbers in `unit`: persons (default), owners, households, square metres or shares."""

    group: str
    present: Decimal
    unit: str = "persons"
    entitled: Decimal | None = None
    excluded: Decimal | None = None
    in_person: Decimal | None = None
    by_proxy: Decimal | None = None
    online: Decimal | None = None
    late: Decimal | None = None
    on_leave: Decimal | None = None
    invalid_proxies: Decimal | None = None
    printed_rate: Decimal | None = None
    note: str = ""


class Quorum(Value, frozen=True, kw_only=True):
    declared: bool
    reached_at: str = ""
    printed_threshold: str = ""
    note: str = ""


class AgendaItem(Value, frozen=True, kw_only=True):
    title: str
    number: str = ""
    kind: str = ""
    proposed_by: str = ""
    interests: str = ""
    discussion: str = ""
    outcome: str = ""
    resolution: str = ""
    motion: str = ""
    follow_up: str = ""
    due: datetime.date | None = None


class Minutes(Value, frozen=True, kw_only=True):
    signed_by: int | None = None
    kept_at: str = ""


class Meeting(Record, frozen=True, kw_only=True):
    type: str
    body: str
    state: str
    number: str = ""
    form: str = ""
    start: str = ""
    end: str = ""
    end_date: datetime.date | None = None
    place: str = ""
    chair: str = ""
    recorder: str = ""
    tellers: str = ""
    observers: str = ""
    notice: str = ""
    agenda_posted_on: datetime.date | None = None
    session: str = ""
    convened_by: str = ""
    petitioners: int | None = None
    requested_on: datetime.date | None = None
    residents_committee_informed_on: datetime.date | None = None
    party_study_on: datetime.date | None = None
    proxies_in_writing: bool | None = None
    ballots_delivered: int | None = None
    ballots_posted: int | None = None
    urgent: bool = False
    attendance: tuple[Attendance, ...] = ()
    quorum: Quorum | None = None
    agenda: tuple[AgendaItem, ...] = ()
    minutes: Minutes | None = None
