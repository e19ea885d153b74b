"""Projects: what was quoted, contracted, paid and shared agrees with itself and with the books."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from noticeboard.findings import Field
from noticeboard.law import works
from noticeboard.law.apportioning import apportioned, exact_shares
from noticeboard.law.governing import law_of
from noticeboard.records import capital
from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Apportionment, Draw, Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.spending import Entry, by_project, entry_of
from noticeboard.records.statement import FEN, Statement
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_row, compared, rule
from noticeboard.today import Today


@rule(ERROR, acknowledgeable=True, catalogue="FIN-06")
def price_in_words_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The contract price in capital characters is not the price in figures.

    Capital characters are written so that nobody can alter an amount; where the
    two differ, residents must know which one holds. Spellings may differ, amounts may not.
    """
    for project in dataset.projects:
        contract = project.contract
        if contract and contract.price_in_words and capital.parsed(contract.price_in_words) != contract.price:
            right = Words(capital.written(contract.price))
            yield at(project, "contract", "price_in_words", found=contract.price_in_words, price=contract.price,
                     written=right)  # fmt: skip


@rule(WARNING)
def lower_quote_without_reason(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A lower quote than the chosen one was there, and no reason is given for the choice.

    The lowest need not be the best. Why it was not, is the first thing that residents ask.
    """
    for project in dataset.projects:
        quotes = project.selection.quotes if project.selection else ()
        prices = [one.price for one in quotes if one.price is not None]
        for index, one in enumerate(quotes):
            if one.chosen and not one.reason and one.price is not None and min(prices) < one.price:
                yield at(project, "selection", "quotes", index, chosen=one.price, lowest=min(prices))


@rule(WARNING, catalogue="MF-08")
def steps_out_of_order(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A step of works bears an earlier date than the step that goes before it.

    Decided, contracted, begun, accepted, paid in full: another order may have a
    reason, or a date may be wrong. Emergency works begin before papers are
    signed and are not judged by this.
    """
    for project in dataset.projects:
        if not project.emergency:
            yield from (
                _early(project, *pair) for pair in pairwise(_order(dataset, project)) if pair[1].day < pair[0].day
            )


class Taken(NamedTuple):
    """A step with its day: its name is a key of STEPS."""

    name: str
    field: Field
    day: datetime.date


def _early(project: Project, before: Taken, step: Taken) -> Breach:
    (step_zh, step_en), (before_zh, before_en) = STEPS[step.name], STEPS[before.name]
    return at(project, *step.field, day=step.day, earlier=before.day, step_zh=step_zh, step_en=step_en,
              before_zh=before_zh, before_en=before_en)  # fmt: skip


STEPS = {
    "decided": ("决定", "the decision"),
    "signed": ("签合同", "the contract"),
    "started": ("开工", "the start"),
    "completed": ("完工", "the completion"),
    "accepted": ("验收", "the acceptance"),
    "paid": ("付清", "the last payment"),
}


def _order(dataset: Dataset, project: Project) -> Iterator[Taken]:
    """The steps with a date, in the order in which they are taken."""
    resolution = dataset.by_id.get(project.decision.resolution) if project.decision else None
    found: list[tuple[str, Field, datetime.date | None]] = [
        ("decided", ("decision",), resolution.decided_on if isinstance(resolution, Resolution) else None),
        ("signed", ("contract", "signed_on"), project.contract.signed_on if project.contract else None),
        ("started", ("started_on",), project.started_on),
        ("completed", ("completed_on",), project.completed_on),
        ("accepted", ("acceptance", "date"), project.acceptance.date if project.acceptance else None),
    ]
    if project.state == "settled" and project.draws:
        last = max(range(len(project.draws)), key=lambda index: project.draws[index].date)
        found.append(("paid", ("draws", last, "date"), project.draws[last].date))
    return (Taken(name, field, day) for name, field, day in found if day)


# payments and the books


@rule(WARNING)
def draw_not_in_ledger(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A payment for works is not found in the ledger of the fund.

    Looked for in the statement that the payment names, else in the statement of
    the fund whose period it falls into; a row is the one if it has the amount and
    names the project, or the resolution that decided it. Not judged where that ledger is not published.
    """
    for project in dataset.projects:
        for index, draw in enumerate(project.draws):
            statement = _statement(dataset, project, draw)
            if statement and not entry_of(dataset, project, draw, statement.id):
                yield at(project, "draws", index, date=draw.date, amount=draw.amount, record=statement.id)


def _statement(dataset: Dataset, project: Project, draw: Draw) -> Statement | None:
    """The statement that must have a payment; None where it has no ledger or is not there."""
    series = dataset.standing.get((dataset.estate_of(project), project.fund), ())
    for statement in [one for one in dataset.statements if one.id == draw.statement] or series:
        inside = statement.period.start <= draw.date <= statement.period.until
        if statement.id in dataset.ledgers and (inside or draw.statement):
            return statement
    return None


@rule(WARNING)
def payment_not_among_draws(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A ledger has a payment for a project that is not among the project's payments.

    The project's page would show less than was paid. Fees for design,
    supervision and price audits are no payments to the contractor and are left out.
    """
    for project in dataset.projects:
        drawn = [draw.amount for draw in project.draws]
        for entry in dataset.derive(by_project).get(project.id, ()):
            if entry.is_fee:
                continue
            if entry.expense in drawn:
                drawn.remove(entry.expense)
            else:
                yield _unlisted(project, entry)


def _unlisted(project: Project, entry: Entry) -> Breach:
    return at_row(entry.statement, entry.line, item=entry.item, amount=entry.expense, record=project.id)


# apportionment


def _apportionments(dataset: Dataset) -> Iterator[tuple[Project, Apportionment]]:
    for project in dataset.projects:
        if project.apportionment and project.apportionment.by_building:
            yield project, project.apportionment


@rule(ERROR, acknowledgeable=True, catalogue="FIN-11")
def shares_do_not_add_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """What the buildings bear does not add up to what is shared.

    Rounding each share on its own loses or gains some fen. The page shows both sums.
    """
    for project, shared in _apportionments(dataset):
        counted = sum((one.amount for one in shared.by_building), Decimal(0))
        if counted != shared.total:
            yield at(project, "apportionment", "total", **compared(shared.total, counted))


@rule(ERROR, acknowledgeable=True, catalogue="FIN-12")
def share_out_of_proportion(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A building's share lies a fen or more from its proportion of what is shared.

    By area or by households, as the apportionment says. Judged where every
    building's area (or households) is stated; what was agreed otherwise is left to that agreement.
    """
    for project, shared in _apportionments(dataset):
        weights = shared.weights
        if weights is None:
            continue
        right = apportioned(shared.total, weights)
        for index, exact in enumerate(exact_shares(shared.total, weights)):
            share = shared.by_building[index]
            if abs(Fraction(share.amount) - exact) >= Fraction(FEN):
                values = compared(share.amount, right[index])
                where: Field = ("apportionment", "by_building", index, "amount")
                yield at(project, *where, building=dataset.building(share.building), **values)


@rule(WARNING, catalogue="FIN-12", parameters=("accounts.apportionment_by_area",))
def agreed_shares_without_agreement(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Costs are shared in another way than by area, and no agreement on it is named.

    By area is what holds where nothing was agreed.
    """
    for project, shared in _apportionments(dataset):
        by_area = law_of(dataset.community).provision(
            "accounts.apportionment_by_area", decided_on=works.decided_on(dataset, project)
        )
        if shared.basis != "area" and not shared.resolution and by_area and by_area.value:
            yield at(project, "apportionment", "basis").under(by_area)
