"""Records as YAML, written as a clerk would: plain where it can be, quoted where it must be, `|` for prose."""

import json
import re
from collections.abc import Iterator
from typing import Any

NEEDS_QUOTES = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|.*(?:: | #|:$)|[0-9]{2}:[0-9]{2}$")

Tree = dict[str, Any]
"""Nested dicts and lists of texts."""


def dump(tree: Tree, kind: str, depth: int) -> str:
    """The text of one file that lies `depth` folders below the project's root."""
    schema = f"{'../' * depth}plugins/noticeboard/schemas/editor/{kind}.schema.json"
    return "\n".join([f"# yaml-language-server: $schema={schema}", *_mapping(tree, "")]) + "\n"


def _mapping(tree: Tree, indent: str) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(f"{indent}{key}:", value, f"{indent}  ")


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield head
        yield from _mapping(value, indent)
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _item(item, indent)
    elif "\n" in value:
        yield f"{head} |"
        yield from (f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{indent}- {_scalar(item)}"
        return
    lines = _mapping(item, f"{indent}  ")
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if NEEDS_QUOTES.match(text) else text
