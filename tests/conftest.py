"""What tests of several rooms share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sample import Sample

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # speed is the bench's business: a busy machine must not fail a test


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The sound community, ready to be spoilt."""
    return Sample(tmp_path / "data")
