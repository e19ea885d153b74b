"""Matters: each is told from its origin to its outcome, in the order of the procedure it follows."""

from collections.abc import Callable, Iterator

from noticeboard import schemas
from noticeboard.law import procedures
from noticeboard.law.governing import law_of
from noticeboard.law.procedures import DECISION, OUTCOME, WORKS
from noticeboard.law.profile import Step
from noticeboard.records.dataset import Dataset
from noticeboard.records.matter import Call, Matter
from noticeboard.rules.rule import ERROR, INFO, WARNING, Breach, Words, at, rule
from noticeboard.today import Today


def _standing(dataset: Dataset) -> Iterator[Matter]:
    return (one for one in dataset.matters if not one.withdrawn)


def _name(dataset: Dataset, body_id: str) -> str:
    """A body's name; its id where nothing is known of it."""
    body = dataset.body_by_id.get(body_id)
    return body.name if body else body_id


def _titles(matter: Matter, **steps: str) -> dict[str, Words]:
    """Steps by their titles in both languages: `step_zh` and `step_en` of `step`."""
    known = {step.id: step for step in procedures.steps_of(matter)}
    return {
        f"{name}_{language}": Words(known[step].title if language == "zh" else known[step].en)
        for name, step in steps.items()
        for language in ("zh", "en")
    }


def _resting_on(breach: Breach, matter: Matter, step: str) -> Breach:
    return breach._replace(basis=procedures.basis_of(matter.follows, step))


# the procedure and its order


@rule(ERROR)
def procedure_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter follows a procedure that no system lays down.

    Nobody could say which step comes next.
    """
    known = ", ".join(procedures.procedures())
    for matter in dataset.matters:
        if not procedures.steps_of(matter):
            yield at(matter, "follows", found=matter.follows, known=Words(known))


@rule(ERROR)
def matter_step_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter names a step that its procedure does not have.

    The page could not say where in the procedure it stands.
    """
    for matter in dataset.matters:
        known = [step.id for step in procedures.steps_of(matter)]
        named = [(("steps", index), one.step) for index, one in enumerate(matter.steps)]
        named += [(("left_out", index), one.step) for index, one in enumerate(matter.left_out)]
        for field, step in named if known else ():
            if step not in known:
                yield at(matter, *field, "step", found=step, known=Words(", ".join(known)))


@rule(WARNING, catalogue="CONS-02 CONS-03")
def matter_steps_reversed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A step of a matter bears an earlier date than one that comes before it.

    Talk comes before the decision, and the decision before the works.
    """
    for matter in _standing(dataset):
        for step, before in procedures.out_of_order(matter):
            values = {"day": step.date, "earlier": before.date}
            titles = _titles(matter, step=step.step, before=before.step)
            breach = at(matter, "steps", matter.steps.index(step), "date", **values, **titles)
            yield _resting_on(breach, matter, step.step)


@rule(WARNING, catalogue="CONS-02 CONS-03")
def matter_step_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter went on or was closed without a step of its procedure, and no reason is given.

    One finding for a matter, whatever the number of steps.
    """
    for matter in _standing(dataset):
        missing = [one.step for one in procedures.progress(matter) if one.missing]
        if missing:
            yield _resting_on(at(matter, "follows", **_listed(missing)), matter, missing[0].id)


def _listed(steps: list[Step]) -> dict[str, Words]:
    return {
        "steps_zh": Words("、".join(step.title for step in steps)),
        "steps_en": Words(", ".join(step.en for step in steps)),
    }


# from its origin to its outcome


TRACED: dict[tuple[str, str], Callable[[Matter], bool]] = {
    ("议题从哪里来的记录或日期", "where it came from, by record or day"): lambda one: bool(
        one.origin.record or one.origin.date
    ),
    ("决定的凭据", "what shows the decision"): lambda one: all(
        step.evidence for step in procedures.taken_of(one, DECISION)
    ),
    ("牵头单位", "the body that leads it"): lambda one: bool(one.lead),
    ("期限", "a day by which it is to be settled"): lambda one: bool(one.due or one.closed_on),
    ("结果", "its outcome"): lambda one: bool(one.outcome) or one.is_open,
}
"""What a decided matter says of itself, in words, and whether it does."""


@rule(WARNING, catalogue="CONS-04")
def matter_untraceable(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter was decided or closed, and does not say where it came from, who leads it, by when, or how it ended.

    Whoever reads it later could follow it no more.
    """
    for matter in _standing(dataset):
        settled = matter.closed_on or procedures.taken_of(matter, DECISION)
        missing = [words for words, stated in TRACED.items() if settled and not stated(matter)]
        if missing:
            yield at(
                matter, missing_zh=Words("、".join(zh for zh, _ in missing)),
                missing_en=Words(", ".join(en for _, en in missing)),
            )  # fmt: skip


@rule(WARNING, catalogue="CONS-04")
def matter_next_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An open matter does not say who does what next.

    Residents would not know whom to ask.
    """
    for matter in _standing(dataset):
        if matter.is_open and matter.next is None:
            yield at(matter)


@rule(WARNING, catalogue="CONS-04")
def matter_next_overdue(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The day of an open matter's next step is over.

    Either it was taken and not entered, or it is late; both are worth a word.
    """
    for matter in _standing(dataset):
        coming = matter.next if matter.is_open else None
        if coming and coming.due and today.is_past(coming.due):
            values = {"due": coming.due, "body": Words(_name(dataset, coming.by)), "what": coming.what}
            yield at(matter, "next", "due", **values)


# options


@rule(WARNING, catalogue="CONS-05")
def refused_option_without_reason(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An option was refused or dropped, and no reason is given.

    Without it the same option is proposed again next year.
    """
    for matter in _standing(dataset):
        for index, option in enumerate(matter.options):
            if option.became in ("refused", "dropped") and not option.why:
                yield at(matter, "options", index, "became", option=option.text)


@rule(INFO, catalogue="CONS-05")
def matter_decided_without_options(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter was decided, and the options are not listed.

    At least the one that was chosen and those that were refused.
    """
    for matter in _standing(dataset):
        if procedures.taken_of(matter, DECISION) and not matter.options:
            yield at(matter)


# who watches over it, and who was called in


@rule(WARNING, catalogue="CONS-06", parameters=("residents_committee.matter_supervisors",))
def matter_supervisors_too_few(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An agreed matter is carried out, and fewer bodies watch over it than the system asks.

    Judged from the works on, where the community adopted a system that asks for it.
    """
    law = law_of(dataset.community)
    for matter in _standing(dataset):
        begun = [*procedures.taken_of(matter, WORKS), *procedures.taken_of(matter, OUTCOME)]
        asked = law.provision("residents_committee.matter_supervisors", event=begun[0].date) if begun else None
        if asked and len(set(matter.supervised_by)) < asked.value:
            found = len(set(matter.supervised_by))
            yield at(matter, *(["supervised_by"] if found else []), found=found, least=asked.value).under(asked)


@rule(WARNING, catalogue="CONS-06")
def matter_supervised_by_its_lead(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body that leads a matter is also named as watching over it.

    Nobody supervises itself.
    """
    for matter in _standing(dataset):
        for index, body in enumerate(matter.supervised_by):
            if body == matter.lead:
                yield at(matter, "supervised_by", index, body=Words(_name(dataset, body)))


@rule(WARNING)
def call_unanswered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body that was called in had not come or answered by its day.

    It may have come and nobody entered it.
    """
    for matter in _standing(dataset):
        for index, call in enumerate(matter.calls):
            if call.due and not call.answered_on and today.is_past(call.due):
                yield at(matter, "calls", index, "due", due=call.due, body=Words(_name(dataset, call.to)))


LEVELS = ("estate", "community", "sub-district", "department")


@rule(WARNING)
def carried_up_out_of_order(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A matter reached a level for the first time after a higher one.

    Who has not been asked may feel passed over; whoever was asked first had not heard the others.
    """
    labels = schemas.labels()["matter.calls.level"]
    for matter in _standing(dataset):
        first: dict[str, tuple[int, Call]] = {}
        for index, call in sorted(enumerate(matter.calls), key=lambda pair: (pair[1].date, pair[0])):
            above = [one for level, (_, one) in first.items() if call.level and rank(level) > rank(call.level)]
            if call.level and call.level not in first and above and above[0].date < call.date:
                told = {"level": labels[call.level], "higher": labels[above[0].level]}
                words = {f"{name}_{language}": Words(pair[number])
                         for name, pair in told.items() for number, language in enumerate(("zh", "en"))}  # fmt: skip
                yield at(matter, "calls", index, "date", day=call.date, before=above[0].date, **words)
            if call.level:
                first.setdefault(call.level, (index, call))


def rank(level: str) -> int:
    return LEVELS.index(level)
