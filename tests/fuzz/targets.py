"""One function for each reader of foreign bytes: it raises where the reader does anything but answer.

What is refused is refused by the reader's own error or by faults that can be
told; what is accepted keeps the promises that the rest of the house relies on.
"""

import contextlib
import re
from collections.abc import Callable, Iterable
from types import SimpleNamespace

import msgspec

from noticeboard import report
from noticeboard.findings import Finding
from noticeboard.history import log
from noticeboard.privacy import documents, pictures
from noticeboard.privacy.scan import mask, scan
from noticeboard.publishing import verify
from noticeboard.reading import csv_file, personal, text, tree, yaml_file
from noticeboard.reading.fault import FAULTS, MOST_PER_FILE, Fault
from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.site import prose
from tests.site.shown import inert

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def of_yaml(content: bytes) -> None:
    """A record of one kind or another."""
    kind = RECORD_KINDS[sum(content[-3:]) % len(RECORD_KINDS)]
    characters, faults = text.decode(content)
    if not faults:
        read, faults = tree.read(kind.name, characters)
        assert (read is None) == bool(faults)
        if read is not None:
            assert ("title",) in yaml_file.positions(characters)
            record = msgspec.convert(read | {"id": f"{kind.folder}/a"}, kind.type, strict=False)
            assert msgspec.json.encode(record)
    sound(faults, content.count(b"\n") + 1)


def of_csv(content: bytes) -> None:
    """A ledger."""
    characters, faults = text.decode(content)
    if not faults:
        read, faults = csv_file.parse(characters)
        assert (read is None) == bool(faults)
        if read is not None:
            assert read.income.as_tuple().exponent == read.expense.as_tuple().exponent == -2
            assert {len(row) for row in read.rows} == {len(read.columns)}
    sound(faults, content.count(b"\n") + 1)


def of_prose(content: bytes) -> None:
    """Record text as HTML."""
    inert(prose.render(content.decode("utf-8", "replace")))


def of_privacy(content: bytes) -> None:
    """Finds stand in order on their lines, and what was masked is not found again."""
    characters = content.decode("utf-8", "replace")
    end = 0
    for one in scan(characters):
        assert end <= one.start < one.end <= len(characters)
        assert "\n" not in characters[one.start : one.end]
        end = one.end
    masked = mask(characters)
    assert masked.count("\n") == characters.count("\n")
    assert scan(mask(mask(masked))) == []  # what is left of one number may make another with the next
    sound(personal.faults(characters, set()), characters.count("\n") + 1)


def of_picture(content: bytes) -> None:
    """A picture is its pieces, and what is left of it tells nothing."""
    with contextlib.suppress(pictures.UnreadableError):
        picture = pictures.read(content)
        assert b"".join(piece.content for piece in picture.pieces) == content
        assert not pictures.read(picture.bare).tells


def of_document(content: bytes) -> None:
    """A PDF."""
    with contextlib.suppress(documents.UnreadableError):
        documents.read(content)


def of_log(content: bytes) -> None:
    """Entries and checkpoint; the verifier that stands alone must judge them in the same way."""
    read = None
    with contextlib.suppress(log.LogError):
        read = log.parse_entries(content)
        assert b"\n".join(entry.line for entry in read) == b"\n".join(content.splitlines())
    lines = content.splitlines()
    if read is None and len(lines) == 1:
        assert verify.parse_entry(lines[0]) is None or not _calendar(lines[0])
    with contextlib.suppress(log.LogError):
        point = log.parse_checkpoint(content)
        assert log.parse_checkpoint(point.text().encode()) == point


def _calendar(line: bytes) -> bool:
    """Whether the portal's own types hold besides: the day and the event of an entry."""
    try:
        msgspec.json.decode(line, type=log.Entry)
    except msgspec.MsgspecError:
        return False
    return True


def of_verifier(content: bytes) -> None:
    """A published folder whose every file is these bytes, or parts of them."""
    entries, _, rest = content.partition(b"\0")
    point, _, other = rest.partition(b"\0")
    files = {"log/entries.jsonl": entries, "log/checkpoint": point}
    site = SimpleNamespace(get=lambda name: files.get(name, other), names=lambda: None)
    wrong = verify.verify(site, paper=other[:30].decode("latin-1"), size=len(other), old=other)
    assert all(isinstance(about, str) and isinstance(what, str) for about, what in wrong)
    assert wrong
    verify.digest_of(other, "a/notices/b")


def sound(faults: Iterable[Fault], lines: int) -> None:
    """Known, few, at a place of the text, and told in words without what must not be shown."""
    faults = list(faults)
    assert len(faults) <= MOST_PER_FILE
    for one in faults:
        assert 1 <= one.line <= lines + 1
        assert one.column >= 1
        found, right, fix = report.sentences(
            Finding(rule=one.rule, severity=FAULTS[one.rule], path="", values=one.values), "zh"
        )
        assert found
        assert right or fix
        told = found + right + fix
        assert not CONTROL.search(told)
        assert scan(found) == []


TARGETS: dict[str, Callable[[bytes], None]] = {
    "yaml": of_yaml, "csv": of_csv, "prose": of_prose, "privacy": of_privacy, "picture": of_picture,
    "document": of_document, "log": of_log, "verifier": of_verifier,
}  # fmt: skip
SLOW = {"document": 20, "prose": 2}
"""Of these so many times fewer inputs are tried, since each takes so many times longer."""
