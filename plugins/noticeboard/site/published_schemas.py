"""The shape of every JSON file of the site, as JSON Schema 2020-12, at addresses that stay while the version does."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from noticeboard import schemas
from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.site import exports
from noticeboard.site.exports import File

FOLDER = f"data/schema/{exports.VERSION}/"


class Shape(NamedTuple):
    """A sort of JSON file: the name of its schema, where such files lie, what is in it.

    In `address`, `*` stands for a community, and after it for a record, register or building.
    """

    name: str
    address: str
    file: type[File]


SHAPES = (
    *(Shape(kind.name, f"*/{kind.folder}/*/index.json", exports.Kept) for kind in RECORD_KINDS),
    *(Shape("list", f"*/{kind.folder}/index.json", exports.Listed) for kind in RECORD_KINDS),
    Shape("register", "*/registers/*/index.json", exports.Registered),
    Shape("building", "*/building/*/index.json", exports.Hung),
    Shape("clock", "*/clock.json", exports.Clocked),
    Shape("rules", "rules/index.json", exports.RuleBook),
    Shape("community", "*/index.json", exports.Presented),
    Shape("portal", "index.json", exports.Portal),
    Shape("district", "district.json", exports.District),
)


def files(base_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of each schema."""
    for shape in {one.name: one for one in SHAPES}.values():
        path = f"{FOLDER}{shape.name}.json"
        schema = _record(shape.name) if shape.file is exports.Kept else msgspec.json.schema(shape.file)
        content = {"$schema": schemas.DIALECT, "$id": f"{base_url}{path}"} | schema
        yield path, msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _record(kind: str) -> dict[str, Any]:
    """A record in its file, its fields as the source of its kind describes them to clerks."""
    own = schemas.exported(kind)
    fields = {"id": {"type": "string", "pattern": schemas.scalars()["reference"]["pattern"]}} | own["properties"]
    record = own | {"properties": fields, "required": ["id", *own["required"]]}
    about = {key: own[key] for key in ("title", "description", "x-en")}
    properties = {
        "version": {"const": exports.VERSION},
        "kind": {"const": kind},
        "community": {"type": "string"},
        "record": record,
    }
    return about | {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip
