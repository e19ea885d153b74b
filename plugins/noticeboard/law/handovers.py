"""Handovers over time: by when all must be handed over, by which article, what belongs on the list, where it stands."""

import datetime
from enum import StrEnum
from typing import NamedTuple

from noticeboard.law.days import last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.handover import HandoverList
from noticeboard.today import Today


class State(StrEnum):
    """Where a handover stands; never typed, always computed."""

    DONE = "done"
    LATE = "late"
    OVERDUE = "overdue"
    OPEN = "open"


class Asked(NamedTuple):
    """The parameters for one who hands over on one occasion: within how many days, and what is on the list."""

    days: str
    items: str = ""


ASKED = {
    ("owners-committee", "term-end"): Asked("committee.handover_days", "committee.handover_items"),
    ("owners-committee", "group-formed"): Asked("committee.handover_days_from_group", "committee.handover_items"),
    ("owners-committee", "member-left"): Asked("committee.member_handover_days"),
    ("residents-committee", "election"): Asked("residents_committee.handover_days"),
    ("property-service-provider", "contract-end"): Asked("service.handover_days", "service.handover_items"),
}
"""Kind of body that hands over and the occasion, to what the law may ask."""


def _provision(dataset: Dataset, one: HandoverList, parameter: str) -> Provision | None:
    """Whichever date governs the parameter, here it is the day of the occasion."""
    day = one.since
    return law_of(dataset.community).provision(parameter, term_end=day, elected_on=day, event=day)


def _asked(dataset: Dataset, one: HandoverList) -> Asked | None:
    return ASKED.get((dataset.kind_of(one.handed_by), one.occasion))


def limit(dataset: Dataset, one: HandoverList) -> tuple[datetime.date, Provision] | None:
    """The last day for it and by what; None where no law is known to fix one."""
    asked = _asked(dataset, one)
    days = _provision(dataset, one, asked.days) if asked else None
    return (last_day_within(one.since, days.value), days) if days else None


def left_out(dataset: Dataset, one: HandoverList) -> tuple[list[str], Provision] | None:
    """Sorts of things that the law names and that stand nowhere on the list, not even as missing."""
    asked = _asked(dataset, one)
    items = _provision(dataset, one, asked.items) if asked and asked.items else None
    listed = {item.sort for item in one.items}
    lacking = [sort for sort in items.value if sort not in listed] if items else []
    return (lacking, items) if items and lacking else None


def days_late(dataset: Dataset, one: HandoverList) -> int:
    """Calendar days after the last one on which it was completed; 0 where it was not late."""
    found = limit(dataset, one)
    return max((one.completed_on - found[0]).days, 0) if found and one.completed_on else 0


def state(dataset: Dataset, one: HandoverList, today: Today) -> State:
    if one.completed_on:
        return State.LATE if days_late(dataset, one) else State.DONE
    found = limit(dataset, one)
    overdue = found is not None and not one.withdrawn and today.is_past(found[0])
    return State.OVERDUE if overdue else State.OPEN
