"""Every property and keyword of every schema, and every column and constraint of the ledger, has its finding."""

from collections.abc import Iterator
from typing import Any

import pytest

from noticeboard import schemas
from noticeboard.reading import tree
from noticeboard.records.kinds import BY_NAME
from tests.schemas import filled, golden
from tests.schemas.emit import Path, Written

DESCRIBE = {"title", "description"}
CONSTRAIN = {"type", "enum", "pattern", "format", "maxLength", "minItems", "maxItems", "minProperties"}


def constraints(schema: dict[str, Any], path: Path = ()) -> Iterator[str]:  # noqa: C901  a branch a keyword
    """Everything that a schema forbids, as the names that the pinned findings bear; an unknown keyword fails."""
    name = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".") or "·"
    for keyword, value in schema.items():
        if keyword in CONSTRAIN:
            if path:
                yield f"{name} {keyword}"
        elif keyword == "required":
            yield from (f"{name} required {one}" for one in value)
        elif keyword == "propertyNames":
            yield from (f"{name} propertyNames {one}" for one in value)
        elif keyword == "additionalProperties":
            yield from constraints(value, (*path, filled.option(schema))) if value else [f"{name} additionalProperties"]
        elif keyword == "properties":
            for child, its in value.items():
                yield from constraints(its, (*path, child))
        elif keyword == "items":
            yield from constraints(value, (*path, 0))
        else:
            assert keyword in DESCRIBE or keyword.startswith("x-"), f"nobody breaks {name} {keyword}"


@pytest.mark.parametrize("kind", BY_NAME)
def test_every_constraint_of_a_schema_is_pinned(kind: str) -> None:
    assert [one for one in constraints(schemas.checker(kind)) if one not in golden.pinned(kind)] == []


def test_every_constraint_of_the_ledger_is_pinned() -> None:
    wanted = [f"{name} {keyword}" for name, field in schemas.columns().items() for keyword in field["constraints"]]
    assert [one for one in wanted if one not in golden.pinned(golden.LEDGER)] == []


@pytest.mark.parametrize("kind", BY_NAME)
def test_what_fits_the_schema_is_read(kind: str) -> None:
    for whole in (filled.full(kind), filled.bare(kind)):
        assert tree.read(kind, Written(whole).text) == (whole, [])


@pytest.mark.parametrize("name", golden.names())
def test_every_way_to_break_a_schema_is_told_as_pinned(name: str) -> None:
    assert golden.as_text(golden.lines(name)) == golden.path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", BY_NAME)
def test_one_cause_gives_one_finding_at_its_place(kind: str) -> None:
    for mutation, written, faults in golden.broken(kind):
        places = written.keys if mutation.at_key else written.values
        assert [(one.line, one.column) for one in faults] == [places[mutation.path]], mutation.label


@pytest.mark.parametrize("kind", BY_NAME)
def test_no_two_mutations_share_a_name(kind: str) -> None:
    labels = [one.mutation.label for one in golden.broken(kind)]
    assert len(labels) == len(set(labels))
