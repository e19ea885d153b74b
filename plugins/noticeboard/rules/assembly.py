"""How owners come to decide: notice, agenda, who is told, how areas are counted, how the result is posted."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.law import voting
from noticeboard.law.days import days_between, last_day_within
from noticeboard.law.governing import Law, law_of
from noticeboard.law.profile import Provision
from noticeboard.law.voting import Deciders
from noticeboard.records.community import Estate
from noticeboard.records.count import ZERO, Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import INFO, WARNING, Breach, Words, at, rule
from noticeboard.today import Today

ASSEMBLY = "owners-assembly"
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


class Call(NamedTuple):
    """A notice that calls owners to meet or vote, with what it led to."""

    notice: Notice
    meeting: Meeting | None
    resolution: Resolution | None

    @property
    def date(self) -> datetime.date | None:
        """The day on which the meeting or the voting begins."""
        if self.notice.convenes:
            return self.notice.convenes.date
        if self.resolution and self.resolution.voting:
            return self.resolution.voting.start
        return self.meeting.date if self.meeting else None

    @property
    def is_special(self) -> bool:
        """Called out of turn, as where owners petitioned for it."""
        petition = self.resolution.petition if self.resolution else None
        return petition is not None or "special" in self._sessions

    @property
    def is_first(self) -> bool:
        return "first" in self._sessions

    @property
    def _sessions(self) -> set[str]:
        return {one.session for one in (self.meeting, self.resolution) if one}


def owners_resolutions(dataset: Dataset) -> list[Resolution]:
    """Those with a motion that the law gives to the owners; not those that were withdrawn."""
    return [
        resolution
        for resolution in dataset.resolutions
        if not resolution.withdrawn
        and resolution.decided_by in dataset.body_by_id
        and any(voting.deciders(dataset, resolution, motion) is Deciders.OWNERS for motion in resolution.motions)
    ]


def _meeting_of(dataset: Dataset, resolution: Resolution) -> Meeting | None:
    """The assembly meeting at which it was decided."""
    meeting = dataset.by_id.get(resolution.meeting)
    return meeting if isinstance(meeting, Meeting) and meeting.type == ASSEMBLY else None


def _notice(dataset: Dataset, resolution: Resolution) -> Notice | None:
    """The notice that called the vote, or the meeting at which it was taken."""
    meeting = _meeting_of(dataset, resolution)
    notice = dataset.by_id.get(resolution.notice or (meeting.notice if meeting else ""))
    return notice if isinstance(notice, Notice) else None


def calls(dataset: Dataset) -> list[Call]:
    """Every notice that called the owners, once."""
    found: dict[str, Call] = {}
    for resolution in dataset.derive(owners_resolutions):
        if notice := _notice(dataset, resolution):
            found.setdefault(notice.id, Call(notice, _meeting_of(dataset, resolution), resolution))
    for meeting in dataset.meetings:
        called_by = dataset.by_id.get(meeting.notice)
        if meeting.type == ASSEMBLY and isinstance(called_by, Notice):
            found.setdefault(called_by.id, Call(called_by, meeting, None))
    return list(found.values())


def _is_of_our_time(dataset: Dataset, day: datetime.date) -> bool:
    """Whether records of that day may be expected to be complete: older ones were copied from what is left."""
    since = dataset.community.disclosing_since
    return since is None or day >= since


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
        if not needed or not _is_of_our_time(dataset, resolution.decided_on) or _names_notice(dataset, resolution):
            continue
        yield at(resolution, "decided_on").under(needed)


def _names_notice(dataset: Dataset, resolution: Resolution) -> bool:
    meeting = _meeting_of(dataset, resolution)
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
        notice = _notice(dataset, resolution)
        asked = law.provision("assembly.announced_items_only", notice=notice.published) if notice else None
        if not notice or not notice.items or not asked or not asked.value:
            continue
        for index, motion in enumerate(resolution.motions):
            if motion.result in VOTED and not _is_announced(motion, notice):
                yield at(resolution, "motions", index, "title", motion=motion.title).under(asked)


def _is_announced(motion: Motion, notice: Notice) -> bool:
    return any(motion.item == item.id or motion.title == item.title for item in notice.items)


def _told_on(dataset: Dataset, resolution: Resolution) -> datetime.date | None:
    meeting = _meeting_of(dataset, resolution)
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
        if not asked or not asked.value or not _is_of_our_time(dataset, resolution.decided_on):
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
        told, notice = _told_on(dataset, resolution), _notice(dataset, resolution)
        if not told or not notice or told <= notice.published:
            continue
        asked = law.provision("assembly.residents_committee_informed", notice=notice.published)
        if asked and asked.value:
            days = days_between(notice.published, told)
            yield at(resolution, "decided_by", told=told, notice=notice.published, days=days).under(asked)


def _assemblies(dataset: Dataset) -> Iterator[Meeting]:
    return (one for one in dataset.meetings if one.type == ASSEMBLY and one.state == "held" and not one.withdrawn)


@rule(WARNING, catalogue="ASM-03", parameters=("assembly.minutes_kept",))
def assembly_minutes_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing is said of minutes of an assembly that was held.

    They say what was asked and answered, and who may read them where.
    """
    law = law_of(dataset.community)
    for meeting in _assemblies(dataset):
        asked = law.provision("assembly.minutes_kept", meeting=meeting.date)
        if asked and asked.value and not meeting.minutes:
            yield at(meeting, "state").under(asked)


@rule(WARNING, catalogue="ASM-07", parameters=("assembly.proxies_in_writing",))
def proxies_not_in_writing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Proxies voted, and it is not said that they had it in writing.

    A spoken proxy cannot be checked afterwards.
    """
    law = law_of(dataset.community)
    for meeting in _assemblies(dataset):
        asked = law.provision("assembly.proxies_in_writing", meeting=meeting.date)
        if not asked or not asked.value or meeting.proxies_in_writing:
            continue
        for index, group in enumerate(meeting.attendance):
            if group.by_proxy and group.unit != "area":
                yield at(meeting, "attendance", index, "by_proxy", proxies=group.by_proxy).under(asked)


@rule(INFO, catalogue="ASM-08", parameters=("assembly.ballots_delivered",))
def ballots_not_all_delivered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Ballots delivered and posted are not as many as there are owners.

    Somebody may not have known of the vote.
    """
    law = law_of(dataset.community)
    for meeting in _assemblies(dataset):
        asked = law.provision("assembly.ballots_delivered", meeting=meeting.date)
        owners = _owners_at(dataset, meeting)
        if not asked or meeting.ballots_delivered is None or owners is None:
            continue
        posted = meeting.ballots_posted or 0
        if meeting.ballots_delivered + posted != owners:
            values = {"delivered": meeting.ballots_delivered, "posted": posted, "owners": owners}
            yield at(meeting, "ballots_delivered", **values).under(asked)


def _owners_at(dataset: Dataset, meeting: Meeting) -> int | None:
    """The owners who could attend, as the meeting or else the register has them."""
    stated = [group.entitled for group in meeting.attendance if group.unit == "owners" and group.entitled is not None]
    if stated:
        return int(sum(stated, ZERO))
    estate = dataset.estate_by_id.get(dataset.estate_of(meeting))
    return estate.owners if estate else None


@rule(WARNING, catalogue="ASM-04 ASM-09", parameters=("assembly.result_post_days",))
def assembly_result_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An assembly's decision was posted later than the law asks.

    Owners' time to object runs while they do not know.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.result_post_days", decided_on=resolution.decided_on)
        if not asked or not _is_of_our_time(dataset, resolution.decided_on):
            continue
        last = last_day_within(resolution.decided_on, asked.value)
        if resolution.published > last:
            values = {"published": resolution.published, "last": last, "days": days_between(last, resolution.published)}
            yield at(resolution, "published", **values).under(asked)


@rule(WARNING, catalogue="ASM-09", parameters=("assembly.result_hold_days",))
def assembly_result_hangs_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An assembly's decision does not hang as long as the law asks.

    The first day does not count.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.result_hold_days", decided_on=resolution.decided_on)
        posting = resolution.posting
        if not asked or not posting or not posting.until:
            continue
        days = days_between(posting.start, posting.until)
        if days < asked.value:
            yield at(resolution, "posting", "until", days=days, needed=asked.value).under(asked)


@rule(WARNING, catalogue="VOTE-13", parameters=("assembly.vote_window_min_days",))
def voting_too_short(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Voting was open for fewer days than the law asks.

    Owners who live elsewhere would miss it.
    """
    yield from _windows(dataset, "assembly.vote_window_min_days", short=True)


@rule(WARNING, catalogue="VOTE-13", parameters=("assembly.vote_window_max_days",))
def voting_too_long(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Voting was open for more days than the law allows.

    Votes are not gathered until they suffice.
    """
    yield from _windows(dataset, "assembly.vote_window_max_days", short=False)


def _windows(dataset: Dataset, parameter: str, *, short: bool) -> Iterator[Breach]:
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        if not resolution.voting:
            continue
        asked = law.provision(parameter, notice=resolution.voting.start)
        days = days_between(resolution.voting.start, resolution.voting.until)
        if asked and (days < asked.value if short else days > asked.value):
            yield at(resolution, "voting", days=days, limit=asked.value).under(asked)


@rule(WARNING, catalogue="VOTE-12", parameters=("assembly.petition_share",))
def petition_too_small(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A vote is said to be called by petition, and fewer signed than the law asks.

    The assembly may have been called all the same; the petition did not oblige anybody.
    """
    law = law_of(dataset.community)
    for record, field, signers, owners in _petitions(dataset):
        asked = law.provision("assembly.petition_share", meeting=record.date)
        if asked and owners and signers < asked.value * owners:
            needed = -(-owners * asked.value // 1)
            yield at(record, *field, signers=signers, owners=owners, needed=needed).under(asked)


def _petitions(dataset: Dataset) -> Iterator[tuple[Record, Field, int, int | None]]:
    """What owners petitioned for: how many signed, of how many."""
    for resolution in dataset.derive(owners_resolutions):
        if resolution.petition:
            yield resolution, ("petition", "signers"), resolution.petition.signers, _owners_in(dataset, resolution)
    for meeting in _assemblies(dataset):
        if meeting.convened_by == "petition" and meeting.petitioners is not None:
            yield meeting, ("petitioners",), meeting.petitioners, _owners_at(dataset, meeting)


def _owners_in(dataset: Dataset, resolution: Resolution) -> int | None:
    """All owners concerned, as the vote or else the register counts them."""
    for motion in resolution.motions:
        for count in motion.counts:
            if count.unit == "owners" and not count.group and count.entitled is not None:
                return int(count.entitled)
    estate = _estate(dataset, resolution)
    return estate.owners if estate else None


def _estate(dataset: Dataset, resolution: Resolution) -> Estate | None:
    return dataset.estate_by_id.get(dataset.estate_of(resolution))


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def area_basis_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Areas were counted, and it is not said what they were taken from.

    Register, survey and contract may differ; a few square metres can turn a vote.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        by_area = any(count.unit == "area" for motion in resolution.motions for count in motion.counts)
        if asked and by_area and not resolution.area_basis and _is_of_our_time(dataset, resolution.decided_on):
            yield at(resolution, "motions").under(asked)


def _totals(dataset: Dataset) -> Iterator[tuple[Resolution, Estate, Field, Count]]:
    """Every undivided count of an owners' vote that states its whole."""
    for resolution in dataset.derive(owners_resolutions):
        estate = _estate(dataset, resolution)
        for index, motion in enumerate(resolution.motions if estate else ()):
            for place, count in enumerate(motion.counts):
                if estate and count.entitled is not None and not count.group and not count.dimension:
                    yield resolution, estate, ("motions", index, "counts", place, "entitled"), count


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def owners_exceed_units(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More owners could vote than there are units.

    Each unit counts one owner, and several units of one buyer count one as well.
    """
    law = law_of(dataset.community)
    for resolution, estate, field, count in _totals(dataset):
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        if asked and count.unit == "owners" and estate.units is not None and (count.entitled or 0) > estate.units:
            yield at(resolution, *field, owners=count.entitled, units=estate.units).under(asked)


@rule(WARNING, catalogue="VOTE-06", parameters=("assembly.area_basis",))
def totals_differ_from_register(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The whole that a vote was counted against is not the estate's.

    Registers change, so that an old vote may rightly differ: then the community says so.
    """
    law = law_of(dataset.community)
    for resolution, estate, field, count in _totals(dataset):
        if resolution.buildings or resolution.scope or not _is_of_our_time(dataset, resolution.decided_on):
            continue
        asked = law.provision("assembly.area_basis", decided_on=resolution.decided_on)
        registered = {"area": estate.floor_area, "owners": estate.owners}.get(count.unit)
        if asked and registered is not None and count.entitled != registered:
            yield at(resolution, *field, **_compared(count, registered)).under(asked)


@rule(WARNING, catalogue="VOTE-08", parameters=("assembly.scope_votes_alone",))
def scope_totals_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A vote of some buildings is counted against another area than theirs.

    Those concerned decide alone, and of all of them. Registers change, so that an old vote may rightly differ.
    """
    law = law_of(dataset.community)
    for resolution, _, field, count in _totals(dataset):
        buildings = [dataset.building_by_id[one][1] for one in resolution.buildings if one in dataset.building_by_id]
        areas = [building.floor_area for building in buildings]
        asked = law.provision("assembly.scope_votes_alone", decided_on=resolution.decided_on)
        if not asked or count.unit != "area" or not areas or None in areas:
            continue
        registered = sum((area for area in areas if area is not None), ZERO)
        if count.entitled != registered:
            yield at(resolution, *field, **_compared(count, registered)).under(asked)


def _compared(count: Count, registered: object) -> dict[str, object]:
    zh, en = schemas.labels()["count.unit"][count.unit]
    return {"unit_zh": Words(zh), "unit_en": Words(en), "stated": count.entitled, "registered": registered}


def _taken_from_owners(dataset: Dataset) -> Iterator[tuple[Resolution, Field, Motion]]:
    """What a committee decided though the law gives it to the owners."""
    for resolution in dataset.resolutions:
        body = dataset.body_by_id.get(resolution.decided_by)
        if resolution.withdrawn or not body or body.kind not in voting.COMMITTEES or resolution.form in voting.POLLS:
            continue
        for index, motion in enumerate(resolution.motions):
            if motion.matter in OWNERS_MATTERS and motion.result in ("passed", "chosen"):
                yield resolution, ("motions", index, "matter"), motion


OWNERS_MATTERS = frozenset(schemas.labels()["resolution.motions.matter"]) - {
    "committee-matter", "residents-matter", "opinion-poll",
}  # fmt: skip


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
