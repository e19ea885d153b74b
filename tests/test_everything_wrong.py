"""One run over a data folder in which everything is wrong: every message, all at once, in both languages."""

import pytest

from noticeboard import check, cli
from noticeboard.reading.fault import FAULTS
from noticeboard.reading.load import read_portal
from noticeboard.rules import RULES
from noticeboard.today import Today
from tests.everything_wrong import DATA, EXPECTED, arguments, shown
from tests.sample import DAY


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whole_report_comes_in_one_run(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Where the difference is meant, run `make bless` and read it."""
    code = cli.main(arguments(language))
    printed = capsys.readouterr()
    assert shown(printed.out) == EXPECTED[language].read_text(encoding="utf-8")
    assert (code, printed.err) == (cli.FAULTS, "")


def test_every_rule_is_broken() -> None:
    """Most in the community `rules`, those of one topic or place in communities of their own."""
    findings = [
        one for slug in check.communities(DATA) for one in check.check_community(DATA, slug, Today(DAY)).findings
    ]
    assert {finding.rule for finding in findings} >= {rule.id for rule in RULES}


def test_every_fault_of_reading_occurs() -> None:
    """But for two that would need a large file, and one that needs an empty folder; tests/reading has them."""
    findings = read_portal(DATA)[1] + check.check_community(DATA, "reading", Today(DAY)).findings
    assert FAULTS.keys() - {finding.rule for finding in findings} == {
        "file-too-large", "ledger-too-long", "community-missing",
    }  # fmt: skip
