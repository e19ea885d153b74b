"""Statements of one community with their ledgers; every sum holds to the cent."""

import datetime
from collections import Counter
from itertools import pairwise
from random import Random
from typing import NamedTuple

from benchmarks import prose
from benchmarks.community import Estate, Place
from benchmarks.entry import Entry, after, envelope
from benchmarks.yaml_text import Tree

COLUMNS = ["date", "voucher", "category", "item", "counterparty", "income", "expense", "decision", "note"]
FUNDS = ("common-income", "property-service")  # one for each of the two estates
TITLES = {"common-income": "公共收益收支公示", "property-service": "物业服务资金收支公示"}
INCOME = {
    "common-income": ("CI.I.01", "CI.I.02", "CI.I.03", "CI.I.05"),
    "property-service": ("PS.I.01", "PS.I.02", "PS.I.04"),
}
EXPENSE = {
    "common-income": ("CI.C.02", "CI.C.03", "CI.U.03", "CI.U.04"),
    "property-service": ("PS.E.01", "PS.E.02", "PS.E.03", "PS.E.04", "PS.E.05", "PS.E.06", "PS.E.10"),
}
RECEIVED = (
    "临时停车费",
    "月租车位费",
    "电梯轿厢广告",
    "快递柜场地费",
    "物业费代扣",
    "历史欠费收回",
    "公摊水电收回",
    "自助售水机分成",
)
PAID = (
    "保洁用品",
    "绿篱修剪",
    "道闸维修",
    "水泵配件",
    "公共照明电费",
    "代理记账",
    "消防器材检测",
    "垃圾清运",
    "门岗用品",
    "工资发放",
)
FIRMS = (
    "江城机电服务部",
    "绿洁环境服务部",
    "东湖供电服务站",
    "安和财产保险",
    "文墨图文",
    "明序代理记账",
    "老樟五金店",
    "各楼栋业主",
)
LAST_QUARTER_ENDS = datetime.date(2026, 6, 30)


class Quarter(NamedTuple):
    """First and last day."""

    start: datetime.date
    end: datetime.date

    @property
    def number(self) -> int:
        return self.start.month // 3 + 1


class Book(NamedTuple):
    """One fund of one estate, and the resolutions that its payments may rest on."""

    estate: Estate
    fund: str
    resolutions: list[Entry]


def statements(count: int, here: Place, resolutions: list[Entry], chance: Random) -> list[Entry]:
    """Quarterly statements up to the last quarter, for each estate its own fund, closing to opening."""
    entries: list[Entry] = []
    for index, estate in enumerate(here.estates):
        book = Book(estate, FUNDS[index], resolutions)
        closing = chance.randint(300_000_000, 900_000_000)
        for quarter in _quarters((count + 1 - index) // 2):
            entry, closing = _statement(book, quarter, closing, chance)
            entries.append(entry)
    return entries


def _quarters(count: int) -> list[Quarter]:
    """So many quarters up to the last one."""
    months = LAST_QUARTER_ENDS.year * 12 + LAST_QUARTER_ENDS.month
    starts = [_month_start(months - 3 * back) for back in range(count, -1, -1)]
    return [Quarter(start, following - datetime.timedelta(days=1)) for start, following in pairwise(starts)]


def _month_start(months: int) -> datetime.date:
    return datetime.date(months // 12, months % 12 + 1, 1)


def yuan(cents: int) -> str:
    """As the records write it."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100}.{cents % 100:02d}"


def _statement(book: Book, quarter: Quarter, opening: int, chance: Random) -> tuple[Entry, int]:
    """The statement, and its closing balance in cents."""
    estate, fund = book.estate, book.fund
    rows = _rows(book, quarter, chance)
    sums = _sums(rows)
    income = sum(cents for code, cents in sums.items() if code in INCOME[fund])
    expense = sum(cents for code, cents in sums.items() if code in EXPENSE[fund])
    closing = opening + income - expense
    title = f"{estate.name}{quarter.start.year}年第{quarter.number}季度{TITLES[fund]}"
    day = quarter.end + datetime.timedelta(days=chance.randint(5, 12))
    tree = envelope(title, f"{estate.id}-provider", estate, day, chance) | {
        "fund": fund,
        "period": {"from": quarter.start.isoformat(), "until": quarter.end.isoformat()},
        "accounting": "cash",
        **({"fee_basis": "commission"} if fund == "property-service" else {}),
        "opening": yuan(opening),
        "income": yuan(income),
        "expense": yuan(expense),
        "closing": yuan(closing),
        "totals": [{"category": code, "amount": yuan(cents)} for code, cents in sorted(sums.items())],
        **_assets(closing, chance),
        "prepared_by": "物业服务中心财务岗",
        "reviewed_by": [{"by": "监督小组", "date": after(quarter.end, 4), "opinion": prose.phrase(chance)}],
        "audit": {"state": "unaudited"},
    }
    stem = f"{quarter.start.year}-q{quarter.number}-{estate.id}-{fund}"
    return Entry(f"finances/{stem}", "statement", tree, rows), closing


def _assets(closing: int, chance: Random) -> Tree:
    """Where the money is, what of it is owed, what the meters showed."""
    return {
        "accounts": [
            {"name": "江城银行活期（尾号0421）", "kind": "bank", "closing": yuan(closing - 10_000_000)},
            {"name": "一年期定期存款", "kind": "deposit", "closing": yuan(10_000_000)},
        ],
        "liabilities": [{"item": "装修押金（另存专户）", "amount": yuan(chance.randint(100_000, 900_000))}],
        "meters": [_meter(item, chance) for item in ("楼道照明用电", "水泵房用电")],
    }


def _meter(item: str, chance: Random) -> Tree:
    """Quantity times unit price in thousandths of a yuan, rounded half up to cents."""
    quantity, price = chance.randint(400, 9000), chance.randint(480, 620)
    amount = yuan((quantity * price + 5) // 10)
    return {"item": item, "quantity": str(quantity), "unit": "度", "unit_price": f"0.{price}", "amount": amount}


def _rows(book: Book, quarter: Quarter, chance: Random) -> list[list[str]]:
    """40 to 200 rows of the ledger in order of date."""
    decisions = [entry.id for entry in book.resolutions if entry.date < quarter.start and _passed(entry)]
    span = (quarter.end - quarter.start).days
    offsets = sorted(chance.randint(0, span) for _ in range(chance.randint(40, 200)))
    return [
        [after(quarter.start, offset), f"记{quarter.number:02d}-{number:03d}", *_entry(book.fund, decisions, chance)]
        for number, offset in enumerate(offsets, start=1)
    ]


def _passed(resolution: Entry) -> bool:
    return all(motion["result"] == "passed" for motion in resolution.tree["motions"])


def _entry(fund: str, decisions: list[str], chance: Random) -> list[str]:
    """The cells from the category on; some amounts are refunds, uses of common income rest on a resolution."""
    received = chance.random() < 0.45
    amount = yuan(chance.randint(1_000, 900_000) * (-1 if chance.random() < 0.01 else 1))
    paid_for = [code for code in EXPENSE[fund] if decisions or not code.startswith("CI.U")]
    category = chance.choice(INCOME[fund] if received else paid_for)
    rests_on = chance.choice(decisions) if decisions and category.startswith("CI.U") else ""
    return [
        category,
        f"{chance.choice(RECEIVED if received else PAID)}（{prose.word(chance, 'place')}）",
        chance.choice(FIRMS),
        amount if received else "",
        "" if received else amount,
        rests_on,
        prose.word(chance, "result") if chance.random() < 0.2 else "",
    ]


def _sums(rows: list[list[str]]) -> Counter[str]:
    """Category to cents."""
    sums: Counter[str] = Counter()
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        sums[cells["category"]] += int((cells["income"] or cells["expense"]).replace(".", ""))
    return sums
