from datetime import date

import pytest

from noticeboard.reading.called import meant
from noticeboard.records.bodies import Body

BODIES = [
    Body(id="past", name="东园第一届业主委员会", kind="owners-committee", estate="east", since=date(2018, 1, 1)),
    Body(
        id="one", name="东园第二届业主委员会", short_name="东园业委会", kind="owners-committee", estate="east",
        since=date(2023, 1, 1),
    ),
    Body(id="two", name="西园第一届业主委员会", kind="owners-committee", estate="west", since=date(2022, 1, 1)),
    Body(id="provider", name="青禾物业服务有限公司", short_name="青禾", kind="property-service-provider"),
    Body(id="other", name="白鹭物业服务有限公司", kind="property-service-provider"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("东园第二届业主委员会", ["one"]),
        ("东园业委会", ["one"]),
        ("东园业主委员会", ["one"]),
        ("东园第一届业主委员会", ["past"]),
        ("业委会", ["one", "two"]),
        ("第一届业委会", ["two"]),
        ("物业公司", ["provider", "other"]),
        ("青禾物业", ["provider"]),
        ("居委会", []),
    ],
)
def test_a_body_is_known_by_what_people_call_it(name: str, ids: list[str]) -> None:
    assert [body.id for body in meant(name, BODIES)] == ids
