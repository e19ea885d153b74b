"""The law itself: what a community says it follows is known, can be read, and still holds."""

import datetime
from collections.abc import Iterator

from noticeboard.law import days, profile
from noticeboard.law.governing import committed, law_of
from noticeboard.law.profile import Standing
from noticeboard.law.values import completed, stricter
from noticeboard.records.community import Commitment, Community
from noticeboard.records.dataset import Dataset
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import ERROR, INFO, WARNING, Breach, Words, at, rule
from noticeboard.today import Today


@rule(INFO)
def jurisdiction_without_profile(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The law of the place is not in the profiles.

    Then the more general law is all that is asked; local rules may ask more.
    """
    jurisdiction = dataset.community.jurisdiction
    layers = law_of(dataset.community).layers
    if layers and layers[-1].code != jurisdiction:
        title = {"title_zh": Words(layers[-1].title), "title_en": Words(layers[-1].en)}
        yield at("community", "jurisdiction", found=jurisdiction, **title)


@rule(WARNING)
def pack_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A system of governance is named that no profile describes.

    Nothing of it is asked then, and residents would look for it in vain.
    """
    known = [code for code in profile.codes() if profile.system(code)]
    for index, pack in enumerate(dataset.community.packs):
        if pack not in known:
            yield at("community", "packs", index, found=pack, **meant(pack, known))


@rule(INFO)
def source_expired(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A document of law ran out, and nothing that follows it is known.

    It is not stated as law any more; whether it was renewed must be looked up.
    """
    discloses = dataset.community.disclosing_since is not None
    for source, until in law_of(dataset.community).ending(duties=discloses):
        if today.is_past(until):
            title = {"title_zh": Words(f"{source.title}{source.number}"), "title_en": Words(source.en)}
            yield at("community", "jurisdiction", until=until, **title)


@rule(ERROR)
def commitment_parameter_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An own rule fixes something that has no such name.

    It would be shown as kept, and nobody would ever compare it.
    """
    for place, index, one in _commitments(dataset.community):
        if one.parameter and one.parameter not in profile.parameters():
            near = meant(one.parameter, profile.parameters())
            yield at("community", place, index, "parameter", found=one.parameter, **near)


@rule(ERROR)
def commitment_value_malformed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The value of an own rule cannot be read as what its name asks for.

    It would be shown as kept, and nobody could compare it.
    """
    for place, index, one in _commitments(dataset.community):
        try:
            committed(one)
        except ValueError:
            kind = profile.parameters()[one.parameter].type
            yield at("community", place, index, "value", found=one.value, **_shape(kind))


SHAPES = {
    "days": ("天数，如 15", "a number of days, such as 15"),
    "working-days": ("工作日数，如 10", "a number of working days, such as 10"),
    "months": ("月数，如 3", "a number of months, such as 3"),
    "years": ("年数，如 5", "a number of years, such as 5"),
    "count": ("数目，如 5", "a number, such as 5"),
    "share": ("分数，如 1/2", "a fraction, such as 1/2"),
    "money": ("金额，如 50000.00", "an amount, such as 50000.00"),
    "flag": ("true 或 false", "true or false"),
    "majority": ("“至少”写 >= 2/3，“过”写 > 1/2", "at least is >= 2/3, more than is > 1/2"),
    "words": ("用空格隔开的编号", "names with spaces between them"),
    "named": ("只能写在制度文件里的对照表", "a table, for profiles only"),
}
"""Type of a parameter to how a clerk writes it."""


def _shape(kind: str) -> dict[str, Words]:
    chinese, english = SHAPES[kind]
    return {"shape_zh": Words(chinese), "shape_en": Words(english)}


@rule(WARNING)
def commitment_weaker_than_law(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An own rule asks for less than the law.

    The law holds all the same; residents should not take the weaker rule for it.
    """
    law = law_of(dataset.community)
    for place, index, one in _commitments(dataset.community):
        if (found := _value(one)) is None:
            continue
        best = law.of_law(one.parameter, _last_change(one, today))
        if best and best.standing is Standing.LAW:
            direction = profile.parameters()[one.parameter].stricter
            if stricter(direction, best.value, completed(found, best.value)):
                yield at("community", place, index, "value", found=one.value, text=one.text).under(best)


def _value(one: Commitment) -> object:
    """What an own rule fixes; None where it fixes nothing, or nothing that can be read."""
    try:
        return committed(one)
    except ValueError:
        return None


def _last_change(one: Commitment, today: Today) -> datetime.date:
    """The last day up to today on which what governs an own rule's subject began to hold, or the rule itself."""
    starts = {
        version.start
        for code in profile.codes()
        for version in profile.provisions(code).get(one.parameter, ())
        if version.start > one.since and (one.until is None or version.start <= one.until)
    }
    return max((day for day in starts if today.has_come(day)), default=one.since)


def _commitments(community: Community) -> Iterator[tuple[str, int, Commitment]]:
    for place, own in (("by_laws", community.by_laws), ("promises", community.promises)):
        for index, one in enumerate(own):
            yield place, index, one


@rule(INFO)
def holidays_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Records are of a year whose rest days are not known.

    A period that ends on a rest day ends on the next working day; in such a
    year nobody can tell, and the day itself is taken.
    """
    told = set()
    for record in sorted(dataset.records, key=lambda one: one.date):
        if days.rests(record.date) is None and record.date.year not in told:
            told.add(record.date.year)
            yield at(record, "date", year=record.date.year)
