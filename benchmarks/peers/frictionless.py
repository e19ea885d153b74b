"""frictionless: a data package over the ledgers as they lie, with the same Table Schema."""

import json
from pathlib import Path
from typing import Any

from benchmarks.finances import COLUMNS
from noticeboard import schemas


def write(root: Path) -> None:
    """datapackage.json beside the folder `data`, one resource per ledger, nothing left to guess."""
    ledgers = sorted(path.relative_to(root).as_posix() for path in root.glob("data/*/finances/*.csv"))
    (root / "ledger.schema.json").write_text(json.dumps(_table_schema(), ensure_ascii=False), encoding="utf-8")
    package = {"name": "ledgers", "resources": [_resource(path) for path in ledgers]}
    (root / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")


def _resource(path: str) -> dict[str, Any]:
    name = path.removesuffix(".csv").replace("/", "-")
    return {
        "name": name, "type": "table", "path": path, "scheme": "file", "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "schema": "ledger.schema.json",
    }  # fmt: skip


def _table_schema() -> dict[str, Any]:
    """The project's ledger schema without its own keywords: what they stand for is written out."""
    by_name = {field["name"]: field for field in schemas.table()["fields"]}
    return {"fields": [_field(by_name[name]) for name in COLUMNS], "missingValues": [""]}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    constraints = dict(field.get("constraints", {}))
    if scalar := field.get("x-scalar"):
        constraints["pattern"] = schemas.scalars()[scalar]["pattern"]
    return {"name": field["name"], "type": "string", "constraints": constraints}
