"""Record text to HTML: a small Markdown subset, and plain text by a short cut."""

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

PLAIN = re.compile(r"[^*_`\[\]<>&|#\\~^]*")
EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")
BLOCK_START = re.compile(r"^(?: {0,3}(?:[-+=]|\d{1,9}[.)])| {4}|\t)", re.MULTILINE)

ALLOWED = {
    "p": set(), "br": set(), "strong": set(), "em": set(), "ul": set(), "ol": {"start"}, "li": set(),
    "table": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"align"}, "td": {"align"},
    "blockquote": set(), "h3": set(), "h4": set(), "h5": set(), "h6": set(), "a": {"href", "title"},
    "code": set(), "pre": set(), "hr": set(), "del": set(),
}  # fmt: skip


def render(text: str) -> Markup:
    """Safe HTML. A single line break stays a line break, as clerks mean it."""
    if not text:
        return Markup("")
    if PLAIN.fullmatch(text) and not BLOCK_START.search(text):
        return _paragraphs(text)
    return _markdown(text)


def _paragraphs(text: str) -> Markup:
    paragraphs = EMPTY_LINES.split(str(escape(text.strip())))
    return Markup("\n".join(["<p>" + one.replace("\n", "<br>\n") + "</p>" for one in paragraphs]))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # most builds never need it

    return MarkdownIt("js-default", {"linkify": False, "breaks": True, "typographer": False})


def _markdown(text: str) -> Markup:
    import nh3  # noqa: PLC0415

    html = _parser().render(re.sub(r"^(#{1,2}) ", "### ", text, flags=re.MULTILINE))
    clean = nh3.clean(
        html,
        tags=set(ALLOWED),
        attributes=ALLOWED,
        url_schemes={"https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean.strip().replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>"))
