"""Problems lead to tasks, tasks to next year's verdict, ballots to the printed rate."""
# ruff: noqa: E501

import pytest

from tests.sample import Case, Edit, Sample, bad, good

REVIEW = "reviews/2025.yaml"
BEFORE = "reviews/2024.yaml"
GRADES = (
    "      满意: 40\n      基本满意: 14\n      不满意: 3\n    printed_rate: 94.74\nrate_formula: satisfied-and-mostly"
)

PROVIDER = """title: 2024年度物业评议
publisher: residents
date: 2025-01-10
published: 2025-01-12
summary: 评议物业。
year: 2024
reviewed:
  - id: provider
    name: 物业
problems: []
tasks:
  - id: x1
    text: 修门禁
    owner: provider
    due: 2025-03-31
"""

BAD = {
    "subject-unknown": [
        Case(
            [Edit(REVIEW, "of: residents", "of: guard")],
            """
reviews/2025.yaml:31:9: error: subject-unknown: ballots[1].of 写的评议对象“guard”不在 reviewed 里。""",
        )
    ],
    "problem-without-task": [
        Case(
            [Edit(REVIEW, "    problem: p1\n", "")],
            """
reviews/2025.yaml:14:5: warning: problem-without-task: 问题“p1”没有对应的任务。""",
        )
    ],
    "task-of-unknown-problem": [
        Case(
            [Edit(BEFORE, "    text: 清理地下室", "    problem: p2\n    text: 清理地下室")],
            """
reviews/2024.yaml:21:14: error: task-of-unknown-problem: tasks[2].problem 写的问题“p2”不在 problems 里。""",
        ),
    ],
    "previous-task-unknown": [
        Case(
            [Edit(REVIEW, "  - task: t1\n", "  - task: t1\n    verdict: done\n  - task: t3\n")],
            """
reviews/2025.yaml:25:11: error: previous-task-unknown: previous[2].task 写的“t3”不是上一年的任务。""",
        )
    ],
    "previous-task-unaccounted": [
        Case(
            [Edit(REVIEW, "  - task: t1\n    verdict: done\n", "")],
            """
reviews/2025.yaml:23:3: warning: previous-task-unaccounted: 上一年的任务 t1 没有交代。""",
        ),
        Case(
            [
                Edit(
                    REVIEW,
                    "previous:\n  - task: t1\n    verdict: done\n  - task: t2\n    verdict: not-done\n    why: 杂物的主人还没找到\n    carried_to: t1\n",
                    "",
                )
            ],
            """
reviews/2025.yaml:1:1: warning: previous-task-unaccounted: 上一年的任务 t1、t2 没有交代。""",
        ),
    ],
    "carried-to-unknown-task": [
        Case(
            [Edit(REVIEW, "carried_to: t1", "carried_to: t2")],
            """
reviews/2025.yaml:28:17: error: carried-to-unknown-task: previous[2].carried_to 写的“t2”不是今年的任务。""",
        )
    ],
    "not-done-without-reason": [
        Case(
            [Edit(REVIEW, "    why: 杂物的主人还没找到\n", "")],
            """
reviews/2025.yaml:26:14: warning: not-done-without-reason: 上年任务“t2”没有办成，也没有写原因。""",
        ),
        Case(
            [Edit(REVIEW, "    verdict: not-done\n    why: 杂物的主人还没找到\n", "    verdict: dropped\n")],
            """
reviews/2025.yaml:26:14: warning: not-done-without-reason: 上年任务“t2”没有办成，也没有写原因。""",
        ),
    ],
    "printed-rate-differs": [
        Case(
            [
                Edit(REVIEW, "    issued: 60\n    returned: 58\n    valid: 57\n    invalid: 1\n", ""),
                Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 94.7"),
                Edit(REVIEW, "不满意: 3", "不满意: 4"),
            ],
            """
reviews/2025.yaml:37:19: error: printed-rate-differs: 印出的比例是 94.7，按写明的算法“（满意＋基本满意）÷有效票”复算是 93.1，相差 1.6。""",
        ),
        Case(
            [Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 94.73")],
            """
reviews/2025.yaml:41:19: error: printed-rate-differs: 印出的比例是 94.73，按写明的算法“（满意＋基本满意）÷有效票”复算是 94.74，相差 0.01。""",
        ),
        Case(
            [Edit(REVIEW, "rate_formula: satisfied-and-mostly", "rate_formula: satisfied-only")],
            """
reviews/2025.yaml:41:19: error: printed-rate-differs: 印出的比例是 94.74，按写明的算法“满意÷有效票”复算是 70.18，相差 24.56。""",
        ),
        Case(
            [
                Edit(
                    REVIEW,
                    GRADES,
                    '      "5": 40\n      "4": 14\n      "1": 3\n    printed_rate: 4.50\nrate_formula: mean-score',
                )
            ],
            """
reviews/2025.yaml:41:19: error: printed-rate-differs: 印出的比例是 4.50，按写明的算法“平均分”复算是 4.54，相差 0.04。""",
        ),
    ],
}

GOOD = {
    "a rate printed with fewer decimals": [Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 95")],
    "a rate with one decimal": [Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 94.7")],
    "a rate whose formula nobody stated": [
        Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 70.18"),
        Edit(REVIEW, "rate_formula: satisfied-and-mostly\n", ""),
    ],
    "grades with other names": [
        Edit(
            REVIEW,
            GRADES,
            "      优秀: 40\n      称职: 14\n      不称职: 3\n    printed_rate: 90.00\nrate_formula: satisfied-and-mostly",
        )
    ],
    "grades that only look like scores": [
        Edit(
            REVIEW,
            GRADES,
            '      "1e9": 40\n      "4": 14\n      "1": 3\n    printed_rate: 4.54\nrate_formula: mean-score',
        )
    ],
    "a rate of a count that is not complete": [
        Edit(REVIEW, "    issued: 60\n    returned: 58\n    valid: 57\n    invalid: 1\n    complete: true\n", ""),
        Edit(REVIEW, "printed_rate: 94.74", "printed_rate: 90.00"),
    ],
    "a task from another review of the year before": [
        Edit(REVIEW, "  - task: t1\n", "  - task: t1\n    verdict: done\n  - task: x1\n"),
        Edit("reviews/2024-provider.yaml", "", PROVIDER),
    ],
    "a mean score": [
        Edit(
            REVIEW,
            GRADES,
            '      "5": 40\n      "4": 14\n      "1": 3\n    printed_rate: 4.54\nrate_formula: mean-score',
        )
    ],
    "no review of the year before": [Edit(BEFORE, "year: 2024", "year: 2023"), Edit(BEFORE, to="reviews/2023.yaml")],
    "the year before reviewed somebody else": [
        Edit(BEFORE, "    body: residents", "    body: provider"),
        Edit(REVIEW, "  - task: t1\n    verdict: done\n", ""),
    ],
    "a new task for no problem": [Edit(BEFORE, "    text: 清理地下室", "    text: 修门")],
}


@pytest.mark.parametrize(("rule", "case"), bad(BAD))
def test_fault_is_found(sample: Sample, rule: str, case: Case) -> None:
    sample.edit(*case.edits)
    assert sample.lines() == case.expected.strip()


@pytest.mark.parametrize("edits", good(GOOD))
def test_honest_oddity_is_left_alone(sample: Sample, edits: list[Edit]) -> None:
    sample.edit(*edits)
    assert sample.lines() == ""


def test_two_reviews_of_a_year_account_for_the_tasks_together(sample: Sample) -> None:
    """The provider's review and the committee's may each answer for some of last year's tasks."""
    text = (sample.root / REVIEW).read_text(encoding="utf-8")
    sample.edit(
        Edit(REVIEW, "  - task: t1\n    verdict: done\n", ""),
        Edit(
            "reviews/2025-second.yaml",
            "",
            text.replace("  - task: t2\n    verdict: not-done\n    why: 杂物的主人还没找到\n    carried_to: t1\n", ""),
        ),
    )
    assert sample.lines() == ""


def test_tasks_are_not_called_unaccounted_while_a_review_cannot_be_read(sample: Sample) -> None:
    sample.edit(
        Edit(REVIEW, "  - task: t1\n    verdict: done\n", ""),
        Edit("reviews/2025-second.yaml", "", PROVIDER.replace("title", "tilte")),
    )
    assert {finding.path for finding in sample.findings()} == {"elm/reviews/2025-second.yaml"}
