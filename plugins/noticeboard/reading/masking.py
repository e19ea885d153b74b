"""How files would read with personal data masked."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from noticeboard.reading import personal, text, tree

TEXTS = (".yaml", ".csv")


class Proposal(NamedTuple):
    """`before` and `after` are the file's whole text."""

    path: Path
    before: str
    after: str

    @property
    def changed(self) -> str:
        """The lines as they would read. Not as they are: what is found must not be printed, as logs are kept."""
        lines = zip(self.before.split("\n"), self.after.split("\n"), strict=True)
        differing = ((number, now) for number, (was, now) in enumerate(lines, start=1) if was != now)
        return "".join(f"{self.path}:{number}: {now.strip()}\n" for number, now in differing)

    def write(self) -> None:
        self.path.write_text(self.after, encoding="utf-8", newline="")


def texts(folder: Path) -> list[Path]:
    """The records and ledgers in a folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file())


def proposals(data: Path, paths: Iterable[Path]) -> list[Proposal]:
    """One for each file in which something would change; what is no text is passed over."""
    return [one for path in paths if (one := _proposal(data, path))]


def _proposal(data: Path, path: Path) -> Proposal | None:
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    after = before
    for one in reversed(personal.found(before, _public_phones(data, path))):
        after = after[: one.start] + one.masked + after[one.end :]
    return Proposal(path, before, after) if after != before else None


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
