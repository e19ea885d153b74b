"""References: whatever is named exists."""

from collections.abc import Iterator

from noticeboard.findings import Severity
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.rules.rule import Breach, Field, at, rule
from noticeboard.today import Today

ERROR = Severity.ERROR


def _bodies_of(record: Record) -> Iterator[tuple[Field, str]]:
    """Every field of a record that names a body."""
    yield ("publisher",), record.publisher
    yield ("on_behalf_of",), record.on_behalf_of
    for name in ("body", "decided_by", "chaired_by"):
        yield (name,), getattr(record, name, "")
    if record.posting and record.posting.objection:
        yield ("posting", "objection", "to"), record.posting.objection.to
    for index, item in enumerate(getattr(record, "agenda", ())):
        yield ("agenda", index, "follow_up"), item.follow_up
    for index, task in enumerate(getattr(record, "tasks", ())):
        yield ("tasks", index, "owner"), task.owner
    for index, subject in enumerate(getattr(record, "reviewed", ())):
        yield ("reviewed", index, "body"), subject.body
    if implementation := getattr(record, "implementation", None):
        yield ("implementation", "by"), implementation.by


@rule(ERROR)
def body_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record names a body that bodies.yaml does not list.

    Residents must be able to see who published, decided or has to act.
    """
    for record in dataset.records:
        for field, body in _bodies_of(record):
            if body and body not in dataset.body_by_id:
                yield at(record, *field, found=body)
