"""Owners vote, and the result is posted, as the law of the place asks."""
# ruff: noqa: E501

import pytest

from tests.rules.owners_vote import BEIJING, COMMUNITY, HANGZHOU, LIFT, SHANGHAI, assembly_held, told, vote_starts
from tests.sample import Case, Edit, Sample, bad, good

BAD = {
    "assembly-minutes-missing": [
        Case(
            [assembly_held("")],
            """
meetings/2026-05-10-assembly.yaml:9:8: warning: assembly-minutes-missing: 未写明业主大会会议的会议记录。""",
        )
    ],
    "proxies-not-in-writing": [
        Case(
            [
                SHANGHAI,
                assembly_held(
                    "minutes: {signed_by: 3}\nattendance:\n  - {group: 业主, unit: owners, present: 20, by_proxy: 3}\n"
                ),
            ],
            """
meetings/2026-05-10-assembly.yaml:13:54: warning: proxies-not-in-writing: 委托他人投票的 3，未写明都有书面委托书。""",
        )
    ],
    "ballots-not-all-delivered": [
        Case(
            [assembly_held("minutes: {signed_by: 3}\nballots_delivered: 26\nballots_posted: 3\n")],
            """
meetings/2026-05-10-assembly.yaml:12:20: info: ballots-not-all-delivered: 表决票送达 26、公告送达 3，加起来与业主 30 人不等。""",
        )
    ],
    "assembly-result-posted-late": [
        Case(  # the third day is a Friday
            [BEIJING, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-16")],
            """
resolutions/2026-001-lift.yaml:5:12: warning: assembly-result-posted-late: 2026-05-16 公布，最迟应在 2026-05-15，晚 1 天。""",
        ),
        Case(
            [Edit(LIFT, "published: 2026-05-13", "published: 2026-05-28")],
            """
resolutions/2026-001-lift.yaml:5:12: info: assembly-result-posted-late: 2026-05-28 公布，最迟应在 2026-05-27，晚 1 天。""",
        ),
    ],
    "assembly-result-hangs-briefly": [
        Case(
            [
                Edit(
                    COMMUNITY,
                    "promises:\n",
                    "promises:\n  - {text: 表决结果公示十五天, since: 2024-01-01, parameter: assembly.result_hold_days, value: '15'}\n",
                ),
                Edit(
                    LIFT,
                    "implementation:\n",
                    "posting: {from: 2026-05-13, until: 2026-05-27, places: [gate]}\nimplementation:\n",
                ),
            ],
            """
resolutions/2026-001-lift.yaml:59:36: warning: assembly-result-hangs-briefly: 公示 14 天，不足 15 天。""",
        )
    ],
    "voting-too-short": [
        Case(
            [HANGZHOU, vote_starts("2026-05-06")],
            """
resolutions/2026-001-lift.yaml:12:3: warning: voting-too-short: 表决期 4 天，短于 5 天。""",
        )
    ],
    "voting-too-long": [
        Case(
            [HANGZHOU, vote_starts("2026-03-10")],
            """
resolutions/2026-001-lift.yaml:12:3: warning: voting-too-long: 表决期 61 天，长于 60 天。""",
        )
    ],
    "petition-too-small": [
        Case(
            [Edit(LIFT, "voting:\n", "petition: {signers: 5}\nvoting:\n")],
            """
resolutions/2026-001-lift.yaml:11:21: warning: petition-too-small: 联名提议的业主 5 人，业主共 30 人，法律所说的人数是 6 人以上。""",
        ),
        Case(
            [assembly_held("minutes: {signed_by: 3}\nconvened_by: petition\npetitioners: 5\n")],
            """
meetings/2026-05-10-assembly.yaml:13:14: warning: petition-too-small: 联名提议的业主 5 人，业主共 30 人，法律所说的人数是 6 人以上。""",
        ),
    ],
}  # fmt: skip

GOOD = {
    "proxies in writing": [
        SHANGHAI, assembly_held("minutes: {signed_by: 3}\nproxies_in_writing: true\nattendance:\n  - {group: 业主, unit: owners, present: 20, by_proxy: 3}\n"),
    ],
    "all ballots delivered or posted": [assembly_held("minutes: {signed_by: 3}\nballots_delivered: 26\nballots_posted: 4\n")],
    "posted on the third day": [BEIJING, Edit(LIFT, "published: 2026-05-13", "published: 2026-05-15")],
    "five days of voting": [HANGZHOU, vote_starts("2026-05-05")],
    "sixty days of voting": [HANGZHOU, vote_starts("2026-03-11")],
    "a fifth of the owners": [Edit(LIFT, "voting:\n", "petition: {signers: 6}\nvoting:\n")],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert told(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_nothing_is_found(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert told(sample) == ""
