"""The small site as it is expected to come out: every path, and the whole text of one file of each sort."""

import re
import tempfile
from pathlib import Path

from tests.site.workshop import SMALL_SITE, Workshop

EXPECTED = SMALL_SITE / "expected"
PATHS = EXPECTED / "paths.txt"
WHOLE = (
    "index.html",
    "feed.xml",
    "index.json",
    "elm/index.html",
    "elm/notices/index.html",
    "elm/notices/2026-03-01-water/index.html",
    "elm/notices/2026-03-01-water/index.json",
    "elm/notices/2026-04-10-script/index.html",
    "elm/notices/2026-05-01-gone/index.html",
    "elm/meetings/2026-02-20-assembly/index.html",
    "elm/resolutions/2026-001-pump/index.html",
    "elm/finances/2026-q1-common-income/index.html",
    "elm/finances/2026-q1-common-income/ledger.csv",
    "elm/elm-court/common-income/index.html",
    "elm/matters/2026-pump/index.html",
    "elm/projects/2026-pump/index.html",
    "elm/reviews/2025/index.html",
    "elm/bodies/index.html",
    "elm/responsibilities/index.html",
    "elm/clock/index.html",
    "elm/clock.json",
    "elm/clock.ics",
    "district/index.html",
    "district.json",
    "elm/search/index.js",
    "oak/index.html",
)
DIGEST = re.compile(r"(theme/[a-z/]+)\.[0-9a-f]{8}\.")
"""In the names of the theme's files; left out here, or a colour would change every page."""


def built() -> dict[str, bytes]:
    """The small site, freshly built; digests in file names as `DIGEST`."""
    with tempfile.TemporaryDirectory() as folder:
        files = Workshop(Path(folder) / "w").fresh()
    return {_without_digests(path): _shown(path, content) for path, content in files.items()}


def _shown(path: str, content: bytes) -> bytes:
    return _without_digests(content.decode()).encode() if path.endswith(".html") else content


def _without_digests(text: str) -> str:
    return DIGEST.sub(r"\1.DIGEST.", text)


def expected_file(path: str) -> Path:
    """Where the expectation of one output lies: flat, so that it is easy to look through."""
    return EXPECTED / path.replace("/", "~")


def bless() -> None:
    """Take today's output for the expected one."""
    files = built()
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.iterdir():
        old.unlink()
    PATHS.write_text("".join(f"{path}\n" for path in files), encoding="utf-8")
    for path in WHOLE:
        expected_file(path).write_bytes(files[path])
