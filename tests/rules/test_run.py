"""Rules are run one by one; one that fails keeps none of the others from running."""

from collections.abc import Iterator

import pytest

from noticeboard.findings import Severity
from noticeboard.reading.load import Places, read_community
from noticeboard.records.dataset import Dataset
from noticeboard.rules import RULES
from noticeboard.rules.rule import Breach, Rule, at, at_file, at_row, rule
from noticeboard.rules.run import run
from noticeboard.today import Today
from tests.sample import DAY, SLUG, Sample


@rule(Severity.ERROR)
def always_failing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """This rule is wrong itself.

    So says its name.
    """
    yield at(dataset.records[0], "title")
    raise ZeroDivisionError


@rule(Severity.ERROR)
def without_memory(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """There is no memory left.

    No rule can help that.
    """
    yield at(dataset.records[0], "title")
    raise MemoryError


@rule(Severity.ERROR)
def nowhere(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """This rule names a record that does not exist.

    It is the rule's fault, too.
    """
    yield at("notices/no-such-record", "title")


@rule(Severity.WARNING)
def everywhere(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Something is in every kind of place.

    Fields that are absent are found at the nearest field around them.
    """
    statement = dataset.statements[0]
    yield at(statement, "period", "until", found="x")
    yield at(statement, "posting", "until")
    yield at(statement, "accounts", 1, "kind")
    yield at("bodies", "bodies", 1, "id")
    yield at_row(statement, 3)
    yield at_file("attachments/map.pdf")


def dataset(sample: Sample) -> Dataset:
    found = read_community(sample.data, SLUG).dataset
    assert found
    return found


@pytest.mark.parametrize("wrong", [always_failing, nowhere], ids=lambda one: one.id)
def test_failing_rule_is_named_and_the_others_run(sample: Sample, wrong: Rule) -> None:
    judged = run(dataset(sample), Today(DAY), Places(sample.data), (wrong, everywhere))
    assert [(one.rule, one.community) for one in judged.failures] == [(wrong.id, SLUG)]
    assert {one.rule for one in judged.findings} == {"everywhere"}


def test_a_rule_is_not_blamed_for_the_machine(sample: Sample) -> None:
    with pytest.raises(MemoryError):
        run(dataset(sample), Today(DAY), Places(sample.data), [without_memory])


def test_answers_are_not_called_unmatched_while_a_rule_fails(sample: Sample) -> None:
    (sample.root / "acknowledged.yaml").write_text(
        "acknowledged:\n  - rule: always-failing\n    record: community\n    reason: 见说明\n    until: 2026-12-31\n",
        encoding="utf-8",
    )
    judged = run(dataset(sample), Today(DAY), Places(sample.data), (*RULES, always_failing))
    assert judged.findings == []


def test_places_and_names_of_fields(sample: Sample) -> None:
    judged = run(dataset(sample), Today(DAY), Places(sample.data), [everywhere])
    assert [(one.path, one.line, one.column, one.record, one.values) for one in judged.findings] == [
        ("elm/finances/2026-q1-common-income.yaml", 10, 10, Q1, {"field": "period.until", "found": "x"}),
        ("elm/finances/2026-q1-common-income.yaml", 1, 1, Q1, {"field": "posting.until"}),
        ("elm/finances/2026-q1-common-income.yaml", 26, 5, Q1, {"field": "accounts[2].kind"}),
        ("elm/bodies.yaml", 5, 9, "bodies", {"field": "bodies[2].id"}),
        ("elm/finances/2026-q1-common-income.csv", 3, 1, Q1, {}),
        ("elm/attachments/map.pdf", 1, 1, "attachments/map", {}),
    ]


Q1 = "finances/2026-q1-common-income"


def test_values_are_quoted_short_and_visible() -> None:
    breach = at("community", "name", found="长" * 100, hidden="a\u200bb")
    assert breach.values == {"field": "name", "found": "长" * 59 + "…", "hidden": "a<U+200B>b"}
