"""The clock on several days, line by line."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.duties.clock import clock
from noticeboard.duties.track import State
from noticeboard.law.profile import Standing
from noticeboard.records.bodies import Body, Contract
from noticeboard.records.community import Commitment, Exemption, IncomeItem, OwnersAssembly
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.today import Today
from tests.duties.town import (
    ASSEMBLED,
    BODIES,
    day,
    estate,
    meeting,
    notice,
    period,
    statement,
    strip,
    table,
    term,
    town,
    track,
    tracks,
    withdrawn,
)

SHANGHAI = {"jurisdiction": "CN-SH", "since": "2025-07-01"}
Q3 = ("2025-07-01", "2025-09-30")
Q4 = ("2025-10-01", "2025-12-31")
Q1 = ("2026-01-01", "2026-03-31")
Q2 = ("2026-04-01", "2026-06-30")


# the turn of the law: Shanghai's measures of April 2026


def test_the_fifteenth_is_asked_for_only_since_the_measures() -> None:
    """Q4 2025 and Q1 2026 are quarterly too, but no day is fixed for them."""
    records = [statement(*Q3, "2025-11-07"), statement(*Q4, "2026-01-23"), statement(*Q1, "2026-05-29")]
    found = track(town(*records, statement(*Q2, "2026-07-15"), **SHANGHAI), "2026-07-20")
    assert (
        table(found)
        == """
● 2025 Q3 by 2025-12-31 2025-11-07
● 2025 Q4 by 2026-03-31 2026-01-23
● 2026 Q1 by 2026-06-30 2026-05-29
● 2026 Q2 by 2026-07-15 2026-07-15"""
    )
    assert [turn.duty.convention for turn in found.turns] == [("due",)] * 3 + [()]
    assert found.turns[2].duty.basis.zh == "《上海市住宅物业管理规定》第六十六条第二款"
    assert found.turns[3].duty.basis.zh == "《上海市住宅小区公共收益管理办法》第十四条第二款"
    assert found.upcoming is not None
    assert found.upcoming.due == day("2026-10-15")


def test_one_day_late() -> None:
    found = track(town(statement(*Q2, "2026-07-16"), **SHANGHAI | {"since": "2026-04-01"}), "2026-07-20")
    assert table(found) == "\n● 2026 Q2 by 2026-07-15 2026-07-16 +1"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-06-30", ""),
        ("2026-07-01", "◐"),
        ("2026-07-15", "◐"),
        ("2026-07-16", "○"),
        ("2026-07-17", "●"),
    ],
)
def test_from_due_to_not_seen_to_disclosed_late(today: str, expected: str) -> None:
    data = town(statement(*Q2, "2026-07-17"), **SHANGHAI | {"since": "2026-04-01"})
    assert strip(track(data, today)) == expected


def test_after_the_measures_the_rules_alone_hold() -> None:
    """They end with 2030: the last quarter still falls under them, the next one under the rules."""
    found = track(town(jurisdiction="CN-SH", since="2030-10-01"), "2031-06-30")
    assert (
        table(found)
        == """
○ 2030 Q4 by 2031-01-15
◐ 2031 Q1 by 2031-06-30"""
    )


def test_what_rested_on_an_expired_document_alone_is_asked_no_more() -> None:
    """沪房规范〔2021〕6号 ran out on 2026-06-30: the year 2025 was its last."""
    found = track(town(jurisdiction="CN-SH", since="2024-01-01"), "2028-06-01", "committee-report")
    assert (
        table(found)
        == """
○ 2024 by 2025-03-31
○ 2025 by 2026-03-31"""
    )
    assert found.upcoming is None


def test_what_stands_in_the_rules_too_goes_on_with_a_day_of_this_portal() -> None:
    found = track(town(jurisdiction="CN-SH", since="2025-01-01"), "2027-12-01", "annual-audit")
    assert [(turn.period.start.year, turn.due, turn.duty.convention) for turn in found.turns] == [
        (2025, day("2026-06-30"), ()),
        (2026, day("2027-06-30"), ("due",)),
    ]


# the turns of 2021 and 2026


def test_the_civil_code_asks_for_nothing_before_2021() -> None:
    data = town(since="2019-01-01")
    assert (
        table(track(data, "2022-01-15"))
        == """
○ 2021 H1 by 2021-08-02
◐ 2021 H2 by 2022-02-07"""
    )
    assert table(track(data, "2022-05-01", "provider-report")) == "\n○ 2021 by 2022-03-31"


def test_residents_committees_are_asked_since_2026() -> None:
    data = town(meeting("2025-12-20", "residents-representatives"), meeting("2026-06-12", "residents-representatives"))
    assert (
        table(track(data, "2026-07-01", "representatives-meeting", ""))
        == """
● 2026 H1 by 2026-07-15 2026-06-12
◐ 2026 H2 by 2027-01-15"""
    )
    assert ("representatives-meeting", "") in tracks(data, "2026-01-01")
    assert ("representatives-meeting", "") not in tracks(data, "2025-12-31")
    assert table(track(data, "2026-04-16", "residents-committee-funds", "")) == "\n○ 2026 Q1 by 2026-04-15"


# places


def test_another_place_has_other_duties() -> None:
    """Nothing but `jurisdiction` differs."""
    records = [statement("2026-01-01", "2026-06-30", "2026-07-28")]
    tables = {place: table(track(town(*records, jurisdiction=place, since="2026-01-01"), "2026-07-30"))
              for place in ("CN", "CN-SH", "CN-BJ", "CN-ZJ-HZ")}  # fmt: skip
    assert tables == {
        "CN": "\n● 2026 H1 by 2026-07-31 2026-07-28",
        "CN-SH": "\n● 2026 Q1 by 2026-06-30 2026-07-28 +28\n● 2026 Q2 by 2026-07-15 2026-07-28 +13",
        "CN-BJ": "",
        "CN-ZJ-HZ": "\n● 2026 H1 by 2026-07-31 2026-07-28",
    }


# days


@pytest.mark.parametrize(
    ("first", "last", "days", "due"),
    [
        ("2026-09-01", "2026-09-30", 5, "2026-10-08"),  # the National Day holidays
        ("2026-01-01", "2026-01-31", 28, "2026-02-28"),  # a Saturday that is worked
        ("2026-01-01", "2026-01-31", 15, "2026-02-24"),  # the Spring Festival
        ("2026-06-01", "2026-06-30", 11, "2026-07-13"),  # a Saturday
        ("2027-06-01", "2027-06-30", 3, "2027-07-03"),  # a Saturday of a year not yet known
    ],
)
def test_last_days_move_over_rest_days(first: str, last: str, days: int, due: str) -> None:
    promise = Commitment(text="", since=day(first), duty="common-income-statement", every="month", due_days=days)
    found = track(town(since=first, promises=(promise,)), last, "common-income-statement")
    assert found.upcoming is not None
    assert (found.upcoming.period, found.upcoming.due) == (period(first, last), day(due))


def test_before_a_term_ends_nothing_moves_on() -> None:
    """Five months before a Sunday is a Tuesday; six before 31 August is 28 February."""
    committee = Body(id="oc", name="oc", kind="owners-committee", estate="elm", term=term("2023-09-01", "2026-08-31"))
    for place, due in (("CN-SH", "2026-03-31"), ("CN-BJ", "2026-02-28"), ("CN-ZJ-HZ", "2026-05-31")):
        found = track(town(jurisdiction=place, bodies=(committee,)), "2026-04-01", "reelection-report")
        assert found.turns[0].due == day(due)


# the five states


def test_five_states_of_one_town() -> None:
    exemption = Exemption(duty="maintenance-fund-statement", reason="no fund yet", until=day("2026-12-31"))
    estates = (estate(**ASSEMBLED), estate("oak", provider="provider", disclosing_since=day("2026-04-01")))
    data = town(
        statement("2026-01-01", "2026-06-30", "2026-07-10", estate="elm"),
        since="2025-01-01", estates=estates, exemptions=(exemption,),
    )  # fmt: skip
    states = {key: one.state for key, one in tracks(data, "2026-07-20").items()}
    assert states == {
        ("common-income-statement", "elm"): State.NOT_SEEN,  # those of 2025
        ("common-income-statement", "oak"): State.DUE,  # the second half-year, still running
        ("maintenance-fund-statement", "elm"): State.NOT_APPLICABLE,
        ("maintenance-fund-statement", "oak"): State.NOT_APPLICABLE,
        ("provider-report", "elm"): State.NOT_SEEN,
        ("provider-report", "oak"): State.NOT_YET,
        ("commission-accounts", "elm"): State.NOT_APPLICABLE,
        ("commission-accounts", "oak"): State.NOT_APPLICABLE,
        ("representatives-meeting", ""): State.NOT_SEEN,
        ("committee-review", ""): State.DUE,
        ("residents-committee-funds", ""): State.NOT_SEEN,
        ("committee-papers", "elm"): State.NOT_SEEN,
        ("committee-papers", "oak"): State.NOT_APPLICABLE,
    }
    assert table(tracks(data, "2026-07-20")["maintenance-fund-statement", "elm"]) == (
        "\n– 2025 by 2026-03-31 no fund yet"
    )


def test_a_town_that_says_no_day_does_not_take_part() -> None:
    found = clock(town(statement(*Q2, "2026-07-10"), since=""), Today(day("2026-07-20")))
    assert found
    assert {one.state for one in found} == {State.NOT_YET}


def test_what_was_seen_before_taking_part_shows() -> None:
    data = town(statement(*Q1, "2026-04-10"), jurisdiction="CN-SH", since="2026-07-01")
    assert table(track(data, "2026-07-20")) == "\n● 2026 Q1 by 2026-06-30 2026-04-10\n· 2026 Q2 by 2026-07-15"


def test_the_strip_shows_24_periods_at_most() -> None:
    promise = Commitment(text="", since=day("2020-01-01"), duty="common-income-statement", every="month", due_days=15)
    found = track(town(since="2023-01-01", promises=(promise,)), "2026-07-20")
    assert len(found.turns) == 42
    assert [turn.period.start for turn in found.strip][::23] == [day("2024-07-01"), day("2026-06-01")]


# who, and under which conditions


def test_who_must_see_to_it_is_who_was_in_office_at_the_end_of_the_period() -> None:
    bodies = (
        Body(id="first", name="", kind="owners-committee", estate="elm", until=day("2025-09-30")),
        Body(id="second", name="", kind="owners-committee", estate="elm", since=day("2025-10-01")),
    )
    found = track(town(bodies=bodies, **SHANGHAI), "2026-04-01")
    assert [turn.body for turn in found.turns] == ["first", "second", "second"]


def test_without_anybody_it_does_not_apply() -> None:
    found = track(town(bodies=(), **SHANGHAI), "2026-01-10")
    assert table(found) == "\n– 2025 Q3 by 2025-12-31 nobody\n– 2025 Q4 by 2026-03-31 nobody"


def test_commission_counts_by_the_contract_of_the_time() -> None:
    contracts = (
        Contract(provider="provider", start=day("2022-01-01"), until=day("2024-12-31"), fee_basis="commission"),
        Contract(provider="provider", start=day("2025-01-01"), fee_basis="lump-sum"),
    )
    found = track(town(since="2023-01-01", contracts=contracts), "2026-07-20", "commission-accounts")
    assert (
        table(found)
        == """
○ 2023 by 2024-04-01
○ 2024 by 2025-03-31
– 2025 by 2026-03-31 commission"""
    )


def test_an_assembly_is_asked_since_there_is_one() -> None:
    young = estate(owners_assembly=OwnersAssembly(established_on=day("2025-06-01")), provider="provider")
    found = track(town(since="2024-01-01", estates=(young,)), "2026-07-20", "maintenance-fund-statement")
    assert table(found) == "\n– 2024 by 2025-03-31 owners-assembly\n○ 2025 by 2026-03-31"


# own rules


def test_a_stricter_promise_wins_and_a_laxer_one_does_not() -> None:
    promise = {"text": "每月公布", "since": day("2025-10-01"), "duty": "common-income-statement"}
    monthly = Commitment(**promise, every="month", due_days=10, estate="elm", by="group")
    found = track(town(promises=(monthly,), **SHANGHAI), "2025-12-01")
    found = found._replace(turns=found.turns[1:])
    assert (
        table(found)
        == """
○ 2025-10 by 2025-11-10
◐ 2025-11 by 2025-12-10"""
    )
    assert [turn.duty.standing for turn in found.turns] == [Standing.PROMISE] * 2
    assert [turn.body for turn in found.turns] == ["group"] * 2
    yearly = Commitment(**promise, every="year", due_days=10)
    assert (
        table(track(town(promises=(yearly,), **SHANGHAI), "2026-01-10"))
        == """
○ 2025 Q3 by 2025-12-31
◐ 2025 Q4 by 2026-03-31"""
    )


def test_as_often_but_sooner_is_stricter() -> None:
    by_law = Commitment(text="", since=day("2026-01-01"), duty="common-income-statement", due_days=5)
    found = track(town(by_laws=(by_law,), **SHANGHAI | {"since": "2026-04-01"}), "2026-07-02")
    assert table(found) == "\n◐ 2026 Q2 by 2026-07-06"
    assert found.turns[0].duty.standing is Standing.BY_LAW


def test_a_promise_of_what_no_law_asks_there() -> None:
    promise = Commitment(text="", since=day("2025-01-01"), duty="committee-report", every="year")
    found = track(town(since="2025-01-01", promises=(promise,)), "2026-07-20", "committee-report")
    assert table(found) == "\n○ 2025 by 2026-03-31"


def test_a_system_adopted_asks_more_often() -> None:
    """Of the representatives the law wants two meetings a year, the system four."""
    data = town(packs=("consultation-4321",), since="2026-01-01")
    assert strip(track(data, "2026-07-20", "representatives-meeting", "")) == "○○◐"
    assert track(data, "2026-07-20", "representatives-meeting", "").about.standing is Standing.SYSTEM
    assert strip(track(data, "2026-07-20", "joint-meeting", "")) == "○○○○○○◐"


# what was seen


def test_parts_together_cover_a_period() -> None:
    months = [
        statement("2026-04-01", "2026-04-30", "2026-05-08"),
        statement("2026-05-01", "2026-05-31", "2026-06-08"),
        statement("2026-06-01", "2026-06-30", "2026-07-08"),
    ]
    data = SHANGHAI | {"since": "2026-04-01"}
    assert table(track(town(*months, **data), "2026-07-10")) == "\n● 2026 Q2 by 2026-07-15 2026-07-08"
    assert table(track(town(*months[:2], **data), "2026-07-10")) == "\n◐ 2026 Q2 by 2026-07-15"
    assert table(track(town(*months[::2], **data), "2026-07-10")) == "\n◐ 2026 Q2 by 2026-07-15"


def test_a_year_covers_its_quarters_when_it_comes() -> None:
    year = statement("2025-01-01", "2025-12-31", "2026-02-10")
    found = track(town(year, jurisdiction="CN-SH", since="2025-01-01"), "2026-02-20")
    assert [turn.late for turn in found.turns] == [225, 133, 41, 0]
    assert strip(track(town(year, jurisdiction="CN-SH", since="2025-01-01"), "2026-02-09")) == "○○○◐"


def test_one_day_short_covers_nothing() -> None:
    found = track(
        town(statement("2026-04-01", "2026-06-29", "2026-07-08"), **SHANGHAI | {"since": "2026-04-01"}), "2026-07-10"
    )
    assert strip(found) == "◐"


@pytest.mark.parametrize(
    "record",
    [
        statement(*Q2, "2026-07-10", withdrawn=withdrawn("2026-07-12")),
        statement(*Q2, "2026-07-10", fund="maintenance"),
        statement(*Q2, "2026-07-10", estate="oak"),
        notice("2026-07-10", "maintenance-fund-statement", covers=period(*Q2)),
    ],
    ids=["withdrawn", "other fund", "other estate", "other duty"],
)
def test_what_shows_nothing(record: Record) -> None:
    estates = (estate(**ASSEMBLED), estate("oak", provider="provider"))
    assert strip(track(town(record, estates=estates, jurisdiction="CN-SH", since="2026-04-01"), "2026-07-20")) == "○"


def test_any_record_may_disclose() -> None:
    data = SHANGHAI | {"since": "2026-04-01"}
    covering = notice("2026-07-10", "common-income-statement", covers=period(*Q2))
    dated = notice("2026-06-30", "common-income-statement")
    for record in (covering, dated):
        assert strip(track(town(record, **data), "2026-07-20")) == "●"


def test_a_meeting_counts_in_its_period_if_it_was_held() -> None:
    data = {"packs": ("consultation-4321",), "since": "2026-04-01"}
    records = [
        meeting("2026-04-30", "joint", "2026-05-06"),
        meeting("2026-05-20", "joint", state="cancelled"),
        meeting("2026-06-30", "joint", "2026-07-20"),
    ]
    assert (
        table(track(town(*records, **data), "2026-07-20", "joint-meeting", ""))
        == """
● 2026-04 by 2026-05-07 2026-05-06
○ 2026-05 by 2026-06-08
● 2026-06 by 2026-07-07 2026-07-20 +13
◐ 2026-07 by 2026-08-07"""
    )


# other cadences


def test_two_months_count_from_the_last_meeting() -> None:
    records = [meeting("2026-02-10", "owners-committee"), meeting("2026-05-20", "owners-committee")]
    data = {"jurisdiction": "CN-SH", "since": "2026-01-01"}
    found = track(town(*records, **data), "2026-07-21", "committee-meeting")
    assert [(turn.period.start, turn.due, turn.state, turn.late) for turn in found.turns] == [
        (day("2026-01-01"), day("2026-03-02"), State.DISCLOSED, 0),
        (day("2026-02-10"), day("2026-04-10"), State.DISCLOSED, 40),
        (day("2026-05-20"), day("2026-07-20"), State.NOT_SEEN, 0),
    ]
    assert track(town(*records, **data), "2026-07-20", "committee-meeting").state is State.DUE


def test_after_an_exemption_two_months_begin_anew() -> None:
    exemption = Exemption(duty="committee-meeting", reason="", until=day("2026-05-31"))
    data = town(jurisdiction="CN-SH", since="2024-01-01", exemptions=(exemption,))
    found = track(data, "2026-07-20", "committee-meeting")
    assert [(turn.due, turn.state) for turn in found.turns] == [(day("2026-07-31"), State.DUE)]


@pytest.mark.parametrize(
    ("today", "reported", "expected"),
    [
        ("2025-12-30", "", []),
        ("2025-12-31", "", [State.DUE]),
        ("2026-03-31", "", [State.DUE]),
        ("2026-04-01", "", [State.NOT_SEEN]),
        ("2026-04-01", "2026-03-20", [State.DISCLOSED]),
        ("2026-04-01", "2026-04-05", [State.NOT_SEEN]),
    ],
)
def test_a_term_that_ends_is_reported_five_months_before(today: str, reported: str, expected: list[State]) -> None:
    ending = term("2023-09-01", "2026-08-31", reelection_reported_on=day(reported) if reported else None)
    committee = Body(id="oc", name="oc", kind="owners-committee", estate="elm", term=ending)
    found = tracks(town(jurisdiction="CN-SH", bodies=(committee,)), today).get(("reelection-report", "elm"))
    assert [turn.state for turn in found.turns] == expected if found else expected == []


def test_the_audit_of_a_term_is_due_a_month_after_the_election() -> None:
    elected = term("2025-09-01", "2028-08-31", elected_on=day("2025-08-20"))
    committee = Body(id="oc", name="oc", kind="owners-committee", estate="elm", term=elected)
    shown = notice("2025-10-09", "term-audit", publisher="oc", covers=period("2022-09-01", "2025-08-31"))
    for records, expected in (((), "○"), ((shown,), "●")):
        assert (
            strip(track(town(*records, jurisdiction="CN-SH", bodies=(committee,)), "2026-01-10", "term-audit"))
            == expected
        )


def test_a_list_stands_for_good() -> None:
    data = {"jurisdiction": "CN-SH", "since": "2024-01-01"}
    item = IncomeItem(id="ads", item="", location="")
    listed = estate(**ASSEMBLED, income_items=(item,))
    assert table(track(town(estates=(listed,), **data), "2026-07-20", "common-income-items")) == (
        "\n● since 2026-04-01 by 2026-05-06"
    )
    for today, state in (("2026-05-06", "◐"), ("2026-05-07", "○")):
        assert strip(track(town(**data), today, "common-income-items")) == state
    assert ("common-income-items", "elm") not in tracks(town(**data), "2026-03-31")
    assert ("common-income-items", "elm") not in tracks(town(**data), "2031-01-01")


# for every day


def _town(months: list[int], delays: list[int], place: str) -> Dataset:
    """Statements of quarters and half-years, some late, some missing."""
    records = []
    for index, (month, delay) in enumerate(zip(months, delays, strict=True)):
        first = datetime.date(2025 + month // 12, month % 12 + 1, 1)
        last = first + datetime.timedelta(days=89 + index % 3)
        published = last + datetime.timedelta(days=delay)
        records.append(statement(str(first), str(last), str(published), estate="elm"))
    return town(*{one.id: one for one in records}.values(), jurisdiction=place, since="2025-01-01", bodies=BODIES)


towns = st.integers(0, 6).flatmap(
    lambda size: st.builds(
        _town,
        st.lists(st.integers(0, 23), min_size=size, max_size=size),
        st.lists(st.integers(0, 200), min_size=size, max_size=size),
        st.sampled_from(["CN", "CN-SH", "CN-BJ", "CN-ZJ-HZ"]),
    )
)
days = st.dates(datetime.date(2025, 1, 1), datetime.date(2028, 12, 31))


@given(towns, days)
def test_every_period_comes_once_and_in_order(data: Dataset, today: datetime.date) -> None:
    for one in clock(data, Today(today)):
        ends = [turn.period.until for turn in one.turns]
        assert ends == sorted(set(ends))
        assert all(turn.state in State for turn in one.turns)
        assert one.overdue == [turn for turn in one.turns if turn.state is State.NOT_SEEN]


@given(towns, days, st.integers(0, 400))
def test_what_is_settled_stays_settled(data: Dataset, today: datetime.date, later: int) -> None:
    """A period disclosed stays so; one not seen can only be disclosed later; what is due becomes one of the two."""
    may_become = {
        State.DISCLOSED: {State.DISCLOSED},
        State.NOT_SEEN: {State.NOT_SEEN, State.DISCLOSED},
        State.DUE: {State.DUE, State.NOT_SEEN, State.DISCLOSED},
        State.NOT_APPLICABLE: {State.NOT_APPLICABLE},
        State.NOT_YET: {State.NOT_YET, State.DISCLOSED},
    }
    calendar = {"common-income-statement", "maintenance-fund-statement", "provider-report", "representatives-meeting"}
    after = {(one.key, one.subject): one for one in clock(data, Today(today + datetime.timedelta(days=later)))}
    for one in clock(data, Today(today)):
        then = {turn.period: turn.state for turn in after[one.key, one.subject].turns} if one.key in calendar else {}
        for turn in one.turns if one.key in calendar else ():
            assert then[turn.period] in may_become[turn.state]


@given(towns, days, st.integers(0, 400))
def test_the_clock_stands_still_until_it_says_so(data: Dataset, day_: datetime.date, later: int) -> None:
    today = Today(day_)
    shown = clock(data, today)
    then = min(today.fresh_until, day_ + datetime.timedelta(days=later))
    assert clock(data, Today(then)) == shown
