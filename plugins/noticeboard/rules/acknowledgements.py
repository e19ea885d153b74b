"""Acknowledgements: what a community answers for is there, and answered anew in time."""

from collections.abc import Collection, Iterator, Mapping

from noticeboard.findings import Field
from noticeboard.records.bodies import Acknowledgement, Body, Responsibility
from noticeboard.records.community import Estate
from noticeboard.records.dataset import Dataset
from noticeboard.records.kinds import SINGLE_KINDS
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import WARNING, Breach, Rule, Words, at, rule
from noticeboard.today import Today

FILE = "acknowledged"

Answered = tuple[str, str, str]
"""The id of a rule, of a record or single file, and of the one entry there that is answered for, if it is one."""


def answers(dataset: Dataset) -> dict[Answered, Acknowledgement]:
    """Each answer by what it answers; of several the one that holds longest."""
    by_end = sorted(dataset.acknowledged, key=lambda one: one.until)
    return {_key(one): one for one in by_end}


def entry(dataset: Dataset, record: str, field: Field) -> str:
    """The id of the body, estate or responsibility that a field of a single file belongs to; empty elsewhere."""
    lists: dict[tuple[str, str], tuple[Body | Estate | Responsibility, ...]] = {
        ("bodies", "bodies"): dataset.bodies,
        ("community", "estates"): dataset.community.estates,
        ("responsibilities", "responsibilities"): dataset.responsibilities,
    }
    name, index = (*field, None, None)[:2]
    entries = lists.get((record, str(name)))
    return entries[index].id if entries and isinstance(index, int) else ""


def unmatched(
    dataset: Dataset, answered: Collection[Answered], answerable: Mapping[str, bool]
) -> Iterator[tuple[Rule, Breach]]:
    """Acknowledgements of anything but `answered`, each with the rule that it breaks.

    `answerable` says of everything that can be found whether it may be
    answered. Answers about what could not be judged are left aside.
    """
    records = _records(dataset)
    for index, one in enumerate(dataset.acknowledged):
        place = (FILE, "acknowledged", index)
        if one.rule not in answerable:
            near = meant(one.rule, (name for name, may in answerable.items() if may))
            yield acknowledgement_of_unknown_rule, at(*place, "rule", found=one.rule, **near)
        elif not answerable[one.rule]:
            yield acknowledgement_instead_of_mending, at(*place, "rule", rule=one.rule, record=one.record)
        elif one.record not in records:
            yield (
                acknowledgement_of_unknown_record,
                at(*place, "record", found=one.record, **_near(one.record, records)),
            )
        elif one.record not in dataset.unread | dataset.unread_ledgers and _key(one) not in answered:
            yield acknowledgement_without_finding, at(*place, "rule", rule=one.rule, record=one.record)


def _key(one: Acknowledgement) -> Answered:
    return one.rule, one.record, one.about


def _records(dataset: Dataset) -> set[str]:
    """Whatever a finding can be about: records, registers, single files, attachments."""
    attachments = {path.rpartition(".")[0] for path in dataset.files}
    singles = {kind.name for kind in SINGLE_KINDS}
    registers = {register.id for register in dataset.registers.values()}
    return {*dataset.by_id, *dataset.unread, *dataset.unread_ledgers, *registers, *singles, *attachments}


def _near(record: str, records: Collection[str]) -> dict[str, Words]:
    """What was meant by a name with its ending, or without its folder."""
    called = {one.rpartition("/")[2]: one for one in records}
    called |= {f"{name}.{ending}": one for name, one in called.items() for ending in ("yaml", "csv")}
    called |= {f"{one}.{ending}": one for one in records for ending in ("yaml", "csv")}
    return meant(record, records, called)


@rule(WARNING, acknowledgeable=False)
def acknowledgement_expired(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement is past its last day.

    It stays in force, so that nothing vanishes overnight; but an answer that
    nobody renews is no longer an answer.
    """
    last = answers(dataset)
    for index, one in enumerate(dataset.acknowledged):
        if last[_key(one)] is one and today.is_past(one.until):
            yield at(FILE, "acknowledged", index, "until", rule=one.rule, record=one.record, until=one.until)


@rule(WARNING, acknowledgeable=False)
def acknowledgement_of_unknown_rule(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement names a rule that does not exist.

    The finding that it was meant for stays unanswered.
    """
    yield from ()


@rule(WARNING, acknowledgeable=False)
def acknowledgement_instead_of_mending(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement names a rule whose findings can only be mended.

    Nothing but the file itself can be put right there, so no answer is heard.
    """
    yield from ()


@rule(WARNING, acknowledgeable=False)
def acknowledgement_of_unknown_record(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement names a record that does not exist.

    The finding that it was meant for stays unanswered.
    """
    yield from ()


@rule(WARNING, acknowledgeable=False)
def acknowledgement_without_finding(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An acknowledgement answers a finding that does not exist.

    Residents would read an apology for nothing. This rule and the three above are
    judged by what all the others found: `run` asks `unmatched` once they are through.
    """
    yield from ()
