"""What a PDF says and may do is known before it is published."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.privacy import documents
from tests.privacy.made import pdf


def test_its_text_and_properties_are_read() -> None:
    found = documents.read(pdf("Call 13800138000", author="a@example.org"))
    assert "Call 13800138000" in found.text
    assert "a@example.org" in found.text
    assert found.active == []


def test_a_script_is_seen() -> None:
    assert documents.read(pdf(script="app.alert(1)")).active == ["/JS", "/JavaScript"]


LOCKED = pdf(password="secret")  # noqa: S106


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"%PDF-1.7\n" + b"x" * 1000, pdf("x")[:300], LOCKED])
def test_what_cannot_be_looked_into_is_refused(content: bytes) -> None:
    with pytest.raises(documents.UnreadableError):
        documents.read(content)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_spoilt_file_does_anything_but_be_refused_or_read(data: st.DataObject) -> None:
    content = pdf("Call 13800138000")
    at = data.draw(st.integers(0, len(content) - 1))
    with contextlib.suppress(documents.UnreadableError):
        documents.read(content[:at] + data.draw(st.binary(max_size=8)) + content[at + data.draw(st.integers(0, 8)) :])
