"""What a community has still to do under one system that it adopted: what is not there, what is due or was not seen."""

from typing import NamedTuple

from noticeboard.duties.clock import clock
from noticeboard.duties.track import State, Track
from noticeboard.law.needs import Standing, standings
from noticeboard.records.dataset import Dataset
from noticeboard.today import Today

WAITING = (State.DUE, State.NOT_SEEN)


class Agenda(NamedTuple):
    """`needs` that are not met, and `duties` of disclosure that wait; of one system, which is called by its code."""

    system: str
    needs: tuple[Standing, ...]
    duties: tuple[Track, ...]

    @property
    def ids(self) -> list[str]:
        """Each by its name, an estate's with the estate behind it."""
        needs = [f"{one.need.id} {one.estate}".strip() for one in self.needs]
        return needs + [f"{one.key} {one.subject.estate}".strip() for one in self.duties]


def agendas(dataset: Dataset, today: Today) -> list[Agenda]:
    """Of every system that the community adopted, in its order."""
    needs, tracks = dataset.derive(standings, today), dataset.derive(clock, today)
    return [
        Agenda(
            code,
            tuple(one for one in needs if one.system.code == code and one.open),
            tuple(one for one in tracks if one.about.layer == code and one.state in WAITING),
        )
        for code in dataset.community.packs
    ]
