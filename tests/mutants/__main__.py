"""python -m tests.mutants [module …]: which wrong versions of money, votes and log do the tests let pass?

Each runs in a child of this process with the tests of its module. What survives
is told with its line; survivors that change nothing are listed with their reason
in survivors.txt, so that the score counts what somebody could notice.
"""

import argparse
import ast
import importlib.util
import os
import resource
import sys
import time
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any

import pytest

from tests.mutants.modules import MODULES
from tests.mutants.mutate import mutants

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins"
KNOWN = Path(__file__).with_name("survivors.txt")
MOST_SECONDS = 20
"""Of the processor, for one mutant: what has not ended by then never does."""
PYTEST = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore"]


class Wrong(MetaPathFinder, Loader):
    """Imports one module from a changed tree."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, source(name), loader=self)

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: Any) -> None:
        exec(self.get_code(self.name), module.__dict__)  # noqa: S102

    def get_code(self, name: str) -> CodeType:
        """Asked for where it is run as a program."""
        return compile(self.tree, source(name), "exec")


def source(module: str) -> Path:
    return PACKAGE / (module.replace(".", "/") + ".py")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*", help="such as law.voting; all without")
    parser.add_argument("--least", type=float, default=95, help="percent that must be found")
    options = parser.parse_args()
    warm()
    known = explanations()
    total = killed = equal = 0
    for name in options.modules or MODULES:
        found, same, of = judged(name, known)
        total, killed, equal = total + of, killed + found, equal + same
    score = 100 * killed / max(1, total - equal)
    print(f"{total} mutants, {killed} found, {equal} explained, {total - killed - equal} survived: {score:.1f} %")
    return score < options.least


def judged(name: str, known: dict[str, str]) -> tuple[int, int, int]:
    """How many mutants of a module were found, are explained, and how many there are."""
    module, tests = f"noticeboard.{name}", [str(ROOT / "tests" / one) for one in MODULES[name]]
    text = source(module).read_text(encoding="utf-8")
    begin = time.monotonic()
    if passes(module, ast.parse(text), tests) is False:
        raise SystemExit(f"{name}: its own tests fail")
    found = same = of = 0
    for one in mutants(text):
        of += 1
        if not passes(module, one.tree, tests):
            found += 1
        elif f"{name}: {one.told}" in known:
            same += 1
        else:
            print(f"  {name}:{one.line}: {one.told}", flush=True)
    print(f"{name:24} {of:4} mutants {found:4} found {same:3} explained {time.monotonic() - begin:6.0f} s", flush=True)
    return found, same, of


def explanations() -> dict[str, str]:
    """Why each of those in survivors.txt, `module: mutant   # reason`, is no wrong program."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return {mutant: reason for mutant, _, reason in (line.rpartition("   # ") for line in lines)}


def passes(module: str, tree: ast.Module, tests: list[str]) -> bool:
    """Whether all tests pass with this version of the module; what they write goes with them."""
    with TemporaryDirectory() as folder:
        return _passes(module, tree, [*tests, f"--basetemp={folder}/tests"])


def _passes(module: str, tree: ast.Module, arguments: list[str]) -> bool:
    if not (child := os.fork()):
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.meta_path.insert(0, Wrong(module, tree))
        try:
            code = int(pytest.main([*PYTEST, *arguments]))
        except BaseException:
            code = 1
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return status == 0


def warm() -> None:
    """Load what takes long and is not ours, once."""
    import frictionless  # noqa: F401
    import hypothesis  # noqa: F401
    import jsonschema_rs  # noqa: F401
    import pelican  # noqa: F401


if __name__ == "__main__":
    raise SystemExit(main())
