"""The page of a project: its steps, its money and what the books say of it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from noticeboard.law import works
from noticeboard.law.apportioning import apportioned
from noticeboard.law.works import Drawn
from noticeboard.records.project import Project
from noticeboard.records.spending import Entry, by_project, entry_of
from noticeboard.site import charts
from noticeboard.site.board import Board
from noticeboard.site.charts import Segment
from noticeboard.site.wordings import percent


class Payment(NamedTuple):
    """A draw as a row: all paid with it, its share of the contract price, and the ledger row that has it."""

    of: Drawn
    share: str
    entry: Entry | None


class Tick(NamedTuple):
    """A cap on the bar: `x` in percent, and what share of which sum it is."""

    x: float
    base: str
    share: str


class Figure(NamedTuple):
    """A sum of the works and how far it lies from the one before it."""

    name: str
    amount: Decimal
    difference: Decimal | None


def page(board: Board, project: Project) -> dict[str, Any]:
    """What a project's page shows beside the record itself."""
    drawn = works.draws(board.dataset, project)
    paid = drawn[-1].total if drawn else Decimal(0)
    figures = _figures(project)
    whole = max([paid, *(one.amount for one in figures if one.name != "budget")])
    steps = works.steps(board.dataset, project)
    return {
        "steps": steps,
        "stands": ["taken" if one.taken else "missing" if one.due else "to-come" for one in steps],
        "figures": figures,
        "payments": [_payment(board, project, one) for one in drawn],
        "paid": paid,
        "left": figures[-1].amount - paid if figures and figures[-1].name != "budget" else None,
        "bar": _bar(drawn, whole),
        "ticks": _ticks(drawn, whole),
        "rounded": _rounded(project),
        "fees": [one for one in board.dataset.derive(by_project).get(project.id, ()) if one.is_fee],
    }


def _rounded(project: Project) -> bool:
    """Whether the shares are what the largest remainders give, so that the page may say how they were rounded."""
    shared = project.apportionment
    if shared is None or shared.weights is None:
        return False
    return apportioned(shared.total, shared.weights) == [one.amount for one in shared.by_building]


def of_fund(board: Board, estate: str, fund: str) -> list[Project]:
    """The works that a fund pays for, the latest first."""
    found = [one for one in board.dataset.projects if one.fund == fund and board.dataset.estate_of(one) == estate]
    return sorted(found, key=lambda one: (one.date, one.id), reverse=True)


def decided_by(board: Board, resolution: str) -> list[Project]:
    """The works that a resolution decided."""
    return [one for one in board.dataset.projects if one.decision and one.decision.resolution == resolution]


def _figures(project: Project) -> list[Figure]:
    sums = {
        "budget": project.plan.budget if project.plan else None,
        "contract_price": works.contract_price(project),
        "audited": project.price_audit.amount if project.price_audit else None,
        "final_amount": project.final_amount,
    }
    known = [(name, amount) for name, amount in sums.items() if amount is not None]
    return [
        Figure(name, amount, amount - known[index - 1][1] if index else None)
        for index, (name, amount) in enumerate(known)
    ]


def _payment(board: Board, project: Project, drawn: Drawn) -> Payment:
    price = works.contract_price(project)
    return Payment(
        drawn,
        percent(drawn.total, price) if price else "",
        entry_of(board.dataset, project, drawn.draw, drawn.draw.statement),
    )


def _bar(drawn: Sequence[Drawn], whole: Decimal) -> tuple[Segment, ...]:
    return charts.bar([(str(index % 2 + 1), one.draw.amount) for index, one in enumerate(drawn)], whole)


def _ticks(drawn: Sequence[Drawn], whole: Decimal) -> list[Tick]:
    """Where the caps lie on the bar."""
    caps = {cap.amount: cap for one in drawn for cap in one.caps}
    return [
        Tick(round(float(amount / Fraction(whole) * 100), 2), cap.of, f"{float(cap.share * 100):g}%")
        for amount, cap in sorted(caps.items())
        if whole > 0
    ]
