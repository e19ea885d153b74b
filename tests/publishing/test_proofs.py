"""Proofs of the verifier: by published vectors, for every tree of up to 256 leaves, and none that was tampered with."""

import os
from random import Random

import pytest

from noticeboard.history.merkle import leaf, root
from noticeboard.publishing.verify import consistency, extends, includes, inclusion
from tests.conftest import Tell
from tests.history.test_merkle import ENTRIES, ROOTS, TREE

PROOFS = int(os.environ.get("TRUST_PROOFS", "4000"))
SIZES = range(1, 257) if PROOFS > 4000 else [*range(1, 34), 63, 64, 65, 127, 128, 129, 255, 256]
LEAVES = [leaf(entry) for entry in ENTRIES]
PATHS = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
"""(index, size) to the inclusion proof: the vectors of Certificate Transparency's reference implementation."""
STEPS = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
"""(first, size) to the consistency proof, from there too."""


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_inclusion_is_proved_as_in_the_published_vectors(index: int, size: int) -> None:
    assert [one.hex() for one in inclusion(LEAVES[:size], index)] == PATHS[index, size]
    path = [bytes.fromhex(one) for one in PATHS[index, size]]
    assert includes(LEAVES[index], index, size, path, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize(("first", "size"), STEPS)
def test_consistency_is_proved_as_in_the_published_vectors(first: int, size: int) -> None:
    assert [one.hex() for one in consistency(LEAVES[:size], first)] == STEPS[first, size]
    steps = [bytes.fromhex(one) for one in STEPS[first, size]]
    assert extends(first, bytes.fromhex(ROOTS[first - 1]), size, bytes.fromhex(ROOTS[size - 1]), steps)


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_is_proved_to_be_in_the_tree_at_its_place_and_nowhere_else(size: int) -> None:
    whole = root(TREE[:size])
    for index in range(size):
        proof = inclusion(TREE[:size], index)
        assert includes(TREE[index], index, size, proof, whole)
        assert not includes(TREE[index], index + 1, size, proof, whole)
        assert not includes(TREE[(index + 1) % 256], index, size, proof, whole)
        assert not includes(TREE[index], index, size, [*proof, whole], whole)
        assert not proof or not includes(TREE[index], index, size, proof[:-1], whole)


@pytest.mark.parametrize("size", SIZES)
def test_every_beginning_is_proved_to_be_one(size: int) -> None:
    whole = root(TREE[:size])
    for first in range(1, size + 1):
        proof, old = consistency(TREE[:size], first), root(TREE[:first])
        assert extends(first, old, size, whole, proof)
        assert not extends(first, leaf(b"other"), size, whole, proof)
        assert not extends(first, old, size, leaf(b"other"), proof)
        assert not extends(first, old, size, whole, [*proof, whole])
        assert not proof or not extends(first, old, size, whole, proof[:-1])


def test_nothing_is_the_beginning_of_no_tree() -> None:
    assert not extends(0, root([]), 5, root(TREE[:5]), [])
    assert not extends(0, root([]), 0, root([]), [])
    assert not extends(6, root(TREE[:6]), 5, root(TREE[:5]), [])


def test_no_tampered_proof_is_accepted(figure: Tell) -> None:
    """A million in `make trust-long`: bits flipped, steps swapped, left out and doubled, other places and sizes."""
    chance = Random(6962)  # noqa: S311
    roots = [root(TREE[:size]) for size in range(257)]
    for _ in range(PROOFS // 50):
        size = chance.randint(2, 256)
        index, first = chance.randrange(size), chance.randint(1, size - 1)
        included, extended = inclusion(TREE[:size], index), consistency(TREE[:size], first)
        for _ in range(25):
            where, of, proof = spoilt(chance, index, size, included)
            assert (where, of, proof) == (index, size, included) or not includes(
                TREE[index], where, of, proof, roots[size]
            )
            where, of, proof = spoilt(chance, first, size, extended)
            assert (where, of, proof) == (first, size, extended) or not extends(
                where, roots[first], of, roots[size], proof
            )
    figure(f"proofs: 0 of {PROOFS} tampered ones accepted, all trees of {len(SIZES)} sizes up to {max(SIZES)} leaves")


def spoilt(chance: Random, where: int, size: int, proof: list[bytes]) -> tuple[int, int, list[bytes]]:
    """One small change to a claim."""
    at = chance.randrange(len(proof))
    match chance.randrange(6):
        case 0:
            return chance.randrange(size), size, proof
        case 1:
            return where, size, proof[:at] + proof[at + 1 :]
        case 2:
            return where, size, [*proof[:at], proof[at], *proof[at:]]
        case 3:
            other = chance.randrange(len(proof))
            swapped = list(proof)
            swapped[at], swapped[other] = swapped[other], swapped[at]
            return where, size, swapped
    bits = bytearray(proof[at])
    bits[chance.randrange(32)] ^= 1 << chance.randrange(8)
    return where, size, [*proof[:at], bytes(bits), *proof[at + 1 :]]
