"""What every record has in common: who published it, when, where it hangs, how it was corrected."""

import datetime

from msgspec import field

from noticeboard.records.value import Value


class Objection(Value, frozen=True, kw_only=True):
    to: str
    how: str = ""
    place: str = ""
    phone: str = ""
    until: datetime.date | None = None


class Posting(Value, frozen=True, kw_only=True):
    start: datetime.date = field(name="from")
    until: datetime.date | None = None
    places: tuple[str, ...] = ()
    objection: Objection | None = None
    received: int | None = None
    answered: int | None = None


class Contact(Value, frozen=True, kw_only=True):
    role: str = ""
    phone: str = ""
    place: str = ""
    hours: str = ""
    email: str = ""


class Handover(Value, frozen=True, kw_only=True):
    """What was handed over when a committee or provider went; where `record` tells it item by item, nothing else."""

    record: str = ""
    items: tuple[str, ...] = ()
    completed_on: datetime.date | None = None
    supervised_by: str = ""
    kept_at: str = ""


class Signature(Value, frozen=True, kw_only=True):
    body: str
    role: str = ""
    date: datetime.date | None = None
    seal: str = ""
    remark: str = ""


class Relation(Value, frozen=True, kw_only=True):
    record: str
    how: str
    note: str = ""


class Attachment(Value, frozen=True, kw_only=True):
    file: str
    title: str
    checked_by: str = ""


class Withheld(Value, frozen=True, kw_only=True):
    what: str
    why: str
    basis: str = ""


class Source(Value, frozen=True, kw_only=True):
    completeness: str
    note: str = ""
    url: str = ""


class Correction(Value, frozen=True, kw_only=True):
    date: datetime.date
    what: str
    why: str
    fields: tuple[str, ...] = ()


class Withdrawn(Value, frozen=True, kw_only=True):
    date: datetime.date
    why: str


class Period(Value, frozen=True, kw_only=True):
    """First and last day, both included."""

    start: datetime.date = field(name="from")
    until: datetime.date


class NextStep(Value, frozen=True, kw_only=True):
    by: str
    what: str
    due: datetime.date | None = None


class Titles(Value, frozen=True, kw_only=True):
    """The same in another language. Empty is what was not translated."""

    title: str = ""
    summary: str = ""


class Names(Value, frozen=True, kw_only=True):
    """As `Titles`, of what has a name."""

    name: str = ""
    summary: str = ""


class TranslatedTitles(Value, frozen=True, kw_only=True):
    """By language, as the site calls it."""

    en: Titles | None = None


class TranslatedNames(Value, frozen=True, kw_only=True):
    en: Names | None = None


class Record(Value, frozen=True, kw_only=True):
    """The envelope. `id` is `<folder>/<stem>`, unique in its community, and never changes."""

    id: str
    title: str
    publisher: str
    date: datetime.date
    published: datetime.date
    summary: str
    on_behalf_of: str = ""
    estate: str = ""
    buildings: tuple[str, ...] = ()
    scope: str = ""
    text: str = ""
    document_number: str = ""
    status: str = ""
    posting: Posting | None = None
    contact: Contact | None = None
    signatures: tuple[Signature, ...] = ()
    addressed_to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    related: tuple[Relation, ...] = ()
    basis: tuple[str, ...] = ()
    discloses: tuple[str, ...] = ()
    covers: Period | None = None
    attachments: tuple[Attachment, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    source: Source | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None
    code: str = ""
    translations: TranslatedTitles | None = None

    @property
    def folder(self) -> str:
        return self.id.partition("/")[0]

    @property
    def stem(self) -> str:
        return self.id.partition("/")[2]

    @property
    def changed(self) -> str:
        """The day of the last correction, or of the withdrawal; empty where there was none."""
        days = [one.date for one in (*self.corrections, self.withdrawn) if one]
        return str(max(days)) if days else ""
