"""A community: its estates, buildings and boards, and the law and systems it follows."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.envelope import Contact
from noticeboard.records.value import Value


class Building(Value, frozen=True, kw_only=True):
    """`floor_area` in square metres."""

    id: str
    name: str
    households: int | None = None
    floor_area: Decimal | None = None
    floors: int | None = None
    lifts: int | None = None


class OwnersAssembly(Value, frozen=True, kw_only=True):
    established_on: datetime.date | None = None
    none_because: str = ""


class Estate(Value, frozen=True, kw_only=True):
    """`floor_area` in square metres; `owners` by number, as votes count them."""

    id: str
    name: str
    buildings: tuple[Building, ...]
    built: int | None = None
    households: int | None = None
    floor_area: Decimal | None = None
    owners: int | None = None
    management: str = ""
    self_managed_since: datetime.date | None = None
    provider: str = ""
    owners_assembly: OwnersAssembly | None = None


class Board(Value, frozen=True, kw_only=True):
    id: str
    place: str
    building: str = ""


class Channel(Value, frozen=True, kw_only=True):
    kind: str
    name: str
    run_by: str = ""


class Promise(Value, frozen=True, kw_only=True):
    text: str
    since: datetime.date
    resolution: str = ""


class Community(Value, frozen=True, kw_only=True):
    name: str
    summary: str
    region: str
    jurisdiction: str
    estates: tuple[Estate, ...]
    text: str = ""
    packs: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    disclosing_since: datetime.date | None = None
    population: int | None = None
    households: int | None = None
    representatives: int | None = None
    contact: Contact | None = None
    channels: tuple[Channel, ...] = ()
    boards: tuple[Board, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)


class Portal(Value, frozen=True, kw_only=True):
    title: str
    summary: str
    base_url: str
    publisher: str
    as_of: datetime.date | None = None
    contact: Contact | None = None
