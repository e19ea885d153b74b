"""What a check has to say about one place in the data. Data first: wording is the report's business."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from noticeboard.privacy.scan import mask

MOST_QUOTED = 60


class Severity(StrEnum):
    """ERROR: nothing is published. WARNING: published with a badge. INFO: for clerks only."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Basis(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a finding rests on. `zh` and `en` name document and article, `layer_*` whose rule it is.

    `standing` says what it is (a `law.profile.Standing`). `text` is the article
    word for word where it was read in full, otherwise `sense_*` gives its meaning.
    """

    standing: str
    layer_zh: str
    layer_en: str
    zh: str
    en: str
    text: str = ""
    sense_zh: str = ""
    sense_en: str = ""


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing found.

    `path` is relative to the data folder, `line` and `column` count from 1.
    `record` is `<folder>/<stem>` in `community`, or the name of a single file
    such as `bodies`; `item` is the entry of a list there that it is about, such as
    `bodies[2]`, if it is about one. `values` fill the rule's wording, in any language. `basis`
    is the law or own rule that was not kept, where there is one.
    """

    rule: str
    severity: Severity
    path: str
    line: int = 1
    column: int = 1
    community: str = ""
    record: str = ""
    item: str = ""
    values: dict[str, str] = {}
    acknowledged: str = ""
    basis: Basis | None = None

    @property
    def blocks(self) -> bool:
        """Whether nothing may be published while this stands."""
        return self.severity is Severity.ERROR and not self.acknowledged

    def sort_key(self) -> tuple[str, int, int, str, tuple[str, ...]]:
        return (self.path, self.line, self.column, self.rule, tuple(self.values.values()))


class Failure(NamedTuple):
    """A rule that is wrong itself: our fault, not the data's."""

    rule: str
    community: str
    error: Exception


Field = tuple[str | int, ...]
"""Steps to a field by the names that the clerk typed; items of lists count from 0."""


def field_name(field: Field) -> str:
    """The field as a clerk would name it: motions[1].title; personal data typed as a key are masked."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{visible(mask(step))}" for step in field)
    return "".join(steps).removeprefix(".")


def visible(text: str) -> str:
    """`text` with invisible characters shown by code point."""
    return "".join(one if one.isprintable() else f"<U+{ord(one):04X}>" for one in text)


def quoted(text: str) -> str:
    """`text` for a message: at most 60 characters, invisible ones by code point, personal data masked."""
    shown = visible(mask(text))
    return shown if len(shown) <= MOST_QUOTED else f"{shown[: MOST_QUOTED - 1]}…"
