import pytest

from noticeboard.aliases import groups, plain


def test_no_name_is_in_two_groups() -> None:
    names = [name for own, slips in groups() for name in (*own, *slips)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("江畔业委会", "江畔业主委员会"),
        ("业委会主任", "业主委员会主任"),
        ("青禾物业公司", "青禾物业服务企业"),
        ("停水", "停水"),
    ],
)
def test_what_means_the_same_reads_the_same(said: str, other: str) -> None:
    assert plain(said) == plain(other)


def test_other_things_stay_apart() -> None:
    assert plain("业主大会") != plain("业主委员会")
