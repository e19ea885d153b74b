"""Which version of a duty binds one estate on one day: layers of law, systems adopted, own by-laws and promises.

As with other rules of law the more local one replaces the more general one, and own rules
count where they are stricter: more often, or as often and sooner.
"""

import datetime
from collections.abc import Iterator
from functools import cache

from noticeboard.duties.duty import Due, Duty, Every, anywhere, duties
from noticeboard.duties.periods import MONTHS
from noticeboard.law import profile
from noticeboard.law.governing import RANKS, committed_basis
from noticeboard.law.profile import Standing
from noticeboard.records.community import Commitment, Community

DAYS_PER_MONTH = 31


class Duties:
    """The duties of one community. Ask for one by key, estate and day."""

    def __init__(
        self,
        jurisdiction: str,
        packs: tuple[str, ...],
        by_laws: tuple[Commitment, ...],
        promises: tuple[Commitment, ...],
    ) -> None:
        self._of_law = [duties(one.code) for one in reversed(profile.layers(jurisdiction))]
        self._of_systems = [duties(code) for code in packs if profile.profile(code)]
        self._own = [
            *((Standing.BY_LAW, one, duty) for one in by_laws if (duty := anywhere(one.duty))),
            *((Standing.PROMISE, one, duty) for one in promises if (duty := anywhere(one.duty))),
        ]
        tables = [*reversed(self._of_law), *self._of_systems]
        self.keys = tuple(dict.fromkeys([*(key for one in tables for key in one), *(one.key for *_, one in self._own)]))
        self.on = cache(self._on)

    def versions(self, key: str) -> Iterator[Duty]:
        """Every version that may ever bind here, the most general first."""
        for table in (*reversed(self._of_law), *self._of_systems):
            yield from table.get(key, ())
        yield from (_promised(*own) for own in self._own if own[2].key == key)

    def _on(self, key: str, estate: str, day: datetime.date) -> Duty | None:
        """What binds an estate on `day`; without an estate, the whole community."""
        best = self._law(key, day)
        systems = [one for table in self._of_systems for one in table.get(key, ()) if one.holds_on(day)]
        own = [
            _promised(standing, one, best or duty)
            for standing, one, duty in self._own
            if duty.key == key and one.estate in ("", estate)
        ]
        for one in (*systems, *own):
            if one.holds_on(day) and (best is None or not best.binds or stricter(one, best)):
                best = one
        return best

    def _law(self, key: str, day: datetime.date) -> Duty | None:
        """The most local version in force, of the first standing that has any."""
        in_force = [one for table in self._of_law for one in reversed(table.get(key, ())) if one.holds_on(day)]
        for standing in RANKS:
            for one in in_force:
                if one.standing is standing:
                    return one
        return None


def _promised(standing: Standing, one: Commitment, about: Duty) -> Duty:
    """A community's own rule: what the duty is about from the law, how often and by when from itself."""
    every = Every(one.every) if one.every else about.every
    due, fixed = _due(one, about, every)
    convention = (*(() if fixed else ("due",)), *(("hold",) if "hold" in about.convention else ()))
    return about._replace(
        every=every, due=due, convention=convention,
        layer=standing, standing=standing,
        start=one.since, until=one.until, basis=committed_basis(standing, one), by=one.by,
    )  # fmt: skip


def _due(one: Commitment, about: Duty, every: Every) -> tuple[Due, bool]:
    """When a promise falls due, and whether that is anybody's word; without one, by the end of the next month."""
    if one.due_days is not None:
        return Due(days=one.due_days), True
    return (about.due, "due" not in about.convention) if every is about.every else (Due(months=1), False)


def stricter(one: Duty, other: Duty) -> bool:
    """Whether `one` asks more than `other`: more often, or as often and sooner. Only parts of the calendar compare."""
    if one.every not in MONTHS or other.every not in MONTHS:
        return False
    return (MONTHS[one.every], _wait(one.due)) < (MONTHS[other.every], _wait(other.due))


def _wait(due: Due) -> int:
    """About how many days after the end of a period."""
    return (due.days or 0) + DAYS_PER_MONTH * (due.months or 0)


@cache
def _shared(
    jurisdiction: str, packs: tuple[str, ...], by_laws: tuple[Commitment, ...], promises: tuple[Commitment, ...]
) -> Duties:
    return Duties(jurisdiction, packs, by_laws, promises)


def duties_of(community: Community) -> Duties:
    """The duties of a community; communities with the same rules share them."""
    return _shared(community.jurisdiction, community.packs, community.by_laws, community.promises)
