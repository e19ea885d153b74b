"""Who made a change by the SSH signatures of its commits, where no forge vouches for an account.

The keys are those of `allowed_signers` (ssh-keygen(1), "ALLOWED SIGNERS") as it was
before the change; its principals are the accounts of owners.yaml.
"""

from pathlib import Path
from tempfile import NamedTemporaryFile

from noticeboard.findings import Finding, Severity
from noticeboard.git import blobs, git

FILE = "allowed_signers"
RULES = ("not-signed",)
"""Every rule of this module; all are errors."""


def actor(root: Path, base: str, head: str) -> tuple[str, list[Finding]]:
    """The one account that signed every commit from `base` to `head`, or what is wrong. Raises GitError."""
    known = blobs(root, base, FILE).get(FILE, b"")
    with NamedTemporaryFile() as file:
        file.write(known)
        file.flush()
        signers = _signers(root, f"{base}..{head}", file.name)
    first = next(iter(signers.values()), "")
    return first, [_unsigned(commit) for commit, signer in signers.items() if not signer or signer != first]


def _signers(root: Path, commits: str, keys: str) -> dict[str, str]:
    """Commit to account; empty where there is no good signature by a known SSH key; other keys count nothing."""
    only_ssh = ["-c", "gpg.program=false", "-c", "gpg.x509.program=false", "-c", f"gpg.ssh.allowedSignersFile={keys}"]
    listed = git(root, *only_ssh, "log", "--format=%H %G? %GS", commits).decode(errors="replace")
    found = (line.split(" ", 2) for line in listed.splitlines())
    return {commit: signer if good == "G" else "" for commit, good, signer in found}


def _unsigned(commit: str) -> Finding:
    return Finding(rule="not-signed", severity=Severity.ERROR, path=FILE, values={"commit": commit[:12]})
