"""Payments and the decisions that they rest on: which entries need one, which have one, what its limits are."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Project
from noticeboard.records.resolution import Motion, Resolution, Term
from noticeboard.records.statement import Statement, yuan

AGREED = frozenset({"passed", "chosen"})
CODE_LENGTH = len("CI.U.01")
ALLOWANCES = "OE.E.03"
"""Set once and paid many times: bodies.yaml names the resolution, entries need not."""


class Charge(NamedTuple):
    """One entry that went out, or came back, and the decision that it or its project names, if any.

    `amount` in yuan, negative for a refund. `needs` is the provision that asks
    for a decision; None where none is asked for. `excused` where the project
    is an emergency or lies within an authority that it states in words.
    """

    line: int
    date: str
    category: str
    item: str
    amount: Decimal
    decision: str
    motion: str
    needs: Provision | None
    excused: bool

    @property
    def undecided(self) -> bool:
        """Whether money went out without the decision that it needs."""
        return self.needs is not None and not self.decision and not self.excused and self.amount > 0


Key = tuple[str, str]
"""A resolution's id and a motion's id."""


def deciding(dataset: Dataset, statement: Statement, codes: tuple[str, ...]) -> dict[str, Provision]:
    """Which of some categories need a decision, and what asks for it in the period of the statement."""
    law, day = law_of(dataset.community), statement.period.until
    asked = {code: schemas.accounts().get(code[:CODE_LENGTH], {}).get("needs_decision", "") for code in codes}
    found = {
        code: law.provision(name, period_end=day, decided_on=day) for code, name in asked.items() if name
    }  # by whichever of the two dates the parameter is governed
    return {code: provision for code, provision in found.items() if provision and provision.value}


def charges(dataset: Dataset) -> dict[str, tuple[Charge, ...]]:
    """Statement id to its entries that need or name a decision, in their order."""
    return {
        statement.id: tuple(_charges(dataset, statement, deciding(dataset, statement, tuple(ledger.by_category))))
        for statement, ledger in dataset.with_ledger()
    }


def _charges(dataset: Dataset, statement: Statement, needs: dict[str, Provision]) -> Iterator[Charge]:
    ledger = dataset.ledgers[statement.id]
    decisions = ledger.column("decision")
    if not needs and not any(decisions):
        return
    codes, expenses = ledger.column("category"), ledger.expenses
    rows = [
        row for row, code in enumerate(codes) if expenses[row] and (code in needs or decisions[row])
    ]  # most rows are none of these: only these are looked at whole
    days, items = ledger.column("date"), ledger.column("item")
    motions, projects = ledger.column("motion"), ledger.column("project")
    for row in rows:
        decision, motion, excused = _rests_on(dataset, decisions[row], motions[row], projects[row])
        if not decision and codes[row].startswith(ALLOWANCES):
            decision = _allowance_set_by(dataset, dataset.estate_of(statement))
        yield Charge(
            ledger.lines[row], days[row], codes[row], items[row], yuan(expenses[row]), decision, motion,
            needs.get(codes[row]), excused,
        )  # fmt: skip


def _allowance_set_by(dataset: Dataset, estate: str) -> str:
    """The resolution that set what members of an estate's committee get, as bodies.yaml has it."""
    named = (one.allowance.resolution for one in dataset.bodies if one.allowance and one.estate in ("", estate))
    return next((resolution for resolution in named if resolution), "")


def _rests_on(dataset: Dataset, decision: str, motion: str, project_id: str) -> tuple[str, str, bool]:
    """Resolution and motion as the entry names them, else as its project does; and whether that is excused."""
    project = dataset.by_id.get(project_id) if project_id else None
    if decision or not isinstance(project, Project):
        return decision, motion, False
    decided = project.decision
    excused = bool(project.emergency or (decided and decided.authority))
    return (decided.resolution, decided.motion, excused) if decided else ("", "", excused)


def motion_of(resolution: Resolution, charge: Charge) -> Motion | None:
    """The motion that a payment rests on: as named, or the only one there is, or the only one that limits payments."""
    if charge.motion:
        return next((one for one in resolution.motions if one.id == charge.motion), None)
    if len(resolution.motions) == 1:
        return resolution.motions[0]
    limiting = [one for one in resolution.motions if any(term.limits for term in one.terms)]
    return limiting[0] if len(limiting) == 1 else None


def agreed(resolution: Resolution, charge: Charge) -> bool:
    """Whether the motion that a payment rests on was carried; where it is not known which, whether any was."""
    motion = motion_of(resolution, charge)
    return any(one.result in AGREED for one in ([motion] if motion else resolution.motions))


class Overrun(NamedTuple):
    """A payment with which a limit is passed for the first time; `spent` is what had then been paid under it."""

    statement: Statement
    charge: Charge
    motion: Motion
    term: Term
    limit: Decimal
    spent: Decimal


def overruns(dataset: Dataset) -> tuple[Overrun, ...]:
    """Where payments pass the limits that their motions set, one per motion, limit and span of time."""
    paid: dict[Key, list[tuple[Statement, Charge]]] = {}
    motions: dict[Key, Motion] = {}
    for statement, charge in _standing_charges(dataset):
        resolution = dataset.by_id.get(charge.decision)
        if isinstance(resolution, Resolution) and (motion := motion_of(resolution, charge)):
            paid.setdefault((resolution.id, motion.id), []).append((statement, charge))
            motions[resolution.id, motion.id] = motion
    return tuple(
        overrun
        for key, payments in paid.items()
        for term in motions[key].terms
        if term.limits and term.amount is not None
        for overrun in _passing(payments, motions[key], term, term.amount)
    )


def _standing_charges(dataset: Dataset) -> list[tuple[Statement, Charge]]:
    """By date, of statements that stand and hold no other one whose ledger says the same again."""
    found = dataset.derive(charges)
    standing = [one for series in dataset.standing.values() for one in booked_once(dataset, series)]
    every = [(statement, charge) for statement in standing for charge in found.get(statement.id, ())]
    return sorted(every, key=lambda pair: (pair[1].date, pair[0].id, pair[1].line))


def booked_once(dataset: Dataset, series: tuple[Statement, ...]) -> list[Statement]:
    """Statements with ledgers that hold no shorter one: a year beside its months would count everything twice."""
    with_ledger = [one for one in series if one.id in dataset.ledgers]
    return [one for one in with_ledger if not any(_holds(one, other) for other in with_ledger if other is not one)]


def _holds(one: Statement, other: Statement) -> bool:
    mine, its = one.period, other.period
    return mine.start <= its.start and its.until <= mine.until and (mine.start, mine.until) != (its.start, its.until)


def _passing(payments: list[tuple[Statement, Charge]], motion: Motion, term: Term, limit: Decimal) -> Iterator[Overrun]:
    """The first payment in each span that brings the sum above the limit."""
    spans: dict[object, Decimal] = {}
    passed = set()
    for index, (statement, charge) in enumerate(payments):
        if not f"{charge.category}.".startswith(f"{term.category}." if term.category else ""):
            continue
        span: object = {"total": "", "each": index, "year": charge.date[:4]}[term.limits]
        spans[span] = spent = spans.get(span, Decimal(0)) + charge.amount
        if spent > limit and span not in passed:
            passed.add(span)
            yield Overrun(statement, charge, motion, term, limit, spent)
