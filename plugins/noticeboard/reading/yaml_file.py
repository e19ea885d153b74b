"""Strict YAML from libyaml's events: every scalar is text, and nothing clever is allowed.

No anchors, aliases, tags, merges, directives or second documents; no duplicate
keys; no unquoted text over several lines; at most eight levels. Lines and
columns of every key and value can be had from `positions`, which is asked only
when there is something to report.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from noticeboard.findings import Field, quoted
from noticeboard.reading import text as characters
from noticeboard.reading.fault import MOST_PER_FILE, START, Fault, Place, fault

MOST_LEVELS = 8
MOST_KEYS = 2000
MOST_ITEMS = 10_000
"""Of all lists of a file together."""
CUT_BY_COMMENT = re.compile(r" +#(?=\S)")

Positions = dict[Field, tuple[int, int, int, int]]
"""Field to (line and column of its key or dash, line and column of its value), counting from 1."""


COMPLAINTS = (  # words of libyaml, what they mostly mean, whether to point at the beginning of the mistake
    ("escape", "yaml-backslash", False),
    ("quoted scalar", "yaml-quote-open", True),
    ("could not find expected ':'", "yaml-colon-missing", True),
    ("mapping values are not allowed", "yaml-quotes-needed", False),
    ("tab character", "yaml-tab", False),
    ("did not find expected key", "yaml-indent", False),
    ("did not find expected '-'", "yaml-indent", False),
)


class _Refused(Exception):  # noqa: N818  the file is at fault, not the program
    """The file is not read further."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found)
        self.found = found


def parse(text: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The mapping in `text`, nested dicts, lists and texts; None where it cannot be read to its end."""
    builder = _Builder(text, None)
    try:
        tree = builder.document()
    except _Refused as refused:
        return None, [*builder.faults, refused.found][-MOST_PER_FILE:]
    except yaml.MarkedYAMLError as error:
        return None, _with_complaint(builder.faults, _explained(error, text))[-MOST_PER_FILE:]
    except yaml.YAMLError:  # the reader's own, of characters that YAML does not know
        return None, [*builder.faults, fault("yaml-broken", START)][-MOST_PER_FILE:]
    return tree, builder.faults[:MOST_PER_FILE]


def positions(text: str) -> Positions:
    """Where each key and value of a readable file stands."""
    places: Positions = {}
    _Builder(text, places).document()
    return places


class _Builder:
    """One pass over the events of one file."""

    def __init__(self, text: str, positions: Positions | None) -> None:
        self.text = text
        self.next: Callable[[], Any] = CParser(text).get_event
        self.faults: list[Fault] = []
        self.positions = positions
        self.keys = 0
        self.items = 0
        self.has_comments = " #" in text
        self.has_escapes = "\\" in text
        self.has_tabs = "\t" in text
        self.hides_nothing = not (self.has_comments or self.has_escapes or self.has_tabs)

    def document(self) -> dict[str, Any]:
        self.next()  # the start of the stream
        start: Any = self.next()
        if type(start) is yaml.StreamEndEvent:
            raise _Refused(fault("file-empty", START))
        if start.version or start.tags:
            raise _refused("yaml-clever", start)
        first = self.next()
        if type(first) is not yaml.MappingStartEvent:
            raise _refused("yaml-not-a-mapping", first)
        tree = self._mapping(first, (), 1)
        self.next()  # the end of the document
        after = self.next()
        if type(after) is not yaml.StreamEndEvent:
            raise _refused("yaml-second-document", after)
        return tree

    def _node(self, event: Any, path: Field, level: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            raise _refused("yaml-clever", event)
        if kind is yaml.ScalarEvent:
            if not self.hides_nothing or (not event.style and event.start_mark.line != event.end_mark.line):
                self._judge_scalar(event)
            return event.value
        if level > MOST_LEVELS:
            raise _refused("yaml-too-deep", event, most=str(MOST_LEVELS))
        return self._mapping(event, path, level) if kind is yaml.MappingStartEvent else self._sequence(path, level)

    def _judge_scalar(self, event: Any) -> None:
        """What the text of a scalar hides: lines swallowed, text cut off, tabs, characters behind escapes."""
        if self.has_tabs and "\t" in event.value:
            at = max(self.text.find("\t", event.start_mark.index), event.start_mark.index)
            self.faults.append(fault("yaml-tab", characters.place(self.text, at)))
        if event.style == '"':
            if self.has_escapes and (hidden := characters.forbidden(event.value)):
                code = f"U+{ord(event.value[hidden[0]]):04X}"
                self.faults.append(fault("character-forbidden", _place(event.start_mark), character=code))
        elif not event.style:
            end = event.end_mark
            if event.start_mark.line != end.line:
                self.faults.append(fault("yaml-text-runs-on", (event.start_mark.line + 2, 1)))
            if self.has_comments and (cut := CUT_BY_COMMENT.match(self.text, end.index)):
                at = (end.line + 1, end.column + len(cut[0]))
                self.faults.append(fault("yaml-comment-cuts-text", at))

    def _sequence(self, path: Field, level: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            self.items += 1
            if self.items > MOST_ITEMS:
                raise _refused("yaml-too-many-keys", event, most=str(MOST_ITEMS))
            here = self._noted((*path, len(items)), event, event) if self.positions is not None else ()
            items.append(self._node(event, here, level + 1))
        return items

    def _mapping(self, start: Any, path: Field, level: int) -> dict[str, Any]:
        if start.anchor or start.tag:
            raise _refused("yaml-clever", start)
        content: dict[str, Any] = {}
        first: dict[str, Any] = {}
        while type(key_event := self.next()) is not yaml.MappingEndEvent:
            key = self._key(key_event)
            event = self.next()
            if key in content:
                self._repeated(key_event, event, first[key], level)
                continue
            here = self._noted((*path, key), key_event, event) if self.positions is not None else ()
            content[key] = self._node(event, here, level + 1)
            first[key] = key_event
        return content

    def _repeated(self, key_event: Any, event: Any, first: Any, level: int) -> None:
        """Report the second of two equal keys, and pass over its value without noting places."""
        place, line = _place(key_event.start_mark), first.start_mark.line + 1
        self.faults.append(fault("yaml-duplicate-key", place, key=quoted(key_event.value), first=str(line)))
        positions, self.positions = self.positions, None
        self._node(event, (), level + 1)
        self.positions = positions

    def _key(self, event: Any) -> str:
        self.keys += 1
        if self.keys > MOST_KEYS:
            raise _refused("yaml-too-many-keys", event, most=str(MOST_KEYS))
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag or event.value == "<<":
            raise _refused("yaml-clever", event)
        if not self.hides_nothing:
            self._judge_scalar(event)
        return str(event.value)

    def _noted(self, path: Field, key: Any, value: Any) -> Field:
        """`path`, its places noted."""
        if self.positions is not None:
            self.positions[path] = (*_place(key.start_mark), *_place(value.start_mark))
        return path


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def _refused(rule: str, event: Any, **values: str) -> _Refused:
    return _Refused(fault(rule, _place(event.start_mark), **values))


def _with_complaint(faults: list[Fault], complaint: Fault) -> list[Fault]:
    """Where a key became part of the text above, its colon is no second mistake: the key is indented too far."""
    swallowed = faults and faults[-1].rule == "yaml-text-runs-on" and complaint.rule == "yaml-quotes-needed"
    if swallowed and faults[-1].line <= complaint.line:
        return [*faults[:-1], fault("yaml-indent", (complaint.line, 1))]
    return [*faults, complaint]


def _explained(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """A parser's complaint in the words of this project, at the place where the mistake begins."""
    complaint = f"{error.context}: {error.problem}"
    mark = error.problem_mark or error.context_mark
    at = _place(mark)
    begin = _place(error.context_mark) if error.context_mark else at
    for words, rule, at_its_begin in COMPLAINTS:
        if words in complaint:
            if rule == "yaml-backslash" and mark:
                at = characters.place(text, text.rfind("\\", 0, mark.index + 1))
            return fault(rule, begin if at_its_begin else at)
    return fault("yaml-broken", at)
