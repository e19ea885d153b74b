"""A finished work paid by the maintenance fund of a Shanghai estate, with nothing to say about it."""

from noticeboard.findings import Finding
from noticeboard.rules import maintenance, projects
from noticeboard.rules.rule import Rule
from tests.sample import Edit, Sample, in_one_line

PROJECT = "projects/2026-lift.yaml"
STATEMENT = "finances/2026-h1-maintenance.yaml"
LEDGER = "finances/2026-h1-maintenance.csv"

_PROJECT = """title: 1号楼电梯大修
publisher: committee
estate: north
date: 2026-05-20
published: 2026-05-20
summary: 电梯大修结算完了。
fund: maintenance
facility: 1号楼电梯
category: MF.E.01
liability: owners-common
state: settled
plan:
  scope: 换曳引机
  budget: 100000.00
  apportionment: 两幢楼按面积
  area: 3000.00
  selection: 比价
  management: 业委会组织
  acceptance: 检验合格
  time: 五月到六月
  posted_on: 2026-04-24
decision:
  resolution: resolutions/2026-001-lift
  motion: "1"
selection:
  method: quotes
  quotes:
    - bidder: 甲公司
      price: 100000.00
      chosen: true
    - bidder: 乙公司
      price: 105000.00
    - bidder: 丙公司
contract:
  contractor: 甲公司
  price: 100000.00
  price_in_words: 人民币壹拾万元整
  signed_on: 2026-05-14
warranty_before_until: 2026-05-13
started_on: 2026-05-20
completed_on: 2026-06-10
acceptance:
  date: 2026-06-12
  by:
    - 检验机构
    - 甲公司
price_audit:
  by: 造价咨询公司
  amount: 96000.00
  date: 2026-06-20
final_amount: 96000.00
draws:
  - date: 2026-05-16
    amount: 30000.00
  - date: 2026-06-13
    amount: 60000.00
    statement: finances/2026-h1-maintenance
    voucher: 记2
  - date: 2026-06-25
    amount: 6000.00
apportionment:
  basis: area
  total: 96000.00
  by_building:
    - building: n1
      households: 18
      area: 1800.00
      amount: 57600.00
    - building: n2
      households: 12
      area: 1200.00
      amount: 38400.00
completion_notice: notices/2026-04-02-water
"""
_STATEMENT = """title: 北园维修资金2026年上半年收支
publisher: committee
estate: north
date: 2026-07-10
published: 2026-07-10
summary: 付了电梯大修的钱。
fund: maintenance
period:
  from: 2026-01-01
  until: 2026-06-30
opening: 400000.00
income: 0.00
expense: 98000.00
closing: 302000.00
by_building:
  - building: n1
    opening: 240000.00
    income: 0.00
    expense: 58800.00
    closing: 181200.00
  - building: n2
    opening: 160000.00
    income: 0.00
    expense: 39200.00
    closing: 120800.00
inspect_at: 业委会办公室
"""
_LEDGER = """日期,凭证号,科目,项目,收入,支出,依据决议,工程
2026-05-16,记1,MF.E.01,首付款,,30000.00,resolutions/2026-001-lift,
2026-06-13,记2,MF.E.01,完工款,,60000.00,,projects/2026-lift
2026-06-21,记3,MF.E.10,审价费,,2000.00,,projects/2026-lift
2026-06-25,记4,MF.E.01,尾款,,6000.00,,projects/2026-lift
"""

FINISHED = [
    Edit("community.yaml", "jurisdiction: CN", "jurisdiction: CN-SH"),
    Edit(PROJECT, "", _PROJECT),
    Edit(STATEMENT, "", _STATEMENT),
    Edit(LEDGER, "", _LEDGER),
]

_IDS = {rule.id for module in (projects, maintenance) for rule in vars(module).values() if isinstance(rule, Rule)}


def said(sample: Sample) -> str:
    """What the rules of works and of the fund find; Shanghai asks for more than the sample has."""
    return "\n".join(in_one_line(one for one in sample.findings() if _is_ours(one)))


def _is_ours(finding: Finding) -> bool:
    return finding.rule in _IDS
