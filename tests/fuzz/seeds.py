"""What fuzzing starts from: the corpus, and a published log."""

import datetime
from functools import cache

from noticeboard.history.log import Entry, Event, checkpoint
from tests.corpus import CASES, markup, persons

MOST_BYTES = 2_000


@cache
def seeds(target: str) -> list[bytes]:
    """Inputs of the corpus that concern a target, the short ones."""
    found = {
        "yaml": [case.content for case in CASES if case.path.endswith(".yaml")],
        "csv": [case.content for case in CASES if case.path.endswith(".csv")],
        "prose": [text.encode() for text in markup.VECTORS],
        "privacy": [case.content for case in persons.CASES],
        "picture": [case.content for case in CASES if case.path.endswith((".jpg", ".png"))],
        "document": [case.content for case in CASES if case.path.endswith(".pdf")],
        "log": [_entries(1), _entries(3), _checkpoint()],
        "verifier": [b"\0".join([_entries(2), _checkpoint(), b'{"form":{"id":"a/notices/b"},"salt":"00"}'])],
    }[target]
    return sorted({content for content in found if len(content) <= MOST_BYTES})


def _log(size: int) -> list[Entry]:
    day = datetime.date(2026, 4, 2)
    return [
        Entry(id=f"elm/notices/n-{n}", event=Event.PUBLISH, version=1, digest="0" * 64, previous="", logged_on=day)
        for n in range(size)
    ]


def _entries(size: int) -> bytes:
    return b"".join(entry.line + b"\n" for entry in _log(size))


def _checkpoint() -> bytes:
    return checkpoint(_log(2), "0" * 64).text().encode()
