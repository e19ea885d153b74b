"""Votes judged: every share as exact numbers against the threshold that the law of the day derives from the matter."""

import datetime
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from noticeboard.law.governing import Law, law_of
from noticeboard.law.profile import Provision
from noticeboard.law.values import Majority
from noticeboard.records.count import Count, agreeing, holding
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution

COMMITTEES = frozenset({"owners-committee", "property-management-committee"})
POLLS = frozenset({"opinion-poll", "share-ballot"})
"""Forms of asking that decide nothing by themselves."""


class Deciders(StrEnum):
    """Who decides a matter, as thresholds know them; parameters are called `vote.<deciders>.…`."""

    OWNERS = "owners"
    COMMITTEE = "committee"
    REPRESENTATIVES = "representatives"
    RESIDENTS = "residents"


HEADS = ("ballots", "households")
"""What stands for persons where each has one ballot or speaks for a household, and persons were not counted."""

OF_RESIDENTS = {"residents-representatives": Deciders.REPRESENTATIVES, "residents-meeting": Deciders.RESIDENTS}
"""Kind of body to who decides there."""


class Outcome(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"  # a figure that the threshold asks for is not published


class Step(StrEnum):
    QUORUM = "quorum"
    AGREEMENT = "agreement"


class Test(NamedTuple):
    """One fraction against its threshold: `part` of `whole`, counted in `unit`.

    `option` is the one agreed to where there is a choice of several. Without
    `part` or `whole` (None) it cannot be judged.
    """

    step: Step
    unit: str
    option: str
    part: Decimal | None
    whole: Decimal | None
    provision: Provision

    @property
    def majority(self) -> Majority:
        majority: Majority = self.provision.value
        return majority

    @property
    def needed(self) -> Decimal | None:
        """The least number that meets the threshold, with as many decimals as the figures have."""
        if self.part is None or not self.whole:
            return None
        step = Decimal(1).scaleb(min(exponent(self.part), exponent(self.whole)))
        steps = Fraction(self.whole) * self.majority.share / Fraction(step)
        return (math.floor(steps) + 1 if self.majority.strict else math.ceil(steps)) * step

    @property
    def outcome(self) -> Outcome:
        if self.part is None or not self.whole:
            return Outcome.UNKNOWN
        return Outcome.PASSED if self.majority.met(self.part, self.whole) else Outcome.FAILED


class Verdict(NamedTuple):
    """One motion judged: `tests` by votes cast alone, `with_deemed` by these and deemed ones, where there are any."""

    motion: Motion
    deciders: Deciders
    tests: tuple[Test, ...]
    with_deemed: tuple[Test, ...]

    @property
    def cast_alone(self) -> Outcome:
        return _outcome(self.tests)

    @property
    def outcome(self) -> Outcome:
        """The derived result: deemed votes count where the by-laws deem them cast."""
        return _outcome(self.with_deemed or self.tests)

    @property
    def hangs_on_deemed(self) -> bool:
        """Whether deemed votes alone turn the result."""
        return bool(self.with_deemed) and self.cast_alone is not self.outcome

    @property
    def failed(self) -> list[Test]:
        """The tests that were not met."""
        return [test for test in self.with_deemed or self.tests if test.outcome is Outcome.FAILED]

    @property
    def contradicts(self) -> bool:
        """Whether the declared result is another than the sums say, with and without deemed votes."""
        said = {"passed": Outcome.PASSED, "chosen": Outcome.PASSED, "failed": Outcome.FAILED}[self.motion.result]
        return all(found not in (said, Outcome.UNKNOWN) for found in (self.outcome, self.cast_alone))


def exponent(number: Decimal) -> int:
    """Of the last decimal that was written: -2 for 21333.34."""
    return min(int(number.as_tuple().exponent), 0)


def _outcome(tests: Sequence[Test]) -> Outcome:
    """One failure decides; a test that cannot be made leaves the rest open."""
    outcomes = {test.outcome for test in tests}
    if Outcome.FAILED in outcomes:
        return Outcome.FAILED
    return Outcome.PASSED if outcomes == {Outcome.PASSED} else Outcome.UNKNOWN


def verdicts(dataset: Dataset) -> dict[tuple[str, str], Verdict]:
    """(resolution id, motion id) to its verdict, for every motion that was put to a vote and counted."""
    law = law_of(dataset.community)
    found = {}
    for resolution in dataset.resolutions:
        for motion in resolution.motions:
            if verdict := _verdict(dataset, law, resolution, motion):
                found[resolution.id, motion.id] = verdict
    return found


def deciders(dataset: Dataset, resolution: Resolution, motion: Motion) -> Deciders | None:
    """Who must decide the matter; None where no threshold of law applies, as to an opinion poll."""
    if resolution.form in POLLS or motion.matter == "opinion-poll":
        return None
    body = dataset.body_by_id.get(resolution.decided_by)
    kind = body.kind if body else ""
    match motion.matter:
        case "committee-matter":
            return Deciders.COMMITTEE if kind in COMMITTEES else None
        case "residents-matter":
            return OF_RESIDENTS.get(kind)
    return None if kind in COMMITTEES else Deciders.OWNERS


def _verdict(dataset: Dataset, law: Law, resolution: Resolution, motion: Motion) -> Verdict | None:
    who = deciders(dataset, resolution, motion)
    counts = [count for count in holding(motion.counts) if not count.group and not count.dimension]
    if who is None or not counts or motion.result not in ("passed", "failed", "chosen"):
        return None
    thresholds = list(asked(law, who, motion, resolution.decided_on))
    tests = tuple(_tests(thresholds, counts, motion, deemed=False))
    if all(test.outcome is Outcome.UNKNOWN for test in tests):
        return None  # no figure that a threshold asks for is published
    deemed = any(count.deemed for count in counts)
    return Verdict(motion, who, tests, tuple(_tests(thresholds, counts, motion, deemed=True)) if deemed else ())


def asked(law: Law, who: Deciders, motion: Motion, decided_on: datetime.date) -> Iterator[tuple[Step, Provision]]:
    """The thresholds in force on the day of the decision; what nobody has verified judges nothing."""
    special = law.provision("vote.owners.special_matters", decided_on=decided_on) if who is Deciders.OWNERS else None
    kind = "special" if special and motion.matter in special.value else "ordinary"
    for step, name in ((Step.QUORUM, "quorum"), (Step.AGREEMENT, kind)):
        provision = law.provision(f"vote.{who}.{name}", decided_on=decided_on)
        if provision and provision.binds:
            yield step, provision


def _tests(
    thresholds: Sequence[tuple[Step, Provision]], counts: Sequence[Count], motion: Motion, *, deemed: bool
) -> Iterator[Test]:
    by_unit = {count.unit: count for count in counts}
    for heads in HEADS:
        if heads in by_unit:
            by_unit.setdefault("persons", by_unit[heads])
    for step, provision in thresholds:
        for unit in provision.value.units:
            count = by_unit.get(unit)
            options = [""] if step is Step.QUORUM or not motion.chosen else motion.chosen
            for option in options:
                part = _part(count, step, option, deemed=deemed) if count else None
                whole = _whole(count, step, provision, deemed=deemed) if count else None
                yield Test(step, unit, option, part, whole, provision)


def _part(count: Count, step: Step, option: str, *, deemed: bool) -> Decimal | None:
    if step is Step.QUORUM:
        return _voted(count, deemed=deemed)
    options = [*count.options.items(), *(count.deemed.items() if deemed else ())]
    if not option:
        return agreeing(options)
    votes = [number for name, number in options if name == option]
    return sum(votes, Decimal(0)) if votes else None


def _whole(count: Count, step: Step, provision: Provision, *, deemed: bool) -> Decimal | None:
    """How many took part is always asked of all who may; who agreed, of whom the provision says."""
    if step is Step.QUORUM or provision.value.of == "entitled":
        return count.entitled
    return _voted(count, deemed=deemed)


def _voted(count: Count, *, deemed: bool) -> Decimal | None:
    if count.voted is None:
        return None
    return count.voted + (count.deemed_total if deemed else Decimal(0))
