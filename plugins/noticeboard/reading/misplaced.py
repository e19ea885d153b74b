"""A file in the wrong place: its keys fit another kind far better than the one its place asks for."""

from typing import Any

from noticeboard import schemas
from noticeboard.reading.fault import START, Fault, fault
from noticeboard.records.kinds import BY_NAME, RecordKind

FAR_BETTER = 3
"""By how many keys another kind must fit better; a few mistyped ones are no other kind."""


def faults(kind: str, tree: dict[str, Any]) -> list[Fault]:
    """One fault where `tree` is surely of another kind than `kind`; it says which, and where such files lie."""
    fits = {name: _fit(name, tree) for name in (kind, *BY_NAME)}
    best = max(fits, key=lambda name: fits[name])
    if fits[best] < fits[kind] + FAR_BETTER:
        return []
    schema, there = schemas.checker(best), BY_NAME[best]
    place = there.folder if isinstance(there, RecordKind) else f"{there.name}.yaml"
    return [
        fault("file-of-another-kind", START, title_zh=schema["title"], title_en=schema["x-en"][0].lower(), place=place)
    ]


def _fit(kind: str, tree: dict[str, Any]) -> int:
    """Keys that the kind knows, less those that it does not know and those that it lacks."""
    schema = schemas.checker(kind)
    known, required = schema["properties"].keys(), set(schema["required"])
    return len(tree.keys() & known) - len(tree.keys() - known) - len(required - tree.keys())
