"""Pages tell every version that was logged, what changed between them, and where the log has it."""

import datetime
from pathlib import Path

import pytest

from noticeboard.publishing.publish import publish
from noticeboard.records import codes
from noticeboard.site.past import PREVIEW, Past
from tests.publishing.conftest import LOGGED, Repository

DAY = datetime.date(2026, 7, 20)
NOTICE = "elm/notices/2026-03-01-water"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published twice: a corrected title."""
    folder = tmp_path_factory.mktemp("past")
    repository = Repository(folder / "repository")
    publish(repository.root, folder / "board", "HEAD", DAY)
    repository.retitle("水箱清洗改期")
    repository.edit("elm/bodies.yaml", "榆园第一届业主委员会", "榆园首届业主委员会")
    repository.commit("corrected")
    return publish(repository.root, folder / "board", "HEAD", DAY + datetime.timedelta(days=9)).release


def test_a_page_has_its_versions_and_what_changed(release: Path) -> None:
    page = (release / "site" / NOTICE / "index.html").read_text(encoding="utf-8")
    past = page[page.index('id="past"') :]
    assert past.index("第 2 版") < past.index("第 1 版")
    assert "<ins>水箱清洗改期</ins>" in past
    assert 'datetime="2026-07-29"' in past
    assert "补录" in past
    assert f'href="../../../log/index.html#{NOTICE}"' in past
    assert 'href="../../notices/2026-03-01-water/versions/1.json"' in past


def test_the_log_s_page_has_size_and_code_and_says_what_it_cannot_show(release: Path) -> None:
    page = (release / "site/log/index.html").read_text(encoding="utf-8")
    assert f"<dd>{LOGGED + 2}</dd>" in page
    assert "日志只证明有没有改过，不证明写得对不对" in page


def test_the_page_behind_a_code_names_every_version_with_its_code_and_what_changed(release: Path) -> None:
    page = (release / "site/R" / codes.code(NOTICE) / "index.html").read_text(encoding="utf-8")
    newest, first = Past(release / "state").of("elm", "zh").versions(NOTICE.removeprefix("elm/"))
    assert page.index(newest.code) < page.index("<ins>水箱清洗改期</ins>") < page.index(first.code)
    assert page.count("现在这一版") == 1


def test_single_files_tell_their_versions_and_the_corrections_page_lists_what_was_carried_on(release: Path) -> None:
    bodies = (release / "site/elm/bodies/index.html").read_text(encoding="utf-8")
    assert 'href="../bodies/versions/1.json"' in bodies
    assert (release / "site/elm/bodies/versions/1.json").is_file()
    corrections = (release / "site/elm/corrections/index.html").read_text(encoding="utf-8")
    assert "登记表和设置的改动" in corrections
    assert "<ins>榆园首届业主委员会</ins>" in corrections


def test_what_is_logged_of_one_community_leaves_the_others_as_they_are(release: Path) -> None:
    before, after = Past(release.parent / "000001" / "state"), Past(release / "state")
    assert before.key("elm") != after.key("elm")
    assert before.key("oak") == after.key("oak") != b""


def test_differences_are_told_by_the_titles_of_fields(release: Path) -> None:
    (newest, first) = Past(release / "state").of("elm", "zh").versions("notices/2026-03-01-water")
    assert [(one.title, one.now) for one in newest.changed] == [("标题", "水箱清洗改期")]
    assert (newest.place, newest.entry.event, first.changed) == (LOGGED + 2, "correct", [])
    english = Past(release / "state").of("elm", "en").versions("notices/2026-03-01-water")[0]
    assert [one.title for one in english.changed] == ["Title"]


def test_a_preview_says_that_it_is_one(release: Path) -> None:
    preview = PREVIEW.of("elm", "zh")
    assert (preview.logged, preview.versions("notices/2026-03-01-water"), PREVIEW.key("elm")) == (False, [], b"")
