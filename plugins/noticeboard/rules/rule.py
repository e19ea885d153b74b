"""What a rule is: a small function that yields the places where it is broken."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from noticeboard.findings import Severity
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.today import Today

Field = tuple[str | int, ...]


class Breach(NamedTuple):
    """One place where a rule is broken.

    `record` is a record's id or the name of a single file. `row` is a physical
    line of the record's ledger, where the breach is there and not in the record.
    """

    record: str
    field: Field
    values: dict[str, str]
    row: int | None = None


Check = Callable[[Dataset, Today], Iterator[Breach]]


class Rule(NamedTuple):
    """`id` is the readable name. The first line of the docstring says the bad state.

    `acknowledgeable` errors may be published once the community answers for them.
    `basis` is the article of law or the convention, `catalogue` the id in the
    catalogue of rules, each empty where there is none.
    """

    id: str
    severity: Severity
    check: Check
    acknowledgeable: bool
    basis: str
    catalogue: str

    @property
    def doc(self) -> str:
        return (self.check.__doc__ or "").strip()


def rule(
    severity: Severity, *, acknowledgeable: bool = False, basis: str = "", catalogue: str = ""
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its id is the function's name with hyphens."""

    def made(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        may = acknowledgeable or severity is not Severity.ERROR
        return Rule(name, severity, check, may, basis, catalogue)

    return made


def at(record: Record | str, /, *field: str | int, **values: object) -> Breach:
    """A breach in a field of a record (or of a single file, by its name)."""
    return Breach(record if isinstance(record, str) else record.id, field, _texts(values))


def at_row(record: Record, line: int, /, **values: object) -> Breach:
    """A breach on a physical line of a record's ledger."""
    return Breach(record.id, (), _texts(values), line)


def _texts(values: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}
