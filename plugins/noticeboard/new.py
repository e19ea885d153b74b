"""A new file made from the example of its kind, in the right place and under the right name."""

import csv
import datetime
import io
import re
from pathlib import Path
from typing import NamedTuple

from noticeboard import schemas
from noticeboard.reading.files import STEM
from noticeboard.records.kinds import BY_NAME, PORTAL_KIND, RecordKind

EXAMPLES = Path(__file__).parent / "examples"
OF_TODAY = re.compile(r"^(date|published|decided_on): .*$", re.MULTILINE)
OF_YEAR = re.compile(r"^year: .*$", re.MULTILINE)
REGISTER = "register"
"""Stands for a kind where a register is wanted; which one is said by the slug."""
NEXT_ROWS = """接下来：
  1. 用 Excel、WPS 或 VS Code 打开它：表头不改，第二行换成自己的，往下一行一行加；用不到的列整列删掉。
  2. 另存为“CSV UTF-8”，运行 make check，照报告改到没有错误。
  3. 提交。"""
NEXT = """接下来：
  1. 用 VS Code、记事本或网页编辑器打开它，照着注释改成自己的内容；用不到的项整行删掉。
  2. 运行 make check，照报告改到没有错误。
  3. 提交。"""


class NotMadeError(Exception):
    """Nothing was written; the message tells the clerk why, in Chinese."""


class Wanted(NamedTuple):
    """What to make: `slug` is a few English words for the file name, where the kind has them."""

    kind: str
    community: str
    day: datetime.date
    slug: str = ""


def new(data: Path, wanted: Wanted) -> list[Path]:
    """Write the example as a new file (a statement: and its ledger); the paths written. Never overwrites."""
    if wanted.kind == REGISTER:
        return [_written(data / wanted.community / schemas.REGISTERS / f"{wanted.slug}.csv", _register(data, wanted))]
    stem = _stem(data, wanted)
    endings = ["yaml", "csv"] if wanted.kind == "statement" else ["yaml"]
    targets = [data / f"{stem}.{ending}" for ending in endings]
    for target in targets:
        _refuse_existing(target)
    for target, ending in zip(targets, endings, strict=True):
        _written(target, _dated((EXAMPLES / f"{wanted.kind}.{ending}").read_text(encoding="utf-8"), wanted))
    return targets


def _refuse_existing(target: Path) -> None:
    if target.exists():
        raise NotMadeError(f"{target} 已经有了，没有改动它；直接修改它（登记往下加行），或换一个 SLUG（即 --slug）。")


def _written(target: Path, text: str) -> Path:
    _refuse_existing(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def _register(data: Path, wanted: Wanted) -> str:
    """The head of a register in Chinese, and one row to be overwritten."""
    _refuse_unknown(data, wanted)
    if wanted.slug not in schemas.registers():
        known = "\n".join(f"  {one}  {_title(one)}" for one in schemas.registers())
        raise NotMadeError(f"请用 SLUG（即 --slug）写明哪一种登记：\n{known}")
    fields = schemas.columns(f"{schemas.REGISTERS}/{wanted.slug}").values()
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([field["title"] for field in fields])
    rows.writerow([_sample(field, wanted.day) for field in fields])
    return text.getvalue()


def _title(register: str) -> str:
    title: str = schemas.table(f"{schemas.REGISTERS}/{register}")["title"]
    return title


def _sample(field: schemas.Schema, day: datetime.date) -> str:
    """What a cell that must be filled may look like; others stay empty."""
    if not field["constraints"].get("required"):
        return ""
    if labels := field.get("x-labels"):
        return str(next(iter(labels.values()))[0])
    return (
        str(day)
        if schemas.is_day(field)
        else str(field.get("example", schemas.scalars()[field["x-scalar"]]["example"]))
    )


def _stem(data: Path, wanted: Wanted) -> str:
    """The path of the new file in the data folder, without its ending."""
    kind = BY_NAME[wanted.kind]
    if kind is PORTAL_KIND:
        return kind.name
    _refuse_unknown(data, wanted)
    if not isinstance(kind, RecordKind):
        return f"{wanted.community}/{kind.name}"
    folder = f"{wanted.community}/{kind.folder}"
    name = _name(data / folder, kind, wanted)
    if not STEM.fullmatch(name):
        raise NotMadeError(f"文件名“{name}”太长或不合规则；SLUG 写小写字母、数字和短横线，例如 water-shut-off。")
    return f"{folder}/{name}"


def _refuse_unknown(data: Path, wanted: Wanted) -> None:
    """Nothing is made for a community of a wrong name, or that is not there."""
    if not STEM.fullmatch(wanted.community):
        raise NotMadeError(
            "请写社区文件夹的名字（小写字母、数字和短横线），例如 COMMUNITY=songtao，即 --community songtao。"
        )
    if wanted.kind != "community" and not (data / wanted.community).is_dir():
        raise NotMadeError(
            f"没有文件夹 {data / wanted.community}；新社区先 make new KIND=community COMMUNITY={wanted.community}。"
        )


def _name(folder: Path, kind: RecordKind, wanted: Wanted) -> str:
    if kind.name == "review":
        return str(_reviewed_year(wanted))
    if not wanted.slug:
        raise NotMadeError("请写几个英文词作文件名，例如 SLUG=water-shut-off（即 --slug water-shut-off）。")
    if kind.dated:
        return f"{wanted.day}-{wanted.slug}"
    if kind.name == "resolution":
        return f"{wanted.day.year}-{_next_number(folder, wanted.day.year):03}-{wanted.slug}"
    return f"{wanted.day.year}-{wanted.slug}"


def _next_number(folder: Path, year: int) -> int:
    """One more than the highest number that a resolution of the year bears."""
    stems = [path.stem.split("-") for path in folder.glob(f"{year}-*.yaml")]
    return max((int(number) for _, number, *_ in stems if number.isdecimal()), default=0) + 1


def _reviewed_year(wanted: Wanted) -> int:
    """A review is of the year before it is written, unless the slug is a year."""
    return int(wanted.slug) if re.fullmatch("20[0-9]{2}", wanted.slug) else wanted.day.year - 1


def _dated(example: str, wanted: Wanted) -> str:
    dated = OF_TODAY.sub(rf"\1: {wanted.day}", example)
    return OF_YEAR.sub(f"year: {_reviewed_year(wanted)}", dated)
