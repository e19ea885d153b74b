"""Run Pelican once, in this process, over one data folder."""

import datetime
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from noticeboard.site import generator  # noqa: F401  before Pelican, which passes over a plugin that cannot be read
from noticeboard.site.build import Progress, Result

SETTINGS = "pelicanconf.py"


def run(
    data: Path, output: Path, today: datetime.date, progress: Progress, settings_file: str = SETTINGS, **settings: str
) -> Result:
    """Build the site, with `settings` instead of the file's. Raises BlockedError when the data have errors."""
    results: list[Result] = []
    override = {
        "OUTPUT_PATH": str(output.resolve()),
        "NOTICEBOARD_DATA": str(data),
        "NOTICEBOARD_TODAY": today,
        "NOTICEBOARD_PROGRESS": progress,
        "NOTICEBOARD_RESULTS": results,
        **settings,
    }
    console.quiet = True  # the command tells what was built, in the reader's words
    Pelican(read_settings(settings_file, override=override)).run()
    return results[0]
