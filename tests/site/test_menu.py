"""Where the menu leads, and that no kind of record is left out of it."""

from pathlib import Path

import pytest

from noticeboard.check import check_community
from noticeboard.site import menu
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.sample import DAY, SLUG, Sample


@pytest.fixture
def board(tmp_path: Path) -> Board:
    checked = check_community(Sample(tmp_path).data, SLUG, Today(DAY))
    assert checked.dataset
    return Board(checked.dataset, (), Today(DAY))


def sections(board: Board) -> dict[str, list[str]]:
    return {group.name: [one.name for one in group.sections] for group in menu.menu(board)}


def test_no_section_stands_twice_or_leads_nowhere() -> None:
    named = [name for those in menu.GROUPS.values() for name in those]
    assert len(named) == len(set(named))
    assert set(named) <= set(menu.FOLDERS)


def test_groups_hold_what_the_community_has(board: Board) -> None:
    found = [name for those in sections(board).values() for name in those]
    assert {rows[0].kind for rows in board.by_folder.values()} <= set(found)
    assert {"responsibilities", "building", "bodies", "clock", "corrections"} <= set(found)
    assert "register" not in found


def test_a_kind_that_no_group_names_is_among_the_first(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menu, "GROUPS", {"notices": ("notice",), "money": (), "checks": ("clock", "corrections")})
    assert "statement" in sections(board)["notices"]
    assert "clock" not in sections(board)["notices"]
