"""Systems of governance: what a community adopted, it has; and keeps as the system says."""

from collections.abc import Iterator

from noticeboard.law.governing import law_of
from noticeboard.law.needs import Standing, basis_of, lacking, standings
from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today


@rule(WARNING)
def system_need_unmet(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A system that the community adopted asks for something that is not there, and nothing says why.

    It is the community's own rule: either it is filled, or the system is not followed.
    """
    for one in dataset.derive(standings, today):
        if one.open:
            place = dataset.community.packs.index(one.system.code)
            yield at("community", "packs", place, **_said(dataset, one))._replace(basis=basis_of(one))


def _said(dataset: Dataset, one: Standing) -> dict[str, Words]:
    estate = dataset.estate_by_id.get(one.estate)
    zh, en = _lacking(one)
    return {
        "system_zh": Words(one.system.title),
        "system_en": Words(one.system.en),
        "need_zh": Words(one.need.title + zh),
        "need_en": Words(one.need.en + en),
        "whose": Words(estate.name if estate else dataset.community.name),
    }


def _lacking(one: Standing) -> tuple[str, str]:
    """The posts or codes that are missing, in words; nothing where all of it is."""
    if not one.partly:
        return "", ""
    return f"（还缺{'、'.join(lacking(one, 'zh'))}）", f" (still missing: {', '.join(lacking(one, 'en'))})"


@rule(WARNING, parameters=("joint_meeting.bodies",))
def joint_meeting_too_small(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Fewer groups took part in a joint meeting than make it one.

    Judged where the community adopted a system that says how many there must be, and the record says who came.
    """
    law = law_of(dataset.community)
    for meeting in dataset.meetings:
        if meeting.type != "joint" or meeting.state != "held" or not meeting.attendance:
            continue
        least = law.provision("joint_meeting.bodies", meeting=meeting.date)
        came = sum(one.present > 0 for one in meeting.attendance)
        if least and came < least.value:
            yield at(meeting, "attendance", found=came, least=least.value).under(least)
