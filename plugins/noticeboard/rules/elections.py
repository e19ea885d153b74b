"""Elections: candidates and votes add up, ties are settled, seats that stay open are filled, nobody is named."""

import re
from collections.abc import Iterator
from decimal import Decimal

from noticeboard import schemas
from noticeboard.findings import quoted
from noticeboard.law import elections, spoken
from noticeboard.law.days import days_between
from noticeboard.law.elections import Fate, Held, Standing
from noticeboard.law.governing import law_of
from noticeboard.law.voting import Outcome, Step, Test
from noticeboard.records.bodies import Body, TermOfOffice
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, compared, rule
from noticeboard.today import Today

NUMBERED = re.compile(
    r"[0-9一二三四五六七八九十甲乙丙丁戊己庚辛壬癸A-Z]+[号]?(候选人)?|候选人[0-9一二三四五六七八九十A-Z]+号?"
)
"""How candidates are called on this board: 1号候选人, 三号候选人, 甲候选人, 候选人A."""


def _held(dataset: Dataset) -> Iterator[tuple[Election, Held]]:
    """Every election that has been held, with what it came to."""
    for election in dataset.elections:
        if election.result != "awaited":
            yield election, elections.held(dataset, election)


# votes


@rule(WARNING)
def election_without_votes(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An election is declared valid, and its votes stand nowhere.

    Who was elected is a claim until the count is shown.
    """
    for election, held in _held(dataset):
        if election.result == "valid" and not held.counts and election.resolution not in dataset.unread:
            yield at(election, "result")


@rule(ERROR)
def election_counted_twice(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The votes of an election stand in the record and in a resolution as well.

    Of two places one will be forgotten when a figure is corrected.
    """
    for election in dataset.elections:
        if election.resolution and election.counts:
            yield at(election, "counts", record=election.resolution)


@rule(ERROR)
def candidate_named(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A candidate is called otherwise than by a number.

    Names of those who stand, and of those who lose, hang in the estate alone and not on the net.
    """
    for election in dataset.elections:
        for place, count in enumerate(election.counts):
            for option in count.options:
                if elections.is_candidate(option) and not NUMBERED.fullmatch(option):
                    yield at(election, "counts", place, "options", option)


@rule(ERROR)
def elected_not_a_candidate(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Somebody is elected, an alternate or tied who is not among those voted for.

    Each must be found in the count by the same number.
    """
    for election, held in _held(dataset):
        known = {one.option for one in held.standings}
        named = [("chosen", index, one) for index, one in enumerate(election.chosen)]
        named += [("alternates", index, one) for index, one in enumerate(election.alternates)]
        for name, index, option in named if known else ():
            if option not in known:
                yield at(election, name, index, found=option)
        for index, tie in enumerate(election.ties if known else ()):
            for place, option in enumerate(tie.between):
                if option not in known:
                    yield at(election, "ties", index, "between", place, found=option)


@rule(ERROR, acknowledgeable=True)
def more_elected_than_seats(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More are elected than there are seats, without a tie at the last one.

    Somebody sits who was not elected, or a seat was forgotten.
    """
    for election, held in _held(dataset):
        if len(election.chosen) > election.seats and not _boundary(held):
            yield at(election, "chosen", seats=election.seats, chosen=len(election.chosen))


def _boundary(held: Held) -> tuple[Standing, Standing] | None:
    """The last who was elected and the first who was not, where they have equal votes in the deciding unit."""
    elected = [one for one in held.standings if one.fate is Fate.ELECTED]
    others = [one for one in held.standings if one.fate is not Fate.ELECTED]
    if elected and others and elected[-1].votes[0] == others[0].votes[0] > 0:
        return elected[-1], others[0]
    return None


@rule(ERROR, acknowledgeable=True)
def fewer_votes_elected(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Somebody is elected who has fewer votes than somebody who is not.

    Counted in the first unit of the count. Where a seat is kept for a group, answer for it.
    """
    for election, held in _held(dataset):
        elected = [one for one in held.standings if one.fate is Fate.ELECTED]
        others = [one for one in held.standings if one.fate is not Fate.ELECTED]
        if elected and others and elected[-1].votes[0] < others[0].votes[0]:
            values = {"fewer": elected[-1].option, "less": elected[-1].votes[0]}
            field = ("chosen",) if election.chosen else ("result",)
            yield at(election, *field, **values, better=others[0].option, more=others[0].votes[0])


@rule(WARNING)
def tie_not_settled(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The last seat was won with as many votes as somebody has who was not elected, and nothing says why.

    By area, by lot or by another vote: those who lost should know.
    """
    for election, held in _held(dataset):
        tied = _boundary(held)
        if tied and not any({one.option for one in tied} <= set(tie.between) for tie in election.ties):
            first, second = tied
            yield at(election, "result", elected=first.option, other=second.option, votes=first.votes[0])


# candidates


@rule(ERROR, acknowledgeable=True)
def candidates_do_not_add_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Those nominated, less those refused and withdrawn, are not as many as the candidates.

    Somebody was left out, or let in.
    """
    for election in dataset.elections:
        one = election.candidates
        if one and one.nominated is not None:
            left = one.nominated - (one.refused or 0) - (one.withdrawn or 0)
            if left != one.confirmed:
                yield at(election, "candidates", "confirmed", **compared(Decimal(one.confirmed), Decimal(left)))


@rule(WARNING)
def candidates_shown_nowhere(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing says where candidates and their particulars can be read.

    They are not on the net; whoever votes must know where they hang.
    """
    for election in dataset.elections:
        one = election.candidates
        if one is None or not (one.where or one.notice):
            yield at(election, "candidates")


@rule(WARNING, catalogue="RC-19", parameters=("election.more_candidates",))
def no_more_candidates_than_seats(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """There are no more candidates than seats.

    Then there is nothing to choose.
    """
    law = law_of(dataset.community)
    for election in dataset.elections:
        asked = law.provision("election.more_candidates", elected_on=election.date)
        one = election.candidates if _of_residents(dataset, election) and election.sort != "anew" else None
        if asked and asked.value and one and one.confirmed <= election.seats:
            yield at(election, "candidates", "confirmed", found=one.confirmed, seats=election.seats).under(asked)


def _of_residents(dataset: Dataset, election: Election) -> bool:
    return dataset.kind_of(election.body) == elections.JUDGED


@rule(WARNING)
def candidates_posted_after_voting_began(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The candidates were posted when people could already vote.

    The first to vote did not know who stood.
    """
    for election in dataset.elections:
        posted = election.candidates.posted_on if election.candidates else None
        if posted and posted >= election.first_day:
            yield at(election, "candidates", "posted_on", found=posted, start=election.first_day)


@rule(WARNING, catalogue="OC-20", parameters=("committee.candidate_list_days",))
def by_election_candidates_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Before a by-election of an owners' committee candidates were posted for fewer days than the law asks for.

    That of a whole committee is judged by what bodies.yaml says of its term.
    """
    law = law_of(dataset.community)
    for election in dataset.elections:
        least = law.provision("committee.candidate_list_days", elected_on=election.date)
        posted = election.candidates.posted_on if election.candidates else None
        ours = election.sort == "by-election" and dataset.kind_of(election.body) == "owners-committee"
        if ours and least and posted and days_between(posted, election.date) < least.value:
            values = {"found": posted, "elected": election.date, "least": least.value}
            yield at(election, "candidates", "posted_on", **values).under(least)


# the law of residents' committees


QUORUMS = ("election.residents.quorum", "election.households.quorum", "election.representatives.quorum")


@rule(ERROR, acknowledgeable=True, catalogue="RC-19", parameters=QUORUMS)
def election_turnout_too_low(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An election of a residents' committee is declared valid though too few voted.

    More than half of those who may vote, or more than two thirds where representatives do.
    """
    yield from _failed(dataset, Step.QUORUM)


@rule(ERROR, acknowledgeable=True, catalogue="RC-19", parameters=("election.elected", "election.anew"))
def elected_without_majority(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Somebody is elected to a residents' committee with fewer votes than the law asks for.

    More than half of those who voted; when a seat is filled anew, a third of the ballots.
    """
    yield from _failed(dataset, Step.AGREEMENT)


def _failed(dataset: Dataset, step: Step) -> Iterator[Breach]:
    for election in dataset.elections:
        for test in elections.tests(dataset, election) if election.result == "valid" else ():
            if test.step is step and test.outcome is Outcome.FAILED and test.provision.binds:
                yield at(election, "result", **_figures(test)).under(test.provision)


def _figures(test: Test) -> dict[str, object]:
    words, (unit_zh, unit_en) = spoken.majority(test.majority), schemas.labels()["count.unit"][test.unit]
    return {
        "option": Words(quoted(test.option)), "unit_zh": Words(unit_zh), "unit_en": Words(unit_en),
        "threshold_zh": Words(words.zh), "threshold_en": Words(words.en),
        "part": test.part, "whole": test.whole, "needed": test.needed,
    }  # fmt: skip


@rule(WARNING, catalogue="RC-19", parameters=("election.secret",))
def election_not_secret(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An election of a residents' committee was not by secret ballot, or not counted in public.

    Told only where the record says so itself.
    """
    law = law_of(dataset.community)
    for election in dataset.elections:
        asked = law.provision("election.secret", elected_on=election.date)
        for name in ("secret", "counted_in_public"):
            open_ = getattr(election, name) is False and _of_residents(dataset, election)
            if asked and asked.value and open_:
                yield at(election, name).under(asked)


# seats and terms


@rule(WARNING)
def open_seats_without_next_step(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Seats stayed open, and nothing says who does what about it by when.

    A committee that is not whole, or not there at all, is soon forgotten.
    """
    for election, held in _held(dataset):
        if held.vacant and election.next is None and not election.withdrawn:
            yield at(election, "result", vacant=held.vacant, seats=election.seats)


@rule(WARNING)
def election_differs_from_resolution(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An election has other seats than the motion with its votes.

    One of the two is wrong.
    """
    for election in dataset.elections:
        motion = elections.motion_of(dataset, election)
        if motion and motion.seats is not None and motion.seats != election.seats:
            yield at(election, "seats", found=election.seats, seats=motion.seats, record=election.resolution)


@rule(WARNING)
def election_differs_from_term(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The day of an election is another one in bodies.yaml.

    Deadlines are counted from it; one of the two days is wrong.
    """
    for election, held in _held(dataset):
        term = _term_of(dataset, election)
        whole = election.sort in ("first", "term") and held.chosen
        if whole and term and term.elected_on and term.elected_on != election.date:
            yield at(election, "date", found=election.date, elected=term.elected_on)


def _term_of(dataset: Dataset, election: Election) -> TermOfOffice | None:
    body = dataset.body_by_id.get(election.body)
    return body.term if body else None


@rule(WARNING)
def by_election_without_vacancy(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A by-election filled more seats than members had left until then.

    Who left stands among the posts of bodies.yaml, with the last day; it is not removed.
    """
    for election, held in _held(dataset):
        body = dataset.body_by_id.get(election.body)
        if election.sort != "by-election" or body is None or not body.posts:
            continue
        vacant = _vacancies(dataset, election, body)
        if len(held.chosen) > vacant:
            yield at(election, "seats", body=body.name, vacant=vacant, chosen=len(held.chosen))


def _vacancies(dataset: Dataset, election: Election, body: Body) -> int:
    """Posts that ended in this term before the election, less those that earlier by-elections filled."""
    start = body.term.start if body.term else body.since
    left = [one for one in body.posts if one.until and one.until <= election.date and (not start or one.until >= start)]
    filled = [
        len(elections.held(dataset, other).chosen)
        for other in dataset.elections
        if other.sort == "by-election" and other.body == election.body and other.date < election.date
    ]
    return len(left) - sum(filled)


@rule(WARNING, catalogue="RC-19", parameters=("election.remainder_only",))
def by_election_outlasts_term(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Those elected in between are to serve longer than the body that they came into.

    Whoever fills a seat serves the rest of its term.
    """
    asked = law_of(dataset.community)
    for election in dataset.elections:
        term = _term_of(dataset, election)
        if election.sort == "by-election" and election.term and term and election.term.until > term.until:
            breach = at(election, "term", "until", found=election.term.until, until=term.until)
            rest = asked.provision("election.remainder_only", elected_on=election.date)
            yield breach.under(rest) if rest and _of_residents(dataset, election) else breach
