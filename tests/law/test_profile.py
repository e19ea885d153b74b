"""The profiles: every file can be read, and says nothing twice or without a source."""

import datetime
from pathlib import Path

import pytest
import yaml

from noticeboard.law import profile
from noticeboard.law.profile import FOLDER, VERIFIED, Confidence, Profile, Provision, Source, Standing, basis
from noticeboard.law.values import READERS

CODES = pytest.mark.parametrize("code", profile.codes())
DATES = {"decided_on", "notice", "meeting", "published", "period_end", "elected_on", "term_end", "event", "contract",
         "today"}  # fmt: skip


def of(code: str) -> Profile:
    found = profile.profile(code)
    assert found
    return found


def versions(code: str) -> list[Provision]:
    return [one for many in profile.provisions(code).values() for one in many]


@CODES
def test_a_profile_bears_the_code_it_is_called_by(code: str) -> None:
    assert of(code).code == code
    assert of(code).kind == ("law" if code.startswith("CN") else "system")


@CODES
def test_every_parameter_is_known_and_every_value_can_be_read(code: str) -> None:
    assert of(code).parameters.keys() <= profile.parameters().keys()
    assert {one.parameter for one in versions(code)} == of(code).parameters.keys()


@CODES
def test_every_source_is_there_and_used(code: str) -> None:
    one = of(code)
    used = {entry.source for many in one.parameters.values() for entry in many}
    used |= {duty["source"] for many in one.duties.values() for duty in many if "source" in duty}
    assert used <= one.sources.keys()
    if one.kind == "law":
        assert one.sources.keys() - used == set(), "a document that nothing rests on"


@CODES
def test_what_stands_in_a_document_names_the_article(code: str) -> None:
    one = of(code)
    for name, many in one.parameters.items():
        for entry in many:
            confidence = entry.confidence or one.sources[entry.source].confidence
            if confidence in VERIFIED:
                assert entry.article, f"{code} {name}"


@CODES
def test_no_two_versions_of_one_value_begin_on_the_same_day(code: str) -> None:
    """Which of them holds would hang on their order in the file."""
    for name, many in profile.provisions(code).items():
        starts = [(one.start, one.standing) for one in many]
        assert len(starts) == len(set(starts)), name


@CODES
def test_no_version_ends_before_it_begins(code: str) -> None:
    assert [one for one in versions(code) if one.until and one.until < one.start] == []


@CODES
def test_a_value_does_not_outlive_its_document(code: str) -> None:
    one = of(code)
    for name, many in one.parameters.items():
        for entry in many:
            source = one.sources[entry.source]
            assert entry.start is None or entry.start >= source.start, name
            assert entry.until is None or source.until is None or entry.until <= source.until, name


@CODES
def test_text_that_is_quoted_was_read_somewhere(code: str) -> None:
    quoted = {entry.source for many in of(code).parameters.values() for entry in many if entry.text}
    for name, source in of(code).sources.items():
        assert bool(source.articles or name in quoted) <= bool(source.read_in), name
        assert all(text.strip() for text in source.articles.values()), name


def _doubled(node: yaml.Node) -> list[str]:
    """Keys that stand twice in one mapping, of which the reader would take the last without a word."""
    if isinstance(node, yaml.MappingNode):
        names = [key.value for key, _ in node.value]
        return [one for one in names if names.count(one) > 1] + [
            one for _, child in node.value for one in _doubled(child)
        ]
    return [one for child in node.value for one in _doubled(child)] if isinstance(node, yaml.SequenceNode) else []


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    assert _doubled(yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)) == []


def test_every_file_of_texts_belongs_to_a_profile() -> None:
    assert {path.stem for path in (FOLDER / "texts").glob("*.yaml")} <= set(profile.codes())


def test_every_parameter_is_well_formed() -> None:
    for name, one in profile.parameters().items():
        assert one.type in READERS, name
        assert one.stricter in ("higher", "lower", ""), name
        assert one.governed_by in DATES, name
        assert one.title, name
        assert one.en, name


def test_chains_of_law_have_no_gap_at_the_turn_of_2021() -> None:
    for name, many in profile.provisions("CN").items():
        sources = {one.source for one in many}
        if {"property-law", "civil-code"} <= sources:
            newer, older = many
            assert older.until == newer.start - datetime.timedelta(days=1), name


def test_layers_are_those_that_have_a_file_the_most_general_first() -> None:
    assert [one.code for one in profile.layers("CN-ZJ-HZ")] == ["CN", "CN-ZJ-HZ"]
    assert [one.code for one in profile.layers("CN-SH")] == ["CN", "CN-SH"]
    assert [one.code for one in profile.layers("CN-JL")] == ["CN"]
    assert [one.code for one in profile.layers("CN")] == ["CN"]


def test_a_system_is_no_place_and_a_place_is_no_system() -> None:
    assert profile.system("consultation-4321") is not None
    assert profile.system("CN") is None
    assert profile.system("nothing") is None
    assert profile.profile("parameters") is None


@pytest.mark.parametrize(
    ("kind", "confidence", "standing"),
    [
        ("law", Confidence.V1, Standing.LAW),
        ("law", Confidence.V2, Standing.LAW),
        ("law", Confidence.G, Standing.UNVERIFIED),
        ("law", Confidence.S, Standing.UNVERIFIED),
        ("law", Confidence.D, Standing.CONVENTION),
        ("system", Confidence.S, Standing.SYSTEM),
        ("system", Confidence.V2, Standing.SYSTEM),
        ("system", Confidence.D, Standing.CONVENTION),
    ],
)
def test_only_what_was_read_is_law(kind: str, confidence: Confidence, standing: Standing) -> None:
    one = Profile(code="x", title="甲", en="A", kind=kind)
    assert profile.standing_of(one, confidence) is standing


SOURCE = Source(
    title="《甲条例》", en="Regulation A", confidence=Confidence.V1, start=datetime.date(2020, 1, 1),
    articles={"第三条": "三。", "第三条第二款": "三之二。", "第十一条": "十一。"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("第三条第二款", "三之二。"),
        ("第三条", "三。"),
        ("第十一条第一款", "十一。"),
        ("第三条、第十一条", "三。\n十一。"),
        ("第三条、第十二条", ""),
        ("第四条", ""),
        ("", ""),
        ("附件一", ""),
    ],
)
def test_the_words_of_an_article_are_found_by_its_name(article: str, text: str) -> None:
    """Of a paragraph that was not taken by itself the whole article is given; of what was not all read, nothing."""
    assert SOURCE.text_of(article) == text


def test_a_basis_names_document_and_article_and_quotes_what_was_read() -> None:
    one = Profile(code="x", title="甲市", en="A")
    cited = profile.Cited(article="第三条", text="", sense="大意", sense_en="sense")
    found = basis(one, SOURCE, cited, Standing.LAW)
    assert (found.zh, found.en, found.text) == ("《甲条例》第三条", "Regulation A, art. 3", "三。")
    assert (found.layer_zh, found.layer_en, found.sense_zh, found.sense_en) == ("甲市", "A", "大意", "sense")
