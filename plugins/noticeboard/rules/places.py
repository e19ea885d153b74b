"""Places: file names, ids and addresses, all of which are for ever."""

from collections.abc import Iterable, Iterator

from noticeboard.findings import Field
from noticeboard.records.dataset import WHOLE_COMMUNITY, Dataset
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.matter import Matter
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement
from noticeboard.rules.rule import ERROR, Breach, at, rule
from noticeboard.today import Today

TAKEN = frozenset(BY_FOLDER) | {
    WHOLE_COMMUNITY, "attachments", "bodies", "building", "clock", "corrections", "democracies", "feed", "index",
    "registers", "responsibilities", "search", "systems", "turnout",
}  # fmt: skip
"""Second steps of addresses that the portal itself needs: /<community>/<estate>/ must be none of them."""


def _corrected(record: Record, *fields: str) -> bool:
    """Whether a correction changed one of `fields`; the file keeps its name then."""
    return any(field in fields for correction in record.corrections for field in correction.fields)


@rule(ERROR)
def file_name_without_date(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The file name of a notice or meeting does not begin with the record's date.

    The name becomes the address and never changes, so it must be right from the
    start. A date corrected later leaves the name as it was.
    """
    for record in dataset.records:
        day = record.date.isoformat()
        named = not BY_FOLDER[record.folder].dated or f"{record.stem}-".startswith(f"{day}-")
        if not named and not _corrected(record, "date"):
            yield at(record, "date", found=record.stem, right=day)


def _years(record: Record) -> Iterable[int]:
    """The years with which the file name of a record may begin; none where any name will do."""
    match record:
        case Resolution():
            voting = [record.voting.start.year] if record.voting else []
            return [record.decided_on.year, record.date.year, record.published.year, *voting]
        case Statement():
            return range(record.period.start.year, record.period.until.year + 1)
        case Review():
            return [record.year]
        case Project() | Matter() | SupervisionFinding() | Election() | HandoverList():
            return [record.date.year, record.published.year]
    return []


@rule(ERROR)
def file_name_without_year(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The file name of a record whose folder is kept by years does not begin with its year.

    The name becomes the address and never changes; a wrong year in it would mislead for ever.
    """
    for record in dataset.records:
        years = [str(year) for year in _years(record)]
        corrected = _corrected(record, "date", "decided_on", "period", "year", "voting", "published")
        if years and record.stem.partition("-")[0] not in years and not corrected:
            yield at(record, found=record.stem, right=years[0])


def _ids(dataset: Dataset) -> Iterator[tuple[Record | str, Field, list[str]]]:
    """Every list of things with ids: where it is and the ids in it."""
    community = dataset.community
    yield "community", ("estates",), [estate.id for estate in community.estates]
    yield "community", ("boards",), [board.id for board in community.boards]
    for index, estate in enumerate(community.estates):
        yield "community", ("estates", index, "income_items"), [item.id for item in estate.income_items]
    yield "bodies", ("bodies",), [body.id for body in dataset.bodies]
    yield "bodies", ("seals",), [seal.id for seal in dataset.seals]
    yield "responsibilities", ("responsibilities",), [trouble.id for trouble in dataset.responsibilities]
    for resolution in dataset.resolutions:
        yield resolution, ("motions",), [motion.id for motion in resolution.motions]
    for matter in dataset.matters:
        yield matter, ("options",), [option.id for option in matter.options]
        yield matter, ("steps",), [step.step for step in matter.steps]
    for review in dataset.reviews:
        yield review, ("reviewed",), [subject.id for subject in review.reviewed]
        yield review, ("problems",), [problem.id for problem in review.problems]
        yield review, ("tasks",), [task.id for task in review.tasks]


@rule(ERROR)
def id_repeated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two things of one list have the same id.

    Whoever names that id would mean either; buildings share one list over all estates.
    """
    for where, field, ids in _ids(dataset):
        yield from (at(where, *field, index, "id", found=ids[index]) for index in _repeats(ids))
    buildings = [
        (estate_index, index, building.id)
        for estate_index, estate in enumerate(dataset.community.estates)
        for index, building in enumerate(estate.buildings)
    ]
    for place in _repeats([building for _, _, building in buildings]):
        estate_index, index, building = buildings[place]
        yield at("community", "estates", estate_index, "buildings", index, "id", found=building)


def _repeats(ids: list[str]) -> Iterator[int]:
    """Indexes of ids that stood earlier in the list."""
    seen: set[str] = set()
    for index, one in enumerate(ids):
        if one in seen:
            yield index
        seen.add(one)


@rule(ERROR)
def code_repeated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two records have the same code on paper.

    Whoever scans it would be led to the wrong one. Codes are made from ids, so
    this is rarer than rare, unless `code` was copied from another record. Records of
    other communities count too; the portal compares those.
    """
    first = {code: building for building, code in dataset.building_codes.items()}
    for record in dataset.records:
        code = dataset.codes[record.id]
        if other := first.get(code):
            yield at(record, *(["code"] if record.code else []), found=code, other=other)
        first.setdefault(code, record.id)


@rule(ERROR)
def estate_id_taken(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The id of an estate is a word that the portal needs for its own addresses.

    The estate's funds would lie where another page already is.
    """
    for index, estate in enumerate(dataset.community.estates):
        if estate.id in TAKEN:
            yield at("community", "estates", index, "id", found=estate.id)
