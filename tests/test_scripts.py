"""The theme's scripts run in the browsers of old phones: nothing newer than the language and library of 2019."""

import re
import subprocess
from pathlib import Path

import playwright
import pytest

NODE = Path(playwright.__file__).parent / "driver" / "node"
SCRIPTS = sorted((Path(__file__).parents[1] / "theme" / "static" / "js").glob("*.js"))
PARSE = """
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
acorn.parse(require("fs").readFileSync(0, "utf8"), { ecmaVersion: 2019 });
"""
NEWER = re.compile(
    r"\.(at|replaceAll|matchAll|allSettled|any|findLast|findLastIndex|hasOwn|groupBy|toSorted|toReversed|with"
    r"|replaceChildren|isConnected)\(|structuredClone|globalThis|\(\?<[=!]|\\p\{"
)
"""Methods since 2020, and two kinds of regular expressions that came late to Safari or Firefox."""


def parse(source: str) -> subprocess.CompletedProcess[str]:
    """Parsed by acorn, which lies within Node."""
    command = [str(NODE), "--expose-internals", "--eval", PARSE]
    return subprocess.run(command, input=source, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_of_2019(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert parse(source).stderr == ""
    assert NEWER.findall(source) == []


@pytest.mark.parametrize("source", ["one?.two", "one ?? two", "one ||= two", "class One { #two = 1; }", "1_000"])
def test_what_is_newer_is_told(source: str) -> None:
    assert "SyntaxError" in parse(source).stderr
