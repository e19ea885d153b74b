"""The same targets under atheris, which is guided by coverage: python -m tests.fuzz.coverage_guided csv 100000.

A crash is written to build/fuzz and told. atheris is no part of the development environment; `make fuzz-guided`
installs it.
"""

import sys
from pathlib import Path

import atheris

QUIET = ("-verbosity=0", "-print_final_stats=1", "-max_len=4096", "-rss_limit_mb=0", "-timeout=10")


def main() -> None:
    name, runs = sys.argv[1:]
    with atheris.instrument_imports(include=["noticeboard", "markdown_it"]):
        from tests.fuzz.seeds import seeds
        from tests.fuzz.targets import SLOW, TARGETS
    from tests.fuzz.__main__ import CRASHES

    inputs = int(runs) // SLOW.get(name, 1)
    corpus = CRASHES / "corpus" / name
    _write(corpus, seeds(name))
    options = [*QUIET, f"-runs={inputs}", f"-artifact_prefix={CRASHES}/{name}-", str(corpus)]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


def _write(folder: Path, contents: list[bytes]) -> None:
    """The seeds, beside what earlier runs found worth keeping."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)


if __name__ == "__main__":
    main()
