"""Handovers are in time, whole, watched over by somebody else; digests and balances agree with what is there."""
# ruff: noqa: E501

import datetime
import hashlib

import pytest

from noticeboard.law import handovers as law
from noticeboard.law.handovers import State
from noticeboard.reading.load import read_community
from noticeboard.rules import handovers
from noticeboard.today import Today
from tests.sample import DAY, SLUG, SOUND, Case, Edit, Sample, bad, good

FILE = "handovers/2026-provider.yaml"
MAP = hashlib.sha256((SOUND / SLUG / "attachments" / "map.pdf").read_bytes()).hexdigest()
LIST = """\
title: 青禾物业移交
publisher: committee
estate: north
date: 2026-04-10
published: 2026-04-11
summary: 逐项移交。
handed_by: provider
received_by: committee
occasion: contract-end
since: 2026-03-31
supervised_by: residents
completed_on: 2026-04-10
items:
  - what: 图纸
    sort: drawings
    state: handed-over
  - what: 设备台账
    sort: equipment-files
    state: handed-over
  - what: 维修记录
    sort: maintenance-records
    state: missing
    note: 水淹过
  - what: 公共收益
    sort: common-income
    state: handed-over
    amount: 900.00
    record: finances/2026-q2-common-income
  - what: 用房
    sort: rooms
    state: handed-over
"""
SHANGHAI = Edit("community.yaml", "jurisdiction: CN\n", "jurisdiction: CN-SH\n")
SEALS = """\
seals:
  - id: finance
    name: 财务专用章
    sort: finance
    of: committee
    custody:
      - by: committee
        post: 财务委员
        from: 2024-01-10
contracts:
"""


def listed(*changes: tuple[str, str]) -> Edit:
    text = LIST
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Edit(FILE, new=text)


TERM = (
    ("handed_by: provider", "handed_by: committee"),
    ("received_by: committee", "received_by: provider"),
    ("occasion: contract-end", "occasion: term-end"),
)
BAD = {
    "handover-late": [
        Case(
            [SHANGHAI, listed(("completed_on: 2026-04-10", "completed_on: 2026-04-13"))],
            """
handovers/2026-provider.yaml:12:15: warning: handover-late: 2026-04-13 才移交完，应在 2026-04-10 以前，迟了 3 天。""",
        )
    ],
    "handover-overdue": [
        Case(
            [SHANGHAI, listed(("completed_on: 2026-04-10\n", ""))],
            """
handovers/2026-provider.yaml:10:8: warning: handover-overdue: 应在 2026-04-10 以前移交完，没有记载完成。移交方是“青禾物业服务有限公司”。""",
        )
    ],
    "handover-list-incomplete": [
        Case(
            [listed(("sort: rooms", "sort: keys"), ("sort: maintenance-records", "sort: files"))],
            """
handovers/2026-provider.yaml:14:3: warning: handover-list-incomplete: 清单里没有物业用房、维修保养记录。""",
        )
    ],
    "handover-item-without-answer": [
        Case(
            [listed(("    note: 水淹过\n", "    answered_by: provider\n"))],
            """
handovers/2026-provider.yaml:22:12: warning: handover-item-without-answer: “维修记录”没有交齐，没有写由谁、哪天前补，也没有说明。""",
        )
    ],
    "handover-completed-with-items-awaited": [
        Case(
            [listed(("state: missing", "state: awaited"))],
            """
handovers/2026-provider.yaml:22:12: warning: handover-completed-with-items-awaited: 写着已经移交完，还有 1 项待移交，如“维修记录”。""",
        )
    ],
    "handed-over-to-itself": [
        Case(
            [listed(("received_by: committee", "received_by: provider"))],
            """
handovers/2026-provider.yaml:8:14: error: handed-over-to-itself: 移交方和接收方都是“青禾物业服务有限公司”。""",
        )
    ],
    "handover-watched-by-a-party": [
        Case(
            [listed(("supervised_by: residents", "supervised_by: committee"))],
            """
handovers/2026-provider.yaml:11:16: warning: handover-watched-by-a-party: 监交的“北园第一届业主委员会”就是移交方或接收方。""",
        )
    ],
    "handed-file-not-attached": [
        Case(
            [listed(("    sort: drawings\n", "    sort: drawings\n    file: attachments/map.pdf\n"))],
            """
handovers/2026-provider.yaml:16:11: error: handed-file-not-attached: 文件“attachments/map.pdf”不在这条记录的附件里。""",
        )
    ],
    "handed-file-differs": [
        Case(
            [
                listed(
                    (
                        "    sort: drawings\n",
                        f"    sort: drawings\n    file: attachments/map.pdf\n    sha256: {'0' * 64}\n",
                    ),
                    ("items:\n", "attachments:\n  - file: attachments/map.pdf\n    title: 总图\nitems:\n"),
                )
            ],
            f"""
handovers/2026-provider.yaml:20:13: error: handed-file-differs: 附件“attachments/map.pdf”的校验码是 {MAP}，与清单写的不同。""",
        )
    ],
    "handed-balance-differs": [
        Case(
            [listed(("amount: 900.00", "amount: 899.99"))],
            """
handovers/2026-provider.yaml:27:13: error: handed-balance-differs: 移交的余额写 899.99，finances/2026-q2-common-income 的期末余额是 900.00，相差 0.01。""",
        )
    ],
    "handover-without-a-seal": [
        Case(
            [Edit("bodies.yaml", "contracts:\n", SEALS), listed(*TERM)],
            """
handovers/2026-provider.yaml:14:3: info: handover-list-incomplete: 清单里没有印章、档案资料、现金和银行存款。
handovers/2026-provider.yaml:14:3: warning: handover-without-a-seal: 移交方保管的“财务专用章”不在清单里。""",
        )
    ],
    "handed-seal-unknown": [
        Case(
            [listed(("    sort: rooms\n", "    sort: rooms\n    seal: chair\n"))],
            """
handovers/2026-provider.yaml:31:11: error: handed-seal-unknown: bodies.yaml 里没有编号是“chair”的印章。""",
        )
    ],
}

GOOD = {
    "a sound list": [listed()],
    "a list in time by the law of a city": [SHANGHAI, listed()],
    "a list that is still open": [listed(("completed_on: 2026-04-10\n", ""), ("state: missing", "state: awaited"))],
    "a file with its digest": [
        listed(
            ("    sort: drawings\n", f"    sort: drawings\n    file: attachments/map.pdf\n    sha256: {MAP}\n"),
            ("items:\n", "attachments:\n  - file: attachments/map.pdf\n    title: 总图\nitems:\n"),
        )
    ],
    "a member who left hands over within the body": [
        listed(("handed_by: provider", "handed_by: committee"), ("occasion: contract-end", "occasion: member-left"), ("since: 2026-03-31", "since: 2026-04-08"))
    ],
    "a contract whose handover has a list of its own": [
        Edit("bodies.yaml", "      items:\n        - drawings\n        - equipment-files\n        - maintenance-records\n        - common-income\n        - rooms\n", "      record: handovers/2026-provider\n"),
        listed(),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(handovers) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_oddity_is_no_fault(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(handovers) == ""


@pytest.mark.parametrize(
    ("completed_on", "day", "state"),
    [
        ("2026-04-10", DAY, State.DONE),
        ("2026-04-11", DAY, State.LATE),
        ("", datetime.date(2026, 4, 10), State.OPEN),
        ("", datetime.date(2026, 4, 11), State.OVERDUE),
    ],
)
def test_where_a_handover_stands(sample: Sample, completed_on: str, day: datetime.date, state: State) -> None:
    """Ten days from the end of the contract in Shanghai, on both sides of the last one."""
    done = f"completed_on: {completed_on}\n" if completed_on else ""
    sample.edit(SHANGHAI, listed(("completed_on: 2026-04-10\n", done)))
    dataset = read_community(sample.data, SLUG).dataset
    assert dataset is not None
    assert law.state(dataset, dataset.handovers[0], Today(day)) is state
