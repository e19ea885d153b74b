"""The one front door: read and judge the data, as of one date."""

from pathlib import Path
from typing import NamedTuple

from noticeboard.findings import Failure, Finding
from noticeboard.reading import files, load
from noticeboard.reading.load import Places
from noticeboard.records.dataset import Dataset
from noticeboard.rules.run import Judged, run
from noticeboard.today import Today


class CheckedCommunity(NamedTuple):
    """No dataset where the community cannot be read; findings are sorted by place.

    `failures` are rules that are wrong themselves: while there are any, the
    findings are not all there is to say, and nothing may be published.
    """

    dataset: Dataset | None
    findings: list[Finding]
    failures: list[Failure]


def check_community(data: Path, slug: str, today: Today) -> CheckedCommunity:
    """Read and judge one community."""
    reading = load.read_community(data, slug)
    judged = run(reading.dataset, today, Places(data)) if reading.dataset else Judged([], [])
    findings = sorted(reading.findings + judged.findings, key=Finding.sort_key)
    return CheckedCommunity(reading.dataset, findings, judged.failures)


def communities(data: Path) -> list[str]:
    """The communities there are, sorted."""
    return files.communities(data)


def attachment(data: Path, slug: str, path: str) -> bytes:
    """The content of an attachment that a checked record names."""
    return (data / slug / path).read_bytes()
