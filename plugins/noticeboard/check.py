"""The one front door: read and judge the data, as of one date."""

from pathlib import Path
from typing import NamedTuple

from noticeboard.findings import Finding
from noticeboard.reading import files, load
from noticeboard.reading.load import Places
from noticeboard.records.dataset import Dataset
from noticeboard.rules.run import run
from noticeboard.today import Today


class CheckedCommunity(NamedTuple):
    """No dataset where the community cannot be read; findings are sorted by place."""

    dataset: Dataset | None
    findings: list[Finding]


def check_community(data: Path, slug: str, today: Today) -> CheckedCommunity:
    """Read and judge one community."""
    reading = load.read_community(data, slug)
    findings = reading.findings
    if reading.dataset is not None:
        findings = findings + run(reading.dataset, today, Places(data))
    return CheckedCommunity(reading.dataset, sorted(findings, key=Finding.sort_key))


def communities(data: Path) -> list[str]:
    """The communities there are, sorted."""
    return files.communities(data)


def attachment(data: Path, slug: str, path: str) -> bytes:
    """The content of an attachment that a checked record names."""
    return (data / slug / path).read_bytes()
