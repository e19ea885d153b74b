"""Ledger rows as HTML by joining texts: a template loop per cell would cost twice the page."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from noticeboard.records.statement import Ledger
from noticeboard.site.board import Board
from noticeboard.site.wordings import amount, month_day

MONEY = frozenset({"income", "expense"})
REPEATED = frozenset({"date", "category", "decision", "project"})
"""Columns in which few different texts stand many times."""
EXPLAINED = frozenset({"income", "expense", "decision", "project", "quantity", "unit_price", "note"})
"""Columns whose cells carry their title, for narrow screens, where a row is a block and the head is gone."""


def ledger_rows(ledger: Ledger, rows: slice, columns: Sequence[str], board: Board, here: str) -> Markup:
    """Some rows, of `columns` in order, as <tr> elements. `here` leads to the community's root."""
    cells = [_cells(ledger.column(name)[rows], name, board, here) for name in columns]
    return Markup("\n".join(f"<tr>{''.join(row)}</tr>" for row in zip(*cells, strict=True)))


def _cells(texts: list[str], name: str, board: Board, here: str) -> list[str]:
    title = f' data-l="{escape(board.columns[name])}"' if name in EXPLAINED else ""
    start, empty = f'<td class="{name}"{title}>', f'<td class="{name}"></td>'
    if name in MONEY:
        return [f"{start}{_money(text)}</td>" if text else empty for text in texts]
    if name in REPEATED:
        shown = {text: f"{start}{_shown(text, name, board, here)}</td>" if text else empty for text in set(texts)}
        return [shown[text] for text in texts]
    return [f"{start}{text if text.isalnum() else escape(text)}</td>" if text else empty for text in texts]


def _money(text: str) -> str:
    """As `amount`, from a text that surely has two decimals."""
    return f"{int(text[:-3]):,}{text[-3:]}" if text[0] != "-" else amount(text)


def _shown(text: str, name: str, board: Board, here: str) -> str:
    if name == "date":
        return f'<time datetime="{text}">{month_day(text)}</time>'
    if name == "category":
        return f'<abbr title="{text}">{board.accounts[text]}</abbr>'
    if name in ("decision", "project") and (row := board.row(text)):
        return f'<a href="{here}{row.url}index.html">{escape(row.title)}</a>'
    return text if text.isalnum() else escape(text)
