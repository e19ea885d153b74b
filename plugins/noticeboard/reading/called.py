"""Which body is meant where its name stands instead of its id, said the way people say it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from noticeboard import schemas
from noticeboard.aliases import plain
from noticeboard.findings import Finding
from noticeboard.records.bodies import Body

MALFORMED = ("value-malformed", "cell-malformed")
MOST_PROPOSED = 3


def proposed(findings: Sequence[Finding], bodies: Sequence[Body]) -> list[Finding]:
    """The findings, those about an id of a body with the ids that may be meant."""
    title = schemas.scalars()["body"]["title"]
    return [
        _proposed(one, bodies) if one.rule in MALFORMED and one.values["right_zh"].startswith(title) else one
        for one in findings
    ]


def _proposed(one: Finding, bodies: Sequence[Body]) -> Finding:
    found = [f"{body.id}（{body.short_name or body.name}）" for body in meant(one.values["found"], bodies)]
    if not found or len(found) > MOST_PROPOSED:
        return one
    right = {
        "right_zh": f"bodies.yaml 里的机构编号，这里是 {' 还是 '.join(found)}",
        "right_en": f"The id of a body in bodies.yaml, here {' or '.join(found)}",
    }
    return msgspec.structs.replace(one, values=one.values | right)


def meant(name: str, bodies: Sequence[Body]) -> list[Body]:
    """Those of exactly this name, else those of whose name or kind it is a part, the last term of each."""
    wanted = plain(name)
    exactly = [body for body in bodies if wanted in (plain(body.name), plain(body.short_name))]
    return exactly or [body for body in _newest(bodies) if _is_part(wanted, body)]


def _newest(bodies: Sequence[Body]) -> list[Body]:
    """One body of each kind for each estate; `since` tells terms apart, bodies without it are all different ones."""
    by_kind = {
        (body.kind, body.estate, body.id if body.since is None else ""): body
        for body in sorted(bodies, key=lambda one: one.since or date.min)
    }
    return [body for body in bodies if body in by_kind.values()]


def _is_part(wanted: str, body: Body) -> bool:
    kind, _ = schemas.labels()["bodies.bodies.kind"][body.kind]
    return any(wanted in plain(name) for name in (body.name, body.short_name, kind))
