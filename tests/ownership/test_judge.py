"""Nobody changes what is another's, by whatever way git knows."""

import os
from pathlib import Path
from random import Random

import pytest

from noticeboard import cli
from noticeboard.findings import Finding, Severity
from noticeboard.ownership.judge import judge
from tests.conftest import Tell
from tests.ownership.repository import FIRST, OWNERS, Put, Repository

COMMITS = int(os.environ.get("TRUST_COMMITS", "60"))
OWN, FOREIGN = "data/elm/notices/a.yaml", "data/oak/notices/a.yaml"

MORE_RIGHTS = OWNERS.replace("      - oak-clerk", "      - oak-clerk\n      - elm-clerk")

CASES = {
    "own": ([Put(OWN, "new")], []),
    "added": ([Put("data/elm/notices/c.yaml", "new")], []),
    "foreign": ([Put(FOREIGN, "new")], [f"not-yours {FOREIGN}"]),
    "taken away": ([Put(FOREIGN, None)], [f"not-yours {FOREIGN}"]),
    "stolen by renaming": (
        [Put(FOREIGN, None), Put("data/elm/notices/z.yaml", FIRST[FOREIGN])],
        [f"not-yours {FOREIGN}"],
    ),
    "copied": ([Put("data/elm/notices/z.yaml", FIRST[FOREIGN])], []),
    "copied to another": ([Put("data/oak/notices/z.yaml", FIRST[OWN])], ["not-yours data/oak/notices/z.yaml"]),
    "a mode only": (
        [Put(FOREIGN, FIRST[FOREIGN], "100755")],
        [f"not-a-regular-file {FOREIGN}", f"not-yours {FOREIGN}"],
    ),
    "own made a program": ([Put(OWN, FIRST[OWN], "100755")], [f"not-a-regular-file {OWN}"]),
    "a link": ([Put(OWN, "../../oak/notices/a.yaml", "120000")], [f"not-a-regular-file {OWN}"]),
    "a submodule": ([Put("data/elm/sub", "", "160000")], ["not-a-regular-file data/elm/sub"]),
    "the whole folder a link": (
        [Put("data/elm", "oak", "120000")],
        ["not-a-regular-file data/elm", "not-yours data/elm"],
    ),
    "rights given to oneself": (
        [
            Put("owners.yaml", OWNERS.replace("      - oak-clerk", "      - oak-clerk\n      - elm-clerk")),
            Put(FOREIGN, "x"),
        ],
        [f"not-yours {FOREIGN}", "not-yours owners.yaml"],
    ),
    "shared": ([Put("data/portal.yaml", "title: y\n")], ["not-yours data/portal.yaml"]),
    "program": ([Put("Makefile", "all: x\n")], ["not-yours Makefile"]),
    "attributes": ([Put("data/oak/.gitattributes", "* eol=crlf\n")], ["not-yours data/oak/.gitattributes"]),
    "another's name in another case": ([Put("data/Elm/notices/a.yaml", "x")], ["not-yours data/Elm/notices/a.yaml"]),
    "a folder that only begins alike": ([Put("data/elm-2/a.yaml", "x")], ["not-yours data/elm-2/a.yaml"]),
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Repository(tmp_path_factory.mktemp("repository"))
    for number, (puts, _) in enumerate(CASES.values()):
        made.branch(f"case-{number}", puts)
    made.branch("foreign", [Put(FOREIGN, "x")])
    made.branch("merged", [Put(OWN, "x"), Put(FOREIGN, "x")], merging="foreign")
    made.branch("two", [Put(OWN, "x"), Put(FOREIGN, "x")])
    made.branch("mixed", [Put("Makefile", "x"), Put("README", "x"), Put(FOREIGN, "x"), Put(OWN, "x")])
    return made.made()


def told(root: Path, head: str, actor: str) -> list[str]:
    return sorted(f"{one.rule} {one.path}" for one in judge(root, "main", head, actor))


@pytest.mark.parametrize("case", CASES)
def test_a_clerk_keeps_to_one_folder(repository: Path, case: str) -> None:
    number = list(CASES).index(case)
    assert told(repository, f"case-{number}", "elm-clerk") == CASES[case][1]


def test_a_maintainer_may_change_everything_but_not_make_links_of_records(repository: Path) -> None:
    numbers = {case: f"case-{number}" for number, case in enumerate(CASES)}
    assert told(repository, numbers["rights given to oneself"], "keeper") == []
    assert told(repository, numbers["a link"], "keeper") == [f"not-a-regular-file {OWN}"]


def test_a_stranger_may_change_nothing(repository: Path) -> None:
    assert told(repository, "case-0", "somebody") == [f"not-yours {OWN}"]


def test_what_comes_in_by_a_merge_is_judged_too(repository: Path) -> None:
    assert told(repository, "merged", "elm-clerk") == [f"not-yours {FOREIGN}"]


def test_without_an_account_one_community_may_be_changed_and_nothing_shared(repository: Path) -> None:
    assert told(repository, "case-0", "") == []
    assert [one.split()[0] for one in told(repository, "two", "")] == ["several-communities"]
    assert [one.split()[0] for one in told(repository, f"case-{list(CASES).index('program')}", "")] == ["shared-file"]


def test_findings_say_what_was_touched_by_whom(repository: Path) -> None:
    def finding(rule: str, path: str, community: str, **values: str) -> Finding:
        return Finding(
            rule=rule, severity=Severity.ERROR, path=path, community=community, values={"path": path, **values}
        )  # fmt: skip

    links = f"case-{list(CASES).index('a mode only')}"
    assert judge(repository, "main", links, "elm-clerk") == [
        finding("not-a-regular-file", FOREIGN, "oak", mode="100755"),
        finding("not-yours", FOREIGN, "oak", actor="elm-clerk"),
    ]
    assert judge(repository, "main", "mixed", "") == [
        finding("several-communities", "Makefile", "", folders="elm、oak"),
        finding("shared-file", "Makefile", "", count="2"),
    ]
    assert judge(repository, "main", f"case-{list(CASES).index('attributes')}", "") == []


def test_where_nobody_is_named_one_community_at_a_time_may_be_changed(tmp_path: Path) -> None:
    """Without owners.yaml an account says nothing."""
    made = Repository(tmp_path, {path: text for path, text in FIRST.items() if path != "owners.yaml"})
    made.branch("foreign", [Put(FOREIGN, "x")])
    made.branch("two", [Put(OWN, "x"), Put(FOREIGN, "x")])
    root = made.made()
    assert told(root, "foreign", "elm-clerk") == []
    assert told(root, "two", "elm-clerk") == [f"several-communities {OWN}"]


def test_a_path_is_shown_with_what_cannot_be_seen(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.branch("odd", [Put("data/oak/a\u200bb c.yaml", "x"), Put("data/oak/z\udcff", "x")])
    found = judge(made.made(), "main", "odd", "elm-clerk")
    assert [(one.path, one.values["path"], one.community) for one in found] == [
        ("data/oak/a<U+200B>b c.yaml", "data/oak/a<U+200B>b c.yaml", "oak"),
        ("data/oak/z<U+DCFF>", "data/oak/z<U+DCFF>", "oak"),
    ]


def test_the_command_ends_as_the_judgement_is(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["ownership", "--root", str(repository), "--base", "main", "--actor", "elm-clerk", "--head"]
    assert cli.main([*call, "case-0"]) == cli.CLEAN
    assert cli.main([*call, "merged"]) == cli.FAULTS
    assert f"账号“elm-clerk”改了 {FOREIGN}" in capsys.readouterr().out
    assert cli.main([*call, "nowhere"]) == cli.BROKEN


def test_every_random_change_of_another_s_folder_is_found(tmp_path: Path, figure: Tell) -> None:
    """500 commits in `make trust`: edits, renames, copies, modes, links, deletions and merges, mixed."""
    chance = Random(500)  # noqa: S311
    made = Repository(tmp_path)
    made.branch("foreign", [Put(FOREIGN, "merged")])
    for number in range(COMMITS):
        made.branch(f"c{number}", _own(chance) + _foreign(chance), merging="foreign" if chance.random() < 0.2 else "")
    root = made.made()
    for number in range(COMMITS):
        rules = {one.rule for one in judge(root, "main", f"c{number}", "elm-clerk")}
        assert "not-yours" in rules, f"c{number}"
    figure(f"other communities' records: {COMMITS} of {COMMITS} commits found")


def _own(chance: Random) -> list[Put]:
    return [Put(OWN, f"{chance.random()}")] if chance.random() < 0.7 else []


def _foreign(chance: Random) -> list[Put]:
    path = chance.choice(["data/oak/notices/a.yaml", "data/oak/notices/b.yaml"])
    new = f"data/{chance.choice(['oak', 'oak/notices', 'oak/attachments'])}/{chance.randrange(1 << 30)}.yaml"
    match chance.randrange(6):
        case 0:
            return [Put(path, FIRST[path] + "x\n")]
        case 1:
            return [Put(path, None), Put("data/elm/notices/stolen.yaml", FIRST[path])]
        case 2:
            return [Put(new, FIRST[OWN])]
        case 3:
            return [Put(path, FIRST[path], "100755")]
        case 4:
            return [Put(path, "../../../secret", "120000")]
    return [Put(path, None)]
