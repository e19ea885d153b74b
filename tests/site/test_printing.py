"""Paper: what is printed can be scanned, is the same twice, and says who, what, until when and whom to ask."""

import datetime
import re
from pathlib import Path

import pytest

from noticeboard.history import log
from noticeboard.publishing.publish import publish
from noticeboard.records.codes import code, of_building
from noticeboard.site import printing
from noticeboard.site.printing import CannotPrintError, Wanted, print_sheets
from tests.publishing.conftest import Repository
from tests.site.printer import needs_a_printer, run, scanned
from tests.site.workshop import Workshop, silent

WATER = "notices/2026-03-01-water"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workshop = Workshop(tmp_path_factory.mktemp("paper") / "workshop")
    workshop.build()
    return workshop.root / "output"


@pytest.fixture(scope="module")
def sheets(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All notices of the small site's larger community."""
    needs_a_printer()
    return print_sheets(site, tmp_path_factory.mktemp("pdf"), Wanted("elm"), silent)[0]


@pytest.fixture(scope="module")
def text(sheets: Path) -> str:
    return re.sub(r"\s+", "", run("pdftotext", sheets, "-"))


def test_every_symbol_can_be_scanned_from_a_bad_copy(sheets: Path, site: Path) -> None:
    records = [
        path.parent.relative_to(site) for path in site.glob("elm/*/*/index.json") if path.parts[-3] != "building"
    ]
    addresses = [f"HTTPS://BOARD.EXAMPLE.ORG/portal/R/{code(str(record))}" for record in records]
    assert scanned(sheets) == sorted(addresses)


def test_two_runs_give_the_same_bytes(sheets: Path, site: Path, tmp_path: Path) -> None:
    assert print_sheets(site, tmp_path, Wanted("elm"), silent)[0].read_bytes() == sheets.read_bytes()


def test_the_file_is_tagged_and_of_a4(sheets: Path) -> None:
    about = run("pdfinfo", sheets)
    assert re.search(r"Tagged:\s+yes", about)
    assert re.search(r"Page size:.*A4", about)


@pytest.mark.parametrize("said", ["南门公告栏", "未入日志", "看网上的这一页", "BOARD.EXAMPLE.ORG/portal/R/"])
def test_a_sheet_says(text: str, said: str) -> None:
    assert said in text


def test_what_paper_cannot_do_is_left_out(text: str) -> None:
    assert "查看数据" not in text
    assert "怎样读" not in text


def test_a_wall_sheet_and_what_hangs_there(site: Path, tmp_path: Path) -> None:
    needs_a_printer()
    made, count = print_sheets(site, tmp_path, Wanted("elm", building="b1"), silent)
    assert made.name == "elm-b1.pdf"
    assert count >= 1
    assert of_building("elm", "b1") in run("pdftotext", made, "-")


def test_a_published_site_is_printed_with_its_codes(tmp_path: Path) -> None:
    needs_a_printer()
    repository = Repository(tmp_path / "repository")
    done = publish(repository.root, tmp_path / "board", "HEAD", datetime.date(2026, 7, 20))
    made, _ = print_sheets(done.release / "site", tmp_path, Wanted("elm", record=WATER), silent)
    said = re.sub(r"\s+", "", run("pdftotext", made, "-"))
    (digest,) = [entry.digest for entry in done.added if entry.id == f"elm/{WATER}"]
    assert log.code(bytes.fromhex(digest)) in said
    assert f"日志{done.checkpoint.size}条，核验码" in said
    assert log.code(done.checkpoint.root) in said


def test_a_log_that_was_spoilt_is_told(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / log.CHECKPOINT).write_bytes(b"gongshilan\n\xff")
    with pytest.raises(CannotPrintError, match="不是日志的检查点"):
        printing._log_in_words(tmp_path)


def test_records_of_late_alone(site: Path) -> None:
    late = printing._paths(site / "elm", Wanted("elm", since=datetime.date(2026, 4, 10)))
    assert "notices/2026-04-10-script" in late
    assert WATER not in late


def test_one_record(site: Path) -> None:
    assert printing._paths(site / "elm", Wanted("elm", record=WATER)) == [WATER]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted("ash"), "网站里没有社区“ash”。"),
        (Wanted("elm", building="b9"), "没有楼栋“b9”；现有：b1、b2。"),
        (Wanted("elm", record="water"), "没有记录“water”；写成 notices/2026-04-02-water-shut-off 这样。"),
    ],
    ids=["community", "building", "record"],
)
def test_what_there_is_not_is_told(site: Path, wanted: Wanted, told: str) -> None:
    with pytest.raises(CannotPrintError) as refused:
        printing._paths(site / wanted.community, wanted)
    assert str(refused.value) == told


def test_where_weasyprint_is_missing_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(printing.importlib, "import_module", fails)
    with pytest.raises(CannotPrintError, match="apt-get install libpango"):
        printing.weasyprint()
