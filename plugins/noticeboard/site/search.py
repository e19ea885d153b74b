"""Search that finds any substring, as static files for theme/static/js/search.js.

Every file is a script that calls `noticeboard(name, content)`, so that it loads
from file:// and under script-src 'self'. `index.js` comes first. It has the facets, names that
mean the same, the traditional characters in the texts with their simplified ones, and either all
"rows", where these are small, or the directory of "shards" of n-grams and "chunks" of rows.
A row is [url, date, kind, text]; the first line of its text is the title.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from noticeboard import aliases
from noticeboard.site import folding, ngrams
from noticeboard.site.inputs import digest
from noticeboard.site.summary import Row

FULL_TEXT_BYTES = 560_000
"""Up to here a board's whole text is quicker to fetch than an index and a part of it; it travels as a fifth of that."""

CHUNK_BYTES = 24_000
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
    """Path below a community's `search/` to content."""
    newest_first = sorted(entries, key=lambda one: (one.date, one.url), reverse=True)
    return _files([one.row() for one in newest_first], _facets(newest_first))


def portal_files(communities: Iterable[tuple[str, str, Sequence[Row]]]) -> dict[str, bytes]:
    """Path below the portal's `search/` to content: title, summary and number of every record.

    `communities` are (slug, name, rows); the traditional characters are there for the communities too.
    """
    found = [(f"{slug}/{row.url}", name, row) for slug, name, rows in communities for row in rows]
    found.sort(key=lambda one: (one[2].date, one[0]), reverse=True)
    rows = [(url, row.date, row.kind, _titles(row)) for url, _, row in found]
    values = [(("kind", row.kind), ("year", row.date[:4]), ("community", name)) for _, name, row in found]
    return _files(rows, _facet_postings(values)) | {"traditional.js": _script("traditional", folding.pairs())}


def _titles(row: Row) -> str:
    return unicodedata.normalize("NFC", "\n".join(filter(None, (row.title, row.summary, row.document_number))))


Facets = dict[str, dict[str, str]]
"""By what results are narrowed: facet to value to the numbers of its rows, as `Postings` writes them."""


def _facets(entries: Sequence[Entry]) -> Facets:
    return _facet_postings(
        (
            ("kind", one.kind), ("year", one.date[:4]), ("body", one.body),
            *(("place", place) for place in one.places), *(("state", state) for state in one.states),
        )
        for one in entries
    )  # fmt: skip


def _facet_postings(found: Iterable[Iterable[tuple[str, str]]]) -> Facets:
    """From (facet, value) pairs of each row; a value may be empty."""
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    count = 0
    for count, pairs in enumerate(found, start=1):
        for pair in pairs:
            numbers[pair].append(count - 1)
    written = ngrams.Postings(count)
    facets: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (facet, value), own in numbers.items():
        if value:
            facets[facet][value] = written(own)
    return dict(facets)


def _files(rows: Sequence[SearchRow], facets: Facets) -> dict[str, bytes]:
    """One file, or parts named by their content: an old directory never meets a new part."""
    texts = [text for *_, text in rows]
    index = {"facets": facets, "folds": folding.folds("".join(texts)), "aliases": aliases.groups()}
    if sum(len(text.encode()) for text in texts) <= FULL_TEXT_BYTES:
        return {"index.js": _script("index", index | {"rows": rows})}
    files: dict[str, bytes] = {}
    directory = {
        "count": len(rows),
        "chunks": [(first, _add(files, "text", chunk)) for first, chunk in _chunks(rows)],
        "shards": [(first, _add(files, "grams", lines)) for first, lines in ngrams.shards(texts)],
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


def _script(name: str, content: Any) -> bytes:
    return b'noticeboard("%s",%s)\n' % (name.encode(), _json(content))


def _json(content: Any) -> bytes:
    """JSON that is JavaScript too: older engines take these two characters for line ends."""
    return msgspec.json.encode(content).replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
