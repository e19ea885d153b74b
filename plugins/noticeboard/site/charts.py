"""Geometry of the charts, as plain numbers; the templates draw, a table always stands beside."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple


class Point(NamedTuple):
    """`x` and `y` in the chart's own units, with what the point stands for."""

    x: float
    y: float
    label: str
    value: Decimal


class Line(NamedTuple):
    """A line over periods in a box of `width` × `height`, its ticks as (y, value)."""

    width: int
    height: int
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, Decimal], ...]

    @property
    def zero(self) -> float:
        """Where nothing lies."""
        return next(y for y, value in self.ticks if value == 0)

    @property
    def in_wan(self) -> bool:
        """Whether the ticks are best read in units of ten thousand."""
        return abs(self.ticks[1][1] - self.ticks[0][1]) >= MANY

    @property
    def path(self) -> str:
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


class Segment(NamedTuple):
    """A piece of a bar: start and length in percent of the whole."""

    x: float
    width: float
    label: str
    value: Decimal


MANY = 5_000
STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))


def line(values: Sequence[tuple[str, Decimal]], width: int = 360, height: int = 200) -> Line:
    """Balances over periods; the axis holds zero and at most five round ticks."""
    low = min(Decimal(0), *(value for _, value in values))
    high = max(Decimal(1), *(value for _, value in values))
    step = _round_step((high - low) / 4)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    left, right, upper, lower = 56, width - 12, 14, height - 34

    def y(value: Decimal) -> float:
        return round(lower - float((value - bottom) / (top - bottom)) * (lower - upper), 1)

    gap = (right - left) / max(1, len(values) - 1)
    points = tuple(Point(round(left + gap * i, 1), y(value), label, value) for i, (label, value) in enumerate(values))
    ticks = tuple((y(bottom + step * i), bottom + step * i) for i in range(int((top - bottom) / step) + 1))
    return Line(width, height, points, ticks)


def flow(opening: Decimal, income: Decimal, expense: Decimal, closing: Decimal) -> dict[str, Segment]:
    """What was there, came in, went out and is left, each as a bar below the one before, by the names of the sums."""
    before_expense = opening + income
    ends = {
        "opening": (Decimal(0), opening),
        "income": (opening, before_expense),
        "expense": (before_expense - expense, before_expense),
        "closing": (Decimal(0), closing),
    }
    low = min(min(pair) for pair in ends.values())
    whole = max(max(pair) for pair in ends.values()) - low
    return {
        name: Segment(
            _percent(min(pair) - low, whole), _percent(abs(pair[1] - pair[0]), whole), name, pair[1] - pair[0]
        )
        for name, pair in ends.items()
    }


def _percent(part: Decimal, whole: Decimal) -> float:
    return round(float(part * 100 / whole), 2) if whole else 0.0


def spark(values: Sequence[Decimal], width: int = 120, height: int = 32) -> str:
    """Points of a small line without axis; zero lies at the foot unless something is below it. Empty without two."""
    if len(values) < 2:
        return ""
    low, high = min(Decimal(0), *values), max(Decimal(1), *values)
    gap = width / (len(values) - 1)
    return " ".join(
        f"{gap * i:.1f},{height - float((value - low) / (high - low)) * height:.1f}" for i, value in enumerate(values)
    )


def _round_step(rough: Decimal) -> Decimal:
    """The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below `rough`."""
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in STEPS if step * power >= rough)


def bar(parts: Sequence[tuple[str, Decimal]], whole: Decimal) -> tuple[Segment, ...]:
    """The parts of a whole from left to right, in percent with two decimals; no negative parts."""
    segments: list[Segment] = []
    start = Decimal(0)
    for label, value in parts:
        if whole > 0 and value > 0:
            width = value * 100 / whole
            segments.append(Segment(round(float(start), 2), round(float(width), 2), label, value))
            start += width
    return tuple(segments)
