"""What makes a site checkable: the log, every version, a list of all files, and the program that checks them."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from noticeboard.history import log
from noticeboard.history.state import VERSIONS, State

LOG, LIST = "log", "log/files.txt"
VERIFIER = Path(__file__).with_name("verify.py")


def write(site: Path, state: State, folder: Path) -> None:
    """Into a built site: versions beside their records, and all else under log/. `folder` is the written state."""
    (site / LOG).mkdir(exist_ok=True)
    for path in sorted((folder / VERSIONS).rglob("*.json")):
        record = path.relative_to(folder / VERSIONS).parent
        (site / record / VERSIONS).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, site / record / VERSIONS / path.name)
    shutil.copyfile(folder / log.ENTRIES, site / LOG / log.ENTRIES)
    shutil.copyfile(VERIFIER, site / LOG / VERIFIER.name)
    files = listing(site)
    (site / LIST).write_bytes(files)
    point = log.checkpoint(state.entries, hashlib.sha256(files).hexdigest())
    (site / LOG / log.CHECKPOINT).write_text(point.text(), encoding="ascii")


def listing(site: Path) -> bytes:
    """Digest, size and path of every file but the list and the checkpoint themselves, a line each."""
    return "".join(sorted(_lines(site), key=lambda line: line[65:])).encode()


def _lines(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name not in (LIST, f"{LOG}/{log.CHECKPOINT}"):
            content = path.read_bytes()
            yield f"{hashlib.sha256(content).hexdigest()} {len(content)} {name}\n"
