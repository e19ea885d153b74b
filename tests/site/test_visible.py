"""The words of a record that search knows: what its page shows, and nothing that it does not."""

import datetime
from decimal import Decimal

import pytest

from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Board as Place
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Correction, Period, Posting, Record, Withdrawn
from noticeboard.records.notice import Notice, Price, Slot
from noticeboard.records.resolution import Implementation, Motion, Resolution
from noticeboard.records.statement import Statement, Total
from noticeboard.site import search, visible
from noticeboard.site.board import Board
from noticeboard.today import Today

DAY = datetime.date(2026, 4, 2)
ENVELOPE = {"title": "停水通知", "publisher": "provider", "date": DAY, "published": DAY, "summary": "明天停水。"}


def notice(**changes: object) -> Notice:
    return Notice(**({"id": "notices/2026-04-02-water", **ENVELOPE, "form": "notice", "category": "water"} | changes))


@pytest.fixture(scope="module")
def board() -> Board:
    estate = Estate(id="north", name="北园", buildings=(Building(id="1", name="1号楼"),))
    community = Community(
        name="榆树社区",
        summary="",
        region="",
        jurisdiction="CN",
        estates=(estate,),
        boards=(Place(id="gate", place="南门公告栏"),),
    )
    bodies = Bodies(bodies=(Body(id="provider", name="青禾物业", kind="property-service-provider"),))
    return Board(Dataset("elm", community, bodies), [], Today(DAY))


def lines(record: Record, board: Board) -> list[str]:
    return visible.text(record, board).split("\n")


def test_title_summary_and_number_come_first(board: Board) -> None:
    assert lines(notice(document_number="园〔2026〕1号"), board)[:3] == ["停水通知", "明天停水。", "园〔2026〕1号"]


def test_an_entry_says_where_the_record_is(board: Board) -> None:
    one = search.entry(notice(), board)
    assert one[:5] == ("notices/2026-04-02-water", "notices/2026-04-02-water/", "停水通知", "2026-04-02", "notice")
    assert one.text == visible.text(notice(), board)


def test_ids_are_shown_by_name(board: Board) -> None:
    record = notice(estate="north", buildings=("1",), posting=Posting(start=DAY, places=("gate", "居民群")))
    text = lines(record, board)
    assert {"青禾物业", "北园", "1号楼", "开始 2026年4月2日 南门公告栏 居民群"} <= set(text)
    assert not {"provider", "north", "1", "gate"} & set(text)


def test_codes_are_shown_in_words(board: Board) -> None:
    assert {"通知", "供水"} <= set(lines(notice(), board))


def test_dates_times_and_amounts_are_written_as_on_the_page(board: Board) -> None:
    record = notice(
        schedule=(Slot(what="冲洗水箱", date=DAY, start="08:00", until="17:30"),),
        prices=(Price(item="地面车位", price=Decimal("1500.00"), unit="元/年"),),
    )
    text = lines(record, board)
    assert "冲洗水箱 日期 2026年4月2日 从 08:00 到 17:30" in text
    assert "地面车位 价格 1,500.00 元/年" in text


def test_the_parts_of_a_motion_stand_together_and_its_prose_apart(board: Board) -> None:
    count = Count(
        unit="area",
        entitled=Decimal("32000.00"),
        options={"同意": Decimal(66), "反对": Decimal(0)},
        deemed={"同意": Decimal(3)},
    )
    motion = Motion(
        id="1",
        title="更换水泵",
        matter="use-maintenance-fund",
        result="passed",
        text="分两批。\n\n先换东侧。",
        counts=(count,),
    )
    record = Resolution(
        id="resolutions/2026-001",
        **ENVELOPE,
        decided_by="provider",
        decided_on=DAY,
        motions=(motion,),
        implementation=Implementation(by="provider"),
    )
    text = lines(record, board)
    start = text.index(f"更换水泵 {board.label('resolution.motions.matter', 'use-maintenance-fund')} 通过")
    assert text[start + 1 : start + 4] == ["分两批。", "先换东侧。", "面积 应投 32,000.00 同意 66 反对 0 同意 3"]


def test_a_category_is_shown_by_its_title(board: Board) -> None:
    record = Statement(
        id="finances/2026-q1", **ENVELOPE, fund="common-income", period=Period(start=DAY, until=DAY),
        opening=Decimal("-9.00"), income=Decimal("0.00"), expense=Decimal("0.00"), closing=Decimal("-9.00"),
        totals=(Total(category="CI.I.01", amount=Decimal("1234.50")),),
    )  # fmt: skip
    text = lines(record, board)
    assert f"{board.accounts['CI.I.01']} 金额 1,234.50" in text
    assert "期初余额 −9.00" in text


def test_markup_is_not_text(board: Board) -> None:
    markup = (
        "- 储水\n- **关好**龙头\n\n见[说明](https://example.org/) 1 < 2\n\n| 楼 | 时间 |\n|---|---|\n| 1号楼 | 上午 |"
    )
    text = lines(notice(text=markup), board)
    assert {"储水", "关好龙头", "见说明 1 < 2", "楼", "上午"} <= set(text)
    assert not any("*" in line or "example.org" in line or "&" in line for line in text)


def test_a_plain_list_loses_its_marks_alone(board: Board) -> None:
    assert {"储水", "2026-04-03 恢复"} <= set(lines(notice(text="- 储水\n- 2026-04-03 恢复"), board))


def test_corrections_and_withdrawals_are_found_but_not_the_names_of_fields(board: Board) -> None:
    record = notice(
        corrections=(Correction(date=DAY, what="八点改为九点", why="改期", fields=("schedule",)),),
        withdrawn=Withdrawn(date=DAY, why="已恢复供水"),
    )
    text = lines(record, board)
    assert "日期 2026年4月2日 八点改为九点 改期" in text
    assert "日期 2026年4月2日 已恢复供水" in text
    assert "schedule" not in "".join(text)


def test_what_no_page_shows_is_not_found(board: Board) -> None:
    day = datetime.date(2026, 12, 31)
    assert "12月31日" not in visible.text(notice(pinned_until=day), board)
