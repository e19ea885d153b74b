"""Every system of the five communities: what carries it exists, its rules hold, its page shows it."""

import re
from html import unescape
from pathlib import Path

import pytest

from noticeboard.rules import RULES
from noticeboard.rules.systems import System, is_there, systems

SEEDS = {"S0": 18, "S1": 19, "S2": 16, "S3": 22, "S4": 14}
"""How many systems each of the five communities described."""
MOST_EXCUSED = 5
EVERY = pytest.mark.parametrize("system", [pytest.param(one, id=name) for name, one in systems().items()])
TAG = re.compile(r"<[^>]+>")


def test_every_id_has_its_row() -> None:
    wanted = [f"{seed}.{number}" for seed, many in SEEDS.items() for number in range(1, many + 1)]
    assert list(systems()) == wanted


def test_hardly_any_is_excused() -> None:
    assert sum(bool(one.excused) for one in systems().values()) <= MOST_EXCUSED


@EVERY
def test_it_is_carried_and_held(system: System) -> None:
    assert system.held or system.excused
    assert [one for one in system.held if not is_there(one)] == []
    assert set(system.rules) <= {rule.id for rule in RULES}


@EVERY
def test_its_page_shows_it(system: System, built_sample: Path) -> None:
    if not system.excused:
        html = (built_sample / system.page).read_text(encoding="utf-8")
        text = unescape(TAG.sub("", html.partition("<main")[2].partition("</main>")[0]))
        assert system.shows in text


def test_a_wrong_name_would_be_seen() -> None:
    assert not is_there("registers/cats")
    assert not is_there("matter.cats")
    assert not is_there("profiles/cats")
    assert not is_there("duties/cats")
