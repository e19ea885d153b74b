"""Supervision: accounts are looked over by somebody else, and what supervisors find is told whole and mended."""

from collections.abc import Iterator

from noticeboard.findings import Field
from noticeboard.law import supervision
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.finding import SupervisionFinding
from noticeboard.rules.rule import ERROR, INFO, WARNING, Breach, Words, at, rule
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


# findings of supervisors

PARTS = {
    "found": ("发现的问题", "what was found"),
    "basis": ("依据", "its basis"),
    "action": ("整改要求", "what has to be done"),
    "due": ("限期", "by when"),
}


@rule(WARNING, catalogue="SUP-01")
def finding_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A finding of supervision does not say what was found, on what basis, what has to be done or by when.

    Without them nobody can mend it in time, nor be held to it. What was referred
    to an authority is left to it.
    """
    for finding in dataset.supervision_findings:
        missing = [words for name, words in PARTS.items() if not getattr(finding, name)]
        if missing and not finding.referred_to:
            yield at(finding, missing_zh=Words("、".join(zh for zh, _ in missing)),
                     missing_en=Words(", ".join(en for _, en in missing)))  # fmt: skip


@rule(WARNING, catalogue="SUP-01")
def finding_fixed_without_proof(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A finding is told to be mended, and neither a proof nor a re-check shows it.

    That it was mended is for others to see.
    """
    for finding in dataset.supervision_findings:
        fixed = supervision.last_round(finding).fixed_on
        if fixed and not finding.proof and not any(one.date >= fixed for one in finding.rechecked):
            yield at(finding, *_fixed(finding), found=fixed)


def _fixed(finding: SupervisionFinding) -> Field:
    """Where it stands on which day a finding was last mended."""
    last = supervision.last_round(finding)
    return ("fixed_on",) if last.again is None else ("reopened", last.again, "fixed_on")


@rule(WARNING, catalogue="SUP-01")
def finding_against_itself(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The body that found a fault is the one that has to mend it.

    Nobody supervises oneself; then it is a notice, or one of the two is wrong.
    """
    for finding in dataset.supervision_findings:
        if finding.raised_by == finding.concerns:
            yield at(finding, "concerns", body=_name(dataset, finding.concerns))


@rule(INFO, catalogue="SUP-02")
def finding_overdue(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A finding is not mended, and its last day is over.

    The page says so by itself; whoever has to mend it may want to be told.
    """
    for finding in dataset.supervision_findings:
        last = supervision.last_round(finding)
        if supervision.is_overdue(finding, today):
            field: Field = ("due",) if last.again is None else ("reopened", last.again, "due")
            yield at(finding, *field, body=_name(dataset, finding.concerns), due=last.due)


@rule(WARNING, catalogue="SUP-04")
def referred_finding_tells(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A finding that was referred to an authority tells details.

    Suspected offences are for the authority to judge; until then they are not published.
    """
    for finding in dataset.supervision_findings:
        if finding.referred_to:
            told = [name for name in ("found", "text", "points_to", "attachments") if getattr(finding, name)]
            yield from (at(finding, name, authority=finding.referred_to) for name in told[:1])


@rule(ERROR)
def finding_line_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A finding names a line that the ledger does not have, or a line of a record without ledger.

    The page shows the entry beside the finding; it would show none.
    """
    for finding in dataset.supervision_findings:
        for index, one in enumerate(finding.points_to):
            known = one.record in dataset.by_id and one.record not in dataset.unread_ledgers
            ledger = dataset.ledgers.get(one.record)
            if one.line is not None and known and (ledger is None or one.line not in ledger.lines):
                yield at(finding, "points_to", index, "line", found=one.line, record=one.record)


@rule(ERROR)
def proof_not_attached(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The file that is to prove that a finding was mended is not among its attachments.

    Only what is listed there, with a title, is published.
    """
    for finding in dataset.supervision_findings:
        file = finding.proof.file if finding.proof else ""
        if file and file not in {one.file for one in finding.attachments}:
            yield at(finding, "proof", "file", found=file)


def _name(dataset: Dataset, body_id: str) -> Words:
    body = dataset.body_by_id.get(body_id)
    return Words(body.name if body else body_id)
