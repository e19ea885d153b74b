"""What a malformed value was probably meant to be."""

import pytest

from noticeboard.reading.suggest import suggestion


@pytest.mark.parametrize(
    ("scalar", "text", "meant"),
    [
        ("money", "1,234.5", "1234.50"),
        ("money", "１２３.００", "123.00"),
        ("money", "¥1,234,567.00元", "1234567.00"),
        ("money", "0", "0.00"),
        ("money", "-150", "-150.00"),
        ("money", " 12.00 ", "12.00"),
        ("money", "12.345", ""),
        ("money", "(150.00)", "-150.00"),
        ("money", "（1,150元）", "-1150.00"),
        ("money", "(150", ""),
        ("money", "12,34", ""),
        ("money", "约五百", ""),
        ("money", "-0.00", ""),
        ("date", "2026/4/2", "2026-04-02"),
        ("date", "2026.04.2", "2026-04-02"),
        ("date", "2026年4月2日", "2026-04-02"),
        ("date", "2026-4-2", "2026-04-02"),
        ("date", "4月2日", ""),
        ("date", "46027", "2026-01-05"),
        ("date", "12345", ""),
        ("time", "9:30", "09:30"),
        ("time", "9：30", "09:30"),
        ("time", "25:00", ""),
        ("integer", "120户", "120"),
        ("integer", "1,202", "1202"),
        ("tally", "1,200.5㎡", "1200.5"),
        ("percent", "94.74%", "94.74"),
        ("year", "2025年", "2025"),
        ("slug", "Owners-Committee", "owners-committee"),
        ("line", " 停车费 ", "停车费"),
    ],
)
def test_a_value_is_recognised_or_left_alone(scalar: str, text: str, meant: str) -> None:
    assert suggestion(scalar, text) == meant
