"""A Merkle tree over the lines of an append-only log: RFC 6962, section 2.1 (RFC 9162 for checking proofs)."""

import hashlib
from collections.abc import Sequence

Hash = bytes
"""32 bytes of SHA-256."""


def leaf(entry: bytes) -> Hash:
    """The hash of one entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: Hash, right: Hash) -> Hash:
    """The hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[Hash]) -> Hash:
    """The hash of the whole tree; of nothing, that of the empty text."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:  # an odd one at the end moves up as it is
        level = [node(*level[i : i + 2]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    return level[0]


def inclusion_proof(leaves: Sequence[Hash], index: int) -> list[Hash]:
    """What leads from the leaf at `index` to the root, from the bottom up."""
    if len(leaves) <= 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(leaves[:split], index), root(leaves[split:])]
    return [*inclusion_proof(leaves[split:], index - split), root(leaves[:split])]


def consistency_proof(leaves: Sequence[Hash], first: int) -> list[Hash]:
    """What shows that the tree of the `first` leaves is the beginning of the tree of all."""
    return _consistency(leaves, first, whole=True) if 0 < first < len(leaves) else []


def _consistency(leaves: Sequence[Hash], first: int, *, whole: bool) -> list[Hash]:
    if first == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if first <= split:
        return [*_consistency(leaves[:split], first, whole=whole), root(leaves[split:])]
    return [*_consistency(leaves[split:], first - split, whole=False), root(leaves[:split])]


def _split(size: int) -> int:
    """The greatest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def includes(entry: Hash, index: int, size: int, proof: Sequence[Hash], expected: Hash) -> bool:
    """Whether the proof shows that leaf hash `entry` stands at `index` of the tree of `size` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    position, last, found = index, size - 1, entry
    for step in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            found = node(step, found)
            position, last = _up_to_a_right_turn(position, last)
        else:
            found = node(found, step)
        position, last = position >> 1, last >> 1
    return last == 0 and found == expected


def _up_to_a_right_turn(position: int, last: int) -> tuple[int, int]:
    while position and not position & 1:
        position, last = position >> 1, last >> 1
    return position, last


def extends(first: int, old: Hash, size: int, new: Hash, proof: Sequence[Hash]) -> bool:
    """Whether the proof shows that the tree of `size` begins with the tree of `first` (RFC 9162, 2.1.4.2)."""
    if first == size:
        return old == new and not proof
    if not 0 < first < size:
        return first == 0 and not proof and old == root([])
    steps = list(proof) if first & (first - 1) else [old, *proof]
    if not steps:
        return False
    position, last = first - 1, size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    was = now = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            was, now = node(step, was), node(step, now)
            position, last = _up_to_a_right_turn(position, last)
        else:
            now = node(now, step)
        position, last = position >> 1, last >> 1
    return last == 0 and was == old and now == new
