"""Registers of daily work: what was raised is answered, what was promised is done, what is listed is whole."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from noticeboard import schemas
from noticeboard.law.days import DAY
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.table import Entry, Register
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_row, rule
from noticeboard.today import Today


def _entries(dataset: Dataset, kind: str) -> Iterator[tuple[Register, Entry]]:
    if register := dataset.registers.get(kind):
        yield from ((register, entry) for entry in register.entries())


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _body(dataset: Dataset, body_id: str) -> Words:
    body = dataset.body_by_id.get(body_id)
    return Words(body.short_name or body.name if body else body_id)


# requests and answers


@rule(WARNING)
def request_unanswered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The last day for the answer to a request is over, and none is entered.

    It may have been given and not entered; whoever asked cannot see it.
    """
    for register, entry in _entries(dataset, "requests"):
        if entry["due"] and not entry["answered_on"] and today.is_past(_day(entry["due"])):
            values = {"matter": entry["matter"], "body": _body(dataset, entry["to"]), "due": entry["due"]}
            yield at_row(register, entry.line, **values)


@rule(WARNING)
def request_without_due(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A body was urged or objected to, is not answered yet, and no day for the answer is set.

    Without a day it may wait for ever.
    """
    for register, entry in _entries(dataset, "requests"):
        if entry["kind"] in ("urging", "objection") and not (entry["due"] or entry["answered_on"]):
            yield at_row(register, entry.line, matter=entry["matter"])


@rule(WARNING)
def rumour_without_source(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A rumour is denied, and no record shows the fact.

    Then it is one word against another.
    """
    for register, entry in _entries(dataset, "requests"):
        if entry["kind"] == "rumour" and entry["answered_on"] and not entry["record"]:
            yield at_row(register, entry.line, matter=entry["matter"])


# tasks and promises


@rule(WARNING)
def task_overdue(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The last day of a task or promise is over, and what became of it is not stated.

    Done, not done or shelved: each may be said, with its reason.
    """
    for register, entry in _entries(dataset, "tasks"):
        if entry["state"] in ("open", "doing") and today.is_past(_day(entry["due"])):
            values = {"item": entry["item"], "body": _body(dataset, entry["by"]), "due": entry["due"]}
            yield at_row(register, entry.line, **values)


@rule(WARNING)
def task_given_up_without_reason(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A task or promise was not done or shelved, and the reason is not stated.

    A reason is worth more than silence.
    """
    for register, entry in _entries(dataset, "tasks"):
        if entry["state"] in ("not-done", "shelved") and not entry["why"]:
            yield at_row(register, entry.line, item=entry["item"])


@rule(WARNING)
def task_done_without_day(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A task or promise is said to be done, and the day is not stated.

    Nobody could tell whether it was done in time.
    """
    for register, entry in _entries(dataset, "tasks"):
        if entry["state"] == "done" and not entry["done_on"]:
            yield at_row(register, entry.line, item=entry["item"])


# small works, aid


@rule(WARNING)
def small_work_above_quote(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A small repair cost more than was quoted, and the reason is not stated.

    Small sums are the ones that residents see.
    """
    for register, entry in _entries(dataset, "small-works"):
        quoted, actual = entry["quoted"], entry["actual"]
        if quoted and Decimal(actual) > Decimal(quoted) and not entry["why"]:
            over = Words(f"{Decimal(actual) - Decimal(quoted):.2f}")
            yield at_row(register, entry.line, item=entry["item"], over=over)


@rule(WARNING, parameters=("mutual_aid.free_for",))
def aid_charged(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Aid was charged for on a ground on which it is free.

    Judged where the community adopted a system that makes it free.
    """
    law = law_of(dataset.community)
    for register, entry in _entries(dataset, "mutual-aid"):
        free = law.provision("mutual_aid.free_for", event=_day(entry["date"]))
        if free and entry["ground"] in free.value and Decimal(entry["fee"]) > 0:
            yield at_row(register, entry.line, item=entry["item"], fee=entry["fee"]).under(free)


# where to go, whom to call


@rule(WARNING)
def trouble_with_two_leads(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """For one trouble in one place two bodies are said to lead.

    Then each waits for the other. Of an estate's own entry and one for all, the estate's counts.
    """
    first: dict[tuple[str, str], str] = {}
    for index, one in enumerate(dataset.responsibilities):
        key = one.trouble, one.estate
        if key in first:
            leads = {"one": _body(dataset, first[key]), "other": _body(dataset, one.lead)}
            yield at("responsibilities", "responsibilities", index, "trouble", trouble=one.trouble, **leads)
        first.setdefault(key, one.lead)


@rule(WARNING, parameters=("service_point.walk_minutes",))
def service_point_far(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A service is farther away on foot than the system that the community adopted asks.

    For the old the last five minutes are the longest.
    """
    most = law_of(dataset.community).now("service_point.walk_minutes", today)
    for register, entry in _entries(dataset, "service-points"):
        if most and entry["walk_minutes"] and int(entry["walk_minutes"]) > most.value:
            values = {"name": entry["name"], "minutes": entry["walk_minutes"], "most": most.value}
            yield at_row(register, entry.line, **values).under(most)


@rule(WARNING, parameters=("service_point.verified_days",))
def service_point_not_verified(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A service point or telephone was not verified for long.

    A number that nobody tried may be dead.
    """
    most = law_of(dataset.community).now("service_point.verified_days", today)
    for register, entry in _entries(dataset, "service-points"):
        verified = _day(entry["verified_on"])
        if most and today.is_past(verified + DAY * most.value):
            values = {"name": entry["name"], "verified": verified, "most": most.value}
            yield at_row(register, entry.line, **values).under(most)


@rule(ERROR)
def service_ends_before_it_starts(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A regular service ends before, or when, it begins.

    Residents would stand there in vain.
    """
    for register, entry in _entries(dataset, "schedules"):
        if entry["end"] <= entry["start"]:
            yield at_row(register, entry.line, what=entry["what"], start=entry["start"], end=entry["end"])


# whole lists


@rule(WARNING)
def building_without_grid(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """There is a register of grids, and a building stands in none.

    Its residents would find nobody. The first row bears the finding, with all such buildings.
    """
    register = dataset.registers.get("grids")
    named = set(register.column("building")) if register else set()
    missing = [building.name for id_, (_, building) in dataset.building_by_id.items() if id_ not in named]
    if register and missing:
        yield at_row(register, register.lines[0], buildings=Words("、".join(missing)))


@rule(WARNING)
def building_without_steward(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Other buildings of the grid have a steward, and this one has none.

    Vacant posts are filled sooner where they are seen.
    """
    entries = list(_entries(dataset, "grids"))
    grids = {entry["grid"] for _, entry in entries if entry["steward"]}
    for register, entry in entries:
        if entry["grid"] in grids and not entry["steward"]:
            yield at_row(register, entry.line, building=Words(dataset.building(entry["building"])))


@rule(WARNING)
def notice_not_on_every_board(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A notice whose posting is registered does not hang on every board where it must.

    Where the record names boards these, else all boards at its buildings, or at those of its estate.
    """
    put_up: defaultdict[str, list[Entry]] = defaultdict(list)
    for _, entry in _entries(dataset, "postings"):
        put_up[entry["notice"]].append(entry)
    for notice, entries in put_up.items():
        hung = {entry["board"] for entry in entries}
        missing = [name for id_, name in boards_of(dataset, notice).items() if id_ not in hung]
        if missing:
            boards = {"boards": Words("、".join(missing)), "count": len(missing)}
            yield at_row(dataset.registers["postings"], entries[0].line, notice=notice, **boards)


@rule(WARNING)
def notice_not_on_channel(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A channel on which every notice is said to stand does not stand among the places of a notice.

    Who reads only that channel would miss it.
    """
    for channel in dataset.community.channels:
        for notice in dataset.notices if channel.all_since else ():
            places = notice.posting.places if notice.posting else ()
            asked = channel.all_since and notice.published >= channel.all_since and not notice.withdrawn
            if asked and channel.id not in places and channel.name not in places:
                yield at(notice, *(["posting"] if notice.posting else []), channel=Words(channel.name))


def boards_of(dataset: Dataset, notice: str) -> dict[str, str]:
    """The boards on which a record must hang, by id, with their places; none where the record is not known."""
    record = dataset.by_id.get(notice)
    known = {one.id: one for one in dataset.community.boards}
    if record is None:
        return {}
    named = [one for one in record.posting.places if one in known] if record.posting else []
    there = set(record.buildings) or {
        id_ for id_, (estate, _) in dataset.building_by_id.items() if record.estate in ("", estate.id)
    }
    return {
        one.id: one.place for one in known.values() if (one.id in named if named else one.building in there)
    }  # fmt: skip


@rule(WARNING)
def social_organisation_not_filed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A social organisation is listed without its filing number.

    With it anybody can look up who it is.
    """
    for register, entry in _entries(dataset, "partners"):
        if entry["role"] == "social" and not entry["filing_no"]:
            yield at_row(register, entry.line, name=entry["name"])


@rule(WARNING)
def fund_paper_not_listed(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An estate's list of papers for the maintenance fund leaves one out.

    What is not listed is missed on the day when the fund is needed.
    """
    papers = schemas.columns("registers/fund-papers")["paper"]["x-labels"]
    listed: defaultdict[str, list[Entry]] = defaultdict(list)
    for _, entry in _entries(dataset, "fund-papers"):
        listed[entry["estate"]].append(entry)
    for estate, entries in listed.items():
        missing = [papers[one] for one in papers if one not in {entry["paper"] for entry in entries}]
        if missing:
            named = dataset.estate_by_id.get(estate)
            yield at_row(
                dataset.registers["fund-papers"], entries[0].line, estate=Words(named.name if named else estate),
                papers_zh=Words("、".join(zh for zh, _ in missing)),
                papers_en=Words(", ".join(en for _, en in missing)),
            )  # fmt: skip


@rule(WARNING, parameters=("facility.out_of_order_days",))
def facility_long_out_of_order(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A facility stands still for long.

    A lift or a camera that waits is worth a word on why.
    """
    most = law_of(dataset.community).now("facility.out_of_order_days", today)
    for register, entry in _entries(dataset, "facilities"):
        still = entry["state"] in ("stopped", "repair") and entry["state_since"]
        if most and still and today.is_past(_day(entry["state_since"]) + DAY * most.value):
            values = {"name": entry["name"], "since": entry["state_since"], "most": most.value}
            yield at_row(register, entry.line, **values).under(most)


@rule(WARNING, parameters=("committee.training_recorded",))
def training_not_recorded(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An owners' committee was filed, and the register of training has nothing of it since its term began.

    Members who do not know the rules cannot keep them. Judged where such a register is kept.
    """
    register, law = dataset.registers.get("training"), law_of(dataset.community)
    for body in dataset.bodies if register else ():
        filed = body.term.filed_on if body.term and body.kind == "owners-committee" else None
        asked = law.provision("committee.training_recorded", event=filed) if filed else None
        if register and body.term and asked and asked.value and body.id not in _trained(register, body.term.start):
            yield at_row(register, register.lines[0], body=Words(body.name)).under(asked)


def _trained(register: Register, since: datetime.date) -> set[str]:
    return {entry["body"] for entry in register.entries() if _day(entry["date"]) >= since}
