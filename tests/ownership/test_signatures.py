"""Where no forge vouches for an account, the signatures of the commits do."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from noticeboard import cli
from noticeboard.ownership import signatures
from tests.ownership.repository import FIRST

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")

OWN, FOREIGN = "data/elm/notices/a.yaml", "data/oak/notices/a.yaml"
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


class Signed:
    """A repository whose commits are signed by those who make them."""

    def __init__(self, root: Path, keys: Path) -> None:
        self.root, self.keys = root, keys
        self.git("init", "-q", "-b", "main", ".")
        known = "".join(f"{who} {self.key(who).with_suffix('.pub').read_text()}" for who in ("elm-clerk", "oak-clerk"))
        self.commit("", FIRST | {"allowed_signers": known})
        self.git("branch", "base")

    def key(self, who: str) -> Path:
        path = self.keys / who
        if not path.exists():
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", who, "-f", str(path)]
            subprocess.run(command, check=True)
        return path

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=os.environ | ALONE)
        return done.stdout.strip()

    def commit(self, who: str, files: dict[str, str]) -> str:
        for path, content in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(content, encoding="utf-8")
        self.git("add", "-A")
        signing = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={self.key(who)}"] if who else []
        self.git(*signing, "commit", "-qm", "x", *(["-S"] if who else []))
        return self.git("rev-parse", "HEAD")[:12]

    def actor(self) -> tuple[str, list[str]]:
        found, findings = signatures.actor(self.root, "base", "HEAD")
        return found, [one.values["commit"] for one in findings]


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    for name in ("root", "keys"):
        (tmp_path / name).mkdir()
    return Signed(tmp_path / "root", tmp_path / "keys")


def test_who_signed_every_commit_is_who_made_the_change(signed: Signed) -> None:
    signed.commit("elm-clerk", {OWN: "1\n"})
    signed.commit("elm-clerk", {OWN: "2\n"})
    assert signed.actor() == ("elm-clerk", [])


def test_a_commit_without_signature_or_by_a_stranger_is_told(signed: Signed) -> None:
    bare = signed.commit("", {OWN: "1\n"})
    strange = signed.commit("stranger", {OWN: "2\n"})
    assert signed.actor() == ("", [strange, bare])


def test_nobody_rides_along_with_another_s_signature(signed: Signed) -> None:
    other = signed.commit("oak-clerk", {FOREIGN: "1\n"})
    signed.commit("elm-clerk", {OWN: "1\n"})
    assert signed.actor() == ("elm-clerk", [other])


def test_a_key_counts_only_once_the_base_knows_it(signed: Signed) -> None:
    public = signed.key("stranger").with_suffix(".pub").read_text()
    one = signed.commit("stranger", {OWN: "1\n", "allowed_signers": f"elm-clerk {public}"})
    assert signed.actor() == ("", [one])


def test_the_command_takes_the_signature_for_the_account(signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["ownership", "--root", str(signed.root), "--base", "base", "--signed"]
    signed.commit("elm-clerk", {OWN: "1\n"})
    assert cli.main(call) == cli.CLEAN
    signed.commit("elm-clerk", {FOREIGN: "1\n"})
    assert cli.main(call) == cli.FAULTS
    assert f"账号“elm-clerk”改了 {FOREIGN}" in capsys.readouterr().out
    signed.commit("", {OWN: "2\n"})
    assert cli.main(call) == cli.FAULTS
    assert "没有可靠的 SSH 签名" in capsys.readouterr().out
