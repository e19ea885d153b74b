"""owners.yaml is read as strictly as any record, and CODEOWNERS says the same."""

from pathlib import Path

from noticeboard.ownership import owners
from tests.ownership.repository import OWNERS

ROOT = Path(__file__).parent.parent.parent


def test_the_last_line_that_fits_is_the_narrowest() -> None:
    found, faults = owners.read(OWNERS.encode())
    assert faults == []
    assert found is not None
    assert owners.codeowners(found).splitlines()[1:] == [
        "* @keeper", "/data/elm/ @elm-clerk @keeper", "/data/oak/ @oak-clerk @keeper",
    ]  # fmt: skip


def test_a_slip_is_told_with_its_line() -> None:
    found, faults = owners.read(OWNERS.replace("- keeper", "- '@keeper'").encode())
    assert found is None
    assert [(one.rule, one.line) for one in faults] == [("value-malformed", 2)]


def test_every_community_of_the_sample_has_its_clerks() -> None:
    found, _ = owners.read((ROOT / owners.FILE).read_bytes())
    assert found is not None
    folders = {path.name for path in (ROOT / owners.DATA).iterdir() if path.is_dir()}
    assert {one.folder for one in found.communities} == folders
