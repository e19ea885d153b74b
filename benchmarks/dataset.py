"""A whole set of records on disk, and the same records in memory for the peers."""

import csv
import shutil
import subprocess
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks import community, finances, records
from benchmarks.community import Place
from benchmarks.entry import Entry, days
from benchmarks.sizes import Size
from benchmarks.yaml_text import Tree, dump

TODAY = "2026-07-20"
PORTAL = {
    "title": "公示栏",
    "summary": "测速用的记录，全部虚构。",
    "base_url": "https://gongshilan.example.org/",
    "publisher": "公示栏示范项目（虚构）",
}


class Community(NamedTuple):
    """One community as made."""

    place: Place
    singles: dict[str, Tree]
    entries: list[Entry]


def make(size: Size) -> list[Community]:
    """The communities of a set: the same for the same size, always."""
    return [_community(number, size) for number in range(1, size.communities + 1)]


def _community(number: int, size: Size) -> Community:
    chance = Random(f"{size.name}/{number}")
    here = community.place(number, chance)
    singles = {
        "community": community.community(here, chance),
        "bodies": community.bodies(here, chance),
        "responsibilities": community.responsibilities(here, chance),
    }
    return Community(here, singles, _entries(here, size.kinds(), chance))


def _entries(here: Place, kinds: dict[str, int], chance: Random) -> list[Entry]:
    notices: list[Entry] = []
    for number, day in enumerate(days(kinds["notice"], chance)):
        notices.append(records.notice(number, day, here, notices, chance))
    meetings = [records.meeting(number, day, here, notices, chance)
                for number, day in enumerate(days(kinds["meeting"], chance))]  # fmt: skip
    resolutions = [records.resolution(number, day, here, notices + meetings, chance)
                   for number, day in enumerate(days(kinds["resolution"], chance))]  # fmt: skip
    for resolution in resolutions:
        records.call(resolution, notices)
    years = range(2026 - kinds["review"], 2026)
    reviews = [records.review(year, year > years[0], here, chance) for year in years]
    return (
        notices + meetings + resolutions + reviews + finances.statements(kinds["statement"], here, resolutions, chance)
    )


def write(communities: list[Community], root: Path) -> None:
    """The folder `data` under `root`, in a git repository of its own with one commit."""
    shutil.rmtree(root / "data", ignore_errors=True)
    shutil.rmtree(root / ".git", ignore_errors=True)
    data = root / "data"
    data.mkdir(parents=True)
    (data / "portal.yaml").write_text(dump(PORTAL, "portal", 1), encoding="utf-8")
    for one in communities:
        _write_community(one, data / one.place.slug)
    _commit(root)


def _write_community(one: Community, folder: Path) -> None:
    for name in ("notices", "meetings", "resolutions", "reviews", "finances"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, tree in one.singles.items():
        (folder / f"{name}.yaml").write_text(dump(tree, name, 2), encoding="utf-8")
    for entry in one.entries:
        (folder / f"{entry.id}.yaml").write_text(dump(entry.tree, entry.kind, 3), encoding="utf-8")
        if entry.ledger is not None:
            write_ledger(entry.ledger, folder / f"{entry.id}.csv")


def write_ledger(rows: list[list[str]], path: Path) -> None:
    """One ledger with its header in English, so that every tool reads it by the schema's own names."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([finances.COLUMNS, *rows])


def _commit(root: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "data")
    git("-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message", "Records")


def change_title(path: Path, entry: Entry, number: int) -> None:
    """Give the record in a YAML or Markdown file another title; a new one for each `number`."""
    before = path.read_text(encoding="utf-8")
    after = before.replace(entry.tree["title"], f"{entry.tree['title']}（第{number}次修改）", 1)
    assert after != before, f"no title found in {path}"
    path.write_text(after, encoding="utf-8")
