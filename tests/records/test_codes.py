"""Codes on paper are for ever: what was printed once must mean the same in every later version."""

import re
from pathlib import Path

from noticeboard import check
from noticeboard.records import codes

PORTAL = "title: 板\nsummary: 板\nbase_url: https://a.example.org/\npublisher: 甲\n"
ALIKE = ("elm/notices/2026-07-01-n669021", "oak/notices/2026-07-01-n562307")
"""Two ids whose SHA-256 begin with the same forty bits."""


def test_a_code_never_changes() -> None:
    assert codes.code("tangxi/notices/2025-01-20-spring-festival") == "N4G4CW8V"
    assert codes.of_building("tangxi", "b1") == "08XKTV3K"


def test_a_code_is_eight_letters_that_nobody_confuses() -> None:
    made = [codes.code(f"elm/notices/{number}") for number in range(500)]
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{8}", one) for one in made)
    assert len(set(made)) == len(made)
    assert set("".join(made)) == set(codes.CROCKFORD)


def test_two_communities_with_one_code_are_told_until_one_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "portal.yaml").write_text(PORTAL, encoding="utf-8")
    for record in ALIKE:
        file = tmp_path / f"{record}.yaml"
        file.parent.mkdir(parents=True)
        file.write_text("title: 停水\n", encoding="utf-8")
    (found,) = check.portal(tmp_path)[1]
    assert (found.rule, found.blocks, found.path) == ("code-repeated", True, f"{ALIKE[1]}.yaml")
    assert found.values == {"found": codes.code(ALIKE[0]), "other": ALIKE[0]}
    file.write_text("title: 停水\ncode: 7XK2M9QA\n", encoding="utf-8")
    assert check.portal(tmp_path)[1] == []
