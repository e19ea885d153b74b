"""What law and good practice ask of a sheet on the board: how long, where, whom to ask, answers to objections."""

from collections.abc import Iterator

from noticeboard.law.days import add_working_days
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.law.voting import COMMITTEES
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Objection, Record
from noticeboard.rules.residents_affairs import posted_less
from noticeboard.rules.rule import ERROR, WARNING, Breach, at, rule
from noticeboard.today import Today


@rule(WARNING, catalogue="NOT-01", parameters=("posting.hold_days", "posting.committee_hold_days"))
def posted_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A sheet posted for comment, or a decision or account of a committee, hangs for fewer days than it should.

    Residents' affairs are not judged here where their own law says for how long.
    """
    yield from posted_less(dataset, "posting.hold_days", "posting.committee_hold_days")


@rule(WARNING, catalogue="NOT-01", parameters=("posting.management_committee_working_days",))
def management_decision_posted_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A decision of a property management committee hangs for fewer working days than the law asks.

    Nobody elected that committee; what it decides must be seen the better.
    """
    law = law_of(dataset.community)
    for resolution in dataset.resolutions:
        least = law.provision("posting.management_committee_working_days", published=resolution.published)
        posting = resolution.posting
        if least is None or posting is None or posting.until is None:
            continue
        last = add_working_days(posting.start, least.value)
        ours = dataset.kind_of(resolution.decided_by) == "property-management-committee"
        if ours and last and posting.start <= posting.until < last:
            yield at(resolution, "posting", "until", found=posting.until, last=last, least=least.value).under(least)


@rule(WARNING, catalogue="NOT-02", parameters=("posting.issuer",))
def objection_without_means(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Residents are told to whom to object, and neither how nor where.

    A name without a telephone, a place or an hour is no way to object.
    """
    law = law_of(dataset.community)
    for record in dataset.records:
        asked = law.provision("posting.issuer", published=record.published)
        objection = record.posting.objection if record.posting else None
        if asked and asked.value and objection and not record.contact and not _means(dataset, objection):
            yield at(record, "posting", "objection", "to", found=_name(dataset, objection.to)).under(asked)


def _means(dataset: Dataset, objection: Objection) -> bool:
    body = dataset.body_by_id.get(objection.to)
    return bool(objection.how or objection.place or objection.phone or (body and body.contact))


def _name(dataset: Dataset, body_id: str) -> str:
    body = dataset.body_by_id.get(body_id)
    return body.name if body else body_id


@rule(WARNING, catalogue="NOT-02", parameters=("posting.issuer",))
def issuer_name_without_term(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The full name of a committee does not say which term it is.

    Years later nobody can tell which committee had signed.
    """
    law = law_of(dataset.community)
    for index, body in enumerate(dataset.bodies):
        if body.kind not in COMMITTEES or body.term is None or "届" in body.name:
            continue
        asked = law.provision("posting.issuer", published=body.term.start)
        if asked and asked.value:
            yield at("bodies", "bodies", index, "name", found=body.name).under(asked)


@rule(WARNING, catalogue="NOT-03", parameters=("posting.places",))
def posting_without_places(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A sheet was posted, and it is not stated where.

    Those who do not go online must know where to find it.
    """
    law = law_of(dataset.community)
    for record in dataset.records:
        asked = law.provision("posting.places", published=record.published)
        if asked and asked.value and record.posting and not record.posting.places:
            yield at(record, "posting").under(asked)


@rule(
    WARNING,
    catalogue="NOT-07",
    parameters=("posting.objections_answered", "posting.provider_objections_answered"),
)
def objections_unanswered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Objections came in, and when the time for them was over not all had been answered.

    Only numbers are published: who objected, and what was said, stays with those who received it.
    """
    for record in dataset.records:
        posting = record.posting
        asked = _answers(dataset, record)
        if not asked or not asked.value or posting is None or (posting.received or 0) <= (posting.answered or 0):
            continue
        last = posting.until or (posting.objection.until if posting.objection else None)
        if last and today.is_past(last):
            yield at(record, "posting", "received", received=posting.received, answered=posting.answered or 0).under(
                asked
            )


def _answers(dataset: Dataset, record: Record) -> Provision | None:
    """What asks that objections be answered: of providers their own law, where there is any."""
    law = law_of(dataset.community)
    general = law.provision("posting.objections_answered", published=record.published)
    if dataset.kind_of(record.publisher) == "property-service-provider":
        return law.provision("posting.provider_objections_answered", published=record.published) or general
    return general


@rule(ERROR, acknowledgeable=True, catalogue="NOT-07")
def more_answered_than_received(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More objections were answered than came in.

    One of the numbers is wrong.
    """
    for record in dataset.records:
        posting = record.posting
        if posting and posting.received is not None and (posting.answered or 0) > posting.received:
            yield at(record, "posting", "answered", received=posting.received, answered=posting.answered)
