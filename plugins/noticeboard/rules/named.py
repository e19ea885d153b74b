"""Everything that records and single files name: bodies, estates, buildings and other records, each with its place."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from noticeboard.findings import Field
from noticeboard.records.community import Commitment, Community
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement


class Named(NamedTuple):
    """Something named in a field of a record or single file; `folder` is where it must lie, if anywhere."""

    where: Record | str
    field: Field
    name: str
    folder: str = ""


def bodies(dataset: Dataset) -> Iterator[Named]:
    for record in dataset.records:
        yield from (Named(record, field, body) for field, body in _bodies_of(record))
    yield from _bodies_of_community(dataset.community)
    yield from _bodies_of_bodies(dataset)
    for index, trouble in enumerate(dataset.responsibilities):
        field: Field = ("responsibilities", index)
        yield Named("responsibilities", (*field, "lead"), trouble.lead)
        yield from (Named("responsibilities", (*field, "support", i), body) for i, body in enumerate(trouble.support))
    for index, answer in enumerate(dataset.acknowledged):
        yield Named("acknowledged", ("acknowledged", index, "by"), answer.by)
    for index, erasure in enumerate(dataset.erased):
        yield Named("erased", ("erased", index, "by"), erasure.by)


def _bodies_of_contracts(dataset: Dataset) -> Iterator[Named]:
    for index, contract in enumerate(dataset.contracts):
        yield Named("bodies", ("contracts", index, "provider"), contract.provider)
        if contract.handover:
            supervisor = contract.handover.supervised_by
            yield Named("bodies", ("contracts", index, "handover", "supervised_by"), supervisor)


def _bodies_of_community(community: Community) -> Iterator[Named]:
    for index, estate in enumerate(community.estates):
        yield Named("community", ("estates", index, "provider"), estate.provider)
    for index, channel in enumerate(community.channels):
        yield Named("community", ("channels", index, "run_by"), channel.run_by)
    for index, phone in enumerate(community.public_phones):
        yield Named("community", ("public_phones", index, "of"), phone.of)
    yield from (Named("community", (*field, "by"), one.by) for field, one in _commitments(community))


def _commitments(community: Community) -> Iterator[tuple[Field, Commitment]]:
    """A community's own rules, each with where it stands."""
    for name, commitments in (("by_laws", community.by_laws), ("promises", community.promises)):
        yield from (((name, index), one) for index, one in enumerate(commitments))


def _bodies_of_bodies(dataset: Dataset) -> Iterator[Named]:
    for index, body in enumerate(dataset.bodies):
        field: Field = ("bodies", index)
        yield Named("bodies", (*field, "parent"), body.parent)
        if body.term and body.term.handover:
            yield Named("bodies", (*field, "term", "handover", "supervised_by"), body.term.handover.supervised_by)
    yield from _bodies_of_contracts(dataset)
    for index, seal in enumerate(dataset.seals):
        yield Named("bodies", ("seals", index, "of"), seal.of)
        for place, spell in enumerate(seal.custody):
            yield Named("bodies", ("seals", index, "custody", place, "by"), spell.by)


def _bodies_of(record: Record) -> Iterator[tuple[Field, str]]:
    yield ("publisher",), record.publisher
    yield ("on_behalf_of",), record.on_behalf_of
    if record.posting and record.posting.objection:
        yield ("posting", "objection", "to"), record.posting.objection.to
    if own := BODIES.get(type(record)):
        yield from own(record)


def _bodies_of_meeting(meeting: Meeting) -> Iterator[tuple[Field, str]]:
    yield ("body",), meeting.body
    yield from ((("agenda", index, "follow_up"), item.follow_up) for index, item in enumerate(meeting.agenda))


def _bodies_of_resolution(resolution: Resolution) -> Iterator[tuple[Field, str]]:
    yield ("decided_by",), resolution.decided_by
    yield ("implementation", "by"), resolution.implementation.by if resolution.implementation else ""


def _bodies_of_review(review: Review) -> Iterator[tuple[Field, str]]:
    yield ("chaired_by",), review.chaired_by
    yield from ((("tasks", index, "owner"), task.owner) for index, task in enumerate(review.tasks))
    yield from ((("reviewed", index, "body"), one.body) for index, one in enumerate(review.reviewed))


def _bodies_of_finding(finding: SupervisionFinding) -> Iterator[tuple[Field, str]]:
    yield ("raised_by",), finding.raised_by
    yield ("concerns",), finding.concerns
    yield from ((("rechecked", index, "by"), one.by) for index, one in enumerate(finding.rechecked))


def _bodies_of_election(election: Election) -> Iterator[tuple[Field, str]]:
    yield ("body",), election.body
    yield ("organised_by",), election.organised_by
    yield ("next", "by"), election.next.by if election.next else ""


def _bodies_of_matter(matter: Matter) -> Iterator[tuple[Field, str]]:
    yield ("lead",), matter.lead
    yield from ((("supervised_by", index), body) for index, body in enumerate(matter.supervised_by))
    yield from ((("steps", index, "by"), step.by) for index, step in enumerate(matter.steps))
    yield from ((("calls", index, "to"), call.to) for index, call in enumerate(matter.calls))
    if matter.next:
        yield ("next", "by"), matter.next.by


def estates(dataset: Dataset) -> Iterator[Named]:
    for record in dataset.records:
        yield Named(record, ("estate",), record.estate)
    for index, body in enumerate(dataset.bodies):
        yield Named("bodies", ("bodies", index, "estate"), body.estate)
    for index, contract in enumerate(dataset.contracts):
        yield Named("bodies", ("contracts", index, "estate"), contract.estate)
    for index, trouble in enumerate(dataset.responsibilities):
        yield Named("responsibilities", ("responsibilities", index, "estate"), trouble.estate)
    yield from (Named("community", (*field, "estate"), one.estate) for field, one in _commitments(dataset.community))
    for index, exemption in enumerate(dataset.community.exemptions):
        yield Named("community", ("exemptions", index, "estate"), exemption.estate)
    for index, one in enumerate(dataset.community.payment_rules):
        yield Named("community", ("payment_rules", index, "estate"), one.estate)


def buildings_of(record: Record) -> Iterator[tuple[Field, str]]:
    yield from ((("buildings", index), building) for index, building in enumerate(record.buildings))
    match record:
        case Statement():
            yield from ((("by_building", i, "building"), one.building) for i, one in enumerate(record.by_building))
        case Project() if record.apportionment:
            field: Field = ("apportionment", "by_building")
            for index, one in enumerate(record.apportionment.by_building):
                yield (*field, index, "building"), one.building


def references(dataset: Dataset) -> Iterator[Named]:
    """Every field that names a record, with the folder it must lie in."""
    for record in dataset.records:
        yield from (Named(record, field, name, folder) for field, name, folder in _references_of(record))
    for place, own in _commitments(dataset.community):
        yield Named("community", (*place, "resolution"), own.resolution, "resolutions")
    for index, exemption in enumerate(dataset.community.exemptions):
        yield Named("community", ("exemptions", index, "resolution"), exemption.resolution, "resolutions")
    yield from _references_of_management(dataset.community)
    for index, estate in enumerate(dataset.community.estates):
        for number, item in enumerate(estate.income_items):
            field: Field = ("estates", index, "income_items", number, "resolution")
            yield Named("community", field, item.resolution, "resolutions")
    yield from _references_of_bodies(dataset)


def _references_of_management(community: Community) -> Iterator[Named]:
    for index, estate in enumerate(community.estates):
        field: Field = ("estates", index, "management_resolution")
        yield Named("community", field, estate.management_resolution, "resolutions")
    for index, one in enumerate(community.payment_rules):
        yield Named("community", ("payment_rules", index, "resolution"), one.resolution, "resolutions")


def _references_of_seals(dataset: Dataset) -> Iterator[Named]:
    for index, seal in enumerate(dataset.seals):
        yield Named("bodies", ("seals", index, "notice"), seal.notice, "notices")
        for place, spell in enumerate(seal.custody):
            yield Named("bodies", ("seals", index, "custody", place, "handover"), spell.handover, "handovers")


def _references_of_bodies(dataset: Dataset) -> Iterator[Named]:
    for index, body in enumerate(dataset.bodies):
        field: Field = ("bodies", index)
        if body.allowance:
            yield Named("bodies", (*field, "allowance", "resolution"), body.allowance.resolution, "resolutions")
        for place, post in enumerate(body.posts):
            yield Named("bodies", (*field, "posts", place, "end_notice"), post.end_notice, "notices")
        if body.term and body.term.handover:
            yield Named("bodies", (*field, "term", "handover", "record"), body.term.handover.record, "handovers")
    yield from _references_of_seals(dataset)
    for index, contract in enumerate(dataset.contracts):
        yield Named("bodies", ("contracts", index, "resolution"), contract.resolution, "resolutions")
        if contract.selection:
            yield Named("bodies", ("contracts", index, "selection", "notice"), contract.selection.notice, "notices")
        if contract.handover:
            yield Named("bodies", ("contracts", index, "handover", "record"), contract.handover.record, "handovers")


def _references_of(record: Record) -> Iterator[tuple[Field, str, str]]:
    yield from ((("related", index, "record"), one.record, "") for index, one in enumerate(record.related))
    if own := REFERENCES.get(type(record)):
        yield from own(record)


def _references_of_meeting(meeting: Meeting) -> Iterator[tuple[Field, str, str]]:
    yield ("notice",), meeting.notice, "notices"
    for index, item in enumerate(meeting.agenda):
        yield ("agenda", index, "resolution"), item.resolution, "resolutions"


def _references_of_resolution(resolution: Resolution) -> Iterator[tuple[Field, str, str]]:
    yield ("meeting",), resolution.meeting, "meetings"
    yield ("notice",), resolution.notice, "notices"
    yield ("proposal",), resolution.proposal, "notices"
    yield ("audit",), resolution.audit, ""
    yield ("authorised_by",), resolution.authorised_by, "resolutions"


def _references_of_review(review: Review) -> Iterator[tuple[Field, str, str]]:
    yield ("meeting",), review.meeting, "meetings"


def _references_of_statement(statement: Statement) -> Iterator[tuple[Field, str, str]]:
    if statement.restatement:
        yield ("restatement", "resolution"), statement.restatement.resolution, "resolutions"


def _references_of_project(project: Project) -> Iterator[tuple[Field, str, str]]:
    if project.plan:
        yield ("plan", "notice"), project.plan.notice, "notices"
    if project.decision:
        yield ("decision", "resolution"), project.decision.resolution, "resolutions"
    if project.apportionment:
        yield ("apportionment", "resolution"), project.apportionment.resolution, "resolutions"
    for index, draw in enumerate(project.draws):
        yield ("draws", index, "statement"), draw.statement, "finances"
    yield ("completion_notice",), project.completion_notice, "notices"


def _references_of_matter(matter: Matter) -> Iterator[tuple[Field, str, str]]:
    yield ("origin", "record"), matter.origin.record, ""
    for index, option in enumerate(matter.options):
        yield ("options", index, "decided_in"), option.decided_in, ""
    for index, talks in enumerate(matter.rounds):
        yield ("rounds", index, "record"), talks.record, ""
    for index, step in enumerate(matter.steps):
        yield from ((("steps", index, "evidence", place), one, "") for place, one in enumerate(step.evidence))
    yield from ((("records", index), one, "") for index, one in enumerate(matter.records))


def _references_of_finding(finding: SupervisionFinding) -> Iterator[tuple[Field, str, str]]:
    yield from ((("points_to", index, "record"), one.record, "") for index, one in enumerate(finding.points_to))
    yield ("proof", "record"), finding.proof.record if finding.proof else "", ""


def _references_of_election(election: Election) -> Iterator[tuple[Field, str, str]]:
    yield ("notice",), election.notice, "notices"
    yield ("resolution",), election.resolution, "resolutions"
    if election.candidates:
        yield ("candidates", "notice"), election.candidates.notice, "notices"
    yield from ((("offices", index, "meeting"), one.meeting, "meetings") for index, one in enumerate(election.offices))


def _references_of_handover(handover: HandoverList) -> Iterator[tuple[Field, str, str]]:
    yield from ((("items", index, "record"), one.record, "") for index, one in enumerate(handover.items))


def _references_of_notice(notice: Notice) -> Iterator[tuple[Field, str, str]]:
    if notice.audit:
        for index, one in enumerate(notice.audit.statements):
            yield ("audit", "statements", index), one, "finances"
        for index, exception in enumerate(notice.audit.exceptions):
            yield ("audit", "exceptions", index, "finding"), exception.finding, "findings"


REFERENCES: dict[type[Record], Callable[[Any], Iterator[tuple[Field, str, str]]]] = {
    Notice: _references_of_notice,
    Meeting: _references_of_meeting,
    Resolution: _references_of_resolution,
    Review: _references_of_review,
    Statement: _references_of_statement,
    Project: _references_of_project,
    Matter: _references_of_matter,
    SupervisionFinding: _references_of_finding,
    Election: _references_of_election,
    HandoverList: _references_of_handover,
}
"""What records of each kind name beside their related records: field, id, and the folder it must lie in, if any."""


def _bodies_of_handover(handover: HandoverList) -> Iterator[tuple[Field, str]]:
    yield ("handed_by",), handover.handed_by
    yield ("received_by",), handover.received_by
    yield ("supervised_by",), handover.supervised_by
    yield from ((("items", index, "answered_by"), one.answered_by) for index, one in enumerate(handover.items))


def _bodies_of_notice(notice: Notice) -> Iterator[tuple[Field, str]]:
    if notice.audit:
        yield ("audit", "auditor"), notice.audit.auditor
        yield ("audit", "of"), notice.audit.of
        yield ("audit", "keeper"), notice.audit.keeper


BODIES: dict[type[Record], Callable[[Any], Iterator[tuple[Field, str]]]] = {
    Notice: _bodies_of_notice,
    Meeting: _bodies_of_meeting,
    Resolution: _bodies_of_resolution,
    Matter: _bodies_of_matter,
    Review: _bodies_of_review,
    SupervisionFinding: _bodies_of_finding,
    Election: _bodies_of_election,
    HandoverList: _bodies_of_handover,
}
"""The bodies that records of each kind name beside those of the envelope."""
