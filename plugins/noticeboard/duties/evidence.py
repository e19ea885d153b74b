"""What was seen: records that show that a duty was done, and for which days."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noticeboard.duties.duty import Duty, Per, Seen
from noticeboard.law.days import DAY
from noticeboard.records.bodies import Body
from noticeboard.records.dataset import WHOLE_COMMUNITY, Dataset
from noticeboard.records.envelope import Period, Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement


class Subject(NamedTuple):
    """Whose duty: of an estate, of a body, or (with neither) of the whole community."""

    estate: str = ""
    body: str = ""


class Evidence(NamedTuple):
    """`record` (an id, or the name of a single file) shows something for the days of `period` since `published`.

    An `event` lies in a period, anything else must cover it.
    """

    record: str
    period: Period
    published: datetime.date
    event: bool


def evidence(dataset: Dataset, duty: Duty, subject: Subject) -> list[Evidence]:
    """All that shows the duty done, the first published first; withdrawn records show nothing."""
    found = [
        shown
        for record in dataset.records
        if not record.withdrawn and _concerns(dataset, duty, record, subject)
        for shown in _shown(duty, record)
    ]
    return sorted([*found, *_on_file(dataset, duty.seen, subject)], key=lambda one: (one.published, one.record))


def _concerns(dataset: Dataset, duty: Duty, record: Record, subject: Subject) -> bool:
    """What concerns the whole community concerns every estate in it."""
    if subject.body and duty.per is Per.BODY:
        return subject.body in (record.publisher, record.on_behalf_of, getattr(record, "body", ""))
    estate = dataset.estate_of(record)
    return estate in (WHOLE_COMMUNITY, subject.estate) or not (subject.estate or record.estate)


def _shown(duty: Duty, record: Record) -> Iterator[Evidence]:
    """For what days a record shows the duty done."""
    seen = duty.seen
    match record:
        case Statement() if record.fund in seen.statement or (seen.meters and record.meters):
            yield Evidence(record.id, record.period, record.published, event=False)
        case Meeting() if record.type in seen.meeting and record.state == "held":
            yield _event(record, record.date)
        case Review() if seen.review:
            first = datetime.date(record.year, 1, 1)
            yield Evidence(
                record.id, Period(start=first, until=first.replace(month=12, day=31)), record.published, False
            )
    if duty.key in record.discloses:
        covers = record.covers or (record.period if isinstance(record, Statement) else None)
        yield Evidence(record.id, covers, record.published, event=False) if covers else _event(record, record.date)


def _event(record: Record, day: datetime.date) -> Evidence:
    return Evidence(record.id, Period(start=day, until=day), record.published, event=True)


def _on_file(dataset: Dataset, seen: Seen, subject: Subject) -> Iterator[Evidence]:
    """What community.yaml and bodies.yaml show. They do not say since when, so it counts as always shown."""
    estate = dataset.estate_by_id.get(subject.estate)
    if seen.income_items and estate and estate.income_items:
        yield Evidence("community", ALWAYS, datetime.date.min, event=False)
    body: Body | None = dataset.body_by_id.get(subject.body)
    if seen.reelection_report and body and body.term and (day := body.term.reelection_reported_on):
        yield Evidence("bodies", Period(start=day, until=day), day, event=True)


ALWAYS = Period(start=datetime.date.min, until=datetime.date.max)


def settled(period: Period, shown: Sequence[Evidence]) -> Evidence | None:
    """The first evidence with which the period is shown whole: an event in it, or the last part that covers it.

    `shown` is in the order of publication.
    """
    parts: list[Period] = []
    for one in shown:
        if one.event:
            if period.start <= one.period.start <= period.until:
                return one
        elif one.period.start <= period.until and one.period.until >= period.start:
            parts.append(one.period)
            if covered(period, parts):
                return one
    return None


def covered(period: Period, parts: Sequence[Period]) -> bool:
    """Whether every day of the period lies in one of the parts."""
    reached = period.start
    for part in sorted(parts, key=lambda one: one.start):
        if part.start > reached:
            return False
        if part.until >= period.until:
            return True
        reached = max(reached, part.until + DAY)
    return False
