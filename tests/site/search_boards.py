"""Boards of made-up records to search: many words, amounts, codes and rare names."""

import random

from noticeboard.site.search import Entry

KINDS = {"notices": "notice", "meetings": "meeting", "resolutions": "resolution", "finances": "statement"}
PHRASES = (
    "电梯大修方案贴在南门公告栏",
    "停水时间改到下午",
    "专项维修资金账户余额",
    "请把车挪到北侧车位",
    "物业公司报价偏高，重新询价",
    "业主委员会第七次会议",
    "监督小组抽查凭证",
    "屋面漏水先由物业查勘",
    "居民代表提问：账目何时公布",
    "楼道灯换成感应灯",
    "消防管网试压合格",
    "垃圾投放点搬到东墙外",
    "有不同意见请书面提出",
    "依据《民法典》第二百七十八条",
    "公共收益补充维修资金",
    "老年食堂试营业",
    "充电桩位置离窗太近",
    "绿化补种香樟",
    "WiFi 和门禁 APP 停用",
    "联系人：𬭎工程师、㐂师傅",
)


def board(count: int, seed: int = 1) -> list[Entry]:
    """`count` records of about 600 characters, the same for the same seed; their order is no order."""
    chance = random.Random(seed)  # noqa: S311
    return [_record(number, chance) for number in range(count)]


def _record(number: int, chance: random.Random) -> Entry:
    folder = chance.choice(list(KINDS))
    day = f"{chance.randint(2019, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    stem = f"{day}-{number}"
    title = f"{chance.choice(PHRASES)}（第{number}号）"
    lines = [
        title,
        f"{_words(chance, 20)}。",
        f"园公告〔{day[:4]}〕{number}号",
        *(_paragraph(chance) for _ in range(9)),
    ]
    return Entry(f"{folder}/{stem}/", title, day, KINDS[folder], "\n".join(lines))


def _paragraph(chance: random.Random) -> str:
    amount = f"{chance.randint(100, 9_999_999):,}.{chance.randint(0, 99):02}"
    code = f"GS-{chance.randint(2019, 2026)}-{chance.randint(1, 999):03}"
    parts = [f"{amount}元", f"编号{code}", _words(chance, 25), chance.choice(PHRASES), f"{chance.randint(1, 12)}号楼"]
    chance.shuffle(parts)
    return f"{'，'.join(parts)}。"


def _words(chance: random.Random, length: int) -> str:
    """Random characters, a few of them common, most of them rare."""
    return "".join(chr(0x4E00 + int(chance.paretovariate(0.6)) % 0x5200) for _ in range(length))
