"""What governs one community on one day: layers of law, systems it adopted, its own by-laws and promises.

Among layers of law the more local replaces the more general, unless that one is
a floor; what is verified goes before a convention, a convention before what nobody
has verified. A community's own rules count where they are stricter.
"""

import datetime
from collections.abc import Iterable, Iterator
from functools import cache

from noticeboard.findings import Basis
from noticeboard.law import profile
from noticeboard.law.profile import Confidence, Profile, Provision, Standing
from noticeboard.law.values import read, stricter
from noticeboard.records.community import Commitment, Community
from noticeboard.today import Today

RANKS = (Standing.LAW, Standing.CONVENTION, Standing.UNVERIFIED)
"""Of law: the first standing that has anything to say is the one that speaks."""


class Law:
    """The rules of one community. Ask for a provision by its name and all dates that may govern it."""

    def __init__(
        self,
        jurisdiction: str,
        packs: tuple[str, ...] = (),
        by_laws: tuple[Commitment, ...] = (),
        promises: tuple[Commitment, ...] = (),
    ) -> None:
        self.layers: list[Profile] = profile.layers(jurisdiction)
        self.systems: list[Profile] = [one for pack in packs if (one := profile.profile(pack))]
        self.on = cache(self._on)
        self._of_law = [profile.provisions(one.code) for one in reversed(self.layers)]
        self._own = [
            *(provision for one in self.systems for versions in profile.provisions(one.code).values()
              for provision in versions),
            *_committed(Standing.BY_LAW, by_laws),
            *_committed(Standing.PROMISE, promises),
        ]  # fmt: skip

    def provision(self, name: str, **dates: datetime.date) -> Provision | None:
        """What governs `name`; `dates` has the date that governs it, by its name. None where nothing is asked."""
        parameter = profile.parameters()[name]
        return self.on(name, dates[parameter.governed_by])

    def now(self, name: str, today: Today) -> Provision | None:
        """What governs `name` today; the answer holds until a version of it begins or ends."""
        for one in self._versions(name):
            today.is_within(one.start, one.until)
        return self.on(name, today.day)

    def _versions(self, name: str) -> Iterator[Provision]:
        for provisions in self._of_law:
            yield from provisions.get(name, ())
        yield from (one for one in self._own if one.parameter == name)

    def _on(self, name: str, day: datetime.date) -> Provision | None:
        """What governs `name` on `day`; `on` remembers it."""
        parameter = profile.parameters()[name]
        best = self._law(name, day)
        for own in self._own:
            if own.parameter != name or not own.holds_on(day):
                continue
            if best is None or not best.binds or stricter(parameter.type, parameter.stricter, own.value, best.value):
                best = own
        return best

    def _law(self, name: str, day: datetime.date) -> Provision | None:
        in_force = [
            one for provisions in self._of_law for one in provisions.get(name, ()) if one.holds_on(day)
        ]  # the most local first
        for standing in RANKS:
            speaking = [one for one in in_force if one.standing is standing]
            if speaking:
                return self._floored(name, speaking)
        return None

    @staticmethod
    def _floored(name: str, speaking: list[Provision]) -> Provision:
        """The most local one, or a floor of a more general layer that asks more."""
        parameter = profile.parameters()[name]
        best = speaking[0]
        for one in speaking[1:]:
            if one.floor and stricter(parameter.type, parameter.stricter, one.value, best.value):
                best = one
        return best

    def expired(self, day: datetime.date) -> Iterator[Provision]:
        """Provisions of law that ran out before `day` with nothing after them in their own layer."""
        for provisions in self._of_law:
            for versions in provisions.values():
                last = max(versions, key=lambda one: one.until or datetime.date.max)
                if last.until and last.until < day:
                    yield last


def _committed(standing: Standing, commitments: Iterable[Commitment]) -> Iterator[Provision]:
    """Own rules that fix a parameter; those in words only are shown and cannot be judged."""
    for one in commitments:
        parameter = profile.parameters().get(one.parameter)
        if parameter is None:
            continue
        try:
            value = read(parameter.type, one.value)
        except ValueError:
            continue  # told by the rule commitment-value-malformed
        yield Provision(
            parameter=one.parameter, value=value, layer=standing, standing=standing, confidence=Confidence.V1,
            start=one.since, until=one.until, basis=committed_basis(standing, one),
        )  # fmt: skip


def committed_basis(standing: Standing, one: Commitment) -> Basis:
    """How a community's own rule is cited: in its own words."""
    layer_zh, layer_en = {
        Standing.BY_LAW: ("本小区规约", "own by-laws"),
        Standing.PROMISE: ("社区承诺", "own promise"),
    }[standing]
    return Basis(standing=standing, layer_zh=layer_zh, layer_en=layer_en, zh=one.text, en=one.text)


@cache
def _law(
    jurisdiction: str, packs: tuple[str, ...], by_laws: tuple[Commitment, ...], promises: tuple[Commitment, ...]
) -> Law:
    return Law(jurisdiction, packs, by_laws, promises)


def law_of(community: Community) -> Law:
    """The law of a community; communities with the same rules share one."""
    return _law(community.jurisdiction, community.packs, community.by_laws, community.promises)
