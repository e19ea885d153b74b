"""A resolution: the motions put to one vote, their counts and the declared results."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.count import Count
from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class Voting(Value, frozen=True, kw_only=True):
    start: datetime.date = field(name="from")
    until: datetime.date
    first_until: datetime.date | None = None
    extension_reason: str = ""
    channels: str = ""
    proof: str = ""


class Petition(Value, frozen=True, kw_only=True):
    signers: int
    reached_on: datetime.date | None = None
    printed_threshold: str = ""


class Term(Value, frozen=True, kw_only=True):
    """A sum (in yuan), date or condition that a motion carries; `limits` says which payments it caps, if any.

    `category` keeps a limit to payments of one category.
    """

    item: str
    amount: Decimal | None = None
    limits: str = ""
    category: str = ""
    due: datetime.date | None = None
    note: str = ""


class Motion(Value, frozen=True, kw_only=True):
    id: str
    title: str
    matter: str
    result: str
    item: str = ""
    text: str = ""
    condition: str = ""
    depends_on: str = ""
    denominator: str = ""
    printed_threshold: str = ""
    seats: int | None = None
    counts: tuple[Count, ...] = ()
    result_words: str = ""
    chosen: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    note: str = ""


class Implementation(Value, frozen=True, kw_only=True):
    by: str
    due: datetime.date | None = None
    done_on: datetime.date | None = None
    progress: str = ""


class Resolution(Record, frozen=True, kw_only=True):
    decided_by: str
    decided_on: datetime.date
    motions: tuple[Motion, ...]
    meeting: str = ""
    notice: str = ""
    form: str = ""
    voting: Voting | None = None
    petition: Petition | None = None
    session: str = ""
    authorised_by: str = ""
    signed_by: int | None = None
    residents_committee_informed_on: datetime.date | None = None
    area_basis: str = ""
    audit: str = ""
    proposal: str = ""
    implementation: Implementation | None = None
