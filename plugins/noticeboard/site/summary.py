"""What the portal's own pages know of a community: small, plain, kept between builds."""

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a list: what a reader needs to choose. `url` is relative to the community's root.

    `mark` and `remarked` are words that the row bears: the record's state, and that the check has remarks on it.
    `changed` is the day of the last correction, or of the withdrawal.
    """

    url: str
    title: str
    summary: str
    date: str
    published: str
    kind: str
    publisher: str
    mark: str = ""
    remarked: str = ""
    document_number: str = ""
    changed: str = ""

    @property
    def touched(self) -> str:
        """The day on which readers had something new to see."""
        return self.changed or self.published


class FundBalance(Struct, frozen=True, kw_only=True):
    """The last published balance of one fund, in yuan as text with two decimals."""

    url: str
    estate: str
    fund: str
    closing: str
    until: str


class Overdue(Struct, frozen=True, kw_only=True):
    """A duty of disclosure of which `periods` periods were not seen; `period` and `due` are of the newest."""

    url: str
    title: str
    whose: str
    periods: int
    period: str
    due: str


class EstateFacts(Struct, frozen=True, kw_only=True):
    """An estate as the district sees it; figures are texts, empty where not known, `fee` in yuan per m² and month."""

    name: str
    established_on: str
    none_because: str
    lifts: bool
    management: str
    fee_basis: str
    fee: str
    income_per_household: str


class Term(Struct, frozen=True, kw_only=True):
    """A term of office that ended without a successor."""

    body: str
    url: str
    since: str


class Late(Struct, frozen=True, kw_only=True):
    """A finding of supervision that is overdue."""

    title: str
    url: str
    body: str


class Overview(Struct, frozen=True, kw_only=True):
    """One community without its records. `records` and `pages` count its record files and the pages made of them.

    `states` counts the duties of disclosure in each state of the clock.
    """

    slug: str
    name: str
    summary: str
    region: str
    households: int
    estates: int
    records: int
    pages: int
    warnings: int
    last_published: str
    by_kind: dict[str, int]
    latest: tuple[Row, ...]
    funds: tuple[FundBalance, ...]
    states: dict[str, int]
    overdue: tuple[Overdue, ...]
    estate_facts: tuple[EstateFacts, ...] = ()
    expired: tuple[Term, ...] = ()
    late: tuple[Late, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()


class Summary(Overview, frozen=True, kw_only=True):
    """One community with a row for each of its records."""

    titles: tuple[Row, ...]
