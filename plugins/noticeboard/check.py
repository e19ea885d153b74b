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
    """No dataset where the community cannot be read; findings are sorted by place."""

    dataset: Dataset | None
    findings: list[Finding]


class RulesError(Exception):
    """Rules that are wrong themselves; all the others have run, and `findings` are theirs.

    Raised, so that nothing is ever published on half a judgement.
    """

    def __init__(self, failures: list[Failure], findings: list[Finding]) -> None:
        super().__init__(", ".join(f"rule {one.rule} failed on {one.community}: {one.error!r}" for one in failures))
        self.failures = failures
        self.findings = findings


def check_community(data: Path, slug: str, today: Today) -> CheckedCommunity:
    """Read and judge one community. Raises RulesError where a rule itself is wrong."""
    reading = load.read_community(data, slug)
    judged = run(reading.dataset, today, Places(data)) if reading.dataset else Judged([], [])
    findings = sorted(reading.findings + judged.findings, key=Finding.sort_key)
    if judged.failures:
        raise RulesError(judged.failures, findings) from judged.failures[0].error
    return CheckedCommunity(reading.dataset, findings)


def communities(data: Path) -> list[str]:
    """The communities there are, sorted."""
    return files.communities(data)


def attachment(data: Path, slug: str, path: str) -> bytes:
    """The content of an attachment that a checked record names."""
    return (data / slug / path).read_bytes()
