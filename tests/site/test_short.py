"""The short addresses on paper, and what they lead to."""

import re

import pytest

from noticeboard.records.codes import code
from noticeboard.site.qr import Addresses
from tests.site.workshop import Workshop


def test_addresses_are_short_and_a_path_keeps_its_letters() -> None:
    assert Addresses("https://board.example.org/")("7XK2M9QA") == "HTTPS://BOARD.EXAMPLE.ORG/R/7XK2M9QA"
    assert Addresses("https://example.org/portal/")("7XK2M9QA") == "HTTPS://EXAMPLE.ORG/portal/R/7XK2M9QA"


def test_a_code_tells_how_its_record_stands_and_leads_on(workshop: Workshop) -> None:
    workshop.build()
    files = workshop.files()
    current, changed, gone = (
        files[f"R/{code(f'elm/notices/{stem}')}/index.html"].decode()
        for stem in ("2026-03-01-water", "2026-04-10-script", "2026-05-01-gone")
    )
    assert "现行有效" in current
    assert "公开以后更正过" in changed
    assert '<ol class="changes">' in changed
    assert "已撤回" in gone
    for page, stem in ((current, "2026-03-01-water"), (gone, "2026-05-01-gone")):
        assert f'<a class="button" href="../../elm/notices/{stem}/index.html">' in page
        assert 'http-equiv="refresh' not in page


def test_every_record_and_building_has_its_code(workshop: Workshop) -> None:
    result = workshop.build()
    files = [path for path in workshop.files() if path.startswith("R/")]
    walls = [path for path in workshop.files() if re.fullmatch(r"\w+/building/\w+/index.html", path)]
    assert len(files) == result.records + len(walls)


def test_a_code_taken_from_another_community_stops_the_build(workshop: Workshop) -> None:
    for file in [next((workshop.data / slug / "notices").glob("*.yaml")) for slug in ("elm", "oak")]:
        file.write_text(file.read_text(encoding="utf-8") + "code: 7XK2M9QA\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="R/7XK2M9QA"):
        workshop.build()
