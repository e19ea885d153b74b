"""Seals: each has one keeper at any time, says whose it is, and its loss is announced."""

from collections.abc import Iterator
from itertools import pairwise

from noticeboard.law.days import DAY
from noticeboard.records.bodies import Custody, Seal
from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import INFO, WARNING, Breach, at, rule
from noticeboard.today import Today

TERM = ("届", "任期")
"""What an imprint says of its term."""


def _pairs(dataset: Dataset) -> Iterator[tuple[int, Seal, int, Custody, Custody]]:
    """Seal by seal, each spell of custody with the one after it, and where that stands in the list."""
    for index, seal in enumerate(dataset.seals):
        spells = sorted(enumerate(seal.custody), key=lambda one: one[1].start)
        for (_, one), (place, following) in pairwise(spells):
            yield index, seal, place, one, following


@rule(WARNING, catalogue="SEAL-01")
def seal_kept_twice(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two keep one seal at the same time.

    Then neither answers for what was sealed.
    """
    for index, seal, place, one, following in _pairs(dataset):
        if one.until is None or following.start <= one.until:
            yield at("bodies", "seals", index, "custody", place, "from", seal=seal.name, found=following.start)


@rule(WARNING, catalogue="SEAL-01")
def seal_kept_by_nobody_for_days(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Between two keepers of a seal there are days on which nobody kept it.

    Where it was then, nobody knows.
    """
    for index, seal, place, one, following in _pairs(dataset):
        if one.until and following.start > one.until + DAY:
            values = {"seal": seal.name, "until": one.until, "start": following.start}
            yield at("bodies", "seals", index, "custody", place, "from", **values)


@rule(WARNING, catalogue="SEAL-01")
def seal_without_keeper(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A seal is in use, and nobody keeps it.

    The last keeper's time is over, and no other is named.
    """
    for index, seal in enumerate(dataset.seals):
        last = max(seal.custody, key=lambda one: one.start)
        if seal.is_in_use and last.until and today.is_past(last.until):
            yield at("bodies", "seals", index, "custody", seal=seal.name, until=last.until)


@rule(WARNING, catalogue="SEAL-03")
def seal_imprint_without_term(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The imprint of a committee's seal does not say which term it is of.

    With an old seal nobody sees that the term is over.
    """
    for index, seal in enumerate(dataset.seals):
        if seal.sort == "committee" and seal.is_in_use and not any(word in seal.imprint for word in TERM):
            yield at("bodies", "seals", index, "imprint", seal=seal.name)


@rule(WARNING, catalogue="SEAL-06")
def lost_seal_not_announced(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A seal was lost, and no notice says that it no longer counts.

    Somebody may still use it.
    """
    for index, seal in enumerate(dataset.seals):
        if seal.lost_on and not seal.notice:
            yield at("bodies", "seals", index, "lost_on", seal=seal.name, lost=seal.lost_on)


@rule(INFO, catalogue="SEAL-05")
def payment_seals_kept_together(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The finance seal and the chair's name seal are kept by the same office.

    Together they pay; apart, two have to agree.
    """
    held = [(index, seal, _keeper(seal)) for index, seal in enumerate(dataset.seals) if seal.is_in_use]
    for index, seal, keeper in held:
        others = [one for _, one, other in held if one.sort == "chair" and one.of == seal.of and other == keeper]
        if seal.sort == "finance" and keeper and others:
            yield at("bodies", "seals", index, "custody", seal=seal.name, other=others[0].name)


def _keeper(seal: Seal) -> tuple[str, str] | None:
    """Body and office that keep it; None where the office is not told or nobody does."""
    last = max(seal.custody, key=lambda one: one.start)
    return (last.by, last.post) if last.post and last.until is None else None
