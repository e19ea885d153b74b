"""What search engines are told of a page, in the words of schema.org, as a block of data that nothing executes."""

import datetime
from typing import Any

from noticeboard.records.community import Portal
from noticeboard.records.envelope import Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.statement import Statement
from noticeboard.site import datapackage
from noticeboard.site.board import Board

VOCABULARY = "https://schema.org"
"""A name: nothing is fetched from it."""
EVENT_STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}

Thing = dict[str, Any]


class Linked:
    """Makes the blocks; addresses in them are absolute, and what is not known is left out."""

    def __init__(self, portal: Portal) -> None:
        self.home = portal.base_url

    def community(self, board: Board) -> Thing:
        """The community as an organisation."""
        one = board.community
        address = {"@type": "PostalAddress", "addressRegion": one.region, "addressCountry": "CN"}
        telephone = one.contact.phone if one.contact else ""
        return self._thing(
            "Organization", board, "", name=one.name, description=one.summary, address=address, telephone=telephone
        )

    def record(self, board: Board, record: Record) -> Thing | None:
        """A meeting, notice or statement; None for what was withdrawn or what schema.org has no word for."""
        if record.withdrawn:
            return None
        if isinstance(record, Meeting):
            return self._event(board, record)
        if isinstance(record, Notice):
            return self._announcement(board, record)
        return self._report(board, record) if isinstance(record, Statement) else None

    def dataset(self, board: Board) -> Thing:
        """The community's data package and its tables."""
        package = self._file(board, datapackage.DESCRIPTOR, "application/json", datapackage.DESCRIPTOR)
        tables = [self._file(board, one.path, "text/csv", one.title) for one in datapackage.tables(board)]
        one = board.community
        return self._thing(
            "Dataset", board, "data/", name=one.name, description=one.summary,
            dateModified=max((row.touched for row in board.rows.values()), default=""),
            isAccessibleForFree=True, distribution=[package, *tables],
        )  # fmt: skip

    def _event(self, board: Board, meeting: Meeting) -> Thing:
        last = meeting.end_date or meeting.date
        return self._thing(
            "Event", board, f"{meeting.id}/", name=meeting.title, description=meeting.summary,
            startDate=_moment(meeting.date, meeting.start),
            endDate=_moment(last, meeting.end) if meeting.end or meeting.end_date else "",
            eventStatus=f"{VOCABULARY}/{EVENT_STATUS.get(meeting.state, 'EventScheduled')}",
            location={"@type": "Place", "name": meeting.place, "address": board.community.region},
            organizer=_organization(board, meeting.body),
        )  # fmt: skip

    def _announcement(self, board: Board, notice: Notice) -> Thing:
        until = notice.posting.until if notice.posting else None
        return self._thing(
            "SpecialAnnouncement", board, f"{notice.id}/", name=notice.title, text=notice.summary,
            datePosted=str(notice.published), expires=str(until or ""), author=_organization(board, notice.publisher),
        )  # fmt: skip

    def _report(self, board: Board, statement: Statement) -> Thing:
        return self._thing(
            "Report", board, f"{statement.id}/", name=statement.title, description=statement.summary,
            datePublished=str(statement.published), dateModified=statement.changed,
            reportNumber=statement.document_number,
            temporalCoverage=f"{statement.period.start}/{statement.period.until}",
            author=_organization(board, statement.publisher),
        )  # fmt: skip

    def _file(self, board: Board, path: str, form: str, name: str) -> Thing:
        return {"@type": "DataDownload", "name": name, "encodingFormat": form, "contentUrl": self._url(board, path)}

    def _thing(self, kind: str, board: Board, path: str, **said: Any) -> Thing:
        known = {name: value for name, value in said.items() if value}
        return {"@context": VOCABULARY, "@type": kind, "url": self._url(board, path)} | known

    def _url(self, board: Board, path: str) -> str:
        return f"{self.home}{board.slug}/{path}"


def _organization(board: Board, body: str) -> Thing:
    return {"@type": "Organization", "name": board.body(body)}


def _moment(day: datetime.date, time: str) -> str:
    """In China's time, where the hour is known."""
    return f"{day}T{time}:00+08:00" if time else str(day)
