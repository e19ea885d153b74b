"""Votes recounted, as pages show them."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from noticeboard.law.voting import Outcome
from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.site.recounts import Recount, recount, revocation
from noticeboard.site.wordings import number

DAY = datetime.date(2026, 6, 1)
KINDS = {"assembly": "owners-assembly", "committee": "owners-committee", "group": "self-management-group"}


def resolution(decided_by: str = "assembly", on: datetime.date = DAY, form: str = "", **motion: Any) -> Resolution:
    fields = {"id": "1", "title": "题", "matter": "other-common-matter", "result": "passed"} | motion
    return Resolution(
        id="resolutions/2026-001", title="题", publisher=decided_by, date=on, published=on, summary="一句。",
        decided_by=decided_by, decided_on=on, form=form, motions=(Motion(**fields),),
    )  # fmt: skip


def dataset(one: Resolution) -> Dataset:
    community = Community(
        name="榆树社区", summary="一个小区。", region="某市", jurisdiction="CN-SH",
        estates=(Estate(id="north", name="北园", buildings=(Building(id="n1", name="1号楼"),)),),
    )  # fmt: skip
    bodies = Bodies(bodies=tuple(Body(id=name, name=name, kind=kind) for name, kind in KINDS.items()))
    return Dataset("elm", community, bodies, records=[one])


def shown(*args: Any, **motion: Any) -> Recount | None:
    one = resolution(*args, **motion)
    return recount(dataset(one), one, one.motions[0])


def count(unit: str, entitled: str, took_part: str, agree: str, **more: Any) -> Count:
    return Count(
        unit=unit, entitled=Decimal(entitled), took_part=Decimal(took_part), options={"同意": Decimal(agree)}, **more
    )


OWNERS, AREA = count("owners", "90", "60", "45"), count("area", "32000.00", "21333.34", "16000.01")


def lines(one: Recount | None) -> list[str]:
    """Each fraction in one line, as the template puts it together."""
    assert one is not None
    return [
        f"{stage.step} {stage.threshold} {line.test.option or line.test.unit} "
        + (line.missing or f"{number(line.test.part or 0)}/{number(line.test.whole or 0)} {line.share} ")
        + ("" if line.test.needed is None else number(line.test.needed))
        for stage in one.cast
        for line in stage.lines
    ]


def test_every_fraction_stands_with_its_threshold_and_the_number_needed() -> None:
    assert lines(shown(matter="rebuild", counts=(OWNERS, AREA))) == [
        "quorum 三分之二以上 owners 60/90 66.67% 60",
        "quorum 三分之二以上 area 21,333.34/32,000.00 66.67% 21,333.34",
        "agreement 四分之三以上 owners 45/60 75.00% 45",
        "agreement 四分之三以上 area 16,000.01/21,333.34 75.00% 16,000.01",
    ]


def test_article_and_layer_are_those_of_the_day() -> None:
    for on, article in (
        (DAY, "《民法典》第二百七十八条第二款"),
        (datetime.date(2020, 12, 31), "《物权法》第七十六条第二款"),
    ):
        one = shown("assembly", on, counts=(OWNERS, AREA))
        assert one is not None
        assert {(stage.basis.layer_zh, stage.basis.zh) for stage in one.cast} == {("全国", article)}


def test_matter_is_filed_as_the_law_of_the_day_numbers_it() -> None:
    for on, filed in (
        (DAY, ("《民法典》第二百七十八条第一款第五项", "ordinary")),
        (datetime.date(2020, 12, 31), ("《物权法》第七十六条第一款第五项", "special")),
    ):
        one = shown("assembly", on, matter="use-maintenance-fund", counts=(OWNERS, AREA))
        assert one is not None
        assert one.matter == filed


@pytest.mark.parametrize(
    ("result", "agree", "derived", "agrees"),
    [("passed", "45", "passed", True), ("failed", "45", "passed", False), ("passed", "30", "failed", False)],
)
def test_what_follows_stands_beside_what_was_declared(result: str, agree: str, derived: str, *, agrees: bool) -> None:
    one = shown(result=result, counts=(count("owners", "90", "60", agree), AREA))
    assert one is not None
    assert (one.derived, one.agrees) == (derived, agrees)


def test_deemed_votes_are_counted_apart() -> None:
    one = shown(counts=(count("owners", "90", "59", "45", deemed={"同意": Decimal(1)}), AREA))
    assert one is not None
    assert (one.derived_from_cast, one.derived, one.hangs_on_deemed) == ("failed", "passed", True)
    assert [stage.lines[0].test.part for stage in one.with_deemed] == [60, 46]


def test_candidates_stand_together_with_both_their_counts() -> None:
    counts = tuple(
        Count(unit=unit, entitled=Decimal(90), took_part=Decimal(60), options={"甲": Decimal(40), "乙": Decimal(35)})
        for unit in ("owners", "area")
    )
    one = shown(matter="elect-committee", result="chosen", chosen=("甲", "乙"), counts=counts)
    assert one is not None
    assert [(line.test.option, line.test.unit) for line in one.cast[1].lines] == [
        ("甲", "owners"), ("甲", "area"), ("乙", "owners"), ("乙", "area"),
    ]  # fmt: skip
    assert one.derived == "chosen"


@pytest.mark.parametrize(
    ("counts", "missing"),
    [
        ((OWNERS,), ["", "count", "", "count"]),
        ((OWNERS, Count(unit="area", took_part=Decimal(20000))), ["", "whole", "", "part"]),
    ],
)
def test_what_is_not_published_is_said(counts: tuple[Count, ...], missing: list[str]) -> None:
    one = shown(counts=counts)
    assert one is not None
    assert [line.missing for stage in one.cast for line in stage.lines] == missing
    assert one.derived == Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("one", "why", "asked"),
    [
        (resolution(matter="opinion-poll", counts=(OWNERS,)), "poll", 0),
        (resolution(form="share-ballot", counts=(OWNERS,)), "poll", 0),
        (resolution(), "uncounted", 2),
        (resolution(counts=(count("ballots", "90", "60", "45"),)), "other-units", 2),
        (resolution("group", matter="residents-matter", counts=(OWNERS,)), "unlawed", 0),
        (resolution("committee", datetime.date(2005, 1, 1), matter="committee-matter"), "unlawed", 0),
    ],
)
def test_why_there_is_no_verdict(one: Resolution, why: str, asked: int) -> None:
    found = recount(dataset(one), one, one.motions[0])
    assert found is not None
    assert (found.why_not, len(found.cast)) == (why, asked)


def test_nothing_is_said_of_what_was_not_put_to_the_vote() -> None:
    assert shown(result="not-put") is None


def test_printed_shares_are_those_of_the_count_that_holds() -> None:
    first = count("owners", "90", "60", "40", stage="preliminary", printed_rate=Decimal("66.67"))
    last = count("owners", "90", "60", "45", stage="final", printed_rate=Decimal("75.00"))
    one = shown(counts=(first, last, AREA))
    assert one is not None
    assert one.printed == (last,)


def test_until_when_owners_may_go_to_court() -> None:
    one = resolution(counts=(OWNERS, AREA))
    found = revocation(dataset(one), one)
    assert found is not None
    assert (found.years, found.published, found.until) == (1, "2026年6月1日", "2027年6月1日")
    assert "第十二条" in found.basis.zh


@pytest.mark.parametrize(
    "one",
    [resolution(matter="opinion-poll"), resolution("group", matter="residents-matter"), resolution(result="not-put")],
)
def test_nobody_goes_to_court_over_what_binds_no_owner(one: Resolution) -> None:
    assert revocation(dataset(one), one) is None
