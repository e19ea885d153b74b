"""A system switched on in an empty community yields exactly what there is to do under it."""

import datetime

import pytest

from noticeboard.duties.agenda import agendas
from noticeboard.law import profile
from noticeboard.records.bodies import Bodies, Body
from noticeboard.records.community import Building, Community, Estate
from noticeboard.records.dataset import Dataset
from noticeboard.today import Today

DAY = datetime.date(2026, 7, 20)

EXPECTED = {
    "sanjiamache": ["party", "one-residents-committee", "owners-committees home", "providers home", "guidance"],
    "three-layers": [
        "leading", "deciding", "executing", "council-supervision", "grids", "services", "telephones", "delegated",
    ],
    "huanwuhui": ["committee", "aid"],
    "six-partners": ["six", "convenor", "boards"],
    "hongse-115": [
        "branch home", "owners-committee home", "self-management home", "supervisors home", "six-posts", "stewards",
        "partners", "two-way-list",
    ],
    "consultation-4321": ["residents-committee", "representatives", "deliberation", "supervision", "topics"],
}  # fmt: skip
"""Of a community in which there is nothing yet, not even somebody whose duties could be due."""

DUTIES = {
    "consultation-4321": ["representatives-meeting", "joint-meeting", "consultation-briefing"],
    "hongse-115": ["self-managed-accounts home"],
}  # fmt: skip
"""What is due besides, once there is a residents' committee and the estate manages itself; the review of a year that
had begun before is not."""


def community(pack: str, *bodies: Body, management: str = "entrusted") -> Dataset:
    home = Estate(id="home", name="家园", buildings=(Building(id="b1", name="1号楼"),), management=management)
    one = Community(
        name="空社区", summary="什么都还没有。", region="某市", jurisdiction="CN", estates=(home,), packs=(pack,),
        disclosing_since=datetime.date(2026, 7, 1),
    )  # fmt: skip
    return Dataset("empty", one, Bodies(bodies=bodies))


@pytest.mark.parametrize("pack", EXPECTED)
def test_an_empty_community_has_all_of_it_to_do(pack: str) -> None:
    (agenda,) = agendas(community(pack), Today(DAY))
    assert agenda.ids == EXPECTED[pack]


@pytest.mark.parametrize("pack", DUTIES)
def test_what_recurs_is_due_once_there_is_somebody_to_see_to_it(pack: str) -> None:
    kinds = ("residents-committee", "residents-supervision-committee", "self-management-group")
    bodies = [Body(id=kind, name=kind, kind=kind) for kind in kinds]
    (agenda,) = agendas(community(pack, *bodies, management="self-managed"), Today(DAY))
    assert [f"{one.key} {one.subject.estate}".strip() for one in agenda.duties] == DUTIES[pack]


def test_every_system_that_asks_for_anything_is_tried() -> None:
    asking = {code for code in profile.codes() if (one := profile.system(code)) and (one.needs or one.duties)}
    assert asking == set(EXPECTED)


def test_what_is_filled_leaves_the_agenda() -> None:
    party = Body(id="party", name="党支部", kind="party-organisation")
    (agenda,) = agendas(community("six-partners", party), Today(DAY))
    assert agenda.ids == ["six", "boards"]


def test_a_former_body_fills_nothing() -> None:
    party = Body(id="party", name="党支部", kind="party-organisation", until=datetime.date(2026, 7, 19))
    (agenda,) = agendas(community("six-partners", party), Today(DAY))
    assert "convenor" in agenda.ids
