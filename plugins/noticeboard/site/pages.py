"""Which pages a community has, and what each is made from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from noticeboard.records.dataset import WHOLE_COMMUNITY
from noticeboard.records.envelope import Record
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.records.meeting import Meeting
from noticeboard.records.resolution import Resolution
from noticeboard.records.review import Review, Task
from noticeboard.records.statement import Ledger, Statement, yuan
from noticeboard.site import charts, tables, tallies, tenure
from noticeboard.site.board import Board
from noticeboard.site.summary import Row
from noticeboard.site.wordings import month

ROWS_PER_LIST = 50
ROWS_PER_LEDGER = 200
FEED_ENTRIES = 30
NEWEST = 6
FIRST_COLUMNS: tuple[str, ...] = ("date", "category", "item", "counterparty", "income", "expense")


class Page(NamedTuple):
    """`folder` is relative to the community's root and ends in a slash, or is empty for its home."""

    folder: str
    template: str
    context: dict[str, Any]


class Part(NamedTuple):
    """One page of a long list. `number` counts from 1; `urls` lead to all parts."""

    number: int
    rows: Sequence[Row]
    urls: tuple[str, ...]


def pages(board: Board) -> Iterator[Page]:
    """Every page of a community."""
    return chain(
        [_home(board)],
        (page for folder in board.by_folder for page in _lists(board, folder)),
        (page for record in board.dataset.records for page in _record(board, record)),
        _funds(board),
        [
            Page("bodies/", "bodies.html", tenure.bodies(board)),
            Page("responsibilities/", "responsibilities.html", {}),
            Page("corrections/", "corrections.html", {"corrected": _corrected(board)}),
            Page(
                "search/",
                "search.html",
                {"years": [(folder, _years(rows)) for folder, rows in board.by_folder.items()]},
            ),
        ],
    )


def _home(board: Board) -> Page:
    today, data = board.today, board.dataset
    upcoming = [one for one in data.meetings if one.state == "scheduled" and not today.is_past(one.date)]
    posting = [
        (str(one.posting.until), board.rows[one.id])
        for one in data.records
        if one.posting and board.mark(one) == "posting"
    ]
    pinned = [
        one for one in data.notices if one.pinned_until and not today.is_past(one.pinned_until) and not one.withdrawn
    ]
    doing = [one for one in data.resolutions if one.implementation and not one.implementation.done_on]
    context = {
        "newest": board.newest[:NEWEST],
        "upcoming": sorted(upcoming, key=lambda one: (one.date, one.start)),
        "posting": sorted(posting, key=lambda pair: pair[0]),
        "pinned": [board.rows[one.id] for one in pinned],
        "doing": sorted(doing, key=lambda one: one.decided_on, reverse=True)[:5],
    }
    return Page("", "community.html", context)


# lists


def _lists(board: Board, folder: str) -> Iterator[Page]:
    rows = board.by_folder[folder]
    yield from _list(board, folder, "", rows)
    for year in _years(rows):
        yield from _list(board, folder, year, [row for row in rows if row.date[:4] == year])


def _list(board: Board, folder: str, year: str, rows: Sequence[Row]) -> Iterator[Page]:
    base = f"{folder}/year/{year}/" if year else f"{folder}/"
    for part in _parts(base, rows):
        context = {
            "kind": BY_FOLDER[folder].name,
            "folder": folder,
            "year": year,
            "years": _years(board.by_folder[folder]),
            "part": part,
            "funds": board.funds if folder == "finances" and not year else (),
        }
        yield Page(part.urls[part.number - 1], "list.html", context)


def _parts(base: str, rows: Sequence[Row]) -> Iterator[Part]:
    starts = range(0, len(rows), ROWS_PER_LIST)
    urls = tuple(base if i == 0 else f"{base}page/{i + 1}/" for i in range(len(starts)))
    for i, start in enumerate(starts):
        yield Part(i + 1, rows[start : start + ROWS_PER_LIST], urls)


def _years(rows: Sequence[Row]) -> list[str]:
    return sorted({row.date[:4] for row in rows}, reverse=True)


# records


def _record(board: Board, record: Record) -> Iterator[Page]:
    kind = BY_FOLDER[record.folder].name
    context = {"record": record, "kind": kind, "row": board.rows[record.id], "referring": _referring(board, record)}
    if isinstance(record, Statement):
        context |= _statement(board, record)
        yield from _ledger_parts(board, record)
    elif isinstance(record, Meeting):
        context["turnouts"] = [tallies.turnout(one) for one in record.attendance]
    elif isinstance(record, Resolution):
        context["votes"] = [(one, *tallies.latest_and_earlier(one.counts, one.denominator)) for one in record.motions]
    elif isinstance(record, Review):
        context |= _review(board, record)
    yield Page(f"{record.id}/", f"{kind}.html", context)


def _referring(board: Board, record: Record) -> list[tuple[str, Row]]:
    """Records that name this one and are not named by it: (how, row)."""
    named = {relation.record for relation in record.related}
    return [
        (next(relation.how for relation in other.related if relation.record == record.id), board.rows[other.id])
        for other in board.dataset.referring_to(record.id)
        if other.id not in named
    ]


def _review(board: Board, review: Review) -> dict[str, Any]:
    """Ballots by the one reviewed, tasks by the problem that they answer, and last year's tasks in words."""
    tasks: defaultdict[str, list[Task]] = defaultdict(list)
    for task in review.tasks:
        tasks[task.problem].append(task)
    ballots = [tallies.tally(count) for count in review.ballots]
    return {
        "ballots": [(one, [tally for tally in ballots if tally.of.of == one.id]) for one in review.reviewed],
        "other_ballots": [tally for tally in ballots if not tally.of.of],
        "tasks": dict(tasks),
        "before": _tasks_before(board, review),
        "carrying": {task.id: task.text for task in review.tasks},
    }


def _tasks_before(board: Board, review: Review) -> dict[str, Task]:
    """The tasks of the year before in the same estate, by id."""
    estate = board.dataset.estate_of(review)
    before = [
        one for one in board.dataset.reviews if one.year == review.year - 1 and board.dataset.estate_of(one) == estate
    ]
    return {task.id: task for one in before for task in one.tasks}


class CategoryTotal(NamedTuple):
    """A category's sum in the ledger, in yuan, beside the printed one where there is one; `width` in percent."""

    code: str
    title: str
    income: Decimal
    expense: Decimal
    printed: Decimal | None
    budget: Decimal | None
    note: str
    width: float


def _statement(board: Board, statement: Statement) -> dict[str, Any]:
    ledger = board.dataset.ledgers.get(statement.id)
    series = board.dataset.funds[board.dataset.estate_of(statement), statement.fund]
    index = series.index(statement)
    return {
        "estate_id": board.dataset.estate_of(statement),
        "previous": board.rows[series[index - 1].id] if index else None,
        "next": board.rows[series[index + 1].id] if index + 1 < len(series) else None,
        "recount": _recount(statement, ledger) if ledger else None,
        "categories": _categories(board, statement, ledger) if ledger else (),
        "ledger": _ledger_part(board, statement, ledger, 0) if ledger else None,
    }


def _recount(statement: Statement, ledger: Ledger) -> dict[str, tuple[Decimal, Decimal]]:
    """What the ledger says where it differs from what is printed: field to (printed, recounted)."""
    counted = {
        "income": ledger.income,
        "expense": ledger.expense,
        "closing": statement.opening + ledger.income - ledger.expense,
    }
    printed = {name: getattr(statement, name) for name in counted}
    return {name: (printed[name], value) for name, value in counted.items() if printed[name] != value}


def _categories(board: Board, statement: Statement, ledger: Ledger) -> tuple[CategoryTotal, ...]:
    printed = {total.category: total for total in statement.totals}
    most = max((max(pair) for pair in ledger.by_category.values()), default=0)
    rows = []
    for code, (income, expense) in ledger.by_category.items():
        total = printed.get(code)
        rows.append(
            CategoryTotal(
                code,
                board.accounts[code],
                yuan(income),
                yuan(expense),
                total.amount if total else None,
                total.budget if total else None,
                total.note if total else "",
                round(max(income, expense, 0) * 100 / most, 2) if most > 0 else 0.0,
            )
        )
    return tuple(sorted(rows, key=lambda one: (one.income == 0, -one.income - one.expense, one.code)))


class LedgerPart(NamedTuple):
    """Up to 200 ledger rows as HTML, and where the others are."""

    columns: tuple[str, ...]
    rows: Any
    number: int
    urls: tuple[str, ...]
    total: int


def _ledger_part(board: Board, statement: Statement, ledger: Ledger, index: int) -> LedgerPart:
    columns = tuple(name for name in FIRST_COLUMNS if name in ledger.columns)
    columns += tuple(name for name in ledger.columns if name not in columns and any(ledger.column(name)))
    first = index * ROWS_PER_LEDGER
    urls = _ledger_urls(statement, ledger)
    here = "../" * urls[index].count("/")
    html = tables.ledger_rows(ledger, slice(first, first + ROWS_PER_LEDGER), columns, board, here)
    return LedgerPart(columns, html, index + 1, urls, len(ledger.rows))


def _ledger_urls(statement: Statement, ledger: Ledger) -> tuple[str, ...]:
    count = -(-len(ledger.rows) // ROWS_PER_LEDGER)
    return tuple(f"{statement.id}/" if i == 0 else f"{statement.id}/rows/{i + 1}/" for i in range(count))


def _ledger_parts(board: Board, statement: Statement) -> Iterator[Page]:
    ledger = board.dataset.ledgers.get(statement.id)
    if ledger is None:
        return
    for index, url in enumerate(_ledger_urls(statement, ledger)[1:], start=1):
        part = _ledger_part(board, statement, ledger, index)
        yield Page(url, "ledger.html", {"record": statement, "kind": "statement", "ledger": part})


# funds


def _funds(board: Board) -> Iterator[Page]:
    for (estate, fund), statements in board.dataset.funds.items():
        standing = board.dataset.standing.get((estate, fund), ())
        context = {
            "fund": fund,
            "estate_id": estate,
            "estate_name": board.community.name if estate == WHOLE_COMMUNITY else board.estate(estate),
            "statements": statements[::-1],
            "last": standing[-1] if standing else None,
            "line": _balances(standing) if len(standing) > 1 else None,
        }
        yield Page(f"{estate}/{fund}/", "fund.html", context)


def _balances(standing: Sequence[Statement]) -> charts.Line:
    """The closing balances; where a year and its last month end together, one point stands for both."""
    closings = {one.period.until: one.closing for one in standing}
    return charts.line([(month(day), closings[day]) for day in sorted(closings)])


def _corrected(board: Board) -> list[tuple[str, Record]]:
    """(day, record) of every correction and withdrawal, the latest first."""
    found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in board.dataset.records:
        for correction in record.corrections:
            found[str(correction.date), record.id].append(record)
        if record.withdrawn:
            found[str(record.withdrawn.date), record.id].append(record)
    return [(day, records[0]) for (day, _), records in sorted(found.items(), reverse=True)]
