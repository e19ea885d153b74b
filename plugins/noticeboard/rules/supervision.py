"""Supervision: accounts are looked over by somebody other than who keeps them."""

from collections.abc import Iterator

from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.rules.rule import WARNING, Breach, at, rule
from noticeboard.today import Today


@rule(WARNING, catalogue="SUP-05", parameters=("accounts.reviewed",))
def statement_reviewed_by_nobody(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement says who prepared it, and not who looked it over.

    An account that only its author has seen is a claim.
    """
    law = law_of(dataset.community)
    for statement in dataset.statements:
        asked = law.provision("accounts.reviewed", period_end=statement.period.until)
        if asked and asked.value and statement.prepared_by and not statement.reviewed_by:
            yield at(statement, "prepared_by", found=statement.prepared_by).under(asked)


@rule(WARNING, catalogue="SUP-05", parameters=("accounts.reviewed",))
def statement_reviewed_by_its_preparer(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement was looked over only by who had prepared it.

    Nobody finds one's own slips.
    """
    law = law_of(dataset.community)
    for statement in dataset.statements:
        asked = law.provision("accounts.reviewed", period_end=statement.period.until)
        reviewers = {one.by for one in statement.reviewed_by}
        if asked and asked.value and reviewers == {statement.prepared_by}:
            yield at(statement, "reviewed_by", 0, "by", found=statement.prepared_by).under(asked)
