"""Elections judged: whose votes they were, who stood where, and what the law of residents' committees asks."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from noticeboard.law.governing import law_of
from noticeboard.law.voting import Step, Test
from noticeboard.records.count import ZERO, Count, holding
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election
from noticeboard.records.resolution import Motion, Resolution

JUDGED = "residents-committee"
"""The kind of body whose elections have a law of their own; owners vote by resolutions."""


class Fate(StrEnum):
    """What became of a candidate."""

    ELECTED = "elected"
    ALTERNATE = "alternate"
    NOT_ELECTED = "not-elected"


class Standing(NamedTuple):
    """A candidate with the votes in each unit."""

    option: str
    votes: tuple[Decimal, ...]
    fate: Fate


class Held(NamedTuple):
    """What an election came to: `counts` one per unit, the deciding unit first, candidates by their votes."""

    counts: tuple[Count, ...]
    chosen: tuple[str, ...]
    standings: tuple[Standing, ...]
    vacant: int


def motion_of(dataset: Dataset, election: Election) -> Motion | None:
    """The motion that holds its votes, where a resolution does."""
    resolution = dataset.by_id.get(election.resolution)
    motions = resolution.motions if isinstance(resolution, Resolution) else ()
    return next((one for one in motions if one.id == election.motion), None)


def held(dataset: Dataset, election: Election) -> Held:
    """Votes from the resolution or the record itself; nobody is elected where the election is not valid."""
    motion = motion_of(dataset, election)
    counts = tuple(holding(motion.counts if motion else election.counts))
    chosen = (motion.chosen if motion else election.chosen) if election.result == "valid" else ()
    vacant = election.seats - len(chosen)
    return Held(counts, chosen, tuple(_standings(counts, chosen, election.alternates)), max(vacant, 0))


def _standings(counts: Sequence[Count], chosen: Sequence[str], alternates: Sequence[str]) -> Iterator[Standing]:
    options = [option for option in (counts[0].options if counts else ()) if is_candidate(option)]
    found = [(one, tuple(count.options.get(one, ZERO) for count in counts)) for one in options]
    for option, votes in sorted(found, key=lambda one: one[1], reverse=True):
        fate = Fate.ELECTED if option in chosen else Fate.ALTERNATE if option in alternates else Fate.NOT_ELECTED
        yield Standing(option, votes, fate)


OTHERS = ("弃权", "反对", "同意", "赞成", "另选", "废票", "无效")
"""With what options begin that stand for no candidate."""


def is_candidate(option: str) -> bool:
    return not option.startswith(OTHERS)


def tests(dataset: Dataset, election: Election) -> list[Test]:
    """Turnout and the votes of those elected, against the law of the day; none where no law is known for it."""
    if dataset.kind_of(election.body) != JUDGED or election.result == "awaited":
        return []
    found = held(dataset, election)
    return list(_tests(dataset, election, found)) if found.counts else []


def _tests(dataset: Dataset, election: Election, found: Held) -> Iterator[Test]:
    law, count = law_of(dataset.community), found.counts[0]
    if quorum := law.provision(f"election.{election.voters}.quorum", elected_on=election.date):
        yield Test(Step.QUORUM, count.unit, "", count.voted, count.entitled, quorum)
    needed = law.provision("election.anew" if election.sort == "anew" else "election.elected", elected_on=election.date)
    if needed:
        for option in found.chosen:
            yield Test(Step.AGREEMENT, count.unit, option, count.options.get(option), count.voted, needed)
