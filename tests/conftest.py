"""What tests of several rooms share."""

import fcntl
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import sample_site
from tests.sample import Sample

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # speed is the bench's business: a busy machine must not fail a test


Tell = Callable[[str], None]


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Tell:
    """Takes what a test has counted, to be told at the end of the run."""
    return partial(record_property, "figure")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == "figure":
                terminalreporter.write_line(f"{value}")


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The sound community, ready to be spoilt."""
    return Sample(tmp_path / "data")


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of the built sample; the first process that comes builds, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site = shared / "sample-site" / "output"
    with (shared / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            sample_site.build(site)
    return site
