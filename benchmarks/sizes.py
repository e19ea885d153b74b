"""The sets that are measured."""

from typing import NamedTuple


class Size(NamedTuple):
    """So many communities with so many records each."""

    name: str
    communities: int
    records: int

    def kinds(self) -> dict[str, int]:
        """Records of each kind in one community; at M 25, 25, 12, 3 and 35 notices."""
        counts = {
            "meeting": self.records // 4,
            "resolution": self.records // 4,
            "statement": max(1, self.records * 12 // 100),
            "review": max(1, self.records * 3 // 100),
        }
        return counts | {"notice": self.records - sum(counts.values())}


SIZES = {size.name: size for size in (Size("S", 5, 20), Size("M", 66, 100))}
