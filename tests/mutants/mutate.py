"""Every small wrong version of a module: one operator, constant or statement is another.

Decorated functions count too, which the usual tools leave out: most of the
rules about money and votes are such.
"""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

COMPARE = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
BINARY = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
BOOLEAN = {ast.And: ast.Or, ast.Or: ast.And}


class Mutant(NamedTuple):
    """`told` is the statement's line as it reads now."""

    line: int
    told: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """In the order of the source."""
    places = _places(ast.parse(source))
    lines = source.splitlines()
    for index, was in enumerate(places):
        for variant in range(_variants(was)):
            tree = ast.parse(source)
            node = _places(tree)[index]
            before = ast.unparse(node)
            changed = _changed(node, variant)
            _replace(tree, node, changed)
            told = f"{lines[was.lineno - 1].strip()}   [{before} -> {ast.unparse(changed)}]"
            yield Mutant(was.lineno, told, ast.fix_missing_locations(tree))


def _places(tree: ast.Module) -> list[ast.expr | ast.stmt]:
    """What can be changed: not what only declares (annotations, fields, options of classes), explains or asserts."""
    found: list[ast.expr | ast.stmt] = []
    _walk(tree, found)
    return [one for one in found if _variants(one)]


def _walk(node: ast.AST, found: list[ast.expr | ast.stmt]) -> None:
    for name, value in ast.iter_fields(node):
        declared = isinstance(node, ast.ClassDef) and name == "keywords"
        declared |= name in ("annotation", "returns", "type_params")
        if declared or isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "strict"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.expr | ast.stmt) and not _is_docstring(child):
                found.append(child)
            field = isinstance(node, ast.ClassDef) and isinstance(child, ast.AnnAssign)
            if isinstance(child, ast.AST) and not _is_docstring(child) and not field:
                _walk(child, found)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _variants(node: ast.expr | ast.stmt) -> int:
    match node:
        case ast.Compare(ops=ops):
            return len(ops)
        case ast.BinOp(op=op):
            return type(op) in BINARY
        case ast.Constant(value=bool() | int() | str() | bytes()):
            return 1
        case ast.BoolOp() | ast.UnaryOp() | ast.Break() | ast.Continue() | ast.Expr() | ast.AugAssign() | ast.IfExp():
            return 1
    return 0


def _changed(node: ast.expr | ast.stmt, variant: int) -> ast.expr | ast.stmt:  # noqa: C901  one line for each way
    new = copy.deepcopy(node)
    match new:
        case ast.Compare():
            new.ops[variant] = COMPARE[type(new.ops[variant])]()
        case ast.BinOp():
            new.op = BINARY[type(new.op)]()
        case ast.BoolOp():
            new.op = BOOLEAN[type(new.op)]()
        case ast.UnaryOp():
            return new.operand
        case ast.Constant(value=value):
            new.value = (
                not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else _longer(value)
            )
        case ast.IfExp():
            new.body, new.orelse = new.orelse, new.body
        case ast.Break():
            return ast.copy_location(ast.Continue(), node)
        case ast.Continue():
            return ast.copy_location(ast.Break(), node)
        case _:
            return ast.copy_location(ast.Pass(), node)
    return new


def _longer(value: str | bytes) -> str | bytes:
    return f"x{value}" if isinstance(value, str) else b"x" + value


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if value is old:
                setattr(node, name, new)
            elif isinstance(value, list):
                value[:] = [new if one is old else one for one in value]
