"""What governs one community on one day: layers of law, systems it adopted, its own by-laws and promises.

Among layers of law the more local replaces the more general, unless that one is
a floor, and within a layer what began last replaces what began earlier. What is
verified goes before a convention, a convention before what nobody has verified.
A community's own rules count where law is silent, and where they are stricter.
"""

import datetime
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from noticeboard.findings import Basis
from noticeboard.law import profile
from noticeboard.law.profile import VERIFIED, Confidence, Profile, Provision, Source, Standing
from noticeboard.law.values import completed, read, stricter
from noticeboard.records.community import Commitment, Community
from noticeboard.today import Today

RANKS = (Standing.LAW, Standing.CONVENTION, Standing.UNVERIFIED)
"""Of law: the first standing that has anything to say is the one that speaks."""
WEAK = (Standing.CONVENTION, Standing.UNVERIFIED)
"""What no law asks gives way to whatever a community lays down itself."""


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
        self.systems: list[Profile] = [one for pack in packs if (one := profile.system(pack))]
        self.on = cache(self._on)
        # the most local first
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
        best = self.of_law(name, day)
        for one in self._own:
            if one.parameter != name or not one.holds_on(day):
                continue
            own = one._replace(value=completed(one.value, best.value if best else None))
            if best is None or best.standing in WEAK or _stricter(own, best):
                best = own
        return best

    def of_law(self, name: str, day: datetime.date) -> Provision | None:
        """What the layers of law alone say on `day`."""
        for standing in RANKS:
            speaking = [one for layer in self._of_law if (one := _last_begun(layer.get(name, ()), standing, day))]
            if speaking:
                return _floored(speaking)
        return None

    def ending(self, *, duties: bool = True) -> list[tuple[Source, datetime.date]]:
        """Documents of law after whose end nothing in their own layer follows for something that rests on them.

        Values always, and `duties` of disclosure only for those who take part in it.
        """
        found: dict[tuple[str, str, datetime.date], Source] = {}
        for layer in self.layers:
            for chain in _chains(layer, duties=duties):
                name, until = max(chain, key=lambda version: version[1] or datetime.date.max)
                if until:
                    found[layer.code, name, until] = layer.sources[name]
        return [(source, until) for (_, _, until), source in found.items()]


def _chains(layer: Profile, *, duties: bool) -> Iterator[list[tuple[str, datetime.date | None]]]:
    """Of every value (and duty) of a layer that is law, the documents its versions rest on, and until when."""
    for versions in (*layer.parameters.values(), *(layer.duties.values() if duties else ())):
        resting = [msgspec.convert(one, profile.Resting, strict=False, from_attributes=True) for one in versions]
        chain = [
            (one.source, one.until or layer.sources[one.source].until)
            for one in resting
            if (one.confidence or layer.sources[one.source].confidence) in VERIFIED
        ]
        if chain:
            yield chain


def _last_begun(versions: Iterable[Provision], standing: Standing, day: datetime.date) -> Provision | None:
    """Of the versions in one layer that hold on `day`, the first: they stand with the newest first."""
    return next((one for one in versions if one.standing is standing and one.holds_on(day)), None)


def _stricter(one: Provision, other: Provision) -> bool:
    return stricter(profile.parameters()[one.parameter].stricter, one.value, other.value)


def _floored(speaking: list[Provision]) -> Provision:
    """The most local one, or a floor of a more general layer that asks more."""
    best = speaking[0]
    for one in speaking[1:]:
        if one.floor and _stricter(one, best):
            best = one
    return best


def _committed(standing: Standing, commitments: Iterable[Commitment]) -> Iterator[Provision]:
    """Own rules that fix a parameter; those in words only are shown and cannot be judged."""
    for one in commitments:
        try:
            value = committed(one)
        except ValueError:
            continue  # told by the rule commitment-value-malformed
        if value is None:
            continue
        yield Provision(
            parameter=one.parameter, value=value, layer=standing, standing=standing, confidence=Confidence.V1,
            start=one.since, until=one.until, basis=committed_basis(standing, one),
        )  # fmt: skip


def committed(one: Commitment) -> Any:
    """The value that an own rule fixes; None where it fixes nothing known. ValueError where it cannot be read."""
    parameter = profile.parameters().get(one.parameter)
    return read(parameter.type, one.value) if parameter else None


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
