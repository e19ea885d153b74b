"""Run every rule over one community and turn breaches into findings."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from noticeboard.findings import Finding, Severity
from noticeboard.reading.load import Places
from noticeboard.records.bodies import Acknowledgement
from noticeboard.records.dataset import Dataset
from noticeboard.rules import RULES
from noticeboard.rules.rule import Breach, Rule, at
from noticeboard.today import Today


class RuleFailed(Exception):
    """A rule itself is wrong: our fault, not the data's."""


def run(dataset: Dataset, today: Today, places: Places, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings over one community, acknowledged where the community answered for them."""
    rules = tuple(rules)
    breaches = [(rule, breach) for rule in rules for breach in _breaches(rule, dataset, today)]
    answered, unanswerable = _answered(breaches, dataset.acknowledged)
    findings = [
        replace(_finding(rule, breach, dataset, places), acknowledged=answer)
        for (rule, breach), answer in zip(breaches, answered, strict=True)
    ]
    return findings + [_acknowledgement_finding(one, dataset, places) for one in unanswerable]


def _breaches(rule: Rule, dataset: Dataset, today: Today) -> Iterator[Breach]:
    try:
        yield from rule.check(dataset, today)
    except Exception as error:
        raise RuleFailed(f"rule {rule.id} failed on {dataset.slug}") from error


def _finding(rule: Rule, breach: Breach, dataset: Dataset, places: Places) -> Finding:
    path = f"{dataset.slug}/{breach.record}." + ("yaml" if breach.row is None else "csv")
    line, column = places.find(path, breach.field) if breach.row is None else (breach.row, 1)
    return Finding(
        rule=rule.id, severity=rule.severity, path=path, line=line, column=column,
        community=dataset.slug, record=breach.record, values=breach.values,
    )  # fmt: skip


def _answered(
    breaches: list[tuple[Rule, Breach]], acknowledgements: tuple[Acknowledgement, ...]
) -> tuple[list[str], list[Breach]]:
    """The answer to each breach (empty where there is none), and acknowledgements that answer nothing."""
    reasons = {(one.rule, one.record): one.reason for one in acknowledgements}
    answers = [reasons.get((rule.id, breach.record), "") if rule.acknowledgeable else "" for rule, breach in breaches]
    used = {(rule.id, breach.record) for rule, breach in breaches if rule.acknowledgeable}
    unused = [
        at("acknowledged", "acknowledged", index, "rule", rule=one.rule, record=one.record)
        for index, one in enumerate(acknowledgements)
        if (one.rule, one.record) not in used
    ]
    return answers, unused


def _acknowledgement_finding(breach: Breach, dataset: Dataset, places: Places) -> Finding:
    path = f"{dataset.slug}/acknowledged.yaml"
    line, column = places.find(path, breach.field)
    return Finding(
        rule="acknowledgement-without-finding", severity=Severity.WARNING, path=path, line=line, column=column,
        community=dataset.slug, record=breach.record, values=breach.values,
    )  # fmt: skip
