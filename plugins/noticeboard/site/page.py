"""A page before it is rendered."""

from typing import Any, NamedTuple


class Page(NamedTuple):
    """`folder` is relative to the community's root and ends in a slash, or is empty for its home."""

    folder: str
    template: str
    context: dict[str, Any]
