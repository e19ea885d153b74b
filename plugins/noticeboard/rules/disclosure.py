"""Disclosure: what is due was seen, in time, and what records and communities say of duties names one.

The clock itself is in `duties`; here its states become findings.
"""

from collections.abc import Iterator

from noticeboard.duties.clock import clock
from noticeboard.duties.duty import keys
from noticeboard.duties.periods import named
from noticeboard.duties.track import State, Track, Turn
from noticeboard.findings import Field
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, rule
from noticeboard.today import Today


@rule(ERROR)
def duty_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A duty of disclosure is named that no profile knows.

    The clock would never see what was meant.
    """
    for where, field, key in _named(dataset):
        if key and key not in keys():
            yield at(where, *field, found=key, **meant(key, keys()))


def _named(dataset: Dataset) -> Iterator[tuple[Record | str, Field, str]]:
    community = dataset.community
    for name, commitments in (("by_laws", community.by_laws), ("promises", community.promises)):
        yield from (("community", (name, index, "duty"), one.duty) for index, one in enumerate(commitments))
    for index, exemption in enumerate(community.exemptions):
        yield "community", ("exemptions", index, "duty"), exemption.duty
    for record in dataset.records:
        yield from ((record, ("discloses", index), key) for index, key in enumerate(record.discloses))


@rule(WARNING, catalogue="CI-03 CI-10 MF-01 MF-03 PS-04 OC-10 OC-12 OC-14 RC-01 RC-03 RC-08 RC-18 CONS-01")
def disclosure_overdue(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something was to be disclosed, its last day is over, and it was not seen here.

    It may hang on paper; on this board nobody can find it. One finding for each
    duty of an estate or body, whatever the number of periods.
    """
    for track in dataset.derive(clock, today):
        if overdue := track.overdue:
            yield _missing(dataset, track, overdue)


def _missing(dataset: Dataset, track: Track, overdue: list[Turn]) -> Breach:
    oldest, newest = overdue[0], overdue[-1]
    periods = _words("period", newest) if oldest is newest else _several(overdue)
    breach = at(
        "community", *_place(dataset, track), due=newest.due, **_said(dataset, track, newest),
        periods_zh=periods["period_zh"], periods_en=periods["period_en"],
    )  # fmt: skip
    return breach._replace(basis=newest.duty.basis, unverified=not newest.duty.binds)


def _several(overdue: list[Turn]) -> dict[str, Words]:
    oldest, newest = _words("period", overdue[0]), _words("period", overdue[-1])
    chinese = f"{len(overdue)} 期（最早{oldest['period_zh']}，最近{newest['period_zh']}）"
    english = f"{len(overdue)} periods (oldest {oldest['period_en']}, newest {newest['period_en']})"
    return {"period_zh": Words(chinese), "period_en": Words(english)}


def _place(dataset: Dataset, track: Track) -> Field:
    """Where in community.yaml: at the estate, or at the day since which all is counted."""
    estate = track.subject.estate
    index = next((i for i, one in enumerate(dataset.community.estates) if one.id == estate), None)
    return ("disclosing_since",) if index is None else ("estates", index, "name")


def _said(dataset: Dataset, track: Track, turn: Turn) -> dict[str, Words]:
    """Whose duty and what: the estate's or the community's name, the body's, the duty's."""
    estate = dataset.estate_by_id.get(track.subject.estate)
    body = dataset.body_by_id.get(turn.body)
    return {
        "whose": Words(estate.name if estate else dataset.community.name),
        "body": Words(body.short_name or body.name if body else turn.body),
        "duty_zh": Words(turn.duty.title),
        "duty_en": Words(turn.duty.en),
        "own_zh": Words("（哪天是公示栏约定，依据里没有写）" if "due" in turn.duty.convention else ""),
        "own_en": Words(" (the day is a convention of this portal)" if "due" in turn.duty.convention else ""),
    }


def _words(name: str, turn: Turn) -> dict[str, Words]:
    chinese, english = named(turn.period, turn.duty.every)
    return {f"{name}_zh": Words(chinese), f"{name}_en": Words(english)}


@rule(WARNING, catalogue="CI-03 MF-03")
def disclosure_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A record was published after the last day for what it discloses.

    Late is better than never; residents see by how many days.
    """
    for track in dataset.derive(clock, today):
        latest: dict[str, Turn] = {}
        for turn in track.turns:
            if turn.state is State.DISCLOSED and turn.late and turn.record in dataset.by_id:
                latest.setdefault(turn.record, turn)  # the oldest period is the latest of those it shows
        for record, turn in latest.items():
            values = {"days": turn.late, "due": turn.due, **_said(dataset, track, turn), **_words("period", turn)}
            breach = at(dataset.by_id[record], "published", **values)
            yield breach._replace(basis=turn.duty.basis, unverified=not turn.duty.binds)
