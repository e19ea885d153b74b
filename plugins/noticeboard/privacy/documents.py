"""What a PDF holds besides its pages' look: its text, its properties, and what it may do by itself."""

import io
import logging
from typing import Any, NamedTuple

MOST_PAGES = 200
"""Text of more pages is not looked at."""
MOST_UNPACKED = 20_000_000
"""Bytes of one part; a page that takes more is no page."""
ACTIVE = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/AA", "/XFA"}
"""What makes a document do something, or carry other files."""


class UnreadableError(Exception):
    """Not a PDF, broken, or locked with a password."""


class Document(NamedTuple):
    """`text` of all pages and of its properties, `active` the names of what it may do."""

    text: str
    active: list[str]


def read(content: bytes) -> Document:
    """Raises UnreadableError."""
    from pypdf import PdfReader, overwrite_configuration  # noqa: PLC0415  a tenth of a second that few communities need

    overwrite_configuration(zlib_maximum_output_length=MOST_UNPACKED)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd about a file is no news to a clerk
    try:
        reader = PdfReader(io.BytesIO(content))
        texts = [_text(page) for page in reader.pages[:MOST_PAGES]]
        texts += [str(value) for value in (reader.metadata or {}).values()]
        return Document("\n".join(texts), sorted(_active(reader)))
    except Exception as error:  # hostile files make the library fail in every way there is
        raise UnreadableError from error


def _text(page: Any) -> str:
    """Of one page. The library passes over what it cannot unpack; here that is an error."""
    if content := page.get_contents():
        content.get_data()
    return str(page.extract_text())


def _active(reader: Any) -> set[str]:
    """Over all objects, whatever they hang from."""
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    return {name for number in numbers if number for name in _names(reader.get_object(number))}


def _names(found: Any) -> set[str]:
    """Of one object, and of what stands directly in it."""
    if not isinstance(found, dict):
        return set()
    own = ACTIVE & {*found.keys(), str(found.get("/S", "")), str(found.get("/Type", ""))}
    return own.union(*(_names(child) for child in found.values()))
