"""What a browser would make of HTML, and whether it could do anything."""

import re
from html.parser import HTMLParser

from noticeboard.site import prose

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class Shown(HTMLParser):
    """What a browser would make of some HTML: tags with their attributes, and text without needless space."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tokens: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.tokens.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.tokens.append(" ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came through: {data}")

    @property
    def words(self) -> str:
        return "".join(token for token in self.tokens if not re.fullmatch("</?[a-z0-9]+>", token))


def inert(html: str) -> None:
    for tag, attributes in Shown(html).tags:
        if tag == "div":
            assert attributes == {"class": "scroll"}
            continue
        assert tag in prose.ALLOWED
        assert attributes.keys() <= prose.ALLOWED[tag] | {"rel"}
        if "href" in attributes:
            address = (attributes["href"] or "").lower()
            scheme = SCHEME.match(address)
            assert scheme is None or scheme[0] in ("https:", "mailto:", "tel:")
            assert not address.startswith(("//", "/\\", "\\"))
