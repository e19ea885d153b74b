"""What a picture carries with it goes, and the picture stays as it is to the bit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.privacy import pictures
from tests.privacy.made import GPS, chunk, jpeg, png, segment

EXIF = segment(0xE1, GPS)


@pytest.mark.parametrize(
    ("told", "bare"),
    [
        (jpeg(EXIF), jpeg()),
        (jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")), jpeg()),
        (jpeg(segment(0xED, b"Photoshop 3.0\0")), jpeg()),
        (jpeg(segment(0xFE, b"a comment")), jpeg()),
        (jpeg(segment(0xE2, b"MPF\0")), jpeg()),
        (jpeg(behind=b"PK\x03\x04"), jpeg()),
        (png(chunk(b"eXIf", GPS)), png()),
        (png(chunk(b"tEXt", b"Author\0somebody")), png()),
        (png(chunk(b"iTXt", b"XML:com.adobe.xmp\0")), png()),
        (png(behind=b"<script>"), png()),
    ],
)
def test_what_tells_more_than_the_picture_is_found_and_taken_out(told: bytes, bare: bytes) -> None:
    picture = pictures.read(told)
    assert picture.tells
    assert picture.bare == bare
    assert not pictures.read(bare).tells


def test_colours_and_density_stay() -> None:
    kept = jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01"), segment(0xEE, b"Adobe\0"), width=800, height=600)
    picture = pictures.read(kept)
    assert (picture.tells, picture.bare, picture.width, picture.height) == (False, kept, 800, 600)
    assert pictures.read(png(chunk(b"gAMA", b"\0\0\xb1\x8f"), width=7, height=9))[:2] == (7, 9)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff", jpeg()[:30], jpeg()[:-2], png()[:20], png()[:40], b"GIF89a"]
)
def test_what_is_cut_off_or_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(pictures.UnreadableError):
        pictures.read(content)


@given(st.sampled_from([jpeg(EXIF), png(chunk(b"tEXt", b"a\0b"))]), st.data())
def test_no_spoilt_file_does_anything_but_be_refused_or_read(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    spoilt = content[:at] + data.draw(st.binary(max_size=4)) + content[at + data.draw(st.integers(0, 4)) :]
    try:
        picture = pictures.read(spoilt)
    except pictures.UnreadableError:
        return
    assert not pictures.read(picture.bare).tells
