"""Two versions of a record, field by field, line by line, file by file."""

import pytest

from noticeboard.history.canonical import Form
from noticeboard.history.difference import LEDGER, Difference, differences, living, needs_correction

ATTACHMENTS = ("attachments",)


def form(record: dict[str, object] | None = None, **beside: object) -> Form:
    return {"id": "elm/notices/a", "kind": "notice", "record": record or {}, **beside}


def test_fields_are_told_in_their_order_now_and_then_those_that_went() -> None:
    old = form({"title": "甲", "gone": "有", "tags": ["一", "二"], "next": {"date": "初一", "what": "开会"}})
    new = form({"title": "乙", "tags": ["一", "三", "四"], "next": {"date": "初二", "what": "开会"}})
    found = differences(old, new)
    assert found == [
        Difference(("title",), "甲", "乙"),
        Difference(("tags", 1), "二", "三"),
        Difference(("tags", 2), "", "四"),
        Difference(("next", "date"), "初一", "初二"),
        Difference(("gone",), "有", ""),
    ]
    assert [one.top for one in found] == ["title", "tags", "tags", "next", "gone"]


def test_that_a_record_was_corrected_or_withdrawn_is_no_difference() -> None:
    why = {"corrections": [{"what": "改了"}], "withdrawn": {"why": "取消"}}
    assert differences(form({"title": "甲"}), form({"title": "甲", **why})) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["头", "一", "二", "三"], ["头", "改", "三", "四"], [("一", "改"), ("二", ""), ("", "四")]),
        (["头", "一"], ["头", "甲", "乙"], [("一", "甲"), ("", "乙")]),
        (["头", "一", "二"], ["头", "二"], [("一", "")]),
        (["同"] * 300, ["多", *["同"] * 300], [("", "多")]),
        (["头"], ["头"], []),
        ([], ["头"], [("", "头")]),
    ],
)
def test_lines_of_a_ledger_are_told_as_they_were_and_are(
    old: list[str], new: list[str], told: list[tuple[str, str]]
) -> None:
    assert differences(form(ledger=old), form(ledger=new)) == [Difference(LEDGER, *one) for one in told]


def test_a_ledger_that_came_or_went_is_told_line_by_line() -> None:
    assert differences(form(), form(ledger=["头"])) == [Difference(LEDGER, "", "头")]
    assert differences(form(ledger=["头"]), form()) == [Difference(LEDGER, "头", "")]


def test_attachments_are_compared_by_what_is_in_them() -> None:
    def files(**digests: str) -> Form:
        return form(files=[{"file": f"{name}.pdf", "sha256": digest, "size": "1"} for name, digest in digests.items()])

    assert differences(files(same="1", changed="1", gone="1"), files(new="1", changed="2", same="1")) == [
        Difference(ATTACHMENTS, "", "new.pdf"),
        Difference(ATTACHMENTS, "changed.pdf", "changed.pdf"),
        Difference(ATTACHMENTS, "gone.pdf", ""),
    ]
    assert differences(files(one="1"), form()) == [Difference(ATTACHMENTS, "one.pdf", "")]


def test_only_what_is_carried_on_may_change_in_silence() -> None:
    """A posting is fixed, the answers to it are counted as they come."""
    assert {("related",), ("posting", "received"), ("audit", "exceptions")} <= living("notice")
    for field, needed in (
        (("title",), True),
        (LEDGER, True),
        (("related", 0, "record"), False),
        (("posting", "received"), False),
        (("posting", "by"), True),
        (("audit", "exceptions", 0, "what"), False),
    ):
        assert needs_correction("notice", Difference(field, "", "x")) is needed, field
