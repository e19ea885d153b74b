"""Bodies, contracts and management over time: no circle, no two at once, nobody missing for days."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from noticeboard.law.days import DAY, add_months
from noticeboard.law.governing import law_of
from noticeboard.records.bodies import Body, Contract
from noticeboard.records.community import Estate
from noticeboard.records.dataset import Dataset
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Resolution
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, rule
from noticeboard.today import Today

# bodies


@rule(ERROR)
def bodies_in_a_circle(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body stands above itself, by itself or through others.

    Nobody would be at the head.
    """
    for index, body in enumerate(dataset.bodies):
        above, seen = dataset.body_by_id.get(body.parent), set[str]()
        while above and above.id != body.id and above.id not in seen:
            seen.add(above.id)
            above = dataset.body_by_id.get(above.parent)
        if above and above.id == body.id:
            yield at("bodies", "bodies", index, "parent", body=body.name)


@rule(WARNING)
def terms_overlap(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two committees of the same kind and estate are in office on the same days.

    Residents would not know which of them may sign.
    """
    offices = [(index, body) for index, body in enumerate(dataset.bodies) if body.term and "committee" in body.kind]
    offices.sort(key=lambda one: (one[1].kind, one[1].estate, _term(one[1])[0]))
    for (_, one), (index, following) in pairwise(offices):
        (_, until), (start, _) = _term(one), _term(following)
        if (one.kind, one.estate) == (following.kind, following.estate) and start <= until:
            values = {"body": following.name, "start": start, "former": one.name, "until": until}
            yield at("bodies", "bodies", index, "term", "from", **values)


def _term(body: Body) -> tuple[datetime.date, datetime.date]:
    """First and last day in office; a body that was dissolved earlier is not in office any longer."""
    if body.term is None:
        return datetime.date.min, datetime.date.min
    return body.term.start, min(body.term.until, body.until or body.term.until)


@rule(ERROR, acknowledgeable=True)
def composition_differs_from_seats(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The groups that a body is made of do not add up to its seats.

    A group was left out, or counted twice.
    """
    for index, body in enumerate(dataset.bodies):
        total = sum(one.count for one in body.composition)
        if body.composition and body.seats is not None and total != body.seats:
            yield at("bodies", "bodies", index, "composition", body=body.name, total=total, seats=body.seats)


@rule(WARNING)
def members_from_too_few_buildings(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Members who are to come from different buildings do not.

    Told where the number of buildings is stated.
    """
    for index, body in enumerate(dataset.bodies):
        for place, one in enumerate(body.composition):
            if one.buildings is not None and one.buildings < one.count:
                values = {"group": one.group, "count": one.count, "buildings": one.buildings}
                yield at("bodies", "bodies", index, "composition", place, "buildings", **values)


@rule(ERROR, acknowledgeable=True)
def more_counted_than_members(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More Party members or holders of other offices are counted than the body has members.

    The share that the page shows would be above one.
    """
    for index, body in enumerate(dataset.bodies):
        members = body.in_office if body.in_office is not None else body.seats
        for name in ("party_members", "cross_posts"):
            count = getattr(body, name)
            if members is not None and count is not None and count > members:
                yield at("bodies", "bodies", index, name, count=count, members=members)


RESERVED = "residents_committee.reserved"


@rule(WARNING, parameters=(RESERVED,))
def decided_by_the_executing_layer(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A residents' committee decided by itself what is for the residents or their representatives.

    It carries out what they decide.
    """
    law = law_of(dataset.community)
    for resolution in dataset.resolutions:
        asked = law.provision(RESERVED, decided_on=resolution.decided_on)
        executing = dataset.kind_of(resolution.decided_by) == "residents-committee"
        for index, motion in enumerate(resolution.motions if asked and asked.value and executing else ()):
            if asked and motion.matter == "residents-matter" and motion.result in ("passed", "chosen"):
                yield at(resolution, "motions", index, "matter", motion=motion.title).under(asked)


# contracts


def _by_estate(dataset: Dataset) -> Iterator[list[tuple[int, Contract]]]:
    """Each estate's contracts with their places in the file, the earliest first."""
    contracts = sorted(enumerate(dataset.contracts), key=lambda one: one[1].start)
    for estate in dict.fromkeys(one.estate for _, one in contracts):
        yield [one for one in contracts if one[1].estate == estate]


@rule(WARNING)
def contracts_overlap(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two providers have a contract for the same estate on the same days.

    Each will point to the other.
    """
    for contracts in _by_estate(dataset):
        for (_, one), (index, following) in pairwise(contracts):
            if one.provider != following.provider and (one.end is None or following.start <= one.end):
                yield at("bodies", "contracts", index, "from", **_two(dataset, one, following))


def _two(dataset: Dataset, one: Contract, following: Contract) -> dict[str, object]:
    return {
        "former": _name(dataset, one.provider), "next": _name(dataset, following.provider),
        "until": one.end or Words("未写"), "start": following.start,
    }  # fmt: skip


@rule(WARNING)
def estate_without_provider_for_days(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Between two contracts there are days without any provider.

    Told since the community takes part; an estate that manages itself needs none.
    """
    since = dataset.community.disclosing_since or datetime.date.min
    for contracts in _by_estate(dataset):
        for (_, one), (index, following) in pairwise(contracts):
            end = one.end
            if end and end >= since and following.start > end + DAY and not _self_managed(dataset, one, end):
                days = (following.start - end).days - 1
                yield at("bodies", "contracts", index, "from", until=end, start=following.start, days=days)


def _self_managed(dataset: Dataset, contract: Contract, day: datetime.date) -> bool:
    estate = dataset.estate_by_id.get(contract.estate)
    return bool(estate and estate.self_managed_since and estate.self_managed_since <= day + DAY)


EMERGENCY = "service.emergency_max_months"


@rule(WARNING, parameters=(EMERGENCY,))
def emergency_service_too_long(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An emergency service goes on for longer than it may.

    It is a stopgap; owners choose the next provider in the meantime.
    """
    law = law_of(dataset.community)
    for index, one in enumerate(dataset.contracts):
        most = law.provision(EMERGENCY, event=one.start) if one.kind == "emergency" else None
        if most and one.end and one.end >= add_months(one.start, most.value):
            values = {"start": one.start, "until": one.end, "months": most.value}
            yield at("bodies", "contracts", index, "until", **values).under(most)


FEWEST_BIDS = "service.fewest_bids"


@rule(WARNING, parameters=(FEWEST_BIDS,))
def provider_chosen_from_few(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A provider was chosen from fewer bids than there should be, without a reason.

    Where nobody else bids, owners should know why.
    """
    law = law_of(dataset.community)
    for index, one in enumerate(dataset.contracts):
        least = law.provision(FEWEST_BIDS, event=one.start)
        chosen = one.selection
        few = least and chosen and chosen.bids is not None and chosen.bids < least.value and not chosen.few_because
        if least and chosen and few:
            yield at("bodies", "contracts", index, "selection", "bids", bids=chosen.bids, least=least.value).under(
                least
            )


@rule(WARNING)
def provider_chosen_without_notice(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Owners chose a provider, and no notice invited bids before.

    Who was not told cannot bid.
    """
    for index, one in enumerate(dataset.contracts):
        resolution, chosen = dataset.by_id.get(one.resolution), one.selection
        if not chosen or not isinstance(resolution, Resolution):
            continue
        notice = dataset.by_id.get(chosen.notice)
        told = chosen.notice in dataset.unread or (isinstance(notice, Notice) and _before(notice, resolution))
        if not told:
            yield at("bodies", "contracts", index, "selection", "notice", decided=resolution.decided_on)


def _before(notice: Notice, resolution: Resolution) -> bool:
    return notice.published < (resolution.voting.start if resolution.voting else resolution.decided_on)


@rule(WARNING)
def conflicts_not_declared(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """It is not stated whether anybody who chose the provider had an interest in it.

    “None” is an answer; silence is not.
    """
    for index, one in enumerate(dataset.contracts):
        if one.selection and not one.selection.conflicts:
            yield at("bodies", "contracts", index, "selection", provider=_name(dataset, one.provider))


# management


@rule(WARNING)
def self_management_without_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An estate manages itself, and no resolution that owners carried is named for it.

    How an estate is managed is for all owners to decide.
    """
    for index, estate in enumerate(dataset.community.estates):
        if estate.self_managed_since and not _decided(dataset, estate):
            field = "management_resolution" if estate.management_resolution else "self_managed_since"
            yield at("community", "estates", index, field, estate=estate.name, since=estate.self_managed_since)


def _decided(dataset: Dataset, estate: Estate) -> bool:
    name = estate.management_resolution
    resolution = dataset.by_id.get(name)
    if not isinstance(resolution, Resolution):
        return name in dataset.unread
    return _carried(resolution) and resolution.decided_on <= (estate.self_managed_since or datetime.date.max)


def _carried(resolution: Resolution) -> bool:
    return any(motion.result in ("passed", "chosen") for motion in resolution.motions)


def _name(dataset: Dataset, body_id: str) -> Words:
    body = dataset.body_by_id.get(body_id)
    return Words(body.name if body else body_id)
