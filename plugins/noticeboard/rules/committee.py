"""The owners' committee: its size and term, its election, who leaves it, what members are paid.

Property management committees (物业管理委员会) are interim bodies under rules of their own; nothing here is about them.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.law.days import add_years, days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.bodies import Body, Post
from noticeboard.records.community import Estate
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Resolution
from noticeboard.rules.offices import Office, offices
from noticeboard.rules.rule import WARNING, Breach, Words, at_row, rule
from noticeboard.today import Today

ALLOWANCES = "OE.E.03"
"""The account that members' allowances are booked in; a community may add a suffix."""


def committees(dataset: Dataset) -> list[Office]:
    return offices(dataset, "owners-committee")


def _at_election(dataset: Dataset, parameter: str) -> Iterator[tuple[Office, Provision]]:
    """The committees at whose election something was fixed, each with what."""
    law = law_of(dataset.community)
    for one in committees(dataset):
        if provision := law.provision(parameter, elected_on=one.elected):
            yield one, provision


# size and term


@rule(WARNING, catalogue="OC-01", parameters=("committee.size_min", "committee.small_size"))
def committee_too_small(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee has fewer seats than the law asks for.

    Judged by the seats, not by who happens to be in office; small estates may have fewer.
    """
    for one, least in _at_election(dataset, "committee.size_min"):
        seats = one.body.seats
        if seats is not None and seats < least.value and seats != _small_size(dataset, one):
            yield one.at("seats", seats=seats, least=least.value).under(least)


@rule(WARNING, catalogue="OC-01", parameters=("committee.size_max",))
def committee_too_large(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee has more seats than the law allows.

    The more there are, the harder it is to have more than half of them at a meeting.
    """
    for one, most in _at_election(dataset, "committee.size_max"):
        if one.body.seats is not None and one.body.seats > most.value:
            yield one.at("seats", seats=one.body.seats, most=most.value).under(most)


@rule(WARNING, catalogue="OC-01", parameters=("committee.size_odd",))
def committee_size_even(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee has an even number of seats.

    Half against half decides nothing. It is published all the same: such committees exist.
    """
    for one, odd in _at_election(dataset, "committee.size_odd"):
        if odd.value and one.body.seats is not None and one.body.seats % 2 == 0:
            yield one.at("seats", seats=one.body.seats).under(odd)


def _small_size(dataset: Dataset, one: Office) -> int | None:
    """How many seats its estate may make do with as a small one; None where it is not small."""
    law = law_of(dataset.community)
    size = law.provision("committee.small_size", elected_on=one.elected)
    estate = estate_of(dataset, one.body)
    if size is None or estate is None:
        return None
    area = law.provision("committee.small_max_area", elected_on=one.elected)
    households = law.provision("committee.small_max_households", elected_on=one.elected)
    small = (area and estate.floor_area is not None and estate.floor_area <= area.value) or (
        households and estate.households is not None and estate.households <= households.value
    )
    return int(size.value) if small else None


def estate_of(dataset: Dataset, body: Body) -> Estate | None:
    """The estate of a body: its own, or the only one."""
    estates = dataset.community.estates
    return dataset.estate_by_id.get(body.estate) if body.estate else estates[0] if len(estates) == 1 else None


@rule(WARNING, catalogue="OC-02", parameters=("committee.term_max_years",))
def committee_term_too_long(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee's term is longer than the law allows.

    After that owners must be asked again.
    """
    for one, most in _at_election(dataset, "committee.term_max_years"):
        if one.term.until >= add_years(one.term.start, most.value):
            yield _term(one, most)


@rule(WARNING, catalogue="OC-02", parameters=("committee.term_min_years",))
def committee_term_too_short(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee's term is shorter than the law asks for.

    Elections cost owners time and money; where a term is cut short, that is another matter.
    """
    for one, least in _at_election(dataset, "committee.term_min_years"):
        if one.term.until + datetime.timedelta(days=1) < add_years(one.term.start, least.value):
            yield _term(one, least)


def _term(one: Office, limit: Provision) -> Breach:
    return one.at("term", "until", start=one.term.start, until=one.term.until, years=limit.value).under(limit)


# election


class Step(NamedTuple):
    """A step of an election: the field with its day, its limit in days, and the field that these are counted from."""

    field: str
    parameter: str
    after: str


FIRST_MEETING = Step("first_meeting_on", "committee.first_meeting_days", "elected_on")
OFFICERS = Step("officers_posted_on", "committee.officer_list_post_days", "first_meeting_on")
FILING = Step("filed_on", "committee.filing_days", "elected_on")
CANDIDATES = "committee.candidate_list_days"


@rule(WARNING, catalogue="OC-20", parameters=(CANDIDATES,))
def committee_candidates_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The list of candidates was posted fewer days before the vote than the law asks for.

    Owners need time to learn whom they vote for.
    """
    for one, least in _at_election(dataset, CANDIDATES):
        posted, elected = one.term.candidates_posted_on, one.term.elected_on
        if posted and elected and days_between(posted, elected) < least.value:
            values = {"found": posted, "elected": elected, "least": least.value}
            yield one.at("term", "candidates_posted_on", **values).under(least)


@rule(WARNING, catalogue="OC-03", parameters=(FIRST_MEETING.parameter,))
def committee_first_meeting_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A new committee met for the first time later than the law asks for.

    Until then it has neither a chair nor a plan.
    """
    yield from _late(dataset, FIRST_MEETING)


@rule(WARNING, catalogue="OC-04", parameters=(OFFICERS.parameter,))
def committee_officers_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The list of chair, vice chair and members was posted later than the law asks for.

    They are chosen at the first meeting; owners should know whom to turn to.
    """
    yield from _late(dataset, OFFICERS)


@rule(WARNING, catalogue="OC-05", parameters=(FILING.parameter,))
def committee_filed_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee was filed with the authorities later than the law asks for.

    Without filing it gets no seal and can open no account.
    """
    yield from _late(dataset, FILING)


def _late(dataset: Dataset, step: Step) -> Iterator[Breach]:
    for one, limit in _at_election(dataset, step.parameter):
        start, done = getattr(one.term, step.after), getattr(one.term, step.field)
        due = last_day_within(start, limit.value) if start else None
        if due and done and done > due:
            late = days_between(due, done)
            yield one.at("term", step.field, found=done, due=due, late=late, days=limit.value).under(limit)


@rule(
    WARNING,
    catalogue="OC-03 OC-04 OC-05 OC-20",
    parameters=(CANDIDATES, FIRST_MEETING.parameter, OFFICERS.parameter, FILING.parameter),
)
def committee_date_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A day in the election of a committee in office is not stated, though its time is over.

    Whether the step was taken and when is what owners may want to know; that the
    file does not say so is all that is claimed.
    """
    for one in committees(dataset):
        if not one.is_over(today):
            for field, provision in _unstated(dataset, one, today):
                yield one.at("term", field, **_called(field)).under(provision)


def _unstated(dataset: Dataset, one: Office, today: Today) -> Iterator[tuple[str, Provision]]:
    """The fields that should have been filled in by now. Without the day of election nothing else can be due."""
    law = law_of(dataset.community)
    if one.term.elected_on is None:
        if filing := law.provision(FILING.parameter, elected_on=one.elected):
            yield "elected_on", filing
        return
    candidates = law.provision(CANDIDATES, elected_on=one.elected)
    if candidates and one.term.candidates_posted_on is None and today.has_come(one.term.elected_on):
        yield "candidates_posted_on", candidates
    for step in (FIRST_MEETING, OFFICERS, FILING):
        limit = law.provision(step.parameter, elected_on=one.elected)
        start, done = getattr(one.term, step.after), getattr(one.term, step.field)
        if limit and start and done is None and today.is_past(last_day_within(start, limit.value)):
            yield step.field, limit


def _called(field: str) -> dict[str, Words]:
    """What a field of the term is called in both languages."""
    bodies = schemas.source("bodies")["properties"]["bodies"]["items"]["properties"]
    named = bodies["term"]["properties"][field]
    return {"what_zh": Words(named["title"]), "what_en": Words(named["x-en"][0].lower())}


@rule(WARNING, catalogue="OC-19", parameters=("committee.conflict_declared",))
def committee_declarations_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing says that all members of a committee in office declared that they have no conflicting interest.

    Members and their close relatives may not work for the provider that they are to watch.
    """
    for one, provision in _at_election(dataset, "committee.conflict_declared"):
        if provision.value and not one.body.declarations_signed and not one.is_over(today):
            yield one.at("declarations_signed").under(provision)


# members


@rule(WARNING, catalogue="OC-16", parameters=("committee.member_handover_days",))
def member_handover_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A member who left handed over later than the law asks for.

    Judged where the day is stated; not everyone has something to hand over.
    """
    law = law_of(dataset.community)
    for one in committees(dataset):
        for place, post, left in _leavers(one):
            limit, done = law.provision("committee.member_handover_days", term_end=left), post.handed_over_on
            due = last_day_within(left, limit.value) if limit else None
            if limit and due and done and done > due:
                values = {"role": post.role, "left": left, "found": done, "due": due, "late": days_between(due, done)}
                yield one.at("posts", place, "handed_over_on", **values).under(limit)


def _leavers(one: Office) -> Iterator[tuple[int, Post, datetime.date]]:
    """The posts whose holders left, each with its place in the list and the day."""
    return ((place, post, post.until) for place, post in enumerate(one.body.posts) if post.until)


@rule(WARNING, catalogue="OC-21", parameters=("committee.end_announced",))
def member_end_not_announced(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A member left before the end of the term, and no notice of it is named.

    Owners should learn from the board that one of those whom they elected is gone.
    """
    law = law_of(dataset.community)
    for one in committees(dataset):
        end = min(one.term.until, one.body.until or one.term.until)
        for place, post, left in _leavers(one):
            announced = law.provision("committee.end_announced", term_end=left)
            told = post.end_notice or _stays(one, post, left)
            if announced and announced.value and left < end and not told and today.is_past(left):
                yield one.at("posts", place, "end_notice", role=post.role, left=left).under(announced)


def _stays(one: Office, post: Post, left: datetime.date) -> bool:
    """Whether the holder of a post that ended went on in another one."""
    return any(
        other.holder and other.holder == post.holder and (other.until is None or other.until > left)
        for other in one.body.posts
    )


@rule(WARNING, catalogue="OC-17", parameters=("committee.refill_share",))
def committee_short_of_members(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """So few members are left that a new election is due.

    Judged by the number in office that the file states, never by counting posts.
    """
    share = law_of(dataset.community).now("committee.refill_share", today)
    for one in committees(dataset):
        seats, left = one.body.seats, one.body.in_office
        if share and seats is not None and left is not None and left < seats * share.value and not one.is_over(today):
            yield one.at("in_office", left=left, seats=seats).under(share)


# allowances


@rule(WARNING, catalogue="OC-22", parameters=("committee.allowance_by_assembly",))
def allowance_without_resolution(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Members get an allowance, and no resolution of the owners' assembly that set it is named.

    It is the owners' money; a committee cannot set its own pay.
    """
    provision = law_of(dataset.community).now("committee.allowance_by_assembly", today)
    for one in committees(dataset):
        allowance = one.body.allowance
        if provision and provision.value and allowance and allowance.amount and not _by_owners(dataset, one.body):
            yield one.at("allowance", "resolution", amount=allowance.amount).under(provision)


@rule(WARNING, catalogue="OC-22", parameters=("committee.allowance_by_assembly",))
def allowance_booked_without_resolution(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Allowances are booked, and neither the row nor the committee names the owners' resolution.

    Told once a statement, at its first such row.
    """
    law = law_of(dataset.community)
    decided = {one.body.estate for one in committees(dataset) if _by_owners(dataset, one.body)}
    for statement, ledger in dataset.with_ledger():
        provision = law.provision("committee.allowance_by_assembly", period_end=statement.period.until)
        if provision is None or not provision.value or statement.estate in decided:
            continue
        rows = zip(ledger.lines, ledger.column("category"), ledger.expenses, ledger.column("decision"), strict=True)
        bare = [line for line, code, paid, decision in rows if code[:7] == ALLOWANCES and paid and not decision]
        if bare:
            yield at_row(statement, bare[0], rows=len(bare)).under(provision)


def _by_owners(dataset: Dataset, body: Body) -> bool:
    """Whether a resolution that a committee did not make itself set its allowance."""
    if body.allowance is None or not body.allowance.resolution:
        return False
    record = dataset.by_id.get(body.allowance.resolution)
    decided_by = dataset.body_by_id.get(record.decided_by) if isinstance(record, Resolution) else None
    return decided_by is None or decided_by.kind != "owners-committee"
