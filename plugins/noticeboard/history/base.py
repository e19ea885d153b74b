"""What a commit holds, as if it had been published: what a change is compared with where there is no log yet."""

import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from noticeboard.git import blobs
from noticeboard.history import changes
from noticeboard.history.canonical import records
from noticeboard.history.state import State
from noticeboard.reading import files


def of_commit(data: Path, commit: str) -> State:
    """The records of `data` as they are in `commit`. Raises GitError."""
    with TemporaryDirectory() as folder:
        for path, content in blobs(data, commit).items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return _as_published(Path(folder))


def _as_published(data: Path) -> State:
    state = State(None)
    for slug in files.communities(data):
        changes.extend(state, records(data, slug), datetime.date.min)
    return state
