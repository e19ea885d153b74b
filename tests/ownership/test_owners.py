"""owners.yaml is read as strictly as any record, and CODEOWNERS says the same."""

from pathlib import Path

import pytest

from noticeboard.ownership import owners
from tests.ownership.repository import OWNERS

ROOT = Path(__file__).parent.parent.parent


def test_the_last_line_that_fits_is_the_narrowest() -> None:
    found, faults = owners.read(OWNERS.encode())
    assert faults == []
    assert found is not None
    assert (
        owners.codeowners(found)
        == """\
# 由 make docs 从 owners.yaml 生成，不要手改。Generated from owners.yaml by `make docs`; do not edit.
* @keeper
/data/elm/ @elm-clerk @keeper
/data/oak/ @oak-clerk @keeper
"""
    )


def test_the_file_says_the_folders_in_their_order() -> None:
    oak, elm = (owners.CommunityOwners(folder, (folder,)) for folder in ("oak", "elm"))
    lines = owners.codeowners(owners.Owners(("keeper", "other"), (oak, elm))).splitlines()
    assert lines[1:] == ["* @keeper @other", "/data/elm/ @elm @keeper @other", "/data/oak/ @oak @keeper @other"]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("data/elm/notices/a.yaml", "elm"), ("data/elm/", "elm"), ("data/elm", ""), ("data/portal.yaml", ""),
        ("theme/elm/a.yaml", ""), ("Makefile", ""),
    ],
)  # fmt: skip
def test_a_file_belongs_to_the_folder_it_lies_in(path: str, folder: str) -> None:
    assert owners.community(path) == folder


def test_an_account_may_change_its_own_folder_and_a_maintainer_all() -> None:
    found, _ = owners.read(OWNERS.encode())
    assert found is not None
    paths = ("data/elm/a", "data/oak/a", "Makefile")
    allowed = {who: [found.may_change(who, path) for path in paths] for who in ("elm-clerk", "keeper", "nobody")}
    assert allowed == {"elm-clerk": [True, False, False], "keeper": [True] * 3, "nobody": [False] * 3}


def test_what_is_no_text_is_told() -> None:
    found, faults = owners.read(b"maintainers:\n  - \xff\n")
    assert found is None
    assert [(one.rule, one.line) for one in faults] == [("file-not-utf8", 2)]


def test_a_slip_is_told_with_its_line() -> None:
    found, faults = owners.read(OWNERS.replace("- keeper", "- '@keeper'").encode())
    assert found is None
    assert [(one.rule, one.line) for one in faults] == [("value-malformed", 2)]


def test_every_community_of_the_sample_has_its_clerks() -> None:
    found, _ = owners.read((ROOT / owners.FILE).read_bytes())
    assert found is not None
    folders = {path.name for path in (ROOT / owners.DATA).iterdir() if path.is_dir()}
    assert {one.folder for one in found.communities} == folders
