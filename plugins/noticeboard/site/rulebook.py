"""The rule book: which rules the check holds records to, on what they rest, and what each layer asks."""

import datetime
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from noticeboard import report, schemas
from noticeboard.duties.duty import Duty, duties
from noticeboard.duties.periods import last_day
from noticeboard.law import profile
from noticeboard.law.profile import Parameter, Profile, Provision, Source
from noticeboard.rules import RULES
from noticeboard.rules.rule import Rule
from noticeboard.site.page import Page
from noticeboard.site.quantities import value_in_words
from noticeboard.site.wordings import wordings
from noticeboard.today import Today

FOLDER = "rules/"
VALUES = f"{FOLDER}values/"


class Version(NamedTuple):
    """A value of a parameter in one layer, in words; `state` is `coming`, `expired` or empty while it holds."""

    parameter: str
    layer: Profile
    value: str
    provision: Provision
    state: str


class Asked(NamedTuple):
    """What law and communities may fix, with all that every layer says of it."""

    name: str
    parameter: Parameter
    versions: tuple[Version, ...]

    @property
    def holding(self) -> list[Version]:
        """What holds on the day of the build."""
        return [one for one in self.versions if not one.state]


class Entry(NamedTuple):
    """A rule in words, with gaps for the values of a finding, and the parameters it asks for."""

    rule: Rule
    found: str
    right: str
    asks: tuple[Asked, ...]


class Topic(NamedTuple):
    """The rules of one module, or the parameters that one word begins; `url` of the page that rules have."""

    id: str
    title: str
    entries: tuple[Entry, ...] | tuple[Asked, ...]
    url: str = ""


class Owed(NamedTuple):
    """A version of a duty of disclosure; who must see to it and when it falls due, in words."""

    duty: Duty
    who: str
    last_day: str
    state: str


class Known(NamedTuple):
    """A source of a profile, and whether it was no longer, or not yet, in force on the day of the build."""

    source: Source
    state: str


def pages(today: Today, language: str = "zh") -> Iterator[Page]:
    """The rules by topic; all values by what they are about; one page for each profile."""
    words = report.wording(language)
    profiles = [one for code in profile.codes() if (one := profile.profile(code))]
    asked = {name: _asked(name, profiles, today, language) for name in profile.parameters()}
    topics = list(_topics(asked, language))
    context = {"topics": topics, "profiles": profiles, "values": len(asked)}
    yield Page(FOLDER, "rules.html", context | {"words": words["report"]})
    for before, topic, after in zip([None, *topics], topics, [*topics[1:], None], strict=False):
        context = {"topic": topic, "before": before, "after": after, "words": words["report"]}
        yield Page(topic.url, "chapter.html", context)
    yield Page(VALUES, "values.html", {"groups": list(_groups(asked, words["parameters"]))})
    for one in profiles:
        context = {
            "sources": list(_sources(one, today)),
            "owed": list(_owed(one, today, language)),
            "groups": list(_groups(_of(one, asked), words["parameters"])),
        }
        yield Page(f"{FOLDER}{one.code}/", "profile.html", {"profile": one, **context})


def _topics(asked: dict[str, Asked], language: str) -> Iterator[Topic]:
    """All rules by what they are about, in the order of the titles: what concerns residents first."""
    rules = {name: list(those) for name, those in groupby(sorted(RULES, key=_module), _module)}
    for name, title in report.wording(language)["topics"].items():
        yield Topic(name, title, tuple(_entry(rule, asked, language) for rule in rules[name]), _folder(name))


def _module(rule: Rule) -> str:
    return rule.check.__module__.rpartition(".")[2]


def _folder(module: str) -> str:
    return f"{FOLDER}{module.replace('_', '-')}/"


@cache
def chapter(rule_id: str) -> str:
    """The folder of the page that a rule stands on; of what is no rule, that of the rule book."""
    return next((_folder(_module(rule)) for rule in RULES if rule.id == rule_id), FOLDER)


def _entry(rule: Rule, asked: dict[str, Asked], language: str) -> Entry:
    found, right, _ = report.patterns(rule.id, language)
    return Entry(rule, found, right, tuple(asked[name] for name in rule.parameters))


def _groups(asked: dict[str, Asked], titles: dict[str, str]) -> Iterator[Topic]:
    """Parameters by the first part of their names, in the order in which that is first met."""
    found: dict[str, list[Asked]] = {}
    for name, one in asked.items():
        found.setdefault(name.partition(".")[0], []).append(one)
    return (Topic(group, titles[group], tuple(those)) for group, those in found.items())


def _asked(name: str, profiles: list[Profile], today: Today, language: str) -> Asked:
    parameter = profile.parameters()[name]
    versions = (
        Version(
            name, layer, value_in_words(parameter.type, one.value, language), one, _state(today, one.start, one.until)
        )
        for layer in profiles
        for one in profile.provisions(layer.code).get(name, ())
    )
    return Asked(name, parameter, tuple(versions))


def _of(layer: Profile, asked: dict[str, Asked]) -> dict[str, Asked]:
    """What one layer alone says."""
    own = {
        name: one._replace(versions=tuple(version for version in one.versions if version.layer is layer))
        for name, one in asked.items()
    }
    return {name: one for name, one in own.items() if one.versions}


def _sources(one: Profile, today: Today) -> Iterator[Known]:
    return (Known(source, _state(today, source.start, source.until)) for source in one.sources.values())


def _owed(one: Profile, today: Today, language: str) -> Iterator[Owed]:
    words, index = wordings(language), 0 if language == "zh" else 1
    kinds = schemas.labels()["bodies.bodies.kind"]
    for versions in duties(one.code).values():
        for duty in versions:
            who = words.comma.join(kinds[kind][index] for kind in duty.who)
            yield Owed(duty, who, last_day(duty.every, duty.due)[index], _state(today, duty.start, duty.until))


def _state(today: Today, start: datetime.date, until: datetime.date | None) -> str:
    if not today.has_come(start):
        return "coming"
    return "expired" if until and today.is_past(until) else ""
