"""What stands in a calendar stays the same entry while its record is corrected, called, held or withdrawn."""

import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.structs import replace

from noticeboard.records.envelope import Correction, Withdrawn
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Convened, Notice
from noticeboard.site import calendars
from noticeboard.site.board import Board
from noticeboard.site.happenings import Happening, happenings

DAY, LATER = datetime.date(2026, 3, 1), datetime.date(2026, 3, 9)
ENVELOPE: dict[str, Any] = {"publisher": "oc", "date": DAY, "published": DAY, "summary": "商量水泵。"}
MEETING = Meeting(id="meetings/m", title="例会", type="joint", body="rc", state="scheduled", **ENVELOPE)
NOTICE = Notice(
    id="notices/n", title="开会通知", form="notice", category="meeting",
    convenes=Convened(date=LATER, time="19:30", place="活动室"), **ENVELOPE,
)  # fmt: skip


def told(*records: Meeting | Notice) -> list[Happening]:
    kinds = {kind: [one for one in records if isinstance(one, kind)] for kind in (Meeting, Notice)}
    dataset = SimpleNamespace(meetings=kinds[Meeting], notices=kinds[Notice])
    return list(happenings(cast("Board", SimpleNamespace(dataset=dataset))))


def corrected(*fields: str) -> Meeting:
    return replace(MEETING, corrections=(Correction(date=LATER, what="改", why="误", fields=fields),))


@pytest.mark.parametrize(
    ("fields", "sequence"),
    [(("date",), 1), (("start", "place"), 1), ((), 1), (("summary",), 0), (("attendance[1]",), 0)],
)
def test_the_sequence_rises_with_corrections_that_move_the_entry(fields: tuple[str, ...], sequence: int) -> None:
    (one,) = told(corrected(*fields))
    assert (one.id, one.sequence, one.known_on) == ("meetings/m", sequence, LATER)


def test_a_withdrawn_meeting_is_cancelled_under_its_old_name() -> None:
    (one,) = told(replace(MEETING, withdrawn=Withdrawn(date=LATER, why="重复")))
    assert (one.id, one.state, one.sequence) == ("meetings/m", "withdrawn", 1)
    assert calendars.EVENT_STATUS[one.state] == "CANCELLED"


def test_a_meeting_takes_over_the_entry_of_the_notice_that_called_it() -> None:
    (called,) = told(NOTICE)
    (held,) = told(NOTICE, replace(MEETING, notice=NOTICE.id, state="held"))
    assert (called.id, called.first, called.start, called.place) == ("notices/n", LATER, "19:30", "活动室")
    assert held.id == called.id
    assert held.page.id == "meetings/m"
    assert held.sequence > called.sequence


def test_an_entry_stands_in_the_calendars_of_all_whom_it_concerns() -> None:
    (one,) = told(replace(MEETING, on_behalf_of="oa"))
    assert one.bodies == ("rc", "oc", "oa")


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("", "", [("DTSTART;VALUE=DATE", "20260301"), ("DTEND;VALUE=DATE", "20260302")]),
        ("19:30", "", [("DTSTART", "20260301T113000Z")]),
        ("19:30", "19:30", [("DTSTART", "20260301T113000Z")]),
        ("07:00", "09:15", [("DTSTART", "20260228T230000Z"), ("DTEND", "20260301T011500Z")]),
    ],
)
def test_hours_are_of_china_and_days_are_whole(start: str, end: str, span: list[tuple[str, str]]) -> None:
    (one,) = told(replace(MEETING, start=start, end=end))
    assert list(calendars._span(one)) == span
