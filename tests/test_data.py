"""The sample: large and varied enough to judge the site by, sound, and of nobody who exists."""

import datetime
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from noticeboard import check
from noticeboard.duties.clock import clock
from noticeboard.duties.track import State
from noticeboard.findings import Severity
from noticeboard.records.dataset import Dataset
from noticeboard.records.envelope import Record
from noticeboard.today import Today

DATA = Path(__file__).parent.parent / "data"
COMMUNITIES = 3
RECORDS = 200
TWO_YEARS = datetime.timedelta(days=2 * 365)
GRAM = 8
MOST_SHARED = 0.6
PHONE = re.compile(
    r"(?<![0-9A-Za-z.-])(?:\+86[ -]?)?"
    r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}[- ]?[0-9]{7,8}|400[- ]?[0-9]{3}[- ]?[0-9]{4})(?![0-9])"
)
FICTIONAL_PHONE = re.compile(r"010-0[0-9]{7}")
HOST = re.compile(r"(?:https?://|@)([A-Za-z0-9.-]+)|\b((?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io))\b")


@pytest.fixture(scope="module")
def checked() -> list[check.CheckedCommunity]:
    portal, findings = check.portal(DATA)
    assert findings == []
    assert portal is not None
    assert portal.as_of is not None
    return [check.check_community(DATA, slug, Today(portal.as_of)) for slug in check.communities(DATA)]


@pytest.fixture(scope="module")
def datasets(checked: list[check.CheckedCommunity]) -> list[Dataset]:
    return [one.dataset for one in checked if one.dataset is not None]


def test_there_is_enough_of_it(datasets: list[Dataset]) -> None:
    records = [record for dataset in datasets for record in dataset.records]
    assert len(datasets) >= COMMUNITIES
    assert len(records) >= RECORDS
    for dataset in datasets:
        first = min(statement.period.start for statement in dataset.statements)
        assert max(record.date for record in dataset.records) - first >= TWO_YEARS, dataset.slug
        assert all(dataset.of(kind) for kind in {type(record) for record in records}), dataset.slug


def test_no_error_stands_unanswered(checked: list[check.CheckedCommunity]) -> None:
    assert [(one.path, one.line, one.rule) for community in checked for one in community.findings if one.blocks] == []


def test_no_two_records_of_a_kind_are_nearly_the_same(datasets: list[Dataset]) -> None:
    kinds: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for dataset in datasets:
        for record in dataset.records:
            kinds[record.folder][f"{dataset.slug}/{record.id}"] = grams(record)
    alike = [
        (one, other)
        for records in kinds.values()
        for one, other in combinations(records, 2)
        if shared(records[one], records[other]) > MOST_SHARED
    ]
    assert alike == []


def test_a_committee_of_six_is_told_and_answered_for() -> None:
    """Such committees exist: the even number is a warning that the community answers, never an error."""
    findings = check.check_community(DATA, "tangxi", Today(datetime.date(2026, 7, 20))).findings
    found = [one for one in findings if one.rule == "committee-size-even"]
    assert [(one.severity, bool(one.acknowledged)) for one in found] == [(Severity.WARNING, True)] * 2


def grams(record: Record) -> set[str]:
    text = "".join(f"{record.title}{record.summary}{record.text}".split())
    return {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}


def shared(one: set[str], other: set[str]) -> float:
    """The part of the shorter text that stands in the longer one too."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def test_telephones_and_hosts_are_nobodys() -> None:
    texts = [path.read_text(encoding="utf-8") for path in DATA.rglob("*") if path.suffix in (".yaml", ".csv")]
    phones = {phone for text in texts for phone in PHONE.findall(text)}
    hosts = {host.rstrip(".") for text in texts for pair in HOST.findall(text) for host in pair if host}
    assert phones
    assert {phone for phone in phones if not FICTIONAL_PHONE.fullmatch(phone)} == set()
    assert hosts
    assert {host for host in hosts if not f".{host}".endswith(".example.org")} == set()


@pytest.mark.parametrize(
    "text", ["13812345678", "021-12345678", "电：0571 8123456。", "400-800-1234", "+86 13812345678"]
)
def test_a_real_telephone_would_be_seen(text: str) -> None:
    assert [phone for phone in PHONE.findall(text) if not FICTIONAL_PHONE.fullmatch(phone)] != []


def test_the_clock_shows_all_its_states(datasets: list[Dataset]) -> None:
    """And not a wall of what was not seen: of ten duties that apply, more than eight are done or not yet due."""
    counts = Counter(track.state for dataset in datasets for track in clock(dataset, Today(datetime.date(2026, 7, 20))))
    assert set(counts) == set(State)
    assert counts[State.NOT_SEEN] * 5 < counts[State.DISCLOSED] + counts[State.DUE]
