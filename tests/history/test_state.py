"""What was published, in a folder: the log, and the texts that are kept."""

import datetime
import hashlib
from pathlib import Path

import msgspec
import pytest

from noticeboard.history import log, state
from noticeboard.history.canonical import Form
from noticeboard.history.log import Entry, Event, LogError
from noticeboard.history.state import State, Version

DAY = datetime.date(2026, 7, 20)
A, B, C = "elm/notices/a", "elm/notices/b", "oak/bodies"
SALT = "00" * 16


def form(record: str, title: str = "甲") -> Form:
    return {"id": record, "kind": "notice", "record": {"title": title}}


def log_of(*steps: tuple[str, Event, str]) -> State:
    """One entry a step: record, event and new text; without text nothing of it is left."""
    found = State(None)
    for record, event, text in steps:
        last = found.latest.get(record)
        version = Version(SALT, form(record, text)) if text else None
        entry = Entry(
            id=record, event=event, version=last.version + 1 if last else 1, digest=version.digest if version else "",
            previous=last.digest if last else "", logged_on=DAY,
        )  # fmt: skip
        found.add(entry, version)
    return found


TWICE = (A, Event.IMPORT, "一"), (B, Event.IMPORT, "一"), (C, Event.IMPORT, "一"), (A, Event.CORRECT, "二")
GONE = (*TWICE, (A, Event.ERASE, ""))
CLEANED = (*TWICE, (A, Event.ERASE, "净"), (A, Event.UPDATE, "新"))


def kept(of: State) -> list[tuple[str, int]]:
    return [(one.id, one.version) for one in of.kept()]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_version_file_has_the_form_and_the_salt_of_its_digest() -> None:
    version = Version("0a0b", {"id": "x"})
    assert version.content == b'{"form":{"id":"x"},"salt":"0a0b"}'
    assert version.digest == hashlib.sha256(b'\x0a\x0b{"id":"x"}').hexdigest()


def test_every_salt_is_a_new_one_of_128_bits() -> None:
    one, other = state.fresh_salt(), state.fresh_salt()
    assert one != other
    assert len(bytes.fromhex(one)) == 16


def test_the_newest_entry_of_each_record_and_their_communities_are_known() -> None:
    found = log_of(*TWICE)
    assert {record: entry.version for record, entry in found.latest.items()} == {A: 2, B: 1, C: 1}
    assert found.communities() == {"elm", "oak"}


def test_erasures_are_counted_of_one_record_or_of_all() -> None:
    found = log_of(*GONE, (B, Event.ERASE, "净"), (B, Event.ERASE, ""))
    assert [found.erasures(one) for one in (A, B, C)] == [1, 2, 0]
    assert found.erasures() == 3


def test_of_an_erased_record_only_what_came_with_the_erasure_or_after_is_kept() -> None:
    others = [(B, 1), (C, 1)]
    assert kept(log_of(*TWICE)) == [(A, 1), *others, (A, 2)]
    assert kept(log_of(*GONE)) == others
    assert kept(log_of(*CLEANED)) == [*others, (A, 3), (A, 4)]


def test_a_written_state_has_the_log_and_every_kept_version(tmp_path: Path) -> None:
    folder = tmp_path / "deep/state"
    written = log_of(*TWICE)
    assert written.write(folder) == log.checkpoint(written.entries)
    versions = [f"versions/{A}/1.json", f"versions/{A}/2.json", f"versions/{B}/1.json", f"versions/{C}/1.json"]
    assert files(folder) == {"checkpoint", "entries.jsonl", *versions}
    assert (folder / "entries.jsonl").read_bytes() == b"".join(one.line + b"\n" for one in written.entries)
    assert (folder / "checkpoint").read_text() == log.checkpoint(written.entries).text()
    assert (folder / versions[1]).read_bytes() == Version(SALT, form(A, "二")).content


def test_nothing_can_be_written_as_well(tmp_path: Path) -> None:
    assert State(None).write(tmp_path / "deep/state") == log.checkpoint([])
    assert files(tmp_path / "deep/state") == {"checkpoint", "entries.jsonl"}
    assert state.load(tmp_path / "deep/state").entries == []


def test_what_is_read_again_is_what_was_written(tmp_path: Path) -> None:
    log_of(*TWICE).write(tmp_path)
    found = state.load(tmp_path)
    assert found.entries == log_of(*TWICE).entries
    assert found.version(A, 1) == Version(SALT, form(A, "一"))
    assert (found.version(A, 3), found.version("elm/notices/none", 1)) == (None, None)
    assert found.new == {}


def test_a_state_that_goes_on_leaves_what_is_written_and_takes_away_what_was_erased(tmp_path: Path) -> None:
    log_of(*TWICE).write(tmp_path)
    old = tmp_path / f"versions/{B}/1.json"
    found = state.load(tmp_path)
    found.add(log_of(*CLEANED).entries[4], Version(SALT, form(A, "净")))
    before = old.stat().st_mtime_ns
    found.write(tmp_path)
    assert old.stat().st_mtime_ns == before
    assert files(tmp_path / f"versions/{A}") == {"3.json"}
    assert kept(state.load(tmp_path)) == [(B, 1), (C, 1), (A, 3)]


def test_what_was_erased_before_it_was_ever_written_is_not_written(tmp_path: Path) -> None:
    log_of(*GONE).write(tmp_path)
    assert files(tmp_path / "versions") == {f"{B}/1.json", f"{C}/1.json"}
    assert kept(state.load(tmp_path)) == [(B, 1), (C, 1)]


def test_without_a_log_nothing_was_published(tmp_path: Path) -> None:
    assert (state.load(tmp_path).entries, state.load(tmp_path).version(A, 1)) == ([], None)
    assert State(None).version(A, 1) is None


@pytest.mark.parametrize("name", [log.ENTRIES, log.CHECKPOINT])
def test_half_a_log_is_refused(tmp_path: Path, name: str) -> None:
    log_of(*TWICE).write(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(LogError, match=f"{name} is missing$"):
        state.load(tmp_path)


def refusal(folder: Path, entries: list[Entry]) -> str:
    """How a log that was rewritten, its checkpoint made to fit, is refused."""
    (folder / log.ENTRIES).write_bytes(b"".join(one.line + b"\n" for one in entries))
    (folder / log.CHECKPOINT).write_text(log.checkpoint(entries).text())
    with pytest.raises(LogError) as refused:
        state.load(folder)
    return str(refused.value)


def test_a_checkpoint_of_other_entries_is_refused(tmp_path: Path) -> None:
    log_of(*TWICE).write(tmp_path)
    for entries in (log_of(*TWICE[:3]).entries, log_of(*GONE[1:]).entries):
        (tmp_path / log.CHECKPOINT).write_text(log.checkpoint(entries).text())
        with pytest.raises(LogError, match=r"^the entries are not those that the checkpoint speaks of$"):
            state.load(tmp_path)


def test_versions_that_do_not_follow_each_other_are_refused(tmp_path: Path) -> None:
    log_of(*TWICE).write(tmp_path)
    first, *others, second = log_of(*TWICE).entries
    told = f"{A}: version {{}} does not follow the one before"
    assert refusal(tmp_path, [*others, second]) == told.format(2)
    assert refusal(tmp_path, [msgspec.structs.replace(first, previous="00"), *others]) == told.format(1)
    assert refusal(tmp_path, [first, *others, msgspec.structs.replace(second, previous="")]) == told.format(2)
    assert refusal(tmp_path, [first, *others, msgspec.structs.replace(second, version=3)]) == told.format(3)


def test_a_version_that_is_gone_or_another_is_refused(tmp_path: Path) -> None:
    written = log_of(*TWICE)
    written.write(tmp_path)
    file = tmp_path / f"versions/{A}/2.json"
    told = f"{A}: version 2 is not the one that was logged"
    file.write_bytes(Version(SALT, form(A, "三")).content)
    assert refusal(tmp_path, written.entries) == told
    file.unlink()
    assert refusal(tmp_path, written.entries) == told


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff"])
def test_a_version_file_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal_with(tmp_path, content) == f"{A}: version 2 cannot be read"


@pytest.mark.parametrize(
    "content", [pytest.param(b"[" * 100_000, id="deep"), b'{"form":{},"salt":"xy"}', b'{"form":{},"salt":1}']
)
def test_a_version_without_a_digest_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal_with(tmp_path, content) == f"{A}: version 2 is not the one that was logged"


def refusal_with(folder: Path, content: bytes) -> str:
    """What is said where the second version's file has this content."""
    written = log_of(*TWICE)
    written.write(folder)
    (folder / f"versions/{A}/2.json").write_bytes(content)
    return refusal(folder, written.entries)
