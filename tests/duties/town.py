"""A town of one or two estates to set the clock by, and what the clock shows as one line a track."""

import datetime
from decimal import Decimal
from typing import Any

from noticeboard.duties.clock import clock
from noticeboard.duties.periods import named
from noticeboard.duties.track import State, Track, Turn
from noticeboard.records.bodies import Bodies, Body, Contract, TermOfOffice
from noticeboard.records.community import Building, Community, Estate, OwnersAssembly
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Period, Record, Withdrawn
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.statement import Statement
from noticeboard.today import Today

NOUGHT = Decimal("0.00")
MARKS = {
    State.DISCLOSED: "●",
    State.DUE: "◐",
    State.NOT_SEEN: "○",
    State.NOT_APPLICABLE: "–",
    State.NOT_YET: "·",
}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def period(first: str, last: str) -> Period:
    return Period(start=day(first), until=day(last))


def estate(name: str = "elm", **more: Any) -> Estate:
    return Estate(id=name, name=name, buildings=(Building(id=f"{name}-1", name="1"),), **more)


ASSEMBLED = {"owners_assembly": OwnersAssembly(established_on=datetime.date(2015, 1, 1)), "provider": "provider"}
BODIES = (
    Body(id="rc", name="rc", kind="residents-committee"),
    Body(id="committee", name="committee", kind="owners-committee", estate="elm"),
    Body(id="provider", name="provider", kind="property-service-provider"),
    Body(id="group", name="group", kind="self-management-group"),
)


def town(
    *records: Record,
    jurisdiction: str = "CN",
    since: str = "2020-01-01",
    estates: tuple[Estate, ...] = (estate(**ASSEMBLED),),
    bodies: tuple[Body, ...] = BODIES,
    contracts: tuple[Contract, ...] = (),
    **more: Any,
) -> Dataset:
    community = Community(
        name="town", summary="", region="", jurisdiction=jurisdiction, estates=estates,
        disclosing_since=day(since) if since else None, **more,
    )  # fmt: skip
    return Dataset("town", community, Bodies(bodies=bodies, contracts=contracts), records=records)


def _envelope(folder: str, name: str, published: str, **more: Any) -> dict[str, Any]:
    shown = {"title": name, "publisher": "committee", "date": day(published), "summary": ""}
    return {"id": f"{folder}/{name}", "published": day(published), **shown, **more}


def statement(first: str, last: str, published: str, fund: str = "common-income", **more: Any) -> Statement:
    """Its stem is `<first>-<fund>-<published>`."""
    return Statement(
        **_envelope("finances", f"{first}-{fund}-{published}", published, **more),
        fund=fund, period=period(first, last), opening=NOUGHT, income=NOUGHT, expense=NOUGHT, closing=NOUGHT,
    )  # fmt: skip


def meeting(held: str, kind: str, published: str = "", state: str = "held", **more: Any) -> Meeting:
    envelope = _envelope("meetings", f"{held}-{kind}", published or held, **more) | {"date": day(held)}
    return Meeting(**envelope, type=kind, body="rc", state=state)


def notice(published: str, *discloses: str, **more: Any) -> Notice:
    envelope = _envelope("notices", published, published, **more)
    return Notice(**envelope, discloses=discloses, form="notice", category="finance")


def withdrawn(on: str) -> Withdrawn:
    return Withdrawn(date=day(on), why="")


def term(first: str, last: str, **more: Any) -> TermOfOffice:
    return TermOfOffice(start=day(first), until=day(last), **more)


def tracks(dataset: Dataset, today: str) -> dict[tuple[str, str], Track]:
    """(duty, estate) to its track."""
    found = clock(dataset, Today(day(today)))
    return {(one.key, one.subject.estate): one for one in found}


def track(dataset: Dataset, today: str, key: str = "common-income-statement", of: str = "elm") -> Track:
    return tracks(dataset, today)[key, of]


def table(one: Track) -> str:
    """A turn a line: mark, period, last day, when it was seen or why it does not apply."""
    return "\n".join(["", *(_line(turn) for turn in one.turns)])


def _line(turn: Turn) -> str:
    mark = MARKS[turn.state]
    told = f" {turn.seen_on}{f' +{turn.late}' if turn.late else ''}" if turn.seen_on else ""
    why = turn.exemption.reason if turn.exemption else turn.unmet
    return f"{mark} {named(turn.period, turn.duty.every)[1]} by {turn.due}{told}{f' {why}' if why else ''}"


def strip(one: Track) -> str:
    return "".join(MARKS[turn.state] for turn in one.turns)
