"""Re-election of an owners' committee: reported in time, handed over in full, nothing big decided meanwhile."""

import datetime
from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law.days import add_months, days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Resolution
from noticeboard.rules.committee import committees, estate_of
from noticeboard.rules.offices import Office
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today

REPORT = "committee.report_before_term_end_months"


@rule(WARNING, catalogue="OC-14", parameters=(REPORT,))
def committee_reelection_reported_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The coming end of a term was reported later than the law asks for.

    The authorities need the time to form the group that prepares the election. That
    no report is stated at all is told by the duty of disclosure.
    """
    for one, due, provision in _reports(dataset):
        reported = one.term.reelection_reported_on
        if reported and reported > due:
            late = days_between(due, reported)
            values = {"found": reported, "due": due, "late": late, "months": provision.value}
            yield one.at("term", "reelection_reported_on", **values).under(provision)


def _reports(dataset: Dataset) -> Iterator[tuple[Office, datetime.date, Provision]]:
    """Each committee with the last day for reporting its re-election."""
    law = law_of(dataset.community)
    for one in committees(dataset):
        if provision := law.provision(REPORT, term_end=one.term.until):
            yield one, add_months(one.term.until, -provision.value), provision


HANDOVER = ("committee.handover_days", "committee.handover_days_from_group")


@rule(WARNING, catalogue="OC-16", parameters=HANDOVER)
def committee_handover_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An outgoing committee handed over later than the law asks for.

    Without seals, books and money the next one can do nothing.
    """
    for one, due, provision in _handovers(dataset):
        done = one.term.handover.completed_on if one.term.handover else None
        if done and done > due:
            late = days_between(due, done)
            yield one.at("term", "handover", "completed_on", found=done, due=due, late=late).under(provision)


@rule(WARNING, catalogue="OC-16", parameters=HANDOVER)
def committee_handover_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The time for handing over is past, and nothing says that it was completed.

    Told only of terms that ended after the community began to disclose here.
    """
    since = dataset.community.disclosing_since or datetime.date.min
    for one, due, provision in _handovers(dataset):
        done = one.term.handover.completed_on if one.term.handover else None
        if done is None and one.term.until >= since and today.is_past(due):
            yield one.at("term", "handover", due=due).under(provision)


def _handovers(dataset: Dataset) -> Iterator[tuple[Office, datetime.date, Provision]]:
    """Each committee with the last day for handing over, where there is one; lists are judged by their own rules."""
    for one in committees(dataset):
        limits = [] if _listed(one) else list(_limits(dataset, one))
        if limits:
            yield one, *min(limits, key=lambda limit: limit[0])


def _listed(one: Office) -> bool:
    """Whether a list of the folder handovers tells it."""
    return bool(one.term.handover and one.term.handover.record)


def _limits(dataset: Dataset, one: Office) -> Iterator[tuple[datetime.date, Provision]]:
    law = law_of(dataset.community)
    end, group = one.term.until, _group(dataset, one)
    if provision := law.provision(HANDOVER[0], term_end=end):
        yield last_day_within(end, provision.value), provision
    if group and (provision := law.provision(HANDOVER[1], event=group)):
        yield last_day_within(group, provision.value), provision


def _successor(dataset: Dataset, one: Office) -> datetime.date | None:
    """The day on which the next committee of the same estate was elected."""
    later = [
        other.elected
        for other in committees(dataset)
        if other.body.estate == one.body.estate and other.elected > one.elected
    ]
    return min(later, default=None)


def _group(dataset: Dataset, one: Office) -> datetime.date | None:
    """The day on which the group was formed that prepared, or prepares, the election of its successor."""
    end = _successor(dataset, one) or datetime.date.max
    formed = [
        body.since
        for body in dataset.bodies
        if body.kind == "preparatory-group" and body.estate == one.body.estate and body.since
    ]
    return min((day for day in formed if one.term.start < day <= end), default=None)


@rule(WARNING, catalogue="OC-16", parameters=("committee.handover_items",))
def committee_handover_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A list of what was handed over lacks something that the law names.

    It may have been handed over all the same; then it belongs on the list.
    """
    law = law_of(dataset.community)
    for one in committees(dataset):
        asked = law.provision("committee.handover_items", term_end=one.term.until)
        if one.term.handover and asked and not _listed(one):
            missing = [item for item in asked.value if item not in one.term.handover.items]
            if missing:
                yield one.at("term", "handover", "items", **_items(missing)).under(asked)


def _items(missing: list[str]) -> dict[str, Words]:
    names = [schemas.labels()["handed"][item] for item in missing]
    return {
        "missing_zh": Words("、".join(chinese for chinese, _ in names)),
        "missing_en": Words(", ".join(english for _, english in names)),
    }


CARETAKER = "committee.caretaker_matters"


@rule(WARNING, catalogue="OC-15", parameters=(CARETAKER,))
def decision_during_reelection(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something was decided during a re-election that should wait for the new committee.

    From the day on which the re-election group is formed until the new committee is elected.
    """
    law = law_of(dataset.community)
    periods = list(_reelections(dataset))
    for resolution in dataset.resolutions:
        asked = law.provision(CARETAKER, decided_on=resolution.decided_on)
        group = next((day for estate, day, end in periods if _falls(dataset, resolution, estate, day, end)), None)
        for index, motion in enumerate(resolution.motions if asked and group else ()):
            if asked and motion.matter in asked.value and motion.result in ("passed", "chosen"):
                chinese, english = schemas.labels()["resolution.motions.matter"][motion.matter]
                values = {"matter_zh": Words(chinese), "matter_en": Words(english), "group": group}
                yield at(resolution, "motions", index, "matter", **values).under(asked)


def _reelections(dataset: Dataset) -> Iterator[tuple[str, datetime.date, datetime.date]]:
    """Estate, the day on which the re-election group was formed, the day of the election (the last day where none)."""
    for one in committees(dataset):
        estate, group = estate_of(dataset, one.body), _group(dataset, one)
        if estate and group:
            yield estate.id, group, _successor(dataset, one) or datetime.date.max


def _falls(
    dataset: Dataset, resolution: Resolution, estate: str, group: datetime.date, election: datetime.date
) -> bool:
    return dataset.estate_of(resolution) == estate and group <= resolution.decided_on < election
