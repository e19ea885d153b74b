"""When a duty applies: who is in office, how an estate is managed and paid for, on one day."""

import datetime
from collections.abc import Callable, Iterator

from noticeboard.duties.duty import Duty
from noticeboard.records.bodies import Body, Contract
from noticeboard.records.community import Estate
from noticeboard.records.dataset import Dataset

NOBODY = "nobody"
"""Told like a condition: of the bodies that should see to it there is none."""


def unmet(dataset: Dataset, duty: Duty, estate: str, day: datetime.date) -> str:
    """The first condition of the duty that does not hold on `day`; empty where all do."""
    found = dataset.estate_by_id.get(estate)
    return next((name for name in duty.applies if found and not CONDITIONS[name](dataset, found, day)), "")


def responsible(dataset: Dataset, duty: Duty, estate: str, day: datetime.date) -> str:
    """The body that must see to it on `day`, by the order of kinds in `who`; empty where there is none."""
    if duty.by:
        return duty.by
    for kind in duty.who:
        for body in dataset.bodies:
            if body.kind == kind and in_office(body, day) and serves(dataset, body, estate, day):
                return body.id
    return ""


def in_office(body: Body, day: datetime.date) -> bool:
    """Whether the body was there on `day`."""
    return (body.since is None or body.since <= day) and (body.until is None or day <= body.until)


def serves(dataset: Dataset, body: Body, estate: str, day: datetime.date) -> bool:
    """Whether the body is the one for that estate."""
    if body.kind != "property-service-provider" or not estate:
        return body.estate in ("", estate)
    contracts = list(_contracts(dataset, estate, day))
    if contracts:
        return any(one.provider == body.id for one in contracts)
    return dataset.estate_by_id[estate].provider == body.id


def _contracts(dataset: Dataset, estate: str, day: datetime.date) -> Iterator[Contract]:
    """The contracts in force on `day`."""
    for one in dataset.contracts:
        last = one.ended_on or one.until
        if one.estate in ("", estate) and one.start <= day and (last is None or day <= last):
            yield one


def _self_managed(_: Dataset, estate: Estate, day: datetime.date) -> bool:
    since = estate.self_managed_since
    return estate.management == "self-managed" and (since is None or since <= day)


def _provider(dataset: Dataset, estate: Estate, day: datetime.date) -> bool:
    return not _self_managed(dataset, estate, day)


def _commission(dataset: Dataset, estate: Estate, day: datetime.date) -> bool:
    return any(one.fee_basis == "commission" for one in _contracts(dataset, estate.id, day))


def _assembly(_: Dataset, estate: Estate, day: datetime.date) -> bool:
    assembly = estate.owners_assembly
    return bool(assembly and assembly.established_on and assembly.established_on <= day)


Condition = Callable[[Dataset, Estate, datetime.date], bool]

CONDITIONS: dict[str, Condition] = {
    "self-managed": _self_managed,
    "entrusted": _provider,
    "commission": _commission,
    "owners-assembly": _assembly,
}
"""By the names that profiles use in `applies`."""
