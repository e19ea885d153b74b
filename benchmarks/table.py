"""Results as a table for the terminal."""

from collections.abc import Iterator

from benchmarks.results import Results

SCENARIOS = {"full": "full build", "change": "one changed record", "check": "check"}


def table(results: Results) -> str:
    """All of it, side by side."""
    lines = [*_head(results), *_jobs(results), *_bounds(results), *_outputs(results), *_failures(results)]
    return "\n".join(lines) + "\n"


def _head(results: Results) -> Iterator[str]:
    size, machine = results["set"], results["machine"]
    yield f"Set {size['name']}: {size['communities']} communities × {size['records']} records"
    yield f"{machine['system']}, {machine['cores']} cores, {machine['memory']}, Python {machine['python']}"
    yield ", ".join(f"{name} {number}" for name, number in results["versions"].items())


def _jobs(results: Results) -> Iterator[str]:
    for scenario, title in SCENARIOS.items():
        own = {name.partition(":")[2]: job for name, job in results["jobs"].items() if name.startswith(f"{scenario}:")}
        if not own:
            continue
        yield f"\n{title:<22}{'wall s':>8}{'least':>8}{'most':>8}{'CPU s':>8}{'runs':>6}"
        for engine, job in own.items():
            times = "".join(f"{job[key]:>8.2f}" for key in ("wall", "wall_least", "wall_most", "cpu"))
            yield f"  {engine:<20}{times}{len(job['runs']):>6}"


def _bounds(results: Results) -> Iterator[str]:
    if results["bounds"]:
        yield f"\n{'ratio of medians':<54}{'wall':>7}{'CPU':>7}{'at most, for M':>16}"
    for bound in results["bounds"]:
        verdict = "" if results["set"]["name"] != "M" else "  met" if bound["met"] else "  NOT MET"
        numbers = f"{bound['wall_ratio']:>7.2f}{bound['cpu_ratio']:>7.2f}{bound['most']:>16.2f}"
        yield f"  {bound['what']:<52}{numbers}{verdict}"


def _outputs(results: Results) -> Iterator[str]:
    records = results["set"]["communities"] * results["set"]["records"]
    if results["outputs"]:
        yield "\nfiles written, and per record"
    for engine, found in results["outputs"].items():
        kinds = [f"{ending} {count} ({count / records:.2f})" for ending, count in found.items() if ending != "bytes"]
        yield f"  {engine:<12}{', '.join(kinds)}; {found['bytes'] / 2**20:.0f} MiB"
    yield "\nnot done"
    yield from (f"  {engine:<12} {words}" for engine, words in results["did_not"].items())


def _failures(results: Results) -> Iterator[str]:
    if results["failures"]:
        yield "\ndid not run"
    yield from (f"  {job}: {why}" for job, why in results["failures"].items())
