"""What can be taken away, read by those who would: JSON Schema, feedparser, icalendar, frictionless, robots."""

import csv
import datetime
import json
import re
import shutil
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import frictionless
import jsonschema_rs
import pytest
from icalendar import Calendar

from noticeboard.site import exports
from noticeboard.site.published_schemas import FOLDER, SHAPES
from tests.site.workshop import Workshop

HOME = "https://gongshilan.example.org/"
COMMUNITIES = ("songtao", "tangxi", "yunting")


def files(site: Path, pattern: str) -> list[Path]:
    found = sorted(site.glob(pattern))
    assert found, pattern
    return found


def page(site: Path, address: str) -> Path:
    """The file that an address of the site leads to."""
    assert address.startswith(HOME)
    path = address.removeprefix(HOME).partition("#")[0]
    return site / path / "index.html" if path.endswith("/") or not path else site / path


# JSON


@cache
def validator(site: Path, name: str) -> Any:
    return jsonschema_rs.validator_for(json.loads((site / FOLDER / f"{name}.json").read_text("utf-8")))


def shape_of(path: str) -> str:
    """The name of the schema that the data page gives for a file."""
    return next(one.name for one in SHAPES if fnmatch(path, one.address) and one.address.count("/") == path.count("/"))


def test_every_json_file_keeps_to_its_published_schema(built_sample: Path) -> None:
    paths = [path for path in files(built_sample, "**/*.json") if path.parent != built_sample / FOLDER]
    paths = [path for path in paths if path.name != "datapackage.json"]
    wrong = {}
    for path in paths:
        relative = path.relative_to(built_sample).as_posix()
        found = validator(built_sample, shape_of(relative)).iter_errors(json.loads(path.read_text("utf-8")))
        if messages := [f"{one.instance_path}: {one.message}" for one in found]:
            wrong[relative] = messages
    assert wrong == {}
    assert {shape_of(path.relative_to(built_sample).as_posix()) for path in paths} == {one.name for one in SHAPES}


@pytest.mark.parametrize("change", [{"title": 1}, {"date": "soon"}, {"colour": "red"}, {"type": "party"}])
def test_a_published_schema_finds_what_is_wrong(built_sample: Path, change: dict[str, Any]) -> None:
    meeting = json.loads(files(built_sample, "*/meetings/*/index.json")[0].read_text("utf-8"))
    check = validator(built_sample, "meeting")
    assert check.is_valid(meeting)
    assert not check.is_valid(meeting | {"record": meeting["record"] | change})
    assert not check.is_valid(meeting | {"version": exports.VERSION + 1})


def test_schemas_stand_at_addresses_that_name_the_version(built_sample: Path) -> None:
    for path in files(built_sample, f"{FOLDER}*.json"):
        schema = json.loads(path.read_text("utf-8"))
        assert schema["$id"] == f"{HOME}data/schema/1/{path.name}"
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# feeds


def test_feedparser_reads_every_feed(built_sample: Path) -> None:
    ids: list[str] = []
    for path in files(built_sample, "**/feed.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert feed.entries, path
        ids.append(feed.feed.id)
        for entry in feed.entries:
            assert entry.id.startswith("tag:gongshilan.example.org,2026:")
            assert page(built_sample, entry.link).is_file()
            assert entry.updated_parsed >= entry.published_parsed
        touched = [entry.updated_parsed for entry in feed.entries]
        assert touched == sorted(touched, reverse=True)
        assert feed.feed.link.startswith(HOME)
        assert page(built_sample, feed.feed.link).is_file()
    assert len(ids) == len(set(ids))


def test_a_kind_and_a_body_have_feeds_of_their_own(built_sample: Path) -> None:
    notices = feedparser.parse((built_sample / "tangxi/notices/feed.xml").read_bytes())
    assert {entry.category for entry in notices.entries} == {"notice"}
    committee = feedparser.parse((built_sample / "tangxi/bodies/yeweihui-2/feed.xml").read_bytes())
    assert committee.feed.title == "棠溪园第二届业主委员会 · 棠溪社区"
    assert len({entry.category for entry in committee.entries}) > 1


def test_a_correction_brings_an_entry_up_again_under_its_old_id(built_sample: Path) -> None:
    corrected = [
        (path.parent, record)
        for path in files(built_sample, "*/*/*/index.json")
        if (record := json.loads(path.read_text("utf-8")).get("record", {})).get("corrections")
    ]
    assert corrected
    for folder, record in corrected:
        feed = feedparser.parse((folder.parent / "feed.xml").read_bytes())
        (entry,) = [one for one in feed.entries if one.id.endswith(f":{folder.relative_to(built_sample).as_posix()}")]
        assert entry.updated[:10] == max(one["date"] for one in record["corrections"])
        assert entry.published[:10] == record["published"]


# calendars


def test_icalendar_reads_every_calendar(built_sample: Path) -> None:
    for path in files(built_sample, "**/events.ics"):
        calendar = Calendar.from_ical(path.read_bytes())
        assert calendar.errors == []
        uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
        assert uids
        assert len(uids) == len(set(uids))
        for event in calendar.walk("VEVENT"):
            link = str(event["description"]).splitlines()[-1]
            assert link == str(event["url"])
            assert page(built_sample, link).is_file()
            assert "dtend" not in event or event.decoded("dtend") > event.decoded("dtstart")
    for path in files(built_sample, "*/clock.ics"):
        assert Calendar.from_ical(path.read_bytes()).walk("VTODO")


@pytest.mark.parametrize("community", COMMUNITIES)
def test_bodies_share_the_entries_of_their_community(built_sample: Path, community: str) -> None:
    def entries(path: Path) -> set[bytes]:
        return {event.to_ical() for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}

    every = entries(built_sample / community / "events.ics")
    bodies = [entries(path) for path in files(built_sample, f"{community}/bodies/*/events.ics")]
    assert set().union(*bodies) == every
    meetings = json.loads((built_sample / community / "meetings" / "index.json").read_text("utf-8"))["records"]
    assert len(every) >= len(meetings)


# tables


@pytest.mark.parametrize("community", COMMUNITIES)
def test_frictionless_validates_a_communitys_package(built_sample: Path, community: str) -> None:
    report = frictionless.validate(str(built_sample / community / "datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    assert report.valid
    assert len(report.tasks) > 9


def test_what_is_wrong_with_a_package_is_found(built_sample: Path, tmp_path: Path) -> None:
    shutil.copytree(built_sample / "tangxi", tmp_path / "tangxi")
    ledgers = tmp_path / "tangxi/finances/ledgers.csv"
    ledgers.write_bytes(ledgers.read_bytes().replace(b"finances/2025-12-property-service", b"finances/2025-13-none"))
    report = frictionless.validate(str(tmp_path / "tangxi" / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} == {"hash-count", "byte-count", "foreign-key"}


def test_a_package_says_what_version_two_asks_for(built_sample: Path) -> None:
    package = json.loads((built_sample / "tangxi" / "datapackage.json").read_text("utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {"name", "resources"} <= package.keys()
    for resource in package["resources"]:
        assert resource["type"] == "table"
        assert resource["hash"].startswith("sha256:")
        assert resource["bytes"] == (built_sample / "tangxi" / resource["path"]).stat().st_size


def test_tables_hold_every_record_and_every_line(built_sample: Path) -> None:
    with (built_sample / "tangxi/meetings/records.csv").open(encoding="utf-8-sig", newline="") as file:
        meetings = {row["id"]: row for row in csv.DictReader(file)}
    listed = json.loads((built_sample / "tangxi/meetings/index.json").read_text("utf-8"))["records"]
    assert [f"{key}/" for key in meetings] == [row["url"] for row in listed]
    for key, row in meetings.items():
        record = json.loads((built_sample / "tangxi" / key / "index.json").read_text("utf-8"))["record"]
        assert (row["title"], row["date"], row["body"]) == (record["title"], record["date"], record["body"])
        assert row["quorum.declared"] == str(record.get("quorum", {}).get("declared", "")).lower()
    for path in files(built_sample, "tangxi/finances/*/ledger.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.DictReader(file)) == lines_of(built_sample, f"finances/{path.parent.name}")


def lines_of(site: Path, statement: str) -> list[dict[str, str]]:
    """A statement's lines in the table of all ledgers, without the columns that only other ledgers have."""
    with (site / "tangxi/finances/ledgers.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = [row for row in csv.DictReader(file) if row.pop("statement") == statement]
    with (site / "tangxi" / statement / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        columns = next(csv.reader(file))
    return [{name: row[name] for name in columns} for row in lines]


# the ways to all of it


def test_the_data_pages_lead_to_every_file(built_sample: Path) -> None:
    """Files that stand beside one record's page are linked from there."""
    for community in COMMUNITIES:
        place = built_sample / community / "data" / "index.html"
        text = place.read_text("utf-8")
        linked = {Path(urljoin(place.as_uri(), link)[7:]) for link in text.split('"') if link.startswith("../")}
        wanted = {
            path
            for pattern in ("**/feed.xml", "**/*.ics", "**/*.csv", "*/index.json", "*.json")
            for path in (built_sample / community).glob(pattern)
            if path.name != "ledger.csv" and "attachments" not in path.parts
        }
        assert wanted - linked == set()


def test_the_sitemap_names_every_page_and_no_other(built_sample: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ET.parse(built_sample / "sitemap.xml").getroot()  # noqa: S314  our own file
    maps = [page(built_sample, one.text or "") for one in index.iterfind("s:sitemap/s:loc", space)]
    rows = [row for path in maps for row in ET.parse(path).getroot().iterfind("s:url", space)]  # noqa: S314
    named = {page(built_sample, row.findtext("s:loc", "", space)): row.findtext("s:lastmod", "", space) for row in rows}
    assert len(named) == len(rows)
    there = {path for path in built_sample.rglob("index.html") if "R" not in path.relative_to(built_sample).parts}
    assert set(named) == there
    assert max(named.values()) <= "2026-07-20"
    assert f"Sitemap: {HOME}sitemap.xml\n" in (built_sample / "robots.txt").read_text("utf-8")


# what search engines are told

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def told(page: Path) -> dict[str, Any] | None:
    """The block of data of a page."""
    found = BLOCK.findall(page.read_text("utf-8"))
    assert len(found) <= 1, page
    return json.loads(found[0]) if found else None


@pytest.mark.parametrize(
    ("pages", "kind", "asked"),
    [
        ("*/meetings/[0-9]*/index.html", "Event", {"name", "startDate", "eventStatus", "location", "organizer"}),
        ("*/notices/[0-9]*/index.html", "SpecialAnnouncement", {"name", "text", "datePosted", "author"}),
        ("*/finances/[0-9]*/index.html", "Report", {"name", "datePublished", "temporalCoverage", "author"}),
        ("[sty]*/data/index.html", "Dataset", {"name", "description", "distribution", "dateModified"}),
        ("[ty]*/index.html", "Organization", {"name", "description", "address"}),
    ],
)
def test_pages_tell_search_engines_what_they_are(built_sample: Path, pages: str, kind: str, asked: set[str]) -> None:
    for path in files(built_sample, pages):
        thing = told(path)
        record = path.with_name("index.json")
        if thing is None:
            assert not record.exists() or "withdrawn" in json.loads(record.read_text("utf-8"))["record"]
            continue
        assert (thing["@context"], thing["@type"]) == ("https://schema.org", kind)
        assert asked <= thing.keys()
        assert page(built_sample, thing["url"]) == path
        for one in thing.get("distribution", ()):
            assert page(built_sample, one["contentUrl"]).is_file()
        for name in asked & {"startDate", "datePosted", "datePublished", "dateModified"}:
            datetime.datetime.fromisoformat(thing[name])


def test_record_text_cannot_end_the_block(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "w")
    ending = "</script><script>alert(1)</script>"
    workshop.edit("data/elm/notices/2026-03-01-water.yaml", "停水四小时", ending)
    workshop.build()
    thing = told(workshop.root / "output/elm/notices/2026-03-01-water/index.html")
    assert thing is not None
    assert ending in thing["name"]
