"""Votes live here: one count, in one unit, of one vote; used by resolutions and reviews."""

import datetime
from decimal import Decimal

from msgspec import field

from noticeboard.records.value import Value

ZERO = Decimal(0)


class Count(Value, frozen=True, kw_only=True):
    """One count. Numbers are heads, ballots, square metres, shares … as `unit` says.

    `options` are votes cast, `deemed` votes that the by-laws deem cast; the two
    are never added up silently.
    """

    unit: str
    measure: str = ""
    stage: str = ""
    date: datetime.date | None = None
    of: str = ""
    group: str = ""
    dimension: str = ""
    entitled: Decimal | None = None
    issued: Decimal | None = None
    returned: Decimal | None = None
    valid: Decimal | None = None
    invalid: Decimal | None = None
    took_part: Decimal | None = None
    votes_per_ballot: int = 1
    complete: bool = False
    options: dict[str, Decimal] = field(default_factory=dict)
    deemed: dict[str, Decimal] = field(default_factory=dict)
    printed_rate: Decimal | None = None
    note: str = ""

    @property
    def cast(self) -> Decimal:
        return sum(self.options.values(), ZERO)

    @property
    def deemed_total(self) -> Decimal:
        return sum(self.deemed.values(), ZERO)

    @property
    def ballots(self) -> Decimal | None:
        """The ballots that the options must add up to, or None where none is stated."""
        if self.valid is not None:
            return self.valid
        received = self.took_part if self.took_part is not None else self.returned
        return None if received is None else received - (self.invalid or ZERO)
