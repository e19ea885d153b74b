"""Another jurisdiction asks for other things, without a line of code."""

import datetime

import pytest

from noticeboard.findings import Finding
from tests.sample import Edit, Sample

PLACES = {
    "CN": ("全国", "《民法典》第二百八十二条、第九百四十三条"),
    "CN-SH": ("上海市", "《上海市住宅物业管理规定》第六十六条第二款"),
    "CN-BJ": ("北京市", "《北京市物业管理条例》第七十条第一款"),
    "CN-ZJ-ZS": ("舟山市", "《舟山市物业管理条例》第四十条第二款"),
}


def findings(sample: Sample, place: str) -> list[Finding]:
    """What is found in the sound community, had it disclosed since 2025 in that place."""
    sample.edit(
        Edit("community.yaml", "jurisdiction: CN", f"jurisdiction: {place}\ndisclosing_since: 2025-01-01"),
    )
    return sample.findings(datetime.date(2026, 6, 30))


@pytest.mark.parametrize("place", PLACES)
def test_common_income_is_asked_for_by_the_law_of_the_place(sample: Sample, place: str) -> None:
    bases = [one.basis for one in findings(sample, place) if one.rule == "disclosure-overdue"]
    cited = {(one.layer_zh, one.zh) for one in bases if one}
    assert PLACES[place] in cited
    assert {layer for layer, _ in cited} <= {"全国", PLACES[place][0]}


def test_a_city_asks_for_what_no_general_law_does(sample: Sample) -> None:
    cited = {one.basis.zh for one in findings(sample, "CN-SH") if one.basis and one.basis.layer_zh == "上海市"}
    assert {"《上海市居民委员会工作条例》第十一条", "《上海市住宅小区公共收益管理办法》第五条"} <= cited


def test_where_no_city_asks_nothing_of_it_is_found(sample: Sample) -> None:
    assert {one.basis.layer_zh for one in findings(sample, "CN") if one.basis} == {"全国"}
