"""Registers: what is entered row by row is kept as law asks, and rests on what was decided."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from noticeboard.law import days
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import yuan
from noticeboard.records.table import Entry, Register
from noticeboard.rules.rule import WARNING, Breach, Words, at_row, rule
from noticeboard.today import Today

DECIDED = ("assembly", "committee", "management-committee")
"""Seals of those who decide together; the others are used for payments and daily papers."""


def _entries(dataset: Dataset, kind: str) -> Iterator[tuple[Register, Entry]]:
    if register := dataset.registers.get(kind):
        yield from ((register, entry) for entry in register.entries())


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# seals


@rule(WARNING, catalogue="SEAL-02", parameters=("seal.rests_on_decision",))
def seal_used_without_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A seal of the owners' assembly or a committee was used, and the decision it rests on is not stated.

    What bears the seal binds all owners.
    """
    law = law_of(dataset.community)
    for register, entry in _entries(dataset, "seal-use"):
        asked = law.provision("seal.rests_on_decision", event=_day(entry["date"]))
        if asked and asked.value and entry["seal"] in DECIDED and not entry["decision"]:
            yield at_row(register, entry.line, document=entry["document"]).under(asked)


@rule(WARNING, catalogue="SEAL-02", parameters=("seal.rests_on_decision",))
def seal_used_before_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A seal was used before the day of the decision that it rests on.

    Either a date is wrong, or the paper was signed first and decided afterwards.
    """
    law = law_of(dataset.community)
    for register, entry in _entries(dataset, "seal-use"):
        used = _day(entry["date"])
        asked = law.provision("seal.rests_on_decision", event=used)
        record = dataset.by_id.get(entry["decision"])
        if asked and asked.value and record and used < (decided := _decided_on(record)):
            yield at_row(register, entry.line, used=used, decided=decided).under(asked)


def _decided_on(record: Record) -> datetime.date:
    return record.decided_on if isinstance(record, Resolution) else record.date


# facilities


def _facilities(dataset: Dataset, kind: str) -> Iterator[tuple[Register, Entry]]:
    """Those of one kind that are in use."""
    for register, entry in _entries(dataset, "facilities"):
        if entry["kind"] == kind and entry["state"] in ("", "in-use"):
            yield register, entry


def _logged(dataset: Dataset, *kinds: str) -> dict[str, list[Entry]]:
    """Facility to what the log says of these kinds, in the order of days."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for _, entry in sorted(_entries(dataset, "facility-log"), key=lambda pair: pair[1]["date"]):
        if entry["kind"] in kinds:
            found[entry["facility"]].append(entry)
    return found


@rule(WARNING, catalogue="PS-15", parameters=("facility.lift_maintainer",))
def lift_maintainer_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Who maintains a lift, or whom to call when it is stuck, is not stated.

    Whoever sits in it needs a number.
    """
    asked = law_of(dataset.community).now("facility.lift_maintainer", today)
    for register, lift in _facilities(dataset, "lift"):
        if asked and asked.value and not (lift["maintainer"] and lift["phone"]):
            yield at_row(register, lift.line, name=lift["name"]).under(asked)


@rule(WARNING, catalogue="PS-15", parameters=("facility.lift_maintenance_days",))
def lift_maintained_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More days lie between two visits of a lift's maintainer than may.

    Only visits in the log are compared; a lift without any is not judged, nor one
    that stood still in between as far as its repair is logged.
    """
    law = law_of(dataset.community)
    lifts = {entry["id"]: entry["name"] for _, entry in _entries(dataset, "facilities") if entry["kind"] == "lift"}
    for facility, visits in _logged(dataset, "maintenance", "repair").items():
        for before, visit in pairwise(visits) if facility in lifts else ():
            last, day = _day(before["date"]), _day(visit["date"])
            asked = law.provision("facility.lift_maintenance_days", event=day)
            if asked and days.days_between(last, day) > asked.value:
                gap = days.days_between(last, day)
                yield at_row(dataset.registers["facility-log"], visit.line, name=lifts[facility], last=last, day=day,
                             days=gap, most=asked.value).under(asked)  # fmt: skip


@rule(WARNING, catalogue="PS-16", parameters=("facility.fire_test_months",))
def fire_system_tested_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A fire system was tested later than its last full test allows, or its next one is due and not seen.

    A system that nobody has tried may fail when it burns. One without any test in the log is not judged.
    """
    law = law_of(dataset.community)
    tests = _logged(dataset, "test")
    for register, system in _facilities(dataset, "fire"):
        done = [_day(one["date"]) for one in tests.get(system["id"], ())]
        for last, following in pairwise([*done, None]):
            asked = law.provision("facility.fire_test_months", event=last) if last else None
            due = days.add_months(last, asked.value) if last and asked else None
            if asked and due and (following > due if following else today.is_past(due)):
                yield at_row(register, system.line, name=system["name"], last=last, due=due).under(asked)


@rule(WARNING)
def inspection_past(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The last day for the next inspection of a facility is over, and it is said to be in use.

    Either it was inspected and the day was not brought up to date, or it should not run.
    """
    for register, entry in _entries(dataset, "facilities"):
        due = entry["inspection_due"]
        if due and entry["state"] in ("", "in-use") and today.is_past(_day(due)):
            yield at_row(register, entry.line, name=entry["name"], due=due)


# donations


@rule(WARNING)
def donations_overspent(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More was used for a purpose than was given for it.

    Then money that was given for something else, or other owners' money, paid for it.
    """
    left: defaultdict[str, int] = defaultdict(int)
    register = dataset.registers.get("donations")
    for entry in sorted(register.entries(), key=lambda one: one["date"]) if register else ():
        used = _fen(entry["used"])
        left[entry["purpose"]] += _fen(entry["received"]) - used
        if register and used and left[entry["purpose"]] < 0:
            over = Words(yuan(-left[entry["purpose"]]))
            yield at_row(register, entry.line, purpose=entry["purpose"], over=over)


def _fen(cell: str) -> int:
    return int(cell.replace(".", "")) if cell else 0


# counts


@rule(WARNING)
def more_settled_than_received(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More disputes of a kind were settled and passed on in a month than came in.

    Where some were left from before, the note says so.
    """
    for register, entry in _entries(dataset, "mediation-counts"):
        ended = int(entry["settled"]) + int(entry["passed_on"] or 0)
        if ended > int(entry["received"]) and not entry["note"]:
            yield at_row(register, entry.line, ended=ended, received=entry["received"])
