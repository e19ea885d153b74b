"""The words of a page as its readers see them, taken from the page itself."""

import html
import re

BEGIN, END = '<main id="main" tabindex="-1">', "</main>"
UNSEEN = re.compile(r'<(title|desc|form)[ >].*?</\1>|<div class="slip".*?</div>', re.DOTALL)
"""What drawings tell those who do not see them, fields to fill in, and the slip that is on paper only."""

WITHIN = re.compile("</?(?:a|b|code|em|i|mark|small|span|strong|time)(?: [^>]*)?>")
"""What stands within a sentence and does not part it."""

BESIDE = re.compile("</(?:t[dh]|dt)> *<(?:t[dh]|dd)(?: [^>]*)?>|<br>")
"""Between the cells of a row, and a name and what it is: readers see one line."""

TAG = re.compile("<[^>]*>")


def title(page: str) -> str:
    """What the page is called, without where it stands."""
    start = page.index("<title>") + len("<title>")
    return html.unescape(page[start : page.index("</title>", start)]).rpartition(" · ")[0]


def text(page: str) -> str:
    """All text of the page's `<main>`; a line for each paragraph, entry, or row of a table."""
    main = page[page.index(BEGIN) + len(BEGIN) : page.rindex(END)]
    main = WITHIN.sub("", UNSEEN.sub("\n", main).replace("\n", " "))
    lines = html.unescape(TAG.sub("\n", BESIDE.sub(" ", main))).split("\n")
    return "\n".join([" ".join(words) for line in lines if (words := line.split())])
