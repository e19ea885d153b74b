"""What a name that does not exist was probably meant to be."""

import difflib
from collections.abc import Iterable, Mapping

from noticeboard.rules.rule import Words


def meant(word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> dict[str, Words]:
    """A question for the report: the one of `known` that `word` is like; `called` has what else they are called."""
    called = called or {}
    near = called.get(word) or next(iter(difflib.get_close_matches(word.lower(), [*known], n=1)), "")
    near = near or next((called[name] for name in difflib.get_close_matches(word, called, n=1)), "")
    if not near:
        return {"near_zh": Words(), "near_en": Words()}
    return {"near_zh": Words(f"（是不是 {near}？）"), "near_en": Words(f" (did you mean {near}?)")}
