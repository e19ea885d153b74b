"""Every input of the corpus gets its verdict, at its place, in words that help and give nothing away."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from noticeboard import report
from noticeboard.findings import Finding
from noticeboard.privacy.scan import scan
from noticeboard.reading.fault import MOST_PER_FILE
from tests.conftest import Tell
from tests.corpus import CASES, TABLES
from tests.corpus.case import Case
from tests.corpus.run import answer, prepare
from tests.corpus.threats import THREATS

ROOT = Path(__file__).parents[2]
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
CHINESE = re.compile("[\u4e00-\u9fff]")
LONG_NUMBER = re.compile("[0-9]{11,}")
MOST_SECONDS, MOST_MEGABYTES = 1, 200


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__.rpartition(".")[2])
def test_every_input_is_answered_as_it_should(data: Path, table: ModuleType) -> None:
    wrong = []
    for case in table.CASES:
        found = answer(data, case)
        if sorted(found.brief) != sorted(case.expected):
            wrong.append((case.threat, case.path, case.content[-80:], case.expected, found.brief))
        helpful(case, found.faults)
    assert wrong == []


def helpful(case: Case, faults: list[Finding]) -> None:
    """Chinese, with a hint, without what must not be shown."""
    assert len(faults) <= 2 * MOST_PER_FILE  # of characters and form, and of personal data
    for one in faults:
        found, right, fix = report.sentences(one, "zh")
        assert CHINESE.search(found), one
        assert CHINESE.search(right + fix), one
    told = report.text(faults, "data") + report.github(faults, "data") + report.text(faults, "data", "en")
    assert not CONTROL.search(told), case
    assert json.loads(report.json(faults, "data")) is not None
    discreet(case, told)


def discreet(case: Case, told: str) -> None:
    """No identity number, telephone, card or account in full, in whatever way it was typed."""
    digits = re.sub("[ -]", "", told)
    assert [secret for secret in case.secrets if secret.upper() in digits.upper()] == [], told
    if case.secrets:
        assert [one.kind for one in scan(told)] == []
        assert LONG_NUMBER.findall(digits) == []


def test_heavy_inputs_are_refused_at_once_and_in_little_memory(figure: Tell) -> None:
    """Seconds of the processor, since others use the machine too."""
    command = [sys.executable, "-m", "tests.corpus.measure"]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'plugins'}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    measured = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(measured) == sum(case.heavy for case in CASES)
    assert [one for one in measured if one["seconds"] > MOST_SECONDS or one["megabytes"] > MOST_MEGABYTES] == []
    most, megabytes = (max(one[key] for one in measured) for key in ("seconds", "megabytes"))
    figure(f"the {len(measured)} heaviest inputs: at most {most} s and {megabytes} MB")


def test_every_threat_has_its_cases() -> None:
    assert {case.threat for case in CASES} == THREATS


def test_there_are_hundreds_of_both_kinds(figure: Tell) -> None:
    refused = Counter(case.refused for case in CASES)
    assert refused[True] >= 300
    assert refused[False] >= 200
    places = sum(len(case.expected) for case in CASES if case.refused)
    figure(f"inputs: {len(CASES)}, {refused[True]} refused with {places} places, {refused[False]} accepted")


def test_no_case_stands_twice() -> None:
    twice = Counter((case.path, case.content) for case in CASES)
    assert [key for key, times in twice.items() if times > 1] == []
