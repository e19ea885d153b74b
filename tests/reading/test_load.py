"""A community: what can be read becomes records, the rest findings, and nobody is blamed twice."""

from pathlib import Path

import pytest

from noticeboard import report
from noticeboard.reading import load
from noticeboard.reading.load import Places, read_community
from tests.sample import Edit, Sample


def read(sample: Sample) -> load.Reading:
    return read_community(sample.data, sample.root.name)


def test_the_sound_community_is_read_without_a_finding(sample: Sample) -> None:
    reading = read(sample)
    assert reading.findings == []
    assert reading.dataset is not None
    assert [record.id for record in reading.dataset.records] == sorted(
        f"{path.parent.name}/{path.stem}" for path in sample.root.glob("*/*.yaml")
    )
    assert reading.dataset.ledgers.keys() == {"finances/2026-q1-common-income"}
    assert reading.dataset.unread == set()


def test_a_record_that_cannot_be_read_is_known_to_exist(sample: Sample) -> None:
    path = next(sample.root.glob("notices/*.yaml"))
    path.write_text("title: 只有标题\n", encoding="utf-8")
    dataset = read(sample).dataset
    assert dataset is not None
    assert dataset.unread == {f"notices/{path.stem}"}
    assert f"notices/{path.stem}" not in dataset.by_id


def test_a_ledger_that_cannot_be_read_is_known_to_exist(sample: Sample) -> None:
    (sample.root / "finances/2026-q1-common-income.csv").write_text("日期\n", encoding="utf-8")
    reading = read(sample)
    assert reading.dataset is not None
    assert reading.dataset.unread_ledgers == {"finances/2026-q1-common-income"}
    assert [one.rule for one in reading.findings] == ["ledger-header-missing"]


def test_a_record_whose_text_would_be_cut_off_is_kept_back(sample: Sample) -> None:
    path = next(sample.root.glob("notices/*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "reason: 3 #5\n", encoding="utf-8")
    reading = read(sample)
    assert [(one.rule, one.severity) for one in reading.findings] == [("yaml-comment-cuts-text", "error")]
    assert reading.dataset is not None
    assert f"notices/{path.stem}" in reading.dataset.unread


def test_a_ledger_needs_its_statement(sample: Sample) -> None:
    ledger = sample.root / "finances/2026-q1-common-income.csv"
    ledger.rename(ledger.with_stem("2026-q9"))
    assert [(one.path, one.rule) for one in read(sample).findings] == [
        ("elm/finances/2026-q9.csv", "ledger-without-statement")
    ]


@pytest.mark.parametrize("name", ["community", "bodies"])
def test_without_its_two_files_there_is_no_community(sample: Sample, name: str) -> None:
    (sample.root / f"{name}.yaml").write_text("name: [\n", encoding="utf-8")
    reading = read(sample)
    assert reading.dataset is None
    assert {one.path for one in reading.findings} == {f"elm/{name}.yaml"}


def test_a_field_is_found_in_its_file_and_an_absent_one_by_what_is_around_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "# 注释\ntitle: 停水\nposting:\n  from: 2026-04-02\nlist:\n  - 一\n  - 二\n", encoding="utf-8"
    )
    places = Places(tmp_path)
    assert places.find("a.yaml", ("title",)) == (2, 8)
    assert places.find("a.yaml", ("posting", "from")) == (4, 9)
    assert places.find("a.yaml", ("posting", "until")) == (4, 3)
    assert places.find("a.yaml", ("list", 1)) == (7, 5)
    assert places.find("a.yaml", ("nowhere",)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("青禾物业服务有限公司", "这里是 provider"),
        ("业委会", "这里是 committee"),
        ("青禾家政", "bodies.yaml 里的机构编号（小写字母、数字、短横线），例如 owners-committee"),
    ],
)
def test_a_body_called_by_its_name_is_told_its_id(sample: Sample, name: str, right: str) -> None:
    sample.edit(Edit("notices/2026-04-02-water.yaml", "publisher: provider", f"publisher: {name}"))
    (finding,) = read(sample).findings
    assert right in report.sentences(finding, "zh")[1]


def test_a_body_called_by_its_name_in_a_register_is_told_its_id(sample: Sample) -> None:
    folder = sample.root / "registers"
    folder.mkdir(exist_ok=True)
    (folder / "tasks.csv").write_text(
        "日期,种类,什么事,谁负责,期限,结果\n2026-04-01,任务,修门,青禾物业服务有限公司,2026-05-01,在办\n",
        encoding="utf-8",
    )
    (finding,) = read(sample).findings
    assert "这里是 provider" in report.sentences(finding, "zh")[1]


def test_yes_in_chinese_is_told_how_to_write_it(sample: Sample) -> None:
    sample.edit(Edit("reviews/2025.yaml", "complete: true", "complete: 是"))
    (finding,) = read(sample).findings
    found, right, _ = report.sentences(finding, "zh")
    assert "（是不是 true？）" in found
    assert right == "true（是）、false（否）。"
