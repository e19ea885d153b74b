"""Only like with like, and never few of them."""

from decimal import Decimal

import pytest

from noticeboard.site import district
from noticeboard.site.district import LEAST_COMPARED
from noticeboard.site.summary import EstateFacts, Summary


def estate(number: int, *, lifts: bool = True, basis: str = "lump-sum", fee: str = "") -> EstateFacts:
    return EstateFacts(
        name=f"小区{number}", established_on="", none_because="", lifts=lifts, management="", fee_basis=basis,
        fee=fee or f"{Decimal(number):.2f}", income_per_household=f"{Decimal(10 * number):.2f}",
    )  # fmt: skip


def summary(*estates: EstateFacts, packs: tuple[tuple[str, str], ...] = ()) -> Summary:
    return Summary(
        slug="elm", name="榆树社区", summary="", region="", households=0, estates=len(estates), records=0, pages=0,
        warnings=0, last_published="", by_kind={}, latest=(), titles=(), funds=(), states={}, overdue=(),
        estate_facts=estates, packs=packs,
    )  # fmt: skip


@pytest.mark.parametrize("size", range(1, LEAST_COMPARED))
def test_a_small_group_tells_its_size_and_nothing_else(size: int) -> None:
    (group,) = district.groups([summary(*map(estate, range(1, size + 1)))])
    assert (group.size, group.peers, group.fee, group.income_per_household) == (size, (), "", "")


def test_a_group_that_is_large_enough_is_ordered_and_has_its_median() -> None:
    (group,) = district.groups([summary(*map(estate, (5, 3)), packs=()), summary(*map(estate, (1, 2, 4)))])
    assert [one.fee for one in group.peers] == ["1.00", "2.00", "3.00", "4.00", "5.00"]
    assert (group.fee, group.income_per_household) == ("3.00", "30.00")


def test_estates_with_lifts_are_not_compared_with_those_without() -> None:
    several = [estate(number, lifts=number % 2 == 0) for number in range(1, 2 * LEAST_COMPARED)]
    with_lifts, without = sorted(district.groups([summary(*several)]), key=lambda one: not one.lifts)
    assert (with_lifts.size, with_lifts.peers) == (LEAST_COMPARED - 1, ())
    assert (without.size, len(without.peers)) == (LEAST_COMPARED, LEAST_COMPARED)


def test_an_estate_without_a_known_fee_is_left_out() -> None:
    one = EstateFacts(
        name="一", established_on="", none_because="", lifts=False, management="", fee_basis="", fee="",
        income_per_household="",
    )  # fmt: skip
    assert district.groups([summary(one)]) == []


def test_who_follows_a_system_is_told_with_since_when() -> None:
    (one,) = district.adopted([summary(packs=(("six-partners", "2025-09-18"),))])
    assert (one.system.title, one.by) == ("六方合伙人", [("elm", "榆树社区", "2025-09-18")])
