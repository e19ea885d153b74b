"""Of whom a vote is counted: areas and owners against the register."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.law.assemblies import estate_decided_for, is_of_our_time, owners_resolutions
from noticeboard.law.governing import law_of
from noticeboard.records.community import Estate
from noticeboard.records.count import ZERO, Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Resolution
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def area_basis_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Areas were counted, and it is not said what they were taken from.

    Register, survey and contract may differ; a few square metres can turn a vote.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        by_area = any(count.unit == "area" for motion in resolution.motions for count in motion.counts)
        if asked and by_area and not resolution.area_basis and is_of_our_time(dataset, resolution.decided_on):
            yield at(resolution, "motions").under(asked)


def _totals(dataset: Dataset) -> Iterator[tuple[Resolution, Estate, Field, Count]]:
    """Every undivided count of an owners' vote that states its whole."""
    for resolution in dataset.derive(owners_resolutions):
        estate = estate_decided_for(dataset, resolution)
        for index, motion in enumerate(resolution.motions if estate else ()):
            for place, count in enumerate(motion.counts):
                if estate and count.entitled is not None and not count.group and not count.dimension:
                    yield resolution, estate, ("motions", index, "counts", place, "entitled"), count


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def owners_exceed_units(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More owners could vote than there are units.

    Each unit counts one owner, and several units of one buyer count one as well.
    """
    law = law_of(dataset.community)
    for resolution, estate, field, count in _totals(dataset):
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        if asked and count.unit == "owners" and estate.units is not None and (count.entitled or 0) > estate.units:
            yield at(resolution, *field, owners=count.entitled, units=estate.units).under(asked)


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def totals_differ_from_register(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The whole that a vote was counted against is not the estate's.

    Registers change, so that an old vote may rightly differ: then the community says so.
    """
    law = law_of(dataset.community)
    for resolution, estate, field, count in _totals(dataset):
        if resolution.buildings or resolution.scope or not is_of_our_time(dataset, resolution.decided_on):
            continue
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        registered = {"area": estate.floor_area, "owners": estate.owners}.get(count.unit)
        if asked and registered is not None and count.entitled != registered:
            yield at(resolution, *field, **_compared(count, registered)).under(asked)


@rule(WARNING, catalogue="VOTE-08", parameters=("assembly.scope_votes_alone",))
def scope_totals_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A vote of some buildings is counted against another area than theirs.

    Those concerned decide alone, and of all of them. Registers change, so that an old vote may rightly differ.
    """
    law = law_of(dataset.community)
    for resolution, _, field, count in _totals(dataset):
        buildings = [dataset.building_by_id[one][1] for one in resolution.buildings if one in dataset.building_by_id]
        areas = [building.floor_area for building in buildings]
        asked = law.provision("assembly.scope_votes_alone", decided_on=resolution.decided_on)
        if not asked or count.unit != "area" or not areas or None in areas:
            continue
        registered = sum((area for area in areas if area is not None), ZERO)
        if count.entitled != registered:
            yield at(resolution, *field, **_compared(count, registered)).under(asked)


def _compared(count: Count, registered: object) -> dict[str, object]:
    zh, en = schemas.labels()["count.unit"][count.unit]
    return {"unit_zh": Words(zh), "unit_en": Words(en), "stated": count.entitled, "registered": registered}
