"""The one date that everything is judged by, and how long the judgement holds."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.today import Today

DAY = datetime.date(2026, 7, 20)
YESTERDAY, TOMORROW = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def test_a_day_is_past_when_it_is_over() -> None:
    assert [Today(DAY).is_past(day) for day in (YESTERDAY, DAY, TOMORROW)] == [True, False, False]


def test_a_day_has_come_when_it_begins() -> None:
    assert [Today(DAY).has_come(day) for day in (YESTERDAY, DAY, TOMORROW)] == [True, True, False]


def test_both_ends_are_within() -> None:
    assert Today(DAY).is_within(DAY, DAY)
    assert not Today(DAY).is_within(YESTERDAY, YESTERDAY)
    assert not Today(DAY).is_within(TOMORROW, TOMORROW)
    assert Today(DAY).is_within(YESTERDAY, None)


def test_what_nobody_asked_about_the_date_holds_for_ever() -> None:
    assert Today(DAY).fresh_until == datetime.date.max


def test_what_is_settled_holds_for_ever() -> None:
    today = Today(DAY)
    today.is_past(YESTERDAY)
    today.has_come(DAY)
    assert today.fresh_until == datetime.date.max


@given(st.dates(), st.dates(), st.dates())
def test_answers_stay_the_same_until_the_day_that_is_named(
    day: datetime.date, asked: datetime.date, later: datetime.date
) -> None:
    today = Today(day)
    answers = (today.is_past(asked), today.has_come(asked))
    if day <= later <= today.fresh_until:
        assert (Today(later).is_past(asked), Today(later).has_come(asked)) == answers


@given(st.dates(max_value=datetime.date(9999, 12, 30)), st.dates())
def test_the_day_after_that_an_answer_changes(day: datetime.date, asked: datetime.date) -> None:
    today = Today(day)
    answers = (today.is_past(asked), today.has_come(asked))
    if today.fresh_until < datetime.date.max:
        after = Today(today.fresh_until + datetime.timedelta(days=1))
        assert (after.is_past(asked), after.has_come(asked)) != answers


def test_who_is_told_the_date_holds_for_that_day_only() -> None:
    today = Today(DAY)
    assert today.named() == "2026-07-20"
    assert today.fresh_until == DAY
