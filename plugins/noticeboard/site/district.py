"""What a district compares: assemblies, terms, findings; and estates of a kind with each other, never few of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from msgspec import structs

from noticeboard.law import profile
from noticeboard.law.profile import Profile
from noticeboard.law.supervision import is_overdue
from noticeboard.law.terms import vacant
from noticeboard.records.bodies import Contract
from noticeboard.records.community import Estate
from noticeboard.site.board import Board
from noticeboard.site.summary import EstateFacts, Late, Summary, Term

LEAST_COMPARED = 5
"""A convention of this portal: of fewer estates of a kind each could be told apart, and none is typical."""


def told(board: Board, summary: Summary) -> Summary:
    """The summary of a community with what the district asks of it."""
    packs = tuple((code, str(board.community.adopted.get(code, ""))) for code in board.community.packs)
    facts = tuple(_facts(board, estate) for estate in board.community.estates)
    return structs.replace(summary, estate_facts=facts, expired=_expired(board), late=_late(board), packs=packs)


def _facts(board: Board, estate: Estate) -> EstateFacts:
    assembly = estate.owners_assembly
    contract = _contract(board, estate)
    return EstateFacts(
        name=estate.name,
        established_on=str(assembly.established_on or "") if assembly else "",
        none_because=assembly.none_because if assembly else "",
        lifts=any(building.lifts for building in estate.buildings),
        management=estate.management,
        fee_basis=contract.fee_basis if contract else "",
        fee=str(contract.fee) if contract and contract.fee is not None else "",
        income_per_household=_income(board, estate),
    )


def _contract(board: Board, estate: Estate) -> Contract | None:
    """The contract in force today."""
    for one in board.dataset.contracts:
        if one.estate == estate.id and board.today.is_within(one.start, one.ended_on or one.until):
            return one
    return None


def _income(board: Board, estate: Estate) -> str:
    """The balance of common income by household, in yuan; empty where either is not known."""
    statements = board.dataset.standing.get((estate.id, "common-income"), ())
    if not statements or not estate.households:
        return ""
    return f"{statements[-1].closing / estate.households:.2f}"


def _expired(board: Board) -> tuple[Term, ...]:
    """Terms that are over without a successor."""
    return tuple(
        Term(body=one.body.name, url=f"bodies/index.html#{one.body.id}", since=str(one.since))
        for one in vacant(board.dataset, board.today)
    )


def _late(board: Board) -> tuple[Late, ...]:
    """Findings of supervision that wait beyond their day."""
    return tuple(
        Late(title=one.title, url=f"{one.id}/index.html", body=board.body(one.concerns))
        for one in board.dataset.supervision_findings
        if is_overdue(one, board.today)
    )


class Peer(NamedTuple):
    """An estate among its like."""

    community: str
    name: str
    fee: str
    income_per_household: str


class Group(NamedTuple):
    """Estates of a kind: with lifts or without, paid for in one way. Of too few only `size` is told."""

    lifts: bool
    fee_basis: str
    size: int
    peers: Sequence[Peer]
    fee: str
    income_per_household: str


def groups(summaries: Iterable[Summary]) -> list[Group]:
    """Like with like; the figures of a group are medians."""
    found: defaultdict[tuple[bool, str], list[Peer]] = defaultdict(list)
    for one in summaries:
        for estate in one.estate_facts:
            if estate.fee:
                peer = Peer(one.name, estate.name, estate.fee, estate.income_per_household)
                found[estate.lifts, estate.fee_basis].append(peer)
    return [_group(lifts, basis, peers) for (lifts, basis), peers in sorted(found.items())]


def _group(lifts: bool, basis: str, peers: list[Peer]) -> Group:
    if len(peers) < LEAST_COMPARED:
        return Group(lifts, basis, len(peers), (), "", "")
    ordered = sorted(peers, key=lambda one: Decimal(one.fee))
    fee = _median(one.fee for one in peers)
    return Group(lifts, basis, len(peers), ordered, fee, _median(one.income_per_household for one in peers))


def _median(figures: Iterable[str]) -> str:
    known = [Decimal(one) for one in figures if one]
    return f"{median(known):.2f}" if len(known) >= LEAST_COMPARED else ""


class Adopted(NamedTuple):
    """A system and the communities that follow it, each with since when, as text."""

    system: Profile
    by: Sequence[tuple[str, str, str]]


def adopted(summaries: Iterable[Summary]) -> list[Adopted]:
    """Every system that some community follows: slug, name, since."""
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in summaries:
        for code, since in one.packs:
            found[code].append((one.slug, one.name, since))
    systems = ((code, profile.system(code)) for code in sorted(found))
    return [Adopted(system, found[code]) for code, system in systems if system]
