"""Search that finds any substring, as static files for theme/static/js/search.js.

Every file is a script that calls `noticeboard(name, content)`, so that it loads
from file:// and under script-src 'self'. `index.js` comes first and is one of:
{"rows"}, all text of a small board; the directory of a large one's n-gram
shards and text chunks; {"packs"}, the names of the portal's title files.
A row is [url, date, kind, text], in title files also the community's name; the first
line of its text is the title.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from noticeboard.records.envelope import Record
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.site import ngrams, visible
from noticeboard.site.board import Board
from noticeboard.site.inputs import digest
from noticeboard.site.summary import Row

FULL_TEXT_UP_TO = 400
"""Records of a board up to which its whole text is smaller to fetch than an index of it."""

CHUNK_BYTES = 24_000
YEARS_PER_PACK = 16
"""About how many years of one community a file of the portal's titles holds; a year is some 5 kB."""

SearchRow = tuple[str, str, str, str]


class Entry(NamedTuple):
    """One record. `url` is relative to the community's root, `date` ISO; `text` begins with the title's line."""

    id: str
    url: str
    title: str
    date: str
    kind: str
    text: str


def entry(record: Record, board: Board) -> Entry:
    """All that a record's page shows, in Chinese, as one line per paragraph or row."""
    kind = BY_FOLDER[record.folder].name
    return Entry(record.id, f"{record.id}/", record.title, str(record.date), kind, visible.text(record, board))


def community_files(entries: Sequence[Entry]) -> dict[str, bytes]:
    """Path below the community's `search/` to content."""
    newest_first = sorted(entries, key=lambda one: (one.date, one.id), reverse=True)
    rows = [(one.url, one.date, one.kind, unicodedata.normalize("NFC", one.text)) for one in newest_first]
    return {"index.js": _script("index", {"rows": rows})} if len(rows) <= FULL_TEXT_UP_TO else _sharded(rows)


def _sharded(rows: Sequence[SearchRow]) -> dict[str, bytes]:
    """Parts are named by their content: an old directory never meets a new part."""
    files: dict[str, bytes] = {}
    shards = ngrams.shards([text for *_, text in rows])
    directory = {
        "kind": [kind for _, _, kind, _ in rows],
        "year": [date[:4] for _, date, _, _ in rows],
        "chunks": [(first, _add(files, "text", chunk)) for first, chunk in _chunks(rows)],
        "shards": [(first, _add(files, "grams", lines)) for first, lines in shards],
    }
    return {"index.js": _script("index", directory)} | files


def _chunks(rows: Sequence[SearchRow]) -> list[tuple[int, Sequence[SearchRow]]]:
    """(number of its first row, rows), cut from the oldest on: a new record changes only the first chunk."""
    starts, size = [0], 0
    for number in range(len(rows) - 1, 0, -1):
        size += len(rows[number][3].encode())
        if size >= CHUNK_BYTES:
            starts.insert(1, number)
            size = 0
    return [(start, rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _add(files: dict[str, bytes], what: str, content: Any) -> str:
    """Put `content` among the files; its name."""
    name = f"{what}-{digest([_json(content)])[:12]}"
    files[f"{name}.js"] = _script(name, content)
    return name


def portal_files(communities: Sequence[tuple[str, str, Sequence[Row]]]) -> dict[str, bytes]:
    """Path below the portal's `search/` to content: title, summary and number of every record.

    `communities` are (slug, name, rows newest first). A file holds some consecutive
    years of communities; where it ends depends on their names alone, so a changed
    record rewrites one file and a new year of a community at most two and the index.
    """
    packs: dict[str, list[tuple[str, ...]]] = {}
    name = ""
    for slug, title, rows in communities:
        for year, group in groupby(rows, lambda row: row.date[:4]):
            if not name or _begins_pack(f"{slug}-{year}"):
                name = f"titles-{slug}-{year}"
            packs.setdefault(name, []).extend(_title_row(slug, title, row) for row in group)
    files = {f"{name}.js": _script(name, rows) for name, rows in packs.items()}
    return {"index.js": _script("index", {"packs": list(packs)})} | files


def _title_row(slug: str, community: str, row: Row) -> tuple[str, ...]:
    text = "\n".join(filter(None, (row.title, row.summary, row.document_number)))
    return f"{slug}/{row.url}", row.date, row.kind, unicodedata.normalize("NFC", text), community


def _begins_pack(name: str) -> bool:
    return int(digest([name.encode()])[:8], 16) % YEARS_PER_PACK == 0


def _script(name: str, content: Any) -> bytes:
    return b'noticeboard("%s",%s)\n' % (name.encode(), _json(content))


def _json(content: Any) -> bytes:
    """JSON that is JavaScript too: older engines take these two characters for line ends."""
    return msgspec.json.encode(content).replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
