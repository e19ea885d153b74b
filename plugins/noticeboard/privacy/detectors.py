"""What personal data look like, one detector each: a pattern, a second look, and how the find is masked.

Sources: Personal Information Protection Law arts. 4, 25, 28; Civil Code art. 1034.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from noticeboard.privacy.numbers import is_identity_number, is_luhn, is_old_identity_number

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万"
    "钱严覃武戴莫孔向汤"
)
"""The hundred or so that most people have."""
OF_PERSONS = re.compile(
    "业主|住户|居民|租户|租客|欠费|欠缴|投票|投诉|同意|反对|弃权|举报|家中|先生|女士|本人"
    f"|老人|孩子|小孩|儿童|学生|未成年|低保|残疾|患者|病人|[{SURNAMES}]某"
)
ACCOUNT = re.compile("账号|帐号|卡号|账户|帐户|户头")
NEAR = 20
"""Characters before and after a find in which a word may tell what it is."""


class Detector(NamedTuple):
    """`kind` names what it is. `sure` looks at a match a second time; `masked` is what may be told of it."""

    kind: str
    pattern: re.Pattern[str]
    sure: Callable[[re.Match[str]], bool]
    masked: Callable[[str], str]


def compact(text: str) -> str:
    """Without the separators that people put into numbers."""
    return re.sub("[ -]", "", text)


def _near(match: re.Match[str], word: re.Pattern[str]) -> bool:
    return bool(word.search(match.string, max(0, match.start() - NEAR), match.end() + NEAR))


def _account_before(match: re.Match[str]) -> bool:
    return bool(ACCOUNT.search(match.string, max(0, match.start() - NEAR), match.start()))


def _is_old_identity(match: re.Match[str]) -> bool:
    return is_old_identity_number(match[0]) and _near(match, re.compile("身份证|证件|ID", re.IGNORECASE))


def _is_card(match: re.Match[str]) -> bool:
    digits = compact(match[0])
    return is_luhn(digits) and (digits.startswith(("62", "4", "5")) or _account_before(match))


def _is_persons_room(match: re.Match[str]) -> bool:
    """A room alone may be an office; one beside an owner, a debt, a vote or a complaint is somebody's."""
    return _near(match, OF_PERSONS)


def _is_plate(match: re.Match[str]) -> bool:
    return any(one.isdigit() for one in match[0][2:])


def _is_name(match: re.Match[str]) -> bool:
    """高年级同学 is nobody's name."""
    return match["given"] not in ("年级", "中生")


def _always(match: re.Match[str]) -> bool:
    return True


def keeping(first: int, last: int) -> Callable[[str], str]:
    """Stars in the middle."""

    def masked(text: str) -> str:
        bare = compact(text)
        return f"{bare[:first]}{'*' * (len(bare) - first - last)}{bare[len(bare) - last :]}"

    return masked


def _masked_room(text: str) -> str:
    return re.sub(r"[0-9]+(?=\s*(?:室|房|户)?$)", lambda match: "*" * len(match[0]), text)


def _masked_plate(text: str) -> str:
    bare = text.replace(" ", "").replace("·", "").replace("•", "")
    return f"{bare[:2]}·****{bare[-1]}"


DETECTORS = (
    Detector(
        "identity-number",
        re.compile(r"(?<![0-9A-Za-z])[1-9][0-9](?:[ -]?[0-9]){15}[ -]?[0-9Xx](?![0-9A-Za-z])"),
        lambda match: is_identity_number(compact(match[0]).upper()), keeping(3, 2),
    ),
    Detector(
        "identity-number",
        re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{14}(?![0-9A-Za-z])"), _is_old_identity, keeping(3, 2),
    ),
    Detector(
        "bank-card-number",
        re.compile(r"(?<![0-9.])[1-9](?:[ -]?[0-9]){14,17}[ -]?[0-9](?![0-9]|\.[0-9])"), _is_card, keeping(0, 4),
    ),
    Detector(
        "mobile-number",
        re.compile(r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9]|\.[0-9])"),
        _always, keeping(3, 4),
    ),
    Detector(
        "account-number",
        re.compile(r"(?<![0-9A-Za-z.])[0-9](?:[ -]?[0-9]){8,29}(?![0-9A-Za-z]|\.[0-9])"),
        _account_before, keeping(0, 4),
    ),
    Detector(
        "car-plate",
        re.compile(rf"[{PROVINCES}][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{{5,6}}(?![A-Za-z0-9])"), _is_plate, _masked_plate,
    ),
    Detector(
        "room-of-a-person",
        re.compile(r"[0-9]{1,4}\s?(?:号楼|栋|幢|座|号)\s?(?:[0-9]{1,2}\s?单元)?\s?[0-9]{3,4}\s?(?:室|房|(?![0-9元户平㎡年月日.,:]))"),
        _is_persons_room, _masked_room,
    ),
    Detector(
        "minor",
        re.compile(rf"[{SURNAMES}](?P<given>某某?|[\u4e00-\u9fff]{{2}})(?:小朋友|同学)"),
        _is_name, lambda text: re.sub(".+(?=小朋友|同学)", "**", text),
    ),
    Detector(
        "private-mail",
        re.compile(
            r"(?i)(?<!email: )(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@"
            r"(?:qq|foxmail|163|126|yeah|139|189|sina|sohu|gmail|outlook|hotmail|icloud)\.(?:com|cn|net)\b"
        ),
        _always, lambda text: f"{text[0]}***{text[text.index('@'):]}",
    ),
    Detector(
        "social-account",
        re.compile(r"(?i)(?:微信号?|wechat|vx|qq号?)\s?[::]\s?[A-Za-z0-9_-]{5,20}"), _always,
        lambda text: re.sub(r"[A-Za-z0-9_-]{5,20}$", "*****", text),
    ),
)  # fmt: skip
"""In this order: what one has found is not found again as something else."""
