"""Votes live here: one count, in one unit, of one vote; used by resolutions and reviews."""

import datetime
from collections.abc import Iterable, Sequence
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

    @property
    def voted(self) -> Decimal | None:
        """Those who took part: as stated, else as returned, else as a complete count of single votes shows."""
        for stated in (self.took_part, self.returned):
            if stated is not None:
                return stated
        return self.cast + (self.invalid or ZERO) if self.complete and self.votes_per_ballot == 1 else None


def holding(counts: Sequence[Count]) -> list[Count]:
    """Of several counts of one vote, those that hold: per unit and group the final one, else the last."""
    held: dict[tuple[str, str, str, str], Count] = {}
    for count in counts:
        key = (count.unit, count.of, count.group, count.dimension)
        if key not in held or held[key].stage != "final":
            held[key] = count
    return list(held.values())


AGREEING = ("同意", "赞成", "赞同", "支持")
"""What ballots call a vote for a motion."""


def agrees(option: str) -> bool:
    """Whether an option is a vote for the motion; what stands in brackets after it explains it."""
    return option.partition("（")[0].strip() in AGREEING


def agreeing(options: Iterable[tuple[str, Decimal]]) -> Decimal | None:
    """The votes for a motion; None where no option says that it is for it."""
    votes = [number for option, number in options if agrees(option)]
    return sum(votes, ZERO) if votes else None
