"""A Merkle tree over the lines of an append-only log: RFC 6962, section 2.1. Proofs are verify.py's."""

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
