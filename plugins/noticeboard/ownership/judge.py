"""Whether a change keeps to the folders of whoever made it; what no forge's own settings need be trusted for."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from noticeboard.findings import Finding, Severity, visible
from noticeboard.git import blobs, git
from noticeboard.ownership import owners
from noticeboard.ownership.owners import DATA, Owners, community

REGULAR, GONE = "100644", "000000"
RULES = ("not-yours", "several-communities", "shared-file", "not-a-regular-file")
"""Every rule of this module; all are errors."""


class Changed(NamedTuple):
    """A path that differs; `mode` is the new one, as git writes it."""

    path: str
    mode: str


def judge(root: Path, base: str, head: str, actor: str) -> list[Finding]:
    """All that is wrong with the change from `base` to `head`; without `actor` it may touch one community only.

    Who may do what is read from `base`: a change cannot give itself rights. Raises GitError.
    """
    changed = changes(root, base, head)
    return sorted([*_odd(changed), *_foreign(changed, _owners(root, base), actor)], key=Finding.sort_key)


def changes(root: Path, base: str, head: str) -> list[Changed]:
    """Every path that differs since the two parted; a rename is a path that went and one that came."""
    raw = git(root, "diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", f"{base}...{head}")
    parts = raw.decode(errors="surrogateescape").split("\0")[:-1]
    return [Changed(path, about.split()[1]) for about, path in zip(parts[::2], parts[1::2], strict=True)]


def _owners(root: Path, base: str) -> Owners | None:
    content = blobs(root, base, owners.FILE).get(owners.FILE)
    return owners.read(content)[0] if content is not None else None


def _odd(changed: list[Changed]) -> Iterator[Finding]:
    """Links, submodules and programs among the records."""
    for one in changed:
        if one.path.startswith(f"{DATA}/") and one.mode not in (REGULAR, GONE):
            yield _finding("not-a-regular-file", one, mode=one.mode)


def _foreign(changed: list[Changed], known: Owners | None, actor: str) -> Iterator[Finding]:
    if actor and known:
        yield from (_finding("not-yours", one, actor=actor) for one in changed if not known.may_change(actor, one.path))
        return
    shared = [one for one in changed if not community(one.path)]
    folders = sorted({community(one.path) for one in changed} - {""})
    if shared:
        yield _finding("shared-file", shared[0], count=str(len(shared)))
    if len(folders) > 1:
        yield _finding("several-communities", changed[0], folders="、".join(folders))


def _finding(rule: str, changed: Changed, **values: str) -> Finding:
    path = visible(changed.path)
    return Finding(
        rule=rule, severity=Severity.ERROR, path=path, community=community(changed.path), values={"path": path} | values
    )
