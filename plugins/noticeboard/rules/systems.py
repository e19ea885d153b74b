"""The systems that real communities described, id by id, and where each lives here: record, rule, page."""

from functools import cache
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from noticeboard import schemas
from noticeboard.law import profile
from noticeboard.records.kinds import BY_NAME

FILE = Path(__file__).with_name("systems.yaml")


class System(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A duty or habit of a real community.

    `held` names what carries it: a kind, `kind.field`, `registers/<name>`, `profiles/<code>` or `duties/<key>`.
    `rules` hold it; where there are none, its schema does. `page` is where it lies in the built sample, below the
    site's root, and `shows` what must stand there. `excused` says why it is left out.
    """

    zh: str
    en: str
    held: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    page: str = ""
    shows: str = ""
    excused: str = ""


@cache
def systems() -> dict[str, System]:
    raw = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return msgspec.convert(raw, dict[str, System])


def is_there(held: str) -> bool:
    """Whether what is said to carry a system exists."""
    name, _, field = held.partition(".")
    if name in BY_NAME:
        return not field or field in _fields(schemas.checker(name), "")
    room, _, part = held.partition("/")
    if room == "duties":
        return any(one and part in one.duties for one in map(profile.profile, profile.codes()))
    return part in {"registers": schemas.registers, "profiles": profile.codes}[room]()


def _fields(schema: schemas.Schema, above: str) -> set[str]:
    """Every field below, with the names above it: bodies.posts."""
    found = set()
    for name, child in schema.get("properties", {}).items():
        found |= {f"{above}{name}"} | _fields(child.get("items", child), f"{above}{name}.")
    return found
