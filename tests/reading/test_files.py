"""Every file at its place; nothing is lost silently, nothing is followed elsewhere."""

import shutil
from pathlib import Path

import pytest

from noticeboard.new import EXAMPLES
from noticeboard.reading import files
from noticeboard.reading.load import read_community, read_portal

PDF = b"%PDF-1.7\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "elm").mkdir()
    return tmp_path


def put(root: Path, path: str, content: bytes = b"x: 1\n") -> None:
    target = root / "elm" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def told(root: Path) -> list[str]:
    return [
        f"{file.path} {file.fault.rule}" for file in files.inventory(root, "elm") if isinstance(file, files.UnknownFile)
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("notes.txt", "file-unknown"),
        ("notices.yaml", "file-unknown"),
        ("notices/2026/x.yaml", "file-unknown"),
        ("Notices/x.yaml", "file-unknown"),
        ("notices/x.yml", "file-ending-wrong"),
        ("notices/x.csv", "file-ending-wrong"),
        ("notices/x", "file-ending-wrong"),
        ("finances/x.xlsx", "file-ending-wrong"),
        ("finances/x.CSV", "file-ending-wrong"),
        ("notices/X.yaml", "file-name-malformed"),
        ("notices/停水.yaml", "file-name-malformed"),
        ("notices/a b.yaml", "file-name-malformed"),
        ("notices/-a.yaml", "file-name-malformed"),
        ("notices/.yaml.yaml", "file-hidden"),
        ("notices/.gitattributes", "file-hidden"),
        (".github/x.yaml", "file-hidden"),
        ("notices/.x.yaml.swp", None),
        (f"notices/{'a' * 65}.yaml", "file-name-malformed"),
        ("notices/year.yaml", "file-name-malformed"),
        ("notices/page.yaml", "file-name-malformed"),
        ("notices/con.yaml", "file-name-malformed"),
        ("attachments/合同.pdf", "attachment-name-malformed"),
        ("attachments/x.docx", "attachment-name-malformed"),
        ("attachments/deep/x.pdf", "file-unknown"),
        ("attachments/x.jpg", "attachment-not-its-ending"),
        (".DS_Store", None),
        ("Thumbs.db", "file-left-behind"),
        ("notices/Thumbs.db", "file-left-behind"),
        ("attachments/desktop.ini", "file-left-behind"),
        ("finances/~$2026-q1.xlsx", "file-left-behind"),
    ],
)
def test_a_file_that_is_out_of_place_is_told(root: Path, path: str, rule: str | None) -> None:
    put(root, path)
    assert told(root) == ([f"{path} {rule}"] if rule else [])


@pytest.mark.parametrize(
    "path", ["community.yaml", "notices/2026-04-02-water.yaml", "finances/q1.csv", f"reviews/{'a' * 64}.yaml"]
)
def test_a_file_at_its_place_is_taken(root: Path, path: str) -> None:
    put(root, path)
    assert told(root) == []
    assert [file.path for file in files.inventory(root, "elm")] == [path]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", PDF), ("a.jpg", b"\xff\xd8\xff\xe0"), ("a.png", b"\x89PNG\r\n\x1a\n"), ("a.csv", b"a,b\n")],
)
def test_an_attachment_is_what_its_ending_says(root: Path, name: str, content: bytes) -> None:
    put(root, f"attachments/{name}", content)
    assert told(root) == []


@pytest.mark.parametrize(
    ("path", "most"), [("notices/a.yaml", 262_144), ("finances/a.csv", 2_097_152), ("attachments/a.pdf", 10_485_760)]
)
def test_a_file_may_have_its_most_bytes_and_not_one_more(root: Path, path: str, most: int) -> None:
    put(root, path, PDF.ljust(most))
    assert told(root) == []
    put(root, path, PDF.ljust(most + 1))
    assert told(root) == [f"{path} file-too-large"]


def test_links_are_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.yaml").write_text("a: b\n", encoding="utf-8")
    (root / "elm/notices").symlink_to(elsewhere)
    (root / "elm/community.yaml").symlink_to(elsewhere / "secret.yaml")
    (root / "oak").symlink_to(elsewhere)
    assert told(root) == ["community.yaml file-not-regular", "notices file-not-regular"]
    assert files.communities(root) == ["elm"]
    assert [(one.path, one.fault.rule) for one in files.stray(root)] == [("oak", "file-unknown")]


def test_what_lies_beside_the_communities_is_told(root: Path) -> None:
    (root / "portal.yaml").touch()
    (root / "old.zip").touch()
    (root / "Thumbs.db").touch()
    (root / "en").mkdir()
    (root / "Oak").mkdir()
    (root / ".git").mkdir()
    (root / ".gitattributes").touch()
    (root / ".github").mkdir()
    assert [(one.path, one.fault.rule) for one in files.stray(root)] == [
        (".gitattributes", "file-hidden"),
        (".github", "file-hidden"),
        ("Thumbs.db", "file-left-behind"),
        ("old.zip", "file-unknown"),
        ("Oak", "community-name-malformed"),
        ("en", "community-name-malformed"),
    ]


def test_a_name_that_would_break_the_report_is_shown_by_code(root: Path) -> None:
    put(root, "a\n::error::b.txt")
    (finding,) = [one for one in read_community(root, "elm").findings if one.rule == "file-unknown"]
    assert finding.path == "elm/a<U+000A>::error::b.txt"
    assert "\n" not in finding.values["found"]


def test_files_that_must_be_there_are_missed(root: Path) -> None:
    reading = read_community(root, "elm")
    assert reading.dataset is None
    assert sorted((one.path, one.rule) for one in reading.findings) == [
        ("elm/bodies.yaml", "file-missing"),
        ("elm/community.yaml", "file-missing"),
    ]
    portal, findings = read_portal(root)
    assert portal is None
    assert [(one.path, one.rule) for one in findings] == [("portal.yaml", "file-missing")]


def test_a_data_folder_without_a_community_is_told_and_blocks_nothing(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "portal.yaml", tmp_path)
    _, findings = read_portal(tmp_path)
    assert [(one.rule, one.path, one.blocks) for one in findings] == [("community-missing", "portal.yaml", False)]
