"""What the books say was spent on each project: the ledger rows that name it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Draw, Project
from noticeboard.records.statement import Ledger, Statement, yuan

FEES = "MF.E.10"
"""Design, supervision, price audit: paid for the works, but not to the contractor."""


class Entry(NamedTuple):
    """A row of a ledger; `line` is the physical line, `expense` in yuan."""

    statement: Statement
    line: int
    date: datetime.date
    category: str
    item: str
    voucher: str
    expense: Decimal
    decision: str
    project: str

    @property
    def is_fee(self) -> bool:
        return self.category.startswith(FEES)


def expenses(dataset: Dataset) -> dict[str, list[Entry]]:
    """Statement id to the rows of its ledger that spend something on a project or by a decision."""
    return {statement.id: list(_entries(statement, ledger)) for statement, ledger in dataset.with_ledger()}


def _entries(statement: Statement, ledger: Ledger) -> Iterator[Entry]:
    decisions, projects = ledger.column("decision"), ledger.column("project")
    if not any(decisions) and not any(projects):
        return
    columns = [ledger.column(name) for name in ("date", "category", "item", "voucher")]
    for row, fen in enumerate(ledger.expenses):
        if fen and (decisions[row] or projects[row]):
            date, category, item, voucher = (column[row] for column in columns)
            yield Entry(
                statement, ledger.lines[row], datetime.date.fromisoformat(date), category, item, voucher, yuan(fen),
                decisions[row], projects[row],
            )  # fmt: skip


def by_project(dataset: Dataset) -> dict[str, list[Entry]]:
    """Project id to the rows that name it, by date."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entries in dataset.derive(expenses).values():
        for entry in entries:
            if entry.project:
                found[entry.project].append(entry)
    return {project: sorted(entries, key=lambda one: one.date) for project, entries in found.items()}


def entry_of(dataset: Dataset, project: Project, draw: Draw, statement: str) -> Entry | None:
    """The row of a statement that has the amount of a draw, and its voucher where one is named."""
    for entry in dataset.derive(expenses).get(statement, ()):
        decided = project.decision.resolution if project.decision else ""
        same = entry.project == project.id or (not entry.project and entry.decision and entry.decision == decided)
        if same and entry.expense == draw.amount and draw.voucher in ("", entry.voucher):
            return entry
    return None
