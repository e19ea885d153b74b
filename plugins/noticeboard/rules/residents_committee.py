"""The residents' committee, its representatives and supervisors: how many, for how long, how one follows another.

What the organic law of residents' committees asks for, as revised and in force since 2026.
"""

import datetime
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from noticeboard.law.days import DAY, add_years, days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Handover
from noticeboard.rules.offices import Office, offices
from noticeboard.rules.rule import INFO, WARNING, Breach, at, rule
from noticeboard.today import Today

COMMITTEE = "residents-committee"
SUPERVISORS = "residents-supervision-committee"
REPRESENTATIVES = "residents-representatives"


def _offices(dataset: Dataset, kind: str) -> list[Office]:
    """The earliest first."""
    return sorted(offices(dataset, kind), key=lambda one: one.elected)


def _representatives_elected(dataset: Dataset) -> datetime.date | None:
    """When the representatives in office were chosen: their term is the committee's (art. 13)."""
    offices = _offices(dataset, REPRESENTATIVES) or _offices(dataset, COMMITTEE)
    return offices[-1].elected if offices else None


@rule(WARNING, catalogue="RC-05", parameters=("residents_committee.representatives_share",))
def representatives_too_few(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Representatives are a smaller part of their meeting than the law asks.

    Where members of the committee weigh too much, it decides about itself.
    """
    representatives, chosen = dataset.community.representatives, _representatives_elected(dataset)
    composition = _composition(dataset)
    if representatives is None or chosen is None or not composition:
        return
    share = law_of(dataset.community).provision("residents_committee.representatives_share", elected_on=chosen)
    if share and Fraction(representatives, composition) < share.value:
        values = {"representatives": representatives, "composition": composition, "share": share.value}
        yield at("community", "representatives", **values).under(share)


def _composition(dataset: Dataset) -> int | None:
    """All who make up the representatives' meeting: its seats as stated."""
    seats = [body.seats for body in dataset.bodies if body.kind == REPRESENTATIVES and not body.until]
    return seats[-1] if seats else None


@rule(
    INFO,
    catalogue="RC-06",
    parameters=(
        "residents_committee.households_per_representative_min",
        "residents_committee.households_per_representative_max",
    ),
)
def representatives_unusual_in_number(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """There are more or fewer representatives than households usually have.

    The law lets a community depart from it where there is need; a slip of the pen is likelier.
    """
    community, chosen = dataset.community, _representatives_elected(dataset)
    representatives, households = community.representatives, community.households
    if not representatives or not households or chosen is None:
        return
    law = law_of(community)
    fewest = law.provision("residents_committee.households_per_representative_min", elected_on=chosen)
    most = law.provision("residents_committee.households_per_representative_max", elected_on=chosen)
    if fewest and most and not fewest.value * representatives <= households <= most.value * representatives:
        values = {"found": representatives, "households": households, "fewest": fewest.value, "most": most.value}
        yield at("community", "representatives", **values).under(fewest)


class Succession(NamedTuple):
    """A committee that another one followed, and the day on which that one was elected."""

    outgoing: Office
    elected: datetime.date
    within: Provision

    @property
    def handover(self) -> Handover | None:
        return self.outgoing.term.handover

    @property
    def last(self) -> datetime.date:
        """The last day for handing over."""
        return last_day_within(self.elected, self.within.value)


def _successions(dataset: Dataset) -> Iterator[Succession]:
    law = law_of(dataset.community)
    for outgoing, following in pairwise(_offices(dataset, COMMITTEE)):
        within = law.provision("residents_committee.handover_days", elected_on=following.elected)
        listed = outgoing.term.handover and outgoing.term.handover.record
        if within and not listed:
            yield Succession(outgoing, following.elected, within)


@rule(WARNING, catalogue="RC-10", parameters=("residents_committee.handover_days",))
def residents_handover_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An outgoing residents' committee handed over later than the law allows.

    Until then the new one has neither seal nor books.
    """
    for one in _successions(dataset):
        done = one.handover.completed_on if one.handover else None
        if done and done > one.last:
            field = ("bodies", one.outgoing.place, "term", "handover", "completed_on")
            yield at("bodies", *field, found=done, last=one.last).under(one.within)


@rule(WARNING, catalogue="RC-10", parameters=("residents_committee.handover_days",))
def residents_handover_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A new residents' committee is in office, and nothing is said of the handover.

    Residents cannot see where seals, files and money are.
    """
    for one in _successions(dataset):
        done = one.handover.completed_on if one.handover else None
        if done is None and today.is_past(one.last):
            field = ("bodies", one.outgoing.place, "term")
            yield at("bodies", *field, elected=one.elected, last=one.last).under(one.within)


@rule(WARNING, catalogue="RC-11", parameters=("residents_committee.voter_list_days",))
def voter_list_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The voter list was posted fewer days before the election than the law asks.

    Who is missing from it needs time to object, and the electoral committee time to decide.
    """
    for office, least in _elections(dataset):
        posted = office.term.voter_list_posted_on
        if posted and days_between(posted, office.elected) < least.value:
            values = {"found": posted, "elected": office.elected, "least": least.value}
            yield at("bodies", "bodies", office.place, "term", "voter_list_posted_on", **values).under(least)


@rule(WARNING, catalogue="RC-11", parameters=("residents_committee.voter_list_days",))
def voter_list_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """It is not stated when the voter list was posted.

    Only the day is asked for: the list itself never goes online.
    """
    for office, least in _elections(dataset):
        if office.term.voter_list_posted_on is None:
            yield at("bodies", "bodies", office.place, "term", elected=office.elected, least=least.value).under(least)


def _elections(dataset: Dataset) -> Iterator[tuple[Office, Provision]]:
    """Committees whose day of election is stated, with how long before it the voter list is posted."""
    law = law_of(dataset.community)
    for office in _offices(dataset, COMMITTEE):
        day = office.term.elected_on
        if day and (least := law.provision("residents_committee.voter_list_days", elected_on=day)):
            yield office, least


@rule(WARNING, catalogue="RC-12", parameters=("residents_committee.size_min", "residents_committee.size_max"))
def residents_committee_size(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A residents' committee has fewer or more members than the law allows.

    Too few can hardly do the work, and too many were not what residents could vote for.
    """
    law = law_of(dataset.community)
    for office in _offices(dataset, COMMITTEE):
        seats = office.body.seats
        least = law.provision("residents_committee.size_min", elected_on=office.elected)
        most = law.provision("residents_committee.size_max", elected_on=office.elected)
        if seats is not None and least and most and not least.value <= seats <= most.value:
            values = {"found": seats, "least": least.value, "most": most.value}
            yield at("bodies", "bodies", office.place, "seats", **values).under(least if seats < least.value else most)


@rule(WARNING, catalogue="RC-12", parameters=("residents_committee.woman_member",))
def residents_committee_without_woman(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """No woman is among the members of a residents' committee.

    Judged only where the record says so; nothing is concluded from names.
    """
    law = law_of(dataset.community)
    for office in _offices(dataset, COMMITTEE):
        asked = law.provision("residents_committee.woman_member", elected_on=office.elected)
        if asked and asked.value and office.body.has_woman_member is False:
            yield at("bodies", "bodies", office.place, "has_woman_member").under(asked)


@rule(WARNING, catalogue="RC-12", parameters=("residents_committee.term_years",))
def residents_committee_term(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The term of a residents' committee is longer or shorter than the law says.

    Residents would be called to the next election on a wrong day.
    """
    law = law_of(dataset.community)
    for office in _offices(dataset, COMMITTEE):
        years = law.provision("residents_committee.term_years", elected_on=office.elected)
        if years is None:
            continue
        over = add_years(office.term.start, years.value)
        if office.term.until not in (over, over - DAY):
            values = {"start": office.term.start, "until": office.term.until, "years": years.value}
            yield at("bodies", "bodies", office.place, "term", "until", **values).under(years)


@rule(WARNING, catalogue="RC-13", parameters=("residents_committee.supervisors_apart",))
def supervisors_undeclared(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """It is not stated that the supervisors are neither members of the committee nor their close relatives.

    Nobody can supervise oneself or one's own family. Only that all declared it is published, never who is related.
    """
    asked = law_of(dataset.community).now("residents_committee.supervisors_apart", today)
    for index, body in enumerate(dataset.bodies):
        if asked and asked.value and body.kind == SUPERVISORS and not body.until and not body.declarations_signed:
            yield at("bodies", "bodies", index).under(asked)
