"""A term that is over without a successor is computed, never typed."""

import datetime

from noticeboard.law.terms import vacant
from noticeboard.records.bodies import Bodies, Body, TermOfOffice
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.dataset import Dataset
from noticeboard.today import Today

LAST = datetime.date(2026, 7, 19)


def committee(name: str, start: int, until: datetime.date, estate: str = "home", ended: bool = False) -> Body:
    term = TermOfOffice(start=datetime.date(start, 1, 1), until=until)
    return Body(
        id=name, name=name, kind="owners-committee", estate=estate, term=term, until=until if ended else None
    )  # fmt: skip


def found(*bodies: Body, day: datetime.date = LAST + datetime.timedelta(days=1)) -> list[str]:
    homes = tuple(Estate(id=one, name=one, buildings=(Building(id=f"{one}-1", name="1"),)) for one in ("home", "oak"))
    community = Community(name="社区", summary="。", region="某市", jurisdiction="CN", estates=homes)
    return [one.body.id for one in vacant(Dataset("elm", community, Bodies(bodies=bodies)), Today(day))]


def test_the_day_after_its_last_a_term_is_over() -> None:
    assert found(committee("first", 2021, LAST)) == ["first"]
    assert found(committee("first", 2021, LAST), day=LAST) == []


def test_a_successor_in_the_same_estate_ends_it_and_one_elsewhere_does_not() -> None:
    first, second = committee("first", 2021, LAST, ended=True), committee("second", 2026, datetime.date(2031, 7, 19))
    assert found(first, second) == []
    assert found(first, committee("second", 2026, datetime.date(2031, 7, 19), estate="oak")) == ["first"]


def test_a_body_without_terms_is_not_judged() -> None:
    assert found(Body(id="party", name="党支部", kind="party-organisation", until=LAST)) == []
