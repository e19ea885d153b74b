"""The community: its parts add up to the whole.

Warnings only, even where every part is given: the figures come from different
registers and years, an estate may have what stands in none of its buildings,
and a household more or less must not keep a whole community's records back.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import WARNING, Breach, at, compared, rule
from noticeboard.today import Today

Parts = Sequence[Decimal | int | None]


def _recount(whole: Decimal | int | None, parts: Parts) -> Decimal | None:
    """The sum of the parts where it contradicts the whole: differs with every part given, or is more without some."""
    given = [part for part in parts if part is not None]
    if whole is None or not given:
        return None
    total = Decimal(sum(given))
    contradicts = total != whole if len(given) == len(parts) else total > whole
    return total if contradicts else None


@rule(WARNING)
def households_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The households of the parts do not add up to those of the whole.

    Shares of those who took part are counted by them.
    """
    community = dataset.community
    total = _recount(community.households, [estate.households for estate in community.estates])
    if community.households is not None and total is not None:
        yield at("community", "households", **compared(Decimal(community.households), total))
    for index, estate in enumerate(community.estates):
        total = _recount(estate.households, [building.households for building in estate.buildings])
        if estate.households is not None and total is not None:
            yield at("community", "estates", index, "households", **compared(Decimal(estate.households), total))


@rule(WARNING)
def floor_area_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The areas of the buildings do not add up to that of the estate.

    Votes by area are counted against it.
    """
    for index, estate in enumerate(dataset.community.estates):
        total = _recount(estate.floor_area, [building.floor_area for building in estate.buildings])
        if estate.floor_area is not None and total is not None:
            yield at("community", "estates", index, "floor_area", **compared(estate.floor_area, total))
