"""Only UTF-8, and only characters that can be seen."""

import pytest

from noticeboard.reading import text
from tests.reading.told import brief, sentences


def decoded(content: str | bytes) -> list[str]:
    return brief(text.decode(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))[1])


@pytest.mark.parametrize(
    "content",
    [
        "停水通知\n",
        "first\r\nsecond\r\n",
        "\tTAB is for others to judge",
        "𠮷野家 㐀 𮯠 王·买买提",
        "☀️ 👨‍👩‍👧 👍🏽 1️⃣ ❤︎",
        "葛\U000e0101飾区",
        "ᠠ᠋ᠮᠤ",
        "ångström café",
        "e\u0323\u0302",  # composed: ệ has a form of its own only together; kept where NFC keeps it
    ],
)
def test_text_that_can_be_seen_is_accepted(content: str) -> None:
    import unicodedata

    assert decoded(unicodedata.normalize("NFC", content)) == []


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x01\x08\x0b\x0c\x1f\x7f\x85\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u2800\u3164\uffa0",
        *"\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff",
        *"\ufe0f\ufe00\u2e80\u2f00\u2fdf\ue000\uf8ff\ufdd0\ufffc\ufffd\ufffe\uffff",
        *"\U000e0001\U000e007f\U000f0000\U0010ffff",
    ],
)
def test_a_character_that_hides_is_refused_by_its_code(character: str) -> None:
    _, faults = text.decode(f"好\n停水{character}通知".encode())
    assert brief(faults) == ["2:3 character-forbidden"]
    assert f"U+{ord(character):04X}" in sentences(faults[0])[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a\u200d👍", "1:2 character-forbidden"),
        ("👍\u200da", "1:2 character-forbidden"),
        ("1\ufe0f号楼", "1:2 character-forbidden"),
        ("x\U000e0101", "1:2 character-forbidden"),
        ("停\u0300\u0301\u0302\u0303\u0304", "1:2 character-pile"),
        ("好\ncafe\u0301", "2:4 text-not-composed"),
        ("好\n\ufa0e", None),
        ("好\n\uf900", "2:1 text-not-composed"),
        ("一\r二\r三", "1:2 line-break-old"),
        ("title: a\x00b", "1:9 character-forbidden"),
    ],
)
def test_what_hides_piles_up_or_is_stored_in_pieces(content: str, expected: str | None) -> None:
    assert decoded(content) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("content", "place", "seems"),
    [
        ("标题,停水\n日期,今天".encode("gbk"), "1:1", "GBK"),
        (b"title: ok\nabc: " + "停水".encode("gbk"), "2:6", "GBK"),
        (b"\xef\xbb\xbfok\nabc" + "停".encode("gbk"), "2:4", "GBK"),
        ("title: 停水\nabc: 今天停水".encode("gbk"), "1:8", "GBK"),
        ("title: 停水\nabc: ".encode() + "今天".encode("gbk"), "2:6", "GBK"),
        ("标题".encode("utf-16"), "1:1", "UTF-16"),
        (b"\xfe\xff" + "标题".encode("utf-16-be"), "1:1", "UTF-16"),
        ("title: water".encode("utf-16-le"), "1:1", "UTF-16"),
        (b"PK\x03\x04rest", "1:1", "Excel 或 Word 文件"),
        (b"\xd0\xcf\x11\xe0rest", "1:1", "旧版 Excel 或 Word 文件"),
        (b"%PDF-1.7", "1:1", "PDF 文件"),
        (b"ab\nc\xff\xff\xff", "2:2", "认不出的编码"),
    ],
)
def test_what_is_no_utf8_is_told_with_its_place_and_what_it_seems(content: bytes, place: str, seems: str) -> None:
    read, faults = text.decode(content)
    assert read == ""
    assert brief(faults) == [f"{place} file-not-utf8"]
    assert f"看起来是 {seems}" in sentences(faults[0])[0]


def test_a_mark_at_the_start_and_windows_line_breaks_are_taken_away() -> None:
    assert text.decode(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == ("a: 1\nb: 2\n", [])


def test_many_faults_are_told_at_once_but_not_more_than_fifty() -> None:
    assert len(text.decode(("\u200b\n" * 70).encode())[1]) == 50
