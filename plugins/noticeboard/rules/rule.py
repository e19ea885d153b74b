"""What a rule is: a small function that yields the places where it is broken."""

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from noticeboard.findings import Basis, Field, Severity, field_name, quoted
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.table import Register
from noticeboard.today import Today

ERROR = Severity.ERROR
WARNING = Severity.WARNING
INFO = Severity.INFO


class Words(str):
    """A value of our own making, told in whole; all others are quoted from the data and cut where they are long."""

    __slots__ = ()


class Breach(NamedTuple):
    """One place where a rule is broken.

    `record` is a record's id or the name of a single file. `row` is a physical
    line of the record's ledger or of the register, `file` an attachment, where the breach is there
    and not in the record. `basis` is what was not kept; where nobody has verified
    that it binds (`unverified`), the finding is only for clerks.
    """

    record: str
    field: Field
    values: dict[str, str]
    row: int | None = None
    file: str = ""
    basis: Basis | None = None
    unverified: bool = False

    def under(self, provision: Provision) -> "Breach":
        """The same breach, resting on a provision of law or of the community's own rules."""
        return self._replace(basis=provision.basis, unverified=not provision.binds)

    @property
    def path(self) -> str:
        """Where it stands, relative to the community's folder."""
        return self.file or f"{self.record}.{'yaml' if self.row is None else 'csv'}"


Check = Callable[[Dataset, Today], Iterator[Breach]]


class Rule(NamedTuple):
    """`id` is the readable name. The first line of the docstring says the bad state.

    `acknowledgeable` findings may stand once the community answers for them.
    `catalogue` are the ids in the catalogue of rules, `parameters` the names of
    what profiles fix and the rule asks for: there stand the articles of law.
    """

    id: str
    severity: Severity
    check: Check
    acknowledgeable: bool
    catalogue: tuple[str, ...]
    parameters: tuple[str, ...]

    @property
    def doc(self) -> str:
        return (self.check.__doc__ or "").strip()


def rule(
    severity: Severity,
    *,
    acknowledgeable: bool | None = None,
    catalogue: str = "",
    parameters: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its id is the function's name with hyphens.

    Unless it says otherwise, a warning may be acknowledged and an error may not.
    `catalogue` are ids with spaces between them.
    """

    def made(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        may = severity is not ERROR if acknowledgeable is None else acknowledgeable
        return Rule(name, severity, check, may, tuple(catalogue.split()), parameters)

    return made


def at(record: Record | str, /, *field: str | int, **values: object) -> Breach:
    """A breach in a field of a record (or of a single file, by its name)."""
    named = {"field": field_name(field)} if field else {}
    return Breach(record if isinstance(record, str) else record.id, field, named | _texts(values))


def at_row(record: Record | Register, line: int, /, **values: object) -> Breach:
    """A breach on a physical line of a record's ledger, or of a register."""
    return Breach(record.id, (), _texts(values), row=line)


def at_file(path: str, /, **values: object) -> Breach:
    """A breach that is a file itself; `path` is relative to the community's folder."""
    return Breach(path.rpartition(".")[0], (), _texts(values), file=path)


def compared(printed: Decimal, recounted: Decimal) -> dict[str, Decimal]:
    """What the report and the page say about a printed figure that the recount contradicts."""
    return {"printed": printed, "recounted": recounted, "difference": abs(printed - recounted)}


def rounded(rate: Fraction, printed: Decimal) -> Decimal:
    """`rate` with as many decimals as `printed` has, rounded half up."""
    unit = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return math.floor(rate / Fraction(unit) + Fraction(1, 2)) * unit


def _texts(values: dict[str, object]) -> dict[str, str]:
    return {name: str(value) if isinstance(value, Words) else quoted(str(value)) for name, value in values.items()}
