"""How owners vote: minutes, proxies, ballots, days of voting, petitions, and how the result is posted."""

from collections.abc import Iterator

from noticeboard.findings import Field
from noticeboard.law.assemblies import held_assemblies, is_of_our_time, owners_at, owners_in, owners_resolutions
from noticeboard.law.days import days_between, last_day_within
from noticeboard.law.governing import law_of
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.rules.rule import INFO, WARNING, Breach, at, rule
from noticeboard.today import Today


@rule(WARNING, catalogue="ASM-03", parameters=("assembly.minutes_kept",))
def assembly_minutes_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Nothing is said of minutes of an assembly that was held.

    They say what was asked and answered, and who may read them where.
    """
    law = law_of(dataset.community)
    for meeting in held_assemblies(dataset):
        asked = law.provision("assembly.minutes_kept", meeting=meeting.date)
        if asked and asked.value and not meeting.minutes:
            yield at(meeting, "state").under(asked)


@rule(WARNING, catalogue="ASM-07", parameters=("assembly.proxies_in_writing",))
def proxies_not_in_writing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Proxies voted, and it is not said that they had it in writing.

    A spoken proxy cannot be checked afterwards.
    """
    law = law_of(dataset.community)
    for meeting in held_assemblies(dataset):
        asked = law.provision("assembly.proxies_in_writing", meeting=meeting.date)
        if not asked or not asked.value or meeting.proxies_in_writing:
            continue
        for index, group in enumerate(meeting.attendance):
            if group.by_proxy and group.unit != "area":
                yield at(meeting, "attendance", index, "by_proxy", proxies=group.by_proxy).under(asked)


@rule(INFO, catalogue="ASM-08", parameters=("assembly.ballots_delivered",))
def ballots_not_all_delivered(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Ballots delivered and posted are not as many as there are owners.

    Somebody may not have known of the vote.
    """
    law = law_of(dataset.community)
    for meeting in held_assemblies(dataset):
        asked = law.provision("assembly.ballots_delivered", meeting=meeting.date)
        owners = owners_at(dataset, meeting)
        if not asked or meeting.ballots_delivered is None or owners is None:
            continue
        posted = meeting.ballots_posted or 0
        if meeting.ballots_delivered + posted != owners:
            values = {"delivered": meeting.ballots_delivered, "posted": posted, "owners": owners}
            yield at(meeting, "ballots_delivered", **values).under(asked)


@rule(WARNING, catalogue="ASM-04 ASM-09", parameters=("assembly.result_post_days",))
def assembly_result_posted_late(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An assembly's decision was posted later than the law asks.

    Owners' time to object runs while they do not know.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.result_post_days", decided_on=resolution.decided_on)
        if not asked or not is_of_our_time(dataset, resolution.decided_on):
            continue
        last = last_day_within(resolution.decided_on, asked.value)
        if resolution.published > last:
            values = {"published": resolution.published, "last": last, "days": days_between(last, resolution.published)}
            yield at(resolution, "published", **values).under(asked)


@rule(WARNING, catalogue="ASM-09", parameters=("assembly.result_hold_days",))
def assembly_result_hangs_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """An assembly's decision does not hang as long as the law asks.

    The first day does not count.
    """
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        asked = law.provision("assembly.result_hold_days", decided_on=resolution.decided_on)
        posting = resolution.posting
        if not asked or not posting or not posting.until:
            continue
        days = days_between(posting.start, posting.until)
        if days < asked.value:
            yield at(resolution, "posting", "until", days=days, needed=asked.value).under(asked)


@rule(WARNING, catalogue="VOTE-13", parameters=("assembly.vote_window_min_days",))
def voting_too_short(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Voting was open for fewer days than the law asks.

    Owners who live elsewhere would miss it.
    """
    yield from _windows(dataset, "assembly.vote_window_min_days", short=True)


@rule(WARNING, catalogue="VOTE-13", parameters=("assembly.vote_window_max_days",))
def voting_too_long(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Voting was open for more days than the law allows.

    Votes are not gathered until they suffice.
    """
    yield from _windows(dataset, "assembly.vote_window_max_days", short=False)


def _windows(dataset: Dataset, parameter: str, *, short: bool) -> Iterator[Breach]:
    law = law_of(dataset.community)
    for resolution in dataset.derive(owners_resolutions):
        if not resolution.voting:
            continue
        asked = law.provision(parameter, notice=resolution.voting.start)
        days = days_between(resolution.voting.start, resolution.voting.until)
        if asked and (days < asked.value if short else days > asked.value):
            yield at(resolution, "voting", days=days, limit=asked.value).under(asked)


@rule(WARNING, catalogue="VOTE-12", parameters=("assembly.petition_share",))
def petition_too_small(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A vote is said to be called by petition, and fewer signed than the law asks.

    The assembly may have been called all the same; the petition did not oblige anybody.
    """
    law = law_of(dataset.community)
    for record, field, signers, owners in _petitions(dataset):
        asked = law.provision("assembly.petition_share", meeting=record.date)
        if asked and owners and signers < asked.value * owners:
            needed = -(-owners * asked.value // 1)
            yield at(record, *field, signers=signers, owners=owners, needed=needed).under(asked)


def _petitions(dataset: Dataset) -> Iterator[tuple[Record, Field, int, int | None]]:
    """What owners petitioned for: how many signed, of how many."""
    for resolution in dataset.derive(owners_resolutions):
        if resolution.petition:
            yield resolution, ("petition", "signers"), resolution.petition.signers, owners_in(dataset, resolution)
    for meeting in held_assemblies(dataset):
        if meeting.convened_by == "petition" and meeting.petitioners is not None:
            yield meeting, ("petitioners",), meeting.petitioners, owners_at(dataset, meeting)
