"""Dates: in an order that can have happened."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from noticeboard.findings import Field
from noticeboard.records.bodies import TermOfOffice
from noticeboard.records.community import Community
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.project import Emergency, Plan, Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import Statement
from noticeboard.rules.rule import ERROR, WARNING, Breach, at, rule
from noticeboard.today import Today

Day = datetime.date | None
Span = tuple[Record | str, Field, Day, Day]
"""Where a span of days ends, its first and its last day."""


def _spans(dataset: Dataset) -> Iterator[Span]:
    for record in dataset.records:
        yield from _spans_of(record)
    yield from _spans_of_community(dataset.community)
    for index, body in enumerate(dataset.bodies):
        field: Field = ("bodies", index)
        yield "bodies", (*field, "until"), body.since, body.until
        if body.term:
            yield from _spans_of_term(body.term, (*field, "term"))
        for place, post in enumerate(body.posts):
            yield "bodies", (*field, "posts", place, "until"), post.since, post.until
            yield "bodies", (*field, "posts", place, "handed_over_on"), post.since, post.handed_over_on
    for index, contract in enumerate(dataset.contracts):
        yield "bodies", ("contracts", index, "until"), contract.start, contract.until
        yield "bodies", ("contracts", index, "ended_on"), contract.start, contract.ended_on
    for index, seal in enumerate(dataset.seals):
        for place, spell in enumerate(seal.custody):
            yield "bodies", ("seals", index, "custody", place, "until"), spell.start, spell.until


def _spans_of_community(community: Community) -> Iterator[Span]:
    for index, exemption in enumerate(community.exemptions):
        yield "community", ("exemptions", index, "until"), exemption.start, exemption.until
    for index, estate in enumerate(community.estates):
        for number, item in enumerate(estate.income_items):
            yield "community", ("estates", index, "income_items", number, "until"), item.since, item.until


def _spans_of_term(term: TermOfOffice, field: Field) -> Iterator[Span]:
    """The term, and what follows the election; a handover may begin before the term is over."""
    yield "bodies", (*field, "until"), term.start, term.until
    for name in ("officers_posted_on", "first_meeting_on", "filed_on", "reelection_reported_on"):
        yield "bodies", (*field, name), term.elected_on, getattr(term, name)
    yield "bodies", (*field, "elected_on"), term.candidates_posted_on, term.elected_on
    if term.handover:
        yield "bodies", (*field, "handover", "completed_on"), term.start, term.handover.completed_on


def _spans_of(record: Record) -> Iterator[Span]:
    if record.posting:
        yield record, ("posting", "until"), record.posting.start, record.posting.until
    if record.covers:
        yield record, ("covers", "until"), record.covers.start, record.covers.until
    if own := SPANS.get(type(record)):
        yield from own(record)


def _spans_of_statement(statement: Statement) -> Iterator[Span]:
    yield statement, ("period", "until"), statement.period.start, statement.period.until


def _spans_of_resolution(resolution: Resolution) -> Iterator[Span]:
    if resolution.voting:
        yield resolution, ("voting", "until"), resolution.voting.start, resolution.voting.until


def _spans_of_project(project: Project) -> Iterator[Span]:
    plan, emergency = project.plan or Plan(), project.emergency or Emergency(situation="")
    yield project, ("plan", "posted_until"), plan.posted_on, plan.posted_until
    yield project, ("emergency", "posted_until"), emergency.posted_on, emergency.posted_until
    yield project, ("completed_on",), project.started_on, project.completed_on


def _spans_of_matter(matter: Matter) -> Iterator[Span]:
    yield matter, ("closed_on",), matter.origin.date, matter.closed_on
    for index, call in enumerate(matter.calls):
        yield matter, ("calls", index, "answered_on"), call.date, call.answered_on


def _spans_of_finding(finding: SupervisionFinding) -> Iterator[Span]:
    yield finding, ("due",), finding.date, finding.due
    yield finding, ("fixed_on",), finding.date, finding.fixed_on
    yield finding, ("referred_on",), finding.date, finding.referred_on
    for index, one in enumerate(finding.rechecked):
        yield finding, ("rechecked", index, "date"), finding.date, one.date
    for index, again in enumerate(finding.reopened):
        field: Field = ("reopened", index)
        yield finding, (*field, "date"), finding.fixed_on or finding.date, again.date
        yield finding, (*field, "due"), again.date, again.due
        yield finding, (*field, "fixed_on"), again.date, again.fixed_on


def _spans_of_election(election: Election) -> Iterator[Span]:
    if election.voting:
        yield election, ("voting", "until"), election.voting.start, election.voting.until
        yield election, ("date",), election.voting.until, election.date
    if election.term:
        yield election, ("term", "until"), election.term.start, election.term.until
    for index, office in enumerate(election.offices):
        yield election, ("offices", index, "date"), election.date, office.date


def _spans_of_notice(notice: Notice) -> Iterator[Span]:
    if notice.effective:
        yield notice, ("effective", "until"), notice.effective.start, notice.effective.until
    if notice.convenes:
        yield notice, ("convenes", "until"), notice.convenes.date, notice.convenes.until


def _spans_of_handover(handover: HandoverList) -> Iterator[Span]:
    for index, one in enumerate(handover.items):
        yield handover, ("items", index, "due"), handover.since, one.due


SPANS: dict[type[Record], Callable[[Any], Iterator[Span]]] = {
    Statement: _spans_of_statement,
    Resolution: _spans_of_resolution,
    Notice: _spans_of_notice,
    Project: _spans_of_project,
    Matter: _spans_of_matter,
    SupervisionFinding: _spans_of_finding,
    Election: _spans_of_election,
    HandoverList: _spans_of_handover,
}
"""The spans of days in records of each kind, beside those of the envelope."""


@rule(ERROR, catalogue="FIN-03")
def period_reversed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something ends before it begins.

    Nothing can be said about such a period: neither what lies in it nor what follows it.
    """
    for where, field, first, last in _spans(dataset):
        if first and last and last < first:
            yield at(where, *field, start=first, until=last)


@rule(WARNING)
def decided_before_voting_ended(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A resolution was decided before the last day of voting.

    Votes that came in afterwards could no longer count.
    """
    for resolution in dataset.resolutions:
        if resolution.voting and resolution.decided_on < resolution.voting.until:
            yield at(resolution, "decided_on", found=resolution.decided_on, until=resolution.voting.until)


@rule(WARNING)
def published_before_decided(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A final resolution was published before it was decided.

    One of the dates is wrong. A draft, or a resolution that was first shown as
    a draft and corrected since, may well be older than its decision.
    """
    for resolution in dataset.resolutions:
        final = resolution.status in ("", "final") and not resolution.corrections
        if final and resolution.published < resolution.decided_on:
            yield at(resolution, "published", found=resolution.published, decided=resolution.decided_on)


@rule(WARNING)
def statement_published_before_period_end(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement was published before its period was over.

    Entries of the remaining days cannot be in it.
    """
    for statement in dataset.statements:
        if statement.published < statement.period.until:
            yield at(statement, "published", found=statement.published, until=statement.period.until)


@rule(WARNING)
def published_before_date(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record was published before the day that it bears.

    One of the dates is wrong. A notice speaks of what is to come, a meeting is
    announced before it is held, a draft is shown before it is dated; a
    resolution or statement that is too early by its own dates is told of these.
    """
    for record in dataset.records:
        if record.published < record.date and not _may_be_early(record):
            yield at(record, "published", found=record.published, date=record.date)


def _may_be_early(record: Record) -> bool:
    if record.status not in ("", "final") or record.corrections:
        return True
    match record:
        case Notice() | Election(result="awaited"):
            return True
        case Meeting():
            return record.state != "held"
        case Resolution():
            return record.published < record.decided_on
        case Statement():
            return record.published < record.period.until
    return False


@rule(WARNING)
def published_in_future(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record says that it was first shown on a day that has not come yet.

    The day of publication is what deadlines are counted from.
    """
    for record in dataset.records:
        if not today.has_come(record.published):
            yield at(record, "published", found=record.published, today=today.named())


@rule(ERROR)
def meeting_ends_before_it_starts(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A meeting ends before it starts.

    One that ran past midnight says so by its last day.
    """
    for meeting in dataset.meetings:
        last = meeting.end_date or meeting.date
        if last < meeting.date:
            yield at(meeting, "end_date", start=meeting.date, end=last)
        elif last == meeting.date and meeting.start and meeting.end and meeting.end < meeting.start:
            yield at(meeting, "end", start=meeting.start, end=meeting.end)


@rule(WARNING)
def correction_before_publication(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A correction is dated before the record was published.

    What nobody had seen yet needs no correction; more likely a date is wrong.
    """
    for record in dataset.records:
        for index, correction in enumerate(record.corrections):
            if correction.date < record.published:
                yield at(record, "corrections", index, "date", found=correction.date, published=record.published)


@rule(WARNING, catalogue="NOT-05")
def withdrawn_before_publication(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record is withdrawn on a day before it was published.

    What nobody had seen yet cannot be taken back; more likely a date is wrong.
    """
    for record in dataset.records:
        if record.withdrawn and record.withdrawn.date < record.published:
            yield at(record, "withdrawn", "date", found=record.withdrawn.date, published=record.published)


@rule(WARNING)
def correction_in_future(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A correction is dated on a day that has not come yet.

    The page would say today that something was changed tomorrow.
    """
    for record in dataset.records:
        for index, correction in enumerate(record.corrections):
            if not today.has_come(correction.date):
                yield at(record, "corrections", index, "date", found=correction.date, today=today.named())


@rule(WARNING, catalogue="NOT-05")
def withdrawn_in_future(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record is withdrawn on a day that has not come yet.

    Its page says at once that it no longer holds.
    """
    for record in dataset.records:
        if record.withdrawn and not today.has_come(record.withdrawn.date):
            yield at(record, "withdrawn", "date", found=record.withdrawn.date, today=today.named())
