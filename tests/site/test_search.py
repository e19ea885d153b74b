"""Search: what is indexed, and that the client finds every substring and nothing else."""

import gzip
import json
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import opencc
import playwright
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard import aliases
from noticeboard.site import folding, ngrams, search
from noticeboard.site.assets import Assets
from noticeboard.site.folding import fold
from noticeboard.site.search import Entry, community_files, portal_files
from noticeboard.site.summary import Row
from tests.site.search_boards import board

REPOSITORY = Path(__file__).parents[2]
SCRIPTS = REPOSITORY / "theme" / "static" / "js"
SMALL, LARGE = 250, 400
"""Records of a made-up board that is one file, and of one that is cut into shards."""

NODE = Path(playwright.__file__).parent / "driver" / "node"


class Client:
    """The client of finding.js, without a page."""

    def __init__(self) -> None:
        command = [str(NODE), str(Path(__file__).with_name("search_in_node.js")), str(SCRIPTS / "finding.js")]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, **request: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def search(self, files: dict[str, bytes], queries: Sequence[str]) -> list[dict[str, Any]]:
        self.ask(files={path: content.decode() for path, content in files.items()})
        answers: list[dict[str, Any]] = self.ask(queries=list(queries))
        return answers

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    client = Client()
    client.ask(learn=folding.pairs())
    yield client
    client.close()


def terms_of(query: str) -> list[str]:
    """What a record must hold to be found, said once more in Python."""
    parts = re.split(r"\s+", fold(unicodedata.normalize("NFC", query)))
    return [re.sub("^,|,$", "", part) for part in parts if ngrams.WORDS.search(part)] or list(filter(None, parts))


def other_names(term: str) -> set[str]:
    """A term, and what else the longest name in it is called."""
    said = max(
        (name for names, slips in aliases.groups() for name in [*names, *slips] if name in term), key=len, default=""
    )
    return {term} | {
        term.replace(said, name) for names, slips in aliases.groups() if said in [*names, *slips] for name in names
    }


class Truth:
    """The addresses of all records that hold a query, newest first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        newest_first = sorted(entries, key=lambda one: (one.date, one.url), reverse=True)
        self.texts = [(one.url, fold(one.text)) for one in newest_first]

    def __call__(self, query: str) -> list[str]:
        terms = terms_of(query)
        return [
            url
            for url, text in self.texts
            if terms and all(any(one in text for one in other_names(term)) for term in terms)
        ]


# text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１２３ＡＢＣ", "123abc"),
        ("WiFi", "wifi"),
        ("12,345.60", "12345.60"),
        ("１，２３４，５６７", "1234567"),
        ("5，6号楼", "56号楼"),
        ("1，，2", "1,,2"),
        ("，1，", ",1,"),
        ("㎡①Ⅳ…", "m21iv..."),
        ("−9.00 – 2021—2026", "-9.00 - 2021-2026"),
        ("〔2024〕１２号", "〔2024〕12号"),
        ("𬭎〇㐂豈", "𬭎〇㐂岂"),
        ("㈾裡面", "(资)里面"),
        ("ΑΣ İ", "ασ i̇"),
        ("ﬁ½", "fi1⁄2"),
    ],
)
def test_text_is_compared_alike_on_both_sides(client: Client, text: str, expected: str) -> None:
    assert fold(text) == expected
    assert client.ask(fold=[text]) == [expected]


def test_every_character_is_folded_and_classed_alike_on_both_sides(client: Client) -> None:
    characters = [
        chr(code) for code in range(0x40000) if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn", "Cs")
    ]
    characters = [one for one in characters if unicodedata.is_normalized("NFC", one)]
    assert client.ask(fold=characters) == [fold(one) for one in characters]
    assert client.ask(terms=characters) == [[[term] for term in terms_of(one)] for one in characters]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("电梯　大修", ["电梯", "大修"]),
        ("1,234.", ["1234."]),
        (",345", ["345"]),
        ("12,", ["12"]),
        ("，。“”", [",。“”"]),
        ("电梯 。", ["电梯"]),
        ("  ", []),
    ],
)
def test_a_query_is_its_parts_between_spaces(client: Client, query: str, terms: list[str]) -> None:
    assert client.ask(terms=[query]) == [[[term] for term in terms]]
    assert terms_of(query) == terms


# recall and precision


def some_queries(entries: Sequence[Entry], chance: random.Random) -> list[str]:
    """Substrings of 1 to 4 characters wherever they fall, and what residents copy: amounts, codes, several words."""
    texts = [one.text for one in entries]
    queries = []
    for size in (1, 2, 3, 4, 9):
        for text in chance.choices(texts, k=60):
            start = chance.randrange(len(text) - size)
            queries.append(text[start : start + size])
    for text in chance.choices(texts, k=40):
        amount = chance.choice(re.findall(r"[\d,]+\.\d\d", text))
        code = chance.choice(re.findall(r"GS-\d+-\d+", text))
        queries += [
            amount,
            amount.replace(",", ""),
            amount[-4:],
            amount[:3],
            amount[1:5],
            code,
            code.lower(),
            code[3:9],
        ]
    return [
        *queries,
        "专项维修资金 物业",
        "wifi",
        "APP",
        "𬭎",
        "㐂师",
        "3号楼",
        "绝无此词",
        "zzzz",
        "电梯，大修",
        "园公告〔2024〕",
    ]


@pytest.mark.parametrize("count", [1, SMALL, LARGE])
def test_the_client_finds_every_record_that_holds_a_substring_and_no_other(client: Client, count: int) -> None:
    entries = board(count)
    queries = some_queries(entries, random.Random(2))  # noqa: S311
    answers = client.search(community_files(entries), queries)
    truth = Truth(entries)
    wrong = [query for query, one in zip(queries, answers, strict=True) if one["urls"] != truth(query)]
    assert wrong == []


def test_an_answer_that_claims_to_be_sure_needs_no_check(client: Client) -> None:
    entries = board(LARGE)
    answers = client.search(
        community_files(entries), ["电梯", "梯", "电梯大", "电梯 大修", "电梯，大修", "345", "2024-01"]
    )
    assert [one["sure"] for one in answers] == [True, True, False, True, False, True, False]


def test_numbers_are_found_with_few_false_candidates(client: Client) -> None:
    entries = board(LARGE)
    amounts = re.findall(r"[\d,]{6,}\.\d\d", "\n".join(one.text for one in entries))[:200]
    answers = client.search(community_files(entries), amounts)
    assert sum(one["candidates"] for one in answers) < 1.1 * sum(len(one["urls"]) for one in answers)


def test_composed_and_decomposed_letters_are_one(client: Client) -> None:
    entries = [Entry(f"n/{text}/", "题", "2026-01-01", "notice", f"题\n{text}") for text in ("cafe\u0301", "caf\u00e9")]
    assert [len(one["urls"]) for one in client.search(community_files(entries), ["fe\u0301", "f\u00e9"])] == [2, 2]


LETTERS = st.sampled_from("电梯维修资金的，。0123456789,.abAB１Ａ㎡−𬭎〇﨎 \nがé")
TEXTS = st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=12)


@settings(deadline=None, max_examples=150)
@given(
    texts=TEXTS, query=st.text(LETTERS, min_size=1, max_size=6), place=st.integers(0, 10_000), size=st.integers(1, 6)
)
def test_any_texts_are_found_by_any_of_their_substrings(
    client: Client, texts: list[str], query: str, place: int, size: int
) -> None:
    entries = [
        Entry(
            f"notices/{number}/",
            "题",
            f"2026-01-{number + 1:02}",
            "notice",
            unicodedata.normalize("NFC", f"题\n{text}"),
        )
        for number, text in enumerate(texts)
    ]
    joined = "\n".join(one.text for one in entries)
    queries = [query, joined[place % len(joined) :][:size]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FULL_TEXT_BYTES", 0)
        patch.setattr(search, "CHUNK_BYTES", 60)
        patch.setattr(ngrams, "SHARD_BYTES", 60)
        sharded = community_files(entries)
    for files in (sharded, community_files(entries)):
        assert [one["urls"] for one in client.search(files, queries)] == list(map(Truth(entries), queries))


# other names and characters


def notices(*texts: str) -> list[Entry]:
    return [
        Entry(f"n/{number}/", "题", f"2026-01-{number + 1:02}", "notice", text) for number, text in enumerate(texts)
    ]


@pytest.fixture(params=[False, True], ids=["whole", "in shards"])
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes a board's files, whole or in shards, with the portal's characters beside them."""
    if request.param:
        monkeypatch.setattr(search, "FULL_TEXT_BYTES", 0)
    return lambda entries: {**community_files(entries), "traditional.js": portal_files([])["traditional.js"]}


def found(client: Client, files: dict[str, bytes], query: str) -> list[str]:
    return client.search(files, [query])[0]["urls"]  # type: ignore[no-any-return]


def test_a_thing_is_found_by_each_of_its_names(made: Any) -> None:
    client = Client()
    files = made(notices("业主委员会例会", "业委会答复", "居委会通知", "行业委员会"))
    assert found(client, files, "业委会") == ["n/1/", "n/0/"]
    assert found(client, files, "业主委员会例会") == ["n/0/"]
    assert found(client, files, "行业委员会") == ["n/3/", "n/1/", "n/0/"]
    assert found(client, files, "業主委員會") == ["n/1/", "n/0/"]
    client.close()


def test_traditional_and_simplified_characters_find_each_other(made: Any) -> None:
    client = Client()
    files = made(notices("电梯维修资金", "業主委員會公佈", "著名的钟楼", "鍾楼"))
    assert found(client, files, "維修資金") == ["n/0/"]
    assert found(client, files, "公布") == ["n/1/"]
    assert found(client, files, "钟楼") == ["n/3/", "n/2/"]
    assert found(client, files, "著名") == ["n/2/"]
    assert found(client, files, "鐘樓 著名") == ["n/2/"]
    assert found(client, files, "維修 没有") == []
    client.close()


def test_other_names_are_written_as_they_are_compared() -> None:
    spoken = [name for names, slips in aliases.groups() for name in [*names, *slips]]
    assert [fold(name) for name in spoken] == spoken
    assert len(set(spoken)) == len(spoken)
    assert min(map(len, spoken)) >= 2


def test_characters_are_folded_once_and_as_opencc_does() -> None:
    assert not folding.TRADITIONAL.keys() & set(folding.TRADITIONAL.values())
    opinions = [opencc.OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    common = [one for one in map(chr, range(0x4E00, 0x9FA6)) if len(one.encode("big5", "ignore")) == 2]
    for one in common:
        simplified = opinions[0].convert(one)
        if simplified != one and simplified < "\U00010000" and one not in folding.TRADITIONAL.values():
            assert folding.TRADITIONAL.get(one) == simplified


def test_facets_lead_to_the_pages_that_have_a_value(client: Client, made: Any) -> None:
    client.search(
        made(
            [
                Entry("n/a/", "甲", "2026-01-02", "notice", "甲", "居委会", ("1号楼", "2号楼"), ("posting",)),
                Entry("m/b/", "乙", "2025-01-02", "meeting", "乙", "业委会", ("2号楼",), ()),
                Entry("bodies/", "丙", "", "page", "丙"),
            ]
        ),
        [],
    )
    assert client.ask(facets="kind") == {"notice": ["n/a/"], "meeting": ["m/b/"], "page": ["bodies/"]}
    assert client.ask(facets="year") == {"2026": ["n/a/"], "2025": ["m/b/"]}
    assert client.ask(facets="body") == {"居委会": ["n/a/"], "业委会": ["m/b/"]}
    assert client.ask(facets="place") == {"1号楼": ["n/a/"], "2号楼": ["n/a/", "m/b/"]}
    assert client.ask(facets="state") == {"posting": ["n/a/"]}


# files


def test_a_small_board_is_one_file_and_a_large_one_is_many_small_ones() -> None:
    small, large = community_files(board(SMALL)), community_files(board(LARGE))
    assert small.keys() == {"index.js"}
    assert max(map(len, large.values())) < 2 * ngrams.SHARD_BYTES
    assert len(gzip.compress(large["index.js"])) < 3_000


def content_of(script: bytes) -> Any:
    return json.loads(script[script.index(b",") + 1 : -2])


def test_a_board_without_pages_has_an_empty_index() -> None:
    files = community_files([])
    assert files.keys() == {"index.js"}
    index = content_of(files["index.js"])
    assert index["rows"] == []
    assert not any(index["facets"].values())


def test_the_files_depend_on_nothing_but_the_entries() -> None:
    entries = board(450)
    assert community_files(entries[::-1]) == community_files(entries)
    digest = (
        "from noticeboard.site.inputs import digest; from noticeboard.site.search import community_files;"
        "from tests.site.search_boards import board;"
        "print(digest(content for _, content in sorted(community_files(board(450)).items())))"
    )
    paths = f"{REPOSITORY}:{REPOSITORY / 'plugins'}"
    seen = {
        subprocess.run(
            [sys.executable, "-c", digest],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_new_record_leaves_all_text_but_the_newest_as_it_is() -> None:
    entries = board(500)
    new = Entry("notices/new/", "新", "2027-01-01", "notice", "新\n电梯")
    before, after = (
        {path for path in community_files(records) if path.startswith("text-")}
        for records in (entries, [*entries, new])
    )
    assert len(before - after) == 1
    assert len(after - before) == 1


def test_line_separators_do_not_break_the_script() -> None:
    [content] = community_files([Entry("n/a/", "甲", "2026-01-01", "notice", "甲\n\u2028\u2029</script>")]).values()
    assert "\u2028" not in content.decode()
    assert content_of(content)["rows"][0][3] == "甲\n\u2028\u2029</script>"


def test_the_client_is_small(tmp_path: Path) -> None:
    class Served:
        def write(self, path: str, content: bytes) -> None:
            name = path.removeprefix("theme/js/")
            if name.startswith(("finding.", "search.")):
                sizes.append(len(gzip.compress(content)))
                (tmp_path / name).write_bytes(content)
                subprocess.run([NODE, "--check", tmp_path / name], check=True)

    sizes: list[int] = []
    Assets(REPOSITORY / "theme").write(Served())  # type: ignore[arg-type]
    assert len(sizes) == 2
    assert sum(sizes) <= 6_500


# portal


def titles(count: int, seed: int = 1) -> list[Row]:
    """Rows of made-up records, newest first."""
    records = sorted(board(count, seed), key=lambda one: (one.date, one.url), reverse=True)
    return [
        Row(url=one.url, title=one.title, summary=one.text.split("\n")[1], date=one.date, published=one.date,
            kind=one.kind, publisher="某机构", document_number=one.text.split("\n")[2])
        for one in records
    ]  # fmt: skip


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


COMMUNITIES = [(f"community-{number}", f"社区{number}", titles(60, number)) for number in range(20)]


def test_the_portal_finds_titles_summaries_and_numbers_of_all_communities(client: Client) -> None:
    row = COMMUNITIES[7][2][30]
    summary, number = row.summary[3:12], row.document_number
    answers = client.search(portal_files(COMMUNITIES), [row.title, summary, f"{number} {summary}", "元，编号", "电梯"])
    expected = f"community-7/{row.url}"
    assert [expected in one["urls"] for one in answers] == [
        True,
        True,
        True,
        False,
        "电梯" in f"{row.title}{row.summary}",
    ]
    held = [
        f"{slug}/{row.url}" for slug, _, rows in COMMUNITIES for row in rows if "电梯" in f"{row.title}\n{row.summary}"
    ]
    assert sorted(answers[4]["urls"]) == sorted(held)
    days = [re.findall(r"\d{4}-\d\d-\d\d", url)[0] for url in answers[4]["urls"]]
    assert days == sorted(days, reverse=True)


def test_a_small_portal_is_one_file_and_a_large_one_is_many_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert portal_files(COMMUNITIES[:3]).keys() == {"index.js", "traditional.js"}
    monkeypatch.setattr(search, "FULL_TEXT_BYTES", 100_000)
    files = portal_files(COMMUNITIES)
    assert len(files) > 10
    assert max(len(content) for path, content in files.items() if path != "index.js") < 2 * ngrams.SHARD_BYTES


def test_the_portal_is_narrowed_by_community(client: Client) -> None:
    client.search(portal_files(COMMUNITIES), [])
    facet = client.ask(facets="community")
    assert facet.keys() == {name for _, name, _ in COMMUNITIES}
    assert sorted(facet["社区7"]) == sorted(f"community-7/{row.url}" for row in COMMUNITIES[7][2])


def test_a_changed_title_leaves_most_of_the_portals_text_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FULL_TEXT_BYTES", 100_000)
    rows = COMMUNITIES[3][2]
    other = Row(**{name: getattr(rows[20], name) for name in Row.__struct_fields__} | {"title": "改了"})
    after = [*COMMUNITIES[:3], (*COMMUNITIES[3][:2], [*rows[:20], other, *rows[21:]]), *COMMUNITIES[4:]]
    texts = [path for path in changed(portal_files(COMMUNITIES), portal_files(after)) if path.startswith("text-")]
    assert len(texts) == 2
