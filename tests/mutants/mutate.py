"""Every small wrong version of a module: one operator, condition, constant or statement is another.

Decorated functions count too, which the usual tools leave out: most of the
rules about money and votes are such.
"""

import ast
import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

COMPARE = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATOR = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
CONDITIONS = ("test", "ifs", "guard")


class Mutant(NamedTuple):
    """`told` is the statement's line as it reads now; `place` and `way` count through what can be changed."""

    source: str
    place: int
    way: int
    line: int
    told: str

    @property
    def tree(self) -> ast.Module:
        tree = ast.parse(self.source)
        place = _places(tree)[self.place]
        _replace(tree, place.node, _ways(place)[self.way])
        return ast.fix_missing_locations(tree)


def mutants(source: str) -> Iterator[Mutant]:
    """In the order of the source."""
    lines = source.splitlines()
    for at, place in enumerate(_places(ast.parse(source))):
        for way, changed in enumerate(_ways(place)):
            line = place.node.lineno
            told = f"{lines[line - 1].strip()}   [{ast.unparse(place.node)} -> {ast.unparse(changed)}]"
            yield Mutant(source, at, way, line, told)


class Place(NamedTuple):
    """What can be changed; `decides` where it is the condition of a statement or of a comprehension."""

    node: ast.expr | ast.stmt
    decides: bool


def _places(tree: ast.Module) -> list[Place]:
    """Not what only declares (annotations, fields, options of classes), explains or asserts, nor what an error says."""
    found: list[Place] = []
    _walk(tree, found)
    return found


def _walk(node: ast.AST, found: list[Place]) -> None:
    for name, value in ast.iter_fields(node):
        declared = isinstance(node, ast.ClassDef) and name == "keywords"
        declared |= name in ("annotation", "returns", "type_params")
        if declared or isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "strict"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.expr | ast.stmt) and not _is_docstring(child):
                found.append(Place(child, name in CONDITIONS and not isinstance(node, ast.IfExp)))
            field = isinstance(node, ast.ClassDef) and isinstance(child, ast.AnnAssign)
            if isinstance(child, ast.AST) and not _is_docstring(child) and not field:
                _walk(child, found)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _ways(place: Place) -> list[ast.expr] | list[ast.stmt]:
    """What could stand there instead."""
    if isinstance(place.node, ast.stmt):
        return _removed(place.node)
    if (ways := _changed(place.node)) or not place.decides:
        return ways
    return [ast.copy_location(ast.UnaryOp(ast.Not(), place.node), place.node)]


def _removed(node: ast.stmt) -> list[ast.stmt]:
    match node:
        case ast.Break():
            instead: ast.stmt = ast.Continue()
        case ast.Continue():
            instead = ast.Break()
        case (
            ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Return(value=None) | ast.Assign(targets=[ast.Subscript()])
        ):
            instead = ast.Pass()
        case _:
            return []
    return [ast.copy_location(instead, node)]


def _changed(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.Compare(ops=ops):
            return [_with(node, ops=[*ops[:at], COMPARE[type(op)](), *ops[at + 1 :]]) for at, op in enumerate(ops)]
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in OPERATOR:
            return [_with(node, op=OPERATOR[type(op)]())]
        case ast.IfExp(body=body, orelse=orelse):
            return [_with(node, body=orelse, orelse=body)]
        case ast.UnaryOp(operand=operand):
            return [operand]
        case ast.Constant(value=bool() | int() | str() | bytes() as value):
            return [_with(node, value=_other(value))]
    return []


def _with(node: ast.expr, **fields: Any) -> ast.expr:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _other(value: bool | int | str | bytes) -> bool | int | str | bytes:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"x{value}" if isinstance(value, str) else b"x" + value


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if value is old:
                setattr(node, name, new)
            elif isinstance(value, list):
                value[:] = [new if one is old else one for one in value]
