"""Declared results against the exact recount under the law of the day, and what the recount makes visible."""

from collections.abc import Iterator
from decimal import Decimal

from noticeboard import schemas
from noticeboard.findings import Field, quoted
from noticeboard.law import spoken, voting
from noticeboard.law.governing import law_of
from noticeboard.law.voting import Deciders, Outcome, Step, Test, Verdict
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, rule
from noticeboard.today import Today

HEADS = frozenset({"owners", "persons", "households", "ballots"})
"""Units that tell how many a group is."""


def _judged(dataset: Dataset) -> Iterator[tuple[Resolution, Field, Verdict]]:
    verdicts = dataset.derive(voting.verdicts)
    for resolution in dataset.resolutions:
        for index, motion in enumerate(resolution.motions):
            if verdict := verdicts.get((resolution.id, motion.id)):
                yield resolution, ("motions", index), verdict


def _missed(dataset: Dataset, who: Deciders, step: Step, *, special: bool = False) -> Iterator[Breach]:
    """Declared passed or chosen, though a threshold is not met, neither by votes cast nor with deemed ones."""
    for resolution, field, verdict in _judged(dataset):
        if verdict.deciders is not who or verdict.motion.result == "failed" or not verdict.contradicts:
            continue
        for test in verdict.failed:
            if test.step is step and test.provision.parameter.endswith(".special") == special:
                breach = at(resolution, *field, "result", **_told(verdict.motion), **_figures(test))
                yield breach.under(test.provision)


def _told(motion: Motion) -> dict[str, Words]:
    zh, en = schemas.labels()["resolution.motions.result"][motion.result]
    return {"motion": Words(quoted(motion.title)), "declared_zh": Words(zh), "declared_en": Words(en)}


def _figures(test: Test) -> dict[str, object]:
    """The fraction, the number needed and how much is missing, all exact."""
    if test.part is None or test.whole is None or test.needed is None:
        return {}
    unit_zh, unit_en = schemas.labels()["count.unit"][test.unit]
    words = spoken.majority(test.majority)
    whom = (f"“{quoted(test.option)}”所得", f"for “{quoted(test.option)}”") if test.option else ("同意", "in favour")
    return {
        "unit_zh": Words(unit_zh), "unit_en": Words(unit_en), "whom_zh": Words(whom[0]), "whom_en": Words(whom[1]),
        "threshold_zh": Words(words.zh), "threshold_en": Words(words.en),
        "part": test.part, "whole": test.whole, "needed": test.needed, "short": test.needed - test.part,
    }  # fmt: skip


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-01 VOTE-04", parameters=("vote.owners.quorum",))
def owners_quorum_not_met(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A motion of the owners is declared carried though too few took part.

    By heads and by area, each by itself. The threshold is derived from the matter and the day, never typed.
    """
    yield from _missed(dataset, Deciders.OWNERS, Step.QUORUM)


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-02 VOTE-04", parameters=("vote.owners.ordinary",))
def owners_majority_not_reached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An ordinary motion of the owners is declared carried though too few agreed.

    Exactly half is not more than half.
    """
    yield from _missed(dataset, Deciders.OWNERS, Step.AGREEMENT)


@rule(
    ERROR,
    acknowledgeable=True,
    catalogue="VOTE-03 VOTE-04",
    parameters=("vote.owners.special", "vote.owners.special_matters"),
)
def special_majority_not_reached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A special motion of the owners is declared carried though too few agreed.

    Which matters are special, and what they need, depends on the day of the decision.
    """
    yield from _missed(dataset, Deciders.OWNERS, Step.AGREEMENT, special=True)


@rule(ERROR, acknowledgeable=True, catalogue="OC-07", parameters=("vote.committee.quorum",))
def committee_quorum_not_met(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee's decision is declared taken though too few members were there.

    Counted of all members.
    """
    yield from _missed(dataset, Deciders.COMMITTEE, Step.QUORUM)


@rule(ERROR, acknowledgeable=True, catalogue="OC-08", parameters=("vote.committee.ordinary",))
def committee_majority_not_reached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee's decision is declared taken though too few of all members agreed.

    Not of those present: who is absent counts in the whole.
    """
    yield from _missed(dataset, Deciders.COMMITTEE, Step.AGREEMENT)


@rule(ERROR, acknowledgeable=True, catalogue="RC-04", parameters=("vote.representatives.quorum",))
def representatives_quorum_not_met(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A decision of the residents' representatives is declared taken though too few were there.

    Counted of all who belong to the meeting.
    """
    yield from _missed(dataset, Deciders.REPRESENTATIVES, Step.QUORUM)


@rule(ERROR, acknowledgeable=True, catalogue="RC-04", parameters=("vote.representatives.ordinary",))
def representatives_majority_not_reached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A decision of the residents' representatives is declared taken though too few agreed.

    Counted of those present.
    """
    yield from _missed(dataset, Deciders.REPRESENTATIVES, Step.AGREEMENT)


@rule(ERROR, acknowledgeable=True, catalogue="RC-07", parameters=("vote.residents.quorum",))
def residents_meeting_quorum_not_met(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A decision of the residents' meeting is declared taken though too few were there.

    By persons, or by households where each sends one.
    """
    yield from _missed(dataset, Deciders.RESIDENTS, Step.QUORUM)


@rule(ERROR, acknowledgeable=True, catalogue="RC-07", parameters=("vote.residents.ordinary",))
def residents_meeting_majority_not_reached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A decision of the residents' meeting is declared taken though too few agreed.

    Counted of those present.
    """
    yield from _missed(dataset, Deciders.RESIDENTS, Step.AGREEMENT)


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-09", parameters=("vote.owners.ordinary", "vote.owners.special"))
def declared_failed_though_passed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A motion is declared failed though every threshold of the law is met.

    Often an ordinary matter was held to the three quarters of a special one.
    """
    for resolution, field, verdict in _judged(dataset):
        if verdict.motion.result == "failed" and verdict.contradicts:
            last = (verdict.with_deemed or verdict.tests)[-1]
            breach = at(resolution, *field, "result", **_told(verdict.motion), **_figures(last))
            yield breach.under(last.provision)


@rule(WARNING, catalogue="VOTE-11", parameters=("vote.deemed",))
def result_hangs_on_deemed_votes(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Deemed votes alone turn the result.

    By-laws may deem the silent to agree; whether that is good is contested. Residents should know it.
    """
    for resolution, field, verdict in _judged(dataset):
        deemed = law_of(dataset.community).provision("vote.deemed", decided_on=resolution.decided_on)
        if deemed and deemed.value and verdict.hangs_on_deemed:
            outcomes = _outcomes(cast=verdict.cast_alone, deemed=verdict.outcome)
            yield at(resolution, *field, "result", motion=verdict.motion.title, **outcomes).under(deemed)


OUTCOMES = {
    Outcome.PASSED: ("达到要求", "meet the threshold"),
    Outcome.FAILED: ("达不到要求", "do not meet the threshold"),
    Outcome.UNKNOWN: ("无法判断", "cannot be judged"),
}


def _outcomes(**outcomes: Outcome) -> dict[str, Words]:
    return {
        f"{name}_{language}": Words(words)
        for name, outcome in outcomes.items()
        for language, words in zip(("zh", "en"), OUTCOMES[outcome], strict=True)
    }


@rule(ERROR, catalogue="VOTE-15", parameters=("vote.small_group",))
def small_group_counted(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The options of a very small group are published.

    In a group of three anybody can tell who voted how. Its numbers belong into a larger group.
    """
    for resolution in dataset.resolutions:
        fewest = law_of(dataset.community).provision("vote.small_group", decided_on=resolution.decided_on)
        for index, motion in enumerate(resolution.motions if fewest else ()):
            sizes = _sizes(motion)
            for place, count in enumerate(motion.counts):
                size = sizes.get(count.group)
                if fewest and count.options and size is not None and size < fewest.value:
                    found = at(resolution, "motions", index, "counts", place, "options", group=count.group, size=size)
                    yield found.under(fewest)


def _sizes(motion: Motion) -> dict[str, Decimal]:
    """Heads in each named group, as any of its counts shows."""
    return {
        count.group: heads
        for count in motion.counts
        if count.group and count.unit in HEADS and (heads := _heads(count)) is not None
    }


def _heads(count: Count) -> Decimal | None:
    return count.entitled if count.entitled is not None else count.voted
