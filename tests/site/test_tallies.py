"""Counts as pages show them."""

from decimal import Decimal

from noticeboard.records.count import Count
from noticeboard.records.meeting import Attendance
from noticeboard.site.tallies import latest_and_earlier, tally, turnout

YES, NO = "同意", "反对"


def count(unit: str = "owners", **figures: object) -> Count:
    options = {YES: Decimal(58), NO: Decimal(6), "弃权": Decimal(5)}
    return Count(unit=unit, **{"options": options, "took_part": Decimal(69), "entitled": Decimal(90), **figures})  # type: ignore[arg-type]


def test_shares_are_of_those_who_took_part() -> None:
    shown = tally(count())
    assert (shown.base, shown.whole, shown.turnout) == ("took_part", 69, "76.67%")
    assert [choice.share for choice in shown.choices] == ["84.06%", "8.70%", "7.25%"]
    assert [piece.width for piece in shown.segments] == [84.06, 8.7, 7.25]


def test_shares_are_of_all_where_the_original_divides_by_all() -> None:
    shown = tally(count(), "entitled")
    assert (shown.base, shown.choices[0].share) == ("entitled", "64.44%")
    assert sum(piece.width for piece in shown.segments) < 77


def test_deemed_votes_stand_apart_in_the_same_bar() -> None:
    shown = tally(count(deemed={"从众": Decimal(21)}))
    assert [(choice.option, choice.votes) for choice in shown.deemed] == [("从众", 21)]
    assert [piece.label for piece in shown.segments] == ["1", "2", "3", "deemed"]
    assert shown.choices[0].share == "84.06%"
    assert shown.segments[0].width == 64.44


def test_a_ballot_for_several_has_a_bar_for_each() -> None:
    shown = tally(count(votes_per_ballot=5))
    assert shown.segments == ()
    assert shown.choices[0].width == 84.06


def test_words_alone_have_no_shares() -> None:
    shown = tally(Count(unit="owners"))
    assert (shown.choices, shown.segments, shown.turnout) == ((), (), "")


def test_the_final_count_holds_and_the_others_come_before() -> None:
    preliminary, final, late = (count(stage=stage) for stage in ("preliminary", "final", "recount"))
    area = count("area")
    latest, earlier = latest_and_earlier([preliminary, final, late, area])
    assert [one.of for one in latest] == [final, area]
    assert [one.of.stage for one in earlier] == ["preliminary", "recount"]


def test_of_counts_without_a_final_one_the_last_holds() -> None:
    latest, earlier = latest_and_earlier([count(stage="preliminary"), count(stage="recount")])
    assert ([one.of.stage for one in latest], [one.of.stage for one in earlier]) == (["recount"], ["preliminary"])


def test_attendance_is_of_those_entitled_less_those_excluded() -> None:
    shown = turnout(Attendance(group="委员", present=Decimal(5), entitled=Decimal(7), excluded=Decimal(1)))
    assert (shown.share, shown.width) == ("83.33%", 83.33)


def test_attendance_without_a_whole_has_no_share() -> None:
    assert turnout(Attendance(group="旁听居民", present=Decimal(36)))[1:] == ("", 0.0)
