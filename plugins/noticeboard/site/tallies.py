"""Votes and attendance as pages show them: each figure with its exact share, and the pieces of the bar."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from noticeboard.records.count import Count, holding
from noticeboard.records.meeting import Attendance
from noticeboard.site import charts
from noticeboard.site.charts import Segment
from noticeboard.site.wordings import percent

SHADES = 6
MOST_IN_ONE_BAR = 5


class Choice(NamedTuple):
    """One option. `share` is of the tally's base, as text; `shade` counts from 1, `width` is in percent."""

    option: str
    votes: Decimal
    share: str
    shade: int
    width: float


class Tally(NamedTuple):
    """One count of a vote.

    `base` names what shares are taken of (`entitled`, `took_part`, `ballots`,
    `cast`) and `whole` is that number. `segments` fill one bar, cast votes
    first and deemed ones after them; there are none where a ballot may choose
    several options, as these do not add up to a whole.
    """

    of: Count
    base: str
    whole: Decimal
    turnout: str
    choices: tuple[Choice, ...]
    deemed: tuple[Choice, ...]
    segments: tuple[Segment, ...]


def tally(count: Count, denominator: str = "") -> Tally:
    """`denominator` as the motion's original has it; without one, shares are of those who took part."""
    base, whole = _base(count, denominator)
    return Tally(
        of=count,
        base=base,
        whole=whole,
        turnout=percent(count.took_part, count.entitled) if count.took_part is not None and count.entitled else "",
        choices=_choices(count.options, whole),
        deemed=_choices(count.deemed, whole),
        segments=_segments(count, base, whole),
    )


def _base(count: Count, denominator: str) -> tuple[str, Decimal]:
    if denominator == "entitled" and count.entitled:
        return "entitled", count.entitled
    if denominator == "votes-cast":
        return "cast", count.cast
    if count.took_part:
        return "took_part", count.took_part
    return ("ballots", count.ballots) if count.ballots else ("cast", count.cast)


def _choices(options: dict[str, Decimal], whole: Decimal) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            option, votes, percent(votes, whole) if whole else "",
            index % SHADES + 1, round(float(votes * 100 / whole), 2) if whole else 0.0,
        )
        for index, (option, votes) in enumerate(options.items())
    )  # fmt: skip


def _segments(count: Count, base: str, whole: Decimal) -> tuple[Segment, ...]:
    if count.votes_per_ballot > 1 or len(count.options) > MOST_IN_ONE_BAR:
        return ()
    parts = [(str(index % SHADES + 1), votes) for index, votes in enumerate(count.options.values())]
    parts += [("deemed", votes) for votes in count.deemed.values()]
    shown = count.cast + count.deemed_total
    return charts.bar(parts, max(shown, whole if base == "entitled" else whole + count.deemed_total))


def latest_and_earlier(counts: Sequence[Count], denominator: str = "") -> tuple[list[Tally], list[Tally]]:
    """Of several counts of one vote, the one that holds, per unit and group; and those before it, in their order."""
    held = holding(counts)
    latest = [tally(count, denominator) for count in held]
    latest_ids = {id(count) for count in held}
    return latest, [tally(count, denominator) for count in counts if id(count) not in latest_ids]


class Turnout(NamedTuple):
    """Attendance of one group. `share` is empty and `width` zero where nobody says how many were entitled."""

    of: Attendance
    share: str
    width: float


def turnout(attendance: Attendance) -> Turnout:
    entitled = (attendance.entitled or Decimal(0)) - (attendance.excluded or Decimal(0))
    if entitled <= 0:
        return Turnout(attendance, "", 0.0)
    width = min(100.0, round(float(attendance.present * 100 / entitled), 2))
    return Turnout(attendance, percent(attendance.present, entitled), width)
