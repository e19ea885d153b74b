"""What was measured, as one plain structure: the table and results.json are made from it."""

import os
import platform
import statistics
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measure import Run
from benchmarks.peers import hugo
from benchmarks.sizes import Size

Results = dict[str, Any]


class Bound(NamedTuple):
    """The median wall time of one job, as a share of another's, and the most that it may be."""

    what: str
    job: str
    of: str
    most: float


BOUNDS = (
    Bound("full build / Hugo's full build", "full:ours", "full:hugo", 2.0),
    Bound("full build / stock Pelican's full build", "full:ours", "full:pelican", 0.3),
    Bound("one changed record / Hugo's full build", "change:ours", "full:hugo", 0.2),
    Bound("check of all records / frictionless on the ledgers", "check:ours", "check:frictionless", 0.35),
)

DID_NOT = {
    "ours": "no PDF, one language; every record was checked first, and the templates are the shipped theme's",
    "hugo": "no check of records, no search, no votes recounted, no charts, no year lists; plain templates",
    "pelican": "no check of records, no search, no JSON, no votes recounted, no charts, no year lists; plain templates",
    "frictionless": "no YAML records, no sums or balances, no references between records",
}


def results(size: Size, runs: dict[str, list[Run]], failures: dict[str, str], outputs: Path) -> Results:
    """Everything that is reported."""
    jobs = {name: _job(own) for name, own in runs.items() if own}
    return {
        "set": size._asdict(),
        "machine": machine(),
        "versions": versions(),
        "jobs": jobs,
        "bounds": [_bound(bound, jobs) for bound in BOUNDS if bound.job in jobs and bound.of in jobs],
        "outputs": {folder.parent.name: _files(folder) for folder in sorted(outputs.glob("*/site"))},
        "did_not": DID_NOT,
        "failures": failures,
    }


def machine() -> dict[str, str]:
    """What it ran on, in general words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "python": platform.python_version(),
    }


def versions() -> dict[str, str]:
    """Which version of each engine."""
    named = {name: version(name) for name in ("pelican", "markdown", "jinja2", "frictionless")}
    return named | {"hugo": hugo.REQUIREMENTS.read_text(encoding="utf-8").split()[0].rpartition("=")[2]}


def _job(runs: list[Run]) -> dict[str, Any]:
    wall, cpu = [run.wall for run in runs], [run.cpu for run in runs]
    return {
        "wall": statistics.median(wall), "wall_least": min(wall), "wall_most": max(wall), "cpu": statistics.median(cpu),
        "runs": [run._asdict() for run in runs],
    }  # fmt: skip


def _bound(bound: Bound, jobs: dict[str, Any]) -> dict[str, Any]:
    own, other = jobs[bound.job], jobs[bound.of]
    ratio = own["wall"] / other["wall"]
    return bound._asdict() | {"wall_ratio": ratio, "cpu_ratio": own["cpu"] / other["cpu"], "met": ratio <= bound.most}


def _files(folder: Path) -> dict[str, int]:
    """Ending to number of files, and all bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    counts = Counter(path.suffix.removeprefix(".") or "none" for path in files)
    return {**dict(counts.most_common()), "bytes": sum(path.stat().st_size for path in files)}
