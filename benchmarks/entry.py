"""What all records have in common: when they lie, what they refer to, where they hang."""

import datetime
from random import Random
from typing import Any, NamedTuple

from benchmarks import prose
from benchmarks.community import Estate, phone
from benchmarks.yaml_text import Tree

FIRST, LAST = datetime.date(2024, 7, 1), datetime.date(2026, 7, 6)


class Entry(NamedTuple):
    """One record: its id, its kind, its content, and the rows of its ledger where it has one."""

    id: str
    kind: str
    tree: Tree
    ledger: list[list[str]] | None = None

    @property
    def date(self) -> datetime.date:
        return datetime.date.fromisoformat(self.tree["date"])


def days(count: int, chance: Random) -> list[datetime.date]:
    """So many days, spread over the two years, sorted."""
    span = (LAST - FIRST).days
    width = max(1, span // count)
    return [FIRST + datetime.timedelta(days=index * span // count + chance.randrange(width)) for index in range(count)]


def after(day: datetime.date, count: int) -> str:
    """The date so many days later, as written."""
    return (day + datetime.timedelta(days=count)).isoformat()


def latest(entries: list[Entry], day: datetime.date) -> str:
    """The id of the newest record that is at least a week older than `day`; empty where there is none."""
    week_before = day - datetime.timedelta(days=7)
    return max(((entry.date, entry.id) for entry in entries if entry.date <= week_before), default=(None, ""))[1]


def envelope(title: str, publisher: str, estate: Estate, day: datetime.date, chance: Random, **more: Any) -> Tree:
    """What every record has in common."""
    return {
        "title": title,
        "publisher": publisher,
        "estate": estate.id,
        "date": day.isoformat(),
        "published": after(day, chance.randint(0, 3)),
        "summary": prose.phrase(chance),
        "text": prose.text(chance, chance.randint(1, 3), chance.randint(60, 120)),
    } | more


def related(earlier: list[Entry], day: datetime.date) -> Tree:
    """The field `related`, where something came before."""
    record = latest(earlier, day)
    return {"related": [{"record": record, "how": "follows"}]} if record else {}


def posting(estate: Estate, day: datetime.date, chance: Random) -> Tree:
    """Three weeks on the board, with somebody to object to."""
    return {
        "from": after(day, 3),
        "until": after(day, 24),
        "places": [f"board-{estate.id}", "社区公众号"],
        "objection": {
            "to": f"{estate.id}-committee",
            "how": "书面或电话",
            "phone": phone(chance),
            "until": after(day, 20),
        },
    }
