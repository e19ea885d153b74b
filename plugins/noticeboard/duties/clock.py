"""The clock of one community: for every estate, body, duty and period one of five states.

A record counts from the day on which it was published, so that the clock can be asked
about any day. Everything that depends on the day asks `Today`.
"""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from noticeboard.duties.conditions import responsible, serves, unmet
from noticeboard.duties.duty import Duty, Every, Per
from noticeboard.duties.evidence import Evidence, Subject, evidence, settled
from noticeboard.duties.governing import Duties, duties_of
from noticeboard.duties.periods import MONTHS, due_after, due_from, part_of_calendar
from noticeboard.law.days import DAY, add_months, days_between
from noticeboard.records.bodies import Body
from noticeboard.records.community import Exemption
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Period
from noticeboard.today import Today

STRIP = 24
"""How many periods are shown of each duty."""
MONTHS_AHEAD = 3
"""So long before it is due what happens once in a term of office is on the clock."""


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

    `upcoming` is the next period that ends, with what will be due then.
    """

    key: str
    subject: Subject
    about: Duty
    turns: tuple[Turn, ...]
    upcoming: Turn | None = None

    @property
    def state(self) -> State:
        """The state of the last period; anything not seen before weighs more."""
        return self.last.state if self.last else State.NOT_YET

    @property
    def overdue(self) -> list[Turn]:
        return [turn for turn in self.turns if turn.state is State.NOT_SEEN]

    @property
    def strip(self) -> tuple[Turn, ...]:
        return self.turns[-STRIP:]

    @property
    def last(self) -> Turn | None:
        """What there is to say of it now: the oldest turn not seen, else the last, else the one to come."""
        if self.overdue:
            return self.overdue[0]
        return self.turns[-1] if self.turns else self.upcoming


def clock(dataset: Dataset, today: Today) -> tuple[Track, ...]:
    """Every duty that may bind here, in the order of the profiles; found out once: `dataset.derive(clock, today)`."""
    duties = duties_of(dataset.community)
    return tuple(
        track
        for key in duties.keys
        for subject in _subjects(dataset, next(duties.versions(key)))
        if (track := _Walk(dataset, duties, key, subject, today).track()) is not None
    )


def _subjects(dataset: Dataset, duty: Duty) -> Iterator[Subject]:
    """Who may have the duty at all."""
    match duty.per:
        case Per.COMMUNITY:
            yield Subject()
        case Per.ESTATE:
            yield from (Subject(estate.id) for estate in dataset.community.estates)
        case Per.BODY:
            yield from (Subject(body.estate, body.id) for body in dataset.bodies if body.kind in duty.who)


class _Walk:
    """From the first period of one duty and subject to today."""

    def __init__(self, dataset: Dataset, duties: Duties, key: str, subject: Subject, today: Today) -> None:
        self.dataset = dataset
        self.duties = duties
        self.key = key
        self.subject = subject
        self.today = today
        self.since = taking_part_since(dataset, subject.estate)
        self.versions = [one for one in duties.versions(key) if self._may_bind(one)]
        self.shown: list[Evidence] = []

    def _may_bind(self, duty: Duty) -> bool:
        return duty.until is None or self.since is None or duty.until >= self.since

    def track(self) -> Track | None:
        """None where nothing here was ever asked of the subject."""
        if not self.versions:
            return None
        about = self.versions[-1]
        if self.since is None:
            return Track(self.key, self.subject, about, ())
        self.shown = [
            one for one in evidence(self.dataset, about, self.subject) if self.today.has_come(one.published)
        ]
        turns, upcoming = self._walked(about.every)
        while turns and turns[0].state is State.NOT_YET:
            del turns[0]
        current = turns[-1] if turns else upcoming
        return Track(self.key, self.subject, current.duty, tuple(turns), upcoming) if current else None

    def _walked(self, every: Every) -> tuple[list[Turn], Turn | None]:
        match every:
            case Every.ROLLING:
                return self._rolling(), None
            case Every.TERM:
                return self._term(), None
            case Every.STANDING:
                return self._standing(), None
        return self._calendar()

    # parts of the calendar

    def _calendar(self) -> tuple[list[Turn], Turn | None]:
        """The periods begun (of what is done during them) or over, and the next one after them."""
        assert self.since is not None
        turns: list[Turn] = []
        day = datetime.date(self.since.year - 1, 1, 1)
        while day.year < datetime.date.max.year:
            found = self._part(day)
            if found is None:
                if not any(one.until is None or one.until > day for one in self.versions):
                    return turns, None
                day = add_months(day.replace(day=1), 1)
                if not self.today.has_come(day):
                    return turns, None
                continue
            duty, period = found
            begun = self.today.has_come(period.start) if duty.during else self.today.is_past(period.until)
            turn = self._turn(duty, period, due_after(period, duty.due))
            if not begun:
                return turns, turn
            turns.append(turn)
            day = period.until + DAY
        return turns, None

    def _part(self, day: datetime.date) -> tuple[Duty, Period] | None:
        """The part of the calendar around `day` that is asked for: what binds on its last day decides."""
        for every in MONTHS:
            period = part_of_calendar(every, day)
            duty = self.duties.on(self.key, self.subject.estate, period.until)
            if duty is not None and duty.every is every:
                return duty, period
        return None

    # other cadences

    def _rolling(self) -> list[Turn]:
        """From each time to the next; and since the last time."""
        assert self.since is not None
        begun = [body.since for body in self._bodies() if body.since]
        cursor = max([self.since, min(one.start for one in self.versions), *begun[:1]])
        turns: list[Turn] = []
        for one in sorted(self.shown, key=lambda one: one.period.start):
            duty = self.duties.on(self.key, self.subject.estate, cursor)
            if duty and one.period.start > cursor:
                due = due_from(cursor, duty.due)
                turns.append(self._done(self._blank(duty, Period(start=cursor, until=one.period.start), due), one))
                cursor = one.period.start
        if duty := self.duties.on(self.key, self.subject.estate, cursor):
            due = due_from(cursor, duty.due)
            turns.append(self._unseen(self._blank(duty, Period(start=cursor, until=due), due)))
        return turns

    def _bodies(self) -> list[Body]:
        """The bodies that had or have the duty, the first in office first."""
        who = self.versions[-1].who
        found = [
            body
            for body in self.dataset.bodies
            if body.kind in who and serves(self.dataset, body, self.subject.estate, body.since or datetime.date.max)
        ]
        return sorted(found, key=lambda body: body.since or datetime.date.min)

    def _term(self) -> list[Turn]:
        """The one turn of a term of office, once it draws near."""
        term = self.dataset.body_by_id[self.subject.body].term
        duty = term and self.duties.on(self.key, self.subject.estate, term.until)
        if not term or not duty:
            return []
        due = due_from((term.elected_on or term.start) if duty.due.election else term.until, duty.due)
        near = self.today.has_come(add_months(due, -MONTHS_AHEAD))
        return [self._turn(duty, Period(start=term.start, until=max(term.until, due)), due)] if near else []

    def _standing(self) -> list[Turn]:
        """One period without end."""
        assert self.since is not None
        for duty in reversed(self.versions):
            start = max(self.since, duty.start)
            if self.today.has_come(start) and (duty.until is None or not self.today.is_past(duty.until)):
                due = due_from(start, duty.due)
                turn = self._turn(duty, Period(start=start, until=due), due)
                if self.shown and turn.state in (State.DUE, State.NOT_SEEN):
                    turn = self._done(turn, self.shown[-1])
                return [turn]
        return []

    # one period

    def _turn(self, duty: Duty, period: Period, due: datetime.date) -> Turn:
        """What became of a period: whatever was seen counts, whether or not it had to be."""
        turn = self._blank(duty, period, due)
        one = settled(period, self.shown)
        return self._done(turn, one) if one else self._unseen(turn)

    def _unseen(self, turn: Turn) -> Turn:
        """Why nothing was seen."""
        if self._before_taking_part(turn):
            return turn._replace(state=State.NOT_YET)
        if exemption := _exempt(self.dataset, self.key, self.subject.estate, turn.period.until):
            return turn._replace(state=State.NOT_APPLICABLE, exemption=exemption)
        if why := unmet(self.dataset, turn.duty, self.subject.estate, _asked_on(turn.duty, turn.period)):
            return turn._replace(state=State.NOT_APPLICABLE, unmet=why)
        return turn._replace(state=State.NOT_SEEN if self.today.is_past(turn.due) else State.DUE)

    def _blank(self, duty: Duty, period: Period, due: datetime.date) -> Turn:
        who = self.subject.body or responsible(self.dataset, duty, self.subject.estate, _asked_on(duty, period))
        return Turn(period, duty, due, State.DUE, who)

    @staticmethod
    def _done(turn: Turn, one: Evidence) -> Turn:
        """Seen. What goes on rolling is late by the day it was done, all else by the day it was published."""
        day = one.period.start if turn.duty.every is Every.ROLLING else one.published
        if day == datetime.date.min:
            return turn._replace(state=State.DISCLOSED, record=one.record)
        late = max(0, days_between(turn.due, day))
        return turn._replace(state=State.DISCLOSED, record=one.record, seen_on=day, late=late)

    def _before_taking_part(self, turn: Turn) -> bool:
        """A period begun before the community took part; of a term, one that was due before."""
        assert self.since is not None
        return (turn.due if turn.duty.every is Every.TERM else turn.period.start) < self.since


def _asked_on(duty: Duty, period: Period) -> datetime.date:
    """The day by whose circumstances a period is judged."""
    return period.until if duty.every in MONTHS else period.start


def taking_part_since(dataset: Dataset, estate: str) -> datetime.date | None:
    """Since when an estate discloses here: its own day, or its community's."""
    found = dataset.estate_by_id.get(estate)
    return (found.disclosing_since if found else None) or dataset.community.disclosing_since


def _exempt(dataset: Dataset, key: str, estate: str, day: datetime.date) -> Exemption | None:
    for one in dataset.community.exemptions:
        begun = one.start is None or one.start <= day
        if one.duty == key and one.estate in ("", estate) and begun and (one.until is None or day <= one.until):
            return one
    return None


def tracks_in(tracks: Sequence[Track], state: State) -> list[Track]:
    """The tracks that stand so."""
    return [track for track in tracks if track.state is state]
