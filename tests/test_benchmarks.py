"""The records that speed is measured on are real ones: the check finds little in them."""

import json
from pathlib import Path

import pytest
from benchmarks import dataset
from benchmarks.dataset import Community
from benchmarks.peers.texts import texts
from benchmarks.sizes import SIZES, Size

from noticeboard import cli

TINY = Size("tiny", 2, 10)
MISSED = {"disclosure-overdue", "assembly-notice-missing", "residents-committee-not-told"}
"""Duties that the made communities do not meet, as in life; all else is in order."""


@pytest.fixture(scope="module")
def tiny() -> list[Community]:
    return dataset.make(TINY)


def test_every_record_passes_the_check(
    tiny: list[Community], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset.write(tiny, tmp_path)
    assert len(list(tmp_path.glob("data/*/*/*.yaml"))) == 20
    code = cli.main(["check", "--data", str(tmp_path / "data"), "--today", dataset.TODAY, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {one["rule"] for one in found} <= MISSED


def test_the_records_are_the_same_every_time(tiny: list[Community]) -> None:
    assert dataset.make(TINY) == tiny


def test_a_full_set_has_the_shares_of_kinds_that_are_stated() -> None:
    assert SIZES["M"].kinds() == {"meeting": 25, "resolution": 25, "statement": 12, "review": 3, "notice": 35}


def test_peers_get_every_text_and_every_ledger_row(tiny: list[Community]) -> None:
    for one in tiny:
        for text in texts(one):
            shown = text.body + "".join(value for _, value in text.facts)
            assert text.entry.tree["text"] in text.body
            assert all(row[3] in shown for row in text.entry.ledger or [])


def test_a_changed_title_is_another_one_each_time(tiny: list[Community], tmp_path: Path) -> None:
    dataset.write(tiny, tmp_path)
    entry = tiny[0].entries[0]
    path = tmp_path / "data" / tiny[0].place.slug / f"{entry.id}.yaml"
    contents = [path.read_text(encoding="utf-8")]
    for number in (1, 2):
        dataset.change_title(path, entry, number)
        contents.append(path.read_text(encoding="utf-8"))
    assert len(set(contents)) == 3
