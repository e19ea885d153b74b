"""What tests of several rooms share."""

from pathlib import Path

import pytest

from tests.sample import Sample


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The sound community, ready to be spoilt."""
    return Sample(tmp_path / "data")
