"""What verify.py says, word for word: of one thing that is wrong it says that one thing."""

import base64
import datetime
import hashlib
import json
import runpy
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from noticeboard.history import changes
from noticeboard.history.canonical import Records, Written
from noticeboard.history.state import State
from noticeboard.publishing import proof
from noticeboard.publishing import verify as verifier
from noticeboard.publishing.verify import Site, verify

DAY = datetime.date(2026, 7, 20)
A, GONE, BODIES, REGISTER = "elm/notices/a", "elm/notices/gone", "elm/bodies", "elm/registers/r"
ENTRIES, POINT, LIST = "log/entries.jsonl", "log/checkpoint", "log/files.txt"
SOUND = "没有发现问题 · nothing is wrong\n"
ROOT = bytes(range(32))
WRITTEN = base64.b64encode(ROOT).decode()
HEX = ROOT.hex()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Four records, of which one was corrected and one erased since: six entries."""
    past, folder = State(None), tmp_path / "box"
    first = [Written(one, {"id": one, "kind": "x", "record": {"title": "甲"}}) for one in (A, GONE, BODIES, REGISTER)]
    corrected = {"title": "乙", "corrections": [{"what": "改了"}]}
    second = [Written(A, {"id": A, "kind": "x", "record": corrected}), *first[2:]]
    changes.extend(past, Records(first, [], Counter()), DAY)
    changes.extend(past, Records(second, [], Counter({GONE: 1})), DAY)
    past.write(tmp_path / "state")
    for page in (A, GONE):
        put(folder, f"{page}/index.html", b"<p>x</p>")
    put(folder, "a b.txt", b"x")
    proof.write(folder, past, tmp_path / "state")
    return folder


def put(site: Path, name: str, content: bytes) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(content)


def lines(site: Path) -> list[bytes]:
    return (site / ENTRIES).read_bytes().splitlines()


def fit(site: Path, entries: list[bytes] | None = None) -> list[tuple[str, str]]:
    """Make the list of files and the checkpoint fit what is there, as a host would that forges; and what is found."""
    if entries is not None:
        put(site, ENTRIES, b"".join(line + b"\n" for line in entries))
    put(site, LIST, proof.listing(site))
    point(site)
    return verify(Site(str(site)))


def point(site: Path) -> None:
    entries = lines(site)
    root = base64.b64encode(verifier.tree_root([verifier.leaf(line) for line in entries])).decode()
    digest = hashlib.sha256((site / LIST).read_bytes()).hexdigest()
    put(site, POINT, f"gongshilan\n{len(entries)}\n{root}\nfiles {digest}\n".encode())


def changed(line: bytes, **values: Any) -> bytes:
    return verifier.canonical(json.loads(line) | values)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["verify.py", *map(str, words)])
    return verifier.main(), capsys.readouterr().out


def test_a_sound_site_is_found_sound(site: Path) -> None:
    assert len(lines(site)) == 6
    assert verify(Site(str(site))) == []
    assert fit(site) == []


@pytest.mark.parametrize("name", [ENTRIES, POINT])
def test_a_site_without_a_log_has_none(site: Path, name: str) -> None:
    (site / name).unlink()
    assert verify(Site(str(site))) == [("log", "没有日志 · there is no log")]


def test_a_checkpoint_that_cannot_be_read_is_all_that_is_told(site: Path) -> None:
    put(site, POINT, b"x")
    assert verify(Site(str(site))) == [(POINT, "读不懂 · cannot be read")]


def test_entries_that_are_missing_are_counted(site: Path) -> None:
    put(site, ENTRIES, b"".join(line + b"\n" for line in lines(site)[:-1]))
    assert verify(Site(str(site))) == [
        ("log", "检查点说有 6 条，实际 5 条 · 6 entries promised, 5 found"),
    ]


def test_other_entries_are_not_those_of_the_checkpoint(site: Path) -> None:
    first, second, *rest = lines(site)
    put(site, ENTRIES, b"".join(line + b"\n" for line in (second, first, *rest)))
    assert verify(Site(str(site))) == [
        ("log", "日志的内容与检查点不符 · the entries are not those of the checkpoint"),
    ]


def test_a_log_without_its_last_line_end_has_all_its_entries(site: Path) -> None:
    put(site, ENTRIES, (site / ENTRIES).read_bytes()[:-1])
    assert verify(Site(str(site))) == [(ENTRIES, "文件被改动 · was changed")]


def test_an_entry_that_cannot_be_read_is_told_by_its_number_and_ends_the_reading(site: Path) -> None:
    first, _, *rest = lines(site)
    assert fit(site, [first, b"x", b"y", *rest]) == [(f"{ENTRIES}:2", "读不懂 · cannot be read")]


def test_a_version_follows_the_one_before(site: Path) -> None:
    *before, last = lines(site)
    told = (A, "第 {} 版接不上前一版 · does not follow the version before")
    assert fit(site, [*before[1:], last]) == [(A, told[1].format(2))]
    for values in ({"version": 3}, {"previous": ""}, {"previous": HEX}):
        assert fit(site, [*before, changed(last, **values)]) == [(A, told[1].format(values.get("version", 2)))]
    assert fit(site, [changed(before[0], version=0), *before[1:-1]]) == [(A, told[1].format(0))]
    assert fit(site, [changed(before[0], version=2), *before[1:-1]]) == [(A, told[1].format(2))]
    assert fit(site, [changed(before[0], previous=HEX), *before[1:-1]]) == [(A, told[1].format(1))]


def test_a_version_that_is_missing_or_changed_is_told(site: Path) -> None:
    file = site / A / "versions/2.json"
    version = json.loads(file.read_bytes())
    forms = [
        b"x", b"[]", b"{}", b"\xff", b"[" * 100_000, json.dumps(version).encode(),
        verifier.canonical(version | {"salt": "xy"}), verifier.canonical(version | {"salt": 1}),
        verifier.canonical(version | {"form": version["form"] | {"record": {"title": "丙"}}}),
        (site / BODIES / "versions/1.json").read_bytes(),
    ]  # fmt: skip
    for content in forms:
        file.write_bytes(content)
        assert fit(site) == [(A, "第 2 版被改动 · version 2 was changed")], content[:60]
    file.unlink()
    assert fit(site) == [(A, "缺第 2 版 · version 2 is missing")]


@pytest.mark.parametrize("number", [1, 2])
def test_a_text_that_was_erased_must_be_gone(site: Path, number: int) -> None:
    put(site, f"{GONE}/versions/{number}.json", b"{}")
    assert fit(site) == [(GONE, "已清除的记录还在 · was erased and is still there")]


def test_what_is_published_with_an_erasure_or_after_it_stays(site: Path, tmp_path: Path) -> None:
    past = State(None)
    for title, erased in (("一", 0), ("二", 1), ("三", 1)):
        text = {"title": title, "corrections": [title]}
        changes.extend(past, Records([Written(A, {"id": A, "record": text})], [], Counter({A: erased})), DAY)
    past.write(tmp_path / "cleaned")
    put(tmp_path / "other", f"{A}/index.html", b"x")
    proof.write(tmp_path / "other", past, tmp_path / "cleaned")
    assert sorted(one.name for one in (tmp_path / "other" / A / "versions").iterdir()) == ["2.json", "3.json"]
    assert verify(Site(str(tmp_path / "other"))) == []


def test_a_list_of_files_that_is_not_that_of_the_checkpoint_is_told(site: Path) -> None:
    told = [(LIST, "文件清单与检查点不符 · the list of files is not that of the checkpoint")]
    put(site, LIST, (site / LIST).read_bytes() + b"\n")
    assert verify(Site(str(site))) == told
    (site / LIST).unlink()
    assert verify(Site(str(site))) == told


@pytest.mark.parametrize("listed", [b"x\n", b"x y z\n", b"\xff x y\n"])
def test_a_list_of_files_that_cannot_be_read_is_told(site: Path, listed: bytes) -> None:
    put(site, LIST, listed)
    point(site)
    assert verify(Site(str(site))) == [(LIST, "读不懂 · cannot be read")]


@pytest.mark.parametrize("content", [b"y", b"xx", b""])
def test_a_file_that_was_changed_is_told(site: Path, content: bytes) -> None:
    put(site, "a b.txt", content)
    assert verify(Site(str(site))) == [("a b.txt", "文件被改动 · was changed")]


def test_a_file_is_held_to_its_size_as_well(site: Path) -> None:
    listed = (site / LIST).read_bytes()
    put(site, LIST, listed.replace(b" 1 a b.txt", b" 2 a b.txt"))
    point(site)
    assert verify(Site(str(site))) == [("a b.txt", "文件被改动 · was changed")]


def test_files_that_are_missing_or_do_not_belong_are_told(site: Path) -> None:
    (site / "a b.txt").unlink()
    (site / "empty").mkdir()
    (site / "link").symlink_to("empty")
    put(site, "elm/z.html", b"x")
    put(site, "elm/b.html", b"x")
    assert verify(Site(str(site))) == [
        ("a b.txt", "文件不见了 · is missing"),
        ("elm/b.html", "多出来的文件 · does not belong here"),
        ("elm/z.html", "多出来的文件 · does not belong here"),
        ("link", "多出来的文件 · does not belong here"),
    ]


@pytest.mark.parametrize("record", [A, GONE])
def test_every_record_keeps_its_page(site: Path, record: str) -> None:
    (site / record / "index.html").unlink()
    assert fit(site) == [(record, "网页不见了 · its page is gone")]


def test_a_paper_says_how_the_log_began(site: Path) -> None:
    papers = [verifier.code(verifier.tree_root([verifier.leaf(one) for one in lines(site)[:n]])) for n in range(1, 7)]
    for size, paper in enumerate(papers, start=1):
        assert verify(Site(str(site)), paper, size) == []
        assert verify(Site(str(site)), paper[:-1], size) == [
            ("打印件 · paper", f"前 {size} 条已不是当时的内容 · the first {size} entries are no longer what they were")
        ]
    assert verify(Site(str(site)), papers[0]) == verify(Site(str(site)), papers[0], 0)
    for size in (0, 7):
        assert verify(Site(str(site)), papers[0], size) == [
            ("打印件 · paper", f"当时有 {size} 条，现在只有 6 条 · entries have gone")
        ]


def test_an_older_checkpoint_says_how_the_log_began(site: Path) -> None:
    def older(size: int, root: bytes) -> bytes:
        return f"gongshilan\n{size}\n{base64.b64encode(root).decode()}\n".encode()

    about = "旧检查点 · old checkpoint"
    root = verifier.tree_root([verifier.leaf(one) for one in lines(site)[:2]])
    assert verify(Site(str(site)), old=older(2, root)) == []
    assert verify(Site(str(site)), old=older(3, root)) == [
        (about, "前 3 条已不是当时的内容 · the first 3 entries are no longer what they were")
    ]
    assert verify(Site(str(site)), old=older(7, root)) == [(about, "当时有 7 条，现在只有 6 条 · entries have gone")]
    assert verify(Site(str(site)), old=b"x") == [("old", "旧检查点读不懂 · the old checkpoint cannot be read")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"gongshilan\n3\n{WRITTEN}\n", (3, ROOT, "")),
        (f"gongshilan\n0\n{WRITTEN}\nwitness x\nfiles ab\nfiles cd\n", (0, ROOT, "ab")),
        (f"another\n3\n{WRITTEN}\n", None),
        (f"gongshilan\n03\n{WRITTEN}\n", None),
        (f"gongshilan\nthree\n{WRITTEN}\n", None),
        (f"gongshilan\n3\n{WRITTEN[4:]}\n", None),
        (f"gongshilan\n3\n*{WRITTEN}\n", None),
        ("gongshilan\n3\n", None),
        (f"gongshilan\n3\n{WRITTEN}\n文\n", None),
    ],
)
def test_a_checkpoint_is_read_strictly(text: str, found: tuple[int, bytes, str] | None) -> None:
    assert verifier.parse_checkpoint(text.encode()) == found


ENTRY = {"digest": HEX, "event": "import", "id": A, "logged_on": "2026-07-20", "previous": "", "version": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "../x"}, {"id": "a"}, {"id": "a/b/c/d"}, {"id": "a//b"}, {"id": "A/b"}, {"id": "a/b_c"}, {"id": "a/b."},
        {"id": 1}, {"digest": 1}, {"version": "1"}, {"version": True}, {"more": "x"}, {"version": 2**53},
    ],
)  # fmt: skip
def test_an_entry_is_read_strictly(wrong: dict[str, Any]) -> None:
    assert verifier.parse_entry(verifier.canonical(ENTRY)) == ENTRY
    assert verifier.parse_entry(json.dumps(ENTRY | wrong, sort_keys=True, separators=(",", ":")).encode()) is None


@pytest.mark.parametrize("line", [b"", b"x", b"1", b"[]", b"\xff", b"{}", pytest.param(b"[" * 100_000, id="deep")])
def test_what_is_no_entry_is_none(line: bytes) -> None:
    assert verifier.parse_entry(line) is None
    assert verifier.parse_entry(json.dumps(ENTRY).encode()) is None


@pytest.mark.parametrize("record", [A, BODIES, "a-1/z-9", "0/b", "x/abcdefghijklmnopqrstuvwxyz-0123456789"])
def test_an_id_names_a_folder(record: str) -> None:
    assert verifier.safe(record)


def test_keys_are_in_the_order_of_utf_16_and_numbers_whole() -> None:
    most = 2**53 - 1
    assert verifier.canonical({"\ue000": most, "😀": -most, "a": ["文", []]}) == (
        '{"a":["文",[]],"😀":-9007199254740991,"\ue000":9007199254740991}'.encode()
    )
    for value in (most + 1, -most - 1, True, None, 1.0):
        with pytest.raises(ValueError, match=str(value)):
            verifier.canonical([value])


def test_a_code_is_known_however_it_is_typed() -> None:
    assert verifier.code(ROOT) == "000G40R40M30E209185GR38E1W"
    assert verifier.plain("oOo-g4 iIlL") == "000G41111"


def receipt_of(site: Path, size: int = 0) -> dict[str, Any]:
    made = verifier.make_receipt(Site(str(site)), A, size)
    assert made is not None
    return made


def test_a_receipt_has_the_newest_text_and_what_proves_it(site: Path) -> None:
    leaves = [verifier.leaf(line) for line in lines(site)]
    expected = {
        "version": json.loads((site / A / "versions/2.json").read_bytes()),
        "entry": json.loads(lines(site)[5]),
        "index": 5,
        "size": 6,
        "root": verifier.tree_root(leaves).hex(),
        "proof": [one.hex() for one in verifier.inclusion(leaves, 5)],
    }
    assert verifier.make_receipt(Site(str(site)), A) == expected
    assert receipt_of(site) == receipt_of(site, 7) == receipt_of(site, -1) == expected
    for size in (1, 4, 6):
        steps = [one.hex() for one in verifier.consistency(leaves, size)]
        paper = {"size": size, "root": verifier.tree_root(leaves[:size]).hex(), "proof": steps}
        assert receipt_of(site, size) == expected | {"paper": paper}


def test_without_a_text_there_is_no_receipt(site: Path) -> None:
    assert verifier.make_receipt(Site(str(site)), GONE) is None
    assert verifier.make_receipt(Site(str(site)), "elm/notices/none") is None
    (site / ENTRIES).unlink()
    assert verifier.make_receipt(Site(str(site)), A) is None


NO_TEXT = ("回执 · receipt", "全文与登记不符 · the text is not what was logged")
NOT_IN = ("回执 · receipt", "登记不在日志里 · the entry is not in the log")
UNREAD = ("回执 · receipt", "读不懂 · cannot be read")
NOT_SAME = ("打印件 · paper", "不是同一个日志 · not the same log")


def test_what_is_wrong_with_a_receipt_is_told(site: Path) -> None:
    sound = receipt_of(site, 4)
    paper = verifier.code(bytes.fromhex(sound["paper"]["root"]))
    assert list(verifier.check_receipt(sound)) == []
    assert list(verifier.check_receipt(sound, f" {paper.lower()}", 4)) == []
    other = json.loads((site / BODIES / "versions/1.json").read_bytes())
    for wrong, told in (
        ({"version": other}, [NO_TEXT]),
        ({"entry": sound["entry"] | {"logged_on": "2026-07-21"}}, [NOT_IN]),
        ({"index": 4}, [NOT_IN]),
        ({"index": -1}, [NOT_IN]),
        ({"root": HEX}, [NOT_IN, NOT_SAME]),
        ({"paper": sound["paper"] | {"root": HEX}}, [NOT_SAME]),
        ({"paper": sound["paper"] | {"proof": []}}, [NOT_SAME]),
        ({"paper": sound["paper"] | {"size": 3}}, [NOT_SAME]),
        ({"proof": ["x"]}, [UNREAD]),
        ({"paper": None}, [UNREAD]),
        ({"version": {"form": {}, "salt": ""}}, [NO_TEXT]),
        ({"version": {"form": 1.5}}, [UNREAD]),
    ):
        assert list(verifier.check_receipt(sound | wrong, paper, 4)) == told, wrong
    assert list(verifier.check_receipt(sound, paper, 3)) == [NOT_SAME]
    assert list(verifier.check_receipt(sound, "0" * 26, 4)) == [NOT_SAME]
    assert list(verifier.check_receipt({name: one for name, one in sound.items() if name != "paper"}, paper, 4)) == [
        UNREAD
    ]
    assert list(verifier.check_receipt({})) == [UNREAD]


def test_the_number_beside_the_code_on_paper_must_be_known(site: Path) -> None:
    first = receipt_of(site, 1)
    paper = verifier.code(bytes.fromhex(first["paper"]["root"]))
    assert list(verifier.check_receipt(first, paper, 1)) == []
    assert list(verifier.check_receipt(first, paper)) == [NOT_SAME]


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def test_a_site_is_read_on_line_as_well(site: Path, address: str) -> None:
    for place in (address, f"{address}/"):
        assert verify(Site(place)) == []
    put(site, "more.html", b"x")  # nobody can list what else a server has
    (site / "a b.txt").unlink()
    assert verify(Site(address)) == [("a b.txt", "文件不见了 · is missing")]


@pytest.mark.parametrize("place", ["http://localhost/x", "https://localhost/x"])
def test_what_a_server_has_cannot_be_listed(place: str) -> None:
    assert Site(place).names() is None


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return partial(run, monkeypatch, capsys)


def test_the_program_ends_as_what_it_found(site: Path, tmp_path: Path, call: Run) -> None:
    papers = [verifier.code(verifier.tree_root([verifier.leaf(one) for one in lines(site)[:n]])) for n in (1, 2)]
    old = tmp_path / "old"
    old.write_bytes((site / POINT).read_bytes())
    assert call(site) == call(site, "--old", old) == call(site, "--paper", papers[1], "--size", 2) == (0, SOUND)
    code, told = call(site, "--paper", papers[0], "--size", 2)
    assert (code, told.splitlines()) == (
        1,
        [
            "打印件 · paper: 前 2 条已不是当时的内容 · the first 2 entries are no longer what they were",
            "1 处不符 · 1 things are wrong",
        ],
    )
    old.write_bytes(b"x")
    assert call(site, "--old", old)[0] == 1


def test_the_program_makes_and_checks_receipts(site: Path, tmp_path: Path, call: Run) -> None:
    code, made = call(site, "--receipt", A, "--size", 4)
    assert (code, json.loads(made)) == (0, receipt_of(site, 4))
    assert "改了" in made
    assert json.loads(call(site, "--receipt", A)[1]) == receipt_of(site)
    file = tmp_path / "receipt.json"
    file.write_text(made, encoding="utf-8")
    paper = verifier.code(bytes.fromhex(receipt_of(site, 4)["paper"]["root"]))
    assert call(file) == call(file, "--paper", paper, "--size", 4) == (0, SOUND)
    assert call(file, "--paper", paper, "--size", 3)[0] == 1
    assert call(file, "--paper", "0", "--size", 4)[0] == 1
    assert call(site, "--receipt", GONE) == (1, "没有这条记录 · no such record\n")


def test_the_program_explains_itself(call: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call("--help")
    text = capsys.readouterr().out
    assert str(verifier.__doc__) in text
    assert [line.split("  ")[-1].strip() for line in text[text.index("positional") :].splitlines() if "·" in line] == [
        "文件夹、网址或回执 · folder, address or receipt",
        "打印件上的日志核验码（26 个字母和数字）· the log's code on paper",
        "打印件上的日志条数 · the number of entries on paper",
        "以前存下的 checkpoint 文件 · an older checkpoint",
        "给一条记录开回执（存成 .json）· a receipt for a record",
    ]
    assert "--receipt ID " in text[text.index("positional") :]


def test_run_as_a_program_it_ends_as_what_it_found(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["verify.py", str(site)])
    for code in (0, 1):
        with monkeypatch.context() as patch:
            patch.delitem(sys.modules, verifier.__name__)
            with pytest.raises(SystemExit) as end:
                runpy.run_module(verifier.__name__, run_name="__main__")
        assert end.value.code == code
        (site / POINT).unlink(missing_ok=True)
    assert capsys.readouterr().out.startswith(SOUND)
