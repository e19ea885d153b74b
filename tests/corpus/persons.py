"""Personal data in texts, comments, keys, cells and names, as people type them; and numbers that are none.

All numbers are made up; identity numbers and cards have a check digit that fits.
"""

from noticeboard.privacy.numbers import check_digit
from tests.corpus.case import HEADER, LEDGER_PATH, NOTICE, NOTICE_PATH, ROW, Case, marked, raw
from tests.privacy.made import pdf

IDENTITY = "110101198003070" + "17"
IDENTITY = IDENTITY + check_digit(IDENTITY)
MOBILE = "13800138000"
CARD = "6222021234567890128"


def _luhn(head: str) -> str:
    from noticeboard.privacy.numbers import is_luhn

    return next(head + digit for digit in "0123456789" if is_luhn(head + digit))


CARD = _luhn("622202123456789012")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def spaced(digits: str, by: str, *sizes: int) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return by.join([*parts, digits[at:]])


ID, PHONE, BANK, ACCOUNT = (
    "personal-identity-number", "personal-mobile-number", "personal-bank-card", "bank-account-number",
)  # fmt: skip

FINDS = [
    (f"身份证▶{IDENTITY}", ID, IDENTITY),
    (f"▶{IDENTITY.translate(FULL_WIDTH)}", ID, IDENTITY),
    (f"▶{spaced(IDENTITY, ' ', 6, 8)}", ID, IDENTITY),
    (f"▶{spaced(IDENTITY, '-', 6, 8)}", ID, IDENTITY),
    ("身份证▶110101800307001", ID, "110101800307001"),
    (f"电话▶{MOBILE}", PHONE, MOBILE),
    (f"电话▶{spaced(MOBILE, ' ', 3, 4)}", PHONE, MOBILE),
    (f"电话▶{spaced(MOBILE, '-', 3, 4)}", PHONE, MOBILE),
    (f"▶{MOBILE.translate(FULL_WIDTH)}", PHONE, MOBILE),
    (f"▶+86 {MOBILE}", PHONE, MOBILE),
    (f"▶86{MOBILE}", PHONE, MOBILE),
    (f"（▶{MOBILE}）王", PHONE, MOBILE),
    (f"王先生▶{MOBILE}李女士▶13900139000", PHONE, MOBILE),
    (f"卡号▶{CARD}", BANK, CARD),
    (f"▶{spaced(CARD, ' ', 4, 4, 4, 4)}", BANK, CARD),
    (f"▶{CARD.translate(FULL_WIDTH)}", BANK, CARD),
    ("账号▶31001234567890123456", ACCOUNT, "31001234567890123456"),
    ("账户 ▶1234 5678 9012", ACCOUNT, "123456789012"),
    ("车牌▶京A12345", "personal-car-plate", "京A12345"),
    ("▶沪A·D12345", "personal-car-plate", "D12345"),
    ("▶浙A 8K888", "personal-car-plate", "8K888"),
    ("业主▶3号楼2单元501室欠费", "personal-room", "501室"),
    ("发到▶zhangsan@163.com", "personal-mail", "zhangsan@163.com"),
    ("▶王小明小朋友在楼下", "personal-minor", "王小明"),
    ("▶3号楼502室独居老人", "personal-room", "502室"),
    ("▶12栋1203反对", "personal-room", "1203"),
    ("▶微信：wxid_abc123", "personal-social-account", "wxid_abc123"),
    ("▶QQ号:12345678", "personal-social-account", "12345678"),
    ("▶微信号: zhang-san99", "personal-social-account", "zhang-san99"),
]

HONEST = (
    "物业电话010-01234567", "24小时热线 4001234567", "统一社会信用代码91310000MA1K30G85R", "合同编号 20260402001",
    "账户余额1234.50元", "建筑面积12345.67平方米", "3号楼501室旁的水管", "物业办公室在1号楼101室", "2026-04-02至2026-04-09",
    "第1234567890号公告", "京津冀", "沪杭线", "发票号码12345678", "尾号0421", "110******17", "138****8000",
    "11010119800307001X错位", "金额12345678901.23", "电梯注册代码30103301102008", "12345", "96345热线",
)  # fmt: skip


def at(path: str, text: str, finds: str, rule: str, secret: str) -> Case:
    """The find in a text at `path`; a text that was found must not be told."""
    whole = text.replace("{}", finds)
    return marked("personal data", path, whole, [rule] * whole.count("▶"), [secret])


CASES = [
    *[at(NOTICE_PATH, NOTICE + "text: |\n  {}\n", *one) for one in FINDS],
    *[at(NOTICE_PATH, NOTICE + "# {}\n", *one)._replace(threat="comments in YAML, file names") for one in FINDS],
    *[at(NOTICE_PATH, NOTICE.replace("停水通知", '"{}"'), *one) for one in FINDS[:20]],
    *[at(LEDGER_PATH, HEADER + ROW.replace("停车费", "{}"), *one) for one in FINDS[:20]],
    *[Case("personal data", NOTICE_PATH, f"{NOTICE}text: |\n  {one}\n".encode(), ()) for one in HONEST],
    *[Case("personal data", LEDGER_PATH, (HEADER + ROW.replace("停车费", one)).encode(), ()) for one in HONEST],
    *[
        raw("comments in YAML, file names", NOTICE.encode(), f"1:1 {rule}", path=f"elm/notices/2026-{secret}.yaml")
        ._replace(secrets=(secret,))
        for secret, rule in ((MOBILE, PHONE), (IDENTITY.lower(), ID), (CARD, BANK))
    ],
    raw("comments in YAML, file names", pdf("x"), f"1:1 {PHONE}", path=f"elm/attachments/{MOBILE}.pdf")
    ._replace(secrets=(MOBILE,)),
    # what stands between a word and its number is told, too
    marked("personal data", NOTICE_PATH, f"{NOTICE}# ▶QQ号:▶\x0c25455843\n", ["personal-social-account", "character-forbidden"], ["25455843"]),
    # a number in a place where the message would quote it
    marked("personal data", NOTICE_PATH, f"{NOTICE}prices:\n  - item: a\n    price: ▶▶{MOBILE}\n    unit: 元\n", [PHONE, "value-malformed"], [MOBILE]),
    marked("personal data", NOTICE_PATH, NOTICE.replace("form: notice", f"form: ▶▶{IDENTITY}"), ["value-not-listed", ID], [IDENTITY]),
    marked("personal data", NOTICE_PATH, f"{NOTICE}posting:\n  from: 2026-04-02\n  ▶▶{MOBILE}:\n    - {MOBILE}\n".replace("- ", "- ▶"), ["field-unknown", PHONE, PHONE], [MOBILE]),
    marked("personal data", NOTICE_PATH, f"{NOTICE}▶▶{MOBILE}: x\n", ["field-unknown", PHONE], [MOBILE]),
    marked("personal data", NOTICE_PATH, f"{NOTICE}▶▶{MOBILE}: x\n▶▶{MOBILE}: y\n", ["field-unknown", PHONE, PHONE, "yaml-duplicate-key"], [MOBILE]),
    marked("personal data", LEDGER_PATH, HEADER + ROW.replace("CI.I.01", f"▶▶{CARD}"), ["cell-malformed", BANK], [CARD]),
    marked("personal data", LEDGER_PATH, HEADER.replace("凭证号", f"▶▶{MOBILE}") + ROW, ["ledger-column-unknown", PHONE], [MOBILE]),
    marked("personal data", LEDGER_PATH, HEADER + ROW.replace("2026-01-05", f"▶▶{IDENTITY}"), ["cell-malformed", ID], [IDENTITY]),
]  # fmt: skip
