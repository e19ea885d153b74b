"""Duties of disclosure as profiles have them: `duties` of a law or system, by key, each with its versions.

Of several versions in force on one day in one profile the last listed counts: the general
rule first, then what is more exact about it.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import msgspec
from msgspec import Struct, field

from noticeboard.findings import Basis
from noticeboard.law import profile
from noticeboard.law.profile import Cited, Confidence, Profile, Standing


class Every(StrEnum):
    """How often. The first four are parts of the calendar; ROLLING counts on from the last time."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    ROLLING = "rolling"
    TERM = "term"
    STANDING = "standing"


class Per(StrEnum):
    """Whose duty is kept apart from whose."""

    COMMUNITY = "community"
    ESTATE = "estate"
    BODY = "body"


class Due(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When it must be out, counted from the end of a period; `days` or `months`.

    Of a part of the calendar `months` means until that month's last day. A rolling duty counts
    from the last time, a standing one from its first day, one of a term from the term's end
    (negative: before it) or from the `election`.
    """

    days: int | None = None
    months: int | None = None
    election: bool = False


class Seen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What shows that it was done: a statement of one of these funds, a held meeting of one of these types …

    A record whose `discloses` names the duty always shows it.
    """

    statement: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    meters: bool = False  # a statement with the shared meters
    review: bool = False
    income_items: bool = False  # of the estate in community.yaml
    reelection_report: bool = False  # of the term in bodies.yaml


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a duty in a profile; `from`, `to` and `confidence` default to the source's.

    `who` are kinds of bodies, the first there is must see to it. `applies` are names of
    CONDITIONS. `during`: to be done within the period, not after it. `hold` is for how long it
    hangs: days, `next` or `standing`. `convention` names the parts that no source fixes
    (`every`, `due`, `hold`) and this portal does. `catalogue` are ids of the catalogue of rules.
    """

    id: str
    title: str
    en: str
    who: tuple[str, ...]
    per: Per
    every: Every
    due: Due
    source: str
    applies: tuple[str, ...] = ()
    during: bool = False
    hold: str = ""
    seen: Seen = Seen()
    convention: tuple[str, ...] = ()
    article: str = ""
    start: datetime.date | None = field(name="from", default=None)
    until: datetime.date | None = field(name="to", default=None)
    confidence: Confidence | None = None
    text: str = ""
    sense: str = ""
    sense_en: str = ""
    catalogue: tuple[str, ...] = ()


class Duty(NamedTuple):
    """One version of a duty, with all that can be said of it. `by` is a body that promised it itself."""

    key: str
    id: str
    title: str
    en: str
    who: tuple[str, ...]
    per: Per
    every: Every
    due: Due
    applies: tuple[str, ...]
    during: bool
    hold: str
    seen: Seen
    convention: tuple[str, ...]
    catalogue: tuple[str, ...]
    layer: str
    standing: Standing
    start: datetime.date
    until: datetime.date | None
    basis: Basis
    by: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it is in force on `day`."""
        return self.start <= day and (self.until is None or day <= self.until)

    @property
    def binds(self) -> bool:
        """Whether missing it is worth a warning."""
        return self.standing is not Standing.UNVERIFIED


@cache
def duties(code: str) -> dict[str, tuple[Duty, ...]]:
    """Every version of every duty of one profile, by key."""
    one = profile.profile(code)
    return {} if one is None else {key: tuple(_duties(one, key)) for key in one.duties}


def _duties(one: Profile, key: str) -> Iterator[Duty]:
    for raw in one.duties[key]:
        entry = msgspec.convert(raw, Entry, strict=False)
        source = one.sources[entry.source]
        standing = profile.standing_of(one, entry.confidence or source.confidence)
        cited = Cited(entry.article, entry.text, entry.sense, entry.sense_en)
        yield Duty(
            key=key, id=entry.id, title=entry.title, en=entry.en, who=entry.who, per=entry.per, every=entry.every,
            due=entry.due, applies=entry.applies, during=entry.during, hold=entry.hold, seen=entry.seen,
            convention=entry.convention, catalogue=entry.catalogue, layer=one.code, standing=standing,
            start=entry.start or source.start, until=entry.until or source.until,
            basis=profile.basis(one, source, cited, standing),
        )  # fmt: skip


@cache
def keys() -> tuple[str, ...]:
    """The keys of all duties of all profiles, in their order."""
    return tuple(dict.fromkeys(key for code in profile.codes() for key in duties(code)))


@cache
def anywhere(key: str) -> Duty | None:
    """What a duty is about, wherever it is in force: for who promises it of his own accord."""
    return next((duties(code)[key][-1] for code in profile.codes() if key in duties(code)), None)
