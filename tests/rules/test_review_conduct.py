"""How a review is conducted: its chair, its voters, its grades, how long it hangs."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

REVIEW = "reviews/2025.yaml"
BODIES = "bodies.yaml"
NEXT = "  - id: committee\n"
SUPERVISORS = Edit(
    BODIES,
    NEXT,
    f"  - id: supervisors\n    name: 居务监督委员会\n    kind: residents-supervision-committee\n    declarations_signed: true\n{NEXT}",
)
CONDUCT = "composition: 87\npresent: 58\nsecret: true\ncounted_on_the_spot: true\n"
OUTCOME = "    body: residents\n"
GRADES = "      满意: 40\n      基本满意: 14\n      不满意: 3\n    printed_rate: 94.74\n"


def held(
    *edits: Edit, day: str = "2026-01-10", chair: str = "chaired_by: supervisors\n", conduct: str = CONDUCT
) -> list[Edit]:
    """The review of 2025, held on a day and conducted in some way."""
    return [
        SUPERVISORS,
        Edit(REVIEW, "date: 2025-12-28\npublished: 2025-12-30\n", f"date: {day}\npublished: {day}\n"),
        Edit(REVIEW, "chaired_by: residents\n", f"{chair}{conduct}"),
        *edits,
    ]


def posted(until: str, start: str = "2026-01-10") -> str:
    return f"posting:\n  from: {start}\n  until: {until}\n  places:\n    - gate\n"


def unfit(year: int, day: str, outcome: str = "不称职") -> Edit:
    """Another review of the chair's office."""
    text = f"title: {year}年度评议\npublisher: residents\ndate: {day}\npublished: {day}\nsummary: 评议主任。\nyear: {year}\nchaired_by: supervisors\n"
    subject = f"reviewed:\n  - id: chair\n    name: 主任岗位\n    body: residents\n    outcome: {outcome}\n"
    return Edit(f"reviews/{year}.yaml", "", f"{text}{subject}problems: []\ntasks: []\n")


BAD = {
    "review-chaired-by-another": [
        Case(
            held(chair="chaired_by: residents\n"),
            """
reviews/2025.yaml:8:13: warning: review-chaired-by-another: 民主评议由榆树社区居民委员会主持。""",
        )
    ],
    "review-chair-not-stated": [
        Case(
            held(chair=""),
            """
reviews/2025.yaml:13:3: warning: review-chair-not-stated: 没有写明民主评议由谁主持。""",
        )
    ],
    "rated-unfit-repeatedly": [
        Case(
            [SUPERVISORS, unfit(2027, "2026-02-10"), unfit(2028, "2026-06-10")],
            """
reviews/2028.yaml:12:14: info: rated-unfit-repeatedly: “主任岗位”连续 2 次评为不称职。""",
        )
    ],
    "review-outcome-differs": [
        Case(
            [Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 基本满意\n")],
            """
reviews/2025.yaml:13:14: warning: review-outcome-differs: 公布的等次是“基本满意”，得 14 票；“满意”得 40 票，更多。""",
        ),
    ],
    "review-tie-unexplained": [
        Case(
            [
                Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 满意\n"),
                Edit(REVIEW, GRADES, "      满意: 27\n      基本满意: 27\n      不满意: 3\n    printed_rate: 94.74\n"),
            ],
            """
reviews/2025.yaml:13:14: info: review-tie-unexplained: 满意、基本满意 得票相同，没有写明怎样定出等次。""",
        )
    ],
    "review-attendance-too-low": [
        Case(
            held(conduct="composition: 88\npresent: 58\nsecret: true\ncounted_on_the_spot: true\n"),
            """
reviews/2025.yaml:10:10: warning: review-attendance-too-low: 应到 88 人，实到 58 人，不足 2/3。""",
        )
    ],
    "review-not-secret": [
        Case(
            [Edit(REVIEW, "year: 2025\n", "year: 2025\nsecret: false\n")],
            """
reviews/2025.yaml:7:9: warning: review-not-secret: 评议不是无记名的。""",
        )
    ],
    "review-not-counted-on-the-spot": [
        Case(
            [Edit(REVIEW, "year: 2025\n", "year: 2025\ncounted_on_the_spot: false\n")],
            """
reviews/2025.yaml:7:22: warning: review-not-counted-on-the-spot: 评议票不是当场清点的。""",
        )
    ],
    "review-conduct-not-stated": [
        Case(
            held(conduct="composition: 87\nsecret: true\n"),
            """
reviews/2025.yaml:32:3: info: review-conduct-not-stated: 评议怎样进行还没有写全：present、counted_on_the_spot。""",
        )
    ],
    "review-posted-briefly": [
        Case(
            held(conduct=CONDUCT + posted("2026-01-24")),
            """
reviews/2025.yaml:15:10: warning: review-posted-briefly: 评议结果张贴 14 天，不足 15 天。""",
        ),
        Case(
            [Edit(REVIEW, "year: 2025\n", "year: 2025\n" + posted("2026-01-02", start="2025-12-30"))],
            """
reviews/2025.yaml:9:10: warning: review-posted-briefly: 评议结果张贴 3 天，不足 5 天。""",
        ),
    ],
    "reviewers-do-not-add-up": [
        Case(
            [
                Edit(
                    REVIEW,
                    "year: 2025\n",
                    "year: 2025\npresent: 58\nreviewers:\n  - group: 居民代表\n    present: 40\n  - group: 党员代表\n    present: 17\n",
                )
            ],
            """
reviews/2025.yaml:7:10: warning: reviewers-do-not-add-up: 参加评议共 58 人，各类相加是 57 人，相差 1。""",
        )
    ],
}

GOOD = {
    "a review chaired by the supervisors and attended by exactly two thirds": held(),
    "a review on the last day before the law was revised": held(day="2025-12-31", chair="", conduct=""),
    "a sheet of this year about a review held before": [
        Edit(REVIEW, "date: 2025-12-28\npublished: 2025-12-30\n", "date: 2026-01-08\npublished: 2026-01-09\n"),
        Edit(REVIEW, "meeting: meetings/2026-04-20-committee\n", "meeting: meetings/2025-12-26-review\n"),
        Edit(
            "meetings/2025-12-26-review.yaml",
            "",
            "title: 评议会\npublisher: residents\ndate: 2025-12-26\npublished: 2025-12-28\nsummary: 评议。\ntype: democratic-review\nbody: residents\nstate: held\n",
        ),
    ],
    "a review of the provider": [
        Edit(REVIEW, "date: 2025-12-28\npublished: 2025-12-30\n", "date: 2026-01-10\npublished: 2026-01-10\n"),
        Edit(REVIEW, OUTCOME, "    body: provider\n"),
        Edit(
            REVIEW,
            "  - task: t1\n    verdict: done\n  - task: t2\n    verdict: not-done\n    why: 杂物的主人还没找到\n    carried_to: t1\n",
            "",
        ),
        Edit(REVIEW, "previous:\n", ""),
    ],
    "a result that hangs for fifteen days": held(conduct=CONDUCT + posted("2026-01-25")),
    "a result that hung for five days before the law was revised": [
        Edit(REVIEW, "year: 2025\n", "year: 2025\n" + posted("2026-01-04", start="2025-12-30"))
    ],
    "rated unfit once": [SUPERVISORS, unfit(2027, "2026-02-10"), unfit(2028, "2026-06-10", outcome="称职")],
    "rated unfit once before the law was revised": [SUPERVISORS, unfit(2027, "2025-12-31"), unfit(2028, "2026-06-10")],
    "the grade with most ballots": [Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 满意\n")],
    "a grade in words of its own": [Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 整改后合格\n")],
    "a tie that is explained": [
        Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 满意\n"),
        Edit(
            REVIEW,
            GRADES,
            "      满意: 27\n      基本满意: 27\n      不满意: 3\n    printed_rate: 94.74\n    note: 得票相同，按规定取高一等\n",
        ),
    ],
    "a grade for two questions of which neither is the overall one": [
        Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 基本满意\n"),
        Edit(REVIEW, "    of: residents\n", "    of: residents\n    dimension: 账目\n"),
        Edit(
            REVIEW,
            GRADES,
            f"{GRADES}  - unit: ballots\n    of: residents\n    dimension: 保洁\n    options:\n      满意: 9\n      基本满意: 1\n",
        ),
    ],
    "groups that make the grade together": [
        Edit(REVIEW, OUTCOME, f"{OUTCOME}    outcome: 满意\n"),
        Edit(REVIEW, "    of: residents\n", "    of: residents\n    group: 居民代表\n"),
        Edit(
            REVIEW,
            GRADES,
            f"{GRADES}  - unit: ballots\n    of: residents\n    group: 党员代表\n    options:\n      满意: 1\n      基本满意: 20\n",
        ),
    ],
    "groups that add up": [
        Edit(REVIEW, "year: 2025\n", "year: 2025\npresent: 58\nreviewers:\n  - group: 居民代表\n    present: 58\n")
    ],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


@pytest.mark.parametrize(("formula", "rate"), [("satisfied-and-mostly", "94.74"), ("satisfied-only", "70.18")])
def test_rates_of_57_valid_ballots(sample: Sample, formula: str, rate: str) -> None:
    """60 issued, 58 returned, 57 valid, of these 40, 14 and 3: an invented case of the catalogue."""
    sample.edit(
        Edit(
            REVIEW,
            "printed_rate: 94.74\nrate_formula: satisfied-and-mostly",
            f"printed_rate: {rate}\nrate_formula: {formula}",
        )
    )
    assert sample.lines() == ""
