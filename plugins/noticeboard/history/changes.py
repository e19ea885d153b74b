"""What publishing the records as they are now would add to the log, and what may not happen to a published record."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from noticeboard.findings import Field, Finding, Severity, field_name, quoted
from noticeboard.history.canonical import ERASED, Form, Records, Written, is_record
from noticeboard.history.difference import LEDGER, Difference, differences, needs_correction
from noticeboard.history.log import Entry, Event
from noticeboard.history.state import State, Version, fresh_salt
from noticeboard.reading.load import Places

SILENT = (
    "changed-in-silence", "correction-changed", "withdrawal-undone", "record-vanished", "id-used-again",
    "erasure-undone",
)  # fmt: skip
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
    """What is new or differs from its last published version."""
    found = []
    for written in now:
        last = state.latest.get(written.id)
        before = state.version(last.id, last.version) if last else None
        if before is None or before.form != written.form:
            found.append(Change(written, before, last))
    return found


def erasures(state: State, now: Records) -> list[str]:
    """The published records whose text has to go, each as often as the log does not say yet."""
    due = {record: count - state.erasures(record) for record, count in now.erased.items() if record in state.latest}
    return [record for record, missing in due.items() for _ in range(missing)]


def faults(state: State, community: str, now: Records, places: Places) -> list[Finding]:
    """Published records of a community that were changed, undone or removed in silence."""
    told = {*erasures(state, now)}
    found = [
        _finding(change.written.id, breach, places)
        for change in changes(state, now.written)
        if change.last and is_record(change.written.id) and change.written.id not in told
        for breach in _breaches(change)
    ]
    found += [_finding(record, breach, None) for record, breach in _gone(state, community, now) if record not in told]
    return sorted(found, key=Finding.sort_key)


def _gone(state: State, community: str, now: Records) -> Iterator[tuple[str, Silent]]:
    """Records that went, and erasures that are no longer told."""
    there = {written.id for written in now.written} | set(now.unread)
    for record, entry in state.latest.items():
        if record.startswith(f"{community}/") and is_record(record):
            if record not in there and entry.digest:
                yield record, Silent("record-vanished")
            if state.erasures(record) > now.erased[record] and f"{community}/{ERASED}" not in now.unread:
                yield record, Silent("erasure-undone")


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


def extend(state: State, now: Records, day: datetime.date) -> list[Entry]:
    """Log every change of one community; call it only where `faults` found none."""
    known = state.communities()
    due = erasures(state, now)
    there = {one.id: one for one in now.written}
    added = [_erase(state, record, there.get(record), day) for record in due]
    written = [one for one in now.written if one.id not in due]
    for change in changes(state, [*written, *_emptied(state, now)]):
        number, previous = (change.last.version + 1, change.last.digest) if change.last else (1, "")
        version = Version(fresh_salt(), change.written.form)
        entry = Entry(
            id=change.written.id, event=_event(change, known), version=number, digest=version.digest, previous=previous,
            logged_on=day,
        )  # fmt: skip
        state.add(entry, version)
        added.append(entry)
    return added


def _erase(state: State, record: str, left: Written | None, day: datetime.date) -> Entry:
    """One erasure; `left` is what may still be published."""
    last = state.latest[record]
    version = Version(fresh_salt(), left.form) if left else None
    entry = Entry(
        id=record, event=Event.ERASE, version=last.version + 1, digest=version.digest if version else "",
        previous=last.digest, logged_on=day,
    )  # fmt: skip
    state.add(entry, version)
    return entry


def _emptied(state: State, now: Records) -> list[Written]:
    """Registers and single files that went: their last version is an empty one."""
    there = {one.id for one in now.written} | set(now.unread)
    communities = {one.id.partition("/")[0] for one in now.written}
    gone = [
        record for record in state.latest
        if record.partition("/")[0] in communities and not is_record(record) and record not in there
    ]  # fmt: skip
    return [Written(record, {"id": record, "kind": _kind(record), "record": {}}) for record in gone]


def _kind(record: str) -> str:
    """Of what is no record."""
    return record.split("/")[1]


def _event(change: Change, known: set[str]) -> Event:
    if change.before is None:
        return Event.PUBLISH if change.written.id.partition("/")[0] in known else Event.IMPORT
    old, new = change.before.form["record"], change.written.form["record"]
    if "withdrawn" in new and "withdrawn" not in old:
        return Event.WITHDRAW
    return Event.CORRECT if len(new.get("corrections", ())) > len(old.get("corrections", ())) else Event.UPDATE
