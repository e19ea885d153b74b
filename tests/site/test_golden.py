"""The small site comes out as blessed; `make bless` accepts a wanted change, and its diff is reviewed."""

import pytest

from tests.site import golden


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return golden.built()


def test_the_paths(files: dict[str, bytes]) -> None:
    assert "".join(f"{path}\n" for path in files) == golden.PATHS.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", golden.WHOLE)
def test_a_whole_file(files: dict[str, bytes], path: str) -> None:
    assert files[path].decode() == golden.expected_file(path).read_bytes().decode()
