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


def test_an_empty_cell_says_what_it_means_and_words_that_need_attention_are_marked(tmp_path: Path) -> None:
    tasks = "日期,种类,什么事,谁负责,谁认领,期限,结果,办成日期,原因\n"
    here = board(
        tmp_path, tasks=tasks + "2026-05-01,任务,清沟,provider,,2026-07-19,没办成,2026-07-18,下雨\n"
    )  # fmt: skip
    ((*_, owner, due, state, _, _),) = rows(here, "tasks")
    assert (owner.text, owner.mark) == ("待认领", "absent")
    assert due.mark == ""  # settled, though its day is over
    assert (state.text, state.mark) == ("没办成", "absent")


def test_sums_are_told_by_word_the_greatest_first(tmp_path: Path) -> None:
    text = "月末,类别,收到,调成\n2026-05-31,漏水,3,2\n2026-06-30,噪声,4,1\n2026-06-30,漏水,3,3\n"
    totals = registers.shown(board(tmp_path, mediation_counts=text), "mediation-counts").totals
    assert totals
    assert (totals.by, totals.of) == ("类别", ("收到", "调成"))
    assert [(one.word, one.sums, one.share) for one in totals.lines] == [
        ("漏水", ("6", "5"), 60),
        ("噪声", ("4", "1"), 40),
    ]


def test_what_is_older_than_its_time_is_neither_shown_nor_exported(tmp_path: Path) -> None:
    head = "日期,企业,种类,事由,依据,公布单位\n"
    line = "{},provider,警告,没人接待,信用办法,区房管局\n"
    here = board(tmp_path, credit_events=head + line.format("2025-07-19") + line.format("2025-07-20"))
    assert [row[0].text for row in rows(here, "credit-events")] == ["2025年7月20日"]
    assert [one["date"] for one in registers.export(here, "credit-events")] == ["2025-07-20"]
    assert registers.public(here, "credit-events").lines == [3]
    assert here.today.fresh_until == DAY  # tomorrow the second one goes too


def test_years_are_marked_from_the_age_that_the_schema_names(tmp_path: Path) -> None:
    here = board(tmp_path, facilities=HEADER + "a,东梯,电梯,2011-07-20,,\nb,西梯,电梯,2011-07-21,,\n")
    assert [(cells[2].years, cells[2].mark) for cells in rows(here, "facilities")] == [(15, "old"), (14, "")]
