"""What was raised is answered, what was promised is done, what is listed is whole."""
# ruff: noqa: E501

import pytest

from noticeboard.rules import daily_work
from tests.sample import Case, Edit, Sample, bad, good

ADOPTING = "jurisdiction: CN\n"


def register(name: str, head: str, *rows: str) -> Edit:
    return Edit(f"registers/{name}.csv", new="\n".join((head, *rows)) + "\n")


def packs(*codes: str) -> Edit:
    return Edit("community.yaml", ADOPTING, f"{ADOPTING}packs: [{', '.join(codes)}]\n")


def requests(*rows: str) -> Edit:
    return register("requests", "日期,种类,谁提的,谁答复,什么事,答复期限,答复日期,答复,凭据", *rows)


def tasks(*rows: str) -> Edit:
    return register("tasks", "日期,种类,什么事,谁负责,期限,结果,办成日期,原因", *rows)


def works(*rows: str) -> Edit:
    return register("small-works", "日期,什么事,原报价,实际花费,超出原因", *rows)


def aid(*rows: str) -> Edit:
    return register("mutual-aid", "日期,帮了什么,在哪里,谁去的,收费,免收原因", *rows)


def points(*rows: str) -> Edit:
    return register("service-points", "种类,名称,地址,步行分钟,核对日期", *rows)


def schedules(*rows: str) -> Edit:
    return register("schedules", "什么事,地点,哪几天,几点起,几点止", *rows)


def grids(*rows: str) -> Edit:
    return register("grids", "楼栋,网格,网格员,电话,楼栋长", *rows)


def postings(*rows: str) -> Edit:
    return register("postings", "贴上,公告,公告栏", *rows)


def partners(*rows: str) -> Edit:
    return register("partners", "角色,单位,承担什么,备案号", *rows)


PAPERS = ["竣工验收备案", "分户台账", "业主和面积名册", "业主大会或共同决定的办法", "专户和划款签章", "保修期满证明"]


def papers(*names: str) -> Edit:
    return register("fund-papers", "小区,手续,有没有", *(f"north,{name},有" for name in names))


def facilities(*rows: str) -> Edit:
    return register("facilities", "编号,名称,类别,状态,停用起", *rows)


def training(*rows: str) -> Edit:
    return register("training", "日期,机构,内容", *rows)


SHANGHAI = Edit("community.yaml", ADOPTING, "jurisdiction: CN-SH\n")
GRID = ("n1,一格,居委会委员,010-01234567,党员楼栋长", "n2,一格,居委会委员,010-01234567,党员楼栋长")
SOUTH = "s1,二格,居委会委员,010-01234567,"
WATER = "notices/2026-04-02-water"

BAD = {
    "request-unanswered": [
        Case(
            [requests("2026-06-01,督促,residents,provider,修路灯,2026-07-19,,,")],
            "registers/requests.csv:2:1: warning: request-unanswered: “修路灯”应由青禾物业服务有限公司在 2026-07-19 以前答复，未见答复。",
        )
    ],
    "request-without-due": [
        Case(
            [requests("2026-06-01,异议,,committee,计票,,,,")],
            "registers/requests.csv:2:1: warning: request-without-due: “计票”没有答复，也没有写几号以前答复。",
        )
    ],
    "rumour-without-source": [
        Case(
            [requests("2026-06-01,传言澄清,,committee,租金没了,,2026-06-03,在账上,")],
            "registers/requests.csv:2:1: warning: rumour-without-source: 传言“租金没了”作了澄清，没有写凭哪条记录。",
        )
    ],
    "task-overdue": [
        Case(
            [tasks("2026-05-01,任务,清沟,provider,2026-07-19,在办,,")],
            "registers/tasks.csv:2:1: warning: task-overdue: “清沟”（青禾物业服务有限公司）应在 2026-07-19 以前办成，登记里没有结果。",
        )
    ],
    "task-given-up-without-reason": [
        Case(
            [tasks("2026-05-01,承诺,装5G监控,provider,2026-06-01,搁置,,")],
            "registers/tasks.csv:2:1: warning: task-given-up-without-reason: “装5G监控”没办成或搁置，没有写原因。",
        )
    ],
    "task-done-without-day": [
        Case(
            [tasks("2026-05-01,五件事,换灯,provider,2026-06-01,办成,,")],
            "registers/tasks.csv:2:1: warning: task-done-without-day: “换灯”写的是办成，没有写哪天。",
        )
    ],
    "small-work-above-quote": [
        Case(
            [works("2026-05-01,补门,100.00,100.01,")],
            "registers/small-works.csv:2:1: warning: small-work-above-quote: “补门”比原报价多花 0.01 元，没有写原因。",
        )
    ],
    "aid-charged": [
        Case(
            [packs("huanwuhui"), aid("2026-05-01,换水龙头,南园,provider,0.01,60岁以上独居")],
            "registers/mutual-aid.csv:2:1: warning: aid-charged: “换水龙头”收了 0.01 元，按写的情形应当免收。",
        )
    ],
    "trouble-with-two-leads": [
        Case(
            [
                Edit(
                    "responsibilities.yaml",
                    new="responsibilities:\n  - id: a\n    trouble: 漏水\n    lead: provider\n"
                    "  - id: b\n    trouble: 漏水\n    lead: residents\n",
                )
            ],
            "responsibilities.yaml:6:14: warning: trouble-with-two-leads: “漏水”写了两个牵头单位：青禾物业服务有限公司、榆树社区居民委员会。",
        )
    ],
    "service-point-far": [
        Case(
            [packs("three-layers"), points("文化站,文化站,某街1号,16,2026-07-01")],
            "registers/service-points.csv:2:1: warning: service-point-far: “文化站”走过去要 16 分钟，超过 15 分钟。",
        )
    ],
    "service-point-not-verified": [
        Case(
            [points("文化站,文化站,某街1号,5,2026-01-20")],
            "registers/service-points.csv:2:1: warning: service-point-not-verified: “文化站”上次核对是 2026-01-20，超过 180 天没有核对。",
        )
    ],
    "service-ends-before-it-starts": [
        Case(
            [schedules("收垃圾,南门,每天,08:30,08:30")],
            "registers/schedules.csv:2:1: error: service-ends-before-it-starts: “收垃圾”08:30 开始，08:30 结束。",
        )
    ],
    "building-without-grid": [
        Case([grids(*GRID)], "registers/grids.csv:2:1: warning: building-without-grid: 网格登记里没有：3号楼。")
    ],
    "building-without-steward": [
        Case(
            [grids(GRID[0], GRID[1].removesuffix("党员楼栋长"), SOUTH)],
            "registers/grids.csv:3:1: warning: building-without-steward: 2号楼没有楼栋长，同一网格别的楼有。",
        )
    ],
    "notice-not-on-every-board": [
        Case(
            [postings("2026-06-28,resolutions/2026-001-lift,gate")],
            "registers/postings.csv:2:1: warning: notice-not-on-every-board: “resolutions/2026-001-lift”还有 1 块公告栏没有登记张贴：1号楼门厅。",
        )
    ],
    "notice-not-on-channel": [
        Case(
            [Edit("community.yaml", "    run_by: residents\n", "    run_by: residents\n    id: group\n    all_since: 2026-04-03\n")],
            "notices/2026-04-03-lift-plan.yaml:10:3: warning: notice-not-on-channel: “居民群”说每份公告都发，这一份没有写在那里发。",
        )
    ],
    "social-organisation-not-filed": [
        Case(
            [partners("社会组织,银龄互助社,陪诊,")],
            "registers/partners.csv:2:1: warning: social-organisation-not-filed: 社会组织“银龄互助社”没有写备案号。",
        )
    ],
    "fund-paper-not-listed": [
        Case(
            [papers(*PAPERS[1:])],
            "registers/fund-papers.csv:2:1: warning: fund-paper-not-listed: 北园的维修资金手续没有列：竣工验收备案。",
        )
    ],
    "facility-long-out-of-order": [
        Case(
            [facilities("cctv,探头,监控安防,停用,2026-06-19")],
            "registers/facilities.csv:2:1: warning: facility-long-out-of-order: “探头”从 2026-06-19 停到现在，超过 30 天。",
        )
    ],
    "training-not-recorded": [
        Case(
            [SHANGHAI, training("2023-12-31,committee,印章怎么管")],
            "registers/training.csv:2:1: warning: training-not-recorded: 培训登记里没有北园第一届业主委员会本届的培训。",
        )
    ],
}  # fmt: skip

GOOD = {
    "one trouble with a lead for all and another in one estate": [
        Edit(
            "responsibilities.yaml",
            new="responsibilities:\n  - id: a\n    trouble: 漏水\n    lead: provider\n"
            "  - id: b\n    trouble: 漏水\n    lead: residents\n    estate: south\n",
        )
    ],
    "an answer due today": [requests("2026-06-01,督促,residents,provider,修路灯,2026-07-20,,,")],
    "a guidance without a day": [requests("2026-06-01,指导,residents,committee,附对账单,,,,")],
    "a rumour with its source": [requests(f"2026-06-01,传言澄清,,committee,租金没了,,2026-06-03,在账上,{WATER}")],
    "a task due today": [tasks("2026-05-01,任务,清沟,provider,2026-07-20,在办,,")],
    "a task given up with a reason": [tasks("2026-05-01,承诺,装5G监控,provider,2026-06-01,搁置,,太贵")],
    "a repair at its quote, one above it with a reason, one never quoted": [
        works("2026-05-01,补门,100.00,100.00,", "2026-05-02,补窗,100.00,120.00,多一扇", "2026-05-03,补锁,,30.00,")
    ],
    "aid charged where no system makes it free": [aid("2026-05-01,换水龙头,南园,provider,5.00,60岁以上独居")],
    "a far service where no system asks how far": [points("文化站,文化站,某街1号,16,2026-07-01")],
    "a telephone verified half a year ago": [points("热线,热线,,,2026-01-21")],
    "a grid without any steward": [grids(*GRID, SOUTH)],
    "a notice on all its boards": [
        postings("2026-06-28,resolutions/2026-001-lift,hall", "2026-04-03,notices/2026-04-03-lift-plan,gate")
    ],
    "a channel on which every notice stands since the next day": [
        Edit(
            "community.yaml",
            "    run_by: residents\n",
            "    run_by: residents\n    id: group\n    all_since: 2026-04-04\n",
        )
    ],
    "a social organisation with its number": [partners("社会组织,银龄互助社,陪诊,民社备1号")],
    "all papers listed": [papers(*PAPERS)],
    "a facility that has stood still for thirty days": [facilities("cctv,探头,监控安防,停用,2026-06-20")],
    "training in a place whose law does not ask for its record": [training("2020-01-01,committee,印章怎么管")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines_of(daily_work) == case.expected


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_training_since_the_term_began_is_enough(sample: Sample) -> None:
    sample.edit(SHANGHAI, training("2024-01-01,committee,印章怎么管"))
    assert sample.lines_of(daily_work) == ""
