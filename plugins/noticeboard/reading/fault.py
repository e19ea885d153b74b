"""A fault in one file, before it is known whose file it is; and every fault there can be."""

from typing import NamedTuple

from noticeboard.findings import Severity

MOST_PER_FILE = 50
"""More faults than this in one file help nobody."""

ERROR = Severity.ERROR
WARNING = Severity.WARNING

FAULTS = {
    # files
    "file-unknown": ERROR,
    "file-name-malformed": ERROR,
    "file-ending-wrong": ERROR,
    "file-left-behind": ERROR,
    "file-hidden": ERROR,
    "file-of-another-kind": ERROR,
    "file-not-regular": ERROR,
    "file-too-large": ERROR,
    "file-missing": ERROR,
    "file-empty": ERROR,
    "file-not-utf8": ERROR,
    "community-missing": WARNING,
    "community-name-malformed": ERROR,
    "attachment-name-malformed": ERROR,
    "attachment-not-its-ending": ERROR,
    # attachments
    "picture-unreadable": ERROR,
    "picture-too-large": ERROR,
    "picture-tells": ERROR,
    "document-unreadable": ERROR,
    "document-active": ERROR,
    # characters
    "line-break-old": ERROR,
    "character-forbidden": ERROR,
    "character-pile": ERROR,
    "text-not-composed": ERROR,
    # YAML
    "yaml-broken": ERROR,
    "yaml-tab": ERROR,
    "yaml-odd-space": ERROR,
    "yaml-full-width-colon": ERROR,
    "yaml-space-after-colon": ERROR,
    "yaml-space-after-dash": ERROR,
    "yaml-colon-missing": ERROR,
    "yaml-text-runs-on": ERROR,
    "yaml-indent": ERROR,
    "yaml-quotes-needed": ERROR,
    "yaml-quote-open": ERROR,
    "yaml-text-after-quote": ERROR,
    "yaml-backslash": ERROR,
    "yaml-not-a-mapping": ERROR,
    "yaml-second-document": ERROR,
    "yaml-too-deep": ERROR,
    "yaml-too-many-keys": ERROR,
    "yaml-clever": ERROR,
    "yaml-duplicate-key": ERROR,
    "yaml-comment-cuts-text": ERROR,
    # fields
    "field-missing": ERROR,
    "field-unknown": ERROR,
    "value-empty": ERROR,
    "value-malformed": ERROR,
    "value-not-listed": ERROR,
    "value-too-long": ERROR,
    "day-impossible": ERROR,
    "list-blank": ERROR,
    "list-empty": ERROR,
    "list-too-long": ERROR,
    "shape-wrong": ERROR,
    "option-malformed": ERROR,
    # personal data
    "personal-identity-number": ERROR,
    "personal-bank-card": ERROR,
    "bank-account-number": ERROR,
    "personal-mobile-number": ERROR,
    "personal-car-plate": ERROR,
    "personal-room": ERROR,
    "personal-social-account": ERROR,
    "personal-mail": WARNING,
    "personal-minor": WARNING,
    # ledgers
    "ledger-separator": ERROR,
    "ledger-separator-line": ERROR,
    "ledger-quote-open": ERROR,
    "ledger-text-after-quote": ERROR,
    "ledger-header-missing": ERROR,
    "ledger-header-late": ERROR,
    "ledger-column-unknown": ERROR,
    "ledger-column-blank": ERROR,
    "ledger-column-twice": ERROR,
    "ledger-column-missing": ERROR,
    "ledger-no-rows": ERROR,
    "ledger-too-long": ERROR,
    "ledger-row-blank": ERROR,
    "ledger-row-uneven": ERROR,
    "ledger-row-not-an-entry": ERROR,
    "ledger-without-statement": ERROR,
    "register-unknown": ERROR,
    "cell-missing": ERROR,
    "cell-malformed": ERROR,
    "cell-day-number": ERROR,
    "cell-too-long": ERROR,
    "cell-damaged": ERROR,
    "cell-line-break": ERROR,
}
"""Every rule that reading can emit, and its severity; what is wrong in a file keeps it from being read."""

Place = tuple[int, int]
"""Line and column, counting from 1."""

START: Place = (1, 1)


class Fault(NamedTuple):
    """`rule` is a key of FAULTS and names the wording; `values` fill it."""

    rule: str
    line: int
    column: int
    values: dict[str, str]


def fault(rule: str, at: Place, /, **values: str) -> Fault:
    return Fault(rule, *at, values)


def in_order(faults: list[Fault]) -> list[Fault]:
    """Sorted by place, and no more than help anybody."""
    return sorted(faults, key=lambda one: (one.line, one.column))[:MOST_PER_FILE]
