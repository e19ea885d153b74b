"""Stock Pelican: one Markdown file per record with metadata lines; theme and settings in `pelican/`."""

import json
import shutil
from pathlib import Path

from benchmarks import dataset
from benchmarks.dataset import Community
from benchmarks.peers.texts import FOLDERS, Text, texts

HERE = Path(__file__).parent / "pelican"


def write(communities: list[Community], root: Path) -> None:
    """The source of the site: content, theme, settings, ledgers to download."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(HERE, root)
    names = {one.place.slug: one.place.name for one in communities}
    (root / "names.json").write_text(
        json.dumps({"communities": names, "folders": FOLDERS}, ensure_ascii=False), encoding="utf-8"
    )
    for text in (text for one in communities for text in texts(one)):
        path = source(root, text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{_metadata(text)}\n{text.body}", encoding="utf-8")
        if text.entry.ledger is not None:
            ledger = root / "content" / "ledgers" / text.community / f"{text.stem}.csv"
            ledger.parent.mkdir(parents=True, exist_ok=True)
            dataset.write_ledger(text.entry.ledger, ledger)


def source(root: Path, text: Text) -> Path:
    """The file that holds a record."""
    return root / "content" / text.community / text.folder / f"{text.stem}.md"


def _metadata(text: Text) -> str:
    tree = text.entry.tree
    slug = f"{text.community}-{text.folder}-{text.stem}"  # equal slugs would be taken for translations
    lines = {
        "Title": tree["title"],
        "Date": tree["date"],
        "Modified": tree["published"],
        "Category": text.community,
        "Tags": f"{text.community}-{text.folder}",
        "Slug": slug,
        "Stem": text.stem,
        "Folder": text.folder,
        "Publisher": text.publisher,
        "Summary": tree["summary"],
        "Facts": "\n    ".join(f"{label}：{value}" for label, value in text.facts),
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
