"""Titles and names in another language, where records carry them."""

from typing import TypeVar

import msgspec

from noticeboard.records.dataset import Dataset
from noticeboard.records.value import Value

V = TypeVar("V", bound=Value)


def translated(value: V, language: str) -> V:
    """`value` with those of its words that it has in `language`; itself where it has none."""
    words = getattr(getattr(value, "translations", None), language, None)
    if words is None:
        return value
    own = {name: text for name in words.__struct_fields__ if (text := getattr(words, name))}
    return msgspec.structs.replace(value, **own)


def all_translated(values: tuple[V, ...], language: str) -> tuple[V, ...]:
    return tuple(translated(one, language) for one in values)


def dataset(of: Dataset, language: str) -> Dataset:
    """A community as `language` calls it; the same one where nothing is translated."""
    community = translated(of.community, language)
    estates = all_translated(community.estates, language)
    parts = {
        "community": msgspec.structs.replace(community, estates=estates) if estates != community.estates else community,
        "bodies": all_translated(of.bodies, language),
        "records": all_translated(of.records, language),
    }
    differs = any(value != getattr(of, name) for name, value in parts.items())
    return of.replaced(**parts) if differs else of
