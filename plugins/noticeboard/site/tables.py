"""Ledger rows as HTML by joining texts: a template loop per cell would cost twice the page."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from noticeboard.records.statement import Ledger
from noticeboard.site.wordings import amount

MONEY = frozenset({"income", "expense"})
NUMBERS = frozenset({"income", "expense", "quantity", "unit_price"})


def ledger_rows(ledger: Ledger, first: int, last: int, columns: Sequence[str], accounts: dict[str, str]) -> Markup:
    """The rows from `first` up to but not including `last`, of `columns` in order, as <tr> elements."""
    cells = [_cells(ledger, name, first, last, accounts) for name in columns]
    return Markup("\n".join(f"<tr>{''.join(row)}</tr>" for row in zip(*cells, strict=True)))


def _cells(ledger: Ledger, name: str, first: int, last: int, accounts: dict[str, str]) -> list[str]:
    texts = ledger.column(name)[first:last]
    if name in MONEY:
        return [f'<td class="n">{amount(text)}</td>' if text else "<td></td>" for text in texts]
    if name in NUMBERS:
        return [f'<td class="n">{text}</td>' for text in texts]
    if name == "date":
        return [f'<td class="d"><time datetime="{text}">{text[5:].replace("-", ".")}</time></td>' for text in texts]
    if name == "category":
        return [f'<td><abbr title="{text}">{accounts[text]}</abbr></td>' for text in texts]
    return [f"<td>{text if text.isalnum() else escape(text)}</td>" for text in texts]


