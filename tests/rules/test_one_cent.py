"""A cent more or less in any entry of the sample's ledgers keeps everything from being published."""

import csv
import datetime
import io
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noticeboard.check import check_community
from noticeboard.records.statement import FEN
from noticeboard.today import Today

DATA = Path(__file__).parents[2] / "data"
LEDGERS = sorted(str(path.relative_to(DATA)) for path in DATA.glob("*/finances/*.csv"))
DAY = datetime.date(2026, 7, 20)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("one-cent") / "data"))


def changed(ledger: str, pick: int, cent: int) -> str:
    """The ledger with one amount, chosen by `pick`, a cent more or less."""
    rows = list(csv.reader(io.StringIO(ledger)))
    columns = [rows[0].index(name) for name in ("收入", "支出")]
    amounts = [(row, column) for row in rows[1:] for column in columns if row[column]]
    row, column = amounts[pick % len(amounts)]
    row[column] = str(Decimal(row[column]) + cent * FEN)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(LEDGERS), pick=st.integers(0, 10_000), cent=st.sampled_from((1, -1)))
def test_one_cent_is_found(data: Path, name: str, pick: int, cent: int) -> None:
    """The report names the statement, the line of the printed figure and the difference."""
    file = data / name
    before = file.read_text(encoding="utf-8")
    file.write_text(changed(before, pick, cent), encoding="utf-8")
    try:
        findings = check_community(data, name.partition("/")[0], Today(DAY)).findings
    finally:
        file.write_text(before, encoding="utf-8")
    statement = f"{name.removesuffix('.csv')}.yaml"
    found = [one for one in findings if one.blocks and one.path == statement]
    assert found
    assert any(one.line > 1 and one.values["difference"] == str(FEN) for one in found)
