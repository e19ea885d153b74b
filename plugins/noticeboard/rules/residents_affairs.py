"""Residents' affairs: how their meetings are called, what is decided, how long it hangs.

What the organic law of residents' committees asks for, as revised and in force
since 2026. How a meeting votes is judged with all votes, and what recurs, such as
a meeting every half-year, by the clock of disclosures.
"""

from collections.abc import Iterator

from noticeboard.law.days import days_between
from noticeboard.law.governing import law_of
from noticeboard.law.posting import days_posted, least_days
from noticeboard.law.voting import POLLS
from noticeboard.records.dataset import Dataset
from noticeboard.records.meeting import Meeting
from noticeboard.records.resolution import Resolution
from noticeboard.rules.rule import WARNING, Breach, at, rule
from noticeboard.today import Today

DECIDING = ("residents-meeting", "residents-representatives")
CONSULTING = ("hearing", "deliberation")
DECISIONS = ("vote", "election", "ratification")


@rule(WARNING, catalogue="RC-02", parameters=("residents_committee.post_min_days",))
def residents_affair_posted_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An affair of the residents' committee hangs for fewer days than the law asks.

    Who works shifts or is away for a week must still have had the chance to see it.
    """
    yield from posted_less(dataset, "residents_committee.post_min_days")


def posted_less(dataset: Dataset, *parameters: str) -> Iterator[Breach]:
    """Records that hang for fewer days than one of these parameters says of them."""
    for record in dataset.records:
        days, least = days_posted(record.posting), least_days(dataset, record)
        if least and least.parameter in parameters and days is not None and days < least.value:
            yield at(record, "posting", "until", days=days, least=least.value).under(least)


def _held(dataset: Dataset) -> Iterator[Meeting]:
    return (one for one in dataset.meetings if one.state == "held" and not one.withdrawn)


@rule(WARNING, catalogue="RC-07", parameters=("residents_committee.meeting_notice_days",))
def residents_meeting_notice_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A residents' meeting was announced fewer days ahead than the law asks.

    Whoever has to ask for leave or find somebody for the children needs the time.
    """
    law = law_of(dataset.community)
    for meeting in dataset.meetings:
        notice = dataset.by_id.get(meeting.notice)
        least = law.provision("residents_committee.meeting_notice_days", meeting=meeting.date)
        if meeting.type != "residents-meeting" or meeting.urgent or notice is None or least is None:
            continue
        days = days_between(notice.published, meeting.date)
        if days < least.value:
            yield at(meeting, "notice", days=max(days, 0), least=least.value).under(least)


@rule(WARNING, catalogue="RC-07", parameters=("residents_committee.meeting_notice_days",))
def residents_meeting_notice_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A residents' meeting was held, and its notice is not named.

    Without it nobody can see whether residents could have known.
    """
    law = law_of(dataset.community)
    for meeting in _held(dataset):
        least = law.provision("residents_committee.meeting_notice_days", meeting=meeting.date)
        if meeting.type == "residents-meeting" and least and not meeting.notice and not meeting.urgent:
            yield at(meeting, "type", least=least.value).under(least)


@rule(WARNING, catalogue="RC-15", parameters=("residents_committee.party_study",))
def party_study_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Residents decided, and no day is stated on which the Party organisation had studied it.

    The law puts that step before every decision of the residents' meetings.
    """
    law = law_of(dataset.community)
    for meeting in _deciding(dataset):
        asked = law.provision("residents_committee.party_study", meeting=meeting.date)
        if asked and asked.value and meeting.party_study_on is None:
            yield at(meeting, "type").under(asked)


@rule(WARNING, catalogue="RC-15", parameters=("residents_committee.party_study",))
def party_study_after_meeting(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The Party organisation studied a matter only after the residents had met.

    Either the order of the steps or one of the dates is wrong.
    """
    law = law_of(dataset.community)
    for meeting in _deciding(dataset):
        asked = law.provision("residents_committee.party_study", meeting=meeting.date)
        if asked and asked.value and meeting.party_study_on and meeting.party_study_on > meeting.date:
            yield at(meeting, "party_study_on", found=meeting.party_study_on, meeting=meeting.date).under(asked)


def _deciding(dataset: Dataset) -> Iterator[Meeting]:
    """Meetings of residents or their representatives that were held and decided something."""
    for meeting in _held(dataset):
        if meeting.type in DECIDING and any(one.kind in DECISIONS or one.resolution for one in meeting.agenda):
            yield meeting


@rule(WARNING, catalogue="RC-01 RC-16 CONS-04", parameters=("residents_committee.outcomes_published",))
def residents_decision_without_implementer(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Residents decided something, and nobody is named who is to carry it out.

    A decision without anybody responsible is carried out by nobody.
    """
    law = law_of(dataset.community)
    for resolution in _decisions(dataset):
        asked = law.provision("residents_committee.outcomes_published", decided_on=resolution.decided_on)
        if asked and asked.value and resolution.implementation is None:
            yield at(resolution, "motions").under(asked)


@rule(WARNING, catalogue="RC-01 RC-16 CONS-04", parameters=("residents_committee.outcomes_published",))
def residents_decision_progress_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The day by which a decision of residents was to be carried out is over, and nothing says what became of it.

    What failed may be told as well as what was done; only silence leaves residents guessing.
    """
    law = law_of(dataset.community)
    for resolution in _decisions(dataset):
        asked = law.provision("residents_committee.outcomes_published", decided_on=resolution.decided_on)
        plan = resolution.implementation
        if asked is None or not asked.value or plan is None or plan.due is None or plan.done_on or plan.progress:
            continue
        if today.is_past(plan.due):
            yield at(resolution, "implementation", "due", due=plan.due).under(asked)


def _decisions(dataset: Dataset) -> Iterator[Resolution]:
    """What residents or their representatives adopted; polls decide nothing."""
    for resolution in dataset.resolutions:
        adopted = any(motion.result in ("passed", "chosen") for motion in resolution.motions)
        if adopted and resolution.form not in POLLS and dataset.kind_of(resolution.decided_by) in DECIDING:
            yield resolution


@rule(WARNING, catalogue="RC-17", parameters=("residents_committee.hearing_outcomes",))
def consultation_without_outcome(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A hearing or consultation was held, and nothing says what came of it.

    Whoever spoke there wants to know what was made of it.
    """
    law = law_of(dataset.community)
    for meeting in _held(dataset):
        asked = law.provision("residents_committee.hearing_outcomes", meeting=meeting.date)
        ended = any(one.outcome or one.resolution for one in meeting.agenda)
        if asked and asked.value and meeting.type in CONSULTING and not ended:
            yield at(meeting, "type").under(asked)
