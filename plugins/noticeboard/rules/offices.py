"""Bodies in office for a term, each with its place in bodies.yaml."""

import datetime
from typing import NamedTuple

from noticeboard.records.bodies import Body, TermOfOffice
from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import Breach, at
from noticeboard.today import Today


class Office(NamedTuple):
    """A body that states its term; `place` counts the bodies of bodies.yaml from 0."""

    place: int
    body: Body
    term: TermOfOffice

    @property
    def elected(self) -> datetime.date:
        """The day of election, or the first of the term: what decides which law counts."""
        return self.term.elected_on or self.term.start

    def at(self, *field: str | int, **values: object) -> Breach:
        return at("bodies", "bodies", self.place, *field, body=self.body.name, **values)

    def is_over(self, today: Today) -> bool:
        return self.body.until is not None and today.is_past(self.body.until)


def offices(dataset: Dataset, kind: str) -> list[Office]:
    """Those of a kind, in the order of bodies.yaml; of a term that ends before it begins nothing can be said."""
    return [
        Office(index, body, body.term)
        for index, body in enumerate(dataset.bodies)
        if body.kind == kind and body.term and body.term.start <= body.term.until
    ]
