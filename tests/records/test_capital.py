"""Amounts in capital characters are compared by what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.records import capital

AMOUNTS = st.integers(-(10**14) + 1, 10**14 - 1).map(lambda fen: Decimal(fen).scaleb(-2))

WRITTEN = {
    "1409.50": "人民币壹仟肆佰零玖元伍角",
    "6007.14": "人民币陆仟零柒元壹角肆分",
    "16409.02": "人民币壹万陆仟肆佰零玖元零贰分",
    "325.04": "人民币叁佰贰拾伍元零肆分",
    "107000.53": "人民币壹拾万柒仟元伍角叁分",
    "1680.32": "人民币壹仟陆佰捌拾元叁角贰分",
    "11000.00": "人民币壹万壹仟元整",
    "0.05": "人民币伍分",
    "0.50": "人民币伍角",
    "0.00": "人民币零元整",
    "100000001.00": "人民币壹亿零壹元整",
    "20010000.00": "人民币贰仟零壹万元整",
    "-30.25": "人民币负叁拾元贰角伍分",
    "999999999999.99": "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}

ALSO = {
    "壹拾万柒仟元零伍角叁分": "107000.53",
    "壹拾万零柒仟元伍角叁分": "107000.53",
    "人民币壹仟陆佰捌拾元零叁角贰分": "1680.32",
    "拾万元整": "100000.00",
    "人民币 贰仟零壹萬圓正": "20010000.00",
    "人民幣貳億陸仟圆整": "200006000.00",
    "壹仟肆佰零玖元伍角整": "1409.50",
    "壹仟肆佰零玖元伍角零分": "1409.50",
    "零元伍角": "0.50",
    "壹元": "1.00",
}

NONE = [
    "x壹元",
    "x元",
    "",
    "人民币",
    "整",
    "人民币整",
    "壹仟",
    "1409.50",
    "壹仟肆佰零零玖元",
    "壹佰壹仟元整",
    "壹万壹亿元",
    "壹元贰元",
]


@pytest.mark.parametrize(("amount", "text"), WRITTEN.items())
def test_amount_is_written_and_read(amount: str, text: str) -> None:
    assert capital.written(Decimal(amount)) == text
    assert capital.parsed(text) == Decimal(amount)


@pytest.mark.parametrize(("text", "amount"), ALSO.items())
def test_other_spellings_are_read(text: str, amount: str) -> None:
    assert capital.parsed(text) == Decimal(amount)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_amount_is_not_read(text: str) -> None:
    assert capital.parsed(text) is None


@given(AMOUNTS)
def test_whatever_is_written_is_read(amount: Decimal) -> None:
    assert capital.parsed(capital.written(amount)) == amount


def test_the_greatest_amount_has_twelve_places() -> None:
    most = capital.MOST - Decimal("0.01")
    assert capital.parsed(capital.written(most)) == most
    with pytest.raises(ValueError, match="zip"):
        capital.written(capital.MOST)
