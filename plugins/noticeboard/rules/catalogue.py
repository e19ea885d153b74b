"""The catalogue of rules: what law and good practice ask, id by id, and what became of each."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from noticeboard.law import profile
from noticeboard.rules import RULES

FILE = Path(__file__).with_name("catalogue.yaml")


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What it is called in both languages."""

    zh: str
    en: str


class Item(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something asked. Without a rule or duty it is built `by` schema or page, or it `waits`, or is `excluded`."""

    by: str = ""
    waits: str = ""
    excluded: str = ""


class Catalogue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`sections` by the letters that the ids of their `items` begin with."""

    sections: dict[str, Named]
    items: dict[str, Item]


@cache
def catalogue() -> Catalogue:
    return msgspec.convert(yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader), Catalogue)


def section(item: str) -> str:
    """The letters of an id: VOTE of VOTE-01."""
    return item.partition("-")[0]


@cache
def by_rules() -> dict[str, list[str]]:
    """Id to the rules that hold records to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule in RULES:
        for item in rule.catalogue:
            found[item].append(rule.id)
    return dict(found)


@cache
def by_duties() -> dict[str, list[str]]:
    """Id to the duties of disclosure that follow from it, in all profiles."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in profile.codes():
        one = profile.profile(code)
        for key, versions in one.duties.items() if one else ():
            for version in versions:
                for item in version.get("catalogue", ()):
                    if key not in found[item]:
                        found[item].append(key)
    return dict(found)


def is_built(item: str) -> bool:
    return bool(item in by_rules() or item in by_duties() or catalogue().items[item].by)
