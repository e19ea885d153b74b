"""Owners' assemblies as records tell of them: what was called, decided, by how many owners."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.law import voting
from noticeboard.law.voting import Deciders
from noticeboard.records.community import Estate
from noticeboard.records.count import ZERO
from noticeboard.records.dataset import Dataset
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Resolution

ASSEMBLY = "owners-assembly"


class Call(NamedTuple):
    """A notice that calls owners to meet or vote, with what it led to."""

    notice: Notice
    meeting: Meeting | None
    resolution: Resolution | None

    @property
    def date(self) -> datetime.date | None:
        """The day on which the meeting or the voting begins."""
        if self.notice.convenes:
            return self.notice.convenes.date
        if self.resolution and self.resolution.voting:
            return self.resolution.voting.start
        return self.meeting.date if self.meeting else None

    @property
    def is_special(self) -> bool:
        """Called out of turn, as where owners petitioned for it."""
        petition = self.resolution.petition if self.resolution else None
        return petition is not None or "special" in self._sessions

    @property
    def is_first(self) -> bool:
        return "first" in self._sessions

    @property
    def _sessions(self) -> set[str]:
        return {one.session for one in (self.meeting, self.resolution) if one}


def owners_resolutions(dataset: Dataset) -> list[Resolution]:
    """Those with a motion that the law gives to the owners; not those that were withdrawn."""
    return [
        resolution
        for resolution in dataset.resolutions
        if not resolution.withdrawn
        and resolution.decided_by in dataset.body_by_id
        and any(voting.deciders(dataset, resolution, motion) is Deciders.OWNERS for motion in resolution.motions)
    ]


def meeting_of(dataset: Dataset, resolution: Resolution) -> Meeting | None:
    """The assembly meeting at which it was decided."""
    meeting = dataset.by_id.get(resolution.meeting)
    return meeting if isinstance(meeting, Meeting) and meeting.type == ASSEMBLY else None


def notice_of(dataset: Dataset, resolution: Resolution) -> Notice | None:
    """The notice that called the vote, or the meeting at which it was taken."""
    meeting = meeting_of(dataset, resolution)
    notice = dataset.by_id.get(resolution.notice or (meeting.notice if meeting else ""))
    return notice if isinstance(notice, Notice) else None


def calls(dataset: Dataset) -> list[Call]:
    """Every notice that called the owners, once."""
    found: dict[str, Call] = {}
    for resolution in dataset.derive(owners_resolutions):
        if notice := notice_of(dataset, resolution):
            found.setdefault(notice.id, Call(notice, meeting_of(dataset, resolution), resolution))
    for meeting in dataset.meetings:
        called_by = dataset.by_id.get(meeting.notice)
        if meeting.type == ASSEMBLY and isinstance(called_by, Notice):
            found.setdefault(called_by.id, Call(called_by, meeting, None))
    return list(found.values())


def is_of_our_time(dataset: Dataset, day: datetime.date) -> bool:
    """Whether records of that day may be expected to be complete: older ones were copied from what is left."""
    since = dataset.community.disclosing_since
    return since is None or day >= since


def held_assemblies(dataset: Dataset) -> Iterator[Meeting]:
    return (one for one in dataset.meetings if one.type == ASSEMBLY and one.state == "held" and not one.withdrawn)


def owners_at(dataset: Dataset, meeting: Meeting) -> int | None:
    """The owners who could attend, as the meeting or else the register has them."""
    stated = [group.entitled for group in meeting.attendance if group.unit == "owners" and group.entitled is not None]
    if stated:
        return int(sum(stated, ZERO))
    estate = dataset.estate_by_id.get(dataset.estate_of(meeting))
    return estate.owners if estate else None


def owners_in(dataset: Dataset, resolution: Resolution) -> int | None:
    """All owners concerned, as the vote or else the register counts them."""
    for motion in resolution.motions:
        for count in motion.counts:
            if count.unit == "owners" and not count.group and count.entitled is not None:
                return int(count.entitled)
    estate = estate_decided_for(dataset, resolution)
    return estate.owners if estate else None


def estate_decided_for(dataset: Dataset, resolution: Resolution) -> Estate | None:
    return dataset.estate_by_id.get(dataset.estate_of(resolution))
