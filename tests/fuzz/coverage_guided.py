"""The same targets under atheris, which is guided by coverage: python -m tests.fuzz.coverage_guided csv -runs=100000.

atheris is no part of the development environment; `make fuzz-guided` installs it.
"""

import sys

import atheris


def main() -> None:
    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["noticeboard", "markdown_it"]):
        from tests.fuzz.seeds import seeds
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    folder = _written(name, seeds(name))
    atheris.Setup([sys.argv[0], "-max_len=4096", "-rss_limit_mb=0", *options, folder], target)
    atheris.Fuzz()


def _written(name: str, contents: list[bytes]) -> str:
    """A folder with the seeds, as libFuzzer wants them."""
    import tempfile
    from pathlib import Path

    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)
    return str(folder)


if __name__ == "__main__":
    main()
