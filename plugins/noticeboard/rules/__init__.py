"""The rule book: every rule, in reading order."""

from noticeboard.rules import references
from noticeboard.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    references.body_unknown,
)  # fmt: skip
