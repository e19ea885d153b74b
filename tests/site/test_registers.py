"""A register on its page, in search and in exports, from its schema alone."""

import datetime
from pathlib import Path

from noticeboard.check import check_community
from noticeboard.site import exports, registers
from noticeboard.site.board import Board
from noticeboard.site.registers import Cell
from noticeboard.today import Today
from tests.rules.test_registers import LOGGED, USED
from tests.sample import DAY, SLUG, Edit, Sample

HEADER = "编号,名称,类别,启用,下次检验,应急电话\n"


def board(folder: Path, **texts: str) -> Board:
    sample = Sample(folder)
    sample.edit(*(Edit(f"registers/{name.replace('_', '-')}.csv", new=text) for name, text in texts.items()))
    today = Today(DAY)
    checked = check_community(sample.data, SLUG, today)
    assert checked.dataset
    return Board(checked.dataset, [], Today(DAY))


def rows(here: Board, kind: str) -> list[list[Cell]]:
    pages = [page for page in registers.pages(here) if page.folder.startswith(f"registers/{kind}/")]
    return [cells for page in pages for _, cells in page.context["part"].rows]


def test_the_newest_comes_first_and_records_are_linked(tmp_path: Path) -> None:
    text = USED + "2026-05-01,业委会章,合同,meetings/2026-04-20-committee\n2026-05-03,财务专用章,对账单,\n"
    newest, older = rows(board(tmp_path, seal_use=text), "seal-use")
    assert [cell.text for cell in newest] == ["2026年5月3日", "财务专用章", "对账单", ""]
    assert older[3].url == "meetings/2026-04-20-committee/index.html"


def test_age_and_what_is_past_are_computed_and_hold_until_they_change(tmp_path: Path) -> None:
    here = board(tmp_path, facilities=HEADER + "a,东梯,电梯,2006-07-21,2026-07-19,010-01234567\n")
    ((name, kind, since, _, due),) = rows(here, "facilities")
    assert (name.text, kind.text) == ("东梯", "电梯")
    assert (since.text, since.years) == ("2006年7月21日", 19)
    assert (due.mark, here.today.fresh_until) == ("past", DAY)


def test_an_id_is_shown_as_what_it_names(tmp_path: Path) -> None:
    here = board(tmp_path, facilities=HEADER + "a,东梯,电梯,,,\n", facility_log=LOGGED + "2026-05-01,a,维保,甲\n")
    ((_, facility, *_),) = rows(here, "facility-log")
    assert facility == Cell("东梯", "registers/facilities/index.html")


def test_a_long_register_has_several_pages_and_all_are_searched(tmp_path: Path) -> None:
    first = datetime.date(2026, 1, 1)
    text = USED + "".join(f"{first + datetime.timedelta(days)},财务专用章,对账单{days},\n" for days in range(60))
    here = board(tmp_path, seal_use=text)
    assert [page.folder for page in registers.pages(here)] == [
        "registers/", "registers/seal-use/", "registers/seal-use/page/2/",
    ]  # fmt: skip
    assert [page.date for page in registers.pages(here)] == ["", "2026-03-01", "2026-03-01"]
    assert [page.kind for page in registers.pages(here)] == ["", "register", "register"]


def test_exports_hold_codes_and_no_formulas(tmp_path: Path) -> None:
    here = board(tmp_path, seal_use=USED + "2026-05-01,财务专用章,=1+1,\n")
    assert registers.export(here, "seal-use") == [
        {"date": "2026-05-01", "seal": "finance", "document": "=1+1", "decision": ""}
    ]
    assert b"2026-05-01,finance,'=1+1," in exports.table(here.dataset.registers["seal-use"])


def test_a_community_without_registers_has_no_page_of_them(tmp_path: Path) -> None:
    assert list(registers.pages(board(tmp_path))) == []
