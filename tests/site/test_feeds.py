"""Feeds as a reader takes them: well-formed Atom, absolute links, ids that outlive a move."""

from xml.etree import ElementTree as ET

import pytest

from noticeboard.site import feeds
from noticeboard.site.feeds import Feed
from noticeboard.site.summary import Row

ATOM = "{http://www.w3.org/2005/Atom}"


def row(number: int, **changed: str) -> Row:
    texts = {
        "url": f"notices/n-{number}/", "title": f"通知{number}", "summary": "停水。", "date": "2026-03-01",
        "published": f"2026-03-0{number}", "kind": "notice", "publisher": "业主委员会",
    }  # fmt: skip
    return Row(**texts | changed)


def read(base: str = "https://board.example.org/portal/", folder: str = "elm/", **changed: str) -> ET.Element:
    rows = [("elm/", row(number, **changed)) for number in (2, 1)]
    return ET.fromstring(feeds.atom(Feed("榆园", folder, folder), base, rows))  # noqa: S314  our own text


def texts(feed: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in feed.iterfind("/".join(f"{ATOM}{step}" for step in path.split("/")))]


def test_a_feed_has_what_atom_asks_for() -> None:
    feed = read()
    assert feed.tag == f"{ATOM}feed"
    assert texts(feed, "title") == ["榆园"]
    assert texts(feed, "updated") == ["2026-03-02T00:00:00+08:00"]
    assert [link.attrib["href"] for link in feed.iterfind(f"{ATOM}link")] == [
        "https://board.example.org/portal/elm/", "https://board.example.org/portal/elm/feed.xml",
    ]  # fmt: skip
    assert texts(feed, "entry/title") == ["通知2", "通知1"]
    assert texts(feed, "entry/updated") == ["2026-03-02T00:00:00+08:00", "2026-03-01T00:00:00+08:00"]
    assert texts(feed, "entry/author/name") == ["业主委员会"] * 2
    assert [link.attrib["href"] for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")] == [
        f"https://board.example.org/portal/elm/notices/n-{number}/" for number in (2, 1)
    ]


def test_ids_are_tags_that_stay_when_the_site_moves_within_its_host() -> None:
    before, after = read(), read(base="http://board.example.org/")
    assert texts(before, "entry/id") == [f"tag:board.example.org,2026:elm/notices/n-{number}" for number in (2, 1)]
    for path in ("id", "entry/id"):
        assert texts(before, path) == texts(after, path)


def test_the_portals_feed_and_a_communitys_have_different_ids() -> None:
    assert texts(read(folder=""), "id") != texts(read(), "id")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "A & B ]]> <!--", '"引号"'])
def test_record_text_stays_text(text: str) -> None:
    feed = read(title=text, summary=text, publisher=text)
    assert texts(feed, "entry/title")[0] == text
    assert texts(feed, "entry/summary")[0] == text
    assert texts(feed, "entry/author/name")[0] == text
