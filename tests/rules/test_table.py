"""The rule book is complete: every rule is listed, documented, worded and tested."""

import importlib
import pkgutil
import string
from pathlib import Path

import pytest

from noticeboard import report, rules
from noticeboard.findings import Severity
from noticeboard.rules import RULES
from noticeboard.rules.acknowledgements import acknowledgement_without_finding
from noticeboard.rules.rule import Rule

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def _decorated() -> list[Rule]:
    modules = [importlib.import_module(f"noticeboard.rules.{one.name}") for one in pkgutil.iter_modules(rules.__path__)]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]


def _bad_cases() -> set[str]:
    modules = [importlib.import_module(f"tests.rules.{file.stem}") for file in Path(__file__).parent.glob("test_*.py")]
    return {
        rule
        for module in modules
        for rule, cases in getattr(module, "BAD", {}).items()
        if any(f": {rule}: " in case.expected for case in cases)
    }


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_rule_written_is_listed_once() -> None:
    assert sorted(rule.id for rule in RULES) == sorted({rule.id for rule in (*_decorated(), *RULES)})
    assert len(RULES) == len({rule.id for rule in RULES})


def test_rule_about_answers_is_last() -> None:
    """It is judged by what all the others found."""
    assert RULES[-1] is acknowledgement_without_finding


@EVERY_RULE
def test_rule_is_documented(rule: Rule) -> None:
    """First the bad state in one sentence, then an empty line and why it matters."""
    first, empty, *rest = rule.doc.split("\n")
    assert first.endswith(".")
    assert empty == ""
    assert any(line.strip() for line in rest)


@EVERY_RULE
@pytest.mark.parametrize("language", ["zh", "en"])
def test_rule_is_worded(rule: Rule, language: str) -> None:
    words = report.wording(language)[rule.id]
    assert list(words) == ["found", "right", "fix"]
    assert all(words.values())


@EVERY_RULE
def test_both_languages_say_the_same(rule: Rule) -> None:
    chinese, english = report.wording("zh")[rule.id], report.wording("en")[rule.id]
    for part in ("found", "right", "fix"):
        assert _placeholders(chinese[part]) == _placeholders(english[part])


@EVERY_RULE
def test_rule_has_a_bad_case(rule: Rule) -> None:
    assert rule.id in _bad_cases()


def test_what_may_be_answered() -> None:
    """Warnings may; of the errors only contradictions in what the original says."""
    errors = {rule.id for rule in RULES if rule.severity is Severity.ERROR and rule.acknowledgeable}
    assert errors == {
        "statement-does-not-balance", "statement-income-differs", "statement-expense-differs", "category-total-differs",
        "accounts-differ", "meter-amount-differs", "opening-differs-from-closing", "periods-overlap",
        "category-of-another-fund", "entry-without-amount", "count-does-not-add-up", "count-exceeds-entitled",
        "returned-differs", "more-returned-than-issued", "count-not-whole", "seats-exceeded",
        "attendance-exceeds-entitled", "attendance-does-not-add-up", "printed-rate-differs",
        "owners-quorum-not-met", "owners-majority-not-reached", "special-majority-not-reached",
        "declared-failed-though-passed", "committee-quorum-not-met", "committee-majority-not-reached",
        "representatives-quorum-not-met", "representatives-majority-not-reached", "residents-meeting-quorum-not-met",
        "residents-meeting-majority-not-reached", "printed-vote-share-differs", "printed-turnout-differs",
        "closing-in-words-differs", "remuneration-differs", "transfer-amounts-differ", "net-income-differs",
        "price-in-words-differs", "shares-do-not-add-up", "share-out-of-proportion", "building-ledgers-differ",
        "building-ledger-does-not-balance",
        "more-answered-than-received", "more-elected-than-seats", "fewer-votes-elected", "candidates-do-not-add-up",
        "election-turnout-too-low", "elected-without-majority", "handed-balance-differs",
        "composition-differs-from-seats", "more-counted-than-members",
    }  # fmt: skip
    unanswerable = {rule.id for rule in RULES if rule.severity is not Severity.ERROR and not rule.acknowledgeable}
    assert unanswerable == {
        "acknowledgement-expired", "acknowledgement-of-unknown-rule", "acknowledgement-instead-of-mending",
        "acknowledgement-of-unknown-record", "acknowledgement-without-finding",
    }  # fmt: skip
