"""Elections: candidates and votes add up, ties are settled, open seats have a next step, nobody is named."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import elections
from tests.sample import Case, Edit, Sample, bad, good

FILE = "elections/2026-residents.yaml"
HELD = """\
title: 居民委员会换届选举
publisher: residents
date: 2026-05-10
published: 2026-05-11
summary: 三选二。
body: residents
sort: term
voters: representatives
seats: 2
candidates:
  nominated: 5
  refused: 1
  withdrawn: 1
  confirmed: 3
  posted_on: 2026-04-20
  where: 南门公告栏
secret: true
counted_in_public: true
result: valid
counts:
  - unit: persons
    entitled: 30
    took_part: 21
    votes_per_ballot: 2
    complete: true
    options:
      1号候选人: 15
      2号候选人: 12
      3号候选人: 9
      弃权: 1
chosen:
  - 1号候选人
  - 2号候选人
"""
BY = HELD.replace("sort: term", "sort: by-election").replace("body: residents", "body: committee").replace(
    "seats: 2", "seats: 1").replace("  - 1号候选人\n  - 2号候选人\n", "  - 1号候选人\n")  # fmt: skip
BODIES = "bodies.yaml"


def election(*changes: tuple[str, str], text: str = HELD) -> Edit:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Edit(FILE, new=text)


COUNTS = HELD[HELD.index("counts:") : HELD.index("chosen:")]
CHOSEN = HELD[HELD.index("chosen:") :]
LIFT = 'resolution: resolutions/2026-001-lift\nmotion: "1"\n'

BAD = {
    "election-without-votes": [
        Case(
            [election((COUNTS, ""))],
            """
elections/2026-residents.yaml:19:9: warning: election-without-votes: 写着选举有效，没有见到票数。""",
        )
    ],
    "election-counted-twice": [
        Case(
            [
                election(
                    (
                        "result: valid\n",
                        "result: invalid\nnext:\n  by: residents\n  what: 再选\nresolution: resolutions/2026-001-lift\n",
                    )
                )
            ],
            """
elections/2026-residents.yaml:25:3: error: election-counted-twice: 票数既写在这里，又写在 resolutions/2026-001-lift。""",
        )
    ],
    "candidate-named": [
        Case(
            [election(("      3号候选人: 9", "      王*明: 9"))],
            """
elections/2026-residents.yaml:29:12: error: candidate-named: 候选人没有用编号称呼。""",
        )
    ],
    "elected-not-a-candidate": [
        Case(
            [
                election(
                    (
                        "chosen:\n",
                        "alternates:\n  - 四号候选人\nties:\n  - between:\n      - 2号候选人\n      - 5号候选人\n    settled: 抽签\nchosen:\n",
                    )
                )
            ],
            """
elections/2026-residents.yaml:32:5: error: elected-not-a-candidate: “四号候选人”不在计票的候选人里。
elections/2026-residents.yaml:36:9: error: elected-not-a-candidate: “5号候选人”不在计票的候选人里。""",
        )
    ],
    "more-elected-than-seats": [
        Case(
            [election(("seats: 2", "seats: 1"))],
            """
elections/2026-residents.yaml:32:3: error: more-elected-than-seats: 应选 1 名，写了 2 名当选。""",
        )
    ],
    "fewer-votes-elected": [
        Case(
            [election(("2号候选人: 12", "2号候选人: 11"), ("3号候选人: 9", "3号候选人: 12"))],
            """
elections/2026-residents.yaml:32:3: error: fewer-votes-elected: “2号候选人”得 11 票当选，“3号候选人”得 12 票没有当选。""",
        )
    ],
    "tie-not-settled": [
        Case(
            [election(("3号候选人: 9", "3号候选人: 12"))],
            """
elections/2026-residents.yaml:19:9: warning: tie-not-settled: “2号候选人”和“3号候选人”都是 12 票，前者当选，没有写怎样定的。""",
        )
    ],
    "candidates-do-not-add-up": [
        Case(
            [election(("withdrawn: 1", "withdrawn: 0"))],
            """
elections/2026-residents.yaml:14:14: error: candidates-do-not-add-up: 正式候选人写 3 名，报名推荐减去不合条件和退出的是 4 名，相差 1。""",
        )
    ],
    "candidates-shown-nowhere": [
        Case(
            [election(("  where: 南门公告栏\n", ""))],
            """
elections/2026-residents.yaml:11:3: warning: candidates-shown-nowhere: 没有写在哪里能看到候选人的情况。""",
        )
    ],
    "no-more-candidates-than-seats": [
        Case(
            [election(("nominated: 5", "nominated: 4"), ("confirmed: 3", "confirmed: 2"))],
            """
elections/2026-residents.yaml:14:14: warning: no-more-candidates-than-seats: 候选人 2 名，应选 2 名，没有差额。""",
        )
    ],
    "candidates-posted-after-voting-began": [
        Case(
            [election(("secret: true", "voting:\n  from: 2026-04-20\n  until: 2026-05-10\nsecret: true"))],
            """
elections/2026-residents.yaml:15:14: warning: candidates-posted-after-voting-began: 2026-04-20 开始投票，候选人 2026-04-20 才公示。""",
        )
    ],
    "by-election-candidates-posted-late": [
        Case(
            [
                Edit("community.yaml", "jurisdiction: CN\n", "jurisdiction: CN-BJ\n"),
                election(("posted_on: 2026-04-20", "posted_on: 2026-04-26"), text=BY),
            ],
            """
elections/2026-residents.yaml:15:14: warning: by-election-candidates-posted-late: 候选人 2026-04-26 公示，2026-05-10 选举，不到 15 天。""",
        )
    ],
    "election-turnout-too-low": [
        Case(
            [election(("took_part: 21", "took_part: 20"))],
            """
elections/2026-residents.yaml:19:9: error: election-turnout-too-low: 应到 30，参加投票 20（人数），不到超过三分之二，写着选举有效。""",
        ),
        Case(
            [election(("voters: representatives", "voters: residents"), ("entitled: 30", "entitled: 42"))],
            """
elections/2026-residents.yaml:19:9: error: election-turnout-too-low: 应到 42，参加投票 21（人数），不到过半数，写着选举有效。""",
        ),
    ],
    "elected-without-majority": [
        Case(
            [election(("2号候选人: 12", "2号候选人: 10"))],
            """
elections/2026-residents.yaml:19:9: error: elected-without-majority: “2号候选人”得 10 票，参加投票 21（人数），不到过半数，写着当选。""",
        ),
        Case(
            [
                election(
                    ("sort: term", "sort: anew"), ("2号候选人: 12", "2号候选人: 6"), ("3号候选人: 9", "3号候选人: 5")
                )
            ],
            """
elections/2026-residents.yaml:19:9: error: elected-without-majority: “2号候选人”得 6 票，参加投票 21（人数），不到三分之一以上，写着当选。""",
        ),
    ],
    "election-not-secret": [
        Case(
            [election(("secret: true", "secret: false"))],
            """
elections/2026-residents.yaml:17:9: warning: election-not-secret: 写着没有无记名投票，或没有公开计票。""",
        )
    ],
    "open-seats-without-next-step": [
        Case(
            [election(("  - 2号候选人\n", ""))],
            """
elections/2026-residents.yaml:19:9: warning: open-seats-without-next-step: 应选 2 名，还空着 1 名，没有写接下来怎么办。""",
        ),
        Case(
            [election(("result: valid", "result: invalid"))],
            """
elections/2026-residents.yaml:19:9: warning: open-seats-without-next-step: 应选 2 名，还空着 2 名，没有写接下来怎么办。""",
        ),
    ],
    "election-differs-from-resolution": [
        Case(
            [
                Edit("resolutions/2026-001-lift.yaml", "    matter: use", "    seats: 3\n    matter: use"),
                election(
                    (COUNTS, LIFT),
                    (CHOSEN, ""),
                    ("result: valid", "result: invalid\nnext:\n  by: residents\n  what: 再选"),
                ),
            ],
            """
elections/2026-residents.yaml:9:8: warning: election-differs-from-resolution: 这里应选 2 名，resolutions/2026-001-lift 里是 3 名。""",
        )
    ],
    "election-differs-from-term": [
        Case(
            [election(("body: residents", "body: committee"))],
            """
elections/2026-residents.yaml:3:7: warning: election-differs-from-term: 选举日写 2026-05-10，bodies.yaml 里这一届写 2023-12-24。""",
        )
    ],
    "by-election-without-vacancy": [
        Case(
            [election(("seats: 1", "seats: 2"), ("chosen:\n", "chosen:\n  - 2号候选人\n"), text=BY)],
            """
elections/2026-residents.yaml:9:8: warning: by-election-without-vacancy: “北园第一届业主委员会”补选了 2 名，岗位里到那天只有 1 名离任。""",
        )
    ],
    "by-election-outlasts-term": [
        Case(
            [election(("chosen:\n", "term:\n  from: 2026-05-10\n  until: 2029-01-01\nchosen:\n"), text=BY)],
            """
elections/2026-residents.yaml:33:10: warning: by-election-outlasts-term: 补选的任期到 2029-01-01，本届到 2028-12-31。""",
        )
    ],
}

GOOD = {
    "a sound election": [election()],
    "a by-election for one who left": [election(text=BY)],
    "a tie that is settled": [
        election(("3号候选人: 9", "3号候选人: 12"), ("chosen:\n", "ties:\n  - between:\n      - 3号候选人\n      - 2号候选人\n    settled: 抽签\nchosen:\n"))
    ],
    "all who share the last seat may be elected": [
        election(("3号候选人: 9", "3号候选人: 12"), ("  - 2号候选人\n", "  - 2号候选人\n  - 3号候选人\n"), ("seats: 2", "seats: 3"), ("nominated: 5", "nominated: 6"), ("confirmed: 3", "confirmed: 4"))
    ],
    "a third of the ballots is enough when a seat is filled anew": [
        election(("sort: term", "sort: anew"), ("2号候选人: 12", "2号候选人: 7"), ("3号候选人: 9", "3号候选人: 5"))
    ],
    "a vote that is to come": [
        election((COUNTS, ""), (CHOSEN, ""), ("result: valid", "result: awaited"), ("date: 2026-05-10", "date: 2026-08-10"))
    ],
    "the old law did not ask for two thirds": [
        election(("date: 2026-05-10", "date: 2025-12-31"), ("took_part: 21", "took_part: 20"), ("posted_on: 2026-04-20", "posted_on: 2025-12-01"),
                 text=HELD),
        Edit(FILE, to="elections/2025-residents.yaml"),
        Edit("elections/2025-residents.yaml", "published: 2026-05-11", "published: 2025-12-31"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_what_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(elections) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_what_is_not_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""
