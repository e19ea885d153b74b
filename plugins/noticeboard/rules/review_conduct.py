"""How a review is conducted: who chairs it, who takes part, how it is voted, how long its result hangs."""

import datetime
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.count import Count, holding
from noticeboard.records.dataset import Dataset
from noticeboard.records.meeting import Meeting
from noticeboard.records.review import Review, Subject
from noticeboard.rules.residents_affairs import posted_less
from noticeboard.rules.rule import INFO, WARNING, Breach, at, rule
from noticeboard.today import Today

UNFIT = "不称职"
OVERALL = ("总体", "总评", "综合", "总体评价", "综合评价")
"""What reviews call the one question that stands for all others."""


def _event(dataset: Dataset, review: Review) -> datetime.date:
    """The day of the review: of its meeting where that is stated, since the sheet may be dated later."""
    meeting = dataset.by_id.get(review.meeting)
    return min(meeting.date, review.date) if isinstance(meeting, Meeting) else review.date


def _is_of_committee(dataset: Dataset, review: Review) -> bool:
    """Whether the residents' committee or an office in it is under review."""
    return any(dataset.kind_of(subject.body) == "residents-committee" for subject in review.reviewed)


def _of_committee(dataset: Dataset) -> Iterator[Review]:
    return (review for review in dataset.reviews if _is_of_committee(dataset, review))


def _asked(dataset: Dataset, review: Review, name: str) -> Provision | None:
    return law_of(dataset.community).provision(name, event=_event(dataset, review))


@rule(WARNING, catalogue="RC-08", parameters=("residents_committee.review_chaired_by",))
def review_chaired_by_another(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A review of the residents' committee was chaired by another body than the law says.

    Who is under review should not lead it.
    """
    for review in _of_committee(dataset):
        asked = _asked(dataset, review, "residents_committee.review_chaired_by")
        kind = dataset.kind_of(review.chaired_by)
        if asked and kind and kind not in asked.value:
            yield at(review, "chaired_by", found=dataset.body_by_id[review.chaired_by].name).under(asked)


@rule(WARNING, catalogue="RC-08", parameters=("residents_committee.review_chaired_by",))
def review_chair_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A review of the residents' committee does not say which body chaired it.

    Who led it is the first thing that those ask who doubt the result.
    """
    for review in _of_committee(dataset):
        asked = _asked(dataset, review, "residents_committee.review_chaired_by")
        if asked and not review.chaired_by:
            yield at(review, "reviewed").under(asked)


@rule(INFO, catalogue="RC-09", parameters=("residents_committee.unfit_ends_office",))
def rated_unfit_repeatedly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An office was rated “not competent” in as many reviews in a row as end it by law.

    The clerk is reminded; whether the holder was the same is for the residents' meeting to say.
    """
    unfit = {
        (dataset.estate_of(review), subject.body, subject.id, review.year)
        for review in _of_committee(dataset)
        for subject in review.reviewed
        if subject.outcome == UNFIT and _asked(dataset, review, "residents_committee.unfit_ends_office")
    }
    for review in _of_committee(dataset):
        asked = _asked(dataset, review, "residents_committee.unfit_ends_office")
        for index, one in enumerate(review.reviewed if asked else ()):
            years = [review.year - ago for ago in range(asked.value if asked else 0)]
            if asked and all((dataset.estate_of(review), one.body, one.id, year) in unfit for year in years):
                yield at(review, "reviewed", index, "outcome", found=one.name, times=asked.value).under(asked)


@rule(WARNING, catalogue="REV-05", parameters=("review.outcome_is_mode",))
def review_outcome_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The grade announced is not the one with most ballots.

    Judged only where the grade is one of the options and one count stands for the whole.
    """
    for review, index, subject, votes in _graded(dataset):
        asked = _asked(dataset, review, "review.outcome_is_mode")
        grade, most = votes.most_common(1)[0]
        if asked and asked.value and votes[subject.outcome] < most:
            values = {"found": subject.outcome, "votes": votes[subject.outcome], "grade": grade, "most": most}
            yield at(review, "reviewed", index, "outcome", **values).under(asked)


@rule(INFO, catalogue="REV-05", parameters=("review.outcome_is_mode",))
def review_tie_unexplained(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Two grades have most ballots, and nothing says why one of them was announced.

    A note at the ballots is enough.
    """
    for review, index, subject, votes in _graded(dataset):
        asked = _asked(dataset, review, "review.outcome_is_mode")
        first = [grade for grade, number in votes.items() if number == max(votes.values())]
        if not asked or not asked.value or len(first) < 2 or subject.outcome not in first:
            continue
        if not any(count.note for count in _counts(review, subject)):
            yield at(review, "reviewed", index, "outcome", grades="、".join(first)).under(asked)


def _graded(dataset: Dataset) -> Iterator[tuple[Review, int, Subject, Counter[str]]]:
    """Subjects whose announced grade stands on the ballots, with all their ballots by grade."""
    for review in dataset.reviews:
        for index, subject in enumerate(review.reviewed):
            votes: Counter[str] = Counter()
            for count in _counts(review, subject):
                votes.update({grade: int(number) for grade, number in count.options.items()})
            if subject.outcome in votes:
                yield review, index, subject, votes


def _counts(review: Review, subject: Subject) -> list[Count]:
    """The counts that stand for the whole: of all voters if there is one, else of every group.

    None where several questions were asked and none of them is the overall one.
    """
    alone = len(review.reviewed) == 1
    counts = [one for one in holding(review.ballots) if one.of == subject.id or (alone and not one.of)]
    questions = {one.dimension for one in counts}
    overall = questions if len(questions) == 1 else questions.intersection(("", *OVERALL))
    counts = [one for one in counts if len(overall) == 1 and one.dimension in overall]
    return [one for one in counts if not one.group] or counts


@rule(WARNING, catalogue="REV-06", parameters=("review.attendance_share",))
def review_attendance_too_low(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Fewer took part in a review of the residents' committee than it needs.

    The grade of a few is not the grade of the residents.
    """
    for review in _of_committee(dataset):
        asked = _asked(dataset, review, "review.attendance_share")
        if asked is None or review.present is None or not review.composition:
            continue
        if Fraction(review.present, review.composition) < asked.value:
            values = {"present": review.present, "composition": review.composition, "share": asked.value}
            yield at(review, "present", **values).under(asked)


@rule(WARNING, catalogue="REV-06", parameters=("review.secret",))
def review_not_secret(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A review was not by secret ballot.

    Few rate a neighbour freely in front of everybody.
    """
    for review in dataset.reviews:
        asked = _asked(dataset, review, "review.secret")
        if asked and asked.value and review.secret is False:
            yield at(review, "secret").under(asked)


@rule(WARNING, catalogue="REV-06", parameters=("review.secret",))
def review_not_counted_on_the_spot(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The ballots of a review were not counted on the spot.

    Ballots that leave the room uncounted leave room for doubt.
    """
    for review in dataset.reviews:
        asked = _asked(dataset, review, "review.secret")
        if asked and asked.value and review.counted_on_the_spot is False:
            yield at(review, "counted_on_the_spot").under(asked)


CONDUCT = ("composition", "present", "secret", "counted_on_the_spot")


@rule(INFO, catalogue="REV-06", parameters=("review.attendance_share",))
def review_conduct_not_stated(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A review of the residents' committee does not say how many should have come, how many came, or how it was voted.

    The page then cannot show it either.
    """
    for review in _of_committee(dataset):
        asked = _asked(dataset, review, "review.attendance_share")
        missing = [name for name in CONDUCT if getattr(review, name) is None]
        if asked and missing and review.ballots:
            yield at(review, "ballots", missing="、".join(missing)).under(asked)


@rule(WARNING, catalogue="REV-06", parameters=("review.hold_days",))
def review_posted_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The result of a review by residents hangs for fewer days than it should.

    Who was not there must still have had the chance to see it.
    """
    yield from posted_less(dataset, "review.hold_days")


@rule(WARNING, catalogue="REV-07")
def reviewers_do_not_add_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The groups that took part in a review are not as many as all who took part.

    Somebody was counted twice, or is missing from the groups.
    """
    for review in dataset.reviews:
        total = sum(group.present for group in review.reviewers)
        if review.present is not None and review.reviewers and total != review.present:
            yield at(review, "present", present=review.present, total=total, difference=abs(total - review.present))
