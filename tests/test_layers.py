"""Imports run one way, as drawn in ARCHITECTURE.md, and heavy libraries stay in their rooms."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "noticeboard"

#   privacy <- findings, today <- records <- law <- duties <- reading, rules <- check <- cli
#                      schemas <-/                    ^
#                         site ----------------------/
MAY_IMPORT = {
    "privacy": set(),
    "refusals": set(),
    "findings": {"privacy"},
    "today": set(),
    "aliases": set(),
    "records": set(),
    "schemas": set(),
    "report": {"findings"},
    "reading": {"privacy", "findings", "aliases", "records", "schemas"},
    "law": {"findings", "today", "records", "schemas"},
    "duties": {"findings", "today", "records", "law"},
    "git": set(),
    "history": {"findings", "git", "records", "schemas", "reading"},
    "ownership": {"findings", "git", "reading"},
    "rules": {"findings", "today", "records", "schemas", "law", "duties", "refusals"},
    "check": {"findings", "today", "records", "reading", "history", "rules"},
    "site": {
        "findings", "today", "aliases", "records", "schemas", "law", "duties", "rules", "history", "check", "report",
        "refusals",
    },
    "publishing": {"findings", "git", "history", "check", "report", "site", "refusals"},
    "new": {"records", "schemas", "reading"},
    "docs": {
        "findings", "history", "ownership", "records", "schemas", "law", "duties", "reading", "rules", "report", "new",
    },
    "cli": {
        "findings", "git", "history", "ownership", "today", "records", "reading", "check", "report", "new", "docs",
        "site", "publishing", "refusals",
    },
    "__main__": {"cli", "refusals"},
    "__init__": {"site"},
}  # fmt: skip
ONLY_IN = {
    "frictionless": {"reading"},
    "jsonschema_rs": {"reading"},
    "pypdf": {"privacy"},
    "yaml": {"aliases", "reading", "report", "rules", "site", "law"},
    "chinese_calendar": {"law"},
    "pelican": {"site"},
    "jinja2": {"site"},
}
LAZY = {("cli", "site"), ("cli", "publishing"), ("__init__", "site")}
"""Only within a function: the checker must run without the renderer."""

DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "jsonschema_rs": "jsonschema-rs",
    "markdown_it": "markdown-it-py",
    "feedgenerator": "pelican",
    "watchfiles": "pelican",
    "chinese_calendar": "chinesecalendar",
    "markupsafe": "jinja2",
}
"""What declares a library, where that is not a distribution of its name: the last three come with the one named."""


class Import(NamedTuple):
    """`room` imports `name` (a dotted module) in `path`; `lazy` when within a function."""

    room: str
    name: str
    lazy: bool
    path: str

    @property
    def target(self) -> str:
        """The room, for imports of our own."""
        return self.name.split(".")[1] if "." in self.name else ""


def imports() -> Iterator[Import]:
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        room = place.parts[0].removesuffix(".py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        within = {id(node) for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) for node in ast.walk(one)}
        for node in ast.walk(tree):
            for name in names(node):
                yield Import(room, name, id(node) in within, str(place))


def names(node: ast.AST) -> list[str]:
    """The modules that a statement imports: `from noticeboard import check` imports noticeboard.check."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        return [f"{node.module}.{alias.name}" for alias in node.names] if node.module else []
    return []


ALL = list(imports())
OURS = [one for one in ALL if one.name.startswith("noticeboard.")]


def allowed(one: Import) -> bool:
    return one.target == one.room or one.target in MAY_IMPORT[one.room]


def test_rooms_import_only_what_the_drawing_lets_them() -> None:
    assert [f"{one.path} imports {one.name}" for one in OURS if not allowed(one)] == []


def test_the_drawing_names_every_room_and_no_other() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms == MAY_IMPORT.keys()


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_only_in_its_rooms(library: str) -> None:
    users = {one.room for one in ALL if one.name.split(".")[0] == library}
    assert users
    assert users <= ONLY_IN[library]


def test_the_renderer_is_imported_only_when_it_is_needed() -> None:
    assert [one.path for one in OURS if (one.room, one.target) in LAZY and not one.lazy] == []


def test_the_package_is_imported_under_one_name() -> None:
    assert [one.path for one in ALL if one.name.startswith("plugins")] == []


def test_nothing_is_imported_that_is_not_ours_nor_declared() -> None:
    declared = (PACKAGE.parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    outside = {one.name.split(".")[0] for one in ALL} - sys.stdlib_module_names - {"noticeboard"}
    assert {name for name in outside if f'"{DISTRIBUTIONS.get(name, name)}>=' not in declared} == set()
