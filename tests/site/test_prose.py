"""Record text as HTML: hostile text stays inert, and the short cut for plain text shows what Markdown would."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from noticeboard.site import prose
from tests.corpus.markup import VECTORS
from tests.site.shown import Shown, inert


@pytest.mark.parametrize("text", VECTORS, ids=range(len(VECTORS)))
@pytest.mark.parametrize("put", ["{}", "前{}后", "**强调** {}", "甲\n\n{}\n\n乙"])
def test_hostile_text_stays_inert(put: str, text: str) -> None:
    inert(prose.render(put.replace("{}", text)))


PIECES = [
    "<script>",
    "</script>",
    "</a>",
    "<img",
    "onerror=",
    "javascript:",
    "data:",
    "&#106;",
    "&lt;",
    "[x](",
    ")",
    "](",
    "`",
    "```",
    "*",
    "_",
    "|",
    "#",
    ">",
    "'",
    '"',
    "\\",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=14).map("".join))
def test_any_mixture_of_hostile_pieces_stays_inert(text: str) -> None:
    inert(prose.render(text))


def test_a_link_to_a_safe_place_stays_one() -> None:
    assert Shown(prose.render("见 [公告](https://a.example/x \"标题\")")).tags[1] == (
        "a", {"href": "https://a.example/x", "title": "标题", "rel": "noopener noreferrer nofollow"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("# 一\n\n## 二\n\n### 三\n\n#### 四", ["h3", "h3", "h3", "h4"]),
        ("一\n===\n\n二\n---", ["h3", "h3"]),
        ("```\n# 注释\n```", ["pre", "code"]),
        ("1. 一\n2. 二", ["ol", "li", "li"]),
        ("- 一\n- 二", ["ul", "li", "li"]),
        ("一\n二", ["p", "br"]),
        (
            "| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |",
            ["div", "table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
        ),
        ("~~旧~~ **新** *斜*", ["p", "s", "strong", "em"]),
    ],
)
def test_the_subset_of_markdown(text: str, tags: list[str]) -> None:
    shown = Shown(prose.render(text))
    assert [tag for tag, _ in shown.tags] == tags


def test_what_looks_like_a_heading_in_code_is_left_alone() -> None:
    assert Shown(prose.render("```\n# 注释\n```")).words == "# 注释"


@pytest.mark.parametrize("text", ["", "\n", " \n\u3000\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert prose.render(text) == ""


def test_a_line_of_full_width_spaces_parts_paragraphs() -> None:
    assert prose.render("一\n\u3000\u3000\n二") == prose.render("一\n\n二") == "<p>一</p>\n<p>二</p>"
    assert prose.render("**一**\n\u3000\n二") == "<p><strong>一</strong></p>\n<p>二</p>"


LINES = st.lists(st.text("停水。，A b1\u3000-.()（）:'\"/+=", max_size=8), max_size=5).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(LINES)
@example("一\n二\n\n三")
@example("\u3000\n\n一\n\n\u3000\n\n二")
@example("一\n=")
@example("一\n-")
@example("+ 一")
@example("1. 一")
@example("1) 一")
@example("一\n\n    二")
@example("\t一")
@example("  缩进一格\n二")
@example("一\n \n\t\n二")
@example("\u3000\u3000全角缩进\n\n\u3000\u3000第二段")
@example("2026.\n1) 一")
@example('他说"好"，don\'t')
def test_the_short_cut_shows_what_markdown_would(text: str) -> None:
    text = prose.BLANK_LINE.sub("", text)
    if text.strip() and prose.PLAIN.fullmatch(text) and not prose.BLOCK_START.search(text):
        assert Shown(prose.render(text)).tokens == Shown(prose._markdown(text)).tokens
