"""The kinds of file, in one table: where they lie, which schema they follow, what they become."""

from typing import NamedTuple

from noticeboard.records.bodies import Acknowledgements, Bodies, Responsibilities
from noticeboard.records.community import Community, Portal
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.erasure import Erasures
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement
from noticeboard.records.value import Value


class RecordKind(NamedTuple):
    """A kind of record: many files in one folder of a community."""

    name: str
    folder: str
    type: type[Record]
    dated: bool  # the file name begins with the record's date


class SingleKind(NamedTuple):
    """A kind of which a community (or the portal) has one file."""

    name: str
    type: type[Value]
    required: bool


RECORD_KINDS = (
    RecordKind("notice", "notices", Notice, dated=True),
    RecordKind("meeting", "meetings", Meeting, dated=True),
    RecordKind("matter", "matters", Matter, dated=False),
    RecordKind("resolution", "resolutions", Resolution, dated=False),
    RecordKind("statement", "finances", Statement, dated=False),
    RecordKind("project", "projects", Project, dated=False),
    RecordKind("finding", "findings", SupervisionFinding, dated=False),
    RecordKind("election", "elections", Election, dated=False),
    RecordKind("handover", "handovers", HandoverList, dated=False),
    RecordKind("review", "reviews", Review, dated=False),
)
SINGLE_KINDS = (
    SingleKind("community", Community, required=True),
    SingleKind("bodies", Bodies, required=True),
    SingleKind("responsibilities", Responsibilities, required=False),
    SingleKind("acknowledged", Acknowledgements, required=False),
    SingleKind("erased", Erasures, required=False),
)
PORTAL_KIND = SingleKind("portal", Portal, required=True)

BY_FOLDER = {kind.folder: kind for kind in RECORD_KINDS}
BY_NAME: dict[str, RecordKind | SingleKind] = {kind.name: kind for kind in (*RECORD_KINDS, *SINGLE_KINDS, PORTAL_KIND)}
