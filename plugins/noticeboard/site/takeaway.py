"""What can be taken away of a community: every file beside its pages that another program reads, and their page."""

from collections.abc import Iterator

from noticeboard.records.community import Portal
from noticeboard.site import calendars, clocks, datapackage, exports, feeds, registers
from noticeboard.site.board import Board
from noticeboard.site.happenings import happenings
from noticeboard.site.page import Page
from noticeboard.site.summary import Summary
from noticeboard.site.translate import Translator

File = tuple[str, bytes]
"""Its path below the community's root, and its content."""


def page(board: Board) -> Page:
    """Where all of it is told in plain words; `calendars` are the bodies that have one."""
    meeting = {body for one in happenings(board) for body in one.bodies}
    context = {
        "tables": datapackage.tables(board),
        "feeds": list(feeds.by_body(board)),
        "calendars": [body for body in board.dataset.body_by_id if body in meeting],
        "happens": bool(meeting),
    }
    return Page("data/", "data.html", context)


def files(board: Board, summary: Summary, portal: Portal, t: Translator) -> Iterator[File]:
    yield from _json(board, summary)
    yield from _tables(board)
    yield from datapackage.files(board, portal)
    yield from feeds.of_community(board, portal, t)
    yield from calendars.of_community(board, portal.base_url, t)


def _json(board: Board, summary: Summary) -> Iterator[File]:
    slug = board.slug
    for record in board.dataset.records:
        yield f"{record.id}/index.json", exports.record(board.rows[record.id].kind, slug, record)
    for folder, rows in board.by_folder.items():
        yield f"{folder}/index.json", exports.listing(slug, rows[0].kind, rows)
    for kind, register in board.dataset.registers.items():
        yield f"{register.id}/index.json", exports.register(slug, kind, registers.export(board, kind))
    yield "index.json", exports.community(summary)
    yield "clock.json", exports.clock(slug, clocks.export(board))


def _tables(board: Board) -> Iterator[File]:
    for statement_id, ledger in board.dataset.ledgers.items():
        yield f"{statement_id}/ledger.csv", exports.table(ledger)
