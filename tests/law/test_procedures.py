"""Where a matter stands in the procedure that it follows."""

import datetime

from noticeboard.law import procedures
from noticeboard.records.matter import Matter, Origin, StepLeftOut, StepTaken

DAY = datetime.date(2026, 3, 1)


def matter(*steps: tuple[str, int], left_out: tuple[str, ...] = (), closed: bool = False, follows: str = "") -> Matter:
    """One with steps taken so many days after the first of March."""
    return Matter(
        id="matters/2026-lift", title="", publisher="", date=DAY, published=DAY, summary="",
        origin=Origin(kind="visit"), follows=follows or "four-deliberations",
        steps=tuple(StepTaken(step=step, date=DAY + datetime.timedelta(days)) for step, days in steps),
        left_out=tuple(StepLeftOut(step=step, why="") for step in left_out),
        closed_on=DAY if closed else None,
    )  # fmt: skip


def missing(one: Matter) -> list[str]:
    return [step.step.id for step in procedures.progress(one) if step.missing]


def awaited(one: Matter) -> str:
    step = procedures.awaited(one)
    return step.id if step else ""


def test_nothing_is_missing_before_a_later_step_is_taken() -> None:
    one = matter(("party-propose", 0))
    assert missing(one) == []
    assert awaited(one) == "committees-deliberate"


def test_what_was_passed_over_is_missing_and_no_more_awaited() -> None:
    one = matter(("party-propose", 0), ("members-examine", 2))
    assert missing(one) == ["committees-deliberate"]
    assert awaited(one) == "representatives-resolve"


def test_a_step_left_out_for_a_reason_is_neither() -> None:
    one = matter(("party-propose", 0), left_out=("committees-deliberate",))
    assert missing(one) == []
    assert awaited(one) == "members-examine"


def test_a_closed_matter_misses_all_it_did_not_take_and_awaits_nothing() -> None:
    one = matter(("party-propose", 0), ("committees-deliberate", 1), ("members-examine", 2), closed=True)
    assert missing(one) == ["representatives-resolve", "publish-resolution", "publish-result"]
    assert awaited(one) == ""


def test_order_is_judged_against_the_latest_step_before() -> None:
    one = matter(
        ("party-propose", 5), ("committees-deliberate", 1), ("members-examine", 4), ("representatives-resolve", 5)
    )
    pairs = [(step.step, before.step) for step, before in procedures.out_of_order(one)]
    assert pairs == [("committees-deliberate", "party-propose"), ("members-examine", "party-propose")]


def test_a_procedure_that_nobody_knows_has_no_steps() -> None:
    one = matter(("party-propose", 0), follows="CN")
    assert procedures.progress(one) == []
    assert procedures.awaited(one) is None
