"""Property service: contracts and their ends, the fee and its changes, reports."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import RULES, service
from tests.sample import Case, Edit, Sample, bad, good, in_one_line

BODIES = "bodies.yaml"
COMMUNITY = "community.yaml"
RESOLUTION = "resolutions/2026-001-lift.yaml"
PLAN = "notices/2026-04-03-lift-plan.yaml"
FEES = "finances/2026-q2-property-service"
CONTRACT = "    ended_on: 2026-10-31\n"
HANDOVER = """    handover:
      items:
        - drawings
        - equipment-files
        - maintenance-records
        - common-income
        - rooms
"""


def law_of(place: str) -> Edit:
    """The community lies in another place."""
    return Edit(COMMUNITY, "jurisdiction: CN", f"jurisdiction: {place}")


def fees(more: str = "fee_basis: lump-sum\n", *, closing: str = "0.00") -> Edit:
    """A statement of the service fund of the second quarter."""
    text = f"""title: 北园2026年第二季度物业服务费收支表
publisher: provider
estate: north
date: 2026-07-05
published: 2026-07-08
summary: 收支相抵。
fund: property-service
period:
  from: 2026-04-01
  until: 2026-06-30
opening: {closing}
income: 0.00
expense: 0.00
closing: {closing}
"""
    return Edit(f"{FEES}.yaml", "", text + more)


def ended(day: str, more: str, handover: str = HANDOVER) -> list[Edit]:
    """The provider's contract ended before its time."""
    return [Edit(BODIES, CONTRACT, f"    ended_on: {day}\n{more}"), Edit(BODIES, HANDOVER, handover)]


def price_change(more: str, first: str = "2026-04-01", last: str = "2026-05-01") -> list[Edit]:
    """Owners of Hangzhou voted on a new fee from 1 May; the proposal hung from `first` to `last`."""
    return [
        law_of("CN-ZJ-HZ"),
        Edit(RESOLUTION, "matter: other-common-matter", "matter: adjust-service-fee"),
        Edit(RESOLUTION, "decided_on: 2026-05-12\n", f"decided_on: 2026-05-12\n{more}"),
        Edit(PLAN, "  from: 2026-04-03\n  until: 2026-04-10", f"  from: {first}\n  until: {last}"),
    ]


AUDIT = """title: 2025年物业服务费审计结果
publisher: provider
estate: north
date: 2026-03-10
published: 2026-03-10
summary: 上年亏损。
form: announcement
category: fees
"""
AUDITED = Edit("notices/2026-03-10-audit.yaml", "", AUDIT)
STEPS = "proposal: notices/2026-04-03-lift-plan\naudit: notices/2026-03-10-audit\n"


def report(duty: str, contents: str) -> Edit:
    text = AUDIT.replace("审计结果", "报告").replace("form:", f"discloses:\n  - {duty}\nform:")
    return Edit("notices/2026-03-10-report.yaml", "", f"{text}contents: [{contents}]\n" if contents else text)


OURS = {rule.id for rule in RULES if rule.check.__module__ == service.__name__}


def found(sample: Sample) -> str:
    """What the rules of this module find; in another city others have something to say too."""
    return "\n".join(in_one_line(one for one in sample.findings() if one.rule in OURS))


ALL = "service-items, staff, quality, charges, rates, performance, maintenance-fund, common-income"

BAD = {
    "contract-fee-basis-missing": [
        Case(
            [Edit(BODIES, "    fee_basis: lump-sum\n", "")],
            """
bodies.yaml:31:5: warning: contract-fee-basis-missing: 青禾物业服务有限公司从 2024-01-01 起的物业服务合同，没有写明是包干制还是酬金制。""",
        )
    ],
    "statement-fee-basis-missing": [
        Case(
            [fees("")],
            """
finances/2026-q2-property-service.yaml:9:3: warning: statement-fee-basis-missing: 这张物业服务费收支表没有写明是包干制还是酬金制。""",
        )
    ],
    "fee-basis-contradicted": [
        Case(
            [fees("fee_basis: commission\n")],
            """
finances/2026-q2-property-service.yaml:15:12: warning: fee-basis-contradicted: 收支表写的是“酬金制”，当时有效的合同（青禾物业服务有限公司）写的是“包干制”。""",
        )
    ],
    "price-change-without-proposal": [
        Case(
            [*price_change("audit: notices/2026-03-10-audit\n"), AUDITED],
            """
resolutions/2026-001-lift.yaml:16:3: warning: price-change-without-proposal: 表决了调整物业费，未见表决前公示的调整方案。""",
        ),
    ],
    "price-change-posted-briefly": [
        Case(
            [*price_change(STEPS, "2026-04-02"), AUDITED],
            """
resolutions/2026-001-lift.yaml:9:11: warning: price-change-posted-briefly: 调整方案从 2026-04-02 公示到 2026-05-01，在表决开始前共 29 天。""",
        ),
        Case(
            [*price_change(STEPS, "2026-04-10", "2026-05-20"), AUDITED],
            """
resolutions/2026-001-lift.yaml:9:11: warning: price-change-posted-briefly: 调整方案从 2026-04-10 公示到 2026-05-01，在表决开始前共 21 天。""",
        ),
    ],
    "price-change-without-audit": [
        Case(
            price_change("proposal: notices/2026-04-03-lift-plan\n"),
            """
resolutions/2026-001-lift.yaml:16:3: warning: price-change-without-audit: 表决了调整物业费，在表决开始（2026-05-01）之前未见审计或者评估结果的公告。""",
        ),
        Case(
            [
                *price_change(STEPS),
                Edit(
                    "notices/2026-03-10-audit.yaml",
                    "",
                    AUDIT.replace("published: 2026-03-10", "published: 2026-05-02"),
                ),
            ],
            """
resolutions/2026-001-lift.yaml:10:8: warning: price-change-without-audit: 表决了调整物业费，在表决开始（2026-05-01）之前未见审计或者评估结果的公告。""",
        ),
    ],
    "end-notice-missing": [
        Case(
            ended("2026-06-30", "    end_kind: dismissal\n"),
            """
bodies.yaml:36:15: warning: end-notice-missing: 青禾物业服务有限公司的合同写的是“业主解聘”，没有写明哪天书面通知的。""",
        )
    ],
    "end-notice-late": [
        Case(
            ended("2026-06-30", "    end_kind: dismissal\n    notice_given_on: 2026-05-02\n"),
            """
bodies.yaml:37:22: warning: end-notice-late: 青禾物业服务有限公司的合同在 2026-06-30 终止（业主解聘），书面通知在 2026-05-02，提前了 59 天。""",
        ),
        Case(
            [
                Edit(
                    BODIES,
                    f"    until: 2026-12-31\n{CONTRACT}",
                    "    ended_on: 2026-06-30\n    end_kind: withdrawal\n    notice_given_on: 2026-05-02\n",
                ),
            ],
            """
bodies.yaml:36:22: warning: end-notice-late: 青禾物业服务有限公司的合同在 2026-06-30 终止（企业提前退出），书面通知在 2026-05-02，提前了 59 天。""",
        ),
    ],
    "provider-handover-missing": [
        Case(
            ended("2026-06-30", "", ""),
            """
bodies.yaml:31:5: warning: provider-handover-missing: 青禾物业服务有限公司的合同在 2026-06-30 终止，未见移交记录。""",
        )
    ],
    "provider-handover-incomplete": [
        Case(
            ended("2026-06-30", "", "    handover:\n      items:\n        - rooms\n        - drawings\n"),
            """
bodies.yaml:40:9: warning: provider-handover-incomplete: 青禾物业服务有限公司的移交清单里没有：设施设备资料、维修保养记录。""",
        )
    ],
    "provider-handover-late": [
        Case(
            [law_of("CN-SH"), *ended("2026-06-26", "", f"{HANDOVER}      completed_on: 2026-07-07\n")],
            """
bodies.yaml:45:21: warning: provider-handover-late: 青禾物业服务有限公司的合同在 2026-06-26 终止，移交在 2026-07-07 完成，比 2026-07-06 晚 1 天。""",
        )
    ],
    "prepayment-too-long": [
        Case(
            [
                law_of("CN-ZJ-HZ"),
                *ended("2026-10-31", "    prepay_months: 13\n    signed_on: 2023-12-20\n    filed_on: 2024-01-04\n"),
            ],
            """
bodies.yaml:36:20: warning: prepayment-too-long: 青禾物业服务有限公司的合同约定一次预收 13 个月的物业费。""",
        )
    ],
    "contract-not-filed": [
        Case(
            [law_of("CN-SH"), *ended("2026-10-31", "    signed_on: 2023-12-20\n")],
            """
bodies.yaml:36:16: warning: contract-not-filed: 青禾物业服务有限公司的合同在 2023-12-20 签订，未见备案日期。""",
        )
    ],
    "contract-filed-late": [
        Case(
            [law_of("CN-SH"), *ended("2026-10-31", "    signed_on: 2023-12-20\n    filed_on: 2024-01-20\n")],
            """
bodies.yaml:37:15: warning: contract-filed-late: 青禾物业服务有限公司的合同在 2023-12-20 签订，2024-01-20 备案，比 2024-01-19 晚 1 天。""",
        )
    ],
    "service-report-incomplete": [
        Case(
            [report("provider-report", "service-items, staff, quality, charges, rates, performance")],
            """
notices/2026-03-10-report.yaml:11:11: warning: service-report-incomplete: 这份物业服务报告没有写明包含：维修资金使用情况、共有部分的经营与收益。""",
        ),
        Case(
            [report("provider-report", "")],
            """
notices/2026-03-10-report.yaml:1:1: warning: service-report-incomplete: 这份物业服务报告没有写明包含：服务事项、负责人员、质量要求、收费项目、收费标准、合同履行情况、维修资金使用情况、共有部分的经营与收益。""",
        ),
    ],
    "service-board-incomplete": [
        Case(
            [law_of("CN-SH"), report("provider-board", "rates, charges, quality")],
            """
notices/2026-03-10-report.yaml:11:11: warning: service-board-incomplete: 公示栏的内容没有写明包含：服务事项。""",
        )
    ],
}

GOOD = {
    "a fee basis on both": [fees()],
    "a self-managed estate has no provider to state a basis": [
        fees("", closing="0.01"),
        Edit(BODIES, "estate: north\n    from: 2024-01-01", "estate: south\n    from: 2024-01-01"),
    ],
    "a price change with all steps": [*price_change(STEPS), AUDITED],
    "a price change that was withdrawn": [
        law_of("CN-ZJ-HZ"),
        Edit(RESOLUTION, "matter: other-common-matter", "matter: adjust-service-fee"),
        Edit(RESOLUTION, "result: chosen\n    seats: 1", "result: withdrawn\n    seats: 1"),
    ],
    "a price change where no law asks for steps": [
        Edit(RESOLUTION, "matter: other-common-matter", "matter: adjust-service-fee")
    ],
    "dismissed with sixty days' notice": ended(
        "2026-06-30", "    end_kind: dismissal\n    notice_given_on: 2026-05-01\n"
    ),
    "a withdrawal from a contract with a last day is for the contract to judge": ended(
        "2026-06-30", "    end_kind: withdrawal\n    notice_given_on: 2026-06-20\n"
    ),
    "a contract that expired": ended("2026-06-30", "    end_kind: expiry\n"),
    "handed over on the working day after ten days": [
        law_of("CN-SH"),
        *ended("2026-06-25", "", f"{HANDOVER}      completed_on: 2026-07-06\n"),
    ],
    "the same provider goes on": [
        Edit(BODIES, "    until: 2026-12-31\n    ended_on: 2026-10-31\n", "    until: 2026-06-30\n"),
        Edit(
            BODIES,
            HANDOVER,
            "  - provider: provider\n    estate: north\n    from: 2026-07-01\n    fee_basis: lump-sum\n",
        ),
    ],
    "filed on the thirtieth day, twelve months in advance": [
        law_of("CN-SH"),
        *ended("2026-10-31", "    signed_on: 2023-12-20\n    filed_on: 2024-01-19\n    prepay_months: 12\n"),
    ],
    "nobody says when it was signed": [law_of("CN-SH"), *ended("2026-10-31", "    filed_on: 2024-06-19\n")],
    "a report with all contents": [report("provider-report", ALL)],
    "a board where no law lists its contents": [report("provider-board", "rates")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert found(sample) == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert found(sample) == ""


def test_what_was_missed_is_cited_with_article_and_layer(sample: Sample) -> None:
    sample.edit(law_of("CN-ZJ-HZ"), *ended("2026-10-31", "    prepay_months: 13\n"))
    (finding,) = (one for one in sample.findings() if one.rule in OURS)
    assert finding.basis is not None
    assert (finding.basis.layer_zh, finding.basis.zh) == ("杭州市", "《杭州市物业管理条例》第五十五条第三款")


def test_moving_to_another_city_changes_what_is_asked(sample: Sample) -> None:
    sample.edit(*ended("2026-10-31", "    prepay_months: 13\n"))
    assert found(sample) == ""


def test_a_stricter_promise_of_the_community_is_held_to(sample: Sample) -> None:
    promise = "promises:\n  - text: 物业费最多预收六个月。\n    since: 2023-01-01\n    parameter: service.prepay_max_months\n    value: 6\n"
    sample.edit(Edit(COMMUNITY, "promises:\n", promise), *ended("2026-10-31", "    prepay_months: 7\n"))
    (finding,) = (one for one in sample.findings() if one.rule in OURS)
    assert finding.basis is not None
    assert (finding.basis.standing, finding.basis.zh) == ("promise", "物业费最多预收六个月。")
