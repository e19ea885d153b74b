"""Audits are made by others than who keeps the books, say of which days, and what was found is answered."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import audits
from tests.sample import Case, Edit, Sample, bad, good

NAME = "notices/2026-05-10-audit.yaml"
TOLD = """\
title: 审计结果
publisher: residents
estate: north
date: 2026-05-10
published: 2026-05-10
summary: 账对得上。
form: circular
category: finance
audit:
  auditor: residents
  of: committee
  opinion: with-remarks
  statements:
    - finances/2026-q1-common-income
  exceptions:
    - what: 两张白条
      answer: 补了说明
covers:
  from: 2026-01-01
  until: 2026-03-31
"""


def audit(*changes: tuple[str, str]) -> Edit:
    text = TOLD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Edit(NAME, new=text)


LEAVING = (
    ("of: committee\n", "of: residents\n  sort: leaving\n"),
    ("auditor: residents", "auditor: provider"),
)
TERM = Edit(
    "bodies.yaml",
    "    kind: residents-committee\n",
    "    kind: residents-committee\n    term:\n      from: 2021-05-01\n      until: 2026-04-30\n",
)
ELECTION = Edit(
    "elections/2026-residents.yaml",
    new="""\
title: 换届
publisher: residents
date: 2026-05-05
published: 2026-05-06
summary: 换届。
body: residents
sort: term
voters: residents
seats: 5
candidates:
  confirmed: 7
  where: 南门
result: awaited
""",
)

BAD = {
    "audited-by-the-account-keeper": [
        Case(
            [audit(("auditor: residents", "auditor: committee"))],
            """
notices/2026-05-10-audit.yaml:10:12: warning: audited-by-the-account-keeper: 审计的“北园第一届业主委员会”就是被审的、记账的或公布账目的机构。""",
        ),
        Case(
            [audit(("  of: committee\n", "  of: committee\n  keeper: residents\n"))],
            """
notices/2026-05-10-audit.yaml:10:12: warning: audited-by-the-account-keeper: 审计的“榆树社区居民委员会”就是被审的、记账的或公布账目的机构。""",
        ),
    ],
    "audit-without-period": [
        Case(
            [audit(("covers:\n  from: 2026-01-01\n  until: 2026-03-31\n", ""))],
            """
notices/2026-05-10-audit.yaml:10:3: warning: audit-without-period: 没有写审的是哪段时间。""",
        )
    ],
    "audit-exception-unanswered": [
        Case(
            [audit(("      answer: 补了说明\n", ""))],
            """
notices/2026-05-10-audit.yaml:16:7: warning: audit-exception-unanswered: “两张白条”没有写怎样处理，也没有跟进的监督发现。""",
        )
    ],
    "audit-opinion-without-exception": [
        Case(
            [audit(("  exceptions:\n    - what: 两张白条\n      answer: 补了说明\n", ""))],
            """
notices/2026-05-10-audit.yaml:12:12: warning: audit-opinion-without-exception: 意见不是无保留，没有写保留了什么。""",
        )
    ],
    "leaving-audit-after-election": [
        Case(
            [TERM, ELECTION, audit(*LEAVING)],
            """
notices/2026-05-10-audit.yaml:5:12: warning: leaving-audit-after-election: 离任审计 2026-05-10 才公布，下一届 2026-05-05 已经选举。""",
        )
    ],
}

GOOD = {
    "a sound audit": [audit()],
    "a clean opinion without exceptions": [
        audit(("  exceptions:\n    - what: 两张白条\n      answer: 补了说明\n", ""), ("with-remarks", "clean"))
    ],
    "an exception that a finding follows up": [audit(("answer: 补了说明", "finding: findings/2026-late"))],
    "a leaving audit before the election": [
        TERM,
        Edit(ELECTION.path, new=ELECTION.new.replace("date: 2026-05-05", "date: 2026-05-20").replace("published: 2026-05-06", "published: 2026-05-21")),
        audit(*LEAVING),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(audits) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_oddity_is_no_fault(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines_of(audits) == ""
