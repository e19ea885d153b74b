"""Lists of what is handed over: in time, whole, watched over by somebody else, with digests and balances that agree."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law import handovers
from noticeboard.law.handovers import State
from noticeboard.records.bodies import Seal
from noticeboard.records.dataset import Dataset
from noticeboard.records.handover import HandoverList
from noticeboard.records.statement import Statement
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, compared, rule
from noticeboard.today import Today

DAYS = (
    "committee.handover_days", "committee.handover_days_from_group", "committee.member_handover_days",
    "residents_committee.handover_days", "service.handover_days",
)  # fmt: skip
"""What fixes how long a handover may take."""


@rule(WARNING, catalogue="OC-16 PS-10 RC-10", parameters=DAYS)
def handover_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A handover was completed later than the law asks for.

    Until then whoever comes next has neither seals nor books.
    """
    for one in dataset.handovers:
        found, late = handovers.limit(dataset, one), handovers.days_late(dataset, one)
        if found and late:
            yield at(one, "completed_on", found=one.completed_on, due=found[0], late=late).under(found[1])


@rule(WARNING, catalogue="OC-16 PS-10 RC-10", parameters=DAYS)
def handover_overdue(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The time for handing over is past, and it is not told to be completed.

    The page says who holds back what.
    """
    for one in dataset.handovers:
        found = handovers.limit(dataset, one)
        if found and handovers.state(dataset, one, today) is State.OVERDUE:
            yield at(one, "since", body=_name(dataset, one.handed_by), due=found[0]).under(found[1])


@rule(WARNING, catalogue="OC-16 PS-10", parameters=("committee.handover_items", "service.handover_items"))
def handover_list_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something that the law names stands nowhere on the list.

    What is missing belongs on the list too, as missing.
    """
    for one in dataset.handovers:
        if found := handovers.left_out(dataset, one):
            names = [schemas.labels()["handed"][sort] for sort in found[0]]
            zh, en = "、".join(zh for zh, _ in names), ", ".join(en for _, en in names)
            yield at(one, "items", missing_zh=Words(zh), missing_en=Words(en)).under(found[1])


@rule(WARNING, catalogue="OC-16 PS-10")
def handover_item_without_answer(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something is missing, refused or only partly handed over, and nobody has to answer for it by a day.

    Without name and day it stays missing for ever.
    """
    for one in dataset.handovers:
        for index, item in enumerate(one.items):
            wanting = item.state in ("missing", "refused", "partly")
            if wanting and not (item.answered_by and item.due) and not item.note:
                yield at(one, "items", index, "state", what=item.what)


@rule(WARNING)
def handover_completed_with_items_awaited(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A handover is told to be completed while items are still awaited.

    What will not come is missing; what came is handed over.
    """
    for one in dataset.handovers:
        waiting = [index for index, item in enumerate(one.items) if item.state == "awaited"]
        if one.completed_on and waiting:
            yield at(one, "items", waiting[0], "state", what=one.items[waiting[0]].what, count=len(waiting))


@rule(ERROR)
def handed_over_to_itself(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Who hands over and who receives is the same body.

    One of the two is wrong; only members hand over within their own body, and say so by their post.
    """
    for one in dataset.handovers:
        if one.handed_by == one.received_by and one.occasion != "member-left":
            yield at(one, "received_by", body=_name(dataset, one.received_by))


@rule(WARNING)
def handover_watched_by_a_party(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Who watches over a handover hands over or receives itself.

    A third pair of eyes settles later quarrels.
    """
    for one in dataset.handovers:
        if one.supervised_by and one.supervised_by in (one.handed_by, one.received_by):
            yield at(one, "supervised_by", body=_name(dataset, one.supervised_by))


@rule(ERROR)
def handed_file_not_attached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The file of an item is not among the record's attachments.

    Only what is listed there, with a title, is published.
    """
    for one in dataset.handovers:
        attached = {attachment.file for attachment in one.attachments}
        for index, item in enumerate(one.items):
            if item.file and item.file not in attached:
                yield at(one, "items", index, "file", found=item.file)


@rule(ERROR)
def handed_file_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An attached file has another digest than the list states.

    It is not the file that was handed over, or it was changed since.
    """
    for one in dataset.handovers:
        for index, item in enumerate(one.items):
            found = dataset.digests.get(item.file)
            if item.sha256 and found and found != item.sha256:
                yield at(one, "items", index, "sha256", file=item.file, found=Words(found))


@rule(ERROR, acknowledgeable=True)
def handed_balance_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The balance handed over is another one than the statement closes with.

    The difference is somebody's money.
    """
    for one in dataset.handovers:
        for index, item in enumerate(one.items):
            statement = dataset.by_id.get(item.record)
            if isinstance(statement, Statement) and item.amount is not None and item.amount != statement.closing:
                figures = compared(item.amount, statement.closing)
                yield at(one, "items", index, "amount", record=statement.id, **figures)


@rule(WARNING, catalogue="SEAL-07")
def handover_without_a_seal(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A seal that the outgoing body kept is not on the list.

    Whoever keeps the seal keeps the say.
    """
    for one in dataset.handovers:
        if one.occasion in ("term-end", "group-formed", "election"):
            named = {item.seal for item in one.items}
            for seal in dataset.seals:
                if seal.id not in named and _kept(one, seal):
                    yield at(one, "items", seal=seal.name)


def _kept(one: HandoverList, seal: Seal) -> bool:
    """Whether the body that hands over kept the seal when it had to."""
    return any(
        spell.by == one.handed_by and spell.start <= one.since and (spell.until is None or spell.until >= one.since)
        for spell in seal.custody
    )


@rule(ERROR)
def handed_seal_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A list names a seal that bodies.yaml does not have.

    Nobody could follow who kept it before and after.
    """
    known = {seal.id: seal.name for seal in dataset.seals}
    listed = {
        "known_zh": Words("、".join(f"{id_}（{name}）" for id_, name in known.items()) or "无"),
        "known_en": Words(", ".join(f"{id_} ({name})" for id_, name in known.items()) or "none"),
    }
    for one in dataset.handovers:
        for index, item in enumerate(one.items):
            if item.seal and item.seal not in known:
                yield at(one, "items", index, "seal", found=item.seal, **listed)


def _name(dataset: Dataset, body_id: str) -> Words:
    body = dataset.body_by_id.get(body_id)
    return Words(body.name if body else body_id)
