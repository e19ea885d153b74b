"""Three measures that count what is registered, and are silent without it."""

from pathlib import Path

from noticeboard.site.measures import Measure, measures
from tests.site.test_registers import board

REQUESTS = "日期,种类,谁答复,什么事,答复期限,答复日期\n"
POSTINGS = "贴上,公告,公告栏\n"


def figures(found: list[Measure]) -> dict[str, tuple[int, int]]:
    return {one.name: (one.part, one.whole) for one in found}


def test_an_answer_in_time_counts_and_a_late_or_missing_one_does_not(tmp_path: Path) -> None:
    line = "2026-06-01,异议,provider,路灯,{},{}\n"
    rows = [("2026-07-01", "2026-07-01"), ("2026-07-01", "2026-07-02"), ("2026-07-19", ""), ("2026-07-20", "")]
    here = board(tmp_path, requests=REQUESTS + "".join(line.format(*row) for row in rows))
    assert figures(measures(here))["answered"] == (1, 3)


def test_a_board_without_its_notice_counts_as_not_seen(tmp_path: Path) -> None:
    here = board(tmp_path, postings=POSTINGS + "2026-06-28,meetings/2026-04-20-committee,gate\n")
    assert figures(measures(here))["seen"] == (0, 1)


def test_a_trouble_without_a_telephone_is_not_found(tmp_path: Path) -> None:
    assert figures(measures(board(tmp_path))) == {"found": (0, 2)}
