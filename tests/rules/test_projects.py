"""Works agree with themselves and with the books."""
# ruff: noqa: E501

import pytest

from tests.rules.works import FINISHED, LEDGER, PROJECT, STATEMENT, said
from tests.sample import Case, Edit, Sample, bad, good

NOT_SHARED_BY_AREA = [Edit(PROJECT, "basis: area", "basis: agreed")]

BAD = {
    "price-in-words-differs": [
        Case(
            [Edit(PROJECT, "人民币壹拾万元整", "人民币壹拾万零捌拾元整")],
            """
projects/2026-lift.yaml:37:19: error: price-in-words-differs: 合同价的大写金额“人民币壹拾万零捌拾元整”与小写 100000.00 元不是同一个数。""",
        ),
        Case(
            [Edit(PROJECT, "人民币壹拾万元整", "十万块")],
            """
projects/2026-lift.yaml:37:19: error: price-in-words-differs: 合同价的大写金额“十万块”与小写 100000.00 元不是同一个数。""",
        ),
    ],
    "lower-quote-without-reason": [
        Case(
            [Edit(PROJECT, "price: 105000.00", "price: 99999.99")],
            """
projects/2026-lift.yaml:28:7: warning: lower-quote-without-reason: 选中的报价是 100000.00 元，另有一家报 99999.99 元；没有写为什么选这一家。""",
        )
    ],
    "steps-out-of-order": [
        Case(
            [
                Edit(PROJECT, "signed_on: 2026-05-14", "signed_on: 2026-05-11"),
                Edit(PROJECT, "warranty_before_until: 2026-05-13\n", ""),
            ],
            """
projects/2026-lift.yaml:38:14: warning: steps-out-of-order: 签合同的日期是 2026-05-11，比决定的日期 2026-05-12 早，请核对。""",
        ),
        Case(
            [Edit(PROJECT, "date: 2026-06-12", "date: 2026-06-26")],
            """
projects/2026-lift.yaml:59:11: warning: steps-out-of-order: 付清的日期是 2026-06-25，比验收的日期 2026-06-26 早，请核对。""",
        ),
    ],
    "draw-not-in-ledger": [
        Case(
            [Edit(LEDGER, "30000.00,resolutions/2026-001-lift,", "30000.00,,")],
            """
projects/2026-lift.yaml:53:5: warning: draw-not-in-ledger: 2026-05-16 支付的 30000.00 元，在收支表 finances/2026-h1-maintenance 的明细里没有找到。""",
        ),
        Case(
            [Edit(PROJECT, "voucher: 记2", "voucher: 记5")],
            """
projects/2026-lift.yaml:55:5: warning: draw-not-in-ledger: 2026-06-13 支付的 60000.00 元，在收支表 finances/2026-h1-maintenance 的明细里没有找到。""",
        ),
    ],
    "payment-not-among-draws": [
        Case(
            [Edit(LEDGER, "尾款,,6000.00", "尾款,,5000.00"), Edit(LEDGER, "审价费,,2000.00", "审价费,,3000.00")],
            """
finances/2026-h1-maintenance.csv:5:1: warning: payment-not-among-draws: 明细账付了“尾款” 5000.00 元，写的工程是 projects/2026-lift，那项工程的支取里没有这一笔。
projects/2026-lift.yaml:59:5: warning: draw-not-in-ledger: 2026-06-25 支付的 6000.00 元，在收支表 finances/2026-h1-maintenance 的明细里没有找到。""",
        )
    ],
    "shares-do-not-add-up": [
        Case(
            [
                Edit(PROJECT, "amount: 38400.00", "amount: 38399.99"),
                Edit(PROJECT, "area: 1200.00\n", "area: 1199.99\n"),
            ],
            """
projects/2026-lift.yaml:63:10: error: shares-do-not-add-up: 分摊总额是 96000.00 元，各栋加起来是 95999.99 元，相差 0.01 元。
projects/2026-lift.yaml:68:15: error: share-out-of-proportion: 1号楼分摊 57600.00 元，按比例应为 57600.19 元，相差 0.19 元。
projects/2026-lift.yaml:72:15: error: share-out-of-proportion: 2号楼分摊 38399.99 元，按比例应为 38399.81 元，相差 0.18 元。""",
        )
    ],
    "share-out-of-proportion": [
        Case(
            [
                Edit(PROJECT, "amount: 57600.00", "amount: 57600.01"),
                Edit(PROJECT, "amount: 38400.00", "amount: 38399.99"),
            ],
            """
projects/2026-lift.yaml:68:15: error: share-out-of-proportion: 1号楼分摊 57600.01 元，按比例应为 57600.00 元，相差 0.01 元。
projects/2026-lift.yaml:72:15: error: share-out-of-proportion: 2号楼分摊 38399.99 元，按比例应为 38400.00 元，相差 0.01 元。""",
        ),
        Case(
            [
                Edit(PROJECT, "basis: area", "basis: households\n  resolution: resolutions/2026-001-lift"),
                Edit(PROJECT, "households: 18", "households: 17"),
            ],
            """
projects/2026-lift.yaml:69:15: error: share-out-of-proportion: 1号楼分摊 57600.00 元，按比例应为 56275.86 元，相差 1324.14 元。
projects/2026-lift.yaml:73:15: error: share-out-of-proportion: 2号楼分摊 38400.00 元，按比例应为 39724.14 元，相差 1324.14 元。""",
        ),
    ],
    "agreed-shares-without-agreement": [
        Case(
            NOT_SHARED_BY_AREA,
            """
projects/2026-lift.yaml:62:10: warning: agreed-shares-without-agreement: 费用没有按面积分摊，也没有写是哪个决议约定的。""",
        )
    ],
}

GOOD = {
    "a price in words spelt otherwise": [Edit(PROJECT, "人民币壹拾万元整", "拾万元正")],
    "a lower quote with a reason": [
        Edit(PROJECT, "price: 105000.00", "price: 90000.00"),
        Edit(PROJECT, "chosen: true", "chosen: true\n      reason: 工期短"),
    ],
    "works in an emergency begun before the contract": [
        Edit(PROJECT, "signed_on: 2026-05-14", "signed_on: 2026-05-30"),
        Edit(PROJECT, "state: settled", "state: settled\nemergency:\n  situation: lift\n  proof: 检验机构\n  posted_on: 2026-06-20"),
    ],
    "a draw that falls into no published statement": [Edit(PROJECT, "date: 2026-06-25", "date: 2026-07-01"), Edit(LEDGER, "2026-06-25,记4,MF.E.01,尾款,,6000.00,,projects/2026-lift\n", ""), Edit(STATEMENT, "expense: 98000.00", "expense: 92000.00"), Edit(STATEMENT, "closing: 302000.00", "closing: 308000.00"), Edit(STATEMENT, "expense: 58800.00\n    closing: 181200.00", "expense: 52800.00\n    closing: 187200.00")],
    "shares by agreement in no proportion": [
        Edit(PROJECT, "basis: area", "basis: agreed\n  resolution: resolutions/2026-001-lift"),
        Edit(PROJECT, "amount: 57600.00", "amount: 50000.00"),
        Edit(PROJECT, "amount: 38400.00", "amount: 46000.00"),
    ],
    "shares whose areas are not all stated": [
        Edit(PROJECT, "      area: 1200.00\n", ""),
        Edit(PROJECT, "amount: 57600.00", "amount: 50000.00"),
        Edit(PROJECT, "amount: 38400.00", "amount: 46000.00"),
    ],
    "shares rounded up and down": [
        Edit(PROJECT, "area: 1800.00\n      amount: 57600.00", "area: 1801.00\n      amount: 57612.80"),
        Edit(PROJECT, "area: 1200.00\n      amount: 38400.00", "area: 1200.00\n      amount: 38387.20"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*FINISHED, *case.edits)
    assert said(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good({"nothing": [], **GOOD}))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*FINISHED, *edits)
    assert said(sample) == ""


def test_draws_are_not_looked_for_where_the_ledger_is_not_published(sample: Sample) -> None:
    sample.edit(*(one for one in FINISHED if one.path not in (STATEMENT, LEDGER)))
    sample.edit(Edit(PROJECT, "    statement: finances/2026-h1-maintenance\n", ""))
    assert said(sample) == ""
