"""Ledger rows as HTML by joining texts: a template loop per cell would cost twice the page."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from noticeboard.law import spending, transfers
from noticeboard.records.statement import Ledger, Statement
from noticeboard.site.board import Board
from noticeboard.site.native import native
from noticeboard.site.wordings import amount

MONEY = frozenset({"income", "expense"})
REPEATED = frozenset({"date", "category", "decision", "project", "income_item"})
"""Columns in which few different texts stand many times."""
UNDERSTOOD = frozenset({"date", "category", "item", "counterparty"})
"""Columns whose cells need no title where a row is a block without a head: on narrow screens and on paper."""
LINKED = frozenset({"decision", "project"})


class LedgerTable:
    """The ledger of one statement as table rows. `here` leads to the community's root."""

    def __init__(self, board: Board, statement: Statement, ledger: Ledger, here: str) -> None:
        self.board = board
        self.statement = statement
        self.ledger = ledger
        self.here = here
        charges = board.dataset.derive(spending.charges)[statement.id]
        self.undecided = frozenset(charge.line for charge in charges if charge.undecided)
        self._escaped = _escaped if board.language == "zh" else _marked
        self.estate = board.dataset.estate_of(statement)
        estate = board.dataset.estate_by_id.get(self.estate)
        self.items = {item.id: item.item for item in estate.income_items} if estate else {}

    def rows(self, rows: slice, columns: Sequence[str]) -> Markup:
        """Some rows, of `columns` in order, as <tr> elements."""
        lines = self.ledger.lines[rows]
        cells = [self._cells(self.ledger.column(name)[rows], name, lines) for name in columns]
        return Markup("\n".join(f"<tr>{''.join(row)}</tr>" for row in zip(*cells, strict=True)))

    def _cells(self, texts: list[str], name: str, lines: list[int]) -> Iterable[str]:
        title = "" if name in UNDERSTOOD else f' data-l="{escape(self.board.columns[name])}"'
        start, empty = f'<td class="{name}"{title}>', f'<td class="{name}"></td>'
        if name in MONEY:
            return [f"{start}{_money(text)}</td>" if text else empty for text in texts]
        if name in REPEATED:
            shown = {text: f"{start}{self._shown(text, name)}</td>" if text else empty for text in set(texts)}
            cells = [shown[text] for text in texts]
            return self._with_gaps(
                cells, lines, f'{start}<span class="absent">{self.board.words.undecided}</span></td>', name
            )
        if name == "transfer":
            return [f"{start}{self._other_side(line)}</td>" if text else empty for text, line in _pair(texts, lines)]
        return [f"{start}{self._escaped(text)}</td>" if text else empty for text in texts]

    def _with_gaps(self, cells: list[str], lines: list[int], gap: str, name: str) -> list[str]:
        """Where a decision is needed and none is named, it is shown as missing."""
        if name != "decision" or not self.undecided:
            return cells
        return [gap if line in self.undecided else cell for cell, line in _pair(cells, lines)]

    def _other_side(self, line: int) -> str:
        """The statement that has the other side of a transfer, or what is known of it."""
        side = self.board.dataset.derive(transfers.sides).get((self.statement.id, line))
        if side is None:
            return ""
        if side.other is None:
            told = self.board.words.other_side[side.expected]
            return f'<span class="{"absent" if side.expected else "meta"}">{told}</span>'
        return self._link(side.other.id)

    def _link(self, record_id: str) -> str:
        row = self.board.row(record_id)
        if row is None:
            return str(escape(record_id))
        return f'<a href="{self.here}{row.url}index.html">{self._escaped(row.title)}</a>'

    def _shown(self, text: str, name: str) -> str:
        if name == "date":
            return f'<time datetime="{text}">{self.board.words.month_day(text)}</time>'
        if name == "category":
            return f'<abbr title="{text}">{self.board.accounts[text]}</abbr>'
        if name in LINKED:
            return self._link(text)
        fund = f"{self.here}{self.estate}/{self.statement.fund}/index.html"
        return (
            f'<a href="{fund}#item-{text}">{self._escaped(self.items[text])}</a>'
            if text in self.items
            else str(escape(text))
        )


def _pair(texts: list[str], lines: list[int]) -> Iterable[tuple[str, int]]:
    return zip(texts, lines, strict=True)


def _escaped(text: str) -> str:
    return text if text.isalnum() else str(escape(text))


def _marked(text: str) -> str:
    """The same on a page of another language."""
    return str(escape(native(text)))


def _money(text: str) -> str:
    """As `amount`, from a text that surely has two decimals."""
    return f"{int(text[:-3]):,}{text[-3:]}" if text[0] != "-" else amount(text)
