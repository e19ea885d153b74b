"""What holds for all money, votes and dates, by random examples against independent computations."""

import datetime
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.findings import Finding, Severity
from noticeboard.reading.load import Places, read_community
from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.count import Count
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Period, Record
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.records.statement import Ledger, Statement, yuan
from noticeboard.rules import periods, statements, votes
from noticeboard.rules.rule import Breach, Rule
from noticeboard.rules.run import run
from noticeboard.today import Today
from tests.everything_wrong import DATA

DAY = datetime.date(2026, 7, 20)
FIRST = datetime.date(2020, 1, 1)
fen = st.integers(-(10**12), 10**12)
days = st.dates(datetime.date(2015, 1, 1), datetime.date(2040, 1, 1))


def dataset(*records: Record, ledgers: dict[str, Ledger] | None = None) -> Dataset:
    community = Community(
        name="榆树社区", summary="一个小区。", region="某市", jurisdiction="CN",
        estates=(Estate(id="north", name="北园", buildings=(Building(id="n1", name="1号楼"),)),),
    )  # fmt: skip
    bodies = Bodies(bodies=(Body(id="committee", name="业主委员会", kind="owners-committee"),))
    return Dataset("elm", community, bodies, records=records, ledgers=ledgers)


def envelope(record_id: str) -> dict[str, Any]:
    return {
        "id": record_id,
        "title": "题",
        "publisher": "committee",
        "date": DAY,
        "published": DAY,
        "summary": "一句。",
    }


def a_statement(record_id: str, first: datetime.date, last: datetime.date, **amounts: Decimal) -> Statement:
    amounts = {"opening": yuan(0), "income": yuan(0), "expense": yuan(0), "closing": yuan(0)} | amounts
    period = Period(start=first, until=last)
    return Statement(**envelope(f"finances/{record_id}"), fund="common-income", period=period, **amounts)


def breaches(rule: Rule, data: Dataset) -> list[Breach]:
    return list(rule.check(data, Today(DAY)))


# Money


@given(fen)
def test_fen_and_yuan_are_the_same_amount(amount: int) -> None:
    text = str(yuan(amount))
    assert Ledger(("income",), [[text]], [2]).incomes == [amount]
    assert Decimal(text) * 100 == amount


rows = st.lists(st.tuples(st.sampled_from(["CI.I.01", "CI.I.02.a", "CI.C.02"]), fen, fen), min_size=1, max_size=20)


def a_ledger(entries: list[tuple[str, int, int]]) -> Ledger:
    cells = [["2026-01-01", code, str(yuan(income)), str(yuan(expense))] for code, income, expense in entries]
    return Ledger(("date", "category", "income", "expense"), cells, list(range(2, len(cells) + 2)))


@given(rows)
def test_sums_of_a_ledger_are_exact(entries: list[tuple[str, int, int]]) -> None:
    ledger = a_ledger(entries)
    assert ledger.income == sum((Decimal(row[2]) for row in ledger.rows), Decimal(0))
    assert ledger.expense == sum((Decimal(row[3]) for row in ledger.rows), Decimal(0))
    for code, (income, expense) in ledger.by_category.items():
        assert yuan(income) == sum((Decimal(row[2]) for row in ledger.rows if row[1] == code), Decimal(0))
        assert yuan(expense) == sum((Decimal(row[3]) for row in ledger.rows if row[1] == code), Decimal(0))


@given(rows, fen, fen)
def test_a_slip_in_a_printed_sum_is_named_to_the_fen(
    entries: list[tuple[str, int, int]], opening: int, slip: int
) -> None:
    income, expense = sum(entry[1] for entry in entries), sum(entry[2] for entry in entries)
    closing = opening + income - expense
    printed = a_statement(
        "2026-q1", DAY, DAY, opening=yuan(opening), income=yuan(income + slip), expense=yuan(expense),
        closing=yuan(closing),
    )  # fmt: skip
    data = dataset(printed, ledgers={printed.id: a_ledger(entries)})
    wanted = [str(abs(Decimal(slip) / 100).quantize(Decimal("0.01")))] if slip else []
    assert [one.values["difference"] for one in breaches(statements.statement_income_differs, data)] == wanted
    assert [one.values["difference"] for one in breaches(statements.statement_does_not_balance, data)] == wanted
    assert breaches(statements.statement_expense_differs, data) == []


# Votes


def a_resolution(count: Count) -> Resolution:
    motion = Motion(id="1", title="题", matter="opinion-poll", result="passed", counts=(count,))
    return Resolution(**envelope("resolutions/2026-001"), decided_by="committee", decided_on=DAY, motions=(motion,))


COUNT_RULES = (
    votes.count_does_not_add_up, votes.count_exceeds_entitled, votes.returned_differs, votes.more_returned_than_issued,
    votes.count_not_whole,
)  # fmt: skip


def broken_rules(count: Count) -> set[str]:
    data = dataset(a_resolution(count))
    return {rule.id for rule in COUNT_RULES if breaches(rule, data)}


ballot = st.frozensets(st.sampled_from(["甲", "乙", "丙"]), max_size=2)


@given(st.lists(ballot, min_size=1, max_size=40), st.integers(0, 5), st.integers(0, 5))
def test_ballots_counted_one_by_one_add_up(ballots: list[frozenset[str]], unreturned: int, kept: int) -> None:
    """An empty ballot is invalid; one may choose up to two options."""
    valid = [one for one in ballots if one]
    tally = Counter(option for one in valid for option in one)
    count = Count(
        unit="ballots", entitled=Decimal(len(ballots) + unreturned + kept), issued=Decimal(len(ballots) + unreturned),
        returned=Decimal(len(ballots)), valid=Decimal(len(valid)), invalid=Decimal(len(ballots) - len(valid)),
        votes_per_ballot=2, complete=True, options={option: Decimal(votes) for option, votes in tally.items()},
    )  # fmt: skip
    assert broken_rules(count) == set()


areas = st.lists(st.tuples(st.sampled_from(["同意", "反对", "弃权"]), st.integers(1, 10**7)), min_size=1, max_size=30)


@given(areas, st.integers(-(10**6), 10**6))
def test_areas_are_compared_exactly(cast: list[tuple[str, int]], slip: int) -> None:
    """Each flat votes with its area in ten-thousandths of a square metre; one slip in the total is always found."""
    tally: Counter[str] = Counter()
    for option, area in cast:
        tally[option] += area
    took_part = sum(area for _, area in cast)
    options = {option: Decimal(area).scaleb(-4) for option, area in tally.items()}
    count = Count(unit="area", took_part=Decimal(took_part + slip).scaleb(-4), complete=True, options=options)
    assert broken_rules(count) == ({"count-does-not-add-up"} if slip else set())


@given(areas)
def test_counts_not_declared_complete_need_not_add_up(cast: list[tuple[str, int]]) -> None:
    options = {option: Decimal(area) for option, area in cast}
    assert broken_rules(Count(unit="area", took_part=sum(options.values()) + 1, options=options)) == set()


# Periods


@given(st.lists(st.tuples(st.integers(1, 400), fen), min_size=3, max_size=12), st.data())
def test_periods_that_follow_each_other(spans: list[tuple[int, int]], data: st.DataObject) -> None:
    series, begin, balance = [], FIRST, 0
    for number, (length, income) in enumerate(spans):
        last = begin + datetime.timedelta(days=length - 1)
        amounts = {"opening": yuan(balance), "income": yuan(income), "closing": yuan(balance + income)}
        series.append(a_statement(f"{number:02}", begin, last, **amounts))
        begin, balance = last + datetime.timedelta(days=1), balance + income
    rules = (periods.opening_differs_from_closing, periods.periods_overlap, periods.period_gap)
    assert not any(breaches(rule, dataset(*series)) for rule in rules)
    lost = data.draw(st.integers(1, len(series) - 2))
    (gap,) = breaches(periods.period_gap, dataset(*series[:lost], *series[lost + 1 :]))
    assert gap.record == series[lost + 1].id
    assert gap.values["days"] == str(spans[lost][0])


def _clash(one: Statement, other: Statement) -> bool:
    """Whether two periods share days and neither holds the other whole."""
    mine, theirs = (
        {day.period.start + datetime.timedelta(days=i) for i in range((day.period.until - day.period.start).days + 1)}
        for day in (one, other)
    )
    return mine == theirs or bool(mine & theirs and mine - theirs and theirs - mine)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), min_size=2, max_size=8))
def test_overlaps_are_found_as_by_comparing_all_with_all(spans: list[tuple[int, int]]) -> None:
    begins = [(FIRST + datetime.timedelta(days=start), datetime.timedelta(days=length)) for start, length in spans]
    series = [a_statement(f"{i:02}", begin, begin + length) for i, (begin, length) in enumerate(begins)]
    clashes = any(_clash(one, other) for i, one in enumerate(series) for other in series[:i])
    assert bool(breaches(periods.periods_overlap, dataset(*series))) == clashes


# The date


def _judged(day: datetime.date) -> tuple[list[Finding], Today]:
    today = Today(day)
    return run(WRONG, today, Places(DATA)).findings, today


WRONG = read_community(DATA, "rules").dataset or dataset()


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


@settings(max_examples=25, deadline=None)
@given(days)
def test_errors_never_depend_on_the_date(day: datetime.date) -> None:
    assert _errors(_judged(day)[0]) == _errors(_judged(DAY)[0])


@settings(max_examples=25, deadline=None)
@given(days, st.data())
def test_judgement_holds_as_long_as_it_says(day: datetime.date, data: st.DataObject) -> None:
    found, today = _judged(day)
    later = data.draw(st.dates(day, min(today.fresh_until, datetime.date(2100, 1, 1))))
    assert _judged(later)[0] == found
