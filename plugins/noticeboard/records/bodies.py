"""Bodies, posts, terms and contracts; former ones stay."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.envelope import Contact, Handover, TranslatedNames
from noticeboard.records.value import Value


class TermOfOffice(Value, frozen=True, kw_only=True):
    start: datetime.date = field(name="from")
    until: datetime.date
    number: int | None = None
    elected_on: datetime.date | None = None
    voter_list_posted_on: datetime.date | None = None
    candidates_posted_on: datetime.date | None = None
    officers_posted_on: datetime.date | None = None
    first_meeting_on: datetime.date | None = None
    filed_on: datetime.date | None = None
    reelection_reported_on: datetime.date | None = None
    handover: Handover | None = None


class Allowance(Value, frozen=True, kw_only=True):
    """`amount` in yuan per member and month."""

    amount: Decimal
    resolution: str = ""


class Post(Value, frozen=True, kw_only=True):
    role: str
    holder: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    handed_over_on: datetime.date | None = None
    end_notice: str = ""
    note: str = ""


class Group(Value, frozen=True, kw_only=True):
    """A kind of members: how many, and from how many buildings."""

    group: str
    count: int
    buildings: int | None = None


class Body(Value, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    short_name: str = ""
    parent: str = ""
    estate: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    seats: int | None = None
    in_office: int | None = None
    term: TermOfOffice | None = None
    posts: tuple[Post, ...] = ()
    composition: tuple[Group, ...] = ()
    party_members: int | None = None
    cross_posts: int | None = None
    allowance: Allowance | None = None
    declarations_signed: bool | None = None
    has_woman_member: bool | None = None
    credit_code: str = ""
    contact: Contact | None = None
    summary: str = ""
    translations: TranslatedNames | None = None


class Selection(Value, frozen=True, kw_only=True):
    """How a provider was chosen."""

    notice: str = ""
    bids: int | None = None
    few_because: str = ""
    criteria: str = ""
    conflicts: str = ""
    contacts: str = ""


class Contract(Value, frozen=True, kw_only=True):
    """`fee` in yuan per square metre and month."""

    provider: str
    start: datetime.date = field(name="from")
    estate: str = ""
    kind: str = ""
    selection: Selection | None = None
    until: datetime.date | None = None
    ended_on: datetime.date | None = None
    end_reason: str = ""
    fee_basis: str = ""
    fee: Decimal | None = None
    signed_on: datetime.date | None = None
    end_kind: str = ""
    notice_given_on: datetime.date | None = None
    handover: Handover | None = None
    prepay_months: int | None = None
    resolution: str = ""
    filed_on: datetime.date | None = None

    @property
    def end(self) -> datetime.date | None:
        """Its last day; None where it has no end."""
        return self.ended_on or self.until


class Custody(Value, frozen=True, kw_only=True):
    by: str
    start: datetime.date = field(name="from")
    until: datetime.date | None = None
    post: str = ""
    handover: str = ""


class Seal(Value, frozen=True, kw_only=True):
    """A seal and who kept it when, former keepers included."""

    id: str
    name: str
    sort: str
    of: str
    custody: tuple[Custody, ...]
    imprint: str = ""
    retired_on: datetime.date | None = None
    lost_on: datetime.date | None = None
    notice: str = ""

    @property
    def is_in_use(self) -> bool:
        return self.retired_on is None and self.lost_on is None


class Bodies(Value, frozen=True, kw_only=True):
    bodies: tuple[Body, ...]
    contracts: tuple[Contract, ...] = ()
    seals: tuple[Seal, ...] = ()


class Responsibility(Value, frozen=True, kw_only=True):
    """Which trouble, who leads, who helps; `reply_days` in calendar days."""

    id: str
    trouble: str
    lead: str
    support: tuple[str, ...] = ()
    estate: str = ""
    contact: Contact | None = None
    reply_days: int | None = None
    basis: str = ""
    note: str = ""


class Responsibilities(Value, frozen=True, kw_only=True):
    responsibilities: tuple[Responsibility, ...]


class Acknowledgement(Value, frozen=True, kw_only=True):
    """A community's public answer to a finding; holds up to and including `until`.

    `about` is the id of the one body or estate of a single file that it answers for; without it, all.
    """

    rule: str
    record: str
    about: str = ""
    reason: str
    until: datetime.date
    by: str = ""


class Acknowledgements(Value, frozen=True, kw_only=True):
    acknowledged: tuple[Acknowledgement, ...]
