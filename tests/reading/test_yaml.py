"""YAML as clerks write it: every slip named at its place, everything else in the file told as well."""

import pytest

from noticeboard.reading import tree, yaml_file
from tests.reading.told import NOTICE, brief, notice, sentences

ACTIONS = NOTICE + "actions:\n"
SLIPS = {
    "full-width colon": ("title: ", "title：", ["1:6 yaml-full-width-colon"]),
    "no space after the colon": ("title: ", "title:", ["1:6 yaml-space-after-colon"]),
    "full-width space after the colon": ("title: ", "title:\u3000", ["1:7 yaml-odd-space"]),
    "non-breaking space": ("title: ", "title:\u00a0", ["1:7 yaml-odd-space"]),
    "colon within": ("停水通知", "通知: 停水", ["1:10 yaml-quotes-needed"]),
    "colon at the end": ("停水通知", "停水通知:", ["1:12 yaml-quotes-needed"]),
    "star": ("停水", "*停水*", ["1:8 yaml-quotes-needed"]),
    "an alias": ("停水通知", "*all", ["1:8 yaml-quotes-needed"]),
    "an anchor": ("停水通知", "&all 停水", ["1:8 yaml-quotes-needed"]),
    "exclamation mark": ("停水通知", "! 停水", ["1:8 yaml-quotes-needed"]),
    "a tag": ("停水通知", "!!python/name:os.system x", ["1:8 yaml-quotes-needed"]),
    "at sign": ("停水通知", "@全体业主", ["1:8 yaml-quotes-needed"]),
    "per cent": ("停水通知", "%50", ["1:8 yaml-quotes-needed"]),
    "bracket": ("停水通知", "[停水]通知", ["1:8 yaml-quotes-needed"]),
    "greater than": ("停水通知", ">50元的维修", ["1:8 yaml-quotes-needed"]),
    "dash in a value": ("停水通知", "- 停水", ["1:8 yaml-quotes-needed"]),
    "quotes around a part": ("停水通知", '"清明"停水', ["1:12 yaml-text-after-quote"]),
    "quote not closed": ("停水通知", '"停水通知', ["1:8 yaml-quote-open"]),
    "backslash": ("停水通知", '"C:\\公示"', ["1:11 yaml-backslash"]),
    "cut-off key": ("date: 2026-04-02", "dat", ["3:1 yaml-colon-missing"]),
    "text over two lines": ("今天停水", "今天停水\n  晚上恢复", ["6:1 yaml-text-runs-on"]),
    "indented too far": ("published:", "  published:", ["4:1 yaml-indent"]),
    "tab": ("published:", "\tpublished:", ["4:1 yaml-tab"]),
    "tab in a text": ("停水通知", "停水\t通知", ["1:10 yaml-tab"]),
    "number sign": ("停水通知", "3 #楼停水", ["1:10 yaml-comment-cuts-text"]),
    "list for a text": ("停水通知", "[停水通知]", ["1:8 shape-wrong"]),
    "twice": ("form: notice", "form: notice\nform: sign", ["7:1 yaml-duplicate-key"]),
    "merge": ("form: notice", "form: notice\n<<: {a: b}", ["7:1 yaml-clever"]),
    "tagged key": ("title:", "!!str title:", ["1:1 yaml-quotes-needed"]),
    "complex key": ("title:", "? [a]\n:", ["1:3 yaml-clever"]),
    "second document": ("form: notice", "form: notice\n---\na: b", ["7:1 yaml-second-document"]),
    "escaped invisible": ("停水通知", '"停水\\u202E"', ["1:8 character-forbidden"]),
    "escaped surrogate": ("停水通知", '"停水\\ud800"', ["1:11 yaml-backslash"]),
    "escape beyond Unicode": ("停水通知", '"\\UFFFFFFFF"', ["1:9 yaml-backslash"]),
}


@pytest.mark.parametrize(("old", "new", "expected"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_at_its_place(old: str, new: str, expected: list[str]) -> None:
    assert brief(notice(NOTICE.replace(old, new, 1))) == expected


LISTS = {
    "tight dashes": ("  -关水\n  -存水\n", ["9:3 yaml-space-after-dash", "10:3 yaml-space-after-dash"]),
    "full-width space before the dash": ("\u3000- 关水\n", ["9:1 yaml-odd-space"]),
    "colon in an item": ("  - 注意: 关好水龙头\n", ["9:5 yaml-quotes-needed"]),
    "not aligned": ("  - 关水\n - 存水\n", ["10:2 yaml-indent"]),
    "a text for a list": ("  关水\n", ["9:3 shape-wrong"]),
    "nothing": ("", ["8:9 value-empty"]),
}


@pytest.mark.parametrize(("items", "expected"), LISTS.values(), ids=LISTS)
def test_a_slip_in_a_list_is_named_at_its_place(items: str, expected: list[str]) -> None:
    assert brief(notice(ACTIONS + items)) == expected


@pytest.mark.parametrize(
    "text",
    [
        'title: "通知: 3 #楼停水"\n',
        "title: 9:30 停水，详见 https://example.org/a#b\n",
        "title: 'it''s'\n",
        "title: 停水  # 说明: 后面是注释\n",
        "# 注释：这里随便写\ntitle: 停水\n",
        "---\ntitle: 停水\n",
        "title: “清明”期间停水\n",
        "title: -5℃以下停水\n",
        "title: 停水?\n",
    ],
)
def test_an_honest_oddity_is_accepted(text: str) -> None:
    assert notice(text + NOTICE.partition("\n")[2]) == []


def test_a_block_text_may_hold_anything() -> None:
    text = "text: |\n  title：停水\n  -不是列表\n  *星号* &all 3 #楼\n\n  note: 冒号: 随便\n"
    assert notice(NOTICE + text) == []
    assert brief(notice(NOTICE.replace("title: ", "title：") + text)) == ["1:6 yaml-full-width-colon"]


def test_slips_do_not_hide_what_else_is_wrong() -> None:
    text = "title：停水\npublisher:wuye\ndate: 2026/4/2\nsummary: 停水\nform: 公示\nposting:\n  from：2026-04-02\n"
    assert brief(notice(text)) == [
        "1:1 field-missing",
        "1:1 field-missing",
        "1:6 yaml-full-width-colon",
        "2:10 yaml-space-after-colon",
        "3:7 value-malformed",
        "5:7 value-not-listed",
        "7:7 yaml-full-width-colon",
    ]


def test_an_address_is_no_slip_beside_one() -> None:
    assert brief(notice(ACTIONS.replace("title: ", "title：") + "  - https://example.org/\n  - 9:30 关水\n")) == [
        "1:6 yaml-full-width-colon"
    ]


@pytest.mark.parametrize("key", ["fom", "Form", "文种"])
def test_a_key_mistyped_is_not_also_missed(key: str) -> None:
    (found,) = notice(NOTICE.replace("form: ", f"{key}: "))
    assert brief([found]) == ["6:1 field-unknown"]
    assert sentences(found)[0] == f"不认识的字段“{key}”（是不是 form？）。"


def test_options_with_full_width_colons_are_understood() -> None:
    motion = (
        "motions:\n  - id: m\n    title: t\n    matter: rebuild\n    result: passed\n    counts:\n      - unit: area\n"
    )
    votes = "        options:\n          同意：66.5\n          反对:3\n"
    assert brief(tree.read("resolution", motion + votes)[1])[-2:] == [
        "9:13 yaml-full-width-colon",
        "10:13 yaml-space-after-colon",
    ]


def test_the_second_of_two_equal_keys_is_told_with_the_line_of_the_first() -> None:
    text = NOTICE + "posting:\n  from: 2026-04-02\nposting:\n  from: 2026-02-30\n  until: 2026-05-01\n"
    (found,) = notice(text)
    assert sentences(found)[0] == "“posting”写了两次，第一次在第 8 行。"


def test_places_are_those_of_the_first_of_two_equal_keys() -> None:
    places = yaml_file.positions("a:\n  b: 1\na:\n  b: 2\n")
    assert places["a", "b"] == (2, 3, 2, 6)
    assert places.keys() == {("a",), ("a", "b")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 file-empty"]),
        ("# 只有注释\n", ["1:1 file-empty"]),
        ("停水通知\n", ["1:1 yaml-not-a-mapping"]),
        ("- 停水\n", ["1:1 yaml-not-a-mapping"]),
        ("%YAML 1.1\n---\ntitle: 停水\n", ["1:1 yaml-clever"]),
        ("a: " + "[" * 9 + "]" * 9, ["1:11 yaml-too-deep"]),
        ("".join(f"k{number}: 1\n" for number in range(2001)), ["2001:1 yaml-too-many-keys"]),
    ],
)
def test_what_is_no_record_is_refused(text: str, expected: list[str]) -> None:
    assert brief(notice(text)) == expected


def test_eight_levels_are_enough_and_nine_too_many() -> None:
    assert yaml_file.parse("a: " + "[" * 7 + "x" + "]" * 7)[1] == []
    assert brief(yaml_file.parse("a: " + "[" * 8 + "x" + "]" * 8)[1]) == ["1:11 yaml-too-deep"]


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 200_000,
        "a: &a [x]\n" + "".join(f"{name}: &{name} [*a, *a, *a]\n" for name in "bcdefgh"),
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        '"' * 262_144,
        "a: '" + "''" * 100_000,
        "title: " + "：" * 200_000,
        "a:b\n" * 60_000,
    ],
    ids=range(9),
)
def test_hostile_files_are_refused_at_once(hostile: str) -> None:
    import time

    begin = time.process_time()
    assert 1 <= len(notice(hostile[:262_144])) <= 50
    assert time.process_time() - begin < 3


def test_every_scalar_is_text() -> None:
    content, faults = yaml_file.parse("a: no\nb: 012\nc: 12:30\nd: 1e3\ne: ~\nf: 2026-01-01\ng: .nan\nh: 0x1F\n")
    assert faults == []
    assert content == {
        "a": "no",
        "b": "012",
        "c": "12:30",
        "d": "1e3",
        "e": "~",
        "f": "2026-01-01",
        "g": ".nan",
        "h": "0x1F",
    }
