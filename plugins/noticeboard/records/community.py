"""A community: its estates, buildings and boards, and the law and systems it follows."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.envelope import Contact, TranslatedNames
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


class IncomeItem(Value, frozen=True, kw_only=True):
    """Something that earns common-area income; `annual_amount` in yuan."""

    id: str
    item: str
    location: str
    category: str = ""
    counterparty: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    annual_amount: Decimal | None = None
    cost: str = ""
    allocation: str = ""
    resolution: str = ""


class Estate(Value, frozen=True, kw_only=True):
    """`floor_area` in square metres; `owners` by number, as votes count them."""

    id: str
    name: str
    buildings: tuple[Building, ...]
    built: int | None = None
    households: int | None = None
    floor_area: Decimal | None = None
    owners: int | None = None
    units: int | None = None
    maintenance_fund_initial: Decimal | None = None
    management: str = ""
    self_managed_since: datetime.date | None = None
    management_resolution: str = ""
    provider: str = ""
    disclosing_since: datetime.date | None = None
    owners_assembly: OwnersAssembly | None = None
    income_items: tuple[IncomeItem, ...] = ()
    translations: TranslatedNames | None = None


class Board(Value, frozen=True, kw_only=True):
    id: str
    place: str
    building: str = ""


class Channel(Value, frozen=True, kw_only=True):
    """Where notices are made public; since `all_since` every one of them."""

    kind: str
    name: str
    run_by: str = ""
    id: str = ""
    all_since: datetime.date | None = None


class Commitment(Value, frozen=True, kw_only=True):
    """A rule of the community's own, in words; and where it can be judged, the parameter or duty that it fixes.

    `every` is a cadence, `due_days` counts from the end of a period.
    """

    text: str
    since: datetime.date
    until: datetime.date | None = None
    resolution: str = ""
    parameter: str = ""
    value: str = ""
    duty: str = ""
    every: str = ""
    due_days: int | None = None
    estate: str = ""
    by: str = ""


class Exemption(Value, frozen=True, kw_only=True):
    """A duty of disclosure that does not apply here, and why."""

    duty: str
    reason: str
    estate: str = ""
    start: datetime.date | None = field(name="from", default=None)
    until: datetime.date | None = None
    resolution: str = ""


class PaymentRule(Value, frozen=True, kw_only=True):
    """From `from_amount` yuan on, a payment out of `fund` needs that many signatures."""

    fund: str
    from_amount: Decimal
    signers: int
    since: datetime.date
    who: str = ""
    estate: str = ""
    resolution: str = ""


class PublicPhone(Value, frozen=True, kw_only=True):
    """A mobile number that is an organisation's line; every other one is somebody's own."""

    phone: str
    of: str


class CommunityWords(Value, frozen=True, kw_only=True):
    """What a community is called in another language."""

    name: str = ""
    summary: str = ""
    region: str = ""


class TranslatedCommunity(Value, frozen=True, kw_only=True):
    en: CommunityWords | None = None


class Community(Value, frozen=True, kw_only=True):
    name: str
    summary: str
    region: str
    jurisdiction: str
    estates: tuple[Estate, ...]
    text: str = ""
    packs: tuple[str, ...] = ()
    adopted: dict[str, datetime.date] = field(default_factory=dict)
    by_laws: tuple[Commitment, ...] = ()
    promises: tuple[Commitment, ...] = ()
    payment_rules: tuple[PaymentRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    public_phones: tuple[PublicPhone, ...] = ()
    disclosing_since: datetime.date | None = None
    population: int | None = None
    households: int | None = None
    representatives: int | None = None
    contact: Contact | None = None
    channels: tuple[Channel, ...] = ()
    boards: tuple[Board, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    translations: TranslatedCommunity | None = None


class PortalWords(Value, frozen=True, kw_only=True):
    """The portal's own words in another language."""

    title: str = ""
    summary: str = ""
    publisher: str = ""


class TranslatedPortal(Value, frozen=True, kw_only=True):
    en: PortalWords | None = None


class Portal(Value, frozen=True, kw_only=True):
    title: str
    summary: str
    base_url: str
    publisher: str
    as_of: datetime.date | None = None
    contact: Contact | None = None
    languages: tuple[str, ...] = ()
    translations: TranslatedPortal | None = None
