"""Annual reviews on pages: ballots by who is reviewed, problems with their tasks, and the years side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from noticeboard.records.review import Review, Subject, Task
from noticeboard.site import tallies
from noticeboard.site.board import Board
from noticeboard.site.summary import Row
from noticeboard.site.tallies import Tally


class Year(NamedTuple):
    """One year's review of an estate: what became of the tasks set then, and how those reviewed did.

    `kept` counts verdicts; it is empty while the next review is awaited. `results` are by
    the ids of the latest review's subjects: outcome and share of the best option.
    """

    row: Row
    year: int
    tasks: int
    kept: Counter[str]
    results: dict[str, tuple[str, str]]


def page(board: Board, review: Review) -> dict[str, Any]:
    """What the page of a review shows beside the record itself."""
    tasks: defaultdict[str, list[Task]] = defaultdict(list)
    for task in review.tasks:
        tasks[task.problem].append(task)
    ballots = [tallies.tally(count) for count in review.ballots]
    before = _of_estate(board, review).get(review.year - 1)
    return {
        "ballots": [(one, [tally for tally in ballots if tally.of.of == one.id]) for one in review.reviewed],
        "other_ballots": [tally for tally in ballots if not tally.of.of],
        "tasks": dict(tasks),
        "before": {task.id: task for task in before.tasks} if before else {},
        "carrying": {task.id: task.text for task in review.tasks},
        "carried": {one.id: review.year - one.carried_from + 1 for one in review.problems if one.carried_from},
        "years": list(_years(board, review)),
    }


def _of_estate(board: Board, review: Review) -> dict[int, Review]:
    """Year to the standing review of the same estate."""
    estate = board.dataset.estate_of(review)
    return {
        one.year: one for one in board.dataset.reviews if board.dataset.estate_of(one) == estate and not one.withdrawn
    }


def _years(board: Board, review: Review) -> Iterator[Year]:
    """Up to the year of `review`, the latest first."""
    found = _of_estate(board, review)
    for year in sorted((one for one in found if one <= review.year), reverse=True):
        held, following = found[year], found.get(year + 1)
        kept = Counter(one.verdict for one in following.previous) if following else Counter[str]()
        results = {one.id: _result(held, one) for one in review.reviewed}
        yield Year(board.rows[held.id], year, len(held.tasks), kept, results)


def _result(held: Review, subject: Subject) -> tuple[str, str]:
    """How the same body or office did in a review; empty where it was not reviewed or nothing was counted."""
    same = next((one for one in held.reviewed if (one.body, one.name) == (subject.body, subject.name)), None)
    same = same or next((one for one in held.reviewed if subject.body and one.body == subject.body), None)
    if same is None:
        return "", ""
    counts = (count for count in held.ballots if count.of == same.id and not count.group)
    return same.outcome, next((_best(tallies.tally(count)) for count in counts), "")


def _best(tally: Tally) -> str:
    """Share of the option that a ballot lists first, which is the best."""
    return tally.choices[0].share if tally.choices else ""
