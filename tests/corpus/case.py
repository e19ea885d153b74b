"""What a case is, and short ways to write one.

In a text, ▶ marks each place at which something must be found, in order; the
marks are taken out before the text is read. A case without a mark is honest,
however odd it looks, and must be accepted.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

MARK = "▶"
NOTICE_PATH = "elm/notices/2026-04-02-case.yaml"
LEDGER_PATH = "elm/finances/2026-q1-common-income.csv"

NOTICE = """\
title: 停水通知
publisher: provider
date: 2026-04-02
published: 2026-04-02
summary: 今天停水
form: notice
category: water
"""
HEADER = "日期,凭证号,科目,项目,收入,支出\n"
ROW = "2026-01-05,记-1,CI.I.01,停车费,1234.50,\n"


class Case(NamedTuple):
    """`threat` names the row of the threat model. `expected` is "line:column rule" for each thing to be found.

    `path` is relative to the data folder. `secrets` must stand in no message. A
    `heavy` case is measured in a process of its own.
    """

    threat: str
    path: str
    content: bytes
    expected: tuple[str, ...]
    secrets: tuple[str, ...] = ()
    heavy: bool = False

    @property
    def refused(self) -> bool:
        return bool(self.expected)


def marked(threat: str, path: str, text: str, rules: Iterable[str], secrets: Iterable[str] = ()) -> Case:
    """A file whose places are marked in its own text."""
    places = list(_places(text))
    rules = list(rules)
    assert len(places) == len(rules), f"{threat}: {len(places)} marks for {rules}"
    expected = tuple(f"{place} {rule}" for place, rule in zip(places, rules, strict=True))
    content = text.replace(MARK, "").encode("utf-8", "surrogatepass")
    return Case(threat, path, content, expected, tuple(secrets))


def _places(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), start=1):
        parts = line.split(MARK)
        for index in range(1, len(parts)):
            yield f"{number}:{len(''.join(parts[:index])) + 1}"


def notice(threat: str, old: str, new: str, *rules: str) -> Case:
    """The notice, `old` in it replaced by `new`."""
    assert NOTICE.count(old) == 1, old
    return marked(threat, NOTICE_PATH, NOTICE.replace(old, new), rules)


def more(threat: str, text: str, *rules: str) -> Case:
    """The notice, and `text` after it."""
    return marked(threat, NOTICE_PATH, NOTICE + text, rules)


def whole(threat: str, text: str, *rules: str) -> Case:
    """A text in place of the notice."""
    return marked(threat, NOTICE_PATH, text, rules)


def title(threat: str, text: str, *rules: str) -> Case:
    return notice(threat, "title: 停水通知", f"title: {text}", *rules)


def summary(threat: str, text: str, *rules: str) -> Case:
    return notice(threat, "summary: 今天停水", f"summary: {text}", *rules)


def ledger(threat: str, text: str, *rules: str) -> Case:
    """A whole ledger."""
    return marked(threat, LEDGER_PATH, text, rules)


def row(threat: str, old: str, new: str, *rules: str) -> Case:
    """A ledger of one entry, `old` in it replaced by `new`."""
    assert ROW.count(old) == 1, old
    return ledger(threat, HEADER + ROW.replace(old, new), *rules)


def raw(threat: str, content: bytes, *expected: str, path: str = NOTICE_PATH) -> Case:
    """Bytes that are no text, or at another path; places are written out."""
    return Case(threat, path, content, expected)


def heavy(one: Case) -> Case:
    return one._replace(heavy=True)
