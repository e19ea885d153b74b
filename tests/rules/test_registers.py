"""Registers are kept as law asks, and what they name exists."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

SEALS = "registers/seal-use.csv"
USED = "日期,印章,盖在什么上,凭什么决定\n"
FACILITIES = "registers/facilities.csv"
LIFTS = "编号,名称,类别,维保单位,应急电话,下次检验,状态\n"
LIFT = "east,东梯,电梯,某电梯公司,010-01234567,2026-09-01,正常\n"
FIRE = "fire,消火栓,消防设施,,,,正常\n"
LOG = "registers/facility-log.csv"
LOGGED = "日期,设施,做了什么,谁做的\n"
GIVEN = "日期,事由,指定用途,收到,用去\n2026-01-05,热心业主,道路,100.00,\n"
MEDIATED = "月末,类别,收到,调成,转出,备注\n"


def seals(*rows: str) -> Edit:
    return Edit(SEALS, new=USED + "".join(f"{row}\n" for row in rows))


def facilities(*rows: str) -> Edit:
    return Edit(FACILITIES, new=LIFTS + "".join(rows))


def log(*rows: str) -> Edit:
    return Edit(LOG, new=LOGGED + "".join(f"{row}\n" for row in rows))


BAD = {
    "seal-used-without-decision": [
        Case(
            [seals("2026-05-01,业委会章,合同三份,", "2026-05-02,财务专用章,对账单,")],
            """
registers/seal-use.csv:2:1: warning: seal-used-without-decision: 盖在“合同三份”上，没有写明凭哪项决定。""",
        )
    ],
    "seal-used-before-decision": [
        Case(
            [seals("2026-04-19,业委会章,合同三份,meetings/2026-04-20-committee")],
            """
registers/seal-use.csv:2:1: warning: seal-used-before-decision: 2026-04-19 用章，决定是 2026-04-20 作出的。""",
        )
    ],
    "lift-maintainer-not-stated": [
        Case(
            [
                facilities(LIFT, LIFT.replace("east,东梯", "west,西梯").replace("010-01234567", "")),
            ],
            """
registers/facilities.csv:3:1: warning: lift-maintainer-not-stated: “西梯”没有写明维保单位或应急电话。""",
        )
    ],
    "lift-maintained-late": [
        Case(
            [facilities(LIFT), log("2026-05-01,east,维保,甲", "2026-05-16,east,维保,甲", "2026-06-01,east,维保,甲")],
            """
registers/facility-log.csv:4:1: warning: lift-maintained-late: “东梯”两次维保（2026-05-16、2026-06-01）相隔 16 天，超过 15 天。""",
        )
    ],
    "fire-system-tested-late": [
        Case(
            [facilities(FIRE), log("2025-07-19,fire,全面检测,甲")],
            """
registers/facilities.csv:2:1: warning: fire-system-tested-late: “消火栓”上次全面检测是 2025-07-19，2026-07-19 以前未见下一次。""",
        ),
        Case(
            [facilities(FIRE), log("2024-07-01,fire,全面检测,甲", "2025-07-31,fire,全面检测,甲")],
            """
registers/facilities.csv:2:1: warning: fire-system-tested-late: “消火栓”上次全面检测是 2024-07-01，2025-07-01 以前未见下一次。""",
        ),
    ],
    "inspection-past": [
        Case(
            [facilities(LIFT.replace("2026-09-01", "2026-07-19"))],
            """
registers/facilities.csv:2:1: warning: inspection-past: “东梯”应在 2026-07-19 以前检验，登记里仍是这个日期。""",
        )
    ],
    "donations-overspent": [
        Case(
            [Edit("registers/donations.csv", new=GIVEN + "2026-02-01,补坑,道路,,100.01\n")],
            """
registers/donations.csv:3:1: warning: donations-overspent: “道路”用去的比收到的多 0.01 元。""",
        )
    ],
    "more-settled-than-received": [
        Case(
            [Edit("registers/mediation-counts.csv", new=MEDIATED + "2026-04-30,漏水,3,3,1,\n")],
            """
registers/mediation-counts.csv:2:1: warning: more-settled-than-received: 调成和转出 4 件，收到只有 3 件。""",
        )
    ],
    "register-entry-unknown": [
        Case(
            [facilities(LIFT), log("2026-05-01,west,维保,甲")],
            """
registers/facility-log.csv:2:1: error: register-entry-unknown: “设施设备”登记里没有“west”。""",
        )
    ],
    "register-id-repeated": [
        Case(
            [facilities(LIFT, LIFT)],
            """
registers/facilities.csv:3:1: error: register-id-repeated: 编号“east”在这份登记里已经有了。""",
        )
    ],
    "record-unknown": [
        Case(
            [seals("2026-05-01,业委会章,合同三份,meetings/2026-04-21-committee")],
            """
registers/seal-use.csv:2:1: error: record-unknown: 引用的记录“meetings/2026-04-21-committee”不存在。""",
        )
    ],
    "building-unknown": [
        Case(
            [Edit(FACILITIES, new="编号,名称,类别,楼栋\nfire,消火栓,消防设施,b9\n")],
            """
registers/facilities.csv:2:1: error: building-unknown: “楼栋”一栏 写的楼栋“b9”不在 community.yaml 里。""",
        )
    ],
    "body-unknown": [
        Case(
            [
                Edit(
                    "registers/needs-and-offers.csv",
                    new="日期,需求或服务,内容,进展,认领\n2026-05-01,需求,陪诊,已认领,nobody\n",
                )
            ],
            """
registers/needs-and-offers.csv:2:1: error: body-unknown: “认领”一栏 写的机构“nobody”不在 bodies.yaml 里。""",
        )
    ],
}

GOOD = {
    "a seal used on the day of its decision": [seals("2026-04-20,业委会章,合同三份,meetings/2026-04-20-committee")],
    "a lift visited on the fifteenth day": [
        facilities(LIFT),
        log("2026-05-01,east,维保,甲", "2026-05-16,east,维保,甲"),
    ],
    "a lift that was repaired between two visits": [
        facilities(LIFT),
        log("2026-05-01,east,维保,甲", "2026-05-16,east,修理,甲", "2026-05-31,east,维保,甲"),
    ],
    "a fire system whose year ends today": [facilities(FIRE), log("2025-07-20,fire,全面检测,甲")],
    "a fire system without any test in the log": [facilities(FIRE)],
    "a fire system out of use": [facilities(FIRE.replace("正常", "停用")), log("2024-07-20,fire,全面检测,甲")],
    "an inspection due today": [facilities(LIFT.replace("2026-09-01", "2026-07-20"))],
    "donations used to the last fen": [Edit("registers/donations.csv", new=GIVEN + "2026-02-01,补坑,道路,,100.00\n")],
    "disputes left from the month before": [
        Edit("registers/mediation-counts.csv", new=MEDIATED + "2026-04-30,漏水,1,2,0,上月留下一件\n")
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert case.expected.strip() in sample.lines().split("\n")
    assert [line for line in sample.lines().split("\n") if "registers/" in line] == [case.expected.strip()]


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_a_register_that_cannot_be_read_leaves_no_other_faults(sample: Sample) -> None:
    sample.edit(facilities(LIFT.replace("电梯,", "升降机,")), log("2026-05-01,east,维保,甲"))
    assert [one.rule for one in sample.findings()] == ["cell-malformed"]


def test_a_finding_about_a_register_can_be_answered(sample: Sample) -> None:
    sample.edit(
        seals("2026-05-01,业委会章,合同三份,"),
        Edit(
            "acknowledged.yaml",
            new="""\
acknowledged:
  - rule: seal-used-without-decision
    record: registers/seal-use
    reason: 当时漏登，已补记。
    by: committee
    until: 2026-12-31
""",
        ),
    )
    assert sample.lines().endswith("acknowledged: seal-used-without-decision: 盖在“合同三份”上，没有写明凭哪项决定。")
