"""Atom feeds with ids that never change."""

import datetime
from collections.abc import Sequence
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from noticeboard.site.summary import Row

CHINA = datetime.timezone(datetime.timedelta(hours=8))


def atom(title: str, base_url: str, folder: str, rows: Sequence[tuple[str, Row]]) -> bytes:
    """A feed at `folder`/feed.xml; `rows` are (path of the community, row), newest first, and not empty."""
    home = base_url + folder
    feed = Atom1Feed(
        title=title, link=home, description=title, language="zh-CN",
        feed_url=f"{home}feed.xml", feed_guid=_tag(base_url, folder or "/"),
    )  # fmt: skip
    for community, row in rows:
        feed.add_item(
            title=row.title,
            link=f"{base_url}{community}{row.url}",
            description=row.summary,
            unique_id=_tag(base_url, f"{community}{row.url}"),
            pubdate=_moment(row.published),
            updateddate=_moment(row.published),
            author_name=row.publisher,
            categories=[row.kind],
        )
    text: str = feed.writeString("utf-8")
    return text.encode()


def _tag(base_url: str, path: str) -> str:
    """A tag URI (RFC 4151): it stays when the site moves to another scheme or path."""
    return f"tag:{urlsplit(base_url).hostname},2026:{path.rstrip('/')}"


def _moment(day: str) -> datetime.datetime:
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), CHINA)
