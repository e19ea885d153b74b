"""A published record changes only with a correction that says so, and never goes."""

import datetime
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from noticeboard import cli
from noticeboard.findings import Finding, Severity
from noticeboard.history import changes, log, state
from noticeboard.history.canonical import Records, Written, records
from noticeboard.history.log import Event, LogError
from noticeboard.history.state import State
from noticeboard.reading.load import Places
from tests.sample import SLUG, Edit, Sample

FIXTURES = Path(__file__).parent.parent / "fixtures"
DAY = datetime.date(2026, 7, 20)
CORRECTED = "corrections:\n  - date: 2026-04-05\n    what: 改了\n    why: 写错了\n"


@pytest.fixture
def published(sample: Sample) -> State:
    """What stands in the sample has been published once."""
    found = State(None)
    changes.extend(found, records(sample.data, SLUG), DAY)
    return found


def notice(sample: Sample) -> str:
    """The path of a notice that nothing has happened to."""
    paths = sorted((sample.root / "notices").glob("*.yaml"))
    plain = (
        path
        for path in paths
        if not re.search("^(corrections|related|withdrawn):", path.read_text("utf-8"), re.MULTILINE)
    )
    return f"notices/{next(plain).name}"


def append(sample: Sample, path: str, text: str) -> None:
    file = sample.root / path
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def retitle(sample: Sample, path: str) -> None:
    file = sample.root / path
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = ["title: 另一个标题" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(sample: Sample, published: State) -> list[tuple[str, str, str]]:
    faults = changes.faults(published, SLUG, records(sample.data, SLUG), Places(sample.data))
    return [(one.rule, one.record, one.values.get("field", "")) for one in faults]


def events(sample: Sample, published: State) -> list[Event]:
    return [one.event for one in changes.extend(published, records(sample.data, SLUG), DAY)]


def test_the_first_publication_is_an_import_and_then_nothing_is_new(sample: Sample, published: State) -> None:
    assert {entry.event for entry in published.entries} == {Event.IMPORT}
    assert len(published.entries) == len(records(sample.data, SLUG).written)
    assert found(sample, published) == []
    assert events(sample, published) == []


def test_a_new_record_is_published(sample: Sample, published: State) -> None:
    path = notice(sample)
    sample.edit(Edit("notices/2026-05-01-new.yaml", new=(sample.root / path).read_text(encoding="utf-8")))
    assert found(sample, published) == []
    assert events(sample, published) == [Event.PUBLISH]


def test_key_order_quoting_comments_and_line_ends_change_nothing(sample: Sample, published: State) -> None:
    file = sample.root / notice(sample)
    first, *rest = file.read_text(encoding="utf-8").split("\n")
    title = next(line for line in rest if line.startswith("title:")) if not first.startswith("title:") else first
    text = file.read_text(encoding="utf-8").replace(title, f'title: "{title.removeprefix("title: ")}"  # 标题')
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert found(sample, published) == []
    assert events(sample, published) == []


def test_a_change_in_silence_is_named_with_what_was_and_is(sample: Sample, published: State) -> None:
    path = notice(sample)
    retitle(sample, path)
    (one,) = changes.faults(published, SLUG, records(sample.data, SLUG), Places(sample.data))
    assert (one.rule, one.path, one.values["field"], one.values["now"]) == (
        "changed-in-silence", f"{SLUG}/{path}", "title", "另一个标题",
    )  # fmt: skip


def test_a_correction_speaks_for_the_fields_it_names(sample: Sample, published: State) -> None:
    path = notice(sample)
    retitle(sample, path)
    append(sample, path, CORRECTED + "    fields:\n      - summary\n")
    assert [one[0] for one in found(sample, published)] == ["changed-in-silence"]
    file = sample.root / path
    file.write_text(file.read_text(encoding="utf-8").replace("      - summary\n", "      - title\n"), encoding="utf-8")
    assert found(sample, published) == []
    assert events(sample, published) == [Event.CORRECT]


def test_a_correction_without_fields_speaks_for_all(sample: Sample, published: State) -> None:
    path = notice(sample)
    retitle(sample, path)
    append(sample, path, CORRECTED)
    assert found(sample, published) == []


def test_a_correction_once_published_stays_as_it_is(sample: Sample, published: State) -> None:
    path = notice(sample)
    append(sample, path, CORRECTED)
    changes.extend(published, records(sample.data, SLUG), DAY)
    file = sample.root / path
    file.write_text(file.read_text(encoding="utf-8").replace("why: 写错了", "why: 没什么"), encoding="utf-8")
    assert [one[0] for one in found(sample, published)] == ["correction-changed"]


def test_a_removed_or_renamed_record_is_missed(sample: Sample, published: State) -> None:
    path = notice(sample)
    sample.edit(Edit(path, to="notices/2026-04-02-other-name.yaml"))
    assert [(rule, record) for rule, record, _ in found(sample, published)] == [
        ("record-vanished", path.removesuffix(".yaml"))
    ]


def test_a_withdrawal_stays(sample: Sample, published: State) -> None:
    path = notice(sample)
    before = (sample.root / path).read_text(encoding="utf-8")
    append(sample, path, "withdrawn:\n  date: 2026-04-06\n  why: 施工取消\n")
    assert found(sample, published) == []
    assert events(sample, published) == [Event.WITHDRAW]
    (sample.root / path).write_text(before, encoding="utf-8")
    assert [one[0] for one in found(sample, published)] == ["withdrawal-undone"]


def test_a_cent_in_a_ledger_is_seen(sample: Sample, published: State) -> None:
    file = next((sample.root / "finances").glob("*.csv"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text[:-3] + ("1" if text[-3] != "1" else "2") + text[-2:], encoding="utf-8")
    assert [(rule, field) for rule, _, field in found(sample, published)] == [("changed-in-silence", "ledger")]


def test_what_is_carried_on_needs_no_correction(sample: Sample, published: State) -> None:
    path = notice(sample)
    append(sample, path, "related:\n  - record: notices/2026-05-01-new\n    how: supplements\n")
    assert found(sample, published) == []
    assert events(sample, published) == [Event.UPDATE]


def test_an_exchanged_attachment_is_seen(sample: Sample, published: State) -> None:
    attachment = next(one for one in (sample.root / "attachments").iterdir())
    attachment.write_bytes(attachment.read_bytes() + b"\n")
    assert [(rule, field) for rule, _, field in found(sample, published)] == [("changed-in-silence", "attachments")]


def test_a_written_state_is_read_again_and_goes_on(sample: Sample, published: State, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    published.write(folder)
    again = state.load(folder)
    assert again.entries == published.entries
    assert found(sample, again) == []
    retitle(sample, notice(sample))
    assert [one[0] for one in found(sample, again)] == ["changed-in-silence"]


@pytest.mark.parametrize("spoil", ["entry", "cut", "checkpoint", "version", "missing"])
def test_a_tampered_state_is_refused(published: State, tmp_path: Path, spoil: str) -> None:
    folder = tmp_path / "published"
    published.write(folder)
    entries = folder / log.ENTRIES
    version = next((folder / state.VERSIONS).rglob("*.json"))
    match spoil:
        case "entry":
            entries.write_bytes(entries.read_bytes().replace(b'"event":"import"', b'"event":"update"', 1))
        case "cut":
            entries.write_bytes(b"\n".join(entries.read_bytes().split(b"\n")[:-2]) + b"\n")
        case "checkpoint":
            point = folder / log.CHECKPOINT
            point.write_text(point.read_text().replace(str(len(published.entries)), "1", 1))
        case "version":
            version.write_bytes(version.read_bytes().replace(b'"kind":"', b'"kind":"x', 1))
        case "missing":
            version.unlink()
    with pytest.raises(LogError):
        state.load(folder)


def test_a_record_that_cannot_be_read_is_there_all_the_same(sample: Sample, published: State) -> None:
    append(sample, notice(sample), "title: 写了两遍\n")
    assert found(sample, published) == []


def erase(sample: Sample, path: str) -> None:
    entry = f"  - record: {path.removesuffix('.yaml')}\n    date: 2026-07-01\n    why: 有个人信息\n    basis: 法\n"
    file = sample.root / "erased.yaml"
    file.write_text((file.read_text("utf-8") if file.exists() else "erased:\n") + entry, encoding="utf-8")


def kept(published: State, record: str) -> list[int]:
    return [one.version for one in published.kept() if one.id == record]


def test_an_erased_record_leaves_its_name_and_nothing_else(sample: Sample, published: State, tmp_path: Path) -> None:
    path = notice(sample)
    record = f"{SLUG}/{path.removesuffix('.yaml')}"
    text = (sample.root / path).read_text(encoding="utf-8")
    published.write(tmp_path / "published")
    again = state.load(tmp_path / "published")
    erase(sample, path)
    (sample.root / path).unlink()
    assert found(sample, again) == []
    assert Event.ERASE in events(sample, again)
    again.write(tmp_path / "published")
    last = state.load(tmp_path / "published")
    assert (last.latest[record].digest, kept(last, record), last.version(record, 1)) == ("", [], None)
    assert events(sample, last) == []
    (sample.root / path).write_text(text, encoding="utf-8")
    assert [one[0] for one in found(sample, last)] == ["id-used-again"]


def test_of_a_cleaned_record_only_the_clean_text_is_kept(sample: Sample, published: State, tmp_path: Path) -> None:
    path = notice(sample)
    record = f"{SLUG}/{path.removesuffix('.yaml')}"
    retitle(sample, path)
    erase(sample, path)
    assert found(sample, published) == []
    assert events(sample, published) == [Event.ERASE, Event.PUBLISH]  # and erased.yaml itself
    published.write(tmp_path / "published")
    last = state.load(tmp_path / "published")
    assert kept(last, record) == [2]
    assert last.version(record, 1) is None
    assert events(sample, last) == []
    retitle(sample, path)
    assert found(sample, last) == []
    (sample.root / path).unlink()
    assert [one[0] for one in found(sample, last)] == ["record-vanished"]


def test_what_was_erased_stays_told(sample: Sample, published: State) -> None:
    path = notice(sample)
    erase(sample, path)
    (sample.root / path).unlink()
    changes.extend(published, records(sample.data, SLUG), DAY)
    (sample.root / "erased.yaml").unlink()
    assert [one[0] for one in found(sample, published)] == ["erasure-undone"]


def test_a_second_erasure_takes_what_the_first_had_left(sample: Sample, published: State) -> None:
    path = notice(sample)
    record = f"{SLUG}/{path.removesuffix('.yaml')}"
    for version in (2, 3):
        erase(sample, path)
        changes.extend(published, records(sample.data, SLUG), DAY)
        assert kept(published, record) == [version]


def test_registers_and_single_files_live_on_and_every_change_is_logged(sample: Sample, published: State) -> None:
    names = {"community", "bodies", "responsibilities"}
    assert {f"{SLUG}/{name}" for name in names} <= published.latest.keys()
    register = sample.root / "registers/service-points.csv"
    register.parent.mkdir()
    assert events(sample, published) == []
    for text in ("name,hours\n室,9点\n", "name,hours\n室,10点\n"):
        register.write_text(text, encoding="utf-8")
        assert found(sample, published) == []
        changes.extend(published, records(sample.data, SLUG), DAY)
    register.unlink()
    (sample.root / "responsibilities.yaml").unlink()
    assert found(sample, published) == []
    assert events(sample, published) == [Event.UPDATE, Event.UPDATE]
    assert [one.version for one in published.entries if one.id == f"{SLUG}/registers/service-points"] == [1, 2, 3]
    last = published.version(f"{SLUG}/registers/service-points", 3)
    assert last is not None
    assert last.form.get("ledger") is None
    assert events(sample, published) == []


def test_the_command_compares_with_a_state_or_with_a_commit(
    sample: Sample, published: State, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published.write(tmp_path / "published")
    (sample.data / "portal.yaml").write_text((FIXTURES / "small_site/data/portal.yaml").read_text("utf-8"), "utf-8")
    git(sample.data, "init", "-q")
    git(sample.data, "add", "-A")
    git(sample.data, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "first")
    check = ["check", "--data", str(sample.data), "--today", "2026-07-20", "--format", "json"]
    ways = (["--state", str(tmp_path / "published")], ["--base", "HEAD"])
    for past in ways:
        assert cli.main([*check, *past]) == cli.CLEAN
    retitle(sample, path := notice(sample))
    capsys.readouterr()
    for past in ways:
        assert cli.main([*check, *past]) == cli.FAULTS
        (one,) = json.loads(capsys.readouterr().out)
        assert (one["path"], one["line"], one["rule"]) == (f"{sample.data}/{SLUG}/{path}", 1, "changed-in-silence")


@pytest.mark.parametrize("past", [["--base", "no-such-commit"], ["--state", "spoilt"]])
def test_what_cannot_be_compared_with_is_told(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], past: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spoilt").mkdir()
    (tmp_path / "spoilt" / log.CHECKPOINT).write_text("x")
    assert cli.main(["check", "--data", str(sample.data), *past]) == cli.BROKEN
    assert capsys.readouterr().err.count("\n") == 1


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True)


# Records made here, to see each finding and each entry whole.

A, B, OAK, NEAR, REGISTER = "elm/notices/a", "elm/notices/b", "oak/notices/a", "elm-2/notices/a", "elm/registers/r"
TEXT = "title: 甲\neffective:\n  from: 初一\n  until: 初二\nbuildings:\n  - n1\n"
TREE = {"title": "甲", "effective": {"from": "初一", "until": "初二"}, "buildings": ["n1"]}


def written(record: str = A, tree: dict[str, Any] | None = None, **beside: Any) -> Written:
    kind = "notice" if "/notices/" in record else record.split("/")[1]
    return Written(record, {"id": record, "kind": kind, "record": TREE if tree is None else tree, **beside})


def there(*found: Written, unread: Iterable[str] = (), **erased: int) -> Records:
    """`erased` is by the last word of a record's id."""
    return Records(list(found), list(unread), Counter({f"elm/notices/{name}": n for name, n in erased.items()}))


def past(*published: Records) -> State:
    found = State(None)
    for one in published:
        changes.extend(found, one, DAY)
    return found


def corrected(tree: dict[str, Any], *corrections: dict[str, Any]) -> dict[str, Any]:
    return {**tree, "corrections": list(corrections)}


def faults(state: State, now: Records, data: Path) -> list[Finding]:
    (data / "elm/notices").mkdir(parents=True, exist_ok=True)
    (data / f"{A}.yaml").write_text(TEXT, encoding="utf-8")
    return changes.faults(state, "elm", now, Places(data))


def silent(rule: str, record: str = "notices/a", line: int = 1, column: int = 1, **values: str) -> Finding:
    return Finding(
        rule=rule, severity=Severity.ERROR, path=f"elm/{record}.yaml", line=line, column=column, community="elm",
        record=record, values=values,
    )  # fmt: skip


def test_every_field_that_changed_in_silence_is_told_once_at_its_place(tmp_path: Path) -> None:
    now = {"title": "乙", "effective": {"from": "初三", "until": "初四"}, "buildings": ["n1", "n2"]}
    assert faults(past(there(written())), there(written(tree=now)), tmp_path) == [
        silent("changed-in-silence", line=1, column=8, field="title", was="甲", now="乙"),
        silent("changed-in-silence", line=3, column=9, field="effective.from", was="初一", now="初三"),
        silent("changed-in-silence", line=6, column=3, field="buildings[2]", was="", now="n2"),
    ]


def test_a_line_of_a_ledger_that_changed_in_silence_is_told_at_its_record(tmp_path: Path) -> None:
    state = past(there(written(ledger=["头", "一", "二"])))
    assert faults(state, there(written(ledger=["头", "三", "四"])), tmp_path) == [
        silent("changed-in-silence", field="ledger", was="一", now="三")
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (["effective"], []),
        (["effective.until"], []),
        (["buildings[1]", "effective.from"], []),
        (["title"], ["effective.from"]),
        ([], ["effective.from"]),
        (None, []),
    ],
)
def test_a_correction_speaks_for_whole_fields(fields: list[str] | None, told: list[str], tmp_path: Path) -> None:
    why = {} if fields is None else {"fields": fields}
    tree = corrected({**TREE, "effective": {"from": "初三", "until": "初二"}}, {"what": "改"} | why)
    found = faults(past(there(written())), there(written(tree=tree)), tmp_path)
    assert [one.values["field"] for one in found] == told


def test_any_one_of_several_corrections_speaks(tmp_path: Path) -> None:
    changed = {**TREE, "title": "乙", "buildings": []}
    named = [{"what": "一", "fields": ["title"]}, {"what": "二", "fields": ["buildings"]}]
    state = past(there(written()))
    assert faults(state, there(written(tree=corrected(changed, *named))), tmp_path) == []
    assert faults(state, there(written(tree=corrected(changed, named[0], {"what": "全"}))), tmp_path) == []


def test_a_correction_that_was_published_speaks_for_nothing_new(tmp_path: Path) -> None:
    first, second = ({"what": what, "fields": ["title"]} for what in ("一", "二"))
    state = past(there(written()), there(written(tree=corrected({**TREE, "title": "乙"}, first))))
    now = {**TREE, "title": "丙"}
    assert faults(state, there(written(tree=corrected(now, first))), tmp_path) == [
        silent("changed-in-silence", line=1, column=8, field="title", was="乙", now="丙")
    ]
    assert faults(state, there(written(tree=corrected(now, first, second))), tmp_path) == []
    for tampered in (corrected(now, second), corrected(now, second, first), now):
        assert faults(state, there(written(tree=tampered)), tmp_path) == [
            silent("correction-changed", field="corrections", was="", now="")
        ]


def test_a_withdrawal_that_is_undone_is_told_without_a_field(tmp_path: Path) -> None:
    state = past(there(written(tree={**TREE, "withdrawn": {"why": "取消"}})))
    assert faults(state, there(written()), tmp_path) == [silent("withdrawal-undone")]
    why = {**TREE, "withdrawn": {"why": "停办"}}
    assert faults(state, there(written(tree=why)), tmp_path) == []


def test_only_records_of_the_community_are_missed(tmp_path: Path) -> None:
    state = past(there(written(A), written(B), written(OAK), written(NEAR), written("elm/bodies"), written(REGISTER)))
    assert faults(state, there(), tmp_path) == [silent("record-vanished"), silent("record-vanished", "notices/b")]
    assert faults(state, there(written(A), unread=[B]), tmp_path) == []


def test_what_lives_on_may_change(tmp_path: Path) -> None:
    state = past(there(written("elm/bodies"), written(REGISTER)))
    assert faults(state, there(written("elm/bodies", {}), written(REGISTER, {})), tmp_path) == []


def test_an_erasure_excuses_its_record_alone_and_only_until_it_is_logged(tmp_path: Path) -> None:
    state = past(there(written(A), written(B)))
    cleaned = written(A, {"title": "净"})
    assert faults(state, there(cleaned, a=1), tmp_path) == [silent("record-vanished", "notices/b")]
    changes.extend(state, there(cleaned, written(B), a=1), DAY)
    assert faults(state, there(cleaned, written(B), a=1), tmp_path) == []
    assert [one.rule for one in faults(state, there(written(A), written(B), a=1), tmp_path)] == [
        "changed-in-silence", "changed-in-silence", "changed-in-silence",
    ]  # fmt: skip
    assert faults(state, there(written(A), written(B), a=2), tmp_path) == []


def test_an_erasure_that_is_told_no_more_is_undone(tmp_path: Path) -> None:
    state = past(there(written(A), written(B)), there(written(B), a=1))
    assert faults(state, there(written(B), a=1), tmp_path) == []
    assert faults(state, there(written(B)), tmp_path) == [silent("erasure-undone")]
    assert faults(state, there(written(B), unread=["elm/erased"]), tmp_path) == []
    assert faults(state, there(written(A), written(B), a=1), tmp_path) == [silent("id-used-again")]


def test_erasures_are_due_as_often_as_the_log_does_not_say(tmp_path: Path) -> None:
    state = past(there(written(A), written(B)), there(written(A), written(B), a=1))
    assert changes.erasures(state, there(a=3, b=1, c=1)) == [A, A, B]
    assert changes.erasures(state, there(a=1)) == []


def test_entries_follow_each_other(tmp_path: Path) -> None:
    state = past(there(written(A)))
    later = DAY + datetime.timedelta(days=1)
    fixed = written(A, corrected({**TREE, "title": "乙"}, {"what": "改"}))
    added = changes.extend(state, there(fixed, written(B)), later)
    version = state.version(A, 2)
    assert version is not None
    assert version.form == fixed.form
    assert state.entries[1:] == added
    assert [(one.id, one.event, one.version, one.previous, one.logged_on) for one in state.entries] == [
        (A, Event.IMPORT, 1, "", DAY),
        (A, Event.CORRECT, 2, state.entries[0].digest, later),
        (B, Event.PUBLISH, 1, "", later),
    ]
    assert added[0].digest == version.digest


def test_an_erasure_is_an_entry_of_its_own(tmp_path: Path) -> None:
    state = past(there(written(A), written(B)))
    cleaned = written(A, {"title": "净"})
    added = changes.extend(state, there(cleaned, a=1, b=1), DAY)
    assert [(one.id, one.event, one.version, one.previous, one.logged_on) for one in added] == [
        (A, Event.ERASE, 2, state.entries[0].digest, DAY),
        (B, Event.ERASE, 2, state.entries[1].digest, DAY),
    ]
    kept = state.version(A, 2)
    assert kept is not None
    assert (kept.form, added[0].digest, added[1].digest) == (cleaned.form, kept.digest, "")
    assert state.version(B, 2) is None
    again = changes.extend(state, there(written(A), a=1, b=1), DAY)
    assert [(one.id, one.event, one.version) for one in again] == [(A, Event.UPDATE, 3)]


@pytest.mark.parametrize(
    ("before", "after", "event"),
    [
        (TREE, {**TREE, "related": ["x"]}, Event.UPDATE),
        (TREE, corrected(TREE, {"what": "改"}), Event.CORRECT),
        (corrected(TREE, {"what": "一"}), corrected(TREE, {"what": "二"}), Event.UPDATE),
        (TREE, corrected({**TREE, "withdrawn": {}}, {"what": "改"}), Event.WITHDRAW),
        ({**TREE, "withdrawn": {}}, corrected({**TREE, "withdrawn": {}}, {"what": "改"}), Event.CORRECT),
    ],
)
def test_what_happened_is_named(before: dict[str, Any], after: dict[str, Any], event: Event) -> None:
    assert past(there(written(tree=before)), there(written(tree=after))).entries[-1].event is event


def test_a_community_that_comes_later_is_imported_too(tmp_path: Path) -> None:
    state = past(there(written(A)), there(written(OAK)))
    assert [one.event for one in state.entries] == [Event.IMPORT, Event.IMPORT]


def test_a_register_that_went_is_emptied_once_and_nobody_else_s(tmp_path: Path) -> None:
    oak = "oak/bodies"
    state = past(there(written(oak)), there(written(A), written("elm/bodies"), written(REGISTER)))
    assert changes.extend(state, there(written(A), unread=[REGISTER, "elm/bodies"]), DAY) == []
    added = changes.extend(state, there(written(A)), DAY)
    assert [(one.id, one.event, one.version) for one in added] == [
        ("elm/bodies", Event.UPDATE, 2),
        (REGISTER, Event.UPDATE, 2),
    ]
    for record, kind in (("elm/bodies", "bodies"), (REGISTER, "registers")):
        last = state.version(record, 2)
        assert last is not None
        assert last.form == {"id": record, "kind": kind, "record": {}}
    assert state.latest[oak].version == 1
    assert changes.extend(state, there(written(A)), DAY) == []
