"""References: whatever is named exists."""

from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.records.community import Commitment, Community
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement
from noticeboard.records.table import Register
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_file, at_row, rule
from noticeboard.today import Today

MOST_LISTED = 10


class Named(NamedTuple):
    """Something named in a field of a record or single file; `folder` is where it must lie, if anywhere."""

    where: Record | str
    field: Field
    name: str
    folder: str = ""


class Cell(NamedTuple):
    """A cell of a register that names something."""

    register: Register
    line: int
    name: str
    column: str


def _cells(dataset: Dataset, refers: str) -> Iterator[Cell]:
    """Every cell that names a `record`, `body`, `building`, `estate`, `board` or an entry of `registers/<kind>`."""
    for register in dataset.registers.values():
        for name, field in schemas.columns(register.schema).items():
            if refers == ("record" if field.get("x-scalar") == "reference" else field.get("x-refers")):
                for line, cell in zip(register.lines, register.column(name), strict=True):
                    if cell:
                        yield Cell(register, line, cell, name)


def _bodies(dataset: Dataset) -> Iterator[Named]:
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


def _bodies_of(record: Record) -> Iterator[tuple[Field, str]]:
    yield ("publisher",), record.publisher
    yield ("on_behalf_of",), record.on_behalf_of
    if record.posting and record.posting.objection:
        yield ("posting", "objection", "to"), record.posting.objection.to
    match record:
        case Meeting():
            yield ("body",), record.body
            yield from ((("agenda", index, "follow_up"), item.follow_up) for index, item in enumerate(record.agenda))
        case Resolution():
            yield ("decided_by",), record.decided_by
            yield ("implementation", "by"), record.implementation.by if record.implementation else ""
        case Matter():
            yield from _bodies_of_matter(record)
        case Review():
            yield ("chaired_by",), record.chaired_by
            yield from ((("tasks", index, "owner"), task.owner) for index, task in enumerate(record.tasks))
            yield from ((("reviewed", index, "body"), one.body) for index, one in enumerate(record.reviewed))
        case SupervisionFinding():
            yield ("raised_by",), record.raised_by
            yield ("concerns",), record.concerns
            yield from ((("rechecked", index, "by"), one.by) for index, one in enumerate(record.rechecked))


def _bodies_of_matter(matter: Matter) -> Iterator[tuple[Field, str]]:
    yield ("lead",), matter.lead
    yield from ((("supervised_by", index), body) for index, body in enumerate(matter.supervised_by))
    yield from ((("steps", index, "by"), step.by) for index, step in enumerate(matter.steps))
    yield from ((("calls", index, "to"), call.to) for index, call in enumerate(matter.calls))
    if matter.next:
        yield ("next", "by"), matter.next.by


@rule(ERROR)
def body_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body is named that bodies.yaml does not list.

    Residents must be able to see who published, decided or has to act.
    """
    known = _listed(dataset)
    for where, field, body, _ in _bodies(dataset):
        if body and body not in dataset.body_by_id:
            yield at(where, *field, found=body, **meant(body, dataset.body_by_id), **known)
    for register, line, body, column in _cells(dataset, "body"):
        if body not in dataset.body_by_id:
            yield at_row(register, line, field=Words(column), found=body,
                         **meant(body, dataset.body_by_id), **known)  # fmt: skip


def _listed(dataset: Dataset) -> dict[str, Words]:
    """The ids that there are and whose they are, ten at most."""
    named = [(body.id, body.short_name or body.name) for body in dataset.bodies[:MOST_LISTED]]
    more_zh, more_en = ("等", " and more") if len(dataset.bodies) > MOST_LISTED else ("", "")
    return {
        "known_zh": Words("、".join(f"{id_}（{name}）" for id_, name in named) + more_zh),
        "known_en": Words(", ".join(f"{id_} ({name})" for id_, name in named) + more_en),
    }


def _estates(dataset: Dataset) -> Iterator[Named]:
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


@rule(ERROR)
def estate_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An estate is named that community.yaml does not list.

    The record would stand on no estate's page.
    """
    known = "、".join(dataset.estate_by_id)
    for where, field, estate, _ in _estates(dataset):
        if estate and estate not in dataset.estate_by_id:
            yield at(where, *field, found=estate, known=known)
    for cell in _cells(dataset, "estate"):
        if cell.name not in dataset.estate_by_id:
            yield at_row(cell.register, cell.line, field=Words(cell.column), found=cell.name, known=known)


@rule(WARNING)
def estate_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record concerns buildings of one estate only, and does not name the estate.

    Without it the record counts as one of the whole community. Buildings of
    several estates are no fault: then the whole community is right.
    """
    if len(dataset.community.estates) == 1:
        return
    for record in dataset.records:
        estates = {dataset.building_by_id[name][0].id for name in record.buildings if name in dataset.building_by_id}
        if not record.estate and len(estates) == 1:
            yield at(record, "buildings", estate=estates.pop())


@rule(ERROR)
def building_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A building is named that community.yaml does not list.

    Each building has its own page behind the QR code at its door; the record would be missing there.
    """
    for record in dataset.records:
        for field, building in _buildings_of(record):
            if building not in dataset.building_by_id:
                yield at(record, *field, found=building)
    for index, board in enumerate(dataset.community.boards):
        if board.building and board.building not in dataset.building_by_id:
            yield at("community", "boards", index, "building", found=board.building)
    for cell in _cells(dataset, "building"):
        if cell.name not in dataset.building_by_id:
            yield at_row(cell.register, cell.line, field=Words(cell.column), found=cell.name)


@rule(ERROR)
def board_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A register names a notice board that community.yaml does not list.

    Nobody could go there and look.
    """
    known = {one.id for one in dataset.community.boards}
    for cell in _cells(dataset, "board"):
        if cell.name not in known:
            yield at_row(cell.register, cell.line, field=Words(cell.column), found=cell.name)


def _buildings_of(record: Record) -> Iterator[tuple[Field, str]]:
    yield from ((("buildings", index), building) for index, building in enumerate(record.buildings))
    match record:
        case Statement():
            yield from ((("by_building", i, "building"), one.building) for i, one in enumerate(record.by_building))
        case Project() if record.apportionment:
            field: Field = ("apportionment", "by_building")
            for index, one in enumerate(record.apportionment.by_building):
                yield (*field, index, "building"), one.building


@rule(ERROR)
def building_of_another_estate(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record names an estate and a building that stands in another one.

    One of the two is wrong, and residents of one estate would miss it.
    """
    places = {(estate.id, building.id) for estate in dataset.community.estates for building in estate.buildings}
    for record in dataset.records:
        for index, building in enumerate(record.buildings if record.estate in dataset.estate_by_id else ()):
            if building in dataset.building_by_id and (record.estate, building) not in places:
                right = dataset.building_by_id[building][0].id
                yield at(record, "buildings", index, found=building, estate=record.estate, right=right)


def _references(dataset: Dataset) -> Iterator[Named]:
    """Every field that names a record, with the folder it must lie in."""
    for record in dataset.records:
        yield from (Named(record, field, name, folder) for field, name, folder in _references_of(record))
    for place, own in _commitments(dataset.community):
        yield Named("community", (*place, "resolution"), own.resolution, "resolutions")
    for index, exemption in enumerate(dataset.community.exemptions):
        yield Named("community", ("exemptions", index, "resolution"), exemption.resolution, "resolutions")
    for index, estate in enumerate(dataset.community.estates):
        for number, item in enumerate(estate.income_items):
            field: Field = ("estates", index, "income_items", number, "resolution")
            yield Named("community", field, item.resolution, "resolutions")
    yield from _references_of_bodies(dataset)


def _references_of_bodies(dataset: Dataset) -> Iterator[Named]:
    for index, body in enumerate(dataset.bodies):
        field: Field = ("bodies", index)
        if body.allowance:
            yield Named("bodies", (*field, "allowance", "resolution"), body.allowance.resolution, "resolutions")
        for place, post in enumerate(body.posts):
            yield Named("bodies", (*field, "posts", place, "end_notice"), post.end_notice, "notices")
    for index, contract in enumerate(dataset.contracts):
        yield Named("bodies", ("contracts", index, "resolution"), contract.resolution, "resolutions")


def _references_of(record: Record) -> Iterator[tuple[Field, str, str]]:
    yield from ((("related", index, "record"), one.record, "") for index, one in enumerate(record.related))
    match record:
        case Meeting():
            yield ("notice",), record.notice, "notices"
            for index, item in enumerate(record.agenda):
                yield ("agenda", index, "resolution"), item.resolution, "resolutions"
        case Resolution():
            yield ("meeting",), record.meeting, "meetings"
            yield ("notice",), record.notice, "notices"
            yield ("proposal",), record.proposal, "notices"
            yield ("audit",), record.audit, ""
            yield ("authorised_by",), record.authorised_by, "resolutions"
        case Review():
            yield ("meeting",), record.meeting, "meetings"
        case Statement() if record.restatement:
            yield ("restatement", "resolution"), record.restatement.resolution, "resolutions"
        case Project() | Matter():
            yield from _references_of_story(record)
        case SupervisionFinding():
            yield from _references_of_finding(record)


def _references_of_story(record: Project | Matter) -> Iterator[tuple[Field, str, str]]:
    """Of what is told step by step, each step with its record."""
    return _references_of_project(record) if isinstance(record, Project) else _references_of_matter(record)


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


def _exists(dataset: Dataset, record_id: str) -> bool:
    return record_id in dataset.by_id or record_id in dataset.unread


@rule(ERROR)
def record_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record is named that does not exist.

    The link on the page would lead nowhere. A record whose file exists but cannot be read is not unknown.
    """
    for where, field, name, _ in _references(dataset):
        if name and not _exists(dataset, name):
            yield at(where, *field, found=name)
    for table, line, name in _in_tables(dataset):
        if not _exists(dataset, name):
            yield at_row(table, line, found=name)


def _in_tables(dataset: Dataset) -> Iterator[tuple[Record | Register, int, str]]:
    """Every record that is named in a ledger or register, with where it is."""
    for statement, ledger in dataset.with_ledger():
        for column in ("decision", "project"):
            named = zip(ledger.lines, ledger.column(column), strict=True)
            yield from ((statement, line, name) for line, name in named if name)
    yield from ((cell.register, cell.line, cell.name) for cell in _cells(dataset, "record"))


@rule(ERROR)
def register_entry_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A register names an entry of another register that is not there.

    What is told of a lift would stand beside no lift. Not judged while the other register cannot be read.
    """
    for kind in schemas.registers():
        other = f"{schemas.REGISTERS}/{kind}"
        register = dataset.registers.get(kind)
        known = set(register.column("id")) if register else set()
        title = dict(zip(("other_zh", "other_en"), (schemas.table(other)["title"], kind), strict=True))
        for cell in _cells(dataset, other) if other not in dataset.unread else ():
            if cell.name not in known:
                yield at_row(cell.register, cell.line, found=cell.name, **title)


@rule(ERROR)
def register_id_repeated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two rows of a register have the same id.

    Whoever names that id would mean either.
    """
    for register in dataset.registers.values():
        for name, field in schemas.columns(register.schema).items():
            if field.get("x-unique"):
                cells = register.column(name)
                repeated = [index for index, cell in enumerate(cells) if cell in cells[:index]]
                yield from (at_row(register, register.lines[index], found=cells[index]) for index in repeated)


@rule(ERROR)
def record_of_another_kind(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A field names a record of a kind that it is not for, such as a notice as the meeting.

    The page would call a notice a meeting.
    """
    for where, field, name, folder in _references(dataset):
        if name and folder and not name.startswith(f"{folder}/"):
            yield at(where, *field, found=name, folder=folder)


@rule(ERROR)
def record_related_to_itself(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record names itself among its related records.

    It is a copied line in which the id was not changed.
    """
    for record in dataset.records:
        for index, relation in enumerate(record.related):
            if relation.record == record.id:
                yield at(record, "related", index, "record", found=relation.record)


@rule(ERROR)
def motion_without_resolution(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An agenda item names a motion but no resolution.

    Motions are numbered within a resolution, so the number alone says nothing.
    """
    for meeting in dataset.meetings:
        for index, item in enumerate(meeting.agenda):
            if item.motion and not item.resolution:
                yield at(meeting, "agenda", index, "motion", found=item.motion)


@rule(ERROR)
def motion_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A motion is named that the resolution does not have.

    Residents could not follow the item to its vote.
    """
    for record, field, named, resolution_id in _motions_named(dataset):
        resolution = dataset.by_id.get(resolution_id)
        if named and isinstance(resolution, Resolution) and named not in _motions(resolution):
            yield at(record, *field, found=named, record=resolution.id)
    for resolution in dataset.resolutions:
        known = _motions(resolution)
        for index, motion in enumerate(resolution.motions):
            if motion.depends_on and motion.depends_on not in known - {motion.id}:
                yield at(resolution, "motions", index, "depends_on", found=motion.depends_on, record=resolution.id)

    yield from _unknown_in_ledgers(dataset)


def _unknown_in_ledgers(dataset: Dataset) -> Iterator[Breach]:
    """Entries that name a motion which their resolution does not have."""
    for statement, ledger in dataset.with_ledger():
        motions = ledger.column("motion")
        if not any(motions):
            continue
        for line, name, motion in zip(ledger.lines, ledger.column("decision"), motions, strict=True):
            resolution = dataset.by_id.get(name)
            if motion and isinstance(resolution, Resolution) and motion not in _motions(resolution):
                yield at_row(statement, line, field="motion", found=motion, record=resolution.id)


def _motions_named(dataset: Dataset) -> Iterator[tuple[Record, Field, str, str]]:
    """Where a motion is named: record, field, its id, and the id of its resolution."""
    for meeting in dataset.meetings:
        for index, item in enumerate(meeting.agenda):
            yield meeting, ("agenda", index, "motion"), item.motion, item.resolution
    for project in dataset.projects:
        if project.decision:
            yield project, ("decision", "motion"), project.decision.motion, project.decision.resolution
    for matter in dataset.matters:
        for index, option in enumerate(matter.options):
            yield matter, ("options", index, "motion"), option.motion, option.decided_in


def _motions(resolution: Resolution) -> set[str]:
    return {motion.id for motion in resolution.motions}


@rule(ERROR)
def attachment_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record names an attachment that is not there.

    The page would offer a download that fails.
    """
    for record in dataset.records:
        for index, attachment in enumerate(record.attachments):
            if attachment.file not in dataset.files:
                yield at(record, "attachments", index, "file", found=attachment.file)


@rule(WARNING)
def attachment_unused(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A file lies among the attachments and no record names it.

    Nobody would find it, and nobody has said what it is and that nothing
    personal is in it. Not judged while a record that may name it cannot be read.
    """
    if dataset.unread:
        return
    used = {attachment.file for record in dataset.records for attachment in record.attachments}
    for file in sorted(dataset.files - used):
        yield at_file(file, found=file)
