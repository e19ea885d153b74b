"""Findings as text for people, as annotations for a forge, as JSON for machines."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from noticeboard.findings import Failure, Finding, Severity

WORDING = Path(__file__).parent / "wording"


@cache
def wording(language: str) -> dict[str, Any]:
    """Rule id to its `found`, `right` and `fix` sentences; and the report's own words under `report`.

    One file per module of rules, one for the faults of reading, one for the report itself.
    """
    words: dict[str, Any] = {}
    for path in sorted((WORDING / language).glob("*.yaml")):
        words |= yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return words


def sentences(finding: Finding, language: str) -> tuple[str, str, str]:
    """What was found, what would be right, what to do."""
    return _filled(finding.rule, language, _values(finding, language))


def patterns(rule: str, language: str) -> tuple[str, str, str]:
    """The sentences of a rule itself, with a gap for each value."""
    return _filled(rule, language, _Gaps())


def _filled(rule: str, language: str, values: Mapping[str, str]) -> tuple[str, str, str]:
    words = wording(language)[rule]
    found, right, fix = (words.get(part, "").format_map(values) for part in ("found", "right", "fix"))
    return found, right, fix


class _Gaps(dict[str, str]):
    """Stands for the values of a finding: a gap to be filled, or nothing where the value is an aside."""

    def __missing__(self, name: str) -> str:
        return "" if name in ("near", "others", "own") else "…"


def _values(finding: Finding, language: str) -> dict[str, str]:
    """The finding's values; `title_zh` and `title_en` become `title` in their language."""
    own = {name.removesuffix(f"_{language}"): text for name, text in finding.values.items()}
    return finding.values | own


def text(findings: Sequence[Finding], root: str, language: str = "zh") -> str:
    """One paragraph a finding, then the count. What blocks comes last: the end is what a terminal shows."""
    paragraphs = [_paragraph(finding, root, language) for finding in sorted(findings, key=lambda one: one.blocks)]
    return "\n".join([*paragraphs, summary(findings, language)]) + "\n"


def _paragraph(finding: Finding, root: str, language: str) -> str:
    words = wording(language)["report"]
    found, right, fix = sentences(finding, language)
    severity = words[finding.severity] + (words["answered"] if finding.acknowledged else "")
    head = f"{root}/{finding.path}:{finding.line}:{finding.column}: {severity}: {finding.rule}"
    rest = basis(finding, language)
    lines = [
        head, f"  {found}", f"  {words['right']}{right}" if right else "",
        f"  {words['basis']}{rest}" if rest else "", f"  {words['fix']}{fix}" if fix else "",
    ]  # fmt: skip
    if finding.acknowledged:
        lines.append(f"  {words['acknowledged']}{finding.acknowledged}")
    return "\n".join(line for line in lines if line) + "\n"


def basis(finding: Finding, language: str) -> str:
    """Whose rule it is, which document and article, and what they are if they are not law; empty without a basis."""
    if (rests := finding.basis) is None:
        return ""
    words = wording(language)["report"]
    layer, cited = (rests.layer_zh, rests.zh) if language == "zh" else (rests.layer_en, rests.en)
    return f"{words['cited'].format(layer=layer, cited=cited)}{words['standings'][rests.standing]}"


def summary(findings: Sequence[Finding], language: str) -> str:
    """One line: how many errors, warnings and reminders, and whether anything may be published."""
    counts = Counter("acknowledged" if one.acknowledged else one.severity for one in findings)
    blocked = any(finding.blocks for finding in findings)
    words = wording(language)["report"]
    numbers = words["counts"].format(
        error=counts[Severity.ERROR], warning=counts[Severity.WARNING], info=counts[Severity.INFO],
        acknowledged=counts["acknowledged"],
    )  # fmt: skip
    return f"{numbers}{words['blocked' if blocked else 'clear']}"


def broken(failures: Sequence[Failure], language: str = "zh") -> str:
    """One line for each rule that failed itself, and whom to tell."""
    words = wording(language)["report"]
    lines = [
        words["rule_failed"].format(rule=one.rule, community=one.community, error=repr(one.error)) for one in failures
    ]
    return "\n".join([*lines, words["tell_maintainers"]]) + "\n"


def github(findings: Sequence[Finding], root: str, language: str = "zh") -> str:
    """Workflow commands that put each finding on its line of a pull request."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for finding in findings:
        found, right, fix = sentences(finding, language)
        level = "warning" if finding.acknowledged else levels[finding.severity]
        file = _escaped(f"{root}/{finding.path}").replace(":", "%3A").replace(",", "%2C")
        place = f"file={file},line={finding.line},col={finding.column},title={finding.rule}"
        parts = [found, right, basis(finding, language), *(_answer(finding, language) or [fix])]
        lines.append(f"::{level} {place}::{_escaped(' '.join(part for part in parts if part))}")
    return "".join(f"{line}\n" for line in [*lines, summary(findings, language)])


def _answer(finding: Finding, language: str) -> list[str]:
    """What the community said to a finding, if it did; then there is nothing left to do."""
    words = wording(language)["report"]
    return [f"{words['acknowledged']}{finding.acknowledged}"] if finding.acknowledged else []


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def json(findings: Sequence[Finding], root: str, language: str = "zh") -> str:
    """An array of findings with their sentences; always all keys, in this order."""
    rows = []
    for finding in findings:
        found, right, fix = sentences(finding, language)
        own = {"path": f"{root}/{finding.path}", "found": found, "right": right, "fix": fix}
        rows.append(msgspec.structs.asdict(finding) | own | {"basis": basis(finding, language)})
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"


FORMATS = {"text": text, "github": github, "json": json}
