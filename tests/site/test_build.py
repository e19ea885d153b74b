"""One build: what it writes, what it refuses, what a second one leaves alone."""

import datetime
import errno
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from noticeboard.refusals import RefusedError
from noticeboard.site import crew
from noticeboard.site.build import BlockedError, OutputRefusedError
from noticeboard.site.past import PREVIEW
from tests.site.workshop import REPOSITORY, TODAY, Workshop

RECORDS = 13


def test_every_record_has_a_page_and_its_json(workshop: Workshop) -> None:
    result = workshop.build()
    files = workshop.files()
    assert (result.communities, result.records) == (2, RECORDS)
    for path in workshop.data.glob("*/*/*.yaml"):
        page = path.relative_to(workshop.data).with_suffix("").as_posix()
        assert f"{page}/index.html" in files
        assert json.loads(files[f"{page}/index.json"])["record"]["id"] == page.partition("/")[2]


def test_nothing_is_rewritten_when_nothing_changed(workshop: Workshop) -> None:
    workshop.build()
    result = workshop.build()
    assert (result.rebuilt, result.rewritten, result.removed) == (0, 0, 0)


@pytest.mark.parametrize(
    ("path", "old", "new", "most"),
    [
        # page, JSON, list, year list, list JSON, home, community JSON, search, portal home, search, feed, fund,
        # feeds of community, kind and body, table of the kind, package
        ("data/elm/notices/2026-03-01-water.yaml", "停水四小时", "停水六小时", 17),
        ("data/elm/finances/2026-q1-common-income.csv", "停车费", "停车收费", 5),
        ("data/elm/acknowledged.yaml", "", "", 0),
    ],
    ids=["title", "ledger alone", "nothing"],
)
def test_an_edit_rewrites_few_files(workshop: Workshop, path: str, old: str, new: str, most: int) -> None:
    workshop.build()
    if old:
        workshop.edit(path, old, new)
    assert workshop.build().rewritten <= most


def test_errors_leave_the_old_site_untouched(workshop: Workshop) -> None:
    workshop.build()
    before = workshop.files()
    workshop.edit("data/elm/finances/2026-q1-common-income.yaml", "950.50", "950.5")
    with pytest.raises(BlockedError) as blocked:
        workshop.build()
    assert [finding.rule for finding in blocked.value.findings if finding.blocks] == ["value-malformed"]
    assert workshop.files() == before


def test_a_build_that_was_cut_off_is_not_trusted(workshop: Workshop) -> None:
    workshop.build()
    (workshop.root / ".noticeboard" / "output" / "unfinished").touch()
    (workshop.root / "output" / "elm" / "stray.html").write_text("left over")
    (workshop.root / "output" / "index.html").write_text("half a page")
    workshop.build()
    assert workshop.files() == workshop.fresh()


def test_a_deleted_output_folder_is_built_anew(workshop: Workshop) -> None:
    workshop.build()
    before = workshop.files()
    for path in sorted((workshop.root / "output").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    workshop.build()
    assert workshop.files() == before


def test_a_folder_with_foreign_files_is_left_alone(workshop: Workshop) -> None:
    (workshop.root / "output").mkdir()
    (workshop.root / "output" / "thesis.txt").write_text("mine")
    with pytest.raises(OutputRefusedError, match="没有动它"):
        workshop.build()
    assert workshop.files() == {"thesis.txt": b"mine"}


@pytest.mark.parametrize("output", ["data", "data/elm", "."])
def test_records_are_never_built_over(workshop: Workshop, output: str) -> None:
    before = workshop.files("data")
    with pytest.raises(OutputRefusedError, match="里有记录"):
        workshop.build(output)
    assert workshop.files("data") == before


def test_a_folder_that_cannot_be_written_is_named(workshop: Workshop) -> None:
    (workshop.root / "output").write_text("a file")
    with pytest.raises(OutputRefusedError, match="写不进"):
        workshop.build()


def test_the_date_rewrites_only_what_asked_for_it(workshop: Workshop) -> None:
    workshop.edit("data/elm/notices/2026-04-10-script.yaml", "until: 2026-04-25", "until: 2026-07-25")
    workshop.build(today=datetime.date(2026, 7, 25))
    assert workshop.build(today=datetime.date(2026, 7, 25)).rebuilt == 0
    result = workshop.build(today=datetime.date(2026, 7, 26))  # a posting ended the day before
    assert (result.rebuilt, workshop.files()) == (1, workshop.fresh(datetime.date(2026, 7, 26)))


def test_a_page_that_names_today_is_rewritten_every_day(workshop: Workshop) -> None:
    """It says that a day of publication has not come yet, and what day it is."""
    workshop.build(today=datetime.date(2026, 7, 12))
    result = workshop.build(today=datetime.date(2026, 7, 13))
    assert (result.rebuilt, workshop.files()) == (1, workshop.fresh(datetime.date(2026, 7, 13)))


def test_an_earlier_date_is_never_served_from_memory(workshop: Workshop) -> None:
    workshop.build(today=datetime.date(2026, 4, 26))
    workshop.build(today=datetime.date(2026, 4, 20))
    assert workshop.files() == workshop.fresh(datetime.date(2026, 4, 20))


def test_processes_write_what_one_process_writes(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = workshop.fresh()
    monkeypatch.setattr(crew, "FILES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert workshop.fresh() == alone


def test_one_process_writes_the_community_while_another_indexes_all_titles(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "TITLES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    workshop.build()
    workshop.edit("data/elm/notices/2026-04-10-script.yaml", "title: ", "title: 换了名字的 ")
    assert (workshop.build().rebuilt, workshop.files()) == (1, workshop.fresh())
    assert "换了名字的" in workshop.files()["search/index.js"].decode()


def test_a_worker_that_fails_stops_the_build(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "FILES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    (workshop.theme / "templates" / "notice.html").write_text("{{ nobody_knows_this }}")
    with pytest.raises(RuntimeError, match="nobody_knows_this"):
        workshop.build()


def test_ids_from_git_and_ids_from_content_agree(workshop: Workshop) -> None:
    workshop.build()
    for command in (["init", "--quiet"], ["add", "data"]):
        subprocess.run(["git", "-C", str(workshop.root), *command], check=True)
    assert workshop.build().rebuilt == 0


def test_builds_are_identical_whatever_the_seed_the_folder_and_the_time_zone(tmp_path: Path) -> None:
    """Whole processes, since a hash seed is chosen once per process."""
    outputs = []
    for seed, zone, name in (("1", "Pacific/Kiritimati", "a"), ("2", "America/Adak", "another/deeper")):
        workshop = Workshop(tmp_path / name)
        command = [sys.executable, "-m", "noticeboard", "site", "--data", "data", "--today", str(TODAY)]
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(REPOSITORY / "plugins")}
        subprocess.run(command, cwd=workshop.root, env=environment, check=True, capture_output=True)
        outputs.append(workshop.files())
    assert outputs[0] == outputs[1]


class _Scripts(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if (
            tag == "script"
            and values.get("type") != "application/ld+json"
            and not str(values.get("src")).endswith(".js")
        ):
            self.found.append(tag)
        self.found += [name for name in values if name.startswith("on") or name == "style"]
        self.found += [value for value in values.values() if value and value.lower().startswith("javascript:")]


def test_no_record_text_becomes_markup(workshop: Workshop) -> None:
    workshop.build()
    for path, content in workshop.files().items():
        if path.endswith(".html"):
            parser = _Scripts()
            parser.feed(content.decode())
            assert parser.found == [], path


def test_spreadsheets_take_formulas_for_text(workshop: Workshop) -> None:
    workshop.build()
    assert "'=SUM(A1)" in workshop.files()["elm/finances/2026-q1-common-income/ledger.csv"].decode("utf-8-sig")


def test_a_worker_that_is_killed_stops_the_build(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "FILES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(crew.Job, "check", lambda _: os._exit(9))
    with pytest.raises(RefusedError, match="内存不够"):
        workshop.build()


def test_workers_end_when_nobody_waits_for_them(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "FILES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    started = crew.Forked([crew.Job(crew.Task("elm", "", 1), workshop.data, TODAY, PREVIEW)], (), workshop.root, 1)
    (worker,) = started.workers
    for pipe in started.pipes:
        pipe.close()
    worker.join(20)
    assert worker.exitcode == 0


def test_what_the_machine_refuses_a_worker_is_told_as_such(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "a/index.html")

    monkeypatch.setattr(crew, "FILES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(crew.Job, "build", full)
    with pytest.raises(RefusedError, match=r"磁盘满了，腾出空间再来（a/index.html）"):
        workshop.build()


def test_no_worker_outlives_a_build_that_is_killed(workshop: Workshop) -> None:
    """It would go on writing, and keep the lock of a publication."""
    command = [sys.executable, "-c", LONG, "site", "--data", str(workshop.data), "--output", str(workshop.root / "o")]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == b"at work\n"
        build.kill()
        build.communicate(timeout=20)  # whoever is left keeps the pipe open


LONG = """
import os, time
from noticeboard import cli
from noticeboard.site import crew
crew.FILES_WORTH_A_PROCESS = 1
os.sched_getaffinity = lambda _: {0, 1}
crew.Job.check = lambda _: (print("at work", flush=True), time.sleep(60))
cli.main()
"""


def test_a_prose_page_that_cannot_be_read_is_not_left_out(workshop: Workshop) -> None:
    (workshop.root / "content" / "pages" / "about.md").write_bytes(b"Title: \xff\xfe\n\nx\n")
    with pytest.raises(RefusedError, match=r"content/pages/about.md 读不出来"):
        workshop.build()
    assert not (workshop.root / "output").exists()
