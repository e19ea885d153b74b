"""`make bench-print`: how long two hundred notices of the sample take to lay out in one PDF, in one process."""

import gc
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from tests import sample_site

from noticeboard.site import printing

NOTICES = 200
MOST_SECONDS = 12


def main() -> int:
    gc.disable()  # as commands run
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "output"
        sample_site.build(site)
        notices = islice(cycle(sorted(site.glob("[a-z]*/notices/[0-9]*/index.html"))), NOTICES)
        library, start = printing.weasyprint(), time.perf_counter()
        sheets = printing.lay_out(library, list(notices), "", Path(folder) / "notices.pdf", lambda *_: None)
        taken = time.perf_counter() - start
    print(f"{NOTICES} notices, {sheets} sheets: {taken:.1f} s (at most {MOST_SECONDS} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
