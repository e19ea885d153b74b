"""The steps of works: which belong to them, which are taken, which are due."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from noticeboard.law.works import steps
from noticeboard.records.bodies import Bodies
from noticeboard.records.community import Community
from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Emergency, Plan, PriceAudit, Project

DAY = datetime.date(2026, 5, 20)
PROJECT = Project(
    id="projects/2026-lift", title="电梯", publisher="committee", date=DAY, published=DAY, summary="大修。",
    fund="maintenance", facility="电梯", state="proposed",
)  # fmt: skip


@pytest.fixture
def told() -> Callable[..., str]:
    """The steps of a project: + taken, ! due and not taken, - neither."""

    def told(jurisdiction: str = "CN", **changes: Any) -> str:
        community = Community(name="榆树社区", summary="。", region="某市", jurisdiction=jurisdiction, estates=())
        dataset = Dataset("elm", community, Bodies(bodies=()))
        found = steps(dataset, msgspec.structs.replace(PROJECT, **changes))
        return " ".join(f"{'+' if step.taken else '!' if step.due else '-'}{step.name}" for step in found)

    return told


def test_a_proposal_has_everything_before_it(told: Callable[..., str]) -> None:
    assert told() == "!plan -decision -selection -contract -works -acceptance -settlement"


def test_steps_are_due_by_the_state_that_was_reached(told: Callable[..., str]) -> None:
    assert told(state="under-way", plan=Plan(scope="全部"), started_on=DAY) == (
        "+plan !decision !selection !contract +works -acceptance -settlement"
    )


def test_an_emergency_needs_no_plan_and_no_vote(told: Callable[..., str]) -> None:
    assert told(state="completed", emergency=Emergency(situation="lift")) == (
        "+emergency !contract !works !acceptance -settlement"
    )


@pytest.mark.parametrize("changes", [{"fund": "none"}, {"state": "dropped"}])
def test_what_others_pay_for_and_what_was_dropped_misses_nothing(
    told: Callable[..., str], changes: dict[str, str]
) -> None:
    assert told(**{"state": "settled", **changes}, completed_on=DAY) == "+works"


def test_shanghai_asks_for_a_notice_of_completion(told: Callable[..., str]) -> None:
    assert "!completion" in told("CN-SH", state="completed")


def test_shanghai_pays_in_full_by_the_price_audit(told: Callable[..., str]) -> None:
    assert "-price_audit" in told("CN-SH", state="under-way")
    assert "!price_audit" in told("CN-SH", state="settled")


@pytest.mark.parametrize(("final", "asked"), [("30000.00", False), ("30000.01", True)])
def test_hangzhou_asks_for_an_audit_above_the_exempt_sum(told: Callable[..., str], final: str, asked: bool) -> None:
    found = told("CN-ZJ-HZ", state="settled", completed_on=DAY, final_amount=Decimal(final))
    assert ("!price_audit" in found) == asked


def test_a_step_taken_is_shown_though_nobody_asks_for_it(told: Callable[..., str]) -> None:
    assert "+price_audit" in told(price_audit=PriceAudit(by="造价咨询", amount=Decimal("1.00")))
