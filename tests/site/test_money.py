"""What pages say of money: what each entry rests on, where transfers arrived, whether books and bank agree."""

import re
from decimal import Decimal
from typing import Any

from noticeboard.check import check_community
from noticeboard.records.statement import Statement
from noticeboard.site import finances
from noticeboard.site.board import Board
from noticeboard.today import Today
from tests.rules.test_common_income import HERE
from tests.rules.test_spending import PLANNED, UPKEEP
from tests.rules.test_transfers import INTO, NO_TRANSFER, OUT
from tests.sample import DAY, SLUG, Edit, Sample

Q1 = "finances/2026-q1-common-income"
ANSWER = Edit(
    "acknowledged.yaml",
    "",
    f"acknowledged:\n  - rule: expense-without-decision\n    record: {Q1}\n"
    "    reason: 上一届决定的，正在找记录。\n    until: 2026-12-31\n    by: committee\n",
)


def board_of(sample: Sample) -> Board:
    checked = check_community(sample.data, SLUG, Today(DAY))
    assert checked.dataset is not None
    return Board(checked.dataset, checked.findings, Today(DAY))


def page(board: Board, record: str = Q1) -> dict[str, Any]:
    statement = board.dataset.by_id[record]
    assert isinstance(statement, Statement)
    return finances.statement(board, statement)


def fund(board: Board, name: str = "common-income") -> dict[str, Any]:
    return next(one.context for one in finances.funds(board) if one.folder.endswith(f"/{name}/"))


def cells(context: dict[str, Any], column: str) -> list[str]:
    """The cells of one column of a ledger that are not empty."""
    found = re.findall(rf'<td class="{column}"[^>]*>(.*?)</td>', str(context["ledger"].rows))
    return [cell for cell in found if cell]


def test_an_expense_without_its_decision_shows_it_as_missing(sample: Sample) -> None:
    sample.edit(*UPKEEP)
    context = page(board_of(sample))
    assert cells(context, "decision") == ['<span class="absent">未见决议</span>']
    assert context["spent"] == (1, Decimal("120.25"), 1, Decimal("120.25"))


def test_an_expense_with_its_decision_leads_there(sample: Sample) -> None:
    sample.edit(*PLANNED)
    context = page(board_of(sample))
    assert cells(context, "decision") == [
        '<a href="../../resolutions/2025-001-plan/index.html">2026年公共收益使用计划的决议</a>'
    ]
    assert context["spent"] == (1, Decimal("120.25"), 0, Decimal("0.00"))


def test_the_column_of_decisions_is_there_if_only_to_show_what_is_missing(sample: Sample) -> None:
    sample.edit(*UPKEEP)
    ledger = sample.root / f"{Q1}.csv"
    ledger.write_text(
        "".join(f"{','.join(line.split(',')[:5])}\n" for line in ledger.read_text(encoding="utf-8").splitlines()),
        encoding="utf-8",
    )
    context = page(board_of(sample))
    assert context["ledger"].columns[-1] == "decision"
    assert len(cells(context, "decision")) == 1


def test_a_fund_lists_what_its_expenses_rest_on_and_what_the_community_says(sample: Sample) -> None:
    sample.edit(*UPKEEP, ANSWER)
    charges = fund(board_of(sample))["charges"]
    assert (charges.entries, charges.undecided) == (1, 1)
    assert [(one.charge.item, one.decision) for one in charges.latest] == [("补种绿化", None)]
    assert [(statement.id, answer) for statement, answer in charges.answers] == [(Q1, "上一届决定的，正在找记录。")]


def test_a_transfer_leads_to_its_other_side(sample: Sample) -> None:
    sample.edit(*OUT, *INTO)
    board = board_of(sample)
    there = '<a href="../../finances/2026-h1-maintenance/index.html">北园2026年上半年维修资金收支表</a>'
    back = f'<a href="../../{Q1}/index.html">北园2026年第一季度公共收益收支表</a>'
    assert cells(page(board), "transfer") == [there]
    assert cells(page(board, "finances/2026-h1-maintenance"), "transfer") == [back]
    sides = [(side.leg.amount, side.leg.fen > 0, side.other.id) for side in fund(board, "maintenance")["moves"]]
    assert sides == [(Decimal("120.25"), True, Q1)]


def test_a_transfer_whose_other_side_is_missing_says_so(sample: Sample) -> None:
    sample.edit(*OUT, *INTO, *NO_TRANSFER)
    assert cells(page(board_of(sample)), "transfer") == ['<span class="absent">账里未见</span>']


def test_a_transfer_whose_other_side_is_still_to_come_says_so_softly(sample: Sample) -> None:
    sample.edit(*OUT)
    assert cells(page(board_of(sample)), "transfer") == ['<span class="meta">账还没公布</span>']


def test_what_earns_common_income_is_listed_with_what_it_brought(sample: Sample) -> None:
    sample.edit(*HERE)
    board = board_of(sample)
    (parking,) = fund(board)["items"]
    assert (parking.item.item, parking.received) == ("地面停车", Decimal("1000.00"))
    assert parking.decision.title == "公共收益怎么用的决议"
    assert cells(page(board, "finances/2026-q2-common-income"), "income_item") == [
        '<a href="../../north/common-income/index.html#item-parking">地面停车</a>'
    ]


def test_books_and_bank_are_laid_side_by_side(sample: Sample) -> None:
    sample.edit(
        Edit(f"{Q1}.yaml", "closing: 920.25", "closing: 1400.25"),
        Edit(
            f"{Q1}.yaml",
            "meters:",
            "unreconciled:\n  - item: 四月到账\n    amount: 20.00\n"
            "liabilities:\n  - item: 押金\n    amount: 500.00\nmeters:",
        ),
    )
    found = page(board_of(sample))["reconciled"]
    assert found == (Decimal("1410.25"), Decimal("500.00"), Decimal("20.00"), Decimal("0.00"))


def test_net_income_is_worked_out_from_the_ledger(sample: Sample) -> None:
    net = page(board_of(sample))["net"]
    assert (net.income.gross, net.income.tax, net.income.costs, net.income.net) == (
        Decimal("950.50"), Decimal("0.00"), Decimal("120.25"), Decimal("830.25"),
    )  # fmt: skip
    assert (net.top_up, net.share) == (Decimal("0.00"), "")


def test_a_budget_stands_beside_the_outcome(sample: Sample) -> None:
    sample.edit(Edit(f"{Q1}.yaml", "    amount: 600.00", "    amount: 600.00\n    budget: 800.00"))
    budgets = [one.budget for one in page(board_of(sample))["categories"] if one.budget]
    assert budgets == [(Decimal("800.00"), Decimal("-200.00"), "25.00%")]
