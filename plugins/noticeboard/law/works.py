"""Works on common parts: the steps they take, which of them are due, and how much may be drawn when."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from noticeboard.law.governing import Law, law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Draw, Project
from noticeboard.records.resolution import Resolution

FUND = "maintenance"
STATES = ("proposed", "decided", "under-way", "completed", "settled")
DUE_AT = {
    "plan": "proposed", "decision": "decided", "selection": "under-way", "contract": "under-way",
    "works": "under-way", "acceptance": "completed", "completion": "completed", "price_audit": "settled",
    "settlement": "settled",
}  # fmt: skip
"""The steps in their order, and the state by which each has been taken."""


class Step(NamedTuple):
    """A step of a project. `due` says that it should have been taken; `date` is the day of it, where known."""

    name: str
    taken: bool
    due: bool
    date: datetime.date | None


def reached(project: Project) -> int:
    """How far works have come, as an index of STATES; -1 for those that were dropped."""
    return STATES.index(project.state) if project.state in STATES else -1


def decided_on(dataset: Dataset, project: Project) -> datetime.date:
    """The day that says which law governs a project: of its decision, else its own."""
    resolution = dataset.by_id.get(project.decision.resolution) if project.decision else None
    return resolution.decided_on if isinstance(resolution, Resolution) else project.date


def steps(dataset: Dataset, project: Project) -> tuple[Step, ...]:
    """The steps of a project in order, those that it need not take left out."""
    return tuple(_steps(dataset, project))


def _steps(dataset: Dataset, project: Project) -> Iterator[Step]:
    days = _days(dataset, project)
    if project.emergency:
        yield Step("emergency", True, True, project.emergency.found_on)
    for name, state in DUE_AT.items():
        taken = name in days
        asked = _asked(dataset, project, name)
        if taken or asked:
            yield Step(name, taken, asked and reached(project) >= STATES.index(state), days.get(name))


DATED_BY = {
    "plan": "posted_on", "selection": "date", "contract": "signed_on", "acceptance": "date", "price_audit": "date",
}  # fmt: skip
"""Steps that are a part of the record, and the field of it that has the day."""


def _days(dataset: Dataset, project: Project) -> dict[str, datetime.date | None]:
    """The steps taken, each with its day."""
    days: dict[str, datetime.date | None] = {
        name: getattr(part, field) for name, field in DATED_BY.items() if (part := getattr(project, name))
    }
    if project.decision:
        days["decision"] = decided_on(dataset, project) if project.decision.resolution else None
    if project.started_on or project.completed_on:
        days["works"] = project.started_on
    if project.completion_notice:
        notice = dataset.by_id.get(project.completion_notice)
        days["completion"] = notice.date if notice else None
    if project.final_amount is not None:
        days["settlement"] = None
    return days


def _asked(dataset: Dataset, project: Project, name: str) -> bool:
    """Whether a step belongs to a project: by its nature, or because the law of its day asks for it."""
    if project.fund == "none" or project.state == "dropped":
        return False
    match name:
        case "plan" | "decision" | "selection":
            return project.emergency is None
        case "completion":
            return project.fund == FUND and _provision(dataset, project, "maintenance.completion_posted") is not None
        case "price_audit":
            return project.fund == FUND and _awaits_audit(dataset, project)
    return True


def _awaits_audit(dataset: Dataset, project: Project) -> bool:
    """Whether these works cost enough to be audited, or payment in full hangs on a price audit."""
    paid_by_audit = _provision(dataset, project, "maintenance.draws_after_audit_max")
    return paid_by_audit is not None or needs_audit(dataset, project) is not None


def _provision(dataset: Dataset, project: Project, name: str) -> Provision | None:
    return law_of(dataset.community).provision(
        name, event=project.completed_on or project.date, decided_on=decided_on(dataset, project)
    )


def needs_audit(dataset: Dataset, project: Project) -> Provision | None:
    """What asks for a price audit of these works; None where nothing does, or their cost lies within the exemption."""
    exempt = _provision(dataset, project, "maintenance.audit_exempt_max")
    if exempt is None:
        return None
    cost = project.final_amount if project.final_amount is not None else contract_price(project)
    return exempt if cost is not None and cost > exempt.value else None


def contract_price(project: Project) -> Decimal | None:
    return project.contract.price if project.contract else None


class Cap(NamedTuple):
    """How far draws may go: `share` of `base` yuan, under `provision`; `of` says what the base is."""

    of: str
    share: Fraction
    base: Decimal
    provision: Provision

    @property
    def amount(self) -> Fraction:
        """Exact, in yuan."""
        return self.share * Fraction(self.base)

    def exceeded_by(self, drawn: Decimal) -> bool:
        return Fraction(drawn) > self.amount


class Drawn(NamedTuple):
    """A draw with all drawn up to and with it, and the caps that hold for it."""

    draw: Draw
    total: Decimal
    caps: tuple[Cap, ...]


def draws(dataset: Dataset, project: Project) -> tuple[Drawn, ...]:
    """The draws by date, each with its running total and its caps."""
    law, total, found = law_of(dataset.community), Decimal(0), []
    for index, draw in enumerate(sorted(project.draws, key=lambda one: one.date)):
        total += draw.amount
        caps = tuple(_caps(law, project, draw, first=index == 0)) if project.fund == FUND else ()
        found.append(Drawn(draw, total, caps))
    return tuple(found)


def _caps(law: Law, project: Project, draw: Draw, *, first: bool) -> Iterator[Cap]:
    price, audit = contract_price(project), project.price_audit
    audited = audit is not None and (audit.date is None or audit.date <= draw.date)
    if audit and audited:
        if cap := law.provision("maintenance.draws_after_audit_max", event=draw.date):
            yield Cap("audited", cap.value, audit.amount, cap)
        return
    if price is None:
        return
    names = ["maintenance.first_draw_max"] if first and not project.emergency else []
    for name in (*names, "maintenance.draws_before_audit_max"):
        if cap := law.provision(name, event=draw.date):
            yield Cap("contract_price", cap.value, price, cap)
