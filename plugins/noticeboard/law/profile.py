"""Profiles: the law of a place, or a system of governance, as data in `profiles/<code>.yaml`.

Each value there says where it stands, since when, until when, and how surely we know.
The articles themselves, as far as they were read, stand in `profiles/texts/<code>.yaml`.
"""

import datetime
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml
from msgspec import Struct, field

from noticeboard.findings import Basis
from noticeboard.law.articles import in_english
from noticeboard.law.values import read

FOLDER = Path(__file__).parent.parent / "profiles"
PARAMETERS = "parameters"
TEXTS = "texts"
ARTICLE = re.compile(r"第[零一二三四五六七八九十百千]+条")


class Confidence(StrEnum):
    """How surely a value is known; the labels of the catalogue of rules."""

    V1 = "V1"  # read in the full text of the law
    V2 = "V2"  # read as a quoted article
    S = "S"  # from a published case: binds whoever adopts the system it belongs to
    G = "G"  # general knowledge, not verified: never stated as law
    D = "D"  # a convention of this portal: no legal source is claimed


VERIFIED = (Confidence.V1, Confidence.V2)


class Standing(StrEnum):
    """What a value is to those whom it binds; pages and reports say it in words."""

    LAW = "law"
    SYSTEM = "system"
    BY_LAW = "by-law"
    PROMISE = "promise"
    CONVENTION = "convention"
    UNVERIFIED = "unverified"


class Parameter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that law or a community may fix.

    `type` is a key of READERS, `stricter` is `higher`, `lower` or empty,
    `governed_by` names the date that decides which version counts.
    """

    title: str
    en: str
    type: str
    stricter: str = ""
    governed_by: str = "decided_on"


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document: since when and until when it was in force.

    `read_in` says where it was read, `articles` has the words of those that were
    read in full, by their names.
    """

    title: str
    en: str
    confidence: Confidence
    start: datetime.date = field(name="from")
    until: datetime.date | None = field(name="to", default=None)
    number: str = ""
    read_in: str = ""
    articles: dict[str, str] = {}

    def text_of(self, article: str) -> str:
        """The words of what is cited (several with 、 between them); empty unless all of it was read."""
        words = dict.fromkeys(self._words(one) for one in article.split("、"))
        return "\n".join(words) if all(words) else ""

    def _words(self, article: str) -> str:
        """Of a paragraph, or of the whole article where the paragraph was not taken by itself."""
        whole = ARTICLE.match(article)
        return (self.articles.get(article) or self.articles.get(whole[0] if whole else "", "")).strip()


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a value as a profile has it; what it leaves out it takes from its source."""

    value: Any
    source: str
    article: str = ""
    start: datetime.date | None = field(name="from", default=None)
    until: datetime.date | None = field(name="to", default=None)
    confidence: Confidence | None = None
    text: str = ""
    sense: str = ""
    sense_en: str = ""
    floor: bool = False


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step of the procedure that a system lays down; `who` are the kinds of body that take it.

    `phase` says what it is to a matter: `decision`, `disclosure` of the decision,
    `works`, or `outcome` made public; empty for what comes before.
    """

    id: str
    title: str
    en: str
    source: str
    article: str = ""
    who: tuple[str, ...] = ()
    phase: str = ""


class Need(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a system asks a community to have: a `body` of a kind, `posts`, or rows of a `register`.

    `least` and `most` count bodies, `per` is `community` or `estate`. `posts` are beginnings of roles with how many
    there must be, of the body where it names one, else of any. Of a register a row is asked, or one for each of
    `values` in `column`. `layer` (leading, deciding, executing) is where a body of the kind stands in the system.
    """

    id: str
    title: str
    en: str
    source: str
    body: str = ""
    least: int = 1
    most: int | None = None
    per: str = "community"
    layer: str = ""
    posts: dict[str, int] = {}
    register: str = ""
    column: str = ""
    values: tuple[str, ...] = ()
    article: str = ""
    sense: str = ""
    sense_en: str = ""


class Profile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of `profiles/`. `kind` is `law` for a place and `system` for a way of governing."""

    code: str
    title: str
    en: str
    kind: str = "law"
    summary: str = ""
    summary_en: str = ""
    sources: dict[str, Source] = {}
    parameters: dict[str, tuple[Entry, ...]] = {}
    duties: dict[str, tuple[dict[str, Any], ...]] = {}
    needs: tuple[Need, ...] = ()
    steps: tuple[Step, ...] = ()


class Resting(Struct, frozen=True, kw_only=True):
    """What every version of a value or duty has: the document it rests on, and until when."""

    source: str
    until: datetime.date | None = field(name="to", default=None)
    confidence: Confidence | None = None


class Provision(NamedTuple):
    """A value with all that can be said of it.

    `layer` is the code of its profile, or whose own rule it is; `source` the name
    of its document in that profile.
    """

    parameter: str
    value: Any
    layer: str
    standing: Standing
    confidence: Confidence
    start: datetime.date
    until: datetime.date | None
    basis: Basis
    floor: bool = False
    source: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it is in force on `day`."""
        return self.start <= day and (self.until is None or day <= self.until)

    @property
    def binds(self) -> bool:
        """Whether missing it is worth a warning: not where nobody has verified that it is asked at all."""
        return self.standing is not Standing.UNVERIFIED


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter by its name."""
    return msgspec.convert(_yaml(PARAMETERS), dict[str, Parameter], strict=False)


@cache
def codes() -> tuple[str, ...]:
    """The codes of all profiles, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != PARAMETERS))


@cache
def profile(code: str) -> Profile | None:
    """The profile of a code, with the articles that were read; None where no file bears it."""
    if code not in codes():
        return None
    raw = _yaml(code)
    for source, articles in _texts(code).items():
        raw["sources"][source]["articles"] = articles
    return msgspec.convert(raw, Profile, strict=False)


def system(code: str) -> Profile | None:
    """The system of governance of a code; None where there is none."""
    one = profile(code)
    return one if one and one.kind == "system" else None


def _texts(code: str) -> dict[str, dict[str, str]]:
    """Source to article to its words."""
    name = f"{TEXTS}/{code}"
    return _yaml(name) if (FOLDER / f"{name}.yaml").exists() else {}


def _yaml(name: str) -> Any:
    """A file whose scalars are all texts, so that types are ours to judge."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506


def layers(jurisdiction: str) -> list[Profile]:
    """The profiles that hold in a place, the most general first: CN, CN-ZJ, CN-ZJ-HZ, as far as there are files."""
    steps = jurisdiction.split("-")
    found = (profile("-".join(steps[: number + 1])) for number in range(len(steps)))
    return [one for one in found if one is not None]


@cache
def provisions(code: str) -> dict[str, tuple[Provision, ...]]:
    """Every version of every parameter of one profile, by the parameter's name; what began last comes first."""
    one = profile(code)
    if one is None:
        return {}
    return {
        name: tuple(sorted(_provisions(one, name), key=lambda version: version.start, reverse=True))
        for name in one.parameters
    }


def _provisions(one: Profile, name: str) -> Iterator[Provision]:
    kind = parameters()[name].type
    for entry in one.parameters[name]:
        source = one.sources[entry.source]
        confidence = entry.confidence or source.confidence
        standing = standing_of(one, confidence)
        yield Provision(
            parameter=name, value=read(kind, entry.value), layer=one.code, standing=standing, confidence=confidence,
            start=entry.start or source.start, until=entry.until or source.until, floor=entry.floor,
            basis=basis(one, source, entry, standing), source=entry.source,
        )  # fmt: skip


def standing_of(one: Profile, confidence: Confidence) -> Standing:
    """A system binds those who adopt it; of law only what somebody has read is stated as law."""
    if confidence is Confidence.D:
        return Standing.CONVENTION
    if one.kind == "system":
        return Standing.SYSTEM
    return Standing.LAW if confidence in VERIFIED else Standing.UNVERIFIED


class Cited(NamedTuple):
    """What is cited of a source, for whatever rests on it."""

    article: str
    text: str
    sense: str
    sense_en: str


def basis(one: Profile, source: Source, entry: Entry | Cited, standing: Standing) -> Basis:
    """How a finding or page cites it; only text that was read is quoted."""
    return Basis(
        standing=standing, layer_zh=one.title, layer_en=one.en,
        zh=f"{source.title}{entry.article}",
        en=f"{source.en}, {in_english(entry.article)}" if entry.article else source.en,
        text=entry.text.strip() or source.text_of(entry.article), sense_zh=entry.sense, sense_en=entry.sense_en,
    )  # fmt: skip
