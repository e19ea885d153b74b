"""A list of what is handed over when a committee, a member or a provider goes."""

import datetime
from decimal import Decimal

from noticeboard.records.envelope import Record
from noticeboard.records.value import Value


class HandedItem(Value, frozen=True, kw_only=True):
    """One item; `amount` in yuan, `sha256` the digest of `file` or of an original that is not online."""

    what: str
    sort: str
    state: str
    quantity: str = ""
    amount: Decimal | None = None
    seal: str = ""
    record: str = ""
    file: str = ""
    sha256: str = ""
    kept_at: str = ""
    answered_by: str = ""
    due: datetime.date | None = None
    note: str = ""

    @property
    def is_handed_over(self) -> bool:
        return self.state == "handed-over"


class HandoverList(Record, frozen=True, kw_only=True):
    """`since` is the day that the deadline is counted from."""

    handed_by: str
    received_by: str
    occasion: str
    since: datetime.date
    items: tuple[HandedItem, ...]
    post: str = ""
    supervised_by: str = ""
    completed_on: datetime.date | None = None
    kept_at: str = ""

    @property
    def outstanding(self) -> tuple[HandedItem, ...]:
        return tuple(one for one in self.items if not one.is_handed_over)
