"""Record text on pages of another language stays Chinese, and says so, for voices, fonts and hyphenation.

Templates need not know. When one is compiled for another language, `prepared` has
every expression that stands between tags, where markup may stand, go through `native`,
and every `t(…)` there through `t.rich(…)`, which does so with the values of the word.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

TAG = "zh-Hans"
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
BEFORE = "0-9.,:/%〔\u2013\u3001-\u303f\uff01-\uff5e-"
AFTER = "(?:[0-9%\u3001-\u303f\uff01-\uff5e]|[-.:,/\u2013\u2014](?=[0-9])|[”’](?=[\u3001-\u303f\uff01-\uff5e]))*"
RUN = re.compile(f"[{BEFORE}]*[{HAN}](?:[^a-zA-Z<>&]*[{HAN}])?{AFTER}")
"""From the first Chinese character to the last, over anything but Latin letters, with the figures beside them."""
ANY_HAN = re.compile(f"[{HAN}]")

TOKEN = re.compile(
    r"(?s:\{#.*?#\}|\{%-?\s*(?P<statement>\w+)\s*(?P<name>\w*).*?%\}|\{\{(?P<expression>.*?)\}\}"
    r"|<(?P<close>/?)(?P<element>[a-zA-Z!][a-zA-Z0-9]*)|(?P<end>>))"
)
WORD = re.compile(r"\bt\(")
TEXT_ALONE = frozenset({"title", "desc", "option", "text", "textarea", "script"})
"""Elements in which markup cannot stand."""
BLOCKS_ALONE = frozenset({"title", "description"})
"""Blocks of templates that stand in such an element, or in an attribute."""

PUNCTUATION = str.maketrans(
    {"、": ", ", "，": ", ", "；": "; ", "：": ": ", "（": " (", "）": ")", "＝": "=", "\u3000": " · "}
)
"""What stands between expressions in templates, as other languages write it."""


def native(value: object) -> object:
    """Text with its Chinese parts marked as such; anything else, markup included, as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or not ANY_HAN.search(value):
        return value
    return Markup(RUN.sub(rf'<bdi lang="{TAG}">\g<0></bdi>', str(escape(value))))  # noqa: S704


def prepared(source: str) -> str:
    """A template's source for a language other than Chinese."""
    return "".join(_pieces(source.translate(PUNCTUATION)))


def _pieces(source: str) -> Iterator[str]:
    in_tag, element, block, last = False, "", "", 0
    for token in TOKEN.finditer(source):
        yield source[last : token.start()]
        last = token.end()
        alone = in_tag or element or block
        if token["expression"] is not None and not alone and "tojson" not in token["expression"]:
            yield f"{{{{ native({WORD.sub('t.rich(', token['expression'].strip())}) }}}}"
            continue
        yield token[0]
        if token["statement"] == "block" and token["name"] in BLOCKS_ALONE:
            block = token["name"]
        elif token["statement"] == "endblock":
            block = ""
        elif token["element"]:
            in_tag = True
            element = "" if token["close"] else token["element"] if token["element"] in TEXT_ALONE else element
        elif token["end"]:
            in_tag = False
    yield source[last:]
