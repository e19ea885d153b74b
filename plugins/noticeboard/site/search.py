"""Search that finds any substring, as static files for theme/static/js/search.js.

Every file is a script that calls `noticeboard(name, content)`, so that it loads
from file:// and under script-src 'self'. `index.js` comes first. It has the facets, names that
mean the same, the characters to fold, and one of: all "rows" of a small board; "shards" of
n-grams and "chunks" of rows of a large one; "packs", the names of the portal's title files.
A row is [url, date, kind, text], in title files also the community's slug and name; the first
line of its text is the title.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from noticeboard.site import folding, ngrams
from noticeboard.site.inputs import digest
from noticeboard.site.summary import Row

FULL_TEXT_BYTES = 560_000
"""Up to here a board's whole text is quicker to fetch than an index and a part of it; it travels as a fifth of that."""

CHUNK_BYTES = 24_000
YEARS_PER_PACK = 16
"""About how many years of one community a file of the portal's titles holds; a year is some 5 kB."""

SearchRow = tuple[str, str, str, str]


class Entry(NamedTuple):
    """One page. `url` is relative to the community's root, `date` ISO or empty; `text` has a line per paragraph."""

    url: str
    title: str
    date: str
    kind: str
    text: str
    body: str = ""
    places: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def row(self) -> SearchRow:
        rest = f"\n{self.text}".replace(f"\n{self.title}\n", "\n", 1)
        return self.url, self.date, self.kind, unicodedata.normalize("NFC", f"{self.title}{rest}")


def community_files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """Path below the community's `search/` to content."""
    newest_first = sorted(entries, key=lambda one: (one.date, one.url), reverse=True)
    rows = [one.row() for one in newest_first]
    texts = [text for *_, text in rows]
    index = {"facets": _facets(newest_first), **_words(texts)}
    if sum(len(text.encode()) for text in texts) <= FULL_TEXT_BYTES:
        return {"index.js": _script("index", index | {"rows": rows})}
    return _sharded(rows, index)


def _words(texts: Iterable[str]) -> dict[str, Any]:
    """What the client must know to compare texts and queries."""
    return {"folds": folding.folds("".join(texts)), "aliases": folding.aliases()}


def _facets(entries: Sequence[Entry]) -> dict[str, dict[str, str]]:
    """By what results are narrowed: facet to value to the numbers of its entries."""
    found: dict[str, defaultdict[str, list[int]]] = {
        name: defaultdict(list) for name in ("kind", "year", "body", "place", "state")
    }
    for number, one in enumerate(entries):
        values = ([one.kind], [one.date[:4]], [one.body], one.places, one.states)
        for name, own in zip(found, values, strict=True):
            for value in filter(None, own):
                found[name][value].append(number)
    written = ngrams.Postings(len(entries))
    return {name: {value: written(numbers) for value, numbers in facet.items()} for name, facet in found.items()}


def _sharded(rows: Sequence[SearchRow], index: dict[str, Any]) -> dict[str, bytes]:
    """Parts are named by their content: an old directory never meets a new part."""
    files: dict[str, bytes] = {}
    directory = {
        "count": len(rows),
        "chunks": [(first, _add(files, "text", chunk)) for first, chunk in _chunks(rows)],
        "shards": [(first, _add(files, "grams", lines)) for first, lines in ngrams.shards([row[3] for row in rows])],
    }
    return {"index.js": _script("index", index | directory)} | files


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
    words = _words(row[3] for rows in packs.values() for row in rows)
    folds = _script("traditional", folding.pairs())
    return {"index.js": _script("index", words | {"packs": list(packs)}), "traditional.js": folds} | files


def _title_row(slug: str, community: str, row: Row) -> tuple[str, ...]:
    text = "\n".join(filter(None, (row.title, row.summary, row.document_number)))
    return f"{slug}/{row.url}", row.date, row.kind, unicodedata.normalize("NFC", text), slug, community


def _begins_pack(name: str) -> bool:
    return int(digest([name.encode()])[:8], 16) % YEARS_PER_PACK == 0


def _script(name: str, content: Any) -> bytes:
    return b'noticeboard("%s",%s)\n' % (name.encode(), _json(content))


def _json(content: Any) -> bytes:
    """JSON that is JavaScript too: older engines take these two characters for line ends."""
    return msgspec.json.encode(content).replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
