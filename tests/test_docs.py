"""What is generated is up to date, and what clerks copy is right."""

import datetime
import re
import shutil
import textwrap
from pathlib import Path

import pytest

from noticeboard import docs, schemas
from noticeboard.check import check_community
from noticeboard.cli import main
from noticeboard.duties.duty import keys
from noticeboard.history.changes import SILENT
from noticeboard.law import profile
from noticeboard.law.governing import Law
from noticeboard.law.values import completed, read, stricter
from noticeboard.new import EXAMPLES
from noticeboard.ownership import judge, signatures
from noticeboard.reading import tree
from noticeboard.reading.fault import FAULTS
from noticeboard.reading.load import read_portal
from noticeboard.records.kinds import BY_NAME, PORTAL_KIND, RECORD_KINDS
from noticeboard.rules import RULES
from noticeboard.rules.catalogue import catalogue
from noticeboard.today import Today

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TODAY = datetime.date(2026, 7, 20)
SWITCHED_OFF = re.compile(r"^( *)# (?=[a-z_]+:( |$)|  |- )", re.MULTILINE)
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
NAMES = {
    "notice": "notices/2026-04-02-water-shut-off",
    "meeting": "meetings/2026-03-17-owners-committee",
    "resolution": "resolutions/2026-001-lift-repair",
    "statement": "finances/2026-q1-common-income",
    "project": "projects/2026-lift-repair",
    "matter": "matters/2026-lift",
    "finding": "findings/2026-late-parking-income",
    "election": "elections/2024-owners-committee",
    "handover": "handovers/2024-owners-committee",
    "review": "reviews/2025",
}


def example(kind: str) -> str:
    return (EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8")


@pytest.fixture
def community(tmp_path: Path) -> Path:
    """A data folder made of nothing but the examples."""
    for kind in BY_NAME.values():
        place = kind.name if kind is PORTAL_KIND else f"garden-street/{NAMES.get(kind.name, kind.name)}"
        target = tmp_path / f"{place}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / f"{kind.name}.yaml", target)
    shutil.copy(EXAMPLES / "statement.csv", tmp_path / f"garden-street/{NAMES['statement']}.csv")
    return tmp_path


def test_the_examples_make_a_community_without_a_finding_but_the_one_that_is_acknowledged(community: Path) -> None:
    _, findings = read_portal(community)
    checked = check_community(community, "garden-street", Today(TODAY))
    assert findings == []
    assert checked.dataset is not None
    assert [(one.rule, one.record) for one in checked.findings if not one.acknowledged] == []
    assert [(one.rule, one.record) for one in checked.findings] == [("households-differ", "community")]


@pytest.mark.parametrize("kind", BY_NAME)
def test_the_fields_switched_off_in_an_example_are_right_too_and_none_is_left_out(kind: str) -> None:
    content, faults = tree.read(kind, SWITCHED_OFF.sub(r"\1", example(kind)))
    assert faults == []
    assert content is not None
    assert content.keys() == schemas.checker(kind)["properties"].keys()


def test_the_example_s_own_rules_are_such_as_the_checker_knows() -> None:
    content, _ = tree.read("community", SWITCHED_OFF.sub(r"\1", example("community")))
    assert content is not None
    for one in content["by_laws"]:
        value = read(profile.parameters()[one["parameter"]].type, one["value"])
        law = Law("CN").provision(one["parameter"], decided_on=TODAY)
        assert law
        assert stricter("higher", completed(value, law.value), law.value)
    assert {one["duty"] for one in (*content["promises"], *content["exemptions"])} <= set(keys())
    assert {*content["packs"]} <= set(profile.codes())


@pytest.mark.parametrize("kind", BY_NAME)
def test_the_first_line_of_an_example_names_its_schema_as_seen_from_its_place(kind: str) -> None:
    match = MODELINE.match(example(kind))
    depth = 3 if kind in NAMES else 1 if kind == PORTAL_KIND.name else 2
    assert match
    assert match[1] == "../" * depth + f"plugins/noticeboard/schemas/editor/{kind}.schema.json"
    assert (ROOT / match[1].removeprefix("../" * depth)).is_file()


def test_generated_documents_are_up_to_date() -> None:
    assert [path.name for path in docs.stale(ROOT)] == [], "run: make docs"


def test_a_stale_document_is_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "CONTRIBUTING.md").write_text("<!-- 样例 notice.yaml -->\n<!-- 样例完 -->\n", encoding="utf-8")
    assert main(["docs", "--check", "--root", str(tmp_path)]) == 1
    assert "CONTRIBUTING.md 过时了，请运行 make docs\n" in capsys.readouterr().out
    assert main(["docs", "--root", str(tmp_path)]) == 0
    assert main(["docs", "--check", "--root", str(tmp_path)]) == 0
    assert "title: 4月8日1栋、2栋停水检修" in (tmp_path / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_rule_and_every_fault_is_in_the_rule_book() -> None:
    headings = re.findall(r"^### (\S+)$", docs.rules_page(), re.MULTILINE)
    assert headings == [*(rule.id for rule in RULES), *FAULTS, *SILENT, *judge.RULES, *signatures.RULES]


def test_every_id_of_the_catalogue_is_in_its_page_once() -> None:
    rows = re.findall(r"^\| ([A-Z]+-\d\d) \|", docs.catalogue_page(), re.MULTILINE)
    assert rows == [*catalogue().items]


def test_a_rule_of_law_shows_what_each_place_asks() -> None:
    table = "\n".join(docs._provisions(["vote.committee.quorum"]))
    assert "| CN | ＞ 1/2（应到、全体 of all；人数 persons） | 《业主大会和业主委员会指导规则》第三十八条 |" in table
    assert (
        "| ″ | CN-ZJ-ZS | ≥ 1/2（应到、全体 of all；人数 persons） | 《舟山市物业管理条例》第二十三条第一款 |" in table
    )


def test_every_field_is_in_the_reference() -> None:
    page = docs.reference_page()
    for kind in BY_NAME:
        for name in schemas.checker(kind)["properties"]:
            assert f"| `{name}`" in page, f"{kind}.{name}"
    for code in schemas.accounts():
        assert f"| `{code}` |" in page


def test_every_example_but_the_portal_s_is_in_the_guide() -> None:
    named = set(re.findall(r"<!-- 样例 (\S+) -->", GUIDE))
    assert named == {path.name for path in EXAMPLES.iterdir()} - {"portal.yaml"}


def test_every_yaml_block_of_the_guide_is_right() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(blocks) > len(BY_NAME)
    for block in blocks:
        match = MODELINE.match(block)
        kind = Path(match[1]).name.partition(".")[0] if match else _kind_of_piece(block)
        text = block if match else example(kind) + textwrap.dedent(block)
        assert tree.read(kind, text)[1] == [], block


def _kind_of_piece(block: str) -> str:
    """A piece of a file names it in a comment; otherwise it is one of a notice."""
    named = re.match(r" *# (\w+)\.yaml\n", block)
    return named[1] if named else "notice"


def test_own_rules_in_the_guide_can_be_judged() -> None:
    pairs = re.findall(r"parameter: (\S+)\n +value: (.+)\n", GUIDE)
    assert pairs
    for name, value in pairs:
        read(profile.parameters()[name].type, value.strip('"'))


def test_the_report_in_the_guide_is_what_the_checker_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"```text\n(data/songtao/notices/.*?)```", GUIDE, re.DOTALL)
    path = tmp_path / "songtao/notices/2026-04-02-water-shut-off.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: 停水\npublisher: wuye\nsummary: 停水。\nform: notice\ndate: 2026/4/2\n", encoding="utf-8")
    main(["check", "--data", str(tmp_path), "--today", "2026-07-20"])
    assert shown
    assert shown[1].replace("data/", f"{tmp_path}/", 1) in capsys.readouterr().out


@pytest.mark.parametrize("code", schemas.checker("statement")["properties"]["fund"]["enum"])
def test_every_fund_is_in_the_guide(code: str) -> None:
    assert f"| `{code}` |" in GUIDE


def test_every_kind_of_record_is_named_in_the_guide() -> None:
    for kind in RECORD_KINDS:
        assert f"| `{kind.folder}` |" in GUIDE
