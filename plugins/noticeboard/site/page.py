"""A page before it is rendered."""

from typing import Any, NamedTuple


class Page(NamedTuple):
    """`folder` is relative to the community's root and ends in a slash, or is empty for its home.

    `kind` is what the search calls a page that shows no record; the search leaves out
    those without, which only lead on to others. `date` is the newest day on it, ISO, where it has one.
    """

    folder: str
    template: str
    context: dict[str, Any]
    kind: str = "page"
    date: str = ""
