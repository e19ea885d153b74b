"""The one front door: read and judge the data, as of one date."""

import datetime
import gc
import multiprocessing
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from noticeboard.findings import Failure, Finding, Severity
from noticeboard.history import changes
from noticeboard.history.canonical import Records, records
from noticeboard.history.state import State
from noticeboard.reading import files, load
from noticeboard.reading.fault import FAULTS
from noticeboard.reading.load import Places
from noticeboard.records import codes
from noticeboard.records.community import Portal
from noticeboard.records.dataset import Dataset
from noticeboard.rules.run import Judged, run
from noticeboard.today import Today

COMMUNITIES_WORTH_A_PROCESS = 8


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


def settings(data: Path) -> Portal | None:
    """The portal's own settings, unjudged."""
    return load.read_portal(data)[0]


def portal(data: Path) -> tuple[Portal | None, list[Finding]]:
    """The portal's own settings, and what lies astray beside them."""
    portal, findings = load.read_portal(data)
    return portal, findings + _shared_codes(data)


def _shared_codes(data: Path) -> list[Finding]:
    """Records of different communities that would be printed with one code; within a community a rule tells it."""
    first: dict[int, tuple[str, str]] = {}
    found = []
    for slug in communities(data):
        for record in files.record_ids(data, slug):
            other, named = first.setdefault(codes.number(f"{slug}/{record}"), (slug, record))
            if other != slug and not files.has_own_code(data / slug, record):
                found.append(_shared_code(slug, record, f"{other}/{named}"))
    return found


def _shared_code(slug: str, record: str, other: str) -> Finding:
    return Finding(
        rule="code-repeated", severity=Severity.ERROR, path=f"{slug}/{record}.yaml", community=slug, record=record,
        values={"found": codes.code(other), "other": other},
    )  # fmt: skip


def check_community(data: Path, slug: str, today: Today) -> CheckedCommunity:
    """Read and judge one community. Raises RulesError where a rule itself is wrong."""
    reading = load.read_community(data, slug)
    judged = run(reading.dataset, today, Places(data), faults=FAULTS) if reading.dataset else Judged([], [])
    findings = sorted(reading.findings + judged.findings, key=Finding.sort_key)
    if judged.failures:
        raise RulesError(judged.failures, findings) from judged.failures[0].error
    return CheckedCommunity(reading.dataset, findings)


def check_all(data: Path, slugs: Sequence[str], day: datetime.date) -> tuple[list[Finding], list[Failure]]:
    """Judge several communities, in several processes where there is enough to do; all other rules run on."""
    processes = min(len(os.sched_getaffinity(0)), len(slugs) // COMMUNITIES_WORTH_A_PROCESS)
    judge = partial(_judge, data, day)
    if processes < 2:
        judged = [judge(slug) for slug in slugs]
    else:
        # nothing that is made is cyclic, and the processes end with their work
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), initializer=gc.disable) as pool:
            judged = list(pool.map(judge, slugs, chunksize=2))
    return [one for findings, _ in judged for one in findings], [one for _, failures in judged for one in failures]


def _judge(data: Path, day: datetime.date, slug: str) -> tuple[list[Finding], list[Failure]]:
    try:
        return check_community(data, slug, Today(day)).findings, []
    except RulesError as failed:
        return failed.findings, failed.failures


def history(data: Path, slugs: Sequence[str], state: State) -> list[Finding]:
    """What was done in silence to records that `state` says were published."""
    places = Places(data)
    found = [one for slug in slugs for one in changes.faults(state, slug, records(data, slug), places)]
    gone = state.communities() - set(communities(data))
    return found + [
        one for slug in sorted(gone) for one in changes.faults(state, slug, Records([], [], Counter()), places)
    ]


def communities(data: Path) -> list[str]:
    """The communities there are, sorted."""
    return files.communities(data)


def attachment(data: Path, slug: str, path: str) -> bytes:
    """The content of an attachment that a checked record names."""
    return (data / slug / path).read_bytes()
