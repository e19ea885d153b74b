"""The recount of a vote as its page shows it: every fraction, its threshold and article, and what follows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from noticeboard.findings import Basis
from noticeboard.law import articles, spoken, voting
from noticeboard.law.days import add_years
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.law.voting import Deciders, Outcome, Step, Test, Verdict
from noticeboard.records.count import Count, holding
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.site.wordings import CHINESE, Wordings, percent

VOTED = frozenset({"passed", "failed", "chosen"})


class Line(NamedTuple):
    """One fraction. `share` is text, `missing` the figure without which it cannot be made: `count`, `part`, `whole`.

    `width` and `needed` draw it: the part, and the least that is asked, in percent of the whole.
    """

    test: Test
    share: str
    missing: str
    width: float = 0
    needed: float = 0


class Stage(NamedTuple):
    """Who took part, or who agreed: what is asked and by which article, and its fractions."""

    step: Step
    of: str
    threshold: str
    provision: Provision
    lines: tuple[Line, ...]

    @property
    def basis(self) -> Basis:
        return self.provision.basis


class Recount(NamedTuple):
    """One motion recounted.

    `cast` is by votes cast alone, `with_deemed` with those that by-laws deem cast,
    where there are any. Without a verdict `why_not` says why: `poll`, `uncounted`,
    `unlawed` (no threshold known for that day), `other-units`. `matter` says how
    the law of the day files the matter, `printed` are shares as the original has them.
    """

    who: str
    cast: tuple[Stage, ...]
    with_deemed: tuple[Stage, ...]
    derived_from_cast: str
    derived: str
    agrees: bool
    hangs_on_deemed: bool
    why_not: str
    matter: tuple[str, str]
    printed: tuple[Count, ...]


def recount(dataset: Dataset, resolution: Resolution, motion: Motion, words: Wordings = CHINESE) -> Recount | None:
    """None where nothing was put to a vote."""
    if motion.result not in VOTED:
        return None
    verdict = dataset.derive(voting.verdicts).get((resolution.id, motion.id))
    who = voting.deciders(dataset, resolution, motion)
    if verdict is None:
        why, asked = _why_not(dataset, resolution, motion, who, words)
        matter = _matter(dataset, resolution, motion, who, words)
        return Recount(who or "", asked, (), "", "", False, False, why, matter, ())
    return Recount(
        who=verdict.deciders,
        cast=tuple(stages(verdict.tests, motion.counts, motion.chosen, words)),
        with_deemed=tuple(stages(verdict.with_deemed, motion.counts, motion.chosen, words)),
        derived_from_cast=_derived(verdict.cast_alone, motion),
        derived=_derived(verdict.outcome, motion),
        agrees=(verdict.outcome is Outcome.FAILED) == (motion.result == "failed"),
        hangs_on_deemed=verdict.hangs_on_deemed,
        why_not="",
        matter=_matter(dataset, resolution, motion, who, words),
        printed=_printed(motion, verdict),
    )


def _why_not(
    dataset: Dataset, resolution: Resolution, motion: Motion, who: Deciders | None, words: Wordings
) -> tuple[str, tuple[Stage, ...]]:
    """Why there is no verdict, and what would have been asked."""
    if resolution.form in voting.POLLS or motion.matter == "opinion-poll":
        return "poll", ()
    asked = list(voting.asked(law_of(dataset.community), who, motion, resolution.decided_on)) if who else []
    if not asked:
        return "unlawed", ()
    stages = tuple(
        Stage(step, provision.value.of, words.cited(spoken.majority(provision.value)), provision, ())
        for step, provision in asked
    )
    return ("other-units" if motion.counts else "uncounted"), stages


def _derived(outcome: Outcome, motion: Motion) -> str:
    """The result in the words in which results are declared; `unknown` where it cannot be judged."""
    return "chosen" if outcome is Outcome.PASSED and motion.result == "chosen" else str(outcome)


def stages(tests: Sequence[Test], counts: Sequence[Count], chosen: Sequence[str], words: Wordings) -> Iterator[Stage]:
    """Tests under what they ask for, those of candidates in the order in which they were chosen."""
    counted = {count.unit for count in counts}
    for step, group in groupby(tests, lambda test: test.step):
        lines = sorted(group, key=lambda test: (*chosen, test.option).index(test.option))
        provision = lines[0].provision
        shown = tuple(_line(test, counted) for test in lines)
        threshold = words.cited(spoken.majority(provision.value))
        yield Stage(step, provision.value.of, threshold, provision, shown)


def _line(test: Test, counted: set[str]) -> Line:
    if test.outcome is not Outcome.UNKNOWN and test.part is not None and test.whole is not None:
        width, needed = (_of(one, test.whole) for one in (test.part, test.needed or Decimal(0)))
        return Line(test, percent(test.part, test.whole), "", width, needed)
    if test.part is None and test.whole is None and test.unit not in counted:
        return Line(test, "", "count")
    return Line(test, "", "whole" if test.part is not None else "part")


def _of(part: Decimal, whole: Decimal) -> float:
    """In percent, at most all."""
    return min(100.0, round(float(part * 100 / whole), 2)) if whole else 0.0


def _matter(
    dataset: Dataset, resolution: Resolution, motion: Motion, who: Deciders | None, words: Wordings
) -> tuple[str, str]:
    """Where the law of the day lists the matter, and whether it is `special` or `ordinary`; owners' matters only."""
    if who is not Deciders.OWNERS:
        return "", ""
    law = law_of(dataset.community)
    numbering = law.provision("vote.owners.numbering", decided_on=resolution.decided_on)
    special = law.provision("vote.owners.special_matters", decided_on=resolution.decided_on)
    if not numbering or motion.matter not in numbering.value or not special:
        return "", ""
    return words.cited(articles.extended(numbering.basis, numbering.value[motion.matter])), (
        "special" if motion.matter in special.value else "ordinary"
    )


def _printed(motion: Motion, verdict: Verdict) -> tuple[Count, ...]:
    """Counts that hold and whose share the original prints."""
    units = {test.unit for test in verdict.tests}
    return tuple(count for count in holding(motion.counts) if count.printed_rate is not None and count.unit in units)


class Revocation(NamedTuple):
    """Until when owners may go to court, counted from the day on which everybody could know of the decision."""

    years: int
    published: str
    until: str
    basis: Basis


def revocation(dataset: Dataset, resolution: Resolution, words: Wordings = CHINESE) -> Revocation | None:
    """Of decisions of owners and committees that may bind owners; None where no law of that day is known."""
    who = {voting.deciders(dataset, resolution, motion) for motion in resolution.motions if motion.result in VOTED}
    provision = law_of(dataset.community).provision("assembly.revocation_years", decided_on=resolution.decided_on)
    if not provision or not who & {Deciders.OWNERS, Deciders.COMMITTEE}:
        return None
    until = add_years(resolution.published, provision.value)
    return Revocation(provision.value, words.day(resolution.published), words.day(until), provision.basis)
