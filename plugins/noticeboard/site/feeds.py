"""Atom feeds with ids that never change: of the portal, of each community, and of each of its kinds and bodies."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from noticeboard.records.community import Portal
from noticeboard.site.board import Board
from noticeboard.site.summary import Row
from noticeboard.site.translate import Translator

CHINA = datetime.timezone(datetime.timedelta(hours=8))
ENTRIES = 30


class Feed(NamedTuple):
    """A feed at `folder`/feed.xml, below the site's root; `page` is the page that shows the same."""

    title: str
    folder: str
    page: str


def of_community(board: Board, portal: Portal, t: Translator) -> Iterator[tuple[str, bytes]]:
    """Path below the community's root, and content, of each of its feeds; none is empty."""
    slug, name = board.slug, board.community.name
    newest = _newest(board.rows.values())
    wanted = [(Feed(f"{name} · {portal.title}", f"{slug}/", f"{slug}/"), newest)] if newest else []
    for folder, rows in board.by_folder.items():
        place = f"{slug}/{folder}/"
        wanted.append((Feed(f"{t(rows[0].kind)} · {name}", place, place), _newest(rows)))
    for body, rows in by_body(board).items():
        page = f"{slug}/bodies/index.html#{body}"
        wanted.append((Feed(f"{board.body(body)} · {name}", f"{slug}/bodies/{body}/", page), _newest(rows)))
    for feed, rows in wanted:
        entries = [(f"{slug}/", row) for row in rows]
        yield f"{feed.folder.removeprefix(f'{slug}/')}feed.xml", atom(feed, portal.base_url, entries)


def by_body(board: Board) -> dict[str, list[Row]]:
    """Body id to the rows of what it published or decided; bodies in the order in which they are listed."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in board.dataset.records:
        for body in {record.publisher, record.on_behalf_of} - {""}:
            found[body].append(board.rows[record.id])
    return {body: found[body] for body in board.dataset.body_by_id if body in found}


def _newest(rows: Iterable[Row]) -> list[Row]:
    """What was published or corrected last comes first."""
    return list(islice(sorted(rows, key=lambda row: (row.touched, row.date, row.url), reverse=True), ENTRIES))


def atom(feed: Feed, base_url: str, rows: Sequence[tuple[str, Row]]) -> bytes:
    """`rows` are (path of the community, row), newest first, and not empty."""
    writer = Atom1Feed(
        title=feed.title, link=base_url + feed.page, description=feed.title, language="zh-CN",
        feed_url=f"{base_url}{feed.folder}feed.xml", feed_guid=_tag(base_url, feed.folder or "/"),
    )  # fmt: skip
    for community, row in rows:
        writer.add_item(
            title=row.title,
            link=f"{base_url}{community}{row.url}",
            description=row.summary,
            unique_id=_tag(base_url, f"{community}{row.url}"),
            pubdate=_moment(row.published),
            updateddate=_moment(row.touched),
            author_name=row.publisher,
            categories=[row.kind],
        )
    text: str = writer.writeString("utf-8")
    return text.encode()


def _tag(base_url: str, path: str) -> str:
    """A tag URI (RFC 4151): it stays when the site moves to another scheme or path."""
    return f"tag:{urlsplit(base_url).hostname},2026:{path.rstrip('/')}"


def _moment(day: str) -> datetime.datetime:
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), CHINA)
