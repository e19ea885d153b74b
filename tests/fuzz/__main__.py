"""Bounded fuzzing: python -m tests.fuzz [--runs 100000] [--start 1] [target …].

Over all targets together so many inputs are tried. A crash is written to
build/fuzz, told with its input's number, and belongs into the corpus.
"""

import argparse
import time
import traceback
from pathlib import Path
from random import Random

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import SLOW, TARGETS

CRASHES = Path("build") / "fuzz"
MOST_CRASHES = 10
MOST_SECONDS = 1


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--start", type=int, default=1, help="number of the first input")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS])
    options = parser.parse_args()
    names = options.targets or list(TARGETS)
    weights = {name: 1 / SLOW.get(name, 1) for name in names}
    return max(
        _fuzz(name, options.start, round(options.runs * weights[name] / sum(weights.values()))) for name in names
    )


def _fuzz(name: str, start: int, runs: int) -> int:
    """How many inputs made the target fail, or take too long."""
    begin = time.process_time()
    crashes = 0
    for number in range(start, start + runs):
        random = Random(f"{name}-{number}")  # noqa: S311
        content = mutated(random.choice(seeds(name)), random.choice(seeds(name)), random)
        crashes += not _holds(name, number, content)
        if crashes >= MOST_CRASHES:
            break
    seconds = time.process_time() - begin
    print(f"{name:10} {runs:9,} inputs {seconds:7.1f} s {crashes} crashes", flush=True)
    return crashes


def _holds(name: str, number: int, content: bytes) -> bool:
    begin = time.process_time()
    try:
        TARGETS[name](content)
    except Exception:
        traceback.print_exc()
    else:
        if time.process_time() - begin < MOST_SECONDS:
            return True
    CRASHES.mkdir(parents=True, exist_ok=True)
    (CRASHES / f"{name}-{number}").write_bytes(content)
    print(f"{name}: input {number} is in {CRASHES}")
    return False


if __name__ == "__main__":
    raise SystemExit(min(main(), 1))
