"""Strict YAML from libyaml's events: every scalar is text, and nothing clever is allowed.

No anchors, aliases, tags, merges or second documents; no duplicate keys; at
most eight levels. Lines and columns of every key and value can be had from
`positions`, which is asked only when there is something to report.
"""

import re
from typing import Any

import yaml
from yaml.cyaml import CParser

from noticeboard.reading.fault import MOST_PER_FILE, Fault, fault, quoted

MOST_LEVELS = 8
MOST_KEYS = 2000

Path = tuple[str | int, ...]
Positions = dict[Path, tuple[int, int, int, int]]
"""Path to (line and column of its key or dash, line and column of its value), counting from 1."""


class _Refused(Exception):
    """The file is not read further."""

    def __init__(self, found: Fault) -> None:
        self.found = found


def parse(text: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The mapping in `text`, nested dicts, lists and texts; None where it cannot be read."""
    builder = _Builder(text, None)
    try:
        tree = builder.document()
    except _Refused as refused:
        return None, [*builder.faults, _likely_reason(text, refused.found)][:MOST_PER_FILE]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.faults, _syntax_fault(text, error)][:MOST_PER_FILE]
    except Exception:  # PyYAML lets other errors escape, such as OverflowError for "\UFFFFFFFF"
        return None, [*builder.faults, fault("yaml-broken", 1, 1, problem="")]
    return tree, (builder.faults + _cut_by_comment(text))[:MOST_PER_FILE]


def positions(text: str) -> Positions:
    """Where each key and value of a readable file stands."""
    builder = _Builder(text, {})
    builder.document()
    return builder.positions or {}


class _Builder:
    """One pass over the events of one file."""

    def __init__(self, text: str, positions: Positions | None) -> None:
        self.parser = CParser(text)
        self.next = self.parser.get_event
        self.faults: list[Fault] = []
        self.positions = positions
        self.keys = 0

    def document(self) -> dict[str, Any]:
        self.next()  # the start of the stream
        start = self.next()
        if type(start) is yaml.StreamEndEvent:
            raise _Refused(fault("file-empty", 1, 1))
        first = self.next()
        if type(first) is not yaml.MappingStartEvent:
            raise self._refused("yaml-not-a-mapping", first)
        tree = self._mapping(first, (), 1)
        self.next()  # the end of the document
        after = self.next()
        if type(after) is not yaml.StreamEndEvent:
            raise self._refused("yaml-second-document", after)
        return tree

    def _node(self, event: Any, path: Path, level: int) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or (event.tag and event.tag != "!"):
                raise self._refused("yaml-clever", event)
            return event.value
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            raise self._refused("yaml-clever", event)
        if level > MOST_LEVELS:
            raise self._refused("yaml-too-deep", event, most=str(MOST_LEVELS))
        return self._mapping(event, path, level) if kind is yaml.MappingStartEvent else self._sequence(path, level)

    def _sequence(self, path: Path, level: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            here = (*path, len(items))
            self._note(here, event, event)
            items.append(self._node(event, here, level + 1))
        return items

    def _mapping(self, start: Any, path: Path, level: int) -> dict[str, Any]:
        if start.anchor or start.tag:
            raise self._refused("yaml-clever", start)
        content: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        while type(key_event := self.next()) is not yaml.MappingEndEvent:
            key = self._key(key_event)
            event = self.next()
            here = (*path, key)
            value = self._node(event, here, level + 1)
            if key in content:
                self._add("yaml-duplicate-key", key_event, key=quoted(key), first=str(first_lines[key]))
                continue
            self._note(here, key_event, event)
            content[key] = value
            first_lines[key] = key_event.start_mark.line + 1
        return content

    def _key(self, event: Any) -> str:
        self.keys += 1
        if self.keys > MOST_KEYS:
            raise self._refused("yaml-too-many-keys", event, most=str(MOST_KEYS))
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag or event.value == "<<":
            raise self._refused("yaml-clever", event)
        return str(event.value)

    def _note(self, path: Path, key: Any, value: Any) -> None:
        if self.positions is not None:
            at, to = key.start_mark, value.start_mark
            self.positions[path] = (at.line + 1, at.column + 1, to.line + 1, to.column + 1)

    def _add(self, rule: str, event: Any, **values: str) -> None:
        mark = event.start_mark
        self.faults.append(fault(rule, mark.line + 1, mark.column + 1, **values))

    def _refused(self, rule: str, event: Any, **values: str) -> _Refused:
        mark = event.start_mark
        return _Refused(fault(rule, mark.line + 1, mark.column + 1, **values))


FULL_WIDTH_COLON = re.compile(r"^[ ]*(?:- )?([a-z_]+)：", re.MULTILINE)
NO_SPACE_AFTER_COLON = re.compile(r"^[ ]*(?:- )?[a-z_]+:(?=[^\s])", re.MULTILINE)
TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)
SPECIAL_START = re.compile(r":\s+(?=[*&!%@`])")
COMMENT_IN_TEXT = re.compile(r"^[ ]*(?:- )?[a-z_]+: +[^\s'\"|>#][^\n]*?( #)(?=\S)", re.MULTILINE)


def _syntax_fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """The likely human mistake behind a parser's complaint, at the place of the mistake."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if error.context and "quoted scalar" in error.context and error.context_mark:
        opening = error.context_mark
        return fault("yaml-quote-open", opening.line + 1, opening.column + 1)
    near = _likely_mistake(text, line)
    if near:
        return near
    if "mapping values are not allowed" in (error.problem or ""):
        return fault("yaml-quotes-needed", line, column)
    return fault("yaml-broken", line, column, problem=error.problem or "")


def _likely_reason(text: str, found: Fault) -> Fault:
    """A file that is one long text mostly has a colon that is none."""
    return (_likely_mistake(text, found.line + 1) or found) if found.rule == "yaml-not-a-mapping" else found


def _likely_mistake(text: str, line: int) -> Fault | None:
    """The nearest mistake of a known shape at or before the line of the complaint."""
    shapes = (
        ("yaml-tab", TAB_INDENT),
        ("yaml-full-width-colon", FULL_WIDTH_COLON),
        ("yaml-space-after-colon", NO_SPACE_AFTER_COLON),
        ("yaml-quotes-needed", SPECIAL_START),
    )
    found = [
        fault(rule, *_line_and_column(text, match.end() - 1))
        for rule, shape in shapes
        for match in shape.finditer(text)
    ]
    before = [one for one in found if line - 2 <= one.line <= line]
    return max(before, key=lambda one: one.line, default=None)


def _cut_by_comment(text: str) -> list[Fault]:
    if " #" not in text:
        return []
    return [fault("yaml-comment-cuts-text", *_line_and_column(text, match.start(1) + 1)) for match in COMMENT_IN_TEXT.finditer(text)]


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
