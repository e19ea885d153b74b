"""What must hang at a building today, and what the code on its sheet leads to."""

import datetime
import re

import pytest

from noticeboard.records.codes import of_building
from tests.site.workshop import TODAY, Workshop

POSTED = """title: 电梯年检
publisher: committee
date: 2026-07-10
published: 2026-07-10
summary: 今天检，下午好。
form: notice
category: works
posting:
  from: 2026-07-10
  until: 2026-07-25
"""


def listed(page: str) -> dict[str, list[str]]:
    """Section to the titles in it."""
    parts = re.split(r'<h2 id="([a-z]+)">', page)
    rows = re.compile(r'class="row">\s*<a [^>]*>([^<]+)<')
    found = zip(parts[1::2], parts[2::2], strict=True)
    return {name: rows.findall(part) for name, part in found if name in ("here", "elsewhere")}


@pytest.fixture
def posted(workshop: Workshop) -> Workshop:
    """One for building 1, one for all, one for building 2, one on the board of building 1."""
    hall = "  - {id: hall, place: 1号楼门厅, building: b1}\n"
    workshop.edit("data/elm/community.yaml", "boards:\n", f"boards:\n{hall}")
    for name, more in {
        "一": "buildings: [b1]\n",
        "全": "",
        "二": "buildings: [b2]\n",
        "厅": "  places: [hall]\n",
    }.items():
        file = workshop.data / "elm" / "notices" / f"2026-07-10-{ord(name):x}.yaml"
        file.write_text(POSTED.replace("电梯", name) + more, encoding="utf-8")
    return workshop


def wall(workshop: Workshop, building: str, day: datetime.date = TODAY) -> dict[str, list[str]]:
    workshop.build(today=day)
    return listed(workshop.files()[f"elm/building/{building}/index.html"].decode())


def test_what_hangs_here_and_what_hangs_elsewhere(posted: Workshop) -> None:
    assert wall(posted, "b1") == {"here": ["一年检", "厅年检"], "elsewhere": ["全年检"]}
    assert wall(posted, "b2") == {"here": ["二年检"], "elsewhere": ["全年检", "厅年检"]}


def test_a_wall_leads_to_the_newest_notice_the_money_and_whom_to_ask(posted: Workshop) -> None:
    only_there = posted.data / "elm" / "notices" / f"2026-07-10-{ord('二'):x}.yaml"
    text = only_there.read_text(encoding="utf-8")
    only_there.write_text(text.replace("published: 2026-07-10", "published: 2026-07-11"), encoding="utf-8")
    posted.build()
    files = posted.files()
    first, second = (files[f"elm/building/{one}/index.html"].decode() for one in ("b1", "b2"))
    newest = re.compile(r'<h2 id="latest">.*?<a href="[^"]*">([^<]+)<', re.DOTALL)
    assert newest.findall(first) == ["厅年检"]
    assert newest.findall(second) == ["二年检"]
    assert 'href="../../elm-court/common-income/index.html"' in first
    assert 'href="../../responsibilities/index.html#' in first


def test_a_sheet_hangs_until_its_last_day_is_over(posted: Workshop) -> None:
    last = datetime.date(2026, 7, 25)
    assert wall(posted, "b1", last)["here"] == ["一年检", "厅年检"]
    assert wall(posted, "b1", last + datetime.timedelta(days=1)) == {"here": []}


def test_the_code_on_a_wall_shows_the_same_list(posted: Workshop) -> None:
    posted.build()
    files = posted.files()
    code = of_building("elm", "b1")
    page, scanned = (files[path].decode() for path in ("elm/building/b1/index.html", f"R/{code}/index.html"))
    assert listed(page) == listed(scanned)
    assert 'href="../../elm/notices/' in scanned
    assert f"HTTPS://BOARD.EXAMPLE.ORG/portal/R/{code}" in page
    assert 'href="b1/index.html"' in files["elm/building/index.html"].decode().replace("../building/", "")
    assert 'href="building/index.html"' in files["elm/index.html"].decode()


def test_whom_to_ask_stands_at_every_building_with_its_grid_and_steward(workshop: Workshop) -> None:
    (workshop.data / "elm" / "registers").mkdir(exist_ok=True)
    (workshop.data / "elm" / "registers" / "grids.csv").write_text(
        "楼栋,网格,网格员,电话,楼栋长\nb1,一格,居委会民政委员,010-01234567,党员楼栋长\nb2,一格,居委会民政委员,010-01234567,\n",
        encoding="utf-8",
    )
    workshop.build()
    first, second = (workshop.files()[f"elm/building/{one}/index.html"].decode() for one in ("b1", "b2"))
    for page in (first, second):
        assert "一格　居委会民政委员" in page
        assert 'href="tel:010-01234567"' in page
    assert "<dd>党员楼栋长</dd>" in first
    assert '<span class="absent">空缺</span>' in second
