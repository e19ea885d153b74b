"""Spending: money that owners must agree to leads back to what they agreed to."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law.spending import ALLOWANCES, Charge, agreed, charges, overruns
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import Statement
from noticeboard.rules.rule import WARNING, Breach, Words, at_row, rule
from noticeboard.today import Today

ASKING = (
    "maintenance.use_decided",
    "common_income.expense_decided",
    "committee.allowance_by_assembly",
    "service.other_costs_agreed",
)


def _deciding(dataset: Dataset) -> Iterator[tuple[Statement, Charge]]:
    """The entries that need a decision, each with its statement."""
    found = dataset.derive(charges)
    for statement, _ in dataset.with_ledger():
        for charge in found[statement.id]:
            if charge.needs:
                yield statement, charge


def _decided(dataset: Dataset) -> Iterator[tuple[Statement, Charge, Resolution]]:
    """The entries that need a decision and name one that can be read."""
    for statement, charge in _deciding(dataset):
        resolution = dataset.by_id.get(charge.decision)
        if isinstance(resolution, Resolution):
            yield statement, charge, resolution


def _told(charge: Charge) -> dict[str, object]:
    return {"item": charge.item, "amount": charge.amount}


@rule(WARNING, catalogue="CI-15 MF-04", parameters=ASKING)
def expense_without_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Money was spent for which a decision is needed, and the entry names none.

    It does not say that nobody decided; residents cannot see where. The entry
    names the resolution, or the community says why there is none. Members'
    allowances are told by allowance-booked-without-resolution.
    """
    for statement, charge in _deciding(dataset):
        if charge.undecided and charge.needs and not charge.category.startswith(ALLOWANCES):
            yield at_row(statement, charge.line, **_told(charge)).under(charge.needs)


@rule(WARNING, catalogue="CI-15 MF-04", parameters=ASKING)
def decision_not_passed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An expense rests on a motion that was not carried.

    The ledger may name the wrong one.
    """
    for statement, charge, resolution in _decided(dataset):
        if charge.needs and not agreed(resolution, charge):
            record = Words(f"{resolution.id}{' #' if charge.motion else ''}{charge.motion}")
            yield at_row(statement, charge.line, record=record, **_told(charge)).under(charge.needs)


@rule(WARNING, catalogue="CI-15 MF-04", parameters=ASKING)
def paid_before_decided(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An expense was paid before the day of the decision that it rests on.

    Where nothing could wait, the community says so.
    """
    for statement, charge, resolution in _decided(dataset):
        if charge.needs and charge.amount > 0 and charge.date < resolution.decided_on.isoformat():
            days = {"date": charge.date, "decided_on": resolution.decided_on, "record": resolution.id}
            yield at_row(statement, charge.line, **_told(charge), **days).under(charge.needs)


@rule(WARNING, catalogue="CI-15 MF-04")
def spent_above_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More was paid than the motion allows.

    Limits are set in the motion's terms: for all payments together, for each, or for each year.
    """
    for overrun in dataset.derive(overruns):
        zh, en = schemas.labels()["resolution.motions.terms.limits"][overrun.term.limits]
        sums = {"limit": overrun.limit, "spent": overrun.spent, "difference": overrun.spent - overrun.limit}
        names = {"limits_zh": zh, "limits_en": en, "term": overrun.term.item, "motion": overrun.motion.title}
        yield at_row(overrun.statement, overrun.charge.line, item=overrun.charge.item, **names, **sums)


@rule(WARNING)
def payment_signed_by_too_few(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A payment bears fewer signatures than the community's own rule asks for, or does not say how many.

    Told once a statement, at its first such row.
    """
    for own in dataset.community.payment_rules:
        for statement, ledger in dataset.with_ledger():
            concerns = statement.fund == own.fund and own.estate in ("", dataset.estate_of(statement))
            if not concerns or statement.period.start < own.since:
                continue
            rows = zip(ledger.lines, ledger.expenses, ledger.column("signers"), strict=True)
            least = own.from_amount * 100
            bare = [line for line, paid, signed in rows if paid >= least and int(signed or 0) < own.signers]
            if bare:
                yield at_row(statement, bare[0], rows=len(bare), amount=own.from_amount, signers=own.signers)
