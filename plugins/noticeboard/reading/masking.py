"""How files would read with personal data masked."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from noticeboard.privacy import pictures
from noticeboard.reading import personal, text, tree

TEXTS, PICTURES = (".yaml", ".csv"), (".jpg", ".png")


class Proposal(NamedTuple):
    """`content` is the whole file as it would be; `changed` tells it in lines."""

    path: Path
    content: bytes
    changed: str

    def write(self) -> None:
        self.path.write_bytes(self.content)


def candidates(folder: Path) -> list[Path]:
    """The records, ledgers and pictures in a folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix in TEXTS + PICTURES and path.is_file())


def proposals(data: Path, paths: Iterable[Path]) -> list[Proposal]:
    """One for each file in which something would change; what cannot be read is passed over."""
    return [one for path in paths if (one := _bare(path) if path.suffix in PICTURES else _masked(data, path))]


def _bare(path: Path) -> Proposal | None:
    try:
        picture = pictures.read(path.read_bytes())
    except pictures.UnreadableError:
        return None
    told = f"{path}: 去掉照片里附带的拍摄地点、设备等信息，画面不变\n"
    return Proposal(path, picture.bare, told) if picture.tells else None


def _masked(data: Path, path: Path) -> Proposal | None:
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    after = before
    for one in reversed(personal.found(before, _public_phones(data, path))):
        after = after[: one.start] + one.masked + after[one.end :]
    return Proposal(path, after.encode(), _changed(path, before, after)) if after != before else None


def _changed(path: Path, before: str, after: str) -> str:
    """The lines as they would read. Not as they are: what is found must not be printed, as logs are kept."""
    lines = zip(before.split("\n"), after.split("\n"), strict=True)
    differing = ((number, now) for number, (was, now) in enumerate(lines, start=1) if was != now)
    return "".join(f"{path}:{number}: {now.strip()}\n" for number, now in differing)


def _public_phones(data: Path, path: Path) -> frozenset[str]:
    """Of the community whose file it is."""
    inside = path.resolve().relative_to(data.resolve()) if path.resolve().is_relative_to(data.resolve()) else path
    return _listed(data / inside.parts[0] / "community.yaml")


@cache
def _listed(community: Path) -> frozenset[str]:
    if not community.is_file():
        return frozenset()
    content, _ = tree.read("community", text.decode(community.read_bytes())[0])
    return frozenset(one["phone"] for one in (content or {}).get("public_phones", ()))
