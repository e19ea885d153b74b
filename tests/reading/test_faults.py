"""The table of faults, the code that emits them and the words for them agree."""

import ast
import re
from pathlib import Path

import pytest

from noticeboard import report
from noticeboard.findings import Severity
from noticeboard.reading import fault as module
from noticeboard.reading.fault import FAULTS, MOST_PER_FILE, fault, in_order
from noticeboard.rules import RULES

ROOM = Path(module.__file__).parent


def texts_of_the_code() -> set[str]:
    """Every text that stands in the code of reading, besides the table."""
    found = set()
    for path in ROOM.glob("*.py"):
        table = path.name == "fault.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not table:
                found.add(node.value)
    return found


def test_every_fault_in_the_table_can_be_emitted() -> None:
    assert FAULTS.keys() - texts_of_the_code() == set()


def test_every_fault_that_is_emitted_is_in_the_table() -> None:
    named = re.compile(
        "(file|community|attachment|line|character|text|yaml|field|value|day|list|shape|option|ledger|cell)(-[a-z0-9]+)+"
    )
    assert {text for text in texts_of_the_code() if named.fullmatch(text)} - FAULTS.keys() == set()


def test_no_fault_is_called_like_a_rule() -> None:
    assert FAULTS.keys() & {rule.id for rule in RULES} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", FAULTS)
def test_every_fault_says_what_is_wrong_what_is_right_and_what_to_do(rule: str, language: str) -> None:
    words = report.wording(language)[rule]
    assert list(words) == ["found", "right", "fix"]
    ending = "。" if language == "zh" else "."
    assert all(text.endswith(ending) for text in words.values())


@pytest.mark.parametrize("rule", FAULTS)
def test_both_languages_name_the_same_values(rule: str) -> None:
    both = [
        {
            part: sorted(set(re.findall(r"(?<!\{)\{(\w+)\}", text)))
            for part, text in report.wording(language)[rule].items()
        }
        for language in ("zh", "en")
    ]
    assert both[0] == both[1]


def test_what_is_wrong_in_a_community_blocks_unless_the_finding_may_be_mistaken() -> None:
    milder = {rule for rule, severity in FAULTS.items() if severity is not Severity.ERROR}
    assert milder == {"community-missing", "personal-mail", "personal-minor"}


def test_faults_are_told_in_the_order_of_the_file_and_not_without_end() -> None:
    many = [fault("yaml-tab", (line, 1)) for line in range(MOST_PER_FILE + 20, 0, -1)]
    assert [one.line for one in in_order(many)] == list(range(1, MOST_PER_FILE + 1))
