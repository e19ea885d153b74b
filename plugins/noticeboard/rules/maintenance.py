"""The maintenance fund: what its statements say, and how works that it pays for are decided, drawn, accepted, shown."""

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from noticeboard import schemas
from noticeboard.law import works
from noticeboard.law.days import days_between
from noticeboard.law.governing import law_of
from noticeboard.law.profile import Provision
from noticeboard.records.dataset import Dataset
from noticeboard.records.project import Emergency, Plan, Project
from noticeboard.records.resolution import Resolution
from noticeboard.records.statement import BuildingAccount, Statement
from noticeboard.rules.rule import ERROR, WARNING, Breach, Words, at, compared, rule
from noticeboard.today import Today


def _projects(dataset: Dataset) -> Iterator[Project]:
    """The works that the maintenance fund pays for."""
    return (one for one in dataset.projects if one.fund == works.FUND and one.state != "dropped")


def _statements(dataset: Dataset) -> Iterator[Statement]:
    """The statements of maintenance funds that still stand."""
    for (_, fund), statements in dataset.standing.items():
        if fund == works.FUND:
            yield from statements


def _asked(dataset: Dataset, project: Project, name: str, event: datetime.date | None = None) -> Provision | None:
    """What governs a project: on the day it was decided, or on the day of an event, as the parameter says."""
    day = event or project.completed_on or project.started_on or project.date
    return law_of(dataset.community).provision(name, event=day, decided_on=works.decided_on(dataset, project))


def _words(labels: dict[str, tuple[str, str]], missing: list[str]) -> dict[str, Words]:
    return {
        "missing_zh": Words("、".join(labels[one][0] for one in missing)),
        "missing_en": Words(", ".join(labels[one][1] for one in missing)),
    }


# statements

CONTENTS: dict[str, tuple[str, str]] = {
    "sums": ("各类收入和支出的金额", "income and expense by category"),
    "projects": ("列支的项目和费用", "works and what they cost"),
    "household-ledger": ("分户账在哪里查", "where the ledgers by household can be seen"),
}
"""What a profile may ask of a statement, in words."""


@rule(WARNING, catalogue="MF-02 MF-03", parameters=("maintenance.statement_contents",))
def fund_statement_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A statement of the maintenance fund leaves out what is to be disclosed.

    Sums of the fund say nothing to an owner who wants to know what was repaired
    for them, or how much of it is theirs.
    """
    for statement in _statements(dataset):
        asked = law_of(dataset.community).provision("maintenance.statement_contents", period_end=statement.period.until)
        missing = [one for one in asked.value if not _tells(dataset, statement, one)] if asked else []
        if asked and missing:
            yield at(statement, **_words(CONTENTS, missing)).under(asked)


def _tells(dataset: Dataset, statement: Statement, content: str) -> bool:
    ledger = statement.id in dataset.ledgers
    match content:
        case "sums":
            return ledger or bool(statement.totals) or statement.income == statement.expense == 0
        case "projects":
            return ledger or statement.expense == 0
    return bool(statement.inspect_at or statement.by_building)


@rule(WARNING, catalogue="MF-13", parameters=("maintenance.top_up_trigger",))
def fund_to_be_topped_up(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The balance of the maintenance fund is less than the share of the initial amount at which it is raised anew.

    Owners should know early. Judged by the newest statement, where the initial
    amount of the estate is known.
    """
    for (estate_id, fund), statements in dataset.standing.items():
        estate, last = dataset.estate_by_id.get(estate_id), statements[-1]
        if fund != works.FUND or estate is None or not estate.maintenance_fund_initial:
            continue
        asked = law_of(dataset.community).provision("maintenance.top_up_trigger", period_end=last.period.until)
        initial = estate.maintenance_fund_initial
        if asked and Fraction(last.closing) < asked.value * Fraction(initial):
            yield at(last, "closing", closing=last.closing, initial=initial, share=_percent(asked.value)).under(asked)


@rule(ERROR, acknowledgeable=True, catalogue="MF-15", parameters=("maintenance.ledgers_by_building",))
def building_ledgers_differ(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The ledgers of the buildings do not add up to the statement.

    Each building's money is its own owners'. Compared figure by figure, where every building states it.
    """
    for statement in _statements(dataset):
        asked = law_of(dataset.community).provision(
            "maintenance.ledgers_by_building", period_end=statement.period.until
        )
        for name in ("opening", "income", "expense", "closing"):
            figures = [getattr(one, name) for one in statement.by_building]
            if not figures or None in figures:
                continue
            counted = sum(figures, Decimal(0))
            if counted != getattr(statement, name):
                breach = at(statement, "by_building", **_labelled("statement", name),
                            **compared(getattr(statement, name), counted))  # fmt: skip
                yield breach.under(asked) if asked else breach


@rule(ERROR, acknowledgeable=True, catalogue="MF-15")
def building_ledger_does_not_balance(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A building's opening balance and income less its expense are not its closing balance.

    Judged where all four are stated.
    """
    for statement in _statements(dataset):
        for index, one in enumerate(statement.by_building):
            counted = _closing(one)
            if counted is not None and counted != one.closing:
                yield at(statement, "by_building", index, "closing", building=dataset.building(one.building),
                         **compared(one.closing, counted))  # fmt: skip


def _closing(one: BuildingAccount) -> Decimal | None:
    if one.opening is None or one.income is None or one.expense is None:
        return None
    return one.opening + one.income - one.expense


def _labelled(kind: str, name: str) -> dict[str, str]:
    field = schemas.source(kind)["properties"][name]
    return {"figure_zh": field["title"], "figure_en": field["x-en"][0].lower()}


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"


# decision and plan


@rule(WARNING, catalogue="MF-04", parameters=("maintenance.use_decided",))
def works_without_decision(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works paid from the maintenance fund are under way, and nothing says who decided them.

    The owners concerned vote on it, or it lies within what they authorised, or it
    is an emergency: the record names which.
    """
    for project in _projects(dataset):
        decision = project.decision
        decided = project.emergency or (decision and (decision.resolution or decision.authority))
        asked = _asked(dataset, project, "maintenance.use_decided")
        if asked and not decided and _begun(project):
            yield at(project).under(asked)


def _begun(project: Project) -> bool:
    return bool(project.contract or project.started_on or project.draws or works.reached(project) > 0)


@rule(WARNING, catalogue="MF-04", parameters=("maintenance.use_decided",))
def works_after_failed_motion(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works are under way by a motion that was not passed.

    Either another motion decided them, or the record names the wrong one.
    """
    for project in _projects(dataset):
        result = _result(dataset, project)
        asked = _asked(dataset, project, "maintenance.use_decided")
        if asked and _begun(project) and result not in ("", "passed", "chosen"):
            zh, en = schemas.labels()["resolution.motions.result"][result]
            yield at(project, "decision", "motion", result_zh=zh, result_en=en).under(asked)


def _result(dataset: Dataset, project: Project) -> str:
    """The declared result of the motion that a project names; empty where it names none that is known."""
    resolution = dataset.by_id.get(project.decision.resolution) if project.decision else None
    if not isinstance(resolution, Resolution) or project.decision is None:
        return ""
    return next((one.result for one in resolution.motions if one.id == project.decision.motion), "")


PLANNED: dict[str, Callable[[Plan], object]] = {
    "scope": lambda plan: plan.scope,
    "budget": lambda plan: plan.budget is not None,
    "apportionment": lambda plan: plan.apportionment,
    "area": lambda plan: plan.area is not None,
    "selection": lambda plan: plan.selection,
    "management": lambda plan: plan.management,
    "acceptance": lambda plan: plan.acceptance,
    "time": lambda plan: plan.time,
}
"""What a profile may ask of a plan, and how it is seen that the plan says it."""


@rule(WARNING, catalogue="MF-05", parameters=("maintenance.plan_contents",))
def plan_incomplete(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The plan of works leaves out what a plan must say.

    Owners vote on the plan: what it leaves out, nobody agreed to. Works in an
    emergency and works within an authorised limit have no plan to vote on.
    """
    fields = schemas.source("project")["properties"]["plan"]["properties"]
    labels = {name: (fields[name]["title"], fields[name]["x-en"][0].lower()) for name in PLANNED}
    for project in _projects(dataset):
        asked = _asked(dataset, project, "maintenance.plan_contents")
        if asked and _voted_on(project):
            missing = [one for one in asked.value if not PLANNED[one](project.plan or Plan())]
            if missing:
                yield at(project, "plan", **_words(labels, missing)).under(asked)


def _voted_on(project: Project) -> bool:
    """Whether a plan was put to the owners: it was posted, or they voted on it."""
    posted = project.plan and (project.plan.posted_on or project.plan.notice)
    decided = project.decision.resolution if project.decision else ""
    return project.emergency is None and bool(posted or decided)


@rule(WARNING, catalogue="MF-06", parameters=("maintenance.plan_post_days",))
def plan_posted_too_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Where no owners' assembly exists, the plan hung for fewer days before the vote than it must.

    Nobody speaks for the owners there: the posting is all they get to know.
    """
    for project in _projects(dataset):
        asked = _asked(dataset, project, "maintenance.plan_post_days")
        resolution = dataset.by_id.get(project.decision.resolution) if project.decision else None
        if asked is None or not isinstance(resolution, Resolution) or _has_assembly(dataset, project, resolution):
            continue
        vote = resolution.voting.start if resolution.voting else resolution.decided_on
        posted = project.plan.posted_on if project.plan else None
        if posted and days_between(posted, vote) < asked.value:
            days = days_between(posted, vote)
            yield at(project, "plan", "posted_on", days=max(days, 0), needed=asked.value, vote=vote).under(asked)


def _has_assembly(dataset: Dataset, project: Project, resolution: Resolution) -> bool:
    """Whether the estate had an owners' assembly when the works were decided; so too where nobody says."""
    estate = dataset.estate_by_id.get(dataset.estate_of(project))
    assembly = estate.owners_assembly if estate else None
    if assembly is None:
        return True
    return assembly.established_on is not None and assembly.established_on <= resolution.decided_on


@rule(WARNING, catalogue="MF-14", parameters=("maintenance.prohibited_liabilities",))
def fund_pays_for_others(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The maintenance fund pays for what somebody else is liable for.

    The developer's warranty, a utility's own pipes, what somebody broke, the
    provider's daily upkeep: the record itself says that the cost is not the owners'.
    """
    for project in _projects(dataset):
        asked = _asked(dataset, project, "maintenance.prohibited_liabilities")
        if asked and project.liability in asked.value:
            zh, en = schemas.labels()["project.liability"][project.liability]
            yield at(project, "liability", liability_zh=zh, liability_en=en).under(asked)


@rule(WARNING, catalogue="MF-16", parameters=("maintenance.warranty_first",))
def works_within_warranty(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The fund pays for a part on which the developer's warranty still ran when the contract was signed.

    Until it ends, repairs are the developer's.
    """
    for project in _projects(dataset):
        signed = project.contract.signed_on if project.contract else None
        until = project.warranty_before_until
        asked = _asked(dataset, project, "maintenance.warranty_first", signed)
        if asked and asked.value and signed and until and signed <= until:
            yield at(project, "warranty_before_until", until=until, signed=signed).under(asked)


# draws, price audit, completion


@rule(
    WARNING,
    catalogue="MF-07",
    parameters=(
        "maintenance.first_draw_max",
        "maintenance.draws_before_audit_max",
        "maintenance.draws_after_audit_max",
    ),
)
def draws_above_cap(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """More was drawn for works than may be drawn at that point.

    The first payment, all payments before the price audit, and all payments in
    the end have caps, so that money in hand stands behind work not yet done.
    """
    for project in _projects(dataset):
        places = {id(draw): index for index, draw in enumerate(project.draws)}
        for drawn in works.draws(dataset, project):
            for cap in drawn.caps:
                if cap.exceeded_by(drawn.total):
                    yield at(
                        project, "draws", places[id(drawn.draw)], date=drawn.draw.date, total=drawn.total,
                        base=cap.base, share=_percent(cap.share),
                    ).under(cap.provision)  # fmt: skip


@rule(WARNING, catalogue="MF-09", parameters=("maintenance.completion_posted",))
def completion_not_announced(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works are finished and no notice of their completion is seen.

    It hangs where the works were: for most owners it is the one thing they see of the whole.
    """
    for project in _projects(dataset):
        asked = _asked(dataset, project, "maintenance.completion_posted")
        if asked and asked.value and not project.completion_notice and _finished(project):
            yield at(project).under(asked)


def _finished(project: Project) -> bool:
    return bool(project.completed_on) or project.state in ("completed", "settled")


@rule(WARNING, catalogue="MF-10", parameters=("maintenance.refile_overrun",))
def overrun_not_filed_again(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works cost more than their budget by the share from which they are filed anew, and were not.

    The share itself counts (Civil Code art. 1259): owners agreed to the budget, not to more.
    """
    for project in _projects(dataset):
        budget, final = project.plan.budget if project.plan else None, project.final_amount
        asked = _asked(dataset, project, "maintenance.refile_overrun")
        if not asked or budget is None or final is None or project.refiled_on:
            continue
        over = Fraction(final) - Fraction(budget)
        if over > 0 and over >= asked.value * Fraction(budget):
            yield at(project, "final_amount", final=final, budget=budget, share=_percent(asked.value)).under(asked)


@rule(WARNING, catalogue="MF-11", parameters=("maintenance.audit_exempt_max",))
def works_not_audited(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The final cost lies above what is exempt from an audit, and no audit is seen.

    Judged once the final cost is known.
    """
    for project in _projects(dataset):
        asked = works.needs_audit(dataset, project)
        if asked and project.final_amount is not None and not project.price_audit:
            yield at(project, "final_amount", final=project.final_amount, exempt=asked.value).under(asked)


@rule(WARNING, catalogue="MF-17", parameters=("maintenance.independent_audit",))
def contractor_judges_itself(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The contractor audited the price or accepted the works on its own.

    Whoever is paid cannot be the one who says that it is right.
    """
    for project in _projects(dataset):
        asked = _asked(dataset, project, "maintenance.independent_audit")
        contractor = project.contract.contractor if project.contract else ""
        if not (asked and asked.value and contractor):
            continue
        if project.price_audit and project.price_audit.by == contractor:
            yield at(project, "price_audit", "by", contractor=contractor).under(asked)
        if project.acceptance and project.acceptance.by == (contractor,):
            yield at(project, "acceptance", "by", contractor=contractor).under(asked)


# emergencies


def _emergencies(dataset: Dataset, name: str) -> Iterator[tuple[Project, Emergency, Provision]]:
    """Works in an emergency with what governs it."""
    for project in _projects(dataset):
        if project.emergency:
            asked = _asked(dataset, project, name, project.emergency.found_on)
            if asked:
                yield project, project.emergency, asked


@rule(WARNING, catalogue="MF-12", parameters=("maintenance.emergency_situations",))
def emergency_of_another_sort(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """The situation is none of those in which the fund may be used without a vote.

    The list is short on purpose: what can wait for a vote is voted on.
    """
    for project, emergency, asked in _emergencies(dataset, "maintenance.emergency_situations"):
        if emergency.situation not in asked.value:
            labels = schemas.labels()["project.emergency.situation"]
            zh, en = labels[emergency.situation]
            yield at(
                project, "emergency", "situation", situation_zh=zh, situation_en=en,
                listed_zh=Words("；".join(labels[one][0] for one in asked.value)),
                listed_en=Words("; ".join(labels[one][1] for one in asked.value)),
            ).under(asked)  # fmt: skip


@rule(WARNING, catalogue="MF-12", parameters=("maintenance.emergency_situations",))
def emergency_without_proof(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works went the emergency way, and whose inspection or certificate proves the emergency is not said.

    The proof stands in place of the vote.
    """
    for project, emergency, asked in _emergencies(dataset, "maintenance.emergency_situations"):
        if not emergency.proof:
            yield at(project, "emergency").under(asked)


PAPERS: dict[str, tuple[str, str]] = {
    "settlement": ("决算", "the final cost"),
    "acceptance": ("验收", "the acceptance"),
    "apportionment": ("分摊情况", "how the cost is shared"),
}
"""What a profile may ask to be published after an emergency, in words."""


@rule(WARNING, catalogue="MF-12", parameters=("maintenance.emergency_papers",))
def emergency_papers_missing(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """Works in an emergency are settled, and what is to be published afterwards is not all there.

    Nobody voted before, so everybody is told after.
    """
    for project, _, asked in _emergencies(dataset, "maintenance.emergency_papers"):
        there = {
            "settlement": project.final_amount is not None,
            "acceptance": project.acceptance is not None,
            "apportionment": project.apportionment is not None,
        }
        missing = [one for one in asked.value if not there[one]] if project.state == "settled" else []
        if missing:
            yield at(project, **_words(PAPERS, missing)).under(asked)


@rule(WARNING, catalogue="MF-12", parameters=("maintenance.emergency_post_days",))
def emergency_posted_too_briefly(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """After works in an emergency, the posting is missing or hung for fewer days than it must.

    Judged once the works are settled.
    """
    for project, emergency, asked in _emergencies(dataset, "maintenance.emergency_post_days"):
        first, last = emergency.posted_on, emergency.posted_until
        if project.state != "settled":
            continue
        if first is None:
            yield at(project, "emergency", days=0, needed=asked.value).under(asked)
        elif last is not None and days_between(first, last) < asked.value:
            days = days_between(first, last)
            yield at(project, "emergency", "posted_until", days=days, needed=asked.value).under(asked)
