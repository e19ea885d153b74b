"""What publishing the records as they are now would add to the log, and what may not happen to a published record."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from noticeboard.findings import Field, Finding, Severity, field_name, quoted
from noticeboard.history.canonical import Form, Records, Written
from noticeboard.history.difference import LEDGER, Difference, differences, needs_correction
from noticeboard.history.log import Entry, Event
from noticeboard.history.state import State, Version, fresh_salt
from noticeboard.reading.load import Places

SILENT = ("changed-in-silence", "correction-changed", "withdrawal-undone", "record-vanished", "id-used-again")
"""Every rule of this module; all are errors, and none can be answered: it is what the log exists for."""


class Change(NamedTuple):
    """A record whose text is another than when it was last published; `before` is None for a new one."""

    written: Written
    before: Version | None
    last: Entry | None

    @property
    def differences(self) -> list[Difference]:
        return differences(self.before.form, self.written.form) if self.before else []


class Silent(NamedTuple):
    """One thing done in silence; `was` and `now` are empty where there was or is nothing."""

    rule: str
    field: Field = ()
    was: str = ""
    now: str = ""


def changes(state: State, now: Iterable[Written]) -> list[Change]:
    """The records that are new or differ from their last published version."""
    found = []
    for written in now:
        last = state.latest.get(written.id)
        before = state.version(last.id, last.version) if last else None
        if before is None or before.form != written.form:
            found.append(Change(written, before, last))
    return found


def faults(state: State, community: str, now: Records, places: Places) -> list[Finding]:
    """Published records of a community that were changed, undone or removed in silence."""
    there = {written.id for written in now.written} | set(now.unread)
    gone = [
        record for record, entry in state.latest.items()
        if record.startswith(f"{community}/") and record not in there and entry.event is not Event.ERASE
    ]  # fmt: skip
    found = [
        _finding(change.written.id, breach, places)
        for change in changes(state, now.written) if change.last for breach in _breaches(change)
    ]  # fmt: skip
    return sorted(found + [_finding(record, Silent("record-vanished"), None) for record in gone], key=Finding.sort_key)


def _breaches(change: Change) -> Iterator[Silent]:
    if change.before is None:
        yield Silent("id-used-again")
        return
    old, new = change.before.form["record"], change.written.form["record"]
    if "withdrawn" in old and "withdrawn" not in new:
        yield Silent("withdrawal-undone")
    before, corrections = old.get("corrections", []), new.get("corrections", [])
    if corrections[: len(before)] != before:
        yield Silent("correction-changed", ("corrections",))
    else:
        yield from _unsaid(change, corrections[len(before) :])


def _unsaid(change: Change, said: list[Form]) -> Iterator[Silent]:
    """Fields that changed without a correction that names them; one that names none speaks for all."""
    if any("fields" not in one for one in said):
        return
    named = {re.split(r"[.\[]", field)[0] for one in said for field in one["fields"]}
    silent = [one for one in change.differences if needs_correction(change.written.form["kind"], one)]
    for top in dict.fromkeys(one.top for one in silent if one.top not in named):
        first = next(one for one in silent if one.top == top)
        yield Silent("changed-in-silence", first.field, first.was, first.now)


def _finding(record: str, one: Silent, places: Places | None) -> Finding:
    community, _, own = record.partition("/")
    path = f"{record}.yaml"
    line, column = places.find(path, one.field) if places and one.field and one.field != LEDGER else (1, 1)
    values = {"field": field_name(one.field), "was": quoted(one.was), "now": quoted(one.now)} if one.field else {}
    return Finding(
        rule=one.rule, severity=Severity.ERROR, path=path, line=line, column=column,
        community=community, record=own, values=values,
    )  # fmt: skip


def extend(state: State, now: Iterable[Written], day: datetime.date) -> list[Entry]:
    """Log every change; call it only where `faults` found none."""
    known = state.communities()
    added = []
    for change in changes(state, now):
        version = Version(fresh_salt(), change.written.form)
        entry = _entry(change, version, known, day)
        state.add(entry, version)
        added.append(entry)
    return added


def _entry(change: Change, version: Version, known: set[str], day: datetime.date) -> Entry:
    number, previous = (change.last.version + 1, change.last.digest) if change.last else (1, "")
    return Entry(
        id=change.written.id, event=_event(change, known), version=number, digest=version.digest, previous=previous,
        logged_on=day,
    )  # fmt: skip


def _event(change: Change, known: set[str]) -> Event:
    if change.before is None:
        return Event.PUBLISH if change.written.id.partition("/")[0] in known else Event.IMPORT
    old, new = change.before.form["record"], change.written.form["record"]
    if "withdrawn" in new and "withdrawn" not in old:
        return Event.WITHDRAW
    return Event.CORRECT if len(new.get("corrections", ())) > len(old.get("corrections", ())) else Event.UPDATE
