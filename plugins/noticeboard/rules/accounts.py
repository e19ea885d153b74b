"""Accounts: words and figures, budget and outcome, books and bank, vouchers and shares."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records import capital
from noticeboard.records.dataset import Dataset
from noticeboard.records.statement import FEN, NOTHING, Statement, Total
from noticeboard.rules import chart
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, at_row, compared, rule
from noticeboard.today import Today

HUNDRED = Decimal(100)
OWNERS_FUNDS = frozenset({"common-income", "maintenance", "working"})
MAJOR_WORKS = re.compile("大修|中修|更新改造")


def _asked(dataset: Dataset, name: str, statement: Statement) -> Provision | None:
    """What governs a matter in the period of a statement; None also where it is expressly not asked."""
    provision = law_of(dataset.community).provision(name, period_end=statement.period.until)
    return provision if provision and provision.value is not False else None


@rule(ERROR, acknowledgeable=True, catalogue="FIN-06")
def closing_in_words_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The closing balance in capital characters is another one than in figures.

    Compared by value, since some amounts may be spelt in two ways.
    """
    for statement in dataset.statements:
        said = capital.parsed(statement.closing_in_words)
        if said is not None and said != statement.closing:
            right = Words(capital.written(statement.closing))
            yield at(statement, "closing_in_words", said=said, written=right, **compared(statement.closing, said))


@rule(WARNING, catalogue="FIN-06")
def closing_in_words_unreadable(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The closing balance in capital characters is no amount.

    It may be a slip of copying.
    """
    for statement in dataset.statements:
        if statement.closing_in_words and capital.parsed(statement.closing_in_words) is None:
            right = Words(capital.written(statement.closing))
            yield at(statement, "closing_in_words", found=statement.closing_in_words, written=right)


@rule(WARNING, catalogue="FIN-07", parameters=("accounts.variance_share",))
def variance_unexplained(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A category is far from its budget, and no note says why.

    A budget that nobody compares with the outcome is none.
    """
    for statement in dataset.statements:
        provision = _asked(dataset, "accounts.variance_share", statement)
        for index, total in enumerate(statement.totals if provision else ()):
            if provision and not total.note and _beyond(total, provision.value):
                values = {"category": total.category, "amount": total.amount, "budget": total.budget}
                breach = at(statement, "totals", index, **values, share=_percent(provision.value))
                yield breach.under(provision)


def _beyond(total: Total, share: Fraction) -> bool:
    return total.budget is not None and abs(Fraction(total.amount - total.budget)) > share * abs(Fraction(total.budget))


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"


@rule(WARNING, catalogue="FIN-08")
def balance_negative(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A fund closes below zero.

    More went out than there was. Under a lump sum the provider bears it, and nothing is found.
    """
    for statement in dataset.statements:
        if statement.closing < 0 and statement.fee_basis != "lump-sum":
            yield at(statement, "closing", closing=statement.closing)


@rule(WARNING, catalogue="FIN-09", parameters=("accounts.reconciled",))
def bank_balance_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement of owners' money that moved does not say in which accounts it lies.

    Books can be believed once the bank says the same.
    """
    for statement in dataset.statements:
        moved = statement.income or statement.expense
        if statement.fund not in OWNERS_FUNDS or statement.accounts or not moved:
            continue
        if provision := _asked(dataset, "accounts.reconciled", statement):
            yield at(statement, closing=statement.closing).under(provision)


@rule(WARNING, catalogue="FIN-13", parameters=("accounts.vouchers",))
def expense_without_voucher(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Entries of expense have no number of a voucher.

    Owners may ask to see the receipt; by the number it is found. One finding tells the first and how many there are.
    """
    for statement, ledger in dataset.with_ledger():
        rows = zip(ledger.lines, ledger.column("voucher"), ledger.expenses, strict=True)
        lines = [line for line, voucher, fen in rows if fen > 0 and not voucher]
        if lines and (provision := _asked(dataset, "accounts.vouchers", statement)):
            yield at_row(statement, lines[0], count=len(lines)).under(provision)


def _sides(statement: Statement) -> Iterator[tuple[Decimal, list[tuple[int, Total, Decimal]]]]:
    """Printed totals with shares of the income, then of the expense: the whole, and (index, total, share) of each."""
    shared = [
        (index, total, share)
        for index, total in enumerate(statement.totals)
        if (share := total.printed_share) is not None
    ]
    for whole, directions in ((statement.income, {"in"}), (statement.expense, {"out"})):
        side = [
            (index, total, share)
            for index, total, share in shared
            if {account["direction"] for account in chart.accounts_of(total.category)} == directions
        ]
        if side and whole:
            yield whole, side


@rule(WARNING, catalogue="FIN-14")
def printed_share_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A printed share of the income or expense is not what the amounts give.

    Shares are rounded so that they add up, so less than one unit of the last decimal is no difference.
    """
    for statement in dataset.statements:
        for whole, side in _sides(statement):
            for index, total, share in side:
                unit = Fraction(Decimal(1).scaleb(int(share.as_tuple().exponent)))
                exact = Fraction(total.amount) * 100 / Fraction(whole)
                if abs(Fraction(share) - exact) >= unit:
                    counted = (total.amount * 100 / whole).quantize(FEN, ROUND_HALF_UP)
                    values = {"category": total.category, **compared(share, counted)}
                    yield at(statement, "totals", index, "printed_share", **values)


@rule(WARNING, catalogue="FIN-14")
def printed_shares_not_whole(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The printed shares of a whole do not add up to 100.

    Judged only where the amounts that they stand beside are the whole.
    """
    for statement in dataset.statements:
        for whole, side in _sides(statement):
            shares = sum((share for _, _, share in side), Decimal(0))
            if sum((total.amount for _, total, _ in side), NOTHING) == whole and shares != HUNDRED:
                yield at(statement, "totals", side[0][0], "printed_share", sum=shares, count=len(side))


@rule(ERROR, acknowledgeable=True, catalogue="PS-04", parameters=("service.remuneration_by_rate",))
def remuneration_differs(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The manager's remuneration is not its rate of its base, rounded half up to the fen.

    Under a commission everything else belongs to the owners.
    """
    for statement in dataset.statements:
        if paid := statement.remuneration:
            recounted = (paid.base * paid.rate / HUNDRED).quantize(FEN, ROUND_HALF_UP)
            if recounted != paid.amount:
                factors = {"base": paid.base, "rate": paid.rate}
                breach = at(statement, "remuneration", "amount", **factors, **compared(paid.amount, recounted))
                provision = _asked(dataset, "service.remuneration_by_rate", statement)
                yield breach.under(provision) if provision else breach


@rule(WARNING, catalogue="PS-05", parameters=("service.lump_sum_no_balance",))
def lump_sum_carries_balance(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement under a lump sum carries a balance on.

    What is left or lacking is the provider's, so there is no fund to carry on.
    """
    for statement in dataset.statements:
        if statement.fee_basis != "lump-sum" or not statement.closing:
            continue
        if provision := _asked(dataset, "service.lump_sum_no_balance", statement):
            yield at(statement, "closing", closing=statement.closing).under(provision)


@rule(WARNING, catalogue="PS-06", parameters=("service.repairs_excluded",))
def major_works_in_service_cost(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Major or medium works are charged to the service fund.

    They are paid from the maintenance fund. Told by the words of the entry, so it may be a question of naming.
    """
    for statement, ledger in dataset.with_ledger():
        items = ledger.column("item")
        if statement.fund != "property-service" or not MAJOR_WORKS.search("\n".join(items)):
            continue
        provision = _asked(dataset, "service.repairs_excluded", statement)
        for line, item, fen in zip(ledger.lines, items, ledger.expenses, strict=True):
            if provision and fen > 0 and MAJOR_WORKS.search(item):
                yield at_row(statement, line, item=item).under(provision)
