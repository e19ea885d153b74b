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


def _contradiction(whole: Decimal | int | None, parts: Parts) -> dict[str, Decimal]:
    """Both figures where the sum differs with every part given, or is already too large without some."""
    given = [part for part in parts if part is not None]
    if whole is None or not given:
        return {}
    total = Decimal(sum(given))
    contradicts = total != whole if len(given) == len(parts) else total > whole
    return compared(Decimal(whole), total) if contradicts else {}


@rule(WARNING)
def households_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The households of the parts do not add up to those of the whole.

    Shares of those who took part are counted by them. A community may have
    homes outside its estates, so there only a sum that is too large is one.
    """
    community = dataset.community
    outside = None
    if values := _contradiction(community.households, [outside, *(one.households for one in community.estates)]):
        yield at("community", "households", **values)
    for index, estate in enumerate(community.estates):
        if values := _contradiction(estate.households, [building.households for building in estate.buildings]):
            yield at("community", "estates", index, "households", **values)


@rule(WARNING)
def floor_area_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The areas of the buildings do not add up to that of the estate.

    Votes by area are counted against it.
    """
    for index, estate in enumerate(dataset.community.estates):
        if values := _contradiction(estate.floor_area, [building.floor_area for building in estate.buildings]):
            yield at("community", "estates", index, "floor_area", **values)
