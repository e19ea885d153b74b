"""What only the owners decide together."""

from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.law import voting
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today

OWNERS_MATTERS = frozenset(schemas.labels()["resolution.motions.matter"]) - {
    "committee-matter", "residents-matter", "opinion-poll",
}  # fmt: skip


def _taken_from_owners(dataset: Dataset) -> Iterator[tuple[Resolution, Field, Motion]]:
    """What a committee decided though the law gives it to the owners."""
    for resolution in dataset.resolutions:
        body = dataset.body_by_id.get(resolution.decided_by)
        if resolution.withdrawn or not body or body.kind not in voting.COMMITTEES or resolution.form in voting.POLLS:
            continue
        for index, motion in enumerate(resolution.motions):
            if motion.matter in OWNERS_MATTERS and motion.result in ("passed", "chosen"):
                yield resolution, ("motions", index, "matter"), motion


def _of_owners(motion: Motion) -> dict[str, object]:
    zh, en = schemas.labels()["resolution.motions.matter"][motion.matter]
    return {"motion": motion.title, "matter_zh": Words(zh), "matter_en": Words(en)}


@rule(WARNING, catalogue="VOTE-10", parameters=("vote.owners.ordinary",))
def committee_decided_for_owners(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee decided what the owners decide together, and no authorisation of theirs is to be seen.

    It carries out decisions; what the owners entrust to it they entrust by a decision.
    """
    law = law_of(dataset.community)
    for resolution, field, motion in _taken_from_owners(dataset):
        asked = law.provision("vote.owners.ordinary", decided_on=resolution.decided_on)
        if asked and not resolution.authorised_by:
            yield at(resolution, *field, **_of_owners(motion)).under(asked)


@rule(WARNING, catalogue="VOTE-10", parameters=("vote.committee_may_decide",))
def owners_matter_delegated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A committee decided what the law of the place does not let owners entrust to it.

    Judged only where the law says which matters may be entrusted, or that none may.
    """
    law = law_of(dataset.community)
    for resolution, field, motion in _taken_from_owners(dataset):
        may = law.provision("vote.committee_may_decide", decided_on=resolution.decided_on)
        if may and resolution.authorised_by and motion.matter not in may.value:
            yield at(resolution, *field, **_of_owners(motion)).under(may)
