"""Record text to HTML: a small Markdown subset, and plain text by a short cut."""

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from noticeboard.site.native import ANY_HAN, TAG

PLAIN = re.compile(r"[^*_`\[\]<>&|#\\~^]*")
BLANK_LINE = re.compile("^[ \t\u3000]+$", re.MULTILINE)
"""To Markdown full-width spaces are text, to whoever typed them they are none."""
EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")
BLOCK_START = re.compile(r"^(?: {0,3}(?:[-+=]|\d{1,9}[.)])| {4}|\t)", re.MULTILINE)

FOREIGN = re.compile(r"[\s\x00-\x20]*(?:[/\\]|%5c){2}", re.IGNORECASE)

ALLOWED = {
    "p": set(), "br": set(), "strong": set(), "em": set(), "ul": set(), "ol": {"start"}, "li": set(),
    "table": set(), "thead": set(), "tbody": set(), "tr": set(), "th": set(), "td": set(),
    "blockquote": set(), "h3": set(), "h4": set(), "h5": set(), "h6": set(), "a": {"href", "title"},
    "code": set(), "pre": set(), "hr": set(), "s": set(),
}  # fmt: skip
LOWERED = {"h1": "h3", "h2": "h3"}
"""The headings above are the page's own."""


def render(text: str) -> Markup:
    """Safe HTML. A single line break stays a line break, as clerks mean it."""
    if "\u3000" in text:
        text = BLANK_LINE.sub("", text)
    if not text.strip():
        return Markup("")
    if PLAIN.fullmatch(text) and not BLOCK_START.search(text):
        return _paragraphs(text)
    return _markdown(text)


def native(text: str) -> Markup:
    """The same on a page of another language."""
    html = render(text)
    return Markup(f'<div lang="{TAG}">{html}</div>') if ANY_HAN.search(html) else html


def _paragraphs(text: str) -> Markup:
    paragraphs = EMPTY_LINES.split(str(escape(text.strip())))
    return Markup("\n".join(["<p>" + one.replace("\n", "<br>\n") + "</p>" for one in paragraphs]))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # most builds never need it

    return MarkdownIt("js-default", {"breaks": True})


def _at_home(_tag: str, name: str, value: str) -> str | None:
    """No address without a scheme that leads to another host, in any way that browsers understand it."""
    return None if name == "href" and FOREIGN.match(value) else value


def _markdown(text: str) -> Markup:
    import nh3  # noqa: PLC0415

    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        token.tag = LOWERED.get(token.tag, token.tag)
    clean = nh3.clean(
        parser.renderer.render(tokens, parser.options, {}),
        tags=set(ALLOWED),
        attributes=ALLOWED,
        attribute_filter=_at_home,
        url_schemes={"https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean.strip().replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>"))
