"""The menu of a community: its sections in a few groups, so that a phone shows them in one row."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.site import turnouts
from noticeboard.site.board import Board

GROUPS: Mapping[str, tuple[str, ...]] = {
    "notices": ("notice", "meeting", "resolution"),
    "money": ("statement", "project"),
    "affairs": ("responsibilities", "matter", "register", "building"),
    "people": ("bodies", "election", "handover", "systems", "democracies"),
    "checks": ("clock", "finding", "review", "turnout", "corrections"),
}
"""Group to its sections in reading order; the first one that a community has is what the group's name leads to."""

FIRST = next(iter(GROUPS))
FOLDERS = {kind.name: f"{kind.folder}/" for kind in RECORD_KINDS} | {
    "register": "registers/",
    "responsibilities": "responsibilities/",
    "building": "building/",
    "bodies": "bodies/",
    "clock": "clock/",
    "corrections": "corrections/",
    "systems": "systems/",
    "democracies": "democracies/",
    "turnout": "turnout/",
}


class Section(NamedTuple):
    """A list or page of a community; `url` is relative to its root, `size` zero where nothing is counted."""

    name: str
    url: str
    size: int


class Group(NamedTuple):
    """Sections that belong together."""

    name: str
    sections: tuple[Section, ...]

    def holds(self, section: str) -> bool:
        return any(one.name == section for one in self.sections)


def menu(board: Board) -> tuple[Group, ...]:
    """The groups with the sections that the community has; a kind that no group names is among the first."""
    counts = _counts(board)
    named = {name for sections in GROUPS.values() for name in sections}
    others = tuple(name for name in counts if name not in named)
    return tuple(
        Group(group, tuple(_sections((*sections, *others) if group == FIRST else sections, counts)))
        for group, sections in GROUPS.items()
    )


def _sections(names: tuple[str, ...], counts: Mapping[str, int]) -> Iterator[Section]:
    return (Section(name, FOLDERS[name], counts[name]) for name in names if name in counts)


def _counts(board: Board) -> dict[str, int]:
    data = board.dataset
    kinds = {rows[0].kind: len(rows) for rows in board.by_folder.values()}
    registers = {"register": len(data.registers)} if data.registers else {}
    people = {"bodies": len(data.bodies), "responsibilities": 0, "building": len(data.building_by_id)}
    systems = {"systems": len(board.community.packs)} if board.community.packs else {}
    turnout = {"turnout": 0} if turnouts.series(board) else {}
    return kinds | registers | people | systems | turnout | {"clock": 0, "democracies": 0, "corrections": 0}
