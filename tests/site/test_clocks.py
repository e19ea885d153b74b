"""The disclosure clock on pages, as data and as tasks: from one community, on several days."""

import datetime
import json

import pytest
from icalendar import Calendar

from tests.site.workshop import TODAY, Workshop

HOST = "board.example.org"


def tasks(content: bytes) -> dict[str, str]:
    """What has to be done by when, and how it stands."""
    found = Calendar.from_ical(content).walk("VTODO")
    return {str(one["UID"]).removesuffix(f"@{HOST}"): f"{one.decoded('DUE')} {one['STATUS']}" for one in found}


def test_tasks_for_clerks(workshop: Workshop) -> None:
    workshop.edit(
        "data/elm/finances/2026-q2-common-income.yaml", "title: ", "withdrawn: {date: 2026-07-12, why: 错}\ntitle: "
    )
    workshop.build()
    assert tasks(workshop.files()["elm/clock.ics"]) == {
        "elm.common-income-statement-elm-court.2026-04-01": "2026-07-15 NEEDS-ACTION",
        "elm.common-income-statement-elm-court.2026-07-01": "2026-10-15 NEEDS-ACTION",
        "elm.provider-report-elm-court.2026-01-01": "2027-03-31 NEEDS-ACTION",
    }


def test_a_task_keeps_its_id_when_it_is_done(workshop: Workshop) -> None:
    workshop.build(today=datetime.date(2026, 7, 9))
    before = tasks(workshop.files()["elm/clock.ics"])
    workshop.build()
    after = tasks(workshop.files()["elm/clock.ics"])
    name = "elm.common-income-statement-elm-court.2026-04-01"
    assert (before[name], after[name]) == ("2026-07-15 NEEDS-ACTION", "2026-07-15 COMPLETED")


@pytest.mark.parametrize(
    ("today", "state"), [("2026-06-30", "disclosed"), ("2026-07-01", "due"), ("2026-07-10", "disclosed")]
)
def test_the_clock_follows_the_day(workshop: Workshop, today: str, state: str) -> None:
    workshop.build(today=datetime.date.fromisoformat(today))
    duty = json.loads(workshop.files()["elm/clock.json"])["duties"][0]
    assert (duty["duty"], duty["state"]) == ("common-income-statement", state)


def test_an_unchanged_day_rewrites_nothing_and_a_change_of_state_little(workshop: Workshop) -> None:
    """Page, JSON and tasks of the clock, the home with its JSON, the search, and three of the portal's own."""
    workshop.build(today=datetime.date(2026, 9, 1))
    assert workshop.build(today=datetime.date(2026, 9, 30)).rebuilt == 0
    assert workshop.build(today=datetime.date(2026, 10, 15)).rewritten <= 9
    assert workshop.build(today=datetime.date(2026, 10, 16)).rewritten <= 9
    fresh = workshop.fresh(datetime.date(2026, 10, 16))
    assert workshop.files() == fresh
    assert "未见公开" in fresh["elm/clock/index.html"].decode()


def test_the_district_tells_what_every_community_has_not_shown(workshop: Workshop) -> None:
    workshop.build(today=datetime.date(2026, 10, 16))
    elm, oak = json.loads(workshop.files()["district.json"])["communities"]
    assert elm["states"]["not-seen"] == 1
    assert [(one["title"], one["period"], one["due"]) for one in elm["overdue"]] == [
        ("公共收益收支公示", "2026年第三季度", "2026-10-15")
    ]
    assert oak["states"]["not-yet"] == sum(oak["states"].values())
    page = workshop.files()["district/index.html"].decode()
    assert 'href="../elm/clock/index.html#common-income-statement-elm-court"' in page


def test_each_of_several_estates_has_a_clock_of_its_own(workshop: Workshop) -> None:
    two = "  - {id: birch-court, name: 桦园, provider: provider, buildings: [{id: x1, name: 1号楼}]}\n"
    workshop.edit("data/elm/community.yaml", "boards:\n", f"{two}boards:\n")
    workshop.build()
    files = workshop.files()
    assert "elm/clock/birch-court/index.html" in files
    page = files["elm/clock/elm-court/index.html"].decode()
    assert 'id="common-income-statement-elm-court"' in page
    assert 'id="common-income-statement-birch-court"' not in page
    assert "居民代表会议" in page


def test_a_record_says_what_it_discloses(workshop: Workshop) -> None:
    workshop.build(today=TODAY)
    page = workshop.files()["elm/finances/2026-q1-common-income/index.html"].decode()
    assert 'href="../../clock/index.html#common-income-statement-elm-court"' in page
