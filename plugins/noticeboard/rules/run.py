"""Run every rule over one community and turn breaches into findings."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from noticeboard.findings import Failure, Field, Finding, Severity, field_name
from noticeboard.records.dataset import Dataset
from noticeboard.refusals import of_machine
from noticeboard.rules import RULES
from noticeboard.rules.acknowledgements import Answered, acknowledgement_without_finding, answers, entry, unmatched
from noticeboard.rules.rule import Breach, Rule
from noticeboard.today import Today


class Places(Protocol):
    """Says where a field stands in its file."""

    def find(self, path: str, field: Field, /) -> tuple[int, int]:
        """Line and column, from 1; `path` is relative to the data folder."""


class Judged(NamedTuple):
    findings: list[Finding]
    failures: list[Failure]


def run(
    dataset: Dataset, today: Today, places: Places, rules: Iterable[Rule] = RULES, *, faults: Iterable[str] = ()
) -> Judged:
    """All findings over one community, acknowledged where it answered for them.

    A rule that fails keeps no other rule from running. `faults` are the names of
    what is found before any rule runs; it can be mended, never answered.
    """
    rules = tuple(rules)
    make = _Findings(dataset, places)
    findings: list[Finding] = []
    failures: list[Failure] = []
    for one in rules:
        try:
            findings += [make.finding(one, breach) for breach in one.check(dataset, today)]
        except Exception as error:
            if of_machine(error):
                raise
            failures.append(Failure(one.id, dataset.slug, error))
    if acknowledgement_without_finding in rules and not failures:
        answerable = dict.fromkeys(faults, False) | {one.id: one.acknowledgeable for one in rules}
        findings += [make.finding(one, breach) for one, breach in unmatched(dataset, make.heard, answerable)]
    return Judged(findings, failures)


class _Findings:
    """Gives a breach its place and the community's answer."""

    def __init__(self, dataset: Dataset, places: Places) -> None:
        self.slug = dataset.slug
        self.places = places
        self.dataset = dataset
        self.answers = answers(dataset)
        self.heard: set[Answered] = set()

    def finding(self, rule: Rule, breach: Breach) -> Finding:
        path = f"{self.slug}/{breach.path}"
        in_record = breach.row is None and not breach.file
        line, column = self.places.find(path, breach.field) if in_record else (breach.row or 1, 1)
        answer = self._answer(rule, breach) if rule.acknowledgeable else ""
        return Finding(
            rule=rule.id, severity=_severity(rule, breach), path=path, line=line, column=column, community=self.slug,
            record=breach.record, item=_item(breach.field), values=breach.values,
            acknowledged=answer, basis=breach.basis,
        )  # fmt: skip

    def _answer(self, rule: Rule, breach: Breach) -> str:
        """What the community says to it: of the very body or estate, else of all in the file."""
        for about in (entry(self.dataset, breach.record, breach.field), ""):
            if found := self.answers.get((rule.id, breach.record, about)):
                self.heard.add((rule.id, breach.record, about))
                return found.reason
        return ""


def _item(field: Field) -> str:
    """The entry of a list that a field stands in, as a clerk would name it."""
    return field_name(field[:2]) if len(field) > 1 and isinstance(field[1], int) else ""


def _severity(rule: Rule, breach: Breach) -> Severity:
    """A rule's own; but what nobody has verified to be asked is no more than a reminder."""
    return Severity.INFO if breach.unverified and rule.severity is Severity.WARNING else rule.severity
