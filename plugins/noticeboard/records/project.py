"""A project: works on common parts, from plan to warranty, with what was paid for them. Money in yuan, areas in m²."""

import datetime
from decimal import Decimal

from noticeboard.records.envelope import Contact, Record
from noticeboard.records.value import Value


class Emergency(Value, frozen=True, kw_only=True):
    situation: str
    found_on: datetime.date | None = None
    proof: str = ""
    posted_on: datetime.date | None = None
    posted_until: datetime.date | None = None


class Plan(Value, frozen=True, kw_only=True):
    scope: str = ""
    budget: Decimal | None = None
    apportionment: str = ""
    area: Decimal | None = None
    selection: str = ""
    management: str = ""
    acceptance: str = ""
    time: str = ""
    due: datetime.date | None = None
    notice: str = ""
    posted_on: datetime.date | None = None
    posted_until: datetime.date | None = None


class Decision(Value, frozen=True, kw_only=True):
    resolution: str = ""
    motion: str = ""
    authority: str = ""


class Quote(Value, frozen=True, kw_only=True):
    bidder: str
    price: Decimal | None = None
    chosen: bool = False
    reason: str = ""


class Selection(Value, frozen=True, kw_only=True):
    method: str
    date: datetime.date | None = None
    quotes: tuple[Quote, ...] = ()


class WorksContract(Value, frozen=True, kw_only=True):
    contractor: str
    price: Decimal
    price_in_words: str = ""
    signed_on: datetime.date | None = None
    filed_on: datetime.date | None = None


class Acceptance(Value, frozen=True, kw_only=True):
    date: datetime.date
    by: tuple[str, ...] = ()
    result: str = ""
    note: str = ""


class PriceAudit(Value, frozen=True, kw_only=True):
    by: str
    amount: Decimal
    date: datetime.date | None = None
    note: str = ""


class Draw(Value, frozen=True, kw_only=True):
    """A payment for the works, and where the books have it."""

    date: datetime.date
    amount: Decimal
    item: str = ""
    statement: str = ""
    voucher: str = ""


class BuildingShare(Value, frozen=True, kw_only=True):
    """What a building bears; `least` and `most` are the shares of single households in it."""

    building: str
    amount: Decimal
    households: int | None = None
    area: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None


class Apportionment(Value, frozen=True, kw_only=True):
    basis: str
    total: Decimal
    resolution: str = ""
    by_building: tuple[BuildingShare, ...] = ()
    full_list_at: str = ""

    @property
    def weights(self) -> list[Decimal] | None:
        """What the buildings' shares are in proportion to; None where agreed otherwise or not all stated."""
        by_area = [one.area for one in self.by_building]
        by_households = [Decimal(one.households) if one.households else None for one in self.by_building]
        found = {"area": by_area, "households": by_households}.get(self.basis, [])
        weights = [weight for weight in found if weight]
        return weights if weights and len(weights) == len(self.by_building) else None


class Warranty(Value, frozen=True, kw_only=True):
    until: datetime.date | None = None
    retention: Decimal | None = None
    contact: Contact | None = None
    note: str = ""


class Project(Record, frozen=True, kw_only=True):
    fund: str
    facility: str
    state: str
    category: str = ""
    liability: str = ""
    reason: str = ""
    emergency: Emergency | None = None
    plan: Plan | None = None
    decision: Decision | None = None
    selection: Selection | None = None
    contract: WorksContract | None = None
    warranty_before_until: datetime.date | None = None
    started_on: datetime.date | None = None
    completed_on: datetime.date | None = None
    acceptance: Acceptance | None = None
    price_audit: PriceAudit | None = None
    final_amount: Decimal | None = None
    refiled_on: datetime.date | None = None
    draws: tuple[Draw, ...] = ()
    apportionment: Apportionment | None = None
    completion_notice: str = ""
    warranty: Warranty | None = None
