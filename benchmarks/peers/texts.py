"""Each record as a peer gets it: front matter, single facts, and a Markdown body with all the rest."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from benchmarks import finances
from benchmarks.dataset import Community
from benchmarks.entry import Entry
from benchmarks.yaml_text import Tree
from noticeboard import schemas

IN_FRONT = frozenset({"title", "date", "published", "publisher", "summary"})
FOLDERS = {"notices": "通知公告", "meetings": "会议", "resolutions": "决议", "finances": "收支", "reviews": "评议"}


class Text(NamedTuple):
    """One record: `facts` are its single values with their labels, `body` is Markdown."""

    entry: Entry
    community: str
    folder: str
    stem: str
    publisher: str
    facts: list[tuple[str, str]]
    body: str


def texts(one: Community) -> list[Text]:
    """The records of a community, with bodies by name and related records as links."""
    names = {body["id"]: body["name"] for body in one.singles["bodies"]["bodies"]}
    names |= {estate.id: estate.name for estate in one.place.estates}
    names |= {board["id"]: board["place"] for board in one.singles["community"]["boards"]}
    names |= {entry.id: f"[{entry.tree['title']}](/{one.place.slug}/{entry.id}/)" for entry in one.entries}
    return [_text(entry, one.place.slug, names) for entry in one.entries]


def _text(entry: Entry, community: str, names: dict[str, str]) -> Text:
    folder, _, stem = entry.id.partition("/")
    writer = _Writer(names)
    fields = {key: value for key, value in entry.tree.items() if key not in IN_FRONT}
    facts, rest = writer.split(fields, _properties(entry.kind))
    lines = [*writer.blocks(rest, _properties(entry.kind), 2), *_ledger(entry.ledger or [], names)]
    return Text(entry, community, folder, stem, names[entry.tree["publisher"]], facts, "\n".join(lines) + "\n")


@cache
def _properties(kind: str) -> dict[str, Any]:
    """The schema of each property, references put in place."""
    return dict(schemas.checker(kind)["properties"])


def _ledger(rows: list[list[str]], names: dict[str, str]) -> Iterator[str]:
    """The whole ledger as a table."""
    if not rows:
        return
    labels = [field["title"] for field in schemas.table()["fields"] if field["name"] in finances.COLUMNS]
    decision = finances.COLUMNS.index("decision")
    yield "## 明细账\n"
    yield from _table(labels, ([*row[:decision], names.get(row[decision], ""), *row[decision + 1 :]] for row in rows))


def _table(head: list[str], rows: Any) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


class _Writer:
    """Trees to Markdown, labelled by their schemas."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def split(self, tree: Tree, properties: dict[str, Any]) -> tuple[list[tuple[str, str]], Tree]:
        """The single values with their labels, and what needs room of its own."""
        single = {key: value for key, value in tree.items() if isinstance(value, str) and "\n" not in value}
        facts = [(_label(key, properties), self._value(key, value, properties)) for key, value in single.items()]
        return facts, {key: value for key, value in tree.items() if key not in single}

    def blocks(self, tree: Tree, properties: dict[str, Any], level: int) -> Iterator[str]:
        """Headings, paragraphs, lists and tables."""
        for key, value in tree.items():
            if isinstance(value, str):
                yield value
                continue
            yield f"{'#' * level} {_label(key, properties)}\n"
            schema = properties.get(key, {})
            if isinstance(value, dict):
                yield from self._mapping(value, schema.get("properties", {}), level)
            else:
                yield from self._list(value, schema["items"].get("properties", {}), level)

    def _mapping(self, tree: Tree, properties: dict[str, Any], level: int) -> Iterator[str]:
        facts, rest = self.split(tree, properties)
        yield from (f"- {label}：{value}" for label, value in facts)
        yield ""
        yield from self.blocks(rest, properties, level + 1)

    def _list(self, items: list[Any], properties: dict[str, Any], level: int) -> Iterator[str]:
        if isinstance(items[0], str):
            yield from (f"- {self.names.get(item, item)}" for item in items)
            yield ""
        elif all(isinstance(value, str) and "\n" not in value for item in items for value in item.values()):
            keys = list(dict.fromkeys(key for item in items for key in item))
            rows = ([self._value(key, item.get(key, ""), properties) for key in keys] for item in items)
            yield from _table([_label(key, properties) for key in keys], rows)
        else:
            for number, item in enumerate(items, start=1):
                yield f"{'#' * (level + 1)} {number}\n"
                yield from self._mapping(item, properties, level + 1)

    def _value(self, key: str, value: str, properties: dict[str, Any]) -> str:
        labels = properties.get(key, {}).get("x-labels", {})
        return str(labels[value][0]) if value in labels else self.names.get(value, value)


def _label(key: str, properties: dict[str, Any]) -> str:
    return str(properties.get(key, {}).get("title", key))
