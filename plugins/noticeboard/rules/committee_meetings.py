"""Meetings and decisions of owners' committees: announced, attended in person, signed, posted in time."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from noticeboard.law.days import days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.count import agreeing, holding
from noticeboard.records.dataset import Dataset
from noticeboard.records.meeting import Attendance, Meeting
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import WARNING, Breach, at, rule
from noticeboard.today import Today

ZERO = Decimal(0)
MEMBERS = "委员"
"""In the name of a group of those present, where there are several."""


def _meetings(dataset: Dataset, parameter: str) -> Iterator[tuple[Meeting, Provision]]:
    """Meetings of owners' committees that were held, with what was asked of them."""
    law = law_of(dataset.community)
    for meeting in dataset.meetings:
        body = dataset.body_by_id.get(meeting.body)
        held = meeting.state in ("held", "adjourned", "inquorate")
        ours = held and body is not None and body.kind == "owners-committee"
        if ours and (provision := law.provision(parameter, meeting=meeting.date)):
            yield meeting, provision


def _decisions(dataset: Dataset, parameter: str) -> Iterator[tuple[Resolution, Provision]]:
    """Resolutions of owners' committees, with what was asked of them."""
    law = law_of(dataset.community)
    for resolution in dataset.resolutions:
        body = dataset.body_by_id.get(resolution.decided_by)
        ours = body is not None and body.kind == "owners-committee"
        if ours and (provision := law.provision(parameter, decided_on=resolution.decided_on)):
            yield resolution, provision


# before the meeting


AGENDA = "committee.agenda_notice_days"


@rule(WARNING, catalogue="OC-06", parameters=(AGENDA,))
def committee_agenda_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The agenda of a committee's meeting was posted fewer days before than the law asks for.

    Owners may have something to say before it is decided.
    """
    for meeting, least in _announced(dataset):
        posted = _agenda_posted(dataset, meeting)
        if posted and days_between(posted, meeting.date) < least.value:
            yield at(meeting, "agenda_posted_on", found=posted, held=meeting.date, least=least.value).under(least)


@rule(WARNING, catalogue="OC-06", parameters=(AGENDA,))
def committee_agenda_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing says when the agenda of a committee's meeting was posted.

    It may well have hung on the board; then the day belongs into the record.
    """
    for meeting, least in _announced(dataset):
        if _agenda_posted(dataset, meeting) is None and not meeting.notice:
            yield at(meeting, "agenda_posted_on", least=least.value).under(least)


def _announced(dataset: Dataset) -> Iterator[tuple[Meeting, Provision]]:
    """Meetings whose agenda hangs beforehand: all but the first, for which the law leaves no more than a week."""
    for meeting, least in _meetings(dataset, AGENDA):
        term = dataset.body_by_id[meeting.body].term
        if term is None or meeting.date != term.first_meeting_on:
            yield meeting, least


def _agenda_posted(dataset: Dataset, meeting: Meeting) -> datetime.date | None:
    """As stated, or when the notice that convened it hung."""
    notice = dataset.by_id.get(meeting.notice)
    if meeting.agenda_posted_on or notice is None:
        return meeting.agenda_posted_on
    return notice.posting.start if notice.posting else notice.published


TOLD_BEFORE = "committee.residents_committee_told_days"


@rule(WARNING, catalogue="OC-06", parameters=(TOLD_BEFORE,))
def residents_committee_told_late_of_meeting(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The residents' committee was told of a meeting fewer days before than the law asks for, or nothing says when.

    It may send somebody and give its opinion.
    """
    for meeting, least in _meetings(dataset, TOLD_BEFORE):
        told = meeting.residents_committee_informed_on
        if told is None or days_between(told, meeting.date) < least.value:
            yield at(meeting, "residents_committee_informed_on", least=least.value).under(least)


@rule(WARNING, catalogue="OC-13", parameters=("committee.request_share", "committee.request_days"))
def requested_meeting_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A meeting that members asked for was held later than the law asks for.

    Judged where enough members asked, or where the record does not say how many did.
    """
    law = law_of(dataset.community)
    for meeting, days in _meetings(dataset, "committee.request_days"):
        share = law.provision("committee.request_share", meeting=meeting.date)
        seats = dataset.body_by_id[meeting.body].seats
        if meeting.convened_by != "members" or meeting.requested_on is None or share is None:
            continue
        enough = meeting.petitioners is None or seats is None or meeting.petitioners >= seats * share.value
        due = last_day_within(meeting.requested_on, days.value)
        if enough and meeting.date > due:
            values = {"requested": meeting.requested_on, "due": due, "late": days_between(due, meeting.date)}
            yield at(meeting, "requested_on", held=meeting.date, **values).under(days)


# at the meeting


@rule(WARNING, catalogue="OC-07", parameters=("committee.proxies_forbidden",))
def committee_attended_by_proxy(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Members of a committee were represented by proxies.

    Owners elected the members, not whom these send.
    """
    for meeting, forbidden in _meetings(dataset, "committee.proxies_forbidden"):
        for index, group in enumerate(meeting.attendance):
            if forbidden.value and group.by_proxy:
                yield at(meeting, "attendance", index, "by_proxy", found=group.by_proxy).under(forbidden)


@rule(WARNING, catalogue="OC-11", parameters=("committee.minutes_signed",))
def committee_minutes_unsigned(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Fewer signed the minutes of a committee's meeting than were present.

    A record that does not say how many signed is left alone.
    """
    for meeting, asked in _meetings(dataset, "committee.minutes_signed"):
        signed = meeting.minutes.signed_by if meeting.minutes else None
        present = sum((group.present for group in _members(meeting)), ZERO)
        if asked.value and signed is not None and signed < present:
            yield at(meeting, "minutes", "signed_by", signed=signed, present=present).under(asked)


def _members(meeting: Meeting) -> list[Attendance]:
    """The groups of members among those present: the only one, or those called so."""
    persons = [group for group in meeting.attendance if group.unit == "persons"]
    return persons if len(persons) == 1 else [group for group in persons if MEMBERS in group.group]


# decisions


@rule(WARNING, catalogue="OC-08", parameters=("committee.decision_signed",))
def committee_decision_unsigned(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Fewer members signed a decision than agreed to it.

    A record that does not say how many signed is left alone.
    """
    for resolution, asked in _decisions(dataset, "committee.decision_signed"):
        agreed = [votes for motion in resolution.motions if (votes := _agreed(motion)) is not None]
        if asked.value and agreed and resolution.signed_by is not None and resolution.signed_by < max(agreed):
            yield at(resolution, "signed_by", signed=resolution.signed_by, agreed=max(agreed)).under(asked)


def _agreed(motion: Motion) -> Decimal | None:
    """How many members agreed to a motion that passed."""
    counts = [count for count in holding(motion.counts) if count.unit == "persons" and not count.group]
    return agreeing(counts[0].options.items()) if counts and motion.result == "passed" else None


@rule(WARNING, catalogue="OC-09", parameters=("committee.decision_post_days",))
def committee_decision_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee's decision was posted later than the law asks for.

    A late record is better than none; the page says how late it was.
    """
    for resolution, limit in _decisions(dataset, "committee.decision_post_days"):
        posted = min(resolution.published, resolution.posting.start) if resolution.posting else resolution.published
        due = last_day_within(resolution.decided_on, limit.value)
        if posted > due:
            values = {"found": posted, "due": due, "late": days_between(due, posted), "days": limit.value}
            yield at(resolution, "published", decided=resolution.decided_on, **values).under(limit)


@rule(WARNING, catalogue="OC-09", parameters=("committee.residents_committee_informed",))
def residents_committee_not_told_of_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing says that the residents' committee was told of a committee's decision.

    It guides and supervises the committee, and cannot do so without knowing.
    """
    for resolution, asked in _decisions(dataset, "committee.residents_committee_informed"):
        if asked.value and resolution.residents_committee_informed_on is None:
            yield at(resolution, "residents_committee_informed_on").under(asked)
