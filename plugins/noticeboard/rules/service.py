"""Property service: contracts and how they end, fees and how they change, what providers report."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.law.days import days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.bodies import Contract
from noticeboard.records.dataset import Dataset
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import Statement
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today

SERVICE = "property-service"
REPORT, BOARD = "provider-report", "provider-board"
"""Duties whose notices say in `contents` what they contain."""

END_NOTICE = {
    "dismissal": "service.dismissal_notice_days",
    "not-renewed-by-owners": "service.owners_non_renewal_notice_days",
    "not-renewed-by-provider": "service.non_renewal_notice_days",
}
INDEFINITE = "service.indefinite_notice_days"
"""What governs the end of a contract that had no last day, whoever ended it."""


def _signed(contract: Contract) -> datetime.date:
    """The day that governs a contract; where nobody says when it was signed, its first."""
    return contract.signed_on or contract.start


def _end(contract: Contract) -> datetime.date | None:
    return contract.ended_on or contract.until


def _provider(dataset: Dataset, contract: Contract) -> Words:
    body = dataset.body_by_id.get(contract.provider)
    return Words(body.name if body else contract.provider)


def _labelled(name: str, key: str, value: str) -> dict[str, Words]:
    """A value of an enumeration in both languages, to fill the gap `name`."""
    zh, en = schemas.labels()[key][value]
    return {f"{name}_zh": Words(zh), f"{name}_en": Words(en)}


def _listed(name: str, key: str, values: list[str]) -> dict[str, Words]:
    """Several values of an enumeration in both languages."""
    labels = [schemas.labels()[key][value] for value in values]
    return {
        f"{name}_zh": Words("、".join(zh for zh, _ in labels)),
        f"{name}_en": Words(", ".join(en for _, en in labels)),
    }


# fees


@rule(WARNING, catalogue="PS-03", parameters=("service.fee_basis_stated",))
def contract_fee_basis_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A contract does not say whether the fee is a lump sum or pays the cost plus a commission.

    On it depends whose the surplus is: the provider's, or the owners'.
    """
    law = law_of(dataset.community)
    for index, contract in enumerate(dataset.contracts):
        asked = law.provision("service.fee_basis_stated", contract=_signed(contract))
        if asked and asked.value and not contract.fee_basis:
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, provider=provider, start=contract.start).under(asked)


class Account(NamedTuple):
    """A statement of the service fund with the contract under which the money was taken."""

    statement: Statement
    contract: Contract


def _accounts(dataset: Dataset) -> Iterator[Account]:
    """Statements of the service fund in estates that a provider served then; the self-managed have no contract."""
    for statement in dataset.statements:
        if statement.fund != SERVICE:
            continue
        estate = dataset.estate_of(statement)
        contracts = [one for one in dataset.contracts if one.estate == estate and _served(one, statement)]
        if len(contracts) == 1:
            yield Account(statement, contracts[0])


def _served(contract: Contract, statement: Statement) -> bool:
    end = _end(contract)
    return contract.start <= statement.period.until and (end is None or statement.period.start <= end)


@rule(WARNING, catalogue="PS-03", parameters=("service.fee_basis_stated",))
def statement_fee_basis_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement of a provider's account does not say how the fee is reckoned.

    Without it nobody can read the balance: under a lump sum it is the provider's, otherwise the owners'.
    """
    law = law_of(dataset.community)
    for statement, contract in _accounts(dataset):
        asked = law.provision("service.fee_basis_stated", contract=_signed(contract))
        if asked and asked.value and not statement.fee_basis:
            yield at(statement, "period").under(asked)


@rule(WARNING, catalogue="PS-03")
def fee_basis_contradicted(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement names another fee basis than the contract of that time.

    One of the two is wrong, and on it depends whose the surplus is.
    """
    for statement, contract in _accounts(dataset):
        if statement.fee_basis and contract.fee_basis and statement.fee_basis != contract.fee_basis:
            yield at(
                statement, "fee_basis", provider=_provider(dataset, contract),
                **_labelled("stated", "statement.fee_basis", statement.fee_basis),
                **_labelled("agreed", "statement.fee_basis", contract.fee_basis),
            )  # fmt: skip


# the price of the service


def _price_changes(dataset: Dataset) -> Iterator[Resolution]:
    """Resolutions that put a change of the fee to the vote."""
    for resolution in dataset.resolutions:
        motions = [one for one in resolution.motions if one.matter == "adjust-service-fee"]
        if any(one.result not in ("not-put", "withdrawn") for one in motions):
            yield resolution


def _put_on(resolution: Resolution) -> datetime.date:
    """The day on which voting began."""
    return resolution.voting.start if resolution.voting else resolution.decided_on


@rule(WARNING, catalogue="PS-08", parameters=("service.price_change_post_days",))
def price_change_without_proposal(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A change of the fee was voted on, and no notice shows the proposal.

    Whoever is to pay more must have seen how much, from when and why.
    """
    law = law_of(dataset.community)
    for resolution in _price_changes(dataset):
        asked = law.provision("service.price_change_post_days", decided_on=resolution.decided_on)
        if asked and not resolution.proposal:
            yield at(resolution, "motions", days=asked.value).under(asked)


@rule(WARNING, catalogue="PS-08", parameters=("service.price_change_post_days",))
def price_change_posted_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The proposal for a change of the fee hung for fewer days than asked before the vote began.

    Days count from the first day of its posting to its last, or to the first day of voting if that came earlier.
    """
    law = law_of(dataset.community)
    for resolution in _price_changes(dataset):
        asked = law.provision("service.price_change_post_days", decided_on=resolution.decided_on)
        proposal = dataset.by_id.get(resolution.proposal)
        if not asked or not proposal or not proposal.posting:
            continue
        first = proposal.posting.start
        last = min(proposal.posting.until or _put_on(resolution), _put_on(resolution))
        days = max(days_between(first, last), 0)
        if days < asked.value:
            yield at(resolution, "proposal", start=first, last=last, days=days, needed=asked.value).under(asked)


@rule(WARNING, catalogue="PS-08", parameters=("service.price_change_audited",))
def price_change_without_audit(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A change of the fee was voted on, and no record shows the audit or appraisal before it.

    Only audited accounts tell whether the old fee does not suffice.
    """
    law = law_of(dataset.community)
    for resolution in _price_changes(dataset):
        asked = law.provision("service.price_change_audited", decided_on=resolution.decided_on)
        audit = dataset.by_id.get(resolution.audit)
        seen = resolution.audit in dataset.unread or (audit is not None and audit.published <= _put_on(resolution))
        if asked and asked.value and not seen:
            yield at(resolution, "audit" if audit else "motions", put=_put_on(resolution)).under(asked)


# how contracts begin and end


def _end_notice(dataset: Dataset, contract: Contract) -> Provision | None:
    """How many days before the end the other side had to know of it."""
    if not (end := _end(contract)) or not contract.end_kind or contract.end_kind == "expiry":
        return None
    name = END_NOTICE.get(contract.end_kind) if contract.until else INDEFINITE
    return law_of(dataset.community).provision(name, event=end) if name else None


@rule(WARNING, catalogue="PS-09", parameters=(*END_NOTICE.values(), INDEFINITE))
def end_notice_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A contract was ended by one side, and nothing says when the other was told in writing.

    The days from that notice to the end are what a community has to find another provider.
    """
    for index, contract in enumerate(dataset.contracts):
        asked = _end_notice(dataset, contract)
        if asked and not contract.notice_given_on:
            how = _labelled("how", "bodies.contracts.end_kind", contract.end_kind)
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, "end_kind", provider=provider, days=asked.value, **how).under(asked)


@rule(WARNING, catalogue="PS-09", parameters=(*END_NOTICE.values(), INDEFINITE))
def end_notice_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The written notice that ends a contract came fewer days before its end than asked.

    The days from that notice to the end are what a community has to find another provider.
    """
    for index, contract in enumerate(dataset.contracts):
        asked, end, given = _end_notice(dataset, contract), _end(contract), contract.notice_given_on
        if not asked or not end or not given:
            continue
        days = days_between(given, end)
        if days < asked.value:
            how = _labelled("how", "bodies.contracts.end_kind", contract.end_kind)
            figures = {"end": end, "given": given, "days": max(days, 0), "needed": asked.value}
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, "notice_given_on", provider=provider, **figures, **how).under(asked)


class Departure(NamedTuple):
    """A contract after which somebody else served, its place in the list, and its last day."""

    place: int
    contract: Contract
    end: datetime.date


def _departures(dataset: Dataset) -> Iterator[Departure]:
    """Contracts that ended, or are to end, that the same provider does not go on with, and of which no list tells."""
    for index, contract in enumerate(dataset.contracts):
        end = _end(contract)
        stayed = any(
            one.provider == contract.provider and one.estate == contract.estate and one.start > contract.start
            for one in dataset.contracts
        )
        over = contract.end_kind or contract.ended_on or _followed(dataset, contract)
        listed = contract.handover and contract.handover.record
        if end and over and not stayed and not listed:
            yield Departure(index, contract, end)


def _followed(dataset: Dataset, contract: Contract) -> bool:
    return any(one.estate == contract.estate and one.start > contract.start for one in dataset.contracts)


@rule(WARNING, catalogue="PS-10", parameters=("service.handover_items", "service.handover_days"))
def provider_handover_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A provider left, and nothing says what it handed over.

    Keys, drawings, equipment files and the owners' money are what the next one cannot work without.
    """
    law = law_of(dataset.community)
    for index, contract, end in _departures(dataset):
        asked = law.provision("service.handover_items", event=end)
        within = law.provision("service.handover_days", event=end)
        due = last_day_within(end, within.value) if within else end
        if asked and not contract.handover and today.is_past(due):
            provider = _provider(dataset, contract)
            items = _listed("items", "handed", list(asked.value))
            yield at("bodies", "contracts", index, provider=provider, end=end, **items).under(asked)


@rule(WARNING, catalogue="PS-10", parameters=("service.handover_items",))
def provider_handover_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The list of what a leaving provider handed over lacks something that is asked.

    What is not on the list is hard to claim later.
    """
    law = law_of(dataset.community)
    for index, contract, end in _departures(dataset):
        asked = law.provision("service.handover_items", event=end)
        if not asked or not contract.handover:
            continue
        missing = [item for item in asked.value if item not in contract.handover.items]
        if missing and today.is_past(end):
            lacking = _listed("missing", "handed", missing)
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, "handover", "items", provider=provider, **lacking).under(asked)


@rule(WARNING, catalogue="PS-10", parameters=("service.handover_days",))
def provider_handover_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A leaving provider finished handing over later than asked.

    Until then neither provider can be held to anything.
    """
    law = law_of(dataset.community)
    for index, contract, end in _departures(dataset):
        asked = law.provision("service.handover_days", event=end)
        done = contract.handover.completed_on if contract.handover else None
        if not asked or not done:
            continue
        due = last_day_within(end, asked.value)
        if done > due:
            figures = {"end": end, "done": done, "due": due, "late": days_between(due, done), "days": asked.value}
            provider = _provider(dataset, contract)
            yield at(
                "bodies", "contracts", index, "handover", "completed_on", provider=provider, **figures
            ).under(asked)  # fmt: skip


@rule(WARNING, catalogue="PS-11", parameters=("service.prepay_max_months",))
def prepayment_too_long(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A contract lets the provider collect more months of fees in advance than allowed.

    Money paid in advance is gone if the provider goes.
    """
    law = law_of(dataset.community)
    for index, contract in enumerate(dataset.contracts):
        asked = law.provision("service.prepay_max_months", contract=_signed(contract))
        if asked and contract.prepay_months is not None and contract.prepay_months > asked.value:
            figures = {"months": contract.prepay_months, "most": asked.value}
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, "prepay_months", provider=provider, **figures).under(asked)


@rule(WARNING, catalogue="PS-12", parameters=("service.contract_filing_days",))
def contract_not_filed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A contract was signed, the days for filing it are over, and no day of filing is stated.

    A contract on file cannot be quietly changed.
    """
    law = law_of(dataset.community)
    for index, contract in enumerate(dataset.contracts):
        asked = law.provision("service.contract_filing_days", contract=_signed(contract))
        if not asked or not contract.signed_on or contract.filed_on:
            continue
        due = last_day_within(contract.signed_on, asked.value)
        if today.is_past(due):
            figures = {"signed": contract.signed_on, "days": asked.value}
            provider = _provider(dataset, contract)
            yield at("bodies", "contracts", index, "signed_on", provider=provider, **figures).under(asked)


@rule(WARNING, catalogue="PS-12", parameters=("service.contract_filing_days",))
def contract_filed_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A contract was filed later than asked.

    A contract on file cannot be quietly changed.
    """
    law = law_of(dataset.community)
    for index, contract in enumerate(dataset.contracts):
        asked = law.provision("service.contract_filing_days", contract=_signed(contract))
        if not asked or not contract.signed_on or not contract.filed_on:
            continue
        due = last_day_within(contract.signed_on, asked.value)
        if contract.filed_on > due:
            figures = {"signed": contract.signed_on, "filed": contract.filed_on, "due": due, "days": asked.value}
            late, provider = days_between(due, contract.filed_on), _provider(dataset, contract)
            yield at("bodies", "contracts", index, "filed_on", provider=provider, late=late, **figures).under(asked)


# what providers report


def _missing_contents(notice: Notice, asked: Provision) -> dict[str, Words]:
    missing = [one for one in asked.value if one not in notice.contents]
    return _listed("missing", "notice.contents", missing) if missing else {}


@rule(WARNING, catalogue="PS-01", parameters=("service.report_contents",))
def service_report_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A provider's regular report does not state all that such a report contains.

    Owners pay by these items; what is left out they cannot judge.
    """
    law = law_of(dataset.community)
    for notice in dataset.notices:
        if REPORT not in notice.discloses or notice.withdrawn:
            continue
        end = notice.covers.until if notice.covers else notice.date
        asked = law.provision("service.report_contents", period_end=end)
        if asked and (missing := _missing_contents(notice, asked)):
            yield at(notice, "contents", **missing).under(asked)


@rule(WARNING, catalogue="PS-02", parameters=("service.board_contents",))
def service_board_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """What a provider keeps on its board does not state all that belongs there.

    Whom to call about a lift, and what is charged for what, must be found without asking.
    """
    law = law_of(dataset.community)
    for notice in dataset.notices:
        if BOARD not in notice.discloses or notice.withdrawn:
            continue
        asked = law.provision("service.board_contents", published=notice.published)
        if asked and (missing := _missing_contents(notice, asked)):
            yield at(notice, "contents", **missing).under(asked)
