"""What differs between two versions of a record, field by field."""

import difflib
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from noticeboard import schemas
from noticeboard.findings import Field
from noticeboard.history.canonical import Form

LEDGER: Field = ("ledger",)
"""Where a line of the ledger differs."""

NOT_CORRECTED = ("corrections", "withdrawn")
"""They say what changed; that they changed needs no saying."""


class Difference(NamedTuple):
    """`was` or `now` is empty where there was or is nothing. `field` is LEDGER for a line of the ledger."""

    field: Field
    was: str
    now: str

    @property
    def top(self) -> str:
        return str(self.field[0])


def differences(old: Form, new: Form) -> list[Difference]:
    """Texts of the record in the order of its fields, then lines of its ledger, then attachments."""
    before, after = _leaves(old["record"]), _leaves(new["record"])
    fields = [
        Difference(field, before.get(field, ""), after.get(field, ""))
        for field in dict.fromkeys((*after, *before))
        if before.get(field) != after.get(field) and field[0] not in NOT_CORRECTED
    ]
    return [*fields, *_lines(old, new), *_files(old, new)]


def needs_correction(kind: str, one: Difference) -> bool:
    """Whether it may not change in silence. What is meant to be carried on, such as progress, may."""
    names = tuple(step for step in one.field if isinstance(step, str))
    return not any(names[: len(path)] == path for path in living(kind))


@cache
def living(kind: str) -> frozenset[tuple[str, ...]]:
    """The fields that are filled in as things go on, marked `x-living` in the schema: lists as a whole only."""
    return frozenset(_living(schemas.checker(kind), ()))


def _living(schema: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if schema.get("x-living"):
        yield path
    for name, child in schema.get("properties", {}).items():
        yield from _living(child, (*path, name))


def _leaves(tree: Any, field: Field = ()) -> dict[Field, str]:
    if isinstance(tree, dict):
        return {path: text for key, child in tree.items() for path, text in _leaves(child, (*field, key)).items()}
    if isinstance(tree, list):
        return {path: text for at, child in enumerate(tree) for path, text in _leaves(child, (*field, at)).items()}
    return {field: tree}


def _lines(old: Form, new: Form) -> Iterator[Difference]:
    before, after = old.get("ledger", []), new.get("ledger", [])
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            for at in range(max(b - a, d - c)):
                was, now = (
                    lines[start + at] if start + at < end else ""
                    for lines, start, end in ((before, a, b), (after, c, d))
                )
                yield Difference(LEDGER, was, now)


def _files(old: Form, new: Form) -> Iterator[Difference]:
    before, after = ({one["file"]: one["sha256"] for one in form.get("files", ())} for form in (old, new))
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield Difference(("attachments",), name if name in before else "", name if name in after else "")
