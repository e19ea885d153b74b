"""What the check found, as residents read it on the page and in lists."""

import datetime
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from noticeboard import check
from noticeboard.findings import Basis, Finding, Severity
from noticeboard.law.profile import Standing
from noticeboard.records.community import Portal
from noticeboard.records.dataset import Dataset
from noticeboard.site import render
from noticeboard.site.assets import Assets
from noticeboard.site.board import Board
from noticeboard.site.translate import translators
from noticeboard.today import Today
from tests.site.workshop import REPOSITORY, SMALL_SITE, Workshop

WATER = "notices/2026-03-01-water"
THEME = REPOSITORY / "theme"
LAW = Basis(
    standing=Standing.LAW, layer_zh="上海市", layer_en="Shanghai", zh="《条例》第九条", en="Regulation, art. 9",
    text="决定作出后三日内公告。", sense_zh="三天内公告。",
)  # fmt: skip


def finding(
    severity: Severity = Severity.WARNING, basis: Basis | None = None, answer: str = "", record: str = WATER,
    item: str = "",
) -> Finding:  # fmt: skip
    return Finding(
        rule="posting-for-comment-without-period", severity=severity, path=f"elm/{record}.yaml",
        community="elm", record=record, acknowledged=answer, basis=basis, item=item,
    )  # fmt: skip


def board(*findings: Finding) -> Board:
    today = Today(datetime.date(2026, 7, 20))
    dataset = check.check_community(SMALL_SITE / "data", "elm", today).dataset
    assert isinstance(dataset, Dataset)
    return Board(dataset, findings, today)


def shown(found: Board, tmp_path: Path) -> str:
    templates = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True)
    portal = Portal(title="t", summary="s", publisher="p", base_url="https://example.org/")
    shared = render.Shared(THEME, portal, translators(THEME, ()), Assets(THEME), tmp_path)
    (look,) = render.looks(templates, shared)
    page = '{% from "remarks.html" import remarks %}{{ remarks(found, "../") }}'
    return look.templates.from_string(page).render(found=found.remarks(WATER))


def test_a_warning_stands_on_its_page_with_article_layer_and_text(tmp_path: Path) -> None:
    text = shown(board(finding(basis=LAW)), tmp_path)
    assert "<p>这是一份公示，却没有写公示到哪天。</p>" in text
    assert '<span class="tag">上海市</span> 《条例》第九条' in text
    assert "<summary>条文原文</summary><blockquote>决定作出后三日内公告。</blockquote>" in text
    assert 'href="../rules/postings/index.html#posting-for-comment-without-period"' in text
    assert "不是法律意见" in text


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing.CONVENTION, '<span class="tag">公示栏约定</span>'),
        (Standing.SYSTEM, '<span class="tag">采用的制度：上海市</span> 《条例》第九条'),
        (Standing.PROMISE, "社区自己的承诺，不是法律要求"),
        (Standing.BY_LAW, "本小区自己的规定"),
    ],
)
def test_what_is_not_law_says_so(tmp_path: Path, standing: Standing, expected: str) -> None:
    basis = Basis(standing=standing, layer_zh="上海市", layer_en="", zh="《条例》第九条", en="", sense_zh="三天内。")
    text = shown(board(finding(basis=basis)), tmp_path)
    assert expected in text
    assert "<summary>大意</summary><blockquote>三天内。</blockquote>" in text


def test_the_answer_of_the_community_stands_beside(tmp_path: Path) -> None:
    assert "<strong>社区说明：</strong>印厂停电。" in shown(board(finding(answer="印厂停电。")), tmp_path)


def test_an_answered_error_is_shown_and_a_reminder_for_clerks_is_not(tmp_path: Path) -> None:
    assert board(finding(Severity.INFO)).remarks(WATER) == []
    assert len(board(finding(Severity.ERROR, answer="原件如此。")).remarks(WATER)) == 1


@pytest.mark.parametrize(
    ("answers", "word"), [([], ""), (["", "原件如此。"], "remarked"), (["原件如此。"], "answered")]
)
def test_lists_bear_a_small_mark(answers: list[str], word: str) -> None:
    row = board(*(finding(answer=answer) for answer in answers)).row(WATER)
    assert row is not None
    assert row.remarked == word


def test_a_remark_on_one_entry_of_a_file_stands_beside_it() -> None:
    found = board(finding(record="bodies", item="bodies[2]"), finding(record="bodies", item="bodies[12]", basis=LAW))
    assert [len(found.remarks_on("bodies", "bodies", index)) for index in (0, 1, 11)] == [0, 1, 1]
    assert found.remarks_beside("bodies", "bodies", "contracts") == []
    assert len(found.remarks_beside("bodies", "contracts")) == 2


def test_remarks_on_bodies_estates_and_troubles_stand_on_their_pages(tmp_path: Path) -> None:
    """Each of the three single files has its page."""
    workshop = Workshop(tmp_path / "w")
    bodies = workshop.data / "elm" / "bodies.yaml"
    text = bodies.read_text(encoding="utf-8")
    bodies.write_text(text.replace("    seats: 5\n", "    seats: 6\n", 1), encoding="utf-8")
    page = workshop.fresh()["elm/bodies/index.html"].decode()
    committee = page[page.index('id="committee"') :].partition('</li>\n<li class="body"')[0]
    assert "设 6 个席位，是双数。" in committee
    assert "《业主大会和业主委员会指导规则》第三十一条" in committee
