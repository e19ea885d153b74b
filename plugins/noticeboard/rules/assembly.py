"""How owners come to decide: notice, agenda, and who is told."""

import datetime
from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.law.assemblies import (
    Call,
    calls,
    is_of_our_time,
    meeting_of,
    notice_of,
    owners_resolutions,
)
from noticeboard.law.days import days_between
from noticeboard.law.governing import Law, law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today

VOTED = frozenset({"passed", "failed", "chosen"})

NO_PLACE = frozenset({"written", "online"})
"""Forms of voting for which nobody has to come anywhere."""

CONTENTS = {
    "items": ("议题", "the items"),
    "content": ("议题的具体内容", "what each item is about"),
    "time": ("时间", "the time"),
    "place": ("地点", "the place"),
    "form": ("方式", "the form"),
}
"""What a notice of a meeting must say, as profiles name it."""


@rule(WARNING, catalogue="ASM-01", parameters=("assembly.notice_days", "assembly.special_notice_days"))
def assembly_called_at_short_notice(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Owners were called later than the law asks.

    Whoever is away needs the time to read, ask and send a proxy. The day of the notice does not count.
    """
    law = law_of(dataset.community)
    for call in dataset.derive(calls):
        needed = _notice_days(law, call)
        if needed is None or call.date is None:
            continue
        days = days_between(call.notice.published, call.date)
        if days < needed.value:
            breach = at(call.notice, "published", start=call.date, days=max(days, 0), needed=needed.value)
            yield breach.under(needed)


def _notice_days(law: Law, call: Call) -> Provision | None:
    day = call.notice.published
    special = law.provision("assembly.special_notice_days", notice=day) if call.is_special else None
    return special or law.provision("assembly.notice_days", notice=day)


@rule(WARNING, catalogue="ASM-01", parameters=("assembly.notice_days",))
def assembly_notice_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Owners decided, and no notice that called them is to be seen.

    Not asked of decisions older than the community's disclosure here.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        needed = law.provision("assembly.notice_days", notice=resolution.decided_on)
        if not needed or not is_of_our_time(dataset, resolution.decided_on) or _names_notice(dataset, resolution):
            continue
        yield at(resolution, "decided_on").under(needed)


def _names_notice(dataset: Dataset, resolution: Resolution) -> bool:
    meeting = meeting_of(dataset, resolution)
    return bool(resolution.notice or (meeting and meeting.notice) or resolution.meeting in dataset.unread)


@rule(WARNING, catalogue="ASM-05", parameters=("assembly.notice_contents",))
def assembly_notice_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A notice of an assembly does not say all that it must.

    Items with their content, time, place and form.
    """
    law = law_of(dataset.community)
    for call in dataset.derive(calls):
        asked = law.provision("assembly.notice_contents", notice=call.notice.published)
        missing = [word for word in asked.value if not _says(call.notice, word)] if asked else []
        if asked and missing:
            yield at(call.notice, "items", **_named(missing, CONTENTS)).under(asked)


def _says(notice: Notice, word: str) -> bool:
    called = notice.convenes
    match word:
        case "items":
            return bool(notice.items)
        case "content":
            return all(item.content for item in notice.items)
        case "time":
            return called is not None and bool(called.time or called.until)
        case "place":
            return called is not None and bool(called.place or called.form in NO_PLACE)
        case "form":
            return called is not None and bool(called.form)
    return True


def _named(words: list[str], names: dict[str, tuple[str, str]]) -> dict[str, Words]:
    return {
        "missing_zh": Words("、".join(names[word][0] for word in words)),
        "missing_en": Words(", ".join(names[word][1] for word in words)),
    }


@rule(WARNING, catalogue="ASM-06", parameters=("assembly.first_contents",))
def first_assembly_papers_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Papers for the first assembly are not among those posted with its notice.

    The first assembly makes the rules for all later ones.
    """
    law = law_of(dataset.community)
    names = schemas.labels()["notice.encloses"]
    for call in dataset.derive(calls):
        if not call.is_first:
            continue
        asked = law.provision("assembly.first_contents", notice=call.notice.published)
        missing = [paper for paper in asked.value if paper not in call.notice.encloses] if asked else []
        if asked and missing:
            yield at(call.notice, "encloses", **_named(missing, names)).under(asked)


@rule(WARNING, catalogue="VOTE-07", parameters=("assembly.announced_items_only",))
def item_not_announced(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Owners voted on something that the notice had not announced.

    Judged where the notice lists its items.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        notice = notice_of(dataset, resolution)
        asked = law.provision("assembly.announced_items_only", notice=notice.published) if notice else None
        if not notice or not notice.items or not asked or not asked.value:
            continue
        for index, motion in enumerate(resolution.motions):
            if motion.result in VOTED and not _is_announced(motion, notice):
                yield at(resolution, "motions", index, "title", motion=motion.title).under(asked)


def _is_announced(motion: Motion, notice: Notice) -> bool:
    return any(motion.item == item.id or motion.title == item.title for item in notice.items)


def _told_on(dataset: Dataset, resolution: Resolution) -> datetime.date | None:
    meeting = meeting_of(dataset, resolution)
    return resolution.residents_committee_informed_on or (meeting.residents_committee_informed_on if meeting else None)


def _is_run_by_residents_committee(dataset: Dataset, resolution: Resolution) -> bool:
    """Where the residents' committee calls and publishes the vote itself, nobody need tell it."""
    bodies = (dataset.body_by_id.get(one) for one in (resolution.publisher, resolution.decided_by))
    return any(body is not None and body.kind == "residents-committee" for body in bodies)


@rule(WARNING, catalogue="ASM-02", parameters=("assembly.residents_committee_informed",))
def residents_committee_not_told(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """It is not said when the residents' committee was told of an assembly.

    Not asked where it called the owners itself, nor of decisions older than the community's disclosure here.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.residents_committee_informed", notice=resolution.decided_on)
        if not asked or not asked.value or not is_of_our_time(dataset, resolution.decided_on):
            continue
        told = _told_on(dataset, resolution) or _is_run_by_residents_committee(dataset, resolution)
        if not told and resolution.meeting not in dataset.unread:
            yield at(resolution, "decided_by").under(asked)


@rule(WARNING, catalogue="ASM-02", parameters=("assembly.residents_committee_informed",))
def residents_committee_told_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The residents' committee was told of an assembly after the owners were.

    It guides and helps; for that it must know in time.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        told, notice = _told_on(dataset, resolution), notice_of(dataset, resolution)
        if not told or not notice or told <= notice.published:
            continue
        asked = law.provision("assembly.residents_committee_informed", notice=notice.published)
        if asked and asked.value:
            days = days_between(notice.published, told)
            yield at(resolution, "decided_by", told=told, notice=notice.published, days=days).under(asked)
