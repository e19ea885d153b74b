"""Publish one commit: built aside, checked, and shown by one swap, or not at all."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from noticeboard import check
from noticeboard.git import GitError, blobs, git
from noticeboard.history import changes, state
from noticeboard.history.canonical import is_record, records
from noticeboard.history.log import Checkpoint, Entry, LogError
from noticeboard.history.state import VERSIONS, State
from noticeboard.publishing import proof
from noticeboard.publishing.releases import Releases, locked
from noticeboard.refusals import MEMORY, RefusedError
from noticeboard.site import run
from noticeboard.site.build import BlockedError

SOURCES = ("data", "theme", "content")
COMMIT, SITE, STATE = "commit", "site", "state"
MOST_TOLD = 5
"""Lines of what the verifier found."""


class OlderError(Exception):
    """The commit is not after the one that is published; `args` are both."""


class NotSoundError(Exception):
    """What was built does not hold what it should; the message says what."""


class Published(NamedTuple):
    """`added` are the new entries of the log; empty where nothing but the look changed."""

    release: Path
    commit: str
    added: list[Entry]
    checkpoint: Checkpoint


def publish(repository: Path, target: Path, commit: str, today: datetime.date, *, rewritten: bool = False) -> Published:
    """Raises BusyError, GitError, LogError, OlderError, BlockedError, NotSoundError, or what the machine refuses.

    The target then shows what it did.

    Only the commit counts: what lies in the work tree, and what happens there meanwhile, does not. `rewritten` is for
    a history that was rewritten since the last publication; the log still shows that no record was changed in silence.
    """
    with locked(target) as lock:
        releases = Releases(target, lock)
        commit = git(repository, "rev-parse", "--verify", f"{commit}^{{commit}}").decode().strip()
        if not rewritten:
            _not_older(repository, releases.current, commit)
        source = _export(repository, commit, releases.staging / "source")
        past = state.load(releases.current / STATE) if releases.current else State(None)
        _nothing_silent(source / "data", past)
        made = _made(source, releases, past, commit, today)
        shown = releases.adopt(made.release)
        releases.forget(lambda old: _says_more(old, past))
        return made._replace(release=shown)


def _says_more(old: Path, now: State) -> bool:
    """Whether a release still holds what has been erased since."""
    try:
        return state.load(old / STATE).erasures() < now.erasures()
    except LogError:
        return True


def _not_older(repository: Path, current: Path | None, commit: str) -> None:
    """Two publications that crossed must not put an older state over a newer one."""
    if current is None:
        return
    last = (current / COMMIT).read_bytes().decode("ascii", "replace").strip()
    try:
        git(repository, "merge-base", "--is-ancestor", last, commit)
    except GitError as error:
        raise OlderError(last, commit) from error


def _export(repository: Path, commit: str, folder: Path) -> Path:
    for path, content in blobs(repository, commit, *SOURCES).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def _nothing_silent(data: Path, past: State) -> None:
    if findings := check.history(data, check.communities(data), past):
        raise BlockedError(findings)


def _made(source: Path, releases: Releases, past: State, commit: str, today: datetime.date) -> Published:
    """A whole release in the staging folder, its own verifier's word included."""
    release = releases.staging / "release"
    site, kept = release / SITE, release / STATE
    if releases.current:  # versions never change, so that both releases may hold the same files
        _link_all(releases.current / STATE / VERSIONS, kept / VERSIONS)
    now = [records(source / "data", slug) for slug in check.communities(source / "data")]
    added = [entry for one in now for entry in changes.extend(past, one, today)]
    checkpoint = past.write(kept)
    look = {"PATH": str(source / "content"), "THEME": str(source / "theme"), "NOTICEBOARD_STATE": str(kept)}
    built = run.run(source / "data", site, today, _silent, **look)
    count = sum(is_record(written.id) for one in now for written in one.written)
    if count != built.records:
        raise NotSoundError(f"{count} records, pages for {built.records}")
    proof.write(site, past, kept)
    (release / COMMIT).write_text(f"{commit}\n", encoding="ascii")
    shutil.rmtree(release / ".noticeboard", ignore_errors=True)
    _verify(site, releases.current)
    return Published(release, commit, added, checkpoint)


def _link_all(old: Path, new: Path) -> None:
    """The same files in another folder."""
    new.mkdir(parents=True)
    for entry in os.scandir(old):
        if entry.is_dir():
            _link_all(old / entry.name, new / entry.name)
        else:
            (new / entry.name).hardlink_to(entry.path)


def _silent(step: str, done: int, total: int) -> None:
    """Publishing tells no progress."""


def _verify(site: Path, current: Path | None) -> None:
    """As anybody would, with the program that is published; against the log as it is shown now."""
    old = ["--old", str(current / SITE / "log" / "checkpoint")] if current else []
    command = [sys.executable, "-I", "-X", "utf8", str(site / "log" / proof.VERIFIER.name), str(site), *old]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode < 0:
        raise RefusedError(MEMORY)
    if done.returncode:
        raise NotSoundError("；".join(done.stdout.splitlines()[:MOST_TOLD] or done.stderr.splitlines()[-1:]))
