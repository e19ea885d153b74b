"""What is Chinese on pages of another language says so."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from noticeboard.site.native import native, prepared
from noticeboard.site.translate import ForeignTranslator, fold


def marked(text: str) -> str:
    """What `native` makes of a text, with the marks as brackets."""
    shown = str(native(text))
    return shown.replace('<bdi lang="zh-Hans">', "[").replace("</bdi>", "]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电梯", "[电梯]"),
        ("2026年停水通知", "[2026年停水通知]"),
        ("Matters at 三友社区.", "Matters at [三友社区]."),
        ("in (三友) and (四友), both", "in ([三友]) and ([四友]), both"),
        ("3号楼、5号楼（共 2 栋）", "[3号楼、5号楼（共 2 栋）]"),
        ("LED灯 and A&B", "LED[灯] and A&amp;B"),
        ("<b>粗</b>", "&lt;b&gt;[粗]&lt;/b&gt;"),
        ("叫“电梯”。", "[叫“电梯”。]"),
        ("called “电梯”.", "called “[电梯]”."),
        ("电话010-03620055。", "[电话010-03620055。]"),
    ],
)
def test_runs_of_chinese_are_marked(text: str, shown: str) -> None:
    assert marked(text) == shown


@pytest.mark.parametrize("value", [None, 3, "plain & simple", Markup("<p>已经</p>")])
def test_all_else_stays_as_it_is(value: object) -> None:
    assert native(value) is value


WORDS = {"hello": "Hello <all>", "by": "by {who}", "days": "{days} {days:day|days}", "full": "Full："}


def rendered(source: str, **values: object) -> str:
    templates = Environment(loader=DictLoader({"page": source}), autoescape=True, undefined=StrictUndefined)
    templates.globals |= {"t": ForeignTranslator(WORDS, "en"), "native": native}
    fold(templates)
    return templates.get_template("page").render(values)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<p>{{ x }}</p>", '<p><bdi lang="zh-Hans">楼</bdi></p>'),
        ('<p title="{{ x }}">{{ x|upper }}</p>', '<p title="楼"><bdi lang="zh-Hans">楼</bdi></p>'),
        ('<p class="a{{ " b" if x }}">{{ x if x }}</p>', '<p class="a b"><bdi lang="zh-Hans">楼</bdi></p>'),
        ("<svg><title>{{ x }}</title></svg>{{ x }}", '<svg><title>楼</title></svg><bdi lang="zh-Hans">楼</bdi>'),
        ("{% block title %}{{ x }}{% endblock %}<i>{{ x }}</i>", '楼<i><bdi lang="zh-Hans">楼</bdi></i>'),
        ('{{ t("hello") }}', "Hello &lt;all&gt;"),
        ('<p>{{ t("by", who=x) }}</p>', '<p>by <bdi lang="zh-Hans">楼</bdi></p>'),
        ('<p title="{{ t("by", who=x) }}">', '<p title="by 楼">'),
        ('{{ t("days", days=1) }}, {{ t("days", days=2) }}', "1 day, 2 days"),
        ('{% if x > "a" %}{{ x }}{% endif %}', '<bdi lang="zh-Hans">楼</bdi>'),
        ("{{ x }}、{{ 1 }}　{{ 2 }}（{{ 3 }}）", '<bdi lang="zh-Hans">楼</bdi>, 1 · 2 (3)'),
        ("<div data-x='{{ [x]|tojson }}'>{{ [x]|tojson }}</div>", '<div data-x=\'["\\u697c"]\'>["\\u697c"]</div>'),
    ],
)
def test_templates_need_not_know(source: str, html: str) -> None:
    assert rendered(source, x="楼") == html


def test_a_template_without_expressions_stays() -> None:
    assert prepared('<p class="a">b > c</p>{# d #}') == '<p class="a">b > c</p>{# d #}'
