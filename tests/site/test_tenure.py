"""Terms and contracts over time."""

from datetime import date

from noticeboard.records.bodies import Bodies, Body, Contract, Post
from noticeboard.records.community import Community, Estate
from noticeboard.records.dataset import Dataset
from noticeboard.site import tenure
from noticeboard.site.board import Board
from noticeboard.today import Today

ESTATE = Estate(id="north", name="北园", buildings=())
COMMUNITY = Community(name="榆社区", summary="一句话。", region="某地", jurisdiction="CN", estates=(ESTATE,))
LEFT = Post(role="主任", holder="王*", until=date(2025, 6, 30))
STAYS = Post(role="副主任", holder="李*", since=date(2023, 1, 1))


def board(*contracts: Contract) -> Board:
    bodies = (
        Body(id="rc", name="居委会", kind="residents-committee"),
        Body(id="oc", name="业委会", kind="owners-committee", estate="north", posts=(LEFT, STAYS)),
        Body(id="old", name="前物业", kind="property-service-provider", estate="north", until=date(2025, 1, 1)),
    )
    dataset = Dataset("elm", COMMUNITY, Bodies(bodies=bodies, contracts=contracts))
    return Board(dataset, [], Today(date(2026, 7, 20)))


def contract(start: date, until: date | None, ended: date | None = None) -> Contract:
    return Contract(provider="old", estate="north", start=start, until=until, ended_on=ended)


def test_the_communitys_bodies_come_first_and_former_ones_apart() -> None:
    shown = tenure.bodies(board())
    assert [(ground.name, [seat.body.id for seat in ground.seats]) for ground in shown["grounds"]] == [
        ("榆社区", ["rc"]),
        ("北园", ["oc"]),
    ]
    assert [seat.body.id for seat in shown["former"]] == ["old"]


def test_posts_that_are_over_stand_apart() -> None:
    (seat,) = tenure.bodies(board())["grounds"][1].seats
    assert (seat.posts, seat.former) == ((STAYS,), (LEFT,))


def test_gaps_between_contracts_show() -> None:
    early = contract(date(2020, 1, 1), date(2023, 12, 31), ended=date(2023, 6, 30))
    late = contract(date(2024, 1, 1), date(2026, 12, 31))
    ((estate, spells),) = tenure.bodies(board(late, early))["contracts"]
    assert estate == "北园"
    assert [(one.start, one.until, one.contract) for one in spells] == [
        (date(2024, 1, 1), date(2026, 12, 31), late),
        (date(2023, 7, 1), date(2023, 12, 31), None),
        (date(2020, 1, 1), date(2023, 6, 30), early),
    ]


def test_after_the_last_contract_there_is_none() -> None:
    ((_, spells),) = tenure.bodies(board(contract(date(2020, 1, 1), date(2023, 12, 31))))["contracts"]
    assert (spells[0].start, spells[0].until, spells[0].contract) == (date(2024, 1, 1), None, None)
