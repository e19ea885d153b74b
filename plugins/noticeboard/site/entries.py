"""What the search knows of a page: where it is, all its text, and by what its readers narrow results."""

from collections.abc import Iterator
from functools import cache

from noticeboard import schemas
from noticeboard.records.envelope import Record
from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.records.resolution import Resolution
from noticeboard.site import visible
from noticeboard.site.board import Board
from noticeboard.site.page import Page
from noticeboard.site.search import Entry
from noticeboard.site.translate import CHINESE, Translator

STATES = ("state", "status", "result")
"""Properties of records that say how it stands with them."""

KINDS = (*(kind.name for kind in RECORD_KINDS), "register", "page")
MARKS = ("posting", "corrected", "withdrawn", "remarked", "answered")


def entry(page: Page, html: str, board: Board) -> Entry:
    """The entry of a page as rendered."""
    title, text = visible.title(html), visible.text(html)
    record = page.context.get("record")
    if record is None:
        return Entry(page.folder, title, page.date, page.kind, text)
    row = board.rows[record.id]
    return Entry(
        page.folder, title, row.date, row.kind, "\n".join([text, *_translated(record)]),
        body=row.publisher, places=tuple(_places(record, board)), states=tuple(_states(record, board)),
    )  # fmt: skip


def _translated(record: Record) -> Iterator[str]:
    """Title and summary as pages in other languages have them; there is one search for all."""
    english = record.translations.en if record.translations else None
    if english:
        yield from (text for text in (english.title, english.summary) if text)


def _places(record: Record, board: Board) -> Iterator[str]:
    """The estate, where there are several, and the buildings that a record names."""
    if record.estate and len(board.community.estates) > 1:
        yield board.estate(record.estate)
    yield from map(board.building, record.buildings)


def _states(record: Record, board: Board) -> Iterator[str]:
    """Keys of `labels`: what lists mark the record with, and what it says of itself."""
    row = board.rows[record.id]
    yield from (mark for mark in (row.mark, row.remarked) if mark in MARKS or mark.startswith("finding-"))
    for kind in (row.kind, "envelope"):
        for name in STATES:
            if f"{kind}.{name}" in schemas.labels() and (value := getattr(record, name, "")):
                yield f"{kind}.{name}.{value}"
    if isinstance(record, Resolution):
        yield from sorted({f"resolution.motions.result.{motion.result}" for motion in record.motions})


@cache
def _named_states() -> dict[str, tuple[str, str]]:
    """State to its words in Chinese and English, of all kinds of records."""
    return {
        f"{key}.{value}": words
        for key, values in schemas.labels().items()
        if key.rpartition(".")[2] in STATES
        for value, words in values.items()
    }


def labels(t: Translator) -> dict[str, str]:
    """The words for the kinds and states of entries."""
    states = {key: words[t.language != CHINESE] for key, words in _named_states().items()}
    marks = {key.removeprefix("mark_"): word for key, word in t.catalogue.items() if key.startswith("mark_")}
    return marks | states | {name: t(name) for name in KINDS}
