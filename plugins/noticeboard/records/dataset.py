"""All records of one community, with look-ups. No I/O."""

import copy
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from noticeboard.records import codes
from noticeboard.records.bodies import Acknowledgements, Bodies, Body, Responsibilities, Responsibility
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.erasure import Erasure, Erasures
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.handover import HandoverList
from noticeboard.records.matter import Matter
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.project import Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Ledger, Statement
from noticeboard.records.table import Register

R = TypeVar("R", bound=Record)
T = TypeVar("T")

WHOLE_COMMUNITY = "community"
"""Stands for an estate in the key and address of what concerns the whole community."""


class Dataset:
    """One community. Records are sorted by id.

    `unread` are ids of records whose files exist and cannot be read: they may
    be referred to, but nothing is known about them; `unread_ledgers` are ids of
    statements of whose ledgers the same is true. `registers` are by name.
    `files` are the paths of the attachments, relative to the community's folder,
    `digests` the SHA-256 of those for which a list of a handover states one.
    """

    def __init__(  # noqa: PLR0913  a community has that many parts
        self,
        slug: str,
        community: Community,
        bodies: Bodies,
        *,
        responsibilities: Responsibilities | None = None,
        acknowledged: Acknowledgements | None = None,
        erased: Erasures | None = None,
        records: Iterable[Record] = (),
        ledgers: dict[str, Ledger] | None = None,
        registers: dict[str, Register] | None = None,
        files: Iterable[str] = (),
        digests: dict[str, str] | None = None,
        unread: Iterable[str] = (),
        unread_ledgers: Iterable[str] = (),
    ) -> None:
        self.slug = slug
        self.community = community
        self.bodies = bodies.bodies
        self.contracts = bodies.contracts
        self.seals = bodies.seals
        self.responsibilities = responsibilities.responsibilities if responsibilities else ()
        self.acknowledged = acknowledged.acknowledged if acknowledged else ()
        self.erased = erased.erased if erased else ()
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self.ledgers = ledgers or {}
        self.registers = registers or {}
        self.files = frozenset(files)
        self.digests = digests or {}
        self.unread = frozenset(unread)
        self.unread_ledgers = frozenset(unread_ledgers)

        self._derived: dict[Any, Any] = {}

    def replaced(self, **parts: Any) -> "Dataset":
        """This community with some parts replaced, and nothing found out about it yet."""
        made = copy.copy(self)
        kept = {
            name: value
            for name, value in vars(self).items()
            if not isinstance(getattr(Dataset, name, None), cached_property)
        }
        made.__dict__ = kept | parts | {"_derived": {}}
        return made

    def derive(self, make: Callable[..., T], *about: Any) -> T:
        """What `make` finds out about this dataset (and `about`), found out once; rules and pages share it."""
        key = (make, *about)
        if key not in self._derived:
            self._derived[key] = make(self, *about)
        found: T = self._derived[key]
        return found

    def has_unread(self, folder: str) -> bool:
        """Whether a record of a folder cannot be read, so that nobody knows what it says."""
        return any(record.startswith(f"{folder}/") for record in self.unread)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one kind."""
        return tuple(record for record in self.records if type(record) is kind)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        return self.of(Notice)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        return self.of(Meeting)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        return self.of(Resolution)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return self.of(Statement)

    def with_ledger(self) -> Iterator[tuple[Statement, Ledger]]:
        """The statements that have a ledger, each with it."""
        return ((one, self.ledgers[one.id]) for one in self.statements if one.id in self.ledgers)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        return self.of(Project)

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        return self.of(Matter)

    @cached_property
    def supervision_findings(self) -> tuple[SupervisionFinding, ...]:
        return self.of(SupervisionFinding)

    @cached_property
    def elections(self) -> tuple[Election, ...]:
        return self.of(Election)

    @cached_property
    def handovers(self) -> tuple[HandoverList, ...]:
        return self.of(HandoverList)

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        return self.of(Review)

    @cached_property
    def matters_of(self) -> dict[str, tuple[Matter, ...]]:
        """Record id to the matters that are told by it."""
        found: dict[str, list[Matter]] = {}
        for matter in self.matters:
            for record in matter.named():
                found.setdefault(record, []).append(matter)
        return {record: tuple(matters) for record, matters in found.items()}

    @cached_property
    def by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def body_by_id(self) -> dict[str, Body]:
        return {body.id: body for body in self.bodies}

    def kind_of(self, body_id: str) -> str:
        """A body's kind; empty where nothing is known of it."""
        body = self.body_by_id.get(body_id)
        return body.kind if body else ""

    @cached_property
    def estate_by_id(self) -> dict[str, Estate]:
        return {estate.id: estate for estate in self.community.estates}

    @cached_property
    def building_by_id(self) -> dict[str, tuple[Estate, Building]]:
        return {building.id: (estate, building) for estate in self.community.estates for building in estate.buildings}

    def building(self, building_id: str) -> str:
        """A building's name; its id where nothing is known of it."""
        found = self.building_by_id.get(building_id)
        return found[1].name if found else building_id

    def troubles_in(self, estate_id: str) -> tuple[Responsibility, ...]:
        """Whom to ask in an estate, one entry for each trouble: its own goes before that of the whole community."""
        own = {one.trouble for one in self.responsibilities if one.estate == estate_id}
        return tuple(
            one
            for one in self.responsibilities
            if one.estate == estate_id or (not one.estate and one.trouble not in own)
        )

    def estate_of(self, record: Record) -> str:
        """The estate that a record concerns: its own, the only one, or the whole community."""
        if record.estate:
            return record.estate
        estates = self.community.estates
        return estates[0].id if len(estates) == 1 else WHOLE_COMMUNITY

    @cached_property
    def funds(self) -> dict[tuple[str, str], tuple[Statement, ...]]:
        """(estate, fund) to its statements, by period."""
        series: dict[tuple[str, str], list[Statement]] = {}
        for statement in sorted(self.statements, key=lambda one: (one.period.start, one.period.until, one.id)):
            series.setdefault((self.estate_of(statement), statement.fund), []).append(statement)
        return {key: tuple(statements) for key, statements in sorted(series.items())}

    @cached_property
    def standing(self) -> dict[tuple[str, str], tuple[Statement, ...]]:
        """As `funds`, of the statements that still stand: neither withdrawn nor replaced by another one."""
        replaced = {one.record for statement in self.statements for one in statement.related if one.how == "replaces"}
        standing = {
            key: tuple(one for one in statements if not one.withdrawn and one.id not in replaced)
            for key, statements in self.funds.items()
        }
        return {key: statements for key, statements in standing.items() if statements}

    @cached_property
    def codes(self) -> dict[str, str]:
        """Record id to the code that is printed on paper; those of erased records stand for ever, too."""
        gone = {one.record: one.code or codes.code(f"{self.slug}/{one.record}") for one in self.erased}
        return gone | {record.id: record.code or codes.code(f"{self.slug}/{record.id}") for record in self.records}

    @cached_property
    def erasures(self) -> dict[str, list[Erasure]]:
        """Record id to what had to go of it, in order; of records without a file, nothing is left."""
        found: dict[str, list[Erasure]] = {}
        for one in self.erased:
            found.setdefault(one.record, []).append(one)
        return found

    @cached_property
    def building_codes(self) -> dict[str, str]:
        """Building id to the code on its wall."""
        return {building: codes.of_building(self.slug, building) for building in self.building_by_id}

    def referring_to(self, record_id: str) -> Iterator[Record]:
        """Records that name this one among their related records."""
        return iter(self._referring.get(record_id, ()))

    @cached_property
    def _referring(self) -> dict[str, list[Record]]:
        referring: dict[str, list[Record]] = {}
        for record in self.records:
            for relation in record.related:
                referring.setdefault(relation.record, []).append(record)
        return referring
