"""The clock of one community: for every estate, body, duty and period one of five states.

A record counts from the day on which it was published, so that the clock can be asked
about any day. Everything that depends on the day asks `Today`.
"""

import datetime
from collections.abc import Iterator

from noticeboard.duties.conditions import NOBODY, responsible, serves, unmet
from noticeboard.duties.duty import Duty, Every, Per
from noticeboard.duties.evidence import Evidence, Subject, evidence, settled
from noticeboard.duties.governing import Duties, duties_of
from noticeboard.duties.periods import MONTHS, due_after, due_from, part_of_calendar
from noticeboard.duties.track import State, Track, Turn
from noticeboard.law.days import DAY, add_months, days_between
from noticeboard.records.bodies import Body
from noticeboard.records.community import Exemption
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Period
from noticeboard.today import Today

MONTHS_AHEAD = 3
"""So long before it is due what happens once in a term of office is on the clock."""


def clock(dataset: Dataset, today: Today) -> tuple[Track, ...]:
    """Every duty that may bind here, in the order of the profiles; found out once: `dataset.derive(clock, today)`."""
    duties = duties_of(dataset.community)
    tracks = (
        _track(dataset, duties, key, subject, today)
        for key in duties.keys
        for subject in _subjects(dataset, next(duties.versions(key)))
    )
    return tuple(track for track in tracks if track is not None)


def _subjects(dataset: Dataset, duty: Duty) -> Iterator[Subject]:
    """Who may have the duty at all."""
    match duty.per:
        case Per.COMMUNITY:
            yield Subject()
        case Per.ESTATE:
            yield from (Subject(estate.id) for estate in dataset.community.estates)
        case Per.BODY:
            yield from (Subject(body.estate, body.id) for body in dataset.bodies if body.kind in duty.who)


def taking_part_since(dataset: Dataset, estate: str) -> datetime.date | None:
    """Since when an estate discloses here: its own day, or its community's."""
    found = dataset.estate_by_id.get(estate)
    return (found.disclosing_since if found else None) or dataset.community.disclosing_since


def _track(dataset: Dataset, duties: Duties, key: str, subject: Subject, today: Today) -> Track | None:
    """None where nothing was ever asked of the subject while it took part."""
    since = taking_part_since(dataset, subject.estate)
    versions = [one for one in duties.versions(key) if since is None or one.until is None or one.until >= since]
    if not versions:
        return None
    if since is None:
        return Track(key, subject, versions[-1])
    turns, upcoming = _Walk(dataset, duties, versions, subject, since, today).walked()
    if upcoming and upcoming.state is State.DUE and not turns and not today.has_come(upcoming.period.start):
        upcoming = upcoming._replace(state=State.NOT_YET)
    current = turns[-1] if turns else upcoming
    return Track(key, subject, current.duty, tuple(turns), upcoming) if current else None


class _Walk:
    """From the first period of one duty of one subject to today. `versions` are those that may bind."""

    def __init__(  # noqa: PLR0913, PLR0917  whose duty, since when, until when
        self,
        dataset: Dataset,
        duties: Duties,
        versions: list[Duty],
        subject: Subject,
        since: datetime.date,
        today: Today,
    ) -> None:
        self.dataset = dataset
        self.duties = duties
        self.versions = versions
        self.subject = subject
        self.since = since
        self.today = today
        self.key = versions[-1].key
        self.shown = [one for one in evidence(dataset, versions[-1], subject) if today.has_come(one.published)]

    def walked(self) -> tuple[list[Turn], Turn | None]:
        """The turns, the oldest first, and the next one. Of what was before taking part only what was seen."""
        match self.versions[-1].every:
            case Every.ROLLING:
                return self._rolling(), None
            case Every.TERM:
                return self._term(), None
            case Every.STANDING:
                return self._standing(), None
        turns, upcoming = self._calendar()
        while turns and turns[0].period.start < self.since and turns[0].state is not State.DISCLOSED:
            del turns[0]
        return turns, upcoming

    def _on(self, day: datetime.date) -> Duty | None:
        return self.duties.on(self.key, self.subject.estate, day)

    # parts of the calendar

    def _calendar(self) -> tuple[list[Turn], Turn | None]:
        """The periods begun (of what is done during them) or over, and the next one after them."""
        turns: list[Turn] = []
        for duty, period in self._parts(datetime.date(self.since.year - 1, 1, 1)):
            turn = self._turn(duty, period, due_after(period, duty.due))
            if not (self.today.has_come(period.start) if duty.during else self.today.is_past(period.until)):
                return turns, turn
            turns.append(turn)
        return turns, None

    def _parts(self, day: datetime.date) -> Iterator[tuple[Duty, Period]]:
        """One part of the calendar after the other, from `day` on, as long as anything may be asked."""
        while any(one.until is None or one.until >= day for one in self.versions):
            if found := self._part(day):
                yield found
                day = found[1].until + DAY
            else:
                day = add_months(day.replace(day=1), 1)
                if not self.today.has_come(day):
                    return

    def _part(self, day: datetime.date) -> tuple[Duty, Period] | None:
        """The part of the calendar around `day` that is asked for: what binds on its last day decides."""
        for every in MONTHS:
            period = part_of_calendar(every, day)
            duty = self._on(period.until)
            if duty is not None and duty.every is every:
                return duty, period
        return None

    # other cadences

    def _rolling(self) -> list[Turn]:
        """From each time to the next; and since the last time. An exemption with an end begins it anew."""
        turns: list[Turn] = []
        last = max(self.since, min(one.start for one in self.versions), self._in_office_since())
        for one in sorted(self.shown, key=lambda one: one.period.start):
            last = self._after_exemption(last)
            duty = self._on(last)
            day = one.period.start
            if duty and day > last:
                turns.append(_done(self._blank(duty, Period(start=last, until=day), due_from(last, duty.due)), one))
                last = day
        last = self._after_exemption(last)
        if duty := self._on(last):
            due = due_from(last, duty.due)
            turns.append(self._unseen(self._blank(duty, Period(start=last, until=due), due)))
        return turns

    def _after_exemption(self, day: datetime.date) -> datetime.date:
        exemption = self._exempt(day)
        return exemption.until if exemption and exemption.until else day

    def _in_office_since(self) -> datetime.date:
        """The day on which the first of those who have the duty took office."""
        who = self.versions[-1].who
        days = (body.since for body in self.dataset.bodies if body.kind in who and self._serves(body))
        return min((day for day in days if day), default=datetime.date.min)

    def _serves(self, body: Body) -> bool:
        return serves(self.dataset, body, self.subject.estate, body.since or datetime.date.min)

    def _term(self) -> list[Turn]:
        """The one turn of a term of office, once it draws near; whatever was seen since the term began shows it."""
        term = self.dataset.body_by_id[self.subject.body].term
        if term is None:
            return []
        election = self.versions[-1].due.election
        event = (term.elected_on or term.start) if election else term.until
        duty = self._on(event)
        if duty is None or not self.today.has_come(add_months(due := due_from(event, duty.due), -MONTHS_AHEAD)):
            return []
        turn = self._blank(duty, Period(start=term.start, until=max(term.until, due)), due)
        one = next((one for one in self.shown if one.published >= min(event, term.start)), None)
        turn = _done(turn, one) if one else self._unseen(turn)
        return [] if turn.state is State.NOT_YET else [turn]

    def _standing(self) -> list[Turn]:
        """One period without end."""
        for duty in reversed(self.versions):
            start = max(self.since, duty.start)
            if self.today.is_within(start, duty.until):
                due = due_from(start, duty.due)
                turn = self._blank(duty, Period(start=start, until=due), due)
                return [_done(turn, self.shown[-1]) if self.shown else self._unseen(turn)]
        return []

    # one period

    def _turn(self, duty: Duty, period: Period, due: datetime.date) -> Turn:
        """What became of a period. What was seen counts, whether or not it was asked of anybody then."""
        turn = self._blank(duty, period, due)
        one = None if turn.unmet else settled(period, self.shown)
        return _done(turn, one) if one else self._unseen(turn)

    def _blank(self, duty: Duty, period: Period, due: datetime.date) -> Turn:
        """Judged by the circumstances at the period's end, or where that is open, at its beginning."""
        day = period.until if duty.every in MONTHS else period.start
        who = self.subject.body or responsible(self.dataset, duty, self.subject.estate, day)
        return Turn(period, duty, due, State.DUE, who, unmet=unmet(self.dataset, duty, self.subject.estate, day))

    def _unseen(self, turn: Turn) -> Turn:
        """Why nothing was seen."""
        if turn.unmet:
            return turn._replace(state=State.NOT_APPLICABLE)
        if self._before_taking_part(turn):
            return turn._replace(state=State.NOT_YET)
        if exemption := self._exempt(turn.period.until):
            return turn._replace(state=State.NOT_APPLICABLE, exemption=exemption)
        if not turn.body:
            return turn._replace(state=State.NOT_APPLICABLE, unmet=NOBODY)
        return turn._replace(state=State.NOT_SEEN if self.today.is_past(turn.due) else State.DUE)

    def _before_taking_part(self, turn: Turn) -> bool:
        """A period begun before the community took part; of a term, one that was due before."""
        return (turn.due if turn.duty.every is Every.TERM else turn.period.start) < self.since

    def _exempt(self, day: datetime.date) -> Exemption | None:
        """The community's reason why the duty does not apply on `day`."""
        for one in self.dataset.community.exemptions:
            begun = one.start is None or one.start <= day
            over = one.until is not None and one.until < day
            if one.duty == self.key and one.estate in ("", self.subject.estate) and begun and not over:
                return one
        return None


def _done(turn: Turn, one: Evidence) -> Turn:
    """Seen. What goes on rolling is late by the day it was done, all else by the day it was published."""
    day = one.period.start if turn.duty.every is Every.ROLLING else one.published
    if day == datetime.date.min:
        return turn._replace(state=State.DISCLOSED, record=one.record)
    late = max(0, days_between(turn.due, day))
    return turn._replace(state=State.DISCLOSED, record=one.record, seen_on=day, late=late)
