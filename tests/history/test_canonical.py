"""What of a record is hashed: its texts, the lines of its ledger, the digests of its attachments."""

import hashlib
from collections import Counter

import pytest

from noticeboard.history.canonical import Form, canonical, digest, is_record, records
from tests.sample import SLUG, Edit, Sample

NOTICE, STATEMENT = "notices/2026-04-02-water", "finances/2026-q1-common-income"
ERASED = "  - record: {}\n    date: 2026-07-01\n    why: 有个人信息\n    basis: 法\n"


def form(sample: Sample, name: str) -> Form:
    return next(one.form for one in records(sample.data, SLUG).written if one.id == f"{SLUG}/{name}")


def test_the_form_has_one_spelling_and_its_digest_a_salt() -> None:
    assert (
        canonical({"record": {"b": "停水", "a": ["1"]}, "id": "x"})
        == '{"id":"x","record":{"a":["1"],"b":"停水"}}'.encode()
    )
    assert digest(b"salt", b"form") == hashlib.sha256(b"saltform").hexdigest()


def test_every_record_register_and_single_file_is_found_by_its_path(sample: Sample) -> None:
    sample.edit(Edit("registers/service-points.csv", new="name,hours\n室,9点\n"), Edit("notes.txt", new="x"))
    found = records(sample.data, SLUG)
    assert [one.id.removeprefix(f"{SLUG}/") for one in found.written] == [
        "bodies", "community", STATEMENT, "finances/2026-q2-common-income", "meetings/2026-04-20-committee", NOTICE,
        "notices/2026-04-03-lift-plan", "registers/service-points", "resolutions/2026-001-lift", "responsibilities",
        "reviews/2024", "reviews/2025",
    ]  # fmt: skip
    assert (found.unread, found.erased) == ([], Counter())
    assert found.written[0].content == canonical(found.written[0].form)


def test_a_record_is_its_tree_of_texts(sample: Sample) -> None:
    found = form(sample, "meetings/2026-04-20-committee")
    assert (found.keys(), found["id"], found["kind"]) == (
        {"id", "kind", "record"}, "elm/meetings/2026-04-20-committee", "meeting",
    )  # fmt: skip
    assert found["record"]["date"] == "2026-04-20"


def test_a_single_file_has_its_name_for_a_kind(sample: Sample) -> None:
    found = form(sample, "bodies")
    assert (found.keys(), found["id"], found["kind"]) == ({"id", "kind", "record"}, "elm/bodies", "bodies")


def test_a_register_is_its_lines(sample: Sample) -> None:
    sample.edit(Edit("registers/service-points.csv", new="name,hours  \r\n室,9点\r\n\r\n"))
    assert form(sample, "registers/service-points") == {
        "id": "elm/registers/service-points", "kind": "registers", "record": {}, "ledger": ["name,hours", "室,9点"],
    }  # fmt: skip


def test_a_statement_has_the_lines_of_its_ledger_without_blanks_at_their_ends(sample: Sample) -> None:
    sample.edit(Edit(f"{STATEMENT}.csv", new=" 日期,科目 \n\n2026-01-15,CI.I.01\t\n2026-01-16,max\n\n\n"))
    assert form(sample, STATEMENT)["ledger"] == [" 日期,科目", "", "2026-01-15,CI.I.01", "2026-01-16,max"]
    assert "ledger" not in form(sample, "finances/2026-q2-common-income")


def test_attachments_stand_by_their_digests_where_they_are_there(sample: Sample) -> None:
    content = (sample.root / "attachments/map.pdf").read_bytes()
    sample.edit(
        Edit(
            f"{NOTICE}.yaml", "    title: 停水范围图\n", "    title: 图\n  - file: attachments/no.pdf\n    title: 无\n"
        )
    )
    assert form(sample, NOTICE)["files"] == [
        {"file": "attachments/map.pdf", "sha256": hashlib.sha256(content).hexdigest(), "size": str(len(content))}
    ]
    assert "files" not in form(sample, "notices/2026-04-03-lift-plan")


def test_what_cannot_be_read_is_named(sample: Sample) -> None:
    sample.edit(Edit(f"{NOTICE}.yaml", "title: 停水通知", "titel: 停水通知"))
    found = records(sample.data, SLUG)
    assert found.unread == [f"{SLUG}/{NOTICE}"]
    assert f"{SLUG}/{NOTICE}" not in {one.id for one in found.written}


def test_how_often_a_text_had_to_go_is_counted(sample: Sample) -> None:
    sample.edit(Edit("erased.yaml", new="erased:\n" + "".join(map(ERASED.format, (NOTICE, STATEMENT, NOTICE)))))
    assert records(sample.data, SLUG).erased == {f"{SLUG}/{NOTICE}": 2, f"{SLUG}/{STATEMENT}": 1}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("elm/notices/a", True),
        ("elm/registers/notices", False),
        ("elm/bodies", False),
        ("elm/notices", False),
        ("elm/notices/a/b", False),
    ],
)
def test_records_lie_in_the_folders_of_records(name: str, record: bool) -> None:
    assert is_record(name) is record
