"""What the search knows of a page beside its text."""

import datetime

from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Correction, Record, Titles, TranslatedTitles
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.site import entries
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.search import Entry
from noticeboard.site.translate import Translator
from noticeboard.today import Today

DAY = datetime.date(2026, 4, 2)
ENVELOPE = {"title": "停水通知", "publisher": "provider", "date": DAY, "published": DAY, "summary": "明天停水。"}
HTML = '<title>停水通知 · 榆树社区</title><main id="main" tabindex="-1"><h1>停水通知</h1><p>明天停水。</p></main>'


def notice(**changes: object) -> Notice:
    return Notice(**({"id": "notices/2026-04-02-water", **ENVELOPE, "form": "notice", "category": "water"} | changes))


def board(*records: Record, estates: int = 1) -> Board:
    buildings = (Building(id="1", name="1号楼"),)
    places = tuple(
        Estate(id=f"estate-{number}", name=f"{number}号园", buildings=buildings if number == 1 else ())
        for number in range(1, estates + 1)
    )
    community = Community(name="榆树社区", summary="", region="", jurisdiction="CN", estates=places)
    bodies = Bodies(bodies=(Body(id="provider", name="青禾物业", kind="property-service-provider"),))
    dataset = Dataset("elm", community, bodies, records=records)
    return Board(dataset, [], Today(DAY))


def entry_of(record: Record, estates: int = 1) -> Entry:
    page = Page(f"{record.id}/", "notice.html", {"record": record})
    return entries.entry(page, HTML, board(record, estates=estates))


def test_a_records_page_is_told_by_its_record() -> None:
    one = entry_of(notice())
    assert one[:4] == ("notices/2026-04-02-water/", "停水通知", "2026-04-02", "notice")
    assert one.text == "停水通知\n明天停水。"
    assert one.body == "青禾物业"
    assert one.row()[3] == "停水通知\n明天停水。"


def test_buildings_are_places_and_estates_where_there_are_several() -> None:
    record = notice(buildings=("1",), estate="estate-1")
    assert entry_of(record).places == ("1号楼",)
    assert entry_of(record, estates=2).places == ("1号园", "1号楼")


def test_states_are_the_marks_of_lists_and_what_a_record_says_of_itself() -> None:
    correction = Correction(date=DAY, what="八点改为九点", why="改期")
    assert entry_of(notice(status="draft", corrections=(correction,))).states == ("corrected", "envelope.status.draft")


def test_a_resolution_has_the_results_of_its_motions() -> None:
    motions = tuple(
        Motion(id=str(number), title="更换水泵", matter="other", result=result)
        for number, result in enumerate(("passed", "failed", "passed"))
    )
    record = Resolution(
        id="resolutions/2026-001", **ENVELOPE, decided_by="provider", decided_on=DAY, motions=motions
    )  # fmt: skip
    assert entry_of(record).states == ("resolution.motions.result.failed", "resolution.motions.result.passed")


def test_every_state_and_kind_has_its_word() -> None:
    words = entries.labels(Translator({kind: kind for kind in entries.KINDS} | {"mark_corrected": "有更正"}))
    assert words["corrected"] == "有更正"
    assert words["resolution.motions.result.passed"] == "通过"
    assert words["notice"] == "notice"


def test_a_title_is_found_in_the_languages_that_a_record_carries() -> None:
    told = TranslatedTitles(en=Titles(title="Water off"))
    assert entry_of(notice(translations=told)).text == f"{entry_of(notice()).text}\nWater off"
