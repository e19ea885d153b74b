"""One YAML file as a tree of texts that has the shape of its kind, or everything that is wrong with it."""

from typing import Any

from noticeboard.reading import misplaced, shape, slips, yaml_file
from noticeboard.reading.fault import Fault, in_order

SLIPS = ("yaml-", "shape-wrong")
INVISIBLE = "<U+"
"""How a message shows an invisible character, such as a full-width space before a key."""


def read(kind: str, text: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The tree, or None where it has a fault; and all faults, in order."""
    tree, faults = _read(kind, text)
    if any(_looks_like_a_slip(one) for one in faults):
        mended, slipped = slips.mend(text)
        if slipped:
            faults = slipped + _left(kind, mended, {one.line for one in slipped})
    return (None if faults else tree), in_order(faults)


def _looks_like_a_slip(one: Fault) -> bool:
    return one.rule.startswith(SLIPS) or one.values.get("key", "").startswith(INVISIBLE)


def _read(kind: str, text: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    tree, faults = yaml_file.parse(text)
    if tree is not None and not shape.holds(kind, tree):
        faults = faults + (misplaced.faults(kind, tree) or shape.faults(kind, tree, text))
    return tree, faults


def _left(kind: str, mended: str, lines: set[int]) -> list[Fault]:
    """What is still wrong once the slips are mended; a line that had a slip is not blamed for its YAML twice."""
    _, faults = _read(kind, mended)
    return [one for one in faults if one.line not in lines or not one.rule.startswith("yaml-")]
