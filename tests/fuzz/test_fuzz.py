"""A few inputs of every target on every run; `make fuzz` tries many more."""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import SLOW, TARGETS

ENTRY = seeds("log")[-1].splitlines()[0]
FUZZ = int(os.environ.get("FUZZ", "1000"))


FOUND = [
    ("log", b'{"digest":"\xff'),
    ("log", ENTRY.replace(b'"version":1', b'"version":' + b"9" * 31)),
    ("verifier", b"\0\0" + b"[" * 100_000),
    ("verifier", b'\0\0{"form":{"id":"\\ud800"},"salt":"00"}'),
    ("yaml", "title: \uf934\t通".encode()),
    ("privacy", b"13800136222 0212 3456 7890 128"),
    ("prose", b"[x](teL:javascript:alert(1))"),
    ("prose", b"[x](//evil.example/)"),
    ("prose", b"[x](\\\\evil.example/)"),
    ("picture", b"\xff\xd8" + b"\xff\xd0" * 100_000),
]
"""What once made a target fail."""


@pytest.mark.parametrize(("name", "content"), FOUND, ids=range(len(FOUND)))
def test_what_once_failed_is_answered(name: str, content: bytes) -> None:
    TARGETS[name](content)


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_bytes_come_there_is_an_answer(name: str) -> None:
    @settings(max_examples=max(20, FUZZ // len(TARGETS) // SLOW.get(name, 1)), deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.builds(
            lambda seed, other, number: mutated(seed, other, Random(number)),  # noqa: S311
            st.sampled_from(seeds(name)), st.sampled_from(seeds(name)), st.integers(0, 2**32),
        ),
    ))  # fmt: skip
    def answers(content: bytes) -> None:
        TARGETS[name](content)

    answers()
