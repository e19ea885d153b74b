"""One duty through time: its periods, and the state of each."""

import datetime
from enum import StrEnum
from typing import NamedTuple

from noticeboard.duties.duty import Duty
from noticeboard.duties.evidence import Subject
from noticeboard.records.community import Exemption
from noticeboard.records.envelope import Period

STRIP = 24
"""How many periods are shown of each duty."""


class State(StrEnum):
    DISCLOSED = "disclosed"
    DUE = "due"
    NOT_SEEN = "not-seen"
    NOT_APPLICABLE = "not-applicable"
    NOT_YET = "not-yet"  # taking part


class Turn(NamedTuple):
    """One period of a duty. `body` is who had to see to it.

    `record` shows it done since `seen_on`, `late` days after `due`. `exemption` (the community's
    words) or `unmet` (a condition) says why it does not apply.
    """

    period: Period
    duty: Duty
    due: datetime.date
    state: State
    body: str = ""
    record: str = ""
    seen_on: datetime.date | None = None
    late: int = 0
    exemption: Exemption | None = None
    unmet: str = ""


class Track(NamedTuple):
    """One duty of one estate or body through time, the oldest turn first; none before the community takes part.

    `about` is the version of the duty that counts now. `upcoming` is the next
    period that ends, with what will be due then.
    """

    key: str
    subject: Subject
    about: Duty
    turns: tuple[Turn, ...] = ()
    upcoming: Turn | None = None

    @property
    def state(self) -> State:
        """That of the turn that counts."""
        return self.last.state if self.last else State.NOT_YET

    @property
    def last(self) -> Turn | None:
        """What there is to say of it now: the oldest turn not seen, else the last, else the one to come."""
        if self.overdue:
            return self.overdue[0]
        return self.turns[-1] if self.turns else self.upcoming

    @property
    def overdue(self) -> list[Turn]:
        """The turns not seen."""
        return [turn for turn in self.turns if turn.state is State.NOT_SEEN]

    @property
    def strip(self) -> tuple[Turn, ...]:
        """The turns that are shown."""
        return self.turns[-STRIP:]
