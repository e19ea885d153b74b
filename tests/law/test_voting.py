"""Votes are judged exactly, by the law of the day of the decision."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.law import voting
from noticeboard.law.voting import Deciders, Outcome, Step, Verdict
from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Building, Commitment, Community, Estate
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.resolution import Motion, Resolution

LAST_DAY_OF_OLD_LAW = datetime.date(2020, 12, 31)
FIRST_DAY_OF_CODE = datetime.date(2021, 1, 1)
NOW = datetime.date(2026, 6, 1)
KINDS = {
    "assembly": "owners-assembly", "committee": "owners-committee", "representatives": "residents-representatives",
    "residents": "residents-meeting", "managers": "property-management-committee",
}  # fmt: skip


def judged(decided_by: str, on: datetime.date, jurisdiction: str = "CN", **motion: Any) -> Verdict | None:
    """The verdict on one motion; `motion` are its fields."""
    by_laws, form = motion.pop("by_laws", ()), motion.pop("form", "")
    community = Community(
        name="榆树社区", summary="一个小区。", region="某市", jurisdiction=jurisdiction, by_laws=by_laws,
        estates=(Estate(id="north", name="北园", buildings=(Building(id="n1", name="1号楼"),)),),
    )  # fmt: skip
    bodies = Bodies(bodies=tuple(Body(id=name, name=name, kind=kind) for name, kind in KINDS.items()))
    resolution = Resolution(
        id="resolutions/2026-001", title="题", publisher=decided_by, date=on, published=on, summary="一句。",
        decided_by=decided_by, decided_on=on, form=form,
        motions=(Motion(**({"id": "1", "title": "题", "result": "passed"} | motion)),),
    )  # fmt: skip
    dataset = Dataset("elm", community, bodies, records=[resolution])
    return dataset.derive(voting.verdicts).get((resolution.id, "1"))


def verdict(decided_by: str, on: datetime.date, jurisdiction: str = "CN", **motion: Any) -> Verdict:
    found = judged(decided_by, on, jurisdiction, **motion)
    assert found is not None
    return found


def count(unit: str, entitled: str, took_part: str, agree: str, **more: Any) -> Count:
    return Count(
        unit=unit, entitled=Decimal(entitled), took_part=Decimal(took_part),
        options={"同意": Decimal(agree), "反对": Decimal(took_part) - Decimal(agree)}, **more,
    )  # fmt: skip


def owners(
    heads: tuple[str, str, str], area: tuple[str, str, str], matter: str, on: datetime.date, **more: Any
) -> Verdict:
    return verdict("assembly", on, matter=matter, counts=(count("owners", *heads), count("area", *area)), **more)


ORDINARY, SPECIAL = "other-common-matter", "rebuild"
ALL_HEADS, ALL_AREA = ("90", "90", "90"), ("32000.00", "32000.00", "32000.00")


@pytest.mark.parametrize(
    ("heads", "area", "outcome"),
    [
        (("90", "60", "60"), ("32000.00", "21333.34", "21333.34"), Outcome.PASSED),
        (("90", "60", "60"), ("32000.00", "21333.33", "21333.33"), Outcome.FAILED),
        (("90", "59", "59"), ("32000.00", "21333.34", "21333.34"), Outcome.FAILED),
    ],
)
def test_quorum_is_two_thirds_of_heads_and_of_area(
    heads: tuple[str, str, str], area: tuple[str, str, str], outcome: Outcome
) -> None:
    assert owners(heads, area, ORDINARY, NOW).outcome is outcome


@pytest.mark.parametrize(
    ("matter", "heads", "area", "outcome"),
    [
        (ORDINARY, "30", "10000.00", Outcome.FAILED),
        (ORDINARY, "31", "10000.01", Outcome.PASSED),
        (ORDINARY, "31", "10000.00", Outcome.FAILED),
        (SPECIAL, "45", "15000.00", Outcome.PASSED),
        (SPECIAL, "44", "15000.00", Outcome.FAILED),
        (SPECIAL, "45", "14999.99", Outcome.FAILED),
        ("use-maintenance-fund", "31", "10000.01", Outcome.PASSED),
    ],
)
def test_half_exactly_is_too_little_and_three_quarters_exactly_enough(
    matter: str, heads: str, area: str, outcome: Outcome
) -> None:
    assert owners(("60", "60", heads), ("20000.00", "20000.00", area), matter, NOW).outcome is outcome


@pytest.mark.parametrize(
    ("on", "matter", "agreeing", "outcome"),
    [
        (FIRST_DAY_OF_CODE, "use-maintenance-fund", 32, Outcome.PASSED),
        (LAST_DAY_OF_OLD_LAW, "use-maintenance-fund", 59, Outcome.FAILED),
        (LAST_DAY_OF_OLD_LAW, "use-maintenance-fund", 60, Outcome.PASSED),
        (LAST_DAY_OF_OLD_LAW, ORDINARY, 45, Outcome.FAILED),
        (LAST_DAY_OF_OLD_LAW, ORDINARY, 46, Outcome.PASSED),
        (LAST_DAY_OF_OLD_LAW, "change-use-of-common-parts", 46, Outcome.PASSED),
        (FIRST_DAY_OF_CODE, "change-use-of-common-parts", 46, Outcome.FAILED),
    ],
)
def test_law_of_the_day(on: datetime.date, matter: str, agreeing: int, outcome: Outcome) -> None:
    """Sixty-two of ninety took part; before 2021 the whole is all owners, after it those who took part."""
    heads = ("90", "62", str(agreeing))
    found = owners(heads, ALL_AREA, matter, on)
    assert found.outcome is outcome


def test_ordinary_matter_wrongly_held_to_three_quarters() -> None:
    found = owners(("90", "60", "31"), ALL_AREA, "use-maintenance-fund", NOW, result="failed")
    assert found.contradicts


@pytest.mark.parametrize(("present", "outcome"), [("72", Outcome.PASSED), ("71", Outcome.FAILED)])
def test_composition_of_a_hundred_and_seven(present: str, outcome: Outcome) -> None:
    counts = (count("persons", "107", present, present),)
    found = verdict("representatives", NOW, matter="residents-matter", counts=counts)
    assert (found.outcome, found.deciders) == (outcome, Deciders.REPRESENTATIVES)


@pytest.mark.parametrize("day", [datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)])
def test_representatives_are_judged_since_the_law_of_2026(day: datetime.date) -> None:
    found = judged("representatives", day, matter="residents-matter", counts=(count("persons", "107", "50", "50"),))
    assert (found is not None) == (day.year == 2026)


@pytest.mark.parametrize(
    ("jurisdiction", "outcome"),
    [
        ("CN", Outcome.PASSED),
        ("CN-SH", Outcome.FAILED),
        ("CN-BJ", Outcome.FAILED),
        ("CN-ZJ-HZ", Outcome.FAILED),
        ("CN-ZJ", Outcome.PASSED),
    ],
)
def test_half_of_all_members(jurisdiction: str, outcome: Outcome) -> None:
    """The guide rules ask for at least half of all members, the three cities for more than half."""
    counts = (count("persons", "6", "4", "3"),)
    assert verdict("committee", NOW, jurisdiction, matter="committee-matter", counts=counts).outcome is outcome


def test_by_law_counts_where_it_is_stricter() -> None:
    stricter = Commitment(
        text="维修资金须三分之二", since=FIRST_DAY_OF_CODE, parameter="vote.owners.ordinary", value=">= 2/3"
    )
    found = owners(("90", "90", "50"), ALL_AREA, ORDINARY, NOW, by_laws=(stricter,))
    assert found.outcome is Outcome.FAILED
    assert [test.provision.standing for test in found.failed] == ["by-law"]


def test_own_quorum_is_of_all_owners() -> None:
    stricter = Commitment(text="四分之三到会", since=FIRST_DAY_OF_CODE, parameter="vote.owners.quorum", value=">= 3/4")
    found = owners(("90", "60", "60"), ALL_AREA, ORDINARY, NOW, by_laws=(stricter,))
    assert [(test.step, test.whole, test.needed) for test in found.failed] == [(Step.QUORUM, Decimal(90), Decimal(68))]


def test_deemed_votes_are_judged_apart() -> None:
    counts = (count("owners", "90", "55", "30", deemed={"同意": Decimal(5)}), count("area", *ALL_AREA))
    found = verdict("assembly", NOW, matter=ORDINARY, counts=counts)
    assert (found.cast_alone, found.outcome, found.hangs_on_deemed) == (Outcome.FAILED, Outcome.PASSED, True)
    assert not found.contradicts


def test_deemed_votes_may_defeat() -> None:
    counts = (count("owners", "90", "60", "31", deemed={"反对": Decimal(2)}), count("area", *ALL_AREA))
    found = verdict("assembly", NOW, matter=ORDINARY, counts=counts)
    assert (found.cast_alone, found.outcome) == (Outcome.PASSED, Outcome.FAILED)


def test_of_several_counts_the_final_one_holds() -> None:
    counts = (
        count("owners", "90", "90", "80", stage="final"),
        count("owners", "90", "90", "20", stage="recount"),
        count("area", *ALL_AREA),
    )
    assert verdict("assembly", NOW, matter=ORDINARY, counts=counts).outcome is Outcome.PASSED


def test_of_several_counts_without_a_final_one_the_last_holds() -> None:
    counts = (count("owners", "90", "90", "80"), count("owners", "90", "90", "20"), count("area", *ALL_AREA))
    assert verdict("assembly", NOW, matter=ORDINARY, counts=counts).outcome is Outcome.FAILED


def test_every_chosen_option_needs_its_majority() -> None:
    counts = tuple(
        Count(
            unit=unit, entitled=Decimal(90), took_part=Decimal(90), options={"甲": Decimal(46), "乙": Decimal(45)},
            votes_per_ballot=2,
        )
        for unit in ("owners", "area")
    )  # fmt: skip
    found = verdict(
        "assembly", NOW, matter="elect-committee", result="chosen", seats=2, chosen=("甲", "乙"), counts=counts
    )
    assert [(test.option, test.unit) for test in found.failed] == [("乙", "owners"), ("乙", "area")]


def test_quorum_is_judged_though_nobody_opened_the_ballots() -> None:
    counts = (Count(unit="owners", entitled=Decimal(90), returned=Decimal(59)),)
    found = verdict("assembly", NOW, matter="elect-committee", result="failed", counts=counts)
    assert (found.outcome, found.contradicts) == (Outcome.FAILED, False)


def test_area_that_is_not_published_leaves_it_open() -> None:
    found = verdict("assembly", NOW, matter=ORDINARY, counts=(count("owners", "90", "90", "90"),))
    assert (found.outcome, found.contradicts) == (Outcome.UNKNOWN, False)


@pytest.mark.parametrize(
    "motion",
    [
        {"matter": "opinion-poll", "counts": (count("owners", "90", "90", "90"),)},
        {"matter": ORDINARY, "counts": ()},
        {"matter": ORDINARY, "result": "not-put", "counts": (count("owners", "90", "90", "90"),)},
        {"matter": ORDINARY, "counts": (count("ballots", "90", "90", "90"),)},
        {"matter": "residents-matter", "counts": (count("persons", "90", "90", "90"),)},
    ],
)
def test_no_verdict_where_nothing_is_asked_or_counted(motion: dict[str, Any]) -> None:
    assert judged("assembly", NOW, **motion) is None


def test_committee_that_decides_what_owners_decide_is_not_counted_as_owners() -> None:
    assert judged("committee", NOW, matter=ORDINARY, counts=(count("owners", "90", "90", "90"),)) is None


# Random votes against whole numbers: areas are hundredths of a square metre.


def by_law(entitled: int, voted: int, agreed: int, matter: str, on: datetime.date) -> bool:
    """Property Law art. 76 and Civil Code art. 278, in whole numbers."""
    if on < datetime.date(2021, 1, 1):
        if matter in ("use-maintenance-fund", "raise-maintenance-fund", "rebuild"):
            return 3 * agreed >= 2 * entitled
        return 2 * agreed > entitled
    if 3 * voted < 2 * entitled:
        return False
    if matter in ("raise-maintenance-fund", "rebuild", "change-use-of-common-parts"):
        return 4 * agreed >= 3 * voted
    return 2 * agreed > voted


OWNERS_MATTERS = (
    "adopt-rules-of-procedure", "adopt-covenant", "elect-committee", "replace-committee-member", "hire-provider",
    "dismiss-provider", "use-maintenance-fund", "raise-maintenance-fund", "rebuild", "change-use-of-common-parts",
    "use-common-income", "adjust-service-fee", "other-common-matter",
)  # fmt: skip


@st.composite
def tallies(draw: st.DrawFn) -> tuple[int, int, int]:
    """Entitled, voted, agreed; often just at a threshold."""
    entitled = draw(st.integers(1, 10**7))
    at_quorum = -(-2 * entitled // 3)
    near = st.integers(max(0, at_quorum - 1), min(entitled, at_quorum + 1))
    voted = draw(st.one_of(st.integers(0, entitled), near))
    lines = sorted({voted // 2, voted // 2 + 1, -(-3 * voted // 4), 3 * voted // 4 - 1, at_quorum, at_quorum - 1})
    agreed = draw(st.one_of(st.integers(0, voted), st.sampled_from(lines)))
    return entitled, voted, min(max(agreed, 0), voted)


decision_days = st.one_of(
    st.dates(datetime.date(2008, 1, 1), datetime.date(2030, 1, 1)),
    st.sampled_from([LAST_DAY_OF_OLD_LAW, FIRST_DAY_OF_CODE, datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)]),
)


@given(
    st.tuples(tallies(), tallies()), st.sampled_from(OWNERS_MATTERS), decision_days,
    st.sampled_from(["CN", "CN-SH", "CN-BJ", "CN-ZJ-HZ", "CN-JL"]), st.sampled_from(["passed", "failed"]),
)  # fmt: skip
def test_owners_verdict_is_that_of_whole_numbers(
    votes: tuple[tuple[int, int, int], tuple[int, int, int]], matter: str, on: datetime.date, place: str, declared: str
) -> None:
    heads, area = votes
    counts = (
        count("owners", *(str(number) for number in heads)),
        count("area", *(str(Decimal(number).scaleb(-2)) for number in area)),
    )
    found = judged("assembly", on, place, matter=matter, result=declared, counts=counts)
    assert found is not None
    if heads[1] == 0 or area[1] == 0:  # nobody took part: there is no share of them
        assert found.outcome is not Outcome.PASSED
        return
    passes = by_law(*heads, matter, on) and by_law(*area, matter, on)
    assert found.outcome is (Outcome.PASSED if passes else Outcome.FAILED)
    assert found.contradicts == (passes != (declared == "passed"))


@given(tallies(), decision_days, st.sampled_from(["CN", "CN-SH", "CN-BJ", "CN-ZJ-HZ"]))
def test_committee_verdict_is_that_of_whole_numbers(
    members: tuple[int, int, int], on: datetime.date, jurisdiction: str
) -> None:
    entitled, present, agreed = members
    found = judged(
        "committee", on, jurisdiction, matter="committee-matter",
        counts=(count("persons", str(entitled), str(present), str(agreed)),),
    )  # fmt: skip
    since = {"CN-SH": datetime.date(2020, 12, 30), "CN-BJ": datetime.date(2020, 5, 1)}
    strict = jurisdiction != "CN" and on >= since.get(jurisdiction, datetime.date(2022, 3, 1))
    if on < datetime.date(2010, 1, 1):
        assert found is None
        return
    assert found is not None
    passes = 2 * present > entitled and (2 * agreed > entitled if strict else 2 * agreed >= entitled)
    assert found.outcome is (Outcome.PASSED if passes else Outcome.FAILED)


@given(
    tallies(), decision_days, st.sampled_from(["representatives", "residents"]), st.sampled_from(["persons", "ballots"])
)
def test_residents_verdict_is_that_of_whole_numbers(
    members: tuple[int, int, int], on: datetime.date, body: str, unit: str
) -> None:
    entitled, present, agreed = members
    counts = (count(unit, str(entitled), str(present), str(agreed)),)
    found = judged(body, on, matter="residents-matter", counts=counts)
    if on < datetime.date(2026, 1, 1):
        assert found is None
        return
    assert found is not None
    enough = 3 * present >= 2 * entitled if body == "representatives" else 2 * present > entitled
    passes = enough and 2 * agreed > present
    assert (found.outcome is Outcome.PASSED) == passes


@given(tallies(), st.sampled_from(OWNERS_MATTERS), decision_days)
def test_number_needed_is_the_least_that_meets_the_threshold(
    heads: tuple[int, int, int], matter: str, on: datetime.date
) -> None:
    counts = (count("owners", *(str(number) for number in heads)),)
    found = judged("assembly", on, matter=matter, counts=counts)
    for test in found.tests if found else ():
        if test.needed is not None and test.whole is not None:
            assert test.majority.met(test.needed, test.whole)
            assert not test.majority.met(test.needed - 1, test.whole)


def test_what_is_needed_has_as_many_decimals_as_the_figures() -> None:
    found = owners(("90", "60", "60"), ("32000.00", "21333.33", "21333.33"), ORDINARY, NOW)
    quorum = [one for one in found.tests if one.step is Step.QUORUM]
    assert {one.unit: str(one.needed) for one in quorum} == {"owners": "60", "area": "21333.34"}
    test = quorum[0]
    assert test._replace(part=None).needed is None
    assert test._replace(whole=Decimal(0)).needed is None
    assert test._replace(part=None).outcome is Outcome.UNKNOWN


def test_a_number_without_decimals_has_none() -> None:
    assert [voting.exponent(Decimal(text)) for text in ("21333.34", "60", "1E+2")] == [-2, 0, 0]


@pytest.mark.parametrize("form", ["opinion-poll", "share-ballot"])
def test_an_opinion_poll_is_judged_by_no_threshold(form: str) -> None:
    counts = (count("owners", *ALL_HEADS), count("area", *ALL_AREA))
    assert judged("assembly", NOW, matter=ORDINARY, counts=counts) is not None
    assert judged("assembly", NOW, matter=ORDINARY, counts=counts, form=form) is None


def test_a_management_committee_decides_as_a_committee() -> None:
    found = verdict("managers", NOW, matter="committee-matter", counts=(count("persons", "5", "5", "3"),))
    assert found.deciders is Deciders.COMMITTEE
    assert judged("managers", NOW, matter=ORDINARY, counts=(count("owners", *ALL_HEADS),)) is None


def test_a_household_s_vote_stands_for_a_person_s() -> None:
    found = verdict("residents", NOW, matter="residents-matter", counts=(count("households", "90", "60", "40"),))
    assert {one.unit for one in found.tests if one.part is not None} == {"persons"}


def test_counts_of_parts_judge_nothing() -> None:
    parts = (count("owners", "9", "1", "0", group="n1"), count("area", "9", "1", "0", dimension="x"))
    assert judged("assembly", NOW, matter=ORDINARY, counts=parts) is None


def test_one_that_was_chosen_and_failed_contradicts() -> None:
    one = Count(unit="owners", entitled=Decimal(90), took_part=Decimal(10), options={"甲": Decimal(9)})
    found = verdict("assembly", NOW, matter=ORDINARY, counts=(one,), chosen=("甲",), result="chosen")
    assert found.outcome is Outcome.FAILED
    assert found.contradicts


def test_outcomes_and_steps_are_the_names_that_pages_know() -> None:
    assert [*Outcome] == ["passed", "failed", "unknown"]
    assert [*Step] == ["quorum", "agreement"]
