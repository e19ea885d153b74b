"""owners.yaml: which accounts may change what, and the CODEOWNERS made of it."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from noticeboard.reading import text, tree
from noticeboard.reading.fault import Fault

FILE = "owners.yaml"
CODEOWNERS = "CODEOWNERS"
DATA = "data"


class CommunityOwners(Struct, frozen=True, forbid_unknown_fields=True):
    folder: str
    accounts: tuple[str, ...]


class Owners(Struct, frozen=True, forbid_unknown_fields=True):
    """Maintainers may change everything, the accounts of a community its folder below `data`."""

    maintainers: tuple[str, ...]
    communities: tuple[CommunityOwners, ...]

    def may_change(self, actor: str, path: str) -> bool:
        """Whether an account may change a file; `path` is relative to the repository."""
        if actor in self.maintainers:
            return True
        folder = community(path)
        return any(one.folder == folder and actor in one.accounts for one in self.communities)


def community(path: str) -> str:
    """The folder of the community whose file it is; empty for what all share."""
    top, _, rest = path.partition("/")
    folder, slash, _ = rest.partition("/")
    return folder if top == DATA and slash else ""


def read(content: bytes) -> tuple[Owners | None, list[Fault]]:
    """The owners, or what is wrong with the file."""
    characters, faults = text.decode(content)
    if faults:
        return None, faults
    found, faults = tree.read("owners", characters)
    return (None if found is None else msgspec.convert(found, Owners)), faults


def codeowners(owners: Owners) -> str:
    """For forges that know the file: the last line that fits decides, so the general one comes first."""
    return "".join(f"{line}\n" for line in _lines(owners))


def _lines(owners: Owners) -> Iterator[str]:
    yield "# 由 make docs 从 owners.yaml 生成，不要手改。Generated from owners.yaml by `make docs`; do not edit."
    yield f"* {_named(owners.maintainers)}"
    for one in sorted(owners.communities, key=lambda one: one.folder):
        yield f"/{DATA}/{one.folder}/ {_named((*one.accounts, *owners.maintainers))}"


def _named(accounts: tuple[str, ...]) -> str:
    return " ".join(f"@{account}" for account in accounts)
