"""The one date that everything is judged by, and how long the judgement holds."""

import datetime


class Today:
    """A date that remembers the last day on which its answers stay the same.

    Rules and pages never compute with the date itself, only ask it. So a page that
    asked nothing never needs a rebuild for the date, and one that asked needs
    it only after `fresh_until`.
    """

    def __init__(self, day: datetime.date) -> None:
        self.day = day
        self.fresh_until = datetime.date.max

    def named(self) -> str:
        """The date itself, for a sentence that must say it; it holds for this day only."""
        self.fresh_until = min(self.fresh_until, self.day)
        return self.day.isoformat()

    def is_past(self, day: datetime.date) -> bool:
        """Whether `day` is over."""
        if day < self.day:
            return True
        self.fresh_until = min(self.fresh_until, day)
        return False

    def has_come(self, day: datetime.date) -> bool:
        """Whether `day` has begun."""
        if day <= self.day:
            return True
        self.fresh_until = min(self.fresh_until, day - datetime.timedelta(days=1))
        return False

    def is_within(self, first: datetime.date, last: datetime.date | None) -> bool:
        """Whether today lies between two days, both included; without `last`, for ever."""
        return self.has_come(first) and (last is None or not self.is_past(last))
