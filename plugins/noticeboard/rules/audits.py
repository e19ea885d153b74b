"""Audits that notices disclose: by somebody else than who keeps the books, with an answer to whatever was found."""

from collections.abc import Iterator

from noticeboard.records.dataset import Dataset
from noticeboard.records.notice import AuditResult, Notice
from noticeboard.rules.rule import WARNING, Breach, Words, at, rule
from noticeboard.today import Today


def _audits(dataset: Dataset) -> Iterator[tuple[Notice, AuditResult]]:
    return ((notice, notice.audit) for notice in dataset.notices if notice.audit and not notice.withdrawn)


@rule(WARNING, catalogue="SUP-05")
def audited_by_the_account_keeper(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The body that audits is the one audited, keeps the books or published the statements.

    Nobody finds one's own slips.
    """
    for notice, audit in _audits(dataset):
        published = {one.publisher for name in audit.statements if (one := dataset.by_id.get(name))}
        if audit.auditor in {audit.of, audit.keeper, *published}:
            body = dataset.body_by_id.get(audit.auditor)
            yield at(notice, "audit", "auditor", body=Words(body.name if body else audit.auditor))


@rule(WARNING, catalogue="RC-14")
def audit_without_period(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An audit does not say which days it is of.

    What was not audited looks audited.
    """
    for notice, _ in _audits(dataset):
        if notice.covers is None:
            yield at(notice, "audit")


@rule(WARNING)
def audit_exception_unanswered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something that an audit found has neither an answer nor a finding that follows it up.

    Found and forgotten is worse than not looked for.
    """
    for notice, audit in _audits(dataset):
        for index, one in enumerate(audit.exceptions):
            if not one.answer and not one.finding:
                yield at(notice, "audit", "exceptions", index, what=one.what)


@rule(WARNING)
def audit_opinion_without_exception(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An opinion with reservations names nothing that it reserves.

    Residents cannot see what is wrong with the books.
    """
    for notice, audit in _audits(dataset):
        if audit.opinion != "clean" and not audit.exceptions:
            yield at(notice, "audit", "opinion")


@rule(WARNING, catalogue="RC-14")
def leaving_audit_after_election(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The audit of one who leaves a residents' committee was published after the next election.

    Voters should know how the books were kept before they vote (art. 38).
    """
    for notice, audit in _audits(dataset):
        of = dataset.body_by_id.get(audit.of)
        if audit.sort != "leaving" or of is None or of.kind != "residents-committee" or of.term is None:
            continue
        later = [
            one.date
            for one in dataset.elections
            if dataset.kind_of(one.body) == of.kind and one.sort == "term" and one.date >= of.term.until
        ]
        if later and notice.published >= min(later):
            yield at(notice, "published", found=notice.published, elected=min(later))
