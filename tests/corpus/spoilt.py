"""A community whose every free text is a vector, and one notice more for each vector."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from noticeboard import schemas
from noticeboard.reading import files, text, tree
from noticeboard.reading.files import RecordFile, SingleFile
from tests.corpus.case import NOTICE
from tests.corpus.markup import ONE_LINE, VECTORS, block

Tree = Any
LABELS = ("fields", "id", "group", "unit", "name", "short_name", "number", "motion")
"""Texts that must stay as they are, since others are compared with them."""


def spoil(data: Path, community: str, publisher: str) -> int:
    """Rewrite the records of a community; the number of texts that are now vectors."""
    vectors = cycle(ONE_LINE)
    spoilt = 0
    for file in files.inventory(data, community):
        if isinstance(file, RecordFile | SingleFile):
            path = data / community / file.path
            content, _ = tree.read(file.kind.name, text.decode(path.read_bytes())[0])
            assert content is not None, path
            before = json.dumps(content)
            mended = _spoilt(content, schemas.checker(file.kind.name), vectors)
            spoilt += before != json.dumps(mended)
            path.write_text(json.dumps(mended, ensure_ascii=False), encoding="utf-8")
    for number, vector in enumerate(VECTORS):
        notice = NOTICE.replace("provider", publisher) + f"text: {block(vector)}"
        path = data / community / "notices" / f"2026-04-02-vector-{number}.yaml"
        path.write_text(notice, encoding="utf-8")
    return spoilt + len(VECTORS)


def _spoilt(content: Tree, schema: dict[str, Any], vectors: Iterator[str], name: str = "") -> Tree:
    if isinstance(content, dict):
        below = schema.get("properties", {})
        rest = schema.get("additionalProperties", {})
        return {key: _spoilt(one, below.get(key, rest), vectors, key) for key, one in content.items()}
    if isinstance(content, list):
        return [_spoilt(one, schema["items"], vectors, name) for one in content]
    scalar = schema.get("x-scalar")
    own = schema.get("pattern") not in (None, schemas.scalars().get(scalar, {}).get("pattern"))
    free = scalar in ("line", "prose") and not own and name not in LABELS
    if not free:
        return content
    return next(one for one in vectors if len(one) <= schema.get("maxLength", 200))
