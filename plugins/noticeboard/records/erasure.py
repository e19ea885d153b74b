"""Records whose text had to go: PIPL art. 47, the right to deletion."""

import datetime

from noticeboard.records.value import Value


class Erasure(Value, frozen=True, kw_only=True):
    """What is no longer kept of `record`: all versions published before, and its present text where the file is gone.

    `code` is the one on paper, where the record had stated its own.
    """

    record: str
    date: datetime.date
    why: str
    basis: str
    by: str = ""
    code: str = ""


class Erasures(Value, frozen=True, kw_only=True):
    erased: tuple[Erasure, ...]
