"""`make help` names every target that people call, with a word in both languages."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str) -> str:
    """What make prints; the tests may themselves run under make, which would be heard in it."""
    command = ["make", "--no-print-directory", *arguments]
    alone = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    done = subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.fixture(scope="module")
def helped() -> dict[str, str]:
    return dict(line.split(maxsplit=1) for line in make("help").splitlines())


def test_help_names_every_target(helped: dict[str, str]) -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert sorted(helped) == sorted(phony[1].split())
    assert all(re.fullmatch(r".*[\u4e00-\u9fff].*\(.+\)", words) for words in helped.values())


def test_help_is_what_make_says_first() -> None:
    assert make() == make("help")


def test_a_date_reaches_the_command() -> None:
    assert "-m noticeboard check --today 2026-07-20\n" in make("--dry-run", "check", "TODAY=2026-07-20")
    assert "--today" not in make("--dry-run", "check")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_documents_name_only_targets_that_there_are(page: str, helped: dict[str, str]) -> None:
    named = re.findall(r"`make ([a-z ]+)", (ROOT / page).read_text(encoding="utf-8"))
    assert {target for one in named for target in one.split()} - helped.keys() == set()


def test_every_reader_is_fuzzed_with_coverage_too() -> None:
    named = re.search("^READERS := (.*)$", MAKEFILE, re.MULTILINE)
    assert named is not None
    assert named[1].split() == [*TARGETS]
