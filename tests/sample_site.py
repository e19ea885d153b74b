"""The sample as a built site, and the pages of it that are worth a look: of each type the longest."""

import csv
import shutil
import tempfile
from itertools import cycle, islice
from pathlib import Path

from noticeboard.reading.load import read_portal
from noticeboard.site.finances import ROWS_PER_LEDGER
from noticeboard.site.run import run
from tests.site.workshop import REPOSITORY, silent

TYPES = {
    "portal": "index.html",
    "portal-search": "search/index.html",
    "prose": "privacy/index.html",
    "not-found": "404.html",
    "community": "yunting/index.html",
    "list": "*/notices/index.html",
    "year": "*/meetings/year/*/index.html",
    "money": "*/finances/index.html",
    "notice": "*/notices/[0-9]*/index.html",
    "meeting": "*/meetings/[0-9]*/index.html",
    "resolution": "*/resolutions/[0-9]*/index.html",
    "statement": "*/finances/[0-9]*/index.html",
    "ledger": "*/finances/*/rows/*/index.html",
    "fund": "*/*/common-income/index.html",
    "project": "*/projects/[0-9]*/index.html",
    "matter": "*/matters/[0-9]*/index.html",
    "election": "*/elections/[0-9]*/index.html",
    "handover": "*/handovers/[0-9]*/index.html",
    "finding": "*/findings/[0-9]*/index.html",
    "review": "*/reviews/[0-9]*/index.html",
    "register": "*/registers/[a-z]*/index.html",
    "registers": "*/registers/index.html",
    "systems": "*/systems/index.html",
    "democracies": "*/democracies/index.html",
    "turnout": "*/turnout/index.html",
    "erased": "tangxi/notices/2025-09-03-parking-renewal/index.html",
    "clock": "*/clock/index.html",
    "estate-clock": "*/clock/*/index.html",
    "district": "district/index.html",
    "bodies": "*/bodies/index.html",
    "responsibilities": "*/responsibilities/index.html",
    "corrections": "*/corrections/index.html",
    "search": "yunting/search/index.html",
    "names": "search/names/index.html",
    "data": "yunting/data/index.html",
    "portal-data": "data/index.html",
    "buildings": "*/building/index.html",
    "building": "*/building/*/index.html",
    "code": "R/M1B9GDTZ/index.html",
    "rules": "rules/index.html",
    "chapter": "rules/committee/index.html",
    "values": "rules/values/index.html",
    "profile": "rules/CN*/index.html",
    "log": "log/index.html",
}
"""Name of a page type to where its pages lie below the site's root."""

ONCE = {"not-found", "code"}
"""Pages that are the same for all languages."""

LENGTHENED = "yunting/finances/2025-annual-hupan-property-service.csv"


def build(output: Path) -> None:
    """Build data/ of the repository as of the day that the sample pins, with one ledger longer than a page."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(REPOSITORY / "data", data)
        _lengthen(data / LENGTHENED)
        portal, _ = read_portal(data)
        assert portal is not None
        assert portal.as_of is not None
        run(data, output, portal.as_of, silent, str(REPOSITORY / "pelicanconf.py"))


def _lengthen(ledger: Path) -> None:
    """Enter lines and take them back until the ledger needs two pages; its sums stay what they are."""
    with ledger.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    amount = header.index("支出")
    spent = [row for row in rows if row[amount][:1].isdigit()]
    twice = [[*row[:amount], f"{sign}{row[amount]}", *row[amount + 1 :]] for row in spent for sign in ("", "-")]
    with ledger.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows, *islice(cycle(twice), ROWS_PER_LEDGER)])


def longest(site: Path, pattern: str) -> str:
    """The path, below the root, of the longest page that the pattern finds."""
    pages = sorted(site.glob(pattern), key=lambda path: (path.stat().st_size, path))
    assert pages, f"the sample has no page {pattern}"
    return pages[-1].relative_to(site).as_posix()
