"""What governs on a day: layers, dates, standing, floors, systems, own rules."""

import datetime
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from noticeboard.law import profile
from noticeboard.law.governing import Law, committed, law_of
from noticeboard.law.profile import Provision, Standing
from noticeboard.records.community import Building, Commitment, Community, Estate

TODAY = date(2026, 7, 20)
POST = "committee.decision_post_days"

Value = int | Fraction | tuple[str, ...] | None


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Writes profiles into a folder of its own: code, sources, then versions of `committee.decision_post_days`."""
    (tmp_path / "parameters.yaml").write_bytes((profile.FOLDER / "parameters.yaml").read_bytes())
    monkeypatch.setattr(profile, "FOLDER", tmp_path)

    def write(code: str, *versions: dict[str, Any], kind: str = "law", parameter: str = POST) -> None:
        sources = {
            "regulation": {"title": f"《{code}》", "en": code, "confidence": "V1", "from": "2020-01-01"},
            "portal": {"title": "约定", "en": "convention", "confidence": "D", "from": "2000-01-01"},
        }
        entries = [{"source": "regulation", "article": "第一条"} | one for one in versions]
        content = {
            "code": code, "title": code, "en": code, "kind": kind, "sources": sources,
            "parameters": {parameter: entries},
        }  # fmt: skip
        (tmp_path / f"{code}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

    _forget()
    yield write
    _forget()


def _forget() -> None:
    for remembered in (profile.codes, profile.profile, profile.provisions):
        remembered.cache_clear()


def governing(law: Law, day: date = TODAY) -> tuple[Value, str, str] | None:
    found = law.provision(POST, decided_on=day)
    return (found.value, found.layer, found.standing) if found else None


def promise(value: str, parameter: str = POST, since: date = date(2021, 1, 1), until: date | None = None) -> Commitment:
    return Commitment(text="自己的规矩。", since=since, until=until, parameter=parameter, value=value)


def test_the_more_local_replaces_the_more_general_even_where_it_asks_less(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3"})
    profiles("CN-ZJ", {"value": "5"})
    profiles("CN-ZJ-HZ", {"value": "7"})
    assert governing(Law("CN")) == (3, "CN", "law")
    assert governing(Law("CN-ZJ")) == (5, "CN-ZJ", "law")
    assert governing(Law("CN-ZJ-HZ")) == (7, "CN-ZJ-HZ", "law")
    assert governing(Law("CN-ZJ-NB")) == (5, "CN-ZJ", "law")
    assert governing(Law("CN-SH")) == (3, "CN", "law")


def test_a_floor_holds_against_a_local_rule_that_asks_less(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3", "floor": "true"})
    profiles("CN-ZJ", {"value": "5"})
    profiles("CN-SH", {"value": "2"})
    assert governing(Law("CN-ZJ")) == (3, "CN", "law")
    assert governing(Law("CN-SH")) == (2, "CN-SH", "law")


def test_law_goes_before_convention_and_convention_before_what_nobody_verified(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3", "confidence": "V2"}, {"value": "4", "source": "portal"})
    profiles("CN-SH", {"value": "1", "confidence": "G"}, {"value": "2", "source": "portal"})
    profiles("CN-JL", {"value": "1", "confidence": "G"})
    assert governing(Law("CN-SH")) == (3, "CN", "law")
    assert governing(Law("CN-JL")) == (3, "CN", "law")
    profiles("CN", {"value": "4", "source": "portal"})
    _forget()
    assert governing(Law("CN-JL")) == (4, "CN", "convention")
    assert governing(Law("CN-SH")) == (2, "CN-SH", "convention")
    profiles("CN", {"value": "9", "confidence": "S"})
    _forget()
    assert governing(Law("CN-JL")) == (1, "CN-JL", "unverified")


def test_what_nobody_verified_binds_nobody(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3", "confidence": "G"})
    found = Law("CN").provision(POST, decided_on=TODAY)
    assert found
    assert not found.binds


def test_the_version_in_force_on_the_day_governs(profiles: Callable[..., None]) -> None:
    profiles(
        "CN",
        {"value": "5", "to": "2022-12-31"},
        {"value": "3", "from": "2023-01-01", "to": "2023-12-31"},
    )  # fmt: skip
    law = Law("CN")
    assert governing(law, date(2019, 12, 31)) is None
    assert governing(law, date(2020, 1, 1)) == (5, "CN", "law")
    assert governing(law, date(2022, 12, 31)) == (5, "CN", "law")
    assert governing(law, date(2023, 1, 1)) == (3, "CN", "law")
    assert governing(law, date(2023, 12, 31)) == (3, "CN", "law")
    assert governing(law, date(2024, 1, 1)) is None


def test_within_a_layer_what_began_last_replaces_what_still_holds(profiles: Callable[..., None]) -> None:
    """As measures of some years do with the regulation they rest on, which speaks again after them."""
    profiles("CN", {"value": "5"}, {"value": "3", "from": "2023-01-01", "to": "2024-12-31"})
    law = Law("CN")
    assert governing(law, date(2022, 12, 31)) == (5, "CN", "law")
    assert governing(law, date(2024, 12, 31)) == (3, "CN", "law")
    assert governing(law, date(2025, 1, 1)) == (5, "CN", "law")
    assert law.ending() == []


def test_after_a_local_document_has_run_out_the_general_law_speaks_again(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "5"})
    profiles("CN-SH", {"value": "3", "to": "2026-06-30"})
    law = Law("CN-SH")
    assert governing(law, date(2026, 6, 30)) == (3, "CN-SH", "law")
    assert governing(law, date(2026, 7, 1)) == (5, "CN", "law")
    assert [(source.title, until) for source, until in law.ending()] == [("《CN-SH》", date(2026, 6, 30))]


def test_a_document_that_nobody_verified_does_not_run_out(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3", "to": "2026-06-30", "confidence": "G"})
    assert Law("CN").ending() == []


def test_duties_too_hang_on_documents_that_run_out() -> None:
    ending = {source.number: until for source, until in Law("CN-SH").ending()}
    assert ending["沪房规范〔2021〕6号"] == date(2026, 6, 30)
    assert Law("CN").ending() == [], "the Property Law was followed by the Civil Code"


def test_own_rules_win_only_where_they_are_stricter(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3"})
    assert governing(Law("CN", promises=(promise("2"),))) == (2, "promise", "promise")
    assert governing(Law("CN", promises=(promise("3"),))) == (3, "CN", "law")
    assert governing(Law("CN", promises=(promise("5"),))) == (3, "CN", "law")
    assert governing(Law("CN", by_laws=(promise("2"),), promises=(promise("1"),))) == (1, "promise", "promise")
    assert governing(Law("CN", by_laws=(promise("1"),), promises=(promise("2"),))) == (1, "by-law", "by-law")


def test_own_rules_replace_what_no_law_asks(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3", "source": "portal"})
    assert governing(Law("CN", by_laws=(promise("5"),))) == (5, "by-law", "by-law")
    profiles("CN", {"value": "3", "confidence": "G"})
    _forget()
    assert governing(Law("CN", by_laws=(promise("5"),))) == (5, "by-law", "by-law")


def test_own_rules_hold_from_the_day_they_were_made_to_their_end(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3"})
    law = Law("CN", promises=(promise("2", since=date(2024, 7, 1), until=date(2025, 6, 30)),))
    assert [governing(law, day) for day in (date(2024, 6, 30), date(2025, 7, 1))] == [(3, "CN", "law")] * 2
    assert [governing(law, day) for day in (date(2024, 7, 1), date(2025, 6, 30))] == [(2, "promise", "promise")] * 2


def test_a_system_binds_those_who_adopted_it(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3"})
    profiles("quick", {"value": "1", "confidence": "S"}, kind="system")
    assert governing(Law("CN")) == (3, "CN", "law")
    assert governing(Law("CN", packs=("quick",))) == (1, "quick", "system")
    assert governing(Law("CN", packs=("unheard-of",))) == (3, "CN", "law")


def test_a_place_is_not_adopted_like_a_system(profiles: Callable[..., None]) -> None:
    profiles("CN", {"value": "3"})
    profiles("CN-SH", {"value": "1"})
    assert governing(Law("CN", packs=("CN-SH",))) == (3, "CN", "law")


def test_own_rules_in_words_only_fix_nothing() -> None:
    assert committed(Commitment(text="账目公开。", since=TODAY)) is None
    assert committed(promise("3", parameter="committee.unheard_of")) is None
    assert committed(promise("3")) == 3
    with pytest.raises(ValueError, match="三"):
        committed(promise("三"))
    law = Law("CN", promises=(promise("三"), promise("3", parameter="committee.unheard_of")))
    assert law.provision(POST, decided_on=TODAY) == Law("CN").provision(POST, decided_on=TODAY)


def test_a_majority_written_short_is_of_the_whole_that_law_names() -> None:
    law = Law("CN", by_laws=(promise(">= 3/4", parameter="vote.owners.quorum"),))
    found = law.provision("vote.owners.quorum", decided_on=TODAY)
    assert found
    assert found.standing is Standing.BY_LAW
    assert (found.value.share, found.value.of, found.value.units) == (Fraction(3, 4), "entitled", ("owners", "area"))


# ── the shipped profiles ──


def provision(jurisdiction: str, name: str, day: date) -> Provision | None:
    parameter = profile.parameters()[name]
    return Law(jurisdiction).provision(name, **{parameter.governed_by: day})


@pytest.mark.parametrize(
    ("day", "name", "share", "strict", "of"),
    [
        (date(2020, 12, 31), "vote.owners.ordinary", "1/2", True, "entitled"),
        (date(2021, 1, 1), "vote.owners.ordinary", "1/2", True, "took-part"),
        (date(2020, 12, 31), "vote.owners.special", "2/3", False, "entitled"),
        (date(2021, 1, 1), "vote.owners.special", "3/4", False, "took-part"),
        (date(2021, 1, 1), "vote.owners.quorum", "2/3", False, "entitled"),
    ],
)
def test_owners_decide_by_the_property_law_to_2020_and_by_the_civil_code_since(
    day: date, name: str, share: str, strict: bool, of: str
) -> None:
    found = provision("CN", name, day)
    assert found
    assert (found.value.share, found.value.strict, found.value.of) == (Fraction(share), strict, of)


def test_using_the_maintenance_fund_was_special_and_is_ordinary() -> None:
    before = provision("CN", "vote.owners.special_matters", date(2020, 12, 31))
    after = provision("CN", "vote.owners.special_matters", date(2021, 1, 1))
    assert before
    assert after
    assert "use-maintenance-fund" in before.value
    assert "use-maintenance-fund" not in after.value
    assert provision("CN", "vote.owners.quorum", date(2020, 12, 31)) is None


def test_the_residents_committee_law_of_2026_is_not_applied_backwards() -> None:
    assert provision("CN", "vote.representatives.quorum", date(2025, 12, 31)) is None
    found = provision("CN", "vote.representatives.quorum", date(2026, 1, 1))
    assert found
    assert found.basis.zh == "《城市居民委员会组织法》第二十九条"
    assert found.basis.text.startswith("居民代表会议应当有三分之二以上的组成人员参加方可召开。")


def test_zhoushan_asks_half_where_the_guide_rules_ask_more_than_half() -> None:
    """The recipe of ARCHITECTURE.md: a file, and nothing else."""
    general = provision("CN", "vote.committee.quorum", TODAY)
    local = provision("CN-ZJ-ZS", "vote.committee.quorum", TODAY)
    assert general
    assert local
    assert (general.value.strict, general.layer) == (True, "CN")
    assert (local.value.strict, local.layer) == (False, "CN-ZJ-ZS")
    assert local.basis.zh == "《舟山市物业管理条例》第二十三条第一款"
    assert local.basis.text.startswith("业主委员会会议应当有半数以上委员出席")


def test_a_place_without_a_profile_has_the_general_law() -> None:
    assert provision("CN-JL", POST, TODAY) == provision("CN", POST, TODAY)


def test_communities_with_the_same_rules_share_one_law() -> None:
    estates = (Estate(id="north", name="北园", buildings=(Building(id="n1", name="1号楼"),)),)
    one, other = (
        Community(name=name, summary="一。", region="某市", jurisdiction="CN-SH", estates=estates) for name in "甲乙"
    )
    assert law_of(one) is law_of(other)
    assert law_of(one).provision("vote.owners.quorum", decided_on=datetime.date(2026, 1, 1))
