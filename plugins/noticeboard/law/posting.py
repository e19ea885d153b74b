"""For how many days a sheet must hang: which records fall under which rule, and what they do."""

from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.law.voting import COMMITTEES
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Posting, Record
from noticeboard.records.meeting import Meeting
from noticeboard.records.notice import Notice
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review
from noticeboard.records.statement import Statement

RESIDENTS = (
    "residents-committee",
    "residents-supervision-committee",
    "residents-meeting",
    "residents-representatives",
)
"""Kinds of bodies that act for residents, as opposed to owners."""
MEETINGS = (*RESIDENTS, "hearing", "deliberation")
"""Kinds of meetings whose outcome is residents' affair."""


def days_posted(posting: Posting | None) -> int | None:
    """For how many days a sheet hangs; None where no last day is stated, or it lies before the first."""
    if posting is None or posting.until is None or posting.until < posting.start:
        return None
    return (posting.until - posting.start).days


def least_days(dataset: Dataset, record: Record) -> Provision | None:
    """What says for how long a record hangs; None where nothing does.

    Residents' affairs and what committees post fall under their own law where
    there is any, all else under what holds for sheets in general.
    """
    law = law_of(dataset.community)
    if isinstance(record, Review):
        name = "review.hold_days"
        return law.provision(name, published=record.published) if _is_of_residents(dataset, record) else None
    if is_residents_affair(dataset, record):
        own = law.provision("residents_committee.post_min_days", published=record.published)
        if own:
            return own
    if not _is_posted(dataset, record):
        return None
    general = law.provision("posting.hold_days", published=record.published)
    if dataset.kind_of(record.publisher) in COMMITTEES:
        return law.provision("posting.committee_hold_days", published=record.published) or general
    return general


def is_residents_affair(dataset: Dataset, record: Record) -> bool:
    """Whether a record is among the affairs that the residents' committee must post (its organic law, art. 34).

    A summons or a warning of storms is none.
    """
    ours = dataset.kind_of(record.publisher) in RESIDENTS
    match record:
        case Resolution():
            return dataset.kind_of(record.decided_by) in RESIDENTS
        case Notice():
            return ours and (record.form == "public-posting" or bool(record.discloses))
        case Statement():
            return ours
        case Meeting():
            return ours and record.type in MEETINGS
    return False


def _is_of_residents(dataset: Dataset, review: Review) -> bool:
    reviewed = {dataset.kind_of(subject.body) for subject in review.reviewed}
    return dataset.kind_of(review.publisher) in RESIDENTS or "residents-committee" in reviewed


def _is_posted(dataset: Dataset, record: Record) -> bool:
    """Whether it is posted for comment, or is what a committee decided or accounts for."""
    match record:
        case Notice():
            return record.form == "public-posting"
        case Resolution() | Statement():
            return dataset.kind_of(record.publisher) in COMMITTEES
    return False
