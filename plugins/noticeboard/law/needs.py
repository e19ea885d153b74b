"""What the systems that a community adopted ask it to have, and whether it is there."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.findings import Basis
from noticeboard.law import profile
from noticeboard.law.profile import Cited, Need, Profile
from noticeboard.records.bodies import Body, Post
from noticeboard.records.dataset import Dataset
from noticeboard.today import Today


class Standing(NamedTuple):
    """A need of a system in a community, or in one `estate` of it.

    `bodies` and `rows` (lines of the register) are what was found, `lacking` names the posts or codes that were not;
    `reason` is the community's own, where it says why there is none.
    """

    system: Profile
    need: Need
    estate: str
    bodies: tuple[str, ...]
    rows: tuple[int, ...]
    lacking: tuple[str, ...]
    reason: str
    met: bool

    @property
    def open(self) -> bool:
        """Whether it is still to be done: neither there nor explained."""
        return not self.met and not self.reason

    @property
    def partly(self) -> bool:
        """Whether some of it is there, so that it is worth saying what is lacking."""
        return bool(self.lacking) and bool(self.bodies or self.rows or not (self.need.body or self.need.register))


def standings(dataset: Dataset, today: Today) -> list[Standing]:
    """Every need of every system that the community adopted, in the order of the systems."""
    systems = (profile.system(pack) for pack in dataset.community.packs)
    return [one for system in systems if system for one in of_system(dataset, today, system)]


def of_system(dataset: Dataset, today: Today, system: Profile) -> Iterator[Standing]:
    for need in system.needs:
        for estate in dataset.estate_by_id if need.per == "estate" else ("",):
            if need.register:
                yield _registered(dataset, system, need, estate)
            elif need.body:
                yield _there(dataset, today, system, need, estate)
            else:
                lacking = _vacant(need, [post for body in _in_office(dataset, today) for post in body.posts], today)
                yield Standing(system, need, estate, (), (), lacking, "", met=not lacking)


def basis_of(one: Standing) -> Basis:
    """What a need rests on."""
    need, system = one.need, one.system
    source = system.sources[need.source]
    cited = Cited(need.article, "", need.sense, need.sense_en)
    return profile.basis(system, source, cited, profile.standing_of(system, source.confidence))


def lacking(one: Standing, language: str) -> list[str]:
    """What is missing in words, each with how often it is."""
    column = schemas.columns(f"registers/{one.need.register}")[one.need.column] if one.need.column else {}
    labels = column.get("x-labels", {})
    words = {code: labels[code][language != "zh"] if code in labels else code for code in one.lacking}
    return [words[code] if times == 1 else f"{words[code]}×{times}" for code, times in Counter(one.lacking).items()]


def _in_office(dataset: Dataset, today: Today) -> list[Body]:
    """Those that are there; not one whose term ran out."""
    ends = ((body, body.until or (body.term.until if body.term else None)) for body in dataset.bodies)
    return [body for body, end in ends if not (end and today.is_past(end))]


def _there(dataset: Dataset, today: Today, system: Profile, need: Need, estate: str) -> Standing:
    """Bodies of the kind, the right number of them, with their posts."""
    found = [body for body in _in_office(dataset, today) if body.kind == need.body and _of(dataset, body, estate)]
    lacking = _vacant(need, found[0].posts if found else (), today) if need.posts else ()
    enough = len(found) >= need.least and (need.most is None or len(found) <= need.most)
    enough |= not found and need.body == PROVIDER and _manages_itself(dataset, estate)
    reason = "" if found else _reason(dataset, need, estate)
    return Standing(
        system, need, estate, tuple(body.id for body in found), (), lacking, reason, met=enough and not lacking
    )


PROVIDER = "property-service-provider"


def _manages_itself(dataset: Dataset, estate: str) -> bool:
    known = dataset.estate_by_id.get(estate)
    return known is not None and known.management == "self-managed"


def _of(dataset: Dataset, body: Body, estate: str) -> bool:
    """Whether a body is one of the community, or of an estate; a provider also by what the estate names."""
    if not estate:
        return True
    named = dataset.estate_by_id[estate].provider == body.id
    contracted = any(one.provider == body.id and one.estate == estate and not one.ended_on for one in dataset.contracts)
    return body.estate == estate or named or contracted


def _reason(dataset: Dataset, need: Need, estate: str) -> str:
    """Why an estate has no such body: what it says of its assembly."""
    known = dataset.estate_by_id.get(estate)
    owners = need.body in ("owners-committee", "owners-assembly")
    return known.owners_assembly.none_because if owners and known and known.owners_assembly else ""


def _vacant(need: Need, posts: tuple[Post, ...] | list[Post], today: Today) -> tuple[str, ...]:
    """The roles of which there are fewer than asked, each as often as it is missing."""
    held = [post.role for post in posts if not (post.until and today.is_past(post.until))]
    return tuple(
        role
        for role, least in need.posts.items()
        for _ in range(least - sum(one.startswith(role) for one in held))
    )  # fmt: skip


def _registered(dataset: Dataset, system: Profile, need: Need, estate: str) -> Standing:
    """Rows of a register, one for each of the codes that are asked."""
    register = dataset.registers.get(need.register)
    entries = list(register.entries()) if register else []
    rows = [entry for entry in entries if not need.values or entry[need.column] in need.values]
    lacking = tuple(value for value in need.values if value not in {entry[need.column] for entry in rows})
    lines = tuple(entry.line for entry in rows)
    return Standing(system, need, estate, (), lines, lacking, "", met=bool(rows) and not lacking)
