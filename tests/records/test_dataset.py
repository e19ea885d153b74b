"""One community's records, and how they are found."""

import datetime
from decimal import Decimal

import msgspec
import pytest

from noticeboard.records.bodies import Bodies, Body, Responsibilities, Responsibility
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.dataset import WHOLE_COMMUNITY, Dataset
from noticeboard.records.envelope import Period, Record, Relation
from noticeboard.records.kinds import BY_FOLDER, BY_NAME, PORTAL_KIND, RECORD_KINDS, SINGLE_KINDS
from noticeboard.records.notice import Notice
from noticeboard.records.statement import Statement

DAY = datetime.date(2026, 4, 2)
ZERO = Decimal("0.00")
PINE = Estate(id="pine", name="松园", buildings=(Building(id="p1", name="1栋"),))
OAK = Estate(id="oak", name="橡园", buildings=(Building(id="o1", name="1栋"),))


def notice(stem: str, estate: str = "", related: tuple[Relation, ...] = ()) -> Notice:
    return Notice(
        id=f"notices/{stem}", title="通知", publisher="b", date=DAY, published=DAY, summary="。",
        form="notice", category="other", estate=estate, related=related,
    )  # fmt: skip


def statement(stem: str, fund: str, first: str, last: str, estate: str = "") -> Statement:
    period = Period(start=datetime.date.fromisoformat(first), until=datetime.date.fromisoformat(last))
    return Statement(
        id=f"finances/{stem}", title="收支", publisher="b", date=DAY, published=DAY, summary="。", fund=fund,
        period=period, opening=ZERO, income=ZERO, expense=ZERO, closing=ZERO, estate=estate,
    )  # fmt: skip


def dataset(*records: Record, estates: tuple[Estate, ...] = (PINE, OAK)) -> Dataset:
    community = Community(name="松橡", summary="。", region="某市", jurisdiction="CN", estates=estates)
    return Dataset("elm", community, Bodies(bodies=(Body(id="b", name="居委会", kind="other"),)), records=records)


def test_records_are_sorted_and_found_by_kind_and_by_id() -> None:
    later, earlier = notice("2026-04-02-b"), notice("2026-04-02-a")
    money = statement("q1", "working", "2026-01-01", "2026-03-31")
    found = dataset(later, money, earlier)
    assert found.records == (money, earlier, later)
    assert found.notices == (earlier, later)
    assert found.statements == (money,)
    assert found.meetings == ()
    assert found.by_id["notices/2026-04-02-a"] is earlier


def test_a_record_knows_its_folder_and_stem() -> None:
    assert (notice("2026-04-02-a").folder, notice("2026-04-02-a").stem) == ("notices", "2026-04-02-a")


@pytest.mark.parametrize(
    ("estate", "estates", "expected"),
    [
        ("oak", (PINE, OAK), "oak"),
        ("", (PINE, OAK), WHOLE_COMMUNITY),
        ("", (PINE,), "pine"),
    ],
)
def test_a_record_concerns_its_estate_or_the_only_one_or_all(
    estate: str, estates: tuple[Estate, ...], expected: str
) -> None:
    one = notice("2026-04-02-a", estate)
    assert dataset(one, estates=estates).estate_of(one) == expected


def test_statements_are_kept_by_estate_and_fund_in_order_of_their_periods() -> None:
    second = statement("a", "working", "2026-04-01", "2026-06-30", "oak")
    first = statement("b", "working", "2026-01-01", "2026-03-31", "oak")
    other = statement("c", "maintenance", "2026-01-01", "2026-12-31", "oak")
    everywhere = statement("d", "working", "2026-01-01", "2026-12-31")
    assert dataset(second, first, other, everywhere).funds == {
        ("community", "working"): (everywhere,),
        ("oak", "maintenance"): (other,),
        ("oak", "working"): (first, second),
    }


def test_a_record_knows_who_refers_to_it() -> None:
    first = notice("2026-04-02-a")
    second = notice("2026-04-02-b", related=(Relation(record=first.id, how="amends"),))
    assert list(dataset(first, second).referring_to(first.id)) == [second]
    assert list(dataset(first, second).referring_to(second.id)) == []


def test_bodies_estates_and_buildings_are_found_by_their_ids() -> None:
    found = dataset()
    assert found.body_by_id["b"].name == "居委会"
    assert found.estate_by_id["oak"] is OAK
    assert found.building_by_id["o1"] == (OAK, OAK.buildings[0])


def test_a_record_cannot_be_changed_and_equals_its_copy() -> None:
    assert notice("2026-04-02-a") == notice("2026-04-02-a")
    with pytest.raises(AttributeError):
        notice("2026-04-02-a").title = "改"  # type: ignore[misc]


def test_a_record_is_written_under_the_names_of_its_schema_without_what_was_left_out() -> None:
    written = msgspec.to_builtins(statement("q1", "working", "2026-01-01", "2026-03-31"))
    assert written["period"] == {"from": "2026-01-01", "until": "2026-03-31"}
    assert "audit" not in written
    assert "currency" not in written


def test_every_kind_has_a_name_and_every_kind_of_record_a_folder() -> None:
    assert set(BY_NAME.values()) == {*RECORD_KINDS, *SINGLE_KINDS, PORTAL_KIND}
    assert set(BY_FOLDER.values()) == set(RECORD_KINDS)
    assert len(BY_NAME) == len(RECORD_KINDS) + len(SINGLE_KINDS) + 1


def test_every_trouble_has_one_entry_in_an_estate_and_its_own_goes_first() -> None:
    asked = [
        Responsibility(id="leak", trouble="漏水", lead="b"),
        Responsibility(id="leak-oak", trouble="漏水", lead="b", estate="oak"),
        Responsibility(id="noise", trouble="噪声", lead="b"),
    ]
    one = dataset()
    one.responsibilities = Responsibilities(responsibilities=tuple(asked)).responsibilities
    assert [entry.id for entry in one.troubles_in("pine")] == ["leak", "noise"]
    assert [entry.id for entry in one.troubles_in("oak")] == ["leak-oak", "noise"]
