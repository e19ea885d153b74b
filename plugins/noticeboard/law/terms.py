"""Terms of office that are over without a successor: computed, never typed."""

import datetime
from collections import defaultdict
from typing import NamedTuple

from noticeboard.records.bodies import Body
from noticeboard.records.dataset import Dataset
from noticeboard.today import Today

ELECTED = ("owners-committee", "owners-supervisory-board", "residents-committee", "property-management-committee")


class Vacant(NamedTuple):
    """The last body of its kind in an estate (or, empty, in the community), whose term ended on `since`."""

    body: Body
    since: datetime.date


def vacant(dataset: Dataset, today: Today) -> list[Vacant]:
    """Where the last term known is over and no body of the kind has begun another."""
    terms: defaultdict[tuple[str, str], list[tuple[datetime.date, Body]]] = defaultdict(list)
    for body in dataset.bodies:
        if body.kind in ELECTED and body.term:
            terms[body.estate, body.kind].append((max(body.term.until, body.until or body.term.until), body))
    last = (max(ended, key=lambda pair: pair[0]) for ended in terms.values())
    return [Vacant(body, since) for since, body in last if today.is_past(since)]
