"""Postings: how long a sheet hangs, and how to object to it."""

from collections.abc import Iterator

from noticeboard.records.dataset import Dataset
from noticeboard.records.notice import Notice
from noticeboard.rules.rule import WARNING, Breach, at, rule
from noticeboard.today import Today


def _for_comment(dataset: Dataset) -> Iterator[Notice]:
    """Notices of the form 公示, which ask residents for their objections."""
    return (notice for notice in dataset.notices if notice.form == "public-posting")


@rule(WARNING, catalogue="NOT-06")
def posting_for_comment_without_period(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A notice posted for comment does not say until when it hangs.

    Without a last day nobody knows until when to object, or when it becomes final.
    """
    for notice in _for_comment(dataset):
        if notice.posting is None or notice.posting.until is None:
            yield at(notice, *(("posting",) if notice.posting else ("form",)))


@rule(WARNING, catalogue="NOT-02")
def posting_for_comment_without_objection(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A notice posted for comment does not say where to object.

    Asking for comments and naming nobody to receive them asks for nothing.
    """
    for notice in _for_comment(dataset):
        if notice.posting is None or notice.posting.objection is None:
            yield at(notice, *(("posting",) if notice.posting else ("form",)))


@rule(WARNING, catalogue="NOT-06")
def objections_end_before_posting(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The last day for objections lies before the first day of posting.

    Nobody could have objected in time.
    """
    for record in dataset.records:
        posting = record.posting
        objection = posting.objection if posting else None
        if posting and objection and objection.until and objection.until < posting.start:
            yield at(record, "posting", "objection", "until", found=objection.until, start=posting.start)
