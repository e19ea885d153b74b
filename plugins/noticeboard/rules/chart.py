"""The chart of accounts as rules ask it: by code, by code with a suffix, by group."""

from functools import cache
from typing import Any

from noticeboard import schemas

CODE_LENGTH = len("CI.I.01")


def account(category: str) -> dict[str, Any]:
    """The account of a code, with or without a suffix; empty where the chart has none."""
    return schemas.accounts().get(category[:CODE_LENGTH], {})


def is_code(category: str) -> bool:
    """Whether the chart has the code, or the code that it refines by a suffix."""
    return bool(account(category)) and category[CODE_LENGTH : CODE_LENGTH + 1] in ("", ".")


def covers(category: str, code: str) -> bool:
    """Whether `code` is the category, refines it or lies in it as a group."""
    return f"{code}.".startswith(f"{category}.")


@cache
def accounts_of(category: str) -> tuple[dict[str, Any], ...]:
    """The account of a code, or all accounts of a group such as CI.I; none where the chart has neither."""
    if is_code(category):
        return (account(category),)
    return tuple(one for code, one in schemas.accounts().items() if covers(category, code))
