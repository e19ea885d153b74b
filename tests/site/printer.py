"""What is needed to print and to look at what was printed."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from noticeboard.site import printing

TOOLS = ("pdftoppm", "pdftotext", "pdfinfo", "zbarimg")
BAD_COPY = ("-r", "100", "-gray")
"""Dots per inch, as of a photocopy of a photocopy."""
CORNER = ("-x", "413", "-y", "0", "-W", "414", "-H", "330")
"""The upper right quarter of such a copy, where the symbol is."""


def needs_a_printer() -> None:
    """Skip where something is missing; where NOTICEBOARD_PRINTER is `required`, as in CI, fail."""
    if lacking := _missing():
        told = pytest.fail if os.environ.get("NOTICEBOARD_PRINTER") == "required" else pytest.skip
        told(lacking)


def _missing() -> str:
    try:
        printing.weasyprint()
    except printing.CannotPrintError as error:
        return str(error)
    return " ".join(tool for tool in TOOLS if not shutil.which(tool))


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def scanned(sheets: Path) -> list[str]:
    """What a scanner reads from bad copies of all sheets, sorted."""
    with TemporaryDirectory() as folder:
        run("pdftoppm", *BAD_COPY, *CORNER, sheets, Path(folder) / "sheet")
        copies = sorted(Path(folder).iterdir())
        command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *copies]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 4), "4: a sheet without a symbol, as all but the first of a notice are"
    return sorted(done.stdout.split())
