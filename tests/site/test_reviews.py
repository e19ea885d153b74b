"""Annual reviews on pages: what was carried over, and the years side by side."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from noticeboard.check import check_community
from noticeboard.records.review import Review
from noticeboard.site import reviews
from noticeboard.site.board import Board
from noticeboard.today import Today

DATA = Path(__file__).parents[2] / "data"
DAY = datetime.date(2026, 7, 20)


@pytest.fixture(scope="module")
def board() -> Board:
    checked = check_community(DATA, "tangxi", Today(DAY))
    return Board(checked.dataset, checked.findings, Today(DAY))


def _review(board: Board, year: int) -> Review:
    return next(one for one in board.dataset.reviews if one.year == year)


def test_a_carried_problem_counts_its_years(board: Board) -> None:
    shown = reviews.page(board, _review(board, 2025))
    assert shown["carried"] == {"p1": 2, "p2": 2}
    assert reviews.page(board, _review(board, 2024))["carried"] == {}


def test_the_years_stand_side_by_side_the_latest_first(board: Board) -> None:
    latest, former = reviews.page(board, _review(board, 2025))["years"]
    assert (latest.year, latest.tasks, latest.kept) == (2025, 8, Counter())
    assert (former.year, former.kept) == (2024, Counter({"done": 3, "partly": 2, "not-done": 1}))
    assert latest.results["self-management"] == ("满意", "75.00%")
    assert former.results["self-management"] == ("满意", "69.33%")
    assert former.results["centre-head"] == ("", ""), "an office that was not reviewed then"


def test_a_year_does_not_know_the_next(board: Board) -> None:
    assert [one.year for one in reviews.page(board, _review(board, 2024))["years"]] == [2024]


def test_last_years_tasks_are_told_in_words(board: Board) -> None:
    shown = reviews.page(board, _review(board, 2025))
    assert {one.task for one in _review(board, 2025).previous} <= set(shown["before"])
