"""python -m benchmarks [--set S|M] [--rounds N] [--only JOB …]"""

import argparse
import json
import sys
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import dataset
from benchmarks.engines import Bench
from benchmarks.measure import Job, Run, measure
from benchmarks.results import results
from benchmarks.sizes import SIZES
from benchmarks.table import table

BUILD = Path("build/bench")
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it


def main() -> int:
    """0 when everything ran, whether or not a bound was met; 1 when something did not run."""
    options = _options()
    size = SIZES[options.set]
    print(f"making set {size.name} …", file=sys.stderr)
    BUILD.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=options.output) as outputs:
        bench = Bench(dataset.make(size), BUILD / size.name, Path(outputs), BUILD / "tools")
        runs, failures = _measured(bench, options)
        found = results(size, runs, failures, bench.outputs)
    (BUILD / "results.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(table(found), end="")
    return 1 if failures else 0


def _measured(bench: Bench, options: argparse.Namespace) -> tuple[dict[str, list[Run]], dict[str, str]]:
    """The scenarios one after another: runs and failures by job name."""
    runs: dict[str, list[Run]] = {}
    failures: dict[str, str] = {}
    for scenario in (bench.full, bench.change, bench.check):
        jobs = [job for job in scenario(options.rounds) if _wanted(job, options.only)]
        own_runs, own_failures = measure(jobs)
        runs |= own_runs
        failures |= own_failures
    print(file=sys.stderr)
    return runs, failures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Compare speed with Hugo, Pelican and frictionless."
    )
    parser.add_argument("--set", choices=SIZES, default="M", help="S: 5 × 20 records, to try; M: 66 × 100")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each job")
    parser.add_argument(
        "--only", nargs="+", default=["*"], metavar="JOB", help="such as check:ours, 'full:*', '*:hugo'"
    )
    where = "where the sites are written, in a folder that goes in the end; default: in memory"
    parser.add_argument("--output", type=Path, default=MEMORY if MEMORY.is_dir() else BUILD, help=where)
    return parser.parse_args()


def _wanted(job: Job, patterns: list[str]) -> bool:
    return any(fnmatch(job.name, pattern) for pattern in patterns)


if __name__ == "__main__":
    sys.exit(main())
