"""The preview: it serves, rebuilds when a record changes, and ends when told."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest

from tests.site.workshop import REPOSITORY, TODAY, Workshop

PATIENCE = 20.0
"""Seconds until a busy machine is called a broken preview."""


@pytest.fixture
def preview(workshop: Workshop) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "noticeboard", "serve", "--data", "data", "--today", str(TODAY), "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "plugins")}
    with subprocess.Popen(
        command, cwd=workshop.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        yield process
        process.kill()


def address(preview: subprocess.Popen[str]) -> str:
    """Where it says that it serves."""
    assert preview.stdout
    for line in preview.stdout:
        if found := re.search(r"http://127\.0\.0\.1:[0-9]+/", line):
            return found[0]
    raise AssertionError("it ended without saying where it serves")


def soon(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_a_changed_record_is_seen_without_a_restart(workshop: Workshop, preview: subprocess.Popen[str]) -> None:
    page = f"{address(preview)}elm/notices/2026-03-01-water/index.html"

    def shown() -> str:
        with urllib.request.urlopen(page) as answer:  # noqa: S310  our own preview
            text: str = answer.read().decode()
        return text

    assert "停水六小时" not in shown()
    time.sleep(0.3)  # it says where it serves a moment before it watches
    workshop.edit("data/elm/notices/2026-03-01-water.yaml", "停水四小时", "停水六小时")
    assert soon(lambda: "停水六小时" in shown())
    preview.send_signal(signal.SIGINT)
    assert preview.wait(PATIENCE) == 0
