"""RFC 6962 by its own definition, by its published vectors, and for every tree of up to 256 leaves."""

import hashlib
from random import Random

import pytest

from noticeboard.history.merkle import Hash, consistency_proof, extends, includes, inclusion_proof, leaf, node, root

ENTRIES = [
    bytes.fromhex(one)
    for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The test vectors of Certificate Transparency's reference implementation."""

TREE = [leaf(number.to_bytes(2, "big")) for number in range(256)]


def by_definition(leaves: list[Hash]) -> Hash:
    """Section 2.1 word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return node(by_definition(leaves[:k]), by_definition(leaves[k:]))


def test_the_roots_are_those_of_the_published_vectors() -> None:
    leaves = [leaf(entry) for entry in ENTRIES]
    assert [root(leaves[:size]).hex() for size in range(1, 9)] == ROOTS
    assert root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_root_is_that_of_the_definition() -> None:
    assert all(root(TREE[:size]) == by_definition(TREE[:size]) for size in range(257))


@pytest.mark.parametrize("size", [*range(1, 34), 63, 64, 65, 127, 128, 129, 255, 256])
def test_every_leaf_is_proved_to_be_in_the_tree_at_its_place_and_nowhere_else(size: int) -> None:
    whole = root(TREE[:size])
    for index in range(size):
        proof = inclusion_proof(TREE[:size], index)
        assert includes(TREE[index], index, size, proof, whole)
        assert not includes(TREE[index], index + 1, size, proof, whole)
        assert not includes(TREE[(index + 1) % 256], index, size, proof, whole)
        assert not includes(TREE[index], index, size, [*proof, whole], whole)
        assert not proof or not includes(TREE[index], index, size, proof[:-1], whole)


@pytest.mark.parametrize("size", [*range(1, 34), 63, 64, 65, 127, 128, 129, 255, 256])
def test_every_beginning_is_proved_to_be_one(size: int) -> None:
    whole = root(TREE[:size])
    for first in range(size + 1):
        proof, old = consistency_proof(TREE[:size], first), root(TREE[:first])
        assert extends(first, old, size, whole, proof)
        assert not extends(first, leaf(b"other"), size, whole, proof)
        assert first == 0 or not extends(first, old, size, leaf(b"other"), proof)
        assert not extends(first, old, size, whole, [*proof, whole])


def test_no_tampered_proof_is_accepted() -> None:
    chance = Random(6962)  # noqa: S311
    for _ in range(4000):
        size = chance.randint(2, 256)
        index, whole = chance.randrange(size), root(TREE[:size])
        proof = inclusion_proof(TREE[:size], index)
        at, bit = chance.randrange(len(proof)), 1 << chance.randrange(8)
        spoilt = bytearray(proof[at])
        spoilt[chance.randrange(32)] ^= bit
        assert not includes(TREE[index], index, size, [*proof[:at], bytes(spoilt), *proof[at + 1 :]], whole)
