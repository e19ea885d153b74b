"""Fields by their titles."""

import pytest

from noticeboard.site.fields import spoken


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        ("resolution", "motions[1].counts[2].options", "表决项1·计票2·各选项"),
        ("community", "households", "户数"),
        ("statement", "closing", "期末余额"),
        ("notice", "posting.until", "张贴与公示·截止"),
        ("notice", "nobody.knows", "nobody.knows"),
        ("review", "ballots[1", "ballots[1"),
    ],
)
def test_a_field_is_called_by_its_title(kind: str, field: str, words: str) -> None:
    assert spoken(kind, field) == words
