"""Every page of the sample through the Nu Html Checker."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.sample_site import REPOSITORY

VNU = REPOSITORY / "tests" / "pages" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CONTROL = '<!DOCTYPE html><html lang="zh"><title>x</title><p id="a"><b id="a">x</b></p></html>'


def errors(*folders: Path) -> list[str]:
    """What the checker calls an error, one line each."""
    java = shutil.which("java")
    assert java, "Java is missing: apt-get install default-jre-headless"
    assert VNU.is_file(), "vnu-jar is missing: `make pages` installs it"
    options = ["--skip-non-html", "--errors-only", "--exit-zero-always", "--format", "json"]
    command = [java, "-jar", str(VNU), *options, *map(str, folders)]
    done = subprocess.run(command, capture_output=True, check=True)
    return [f"{one['url']}:{one['lastLine']}: {one['message']}" for one in json.loads(done.stderr)["messages"]]


def test_no_page_has_an_error(built_sample: Path, tmp_path: Path) -> None:
    (tmp_path / "control.html").write_text(CONTROL, encoding="utf-8")
    (found, *others) = errors(tmp_path, built_sample)
    assert "control.html" in found, "a checker that finds nothing may have read nothing"
    assert others == []
