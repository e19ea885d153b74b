"""References: whatever is named exists."""

from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.resolution import Resolution
from noticeboard.records.table import Register
from noticeboard.rules import named
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_file, at_row, rule
from noticeboard.today import Today

MOST_LISTED = 10


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


def _titled(register: Register, column: str) -> dict[str, Words]:
    """A column as its header says it."""
    field = schemas.columns(register.schema)[column]
    return {"field_zh": Words(f"“{field['title']}”一栏"), "field_en": Words(field["x-en"][0])}


@rule(ERROR)
def body_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body is named that bodies.yaml does not list.

    Residents must be able to see who published, decided or has to act.
    """
    known = _listed(dataset)
    by_kind = {body.kind: body.id for body in dataset.bodies if not body.until}  # the ids of our examples are kinds
    for where, field, body, _ in named.bodies(dataset):
        if body and body not in dataset.body_by_id:
            yield at(where, *field, found=body, **meant(body, dataset.body_by_id, by_kind), **known)
    for register, line, body, column in _cells(dataset, "body"):
        if body not in dataset.body_by_id:
            yield at_row(register, line, found=body, **_titled(register, column),
                         **meant(body, dataset.body_by_id, by_kind), **known)  # fmt: skip


def _listed(dataset: Dataset) -> dict[str, Words]:
    """The ids that there are and whose they are, ten at most."""
    listed = [(body.id, body.short_name or body.name) for body in dataset.bodies[:MOST_LISTED]]
    more_zh, more_en = ("等", " and more") if len(dataset.bodies) > MOST_LISTED else ("", "")
    return {
        "known_zh": Words("、".join(f"{id_}（{name}）" for id_, name in listed) + more_zh),
        "known_en": Words(", ".join(f"{id_} ({name})" for id_, name in listed) + more_en),
    }


@rule(ERROR)
def estate_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An estate is named that community.yaml does not list.

    The record would stand on no estate's page.
    """
    known = "、".join(dataset.estate_by_id)
    for where, field, estate, _ in named.estates(dataset):
        if estate and estate not in dataset.estate_by_id:
            yield at(where, *field, found=estate, known=known)
    for cell in _cells(dataset, "estate"):
        if cell.name not in dataset.estate_by_id:
            yield at_row(cell.register, cell.line, found=cell.name, **_titled(cell.register, cell.column), known=known)


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
        for field, building in named.buildings_of(record):
            if building not in dataset.building_by_id:
                yield at(record, *field, found=building)
    for index, board in enumerate(dataset.community.boards):
        if board.building and board.building not in dataset.building_by_id:
            yield at("community", "boards", index, "building", found=board.building)
    for cell in _cells(dataset, "building"):
        if cell.name not in dataset.building_by_id:
            yield at_row(cell.register, cell.line, found=cell.name, **_titled(cell.register, cell.column))


@rule(ERROR)
def board_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A register names a notice board that community.yaml does not list.

    Nobody could go there and look.
    """
    known = {one.id for one in dataset.community.boards}
    for cell in _cells(dataset, "board"):
        if cell.name not in known:
            yield at_row(cell.register, cell.line, found=cell.name, **_titled(cell.register, cell.column))


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


def _exists(dataset: Dataset, record_id: str) -> bool:
    return record_id in dataset.by_id or record_id in dataset.unread


@rule(ERROR)
def record_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record is named that does not exist.

    The link on the page would lead nowhere. A record whose file exists but cannot be read is not unknown.
    """
    for where, field, name, _ in named.references(dataset):
        if name and not _exists(dataset, name):
            yield at(where, *field, found=name)
    for table, line, name in _in_tables(dataset):
        if not _exists(dataset, name):
            yield at_row(table, line, found=name)


def _in_tables(dataset: Dataset) -> Iterator[tuple[Record | Register, int, str]]:
    """Every record that is named in a ledger or register, with where it is."""
    for statement, ledger in dataset.with_ledger():
        for column in ("decision", "project"):
            cells = zip(ledger.lines, ledger.column(column), strict=True)
            yield from ((statement, line, name) for line, name in cells if name)
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
    for where, field, name, folder in named.references(dataset):
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
    for record, field, name, resolution_id in _motions_named(dataset):
        resolution = dataset.by_id.get(resolution_id)
        if name and isinstance(resolution, Resolution) and name not in _motions(resolution):
            yield at(record, *field, found=name, record=resolution.id)
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
    for election in dataset.elections:
        yield election, ("motion",), election.motion, election.resolution


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
