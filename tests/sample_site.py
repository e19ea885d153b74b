"""The sample as a built site, and the pages of it that are worth a look: of each type the longest."""

from pathlib import Path

from noticeboard.reading.load import read_portal
from noticeboard.site.run import run
from tests.site.workshop import REPOSITORY, silent

TYPES = {
    "portal": "index.html",
    "portal-search": "search/index.html",
    "prose": "privacy/index.html",
    "not-found": "404.html",
    "community": "*/index.html",
    "list": "*/notices/index.html",
    "year": "*/meetings/year/*/index.html",
    "money": "*/finances/index.html",
    "notice": "*/notices/[0-9]*/index.html",
    "meeting": "*/meetings/[0-9]*/index.html",
    "resolution": "*/resolutions/[0-9]*/index.html",
    "statement": "*/finances/[0-9]*/index.html",
    "fund": "*/*/common-income/index.html",
    "project": "*/projects/[0-9]*/index.html",
    "matter": "*/matters/[0-9]*/index.html",
    "election": "*/elections/[0-9]*/index.html",
    "finding": "*/findings/[0-9]*/index.html",
    "review": "*/reviews/[0-9]*/index.html",
    "register": "*/registers/[a-z]*/index.html",
    "registers": "*/registers/index.html",
    "clock": "*/clock/index.html",
    "estate-clock": "*/clock/*/index.html",
    "district": "district/index.html",
    "bodies": "*/bodies/index.html",
    "responsibilities": "*/responsibilities/index.html",
    "corrections": "*/corrections/index.html",
    "search": "*/search/index.html",
}
"""Name of a page type to where its pages lie below the site's root."""


def build(output: Path) -> None:
    """Build data/ of the repository as of the day that the sample pins."""
    portal, _ = read_portal(REPOSITORY / "data")
    assert portal is not None
    assert portal.as_of is not None
    run(REPOSITORY / "data", output, portal.as_of, silent, str(REPOSITORY / "pelicanconf.py"))


def longest(site: Path, pattern: str) -> str:
    """The path, below the root, of the longest page that the pattern finds."""
    pages = sorted(site.glob(pattern), key=lambda path: (path.stat().st_size, path))
    assert pages, f"the sample has no page {pattern}"
    return pages[-1].relative_to(site).as_posix()
