"""The two files of the log, byte for byte: whoever kept an old copy must be able to read it for ever."""

import base64
import datetime

import msgspec
import pytest

from noticeboard.history import log, merkle
from noticeboard.history.log import Checkpoint, Entry, Event, LogError

ENTRY = Entry(
    id="elm/notices/a", event=Event.IMPORT, version=1, digest="d1", previous="", logged_on=datetime.date(2026, 7, 20)
)
LINE = b'{"digest":"d1","event":"import","id":"elm/notices/a","logged_on":"2026-07-20","previous":"","version":1}'
ROOT = bytes(range(32))
TEXT = "gongshilan\n3\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"


def test_an_entry_is_one_line_in_canonical_form() -> None:
    assert ENTRY.line == LINE
    assert log.parse_entries(LINE + b"\n") == [ENTRY]


def test_the_words_for_what_happened_stay() -> None:
    assert [str(one) for one in Event] == ["import", "publish", "correct", "update", "withdraw", "erase"]


@pytest.mark.parametrize(
    "line", [b"{}", b"x", b"\xff", pytest.param(b"[" * 100_000, id="deep"), LINE.replace(b":1}", b":9007199254740993}")]
)
def test_a_line_that_is_no_entry_is_refused_with_its_number(line: bytes) -> None:
    with pytest.raises(LogError, match=r"^line 2 of the log cannot be read$"):
        log.parse_entries(LINE + b"\n" + line + b"\n")


def test_an_entry_written_otherwise_is_refused_with_its_number() -> None:
    with pytest.raises(LogError, match=r"^line 1 of the log is not in canonical form$"):
        log.parse_entries(LINE.replace(b":", b": ") + b"\n" + LINE + b"\n")


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (TEXT, Checkpoint(3, ROOT)),
        (f"{TEXT}files ab12\n", Checkpoint(3, ROOT, "ab12")),
    ],
)
def test_a_checkpoint_says_size_and_root_and_files(text: str, point: Checkpoint) -> None:
    assert point.text() == text
    assert log.parse_checkpoint(text.encode()) == point


def test_a_checkpoint_is_of_all_entries() -> None:
    second = msgspec.structs.replace(ENTRY, version=2)
    root = merkle.root([merkle.leaf(LINE), merkle.leaf(second.line)])
    assert log.checkpoint([ENTRY, second]) == Checkpoint(2, root)
    assert log.checkpoint([ENTRY, second], "ab12") == Checkpoint(2, root, "ab12")


def test_what_else_a_checkpoint_says_is_passed_over() -> None:
    assert log.parse_checkpoint(f"{TEXT}witness x\nfiles ab12\n".encode()) == Checkpoint(3, ROOT, "ab12")
    assert log.parse_checkpoint(f"{TEXT}witness x\n".encode()) == Checkpoint(3, ROOT)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cannot be read"),
        (f"{TEXT}打印件\n", "cannot be read"),
        (TEXT.replace("\n3\n", "\nthree\n"), "cannot be read"),
        (TEXT.replace("AAEC", "AA*EC"), "cannot be read"),
        (TEXT.replace("gongshilan", "another"), "is not of this kind of log"),
        (f"gongshilan\n3\n{base64.b64encode(ROOT[1:]).decode()}\n", "is not of this kind of log"),
    ],
)
def test_a_checkpoint_of_another_kind_is_refused(text: str, why: str) -> None:
    with pytest.raises(LogError, match=f"^the checkpoint {why}$"):
        log.parse_checkpoint(text.encode())


def test_the_code_for_paper_has_26_letters_that_cannot_be_mistaken() -> None:
    code = log.code(ROOT)
    assert code == "000G4-0R40M-30E20-9185G-R38E1-W"
    assert not set(code) & set("ILOU")
