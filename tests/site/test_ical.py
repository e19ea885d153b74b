"""What is written as iCalendar is read by others as it was meant."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from noticeboard.site import ical

PLAIN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXTS = st.text(PLAIN | st.sampled_from("\n,;\\:水🏠"))
FIRST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MOMENTS = st.integers(0, 2**32).map(lambda seconds: FIRST + datetime.timedelta(seconds=seconds))


@given(summary=TEXTS, start=MOMENTS | st.dates(min_value=FIRST.date()))
def test_texts_and_moments_come_through(summary: str, start: datetime.date) -> None:
    lines = [ical.text("UID", "a@b"), ical.moment("DTSTART", start), ical.text("SUMMARY", summary)]
    content = ical.calendar("会议", [ical.component("VEVENT", lines)] * 2)
    read = Calendar.from_ical(content)
    assert read.errors == []
    assert str(read["x-wr-calname"]) == "会议"
    assert [str(event.get("summary", "")) for event in read.walk("VEVENT")] == [summary] * 2
    assert [event.decoded("dtstart") for event in read.walk("VEVENT")] == [start] * 2
    assert max(map(len, content.split(b"\r\n"))) <= ical.MOST_BYTES
    assert b"\n" not in content.replace(b"\r\n", b"")
