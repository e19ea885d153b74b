"""Every seal has one keeper at any time, says whose it is, and its loss is announced."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import seals
from tests.sample import Case, Edit, Sample, bad, good

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
        until: 2025-06-30
      - by: committee
        post: 委员
        from: 2025-07-01
  - id: own
    name: 业委会章
    sort: committee
    of: committee
    imprint: 北园第一届业主委员会
    custody:
      - by: residents
        from: 2024-01-10
"""


def sealed(*changes: tuple[str, str]) -> Edit:
    text = SEALS
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Edit("bodies.yaml", "contracts:\n", f"{text}contracts:\n")


BAD = {
    "seal-kept-twice": [
        Case(
            [sealed(("until: 2025-06-30", "until: 2025-07-01"))],
            """
bodies.yaml:42:15: warning: seal-kept-twice: “财务专用章”在 2025-07-01 有两处同时保管。""",
        ),
        Case(
            [sealed(("        until: 2025-06-30\n", ""))],
            """
bodies.yaml:41:15: warning: seal-kept-twice: “财务专用章”在 2025-07-01 有两处同时保管。""",
        ),
    ],
    "seal-kept-by-nobody-for-days": [
        Case(
            [sealed(("until: 2025-06-30", "until: 2025-06-29"))],
            """
bodies.yaml:42:15: warning: seal-kept-by-nobody-for-days: “财务专用章”前一段保管到 2025-06-29，后一段从 2025-07-01 起，中间没有人保管。""",
        )
    ],
    "seal-without-keeper": [
        Case(
            [sealed(("        from: 2025-07-01\n", "        from: 2025-07-01\n        until: 2026-07-19\n"))],
            """
bodies.yaml:36:7: warning: seal-without-keeper: “财务专用章”保管到 2026-07-19，之后没有写由谁保管。""",
        )
    ],
    "seal-imprint-without-term": [
        Case(
            [sealed(("北园第一届业主委员会", "北园业主委员会"))],
            """
bodies.yaml:47:14: warning: seal-imprint-without-term: “业委会章”的印文没有写届别。""",
        )
    ],
    "lost-seal-not-announced": [
        Case(
            [sealed(("    sort: finance\n", "    sort: finance\n    lost_on: 2026-01-05\n"))],
            """
bodies.yaml:34:14: warning: lost-seal-not-announced: “财务专用章”2026-01-05 遗失，没有见到作废公告。""",
        )
    ],
    "payment-seals-kept-together": [
        Case(
            [
                sealed(
                    ("sort: committee", "sort: chair"),
                    ("      - by: residents\n", "      - by: committee\n        post: 委员\n"),
                )
            ],
            """
bodies.yaml:36:7: info: payment-seals-kept-together: “财务专用章”和“业委会章”由同一个岗位保管。""",
        )
    ],
}

GOOD = {
    "seals that are kept": [sealed()],
    "a seal that was retired": [
        sealed(
            ("        from: 2025-07-01\n", "        from: 2025-07-01\n        until: 2026-01-31\n"),
            ("    sort: finance\n", "    sort: finance\n    retired_on: 2026-01-31\n"),
        )
    ],
    "a keeper whose last day is today": [
        sealed(("        from: 2025-07-01\n", "        from: 2025-07-01\n        until: 2026-07-20\n"))
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(seals) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_oddity_is_no_fault(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""
