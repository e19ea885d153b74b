"""The steps that a matter takes under the procedure it follows: which are taken, which are missing, what comes next."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from noticeboard.findings import Basis
from noticeboard.law import profile
from noticeboard.law.profile import Cited, Profile, Step
from noticeboard.records.matter import Matter, StepLeftOut, StepTaken

DECISION, WORKS, OUTCOME = "decision", "works", "outcome"


class Progress(NamedTuple):
    """A step of the procedure and what became of it: `taken`, `left_out` with a reason, or neither.

    `passed` says that the matter went on without it: a later step was taken, or the matter is closed.
    """

    step: Step
    taken: StepTaken | None
    left_out: StepLeftOut | None
    passed: bool

    @property
    def missing(self) -> bool:
        return self.passed and not self.taken and not self.left_out


def steps_of(matter: Matter) -> tuple[Step, ...]:
    """The steps of the procedure that a matter follows; none where no system of that name has any."""
    found = profile.system(matter.follows)
    return found.steps if found else ()


def procedures() -> dict[str, Profile]:
    """The systems that lay down steps, by their codes."""
    systems = ((code, profile.system(code)) for code in profile.codes())
    return {code: one for code, one in systems if one and one.steps}


def progress(matter: Matter) -> list[Progress]:
    """Every step of the procedure, in its order."""
    steps = steps_of(matter)
    taken = {one.step: one for one in matter.steps}
    left_out = {one.step: one for one in matter.left_out}
    last = max((number for number, step in enumerate(steps) if step.id in taken), default=-1)
    closed = matter.closed_on is not None
    return [
        Progress(step, taken.get(step.id), left_out.get(step.id), closed or number < last)
        for number, step in enumerate(steps)
    ]


def awaited(matter: Matter) -> Step | None:
    """The step that an open matter takes next; None where it is closed or has taken them all."""
    if not matter.is_open:
        return None
    return next((one.step for one in progress(matter) if not (one.taken or one.left_out or one.passed)), None)


def taken_of(matter: Matter, phase: str) -> list[StepTaken]:
    """The steps taken of one phase."""
    ids = {step.id for step in steps_of(matter) if step.phase == phase}
    return [one for one in matter.steps if one.step in ids]


def out_of_order(matter: Matter) -> Iterator[tuple[StepTaken, StepTaken]]:
    """Steps taken on an earlier day than one that comes before them: (step, the one before)."""
    latest: StepTaken | None = None
    for one in progress(matter):
        if one.taken and latest and one.taken.date < latest.date:
            yield one.taken, latest
        if one.taken and (latest is None or one.taken.date >= latest.date):
            latest = one.taken


@cache
def basis_of(code: str, step_id: str) -> Basis:
    """What a step of a procedure rests on, with the whole order as its sense."""
    one = procedures()[code]
    step = next(step for step in one.steps if step.id == step_id)
    source = one.sources[step.source]
    order_zh = "、".join(step.title for step in one.steps)
    order_en = ", ".join(step.en for step in one.steps)
    cited = Cited(step.article, "", f"依次是：{order_zh}", f"In this order: {order_en}")
    return profile.basis(one, source, cited, profile.standing_of(one, source.confidence))
