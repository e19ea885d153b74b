"""The report: text for people, annotations for a forge, JSON for machines."""

import json
import textwrap

from noticeboard import report
from noticeboard.findings import Failure, Finding, Severity
from noticeboard.rules.rule import at

KNOWN = {
    "near_zh": "（是不是 nobodies？）", "near_en": " (did you mean nobodies?)",
    "known_zh": "nobodies（无人）", "known_en": "nobodies (Nobodies)",
}  # fmt: skip
ERROR = Finding(
    rule="body-unknown", severity=Severity.ERROR, path="elm/notices/2026-04-02-water.yaml", line=2, column=12,
    community="elm", record="notices/2026-04-02-water", values={"field": "publisher", "found": "nobody"} | KNOWN,
)  # fmt: skip
ANSWERED = Finding(
    rule="statement-income-differs", severity=Severity.ERROR, path="elm/finances/2026-q1.yaml", line=12, column=9,
    community="elm", record="finances/2026-q1", acknowledged="原件如此",
    values={"field": "income", "printed": "950.50", "recounted": "940.50", "difference": "10.00"},
)  # fmt: skip
WARNING = Finding(
    rule="category-direction-wrong", severity=Severity.WARNING, path="elm/finances/2026-q1.csv", line=4,
    community="elm", record="finances/2026-q1",
    values={"found": "CI.I.01", "title_zh": "停车收入", "title_en": "Parking", "amount": "50.00"},
)  # fmt: skip
ALL = [ERROR, ANSWERED, WARNING]


def lines(text: str) -> str:
    return textwrap.dedent(text).removeprefix("\n")


def test_text_in_chinese_ends_with_what_blocks() -> None:
    assert report.text(ALL, "data") == lines(
        """
        data/elm/finances/2026-q1.yaml:12:9: 错误（已说明）: statement-income-differs
          收入合计印的是 950.50，明细加起来是 940.50，相差 10.00。
          应当：收入合计等于明细之和。
          请这样做：查漏记、重记和抄错的笔；原件就是这样的，照录，并在 acknowledged.yaml 里说明。
          社区已说明：原件如此

        data/elm/finances/2026-q1.csv:4:1: 提醒: category-direction-wrong
          科目 CI.I.01（停车收入）的金额 50.00 写在了相反的一栏。
          应当：收入科目写在“收入”，支出科目写在“支出”；退款、冲减在原来的一栏写负数。
          请这样做：换到另一栏，或改对科目。

        data/elm/notices/2026-04-02-water.yaml:2:12: 错误: body-unknown
          publisher 写的机构“nobody”不在 bodies.yaml 里。
          应当：bodies.yaml 里的机构编号（是不是 nobodies？）。现有：nobodies（无人）。
          请这样做：改对编号，或在 bodies.yaml 里加上这个机构。

        共 1 个错误、1 个提醒、0 个提示，1 个已由社区说明。有错误，暂不能公开；改好后再运行一次 make check。
        """
    )


def test_text_in_english() -> None:
    assert report.text([WARNING], "data", "en") == lines(
        """
        data/elm/finances/2026-q1.csv:4:1: warning: category-direction-wrong
          The amount 50.00 of category CI.I.01 (Parking) stands in the opposite column.
          Right: Categories of income under income, of expense under expense; refunds are negative in their own column.
          Fix: Move the amount to the other column, or correct the category.

        Errors: 0; warnings: 1; reminders: 0; answered by the community: 0. Ready to be published.
        """
    )


def test_nothing_found() -> None:
    assert report.text([], "data") == "共 0 个错误、0 个提醒、0 个提示，0 个已由社区说明。可以公开。\n"


def test_answered_errors_do_not_block() -> None:
    assert report.summary([ANSWERED], "zh").endswith("1 个已由社区说明。可以公开。")


def test_github_annotations() -> None:
    """An answered error is only a warning there; the file is named as in the pull request."""
    assert report.github(ALL, "data") == (
        "::error file=data/elm/notices/2026-04-02-water.yaml,line=2,col=12,title=body-unknown::"
        "publisher 写的机构“nobody”不在 bodies.yaml 里。 "
        "bodies.yaml 里的机构编号（是不是 nobodies？）。现有：nobodies（无人）。 "
        "改对编号，或在 bodies.yaml 里加上这个机构。\n"
        "::warning file=data/elm/finances/2026-q1.yaml,line=12,col=9,title=statement-income-differs::"
        "收入合计印的是 950.50，明细加起来是 940.50，相差 10.00。 收入合计等于明细之和。 "
        "社区已说明：原件如此\n"
        "::warning file=data/elm/finances/2026-q1.csv,line=4,col=1,title=category-direction-wrong::"
        "科目 CI.I.01（停车收入）的金额 50.00 写在了相反的一栏。 "
        "收入科目写在“收入”，支出科目写在“支出”；退款、冲减在原来的一栏写负数。 换到另一栏，或改对科目。\n"
        "共 1 个错误、1 个提醒、0 个提示，1 个已由社区说明。有错误，暂不能公开；改好后再运行一次 make check。\n"
    )


def test_nothing_in_the_data_can_end_an_annotation_or_begin_another() -> None:
    sly = Finding(rule="body-unknown", severity=Severity.ERROR, path="elm/a,b:c%.yaml", values=at(
        "community", "name", found="100%\n::error file=x::boo",
    ).values | KNOWN)  # fmt: skip
    annotation, summary = report.github([sly], "data").splitlines()
    assert annotation == (
        "::error file=data/elm/a%2Cb%3Ac%25.yaml,line=1,col=1,title=body-unknown::"
        "name 写的机构“100%25<U+000A>::error file=x::boo”不在 bodies.yaml 里。 "
        "bodies.yaml 里的机构编号（是不是 nobodies？）。现有：nobodies（无人）。 "
        "改对编号，或在 bodies.yaml 里加上这个机构。"
    )
    assert summary.startswith("共 1 个错误")


def test_json() -> None:
    assert json.loads(report.json([ANSWERED], "data")) == [
        {
            "rule": "statement-income-differs",
            "severity": "error",
            "path": "data/elm/finances/2026-q1.yaml",
            "line": 12,
            "column": 9,
            "community": "elm",
            "record": "finances/2026-q1",
            "item": "",
            "values": {"field": "income", "printed": "950.50", "recounted": "940.50", "difference": "10.00"},
            "acknowledged": "原件如此",
            "basis": "",
            "found": "收入合计印的是 950.50，明细加起来是 940.50，相差 10.00。",
            "right": "收入合计等于明细之和。",
            "fix": "查漏记、重记和抄错的笔；原件就是这样的，照录，并在 acknowledged.yaml 里说明。",
        }
    ]


def test_json_is_stable_to_the_byte() -> None:
    first = Finding(rule="entry-without-amount", severity=Severity.ERROR, path="elm/finances/a.csv")
    assert report.json([first], "data", "en") == lines(
        """
        [
          {
            "rule": "entry-without-amount",
            "severity": "error",
            "path": "data/elm/finances/a.csv",
            "line": 1,
            "column": 1,
            "community": "",
            "record": "",
            "item": "",
            "values": {},
            "acknowledged": "",
            "basis": "",
            "found": "This entry has no amount.",
            "right": "Either income or expense; a real zero is 0.00.",
            "fix": "Add the amount; if the original has none, answer in acknowledged.yaml."
          }
        ]
        """
    )
    assert report.json([], "data") == "[]\n"


def test_value_with_braces_is_quoted_as_it_is() -> None:
    """Texts from the data are filled in, never read as wording."""
    finding = Finding(rule="record-unknown", severity=Severity.ERROR, path="x", values={"found": "{found.__class__}"})
    assert report.sentences(finding, "zh")[0] == "引用的记录“{found.__class__}”不存在。"


def test_a_failed_rule_is_our_fault() -> None:
    failures = [Failure("count-not-whole", "elm", ZeroDivisionError("x"))]
    assert report.broken(failures) == (
        "程序自身出错：规则 count-not-whole 在社区 elm 上运行失败，与数据无关：ZeroDivisionError('x')\n"
        "其余规则照常检查了。请运行 .venv/bin/python -m noticeboard --debug check，"
        "把输出交给维护者；在此之前不能公开。\n"
    )
    assert report.broken(failures, "en") == (
        "A fault of the program: rule count-not-whole failed on community elm; the data are not to blame: "
        "ZeroDivisionError('x')\nAll other rules have run. Run .venv/bin/python -m noticeboard --debug check "
        "and give the output to the maintainers; until then nothing can be published.\n"
    )


def test_both_languages_word_the_same_rules() -> None:
    assert list(report.wording("zh")["report"]) == list(report.wording("en")["report"])
    assert report.wording("zh").keys() == report.wording("en").keys()
