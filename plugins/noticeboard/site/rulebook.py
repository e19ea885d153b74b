"""The rule book: which rules the check holds records to, and on what they rest."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from noticeboard import report
from noticeboard.duties.duty import Duty, duties
from noticeboard.duties.periods import last_day
from noticeboard.law import profile
from noticeboard.law.profile import Profile, Source
from noticeboard.rules import RULES
from noticeboard.rules.rule import Rule
from noticeboard.site.page import Page
from noticeboard.today import Today

FOLDER = "rules/"


class Entry(NamedTuple):
    """A rule in words, with gaps for the values of a finding."""

    rule: Rule
    found: str
    right: str


class Topic(NamedTuple):
    """The rules of one module."""

    id: str
    title: str
    entries: tuple[Entry, ...]


class Known(NamedTuple):
    """A source of a profile, and whether it was still in force on the day of the build."""

    source: Source
    expired: bool


class Asked(NamedTuple):
    """A duty of disclosure of a profile, when it falls due, and whether it is asked no more."""

    duty: Duty
    last_day: str
    expired: bool


def pages(today: Today, language: str = "zh") -> Iterator[Page]:
    """The pages of the rule book: all rules, then one page for each profile."""
    profiles = [one for code in profile.codes() if (one := profile.profile(code))]
    words = report.wording(language)["report"]
    yield Page(FOLDER, "rules.html", {"topics": list(topics(language)), "words": words, "profiles": profiles})
    for one in profiles:
        context = {"profile": one, "sources": list(_sources(one, today)), "duties": list(_duties(one, today))}
        yield Page(f"{FOLDER}{one.code}/", "profile.html", context)


def _duties(one: Profile, today: Today) -> Iterator[Asked]:
    """Every version of every duty of disclosure."""
    for versions in duties(one.code).values():
        for duty in versions:
            expired = duty.until is not None and today.is_past(duty.until)
            yield Asked(duty, last_day(duty.every, duty.due), expired)


def _sources(one: Profile, today: Today) -> Iterator[Known]:
    for source in one.sources.values():
        yield Known(source, source.until is not None and today.is_past(source.until))


def topics(language: str) -> Iterator[Topic]:
    """All rules in reading order, by what they are about."""
    titles = report.wording(language)["topics"]
    for name, rules in groupby(RULES, _module):
        yield Topic(name, titles[name], tuple(_entry(rule, language) for rule in rules))


def _module(rule: Rule) -> str:
    return rule.check.__module__.rpartition(".")[2]


def _entry(rule: Rule, language: str) -> Entry:
    found, right, _ = report.patterns(rule.id, language)
    return Entry(rule, found, right)
