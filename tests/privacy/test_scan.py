"""What is found as personal data, what is not, and what is left of it when it is masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.privacy.numbers import check_digit, is_identity_number, is_luhn
from noticeboard.privacy.scan import mask, scan

FOUND = {
    "11010519491231002X": ("identity-number", "110*************2X"),
    "11010519491231002x": ("identity-number", "110*************2x"),
    "110105 19491231 002X": ("identity-number", "110*************2X"),
    "３６０４２６１９９１０１０１００７１": ("identity-number", "360*************71"),
    "身份证号110105491231002": ("identity-number", "身份证号110**********02"),
    "13800138000": ("mobile-number", "138****8000"),
    "138 0013 8000": ("mobile-number", "138****8000"),
    "138-0013-8000": ("mobile-number", "138****8000"),
    "+86 13800138000": ("mobile-number", "+86*******8000"),
    "6222020000000000000": ("bank-card-number", "***************0000"),
    "6222 0200 0000 0000 000": ("bank-card-number", "***************0000"),
    "对公账户：1234567890123": ("account-number", "对公账户：*********0123"),
    "沪A12345": ("car-plate", "沪A·****5"),
    "沪A·D12345": ("car-plate", "沪A·****5"),
    "3栋2单元502室业主": ("room-of-a-person", "3栋2单元***室业主"),
    "业主反映 5号楼301 漏水": ("room-of-a-person", "业主反映 5号楼*** 漏水"),
    "微信：abc_123": ("social-account", "微信:*****"),
    "QQ号: 123456": ("social-account", "QQ号:*****"),
    "请联系 zhangsan@qq.com": ("private-mail", "请联系z***@qq.com"),
    "王小明小朋友走失": ("minor", "**小朋友走失"),
    "李某某同学": ("minor", "**同学"),
    "3号楼502室独居老人": ("room-of-a-person", "3号楼***室独居老人"),
    "5号楼301 王某": ("room-of-a-person", "5号楼*** 王某"),
}


@pytest.mark.parametrize("text", FOUND)
def test_personal_data_is_found_and_masked(text: str) -> None:
    kind, masked = FOUND[text]
    assert [one.kind for one in scan(text)] == [kind]
    assert mask(text).replace(" ", "") == masked.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "360426199101010072",  # the check digit is another
        "110105194913310021",  # there is no such month
        "5号楼3000元",
        "业主用8号 120户",
        "1号楼101室 社区服务站",
        "2026-04-02 2026-05-01 2026-06-01",
        "13800138000.00",
        "010-01234567",
        "400-012-3456",
        "京东A座",
        "大会决议2026001",
        "138001380001",
        "email: juweihui@163.com",
        "board@example.org",
        "高年级同学",
        "各位小朋友、全体同学",
    ],
)
def test_what_only_looks_like_it_is_let_pass(text: str) -> None:
    assert scan(text) == []


def test_what_was_found_once_is_not_found_again_as_something_else() -> None:
    text = "账号 11010519491231002X 手机 13800138000"
    assert [one.kind for one in scan(text)] == [
        "identity-number",
        "mobile-number",
    ]


def test_places_are_those_of_the_text_as_written() -> None:
    text = "第一行\n电话：１３８００１３８０００，谢谢"
    assert [text[one.start : one.end] for one in scan(text)] == ["１３８００１３８０００"]


@given(st.integers(100000, 659999), st.dates(), st.integers(0, 999))
def test_every_identity_number_with_a_real_date_is_found(region: int, born: object, order: int) -> None:
    first = f"{region}{str(born).replace('-', '')}{order:03d}"
    number = first + check_digit(first)
    if not is_identity_number(number):  # a date before 1880
        return
    assert [one.kind for one in scan(f"号码{number}，")] == ["identity-number"]
    others = set("0123456789X") - {number[17]}
    assert not any(is_identity_number(first + one) for one in others)


@given(st.text(alphabet="0123456789", min_size=12, max_size=18))
def test_one_changed_digit_is_seen_by_luhn(digits: str) -> None:
    card = next(digits + last for last in "0123456789" if is_luhn(digits + last))
    for index, digit in enumerate(card):
        changed = f"{card[:index]}{(int(digit) + 1) % 10}{card[index + 1 :]}"
        assert not is_luhn(changed)


@given(st.text(alphabet="0123456789 -Xx业主号楼栋室沪A·微信：账号\n元", max_size=60))
def test_nothing_is_left_to_find_once_it_is_masked(text: str) -> None:
    assert scan(mask(text)) == []
