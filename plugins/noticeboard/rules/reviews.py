"""Reviews: problems lead to tasks, tasks to next year's verdict, ballots to the printed rate."""

import re
from collections.abc import Iterator
from fractions import Fraction

from noticeboard import schemas
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.review import Review
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, compared, rounded, rule
from noticeboard.today import Today

SATISFIED = frozenset({"满意", "非常满意", "很满意"})
MOSTLY = frozenset({"基本满意", "比较满意", "较满意"})
SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")


@rule(ERROR)
def subject_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Ballots are about someone whom the review does not list.

    Nobody could tell whose result it is.
    """
    for review in dataset.reviews:
        known = [subject.id for subject in review.reviewed]
        for index, count in enumerate(review.ballots):
            if count.of and count.of not in known:
                yield at(review, "ballots", index, "of", found=count.of, known=Words(", ".join(known)))


@rule(WARNING, catalogue="REV-01")
def problem_without_task(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A problem has no task.

    A problem that nobody is to solve by any day is a complaint, not a plan. It
    is published all the same: an honest list is better than none.
    """
    for review in dataset.reviews:
        served = {task.problem for task in review.tasks}
        for index, problem in enumerate(review.problems):
            if problem.id not in served:
                yield at(review, "problems", index, found=problem.id)


@rule(ERROR, catalogue="REV-01")
def task_of_unknown_problem(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A task names a problem that the review does not list.

    Residents could not see what the task is for.
    """
    for review in dataset.reviews:
        known = {problem.id for problem in review.problems}
        for index, task in enumerate(review.tasks):
            if task.problem and task.problem not in known:
                yield at(review, "tasks", index, "problem", found=task.problem)


def _pairs(dataset: Dataset) -> list[tuple[Review, list[Review]]]:
    """Each review with those of the year before in the same estate about any of the same bodies.

    None while a review cannot be read: the task or the verdict may stand there.
    """
    if dataset.has_unread("reviews"):
        return []
    pairs = [(review, _before(review, dataset)) for review in dataset.reviews]
    return [(review, before) for review, before in pairs if before]


def _before(review: Review, dataset: Dataset) -> list[Review]:
    return [
        one
        for one in dataset.reviews
        if one.year == review.year - 1
        and dataset.estate_of(one) == dataset.estate_of(review)
        and not _subjects(one).isdisjoint(_subjects(review))
    ]


def _subjects(review: Review) -> set[str]:
    return {subject.body or subject.id for subject in review.reviewed}


@rule(ERROR, catalogue="REV-02")
def previous_task_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A verdict is about a task that no review of the year before had.

    Judged only where a review of the year before about the same bodies is there to be read.
    """
    for review, before in _pairs(dataset):
        known = {task.id for one in dataset.reviews if one.year == review.year - 1 for task in one.tasks}
        for index, account in enumerate(review.previous):
            if account.task not in known:
                yield at(review, "previous", index, "task", found=account.task, record=before[0].id)


@rule(WARNING, catalogue="REV-02")
def previous_task_unaccounted(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Tasks of the year before have no verdict.

    What was promised in public is accounted for in public; of several reviews in a year any may do so.
    """
    pairs = _pairs(dataset)
    accounted: dict[str, set[str]] = {}
    for review, before in pairs:
        for one in before:
            accounted.setdefault(one.id, set()).update(account.task for account in review.previous)
    for review, before in pairs:
        for one in before:
            missing = [task.id for task in one.tasks if task.id not in accounted[one.id]]
            if missing:
                yield at(review, "previous", tasks="、".join(missing), record=one.id)


@rule(ERROR)
def carried_to_unknown_task(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A task of the year before is carried on in a task that this year does not have.

    It would look carried on and be dropped.
    """
    for review in dataset.reviews:
        known = {task.id for task in review.tasks}
        for index, account in enumerate(review.previous):
            if account.carried_to and account.carried_to not in known:
                yield at(review, "previous", index, "carried_to", found=account.carried_to)


@rule(WARNING, catalogue="REV-02")
def not_done_without_reason(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A task was not done or was dropped, and no reason is given.

    Residents accept a reason sooner than silence.
    """
    for review in dataset.reviews:
        for index, account in enumerate(review.previous):
            if account.verdict in ("not-done", "dropped") and not account.why:
                yield at(review, "previous", index, "verdict", task=account.task)


@rule(ERROR, acknowledgeable=True, catalogue="REV-04")
def printed_rate_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed rate is not what the stated formula gives.

    Judged only where the review states its formula and the grades have their
    usual names; compared with the decimals that were printed, rounded half up.
    """
    for review in dataset.reviews:
        for index, count in enumerate(review.ballots):
            rate = _rate(review.rate_formula, count)
            if count.printed_rate is None or rate is None:
                continue
            recounted = rounded(rate, count.printed_rate)
            if recounted != count.printed_rate:
                zh, en = schemas.labels()["review.rate_formula"][review.rate_formula]
                values = {"formula_zh": zh, "formula_en": en, **compared(count.printed_rate, recounted)}
                yield at(review, "ballots", index, "printed_rate", **values)


def _rate(formula: str, count: Count) -> Fraction | None:
    """The exact rate, in percent or as a mean score; None where it cannot be told."""
    if formula == "mean-score":
        return _mean(count)
    grades = {"satisfied-only": SATISFIED, "satisfied-and-mostly": SATISFIED | MOSTLY}.get(formula, frozenset())
    agreed = [votes for option, votes in count.options.items() if option in grades]
    ballots = count.cast if count.ballots is None and count.complete else count.ballots
    return Fraction(sum(agreed)) * 100 / Fraction(ballots) if agreed and ballots else None


def _mean(count: Count) -> Fraction | None:
    """The mean of options that are all scores."""
    if not all(SCORE.fullmatch(option) for option in count.options):
        return None
    scores = [Fraction(option) * Fraction(votes) for option, votes in count.options.items()]
    return sum(scores, Fraction()) / Fraction(count.cast) if count.cast else None
