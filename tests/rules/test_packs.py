"""What a community adopted, it has."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import packs
from tests.rules.test_daily_work import packs as adopting
from tests.sample import Case, Edit, Sample, bad

JOINT = """\
title: 联席会议
publisher: residents
date: 2026-05-08
published: 2026-05-09
summary: 三家坐下来谈。
type: joint
body: residents
state: held
attendance:
  - group: 居委会
    present: 3
  - group: 业委会
    present: 2
"""
PLACE = "community.yaml:5:9: warning: system-need-unmet: "

BAD = {
    "system-need-unmet": [
        Case(
            [adopting("huanwuhui"), Edit("registers/mutual-aid.csv", new="日期,帮了什么,在哪里,谁去的,收费\n2026-05-01,清运,南园,provider,0.00\n")],
            f"{PLACE}榆树社区采用环物会，还没有：环物会，1＋2＋6。",
        ),
    ],
    "joint-meeting-too-small": [
        Case(
            [adopting("sanjiamache"), Edit("meetings/2026-05-08-joint.yaml", new=JOINT)],
            f"""\
{PLACE}榆树社区采用三驾马车，还没有：党组织。
{PLACE}南园采用三驾马车，还没有：每个小区的业主委员会。
{PLACE}南园采用三驾马车，还没有：每个小区的物业服务企业。
{PLACE}榆树社区采用三驾马车，还没有：督促和答复的登记。
meetings/2026-05-08-joint.yaml:10:3: warning: joint-meeting-too-small: 到场 2 方，不足 3 方。""",
        )
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sorted(sample.lines_of(packs).split("\n")) == sorted(case.expected.split("\n"))


def test_three_groups_make_a_joint_meeting_and_without_the_system_two_do(sample: Sample) -> None:
    sample.edit(Edit("meetings/2026-05-08-joint.yaml", new=JOINT))
    assert sample.lines() == ""
    sample.edit(adopting("sanjiamache"), Edit("meetings/2026-05-08-joint.yaml", "业委会\n", "业委会\n    present: 1\n  - group: 物业\n"))  # fmt: skip
    assert "joint-meeting-too-small" not in sample.lines()


def test_an_estate_that_says_why_it_has_no_assembly_is_not_told_of_its_committee(sample: Sample) -> None:
    sample.edit(
        adopting("sanjiamache"),
        Edit(
            "community.yaml", "    name: 南园\n", "    name: 南园\n    owners_assembly:\n      none_because: 户数不足\n"
        ),
    )
    assert "南园采用三驾马车，还没有：每个小区的业主委员会" not in sample.lines_of(packs)
