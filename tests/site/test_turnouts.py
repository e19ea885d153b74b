"""How many took part, one vote after the other."""

from noticeboard.check import check_community
from noticeboard.site import turnouts
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.sample import DAY
from tests.site.workshop import REPOSITORY


def test_votes_of_one_decider_stand_together_the_latest_first_with_exact_shares() -> None:
    checked = check_community(REPOSITORY / "data", "tangxi", Today(DAY))
    assert checked.dataset
    owners = next(
        one for one in turnouts.series(Board(checked.dataset, [], Today(DAY))) if one.decider == "owners-assembly"
    )
    days = [vote.day for vote in owners.votes]
    assert days == sorted(days, reverse=True)
    assert [
        (str(vote.day), vote.voted, vote.entitled, vote.share) for vote in owners.votes if vote.day.year == 2018
    ] == [("2018-05-13", 79, 90, "87.78%")]
