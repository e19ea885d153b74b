"""A data folder that is wrong in every possible way, and the whole report on it in both languages.

The community `rules` breaks every rule, `city` those that ask only what the law
of a city asks; `reading` has every fault of reading. The reports are what a reviewer reads to judge the wording.
"""

from pathlib import Path

from noticeboard import cli

FOLDER = Path(__file__).parent / "fixtures" / "everything_wrong"
DATA = FOLDER / "data"
EXPECTED = {"zh": FOLDER / "expected.txt", "en": FOLDER / "expected.en.txt"}


def arguments(language: str) -> list[str]:
    """The words of the command line that print the report."""
    return ["check", "--data", str(DATA), "--today", "2026-07-20", "--lang", language]


def shown(printed: str) -> str:
    """The report without the place of this checkout."""
    return printed.replace(f"{DATA}/", "data/")


def bless() -> None:
    """Accept the reports as they are now."""
    import contextlib
    import io

    for language, file in EXPECTED.items():
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            cli.main(arguments(language))
        file.write_text(shown(printed.getvalue()), encoding="utf-8")
