"""Votes and attendance: every count adds up."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from noticeboard import schemas
from noticeboard.findings import Field, quoted
from noticeboard.records.count import ZERO, Count, agreeing
from noticeboard.records.dataset import Dataset
from noticeboard.records.election import Election
from noticeboard.records.envelope import Record
from noticeboard.records.meeting import Attendance
from noticeboard.records.resolution import Motion, Resolution
from noticeboard.rules.rule import ERROR, Breach, Words, at, compared, rounded, rule
from noticeboard.today import Today

WHOLE = frozenset({"owners", "persons", "households", "ballots"})
"""Units that are counted one by one, and never measured."""

NUMBERS = ("entitled", "issued", "returned", "valid", "invalid", "took_part")


def _motions(dataset: Dataset) -> Iterator[tuple[Record, Field, Motion]]:
    for resolution in dataset.resolutions:
        for index, motion in enumerate(resolution.motions):
            yield resolution, ("motions", index), motion


def counts(dataset: Dataset) -> Iterator[tuple[Record, Field, Count]]:
    """Every count of every vote, and where it stands."""
    for resolution, field, motion in _motions(dataset):
        for place, count in enumerate(motion.counts):
            yield resolution, (*field, "counts", place), count
    for review in dataset.reviews:
        for place, count in enumerate(review.ballots):
            yield review, ("ballots", place), count
    for election in dataset.elections:
        yield from _of_election(election)


def _of_election(election: Election) -> Iterator[tuple[Record, Field, Count]]:
    for place, count in enumerate(election.counts):
        yield election, ("counts", place), count
    for index, office in enumerate(election.offices):
        for place, count in enumerate(office.counts):
            yield election, ("offices", index, "counts", place), count


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-05")
def count_does_not_add_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The options of a complete count do not add up to the ballots.

    Votes are missing or were counted twice. Where one ballot may choose several
    options, their sum may be anything up to that many times the ballots.
    """
    for record, field, count in counts(dataset):
        ballots = count.ballots
        if not count.complete or ballots is None:
            continue
        most = ballots * count.votes_per_ballot
        if count.cast > most or (count.votes_per_ballot == 1 and count.cast != most):
            words = _whole(count) | _about(record, field, count)
            yield at(record, *field, "options", **words, **compared(most, count.cast))


def _about(record: Record, field: Field, count: Count) -> dict[str, Words]:
    """Which count it is: of which motion, in which unit."""
    zh, en = schemas.labels()["count.unit"][count.unit]
    if isinstance(record, Resolution):
        motion = quoted(record.motions[int(field[1])].title)
        return {"about_zh": Words(f"表决项“{motion}”按{zh}计"), "about_en": Words(f"the motion “{motion}” in {en}")}
    kind = "选票" if isinstance(record, Election) else "评议票"
    return {"about_zh": Words(f"{kind}按{zh}计"), "about_en": Words(f"the ballots in {en}")}


def _whole(count: Count) -> dict[str, Words]:
    """What the options must add up to, with the names of the fields in brackets."""
    if count.valid is not None:
        zh, en, fields = "有效票", "valid", "valid"
    elif count.took_part is not None:
        zh, en, fields = "参与表决", "took part", "took_part"
    else:
        zh, en, fields = "收回", "returned", "returned"
    if count.valid is None and count.invalid:
        zh, en, fields = f"{zh}减去无效", f"{en} less invalid", f"{fields} − invalid"
    if count.votes_per_ballot != 1:
        times = count.votes_per_ballot
        zh, en, fields = (
            f"{zh}乘以每票可选 {times} 项",
            f"{en} times {times} votes a ballot",
            f"{fields}，votes_per_ballot",
        )
    return {"whole_zh": Words(f"{zh}（{fields}）"), "whole_en": Words(f"{en} ({fields.replace('，', ', ')})")}


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-05")
def count_exceeds_entitled(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More took part, or were deemed to, than are entitled.

    Someone voted twice or the total is out of date.
    """
    for record, field, count in counts(dataset):
        voted = _voted(count) + count.deemed_total
        if count.entitled is not None and voted > count.entitled:
            yield at(record, *field, "entitled", **compared(count.entitled, voted))


def _voted(count: Count) -> Decimal:
    """Those who voted: as stated, else as returned, else as the options show."""
    for stated in (count.took_part, count.returned):
        if stated is not None:
            return stated
    return count.cast if count.votes_per_ballot == 1 else ZERO


@rule(ERROR, acknowledgeable=True, catalogue="REV-03")
def returned_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Valid and invalid ballots do not add up to those returned.

    A ballot that came back is one or the other.
    """
    for record, field, count in counts(dataset):
        if count.returned is None or count.valid is None or count.invalid is None:
            continue
        if count.valid + count.invalid != count.returned:
            values = {"valid": count.valid, "invalid": count.invalid}
            yield at(record, *field, "returned", **values, **compared(count.returned, count.valid + count.invalid))


@rule(ERROR, acknowledgeable=True, catalogue="REV-03")
def more_returned_than_issued(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More ballots came back than were given out.

    Some of them are not ours.
    """
    for record, field, count in counts(dataset):
        if count.issued is not None and count.returned is not None and count.returned > count.issued:
            yield at(record, *field, "returned", returned=count.returned, issued=count.issued)


@rule(ERROR, acknowledgeable=True)
def count_not_whole(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A count of people, households or ballots has a fraction.

    Half a household cannot vote; most likely an area stands where heads belong.
    Votes that are weighted have the unit weight.
    """
    for record, field, count in counts(dataset):
        if count.unit not in WHOLE:
            continue
        for place, number in _numbers(count):
            if number % 1:
                yield at(record, *field, *place, found=number, unit=count.unit)


def _numbers(count: Count) -> Iterator[tuple[Field, Decimal]]:
    for name in NUMBERS:
        number: Decimal | None = getattr(count, name)
        if number is not None:
            yield (name,), number
    yield from ((("options", option), votes) for option, votes in count.options.items())
    yield from ((("deemed", option), votes) for option, votes in count.deemed.items())


@rule(ERROR)
def chosen_option_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """What was chosen is not among the options that were counted.

    The winner must be found in the count by the same name.
    """
    for record, field, motion in _motions(dataset):
        options = {option for count in motion.counts for option in (*count.options, *count.deemed)}
        for index, chosen in enumerate(motion.chosen if options else ()):
            if chosen not in options:
                yield at(record, *field, "chosen", index, found=chosen)


@rule(ERROR, acknowledgeable=True)
def seats_exceeded(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More were chosen than there are seats.

    Those who share the last seat with equal votes may all be chosen.
    """
    for record, field, motion in _motions(dataset):
        if motion.seats is not None and len(motion.chosen) > motion.seats and not _tied(motion, motion.seats):
            yield at(record, *field, "chosen", seats=motion.seats, chosen=len(motion.chosen))


def _tied(motion: Motion, seats: int) -> bool:
    """Whether in some count the last seat was won by equal votes of all who are over."""
    for count in motion.counts:
        votes = sorted((count.options.get(chosen, ZERO) for chosen in motion.chosen), reverse=True)
        if seats > 0 and votes[seats - 1] == votes[-1] > 0:
            return True
    return False


@rule(ERROR, acknowledgeable=True)
def attendance_exceeds_entitled(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More were present than should attend.

    Guests and observers are not of the group; they stand under `observers`.
    """
    for meeting in dataset.meetings:
        for index, group in enumerate(meeting.attendance):
            if group.entitled is None:
                continue
            entitled = group.entitled - (group.excluded or ZERO)
            if group.present > entitled:
                yield at(
                    meeting, "attendance", index, "present", group=group.group, present=group.present, entitled=entitled
                )


@rule(ERROR, acknowledgeable=True)
def attendance_does_not_add_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Those in person, by proxy and online are more than all present.

    Present means all of them together.
    """
    for meeting in dataset.meetings:
        for index, group in enumerate(meeting.attendance):
            parts = sum((part or ZERO for part in (group.in_person, group.by_proxy, group.online)), ZERO)
            if parts > group.present:
                yield at(meeting, "attendance", index, "present", group=group.group, **compared(group.present, parts))


@rule(ERROR, acknowledgeable=True, catalogue="VOTE-09")
def printed_vote_share_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed share of a vote is none that its figures give.

    It may be the share of votes in favour or of those who took part, of whichever
    whole; compared with the decimals that were printed, rounded half up.
    """
    for record, field, motion in _motions(dataset):
        for place, count in enumerate(motion.counts):
            printed = count.printed_rate
            shares = [] if printed is None else [rounded(100 * share, printed) for share in _shares(count)]
            if printed is not None and shares and printed not in shares:
                nearest = min(shares, key=lambda share: abs(share - printed))
                yield at(record, *field, "counts", place, "printed_rate", **compared(printed, nearest))


def _shares(count: Count) -> Iterator[Fraction]:
    """Every share that a sheet may print for a count, with and without deemed votes."""
    for deemed in (False, True):
        more = count.deemed_total if deemed else ZERO
        took_part = None if count.voted is None else count.voted + more
        agreed = agreeing([*count.options.items(), *(count.deemed.items() if deemed else ())])
        valid = None if count.ballots is None else count.ballots + more
        parts = count.options.values() if agreed is None else (agreed,)
        pairs = [(part, whole) for part in parts for whole in (took_part, valid, count.entitled)]
        for part, whole in [(took_part, count.entitled), *pairs]:
            if part is not None and whole:
                yield Fraction(part) / Fraction(whole)


@rule(ERROR, acknowledgeable=True)
def printed_turnout_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed turnout is not what the attendance gives.

    Compared with the decimals that were printed, rounded half up.
    """
    for meeting in dataset.meetings:
        for index, group in enumerate(meeting.attendance):
            turnout = _turnout(group)
            if group.printed_rate is None or turnout is None:
                continue
            recounted = rounded(100 * turnout, group.printed_rate)
            if recounted != group.printed_rate:
                values = {"group": group.group, **compared(group.printed_rate, recounted)}
                yield at(meeting, "attendance", index, "printed_rate", **values)


def _turnout(group: Attendance) -> Fraction | None:
    entitled = (group.entitled or ZERO) - (group.excluded or ZERO)
    return Fraction(group.present) / Fraction(entitled) if entitled > 0 else None
