"""What is tried, and what is excused."""

import ast
from collections import Counter

import pytest

from tests.mutants.__main__ import KNOWN, explanations, source
from tests.mutants.mutate import mutants


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("x = a < b <= 1", ["x = a <= b <= 1", "x = a < b < 1", "x = a < b <= 2"]),
        ("x = a + b and c", ["x = a + b or c", "x = a - b and c"]),
        ("x = -a if b else c", ["x = c if b else -a", "x = a if b else c"]),
        ("x = [True for a in b if a]", ["x = [True for a in b if not a]", "x = [False for a in b if a]"]),
        ("if a:\n    raise E('b') from c", ["if not a:\n    raise E('b') from c", "if a:\n    pass"]),
        ("x[a] = 'b'", ["pass", "x[a] = 'xb'"]),
        ("for a in b:\n    continue", ["for a in b:\n    break"]),
        ("def f(a: 'int') -> 'int':\n    a.b()", ["def f(a: 'int') -> 'int':\n    pass"]),
        ("class A(b=1):\n    'c'\n    d: int = 1", []),
    ],
)
def test_every_part_is_made_wrong_once(right: str, wrong: list[str]) -> None:
    assert sorted(ast.unparse(one.tree) for one in mutants(right)) == sorted(wrong)


def test_whatever_is_excused_has_a_reason_and_is_one_of_those_tried() -> None:
    known = explanations()
    assert len(known) == len(KNOWN.read_text(encoding="utf-8").splitlines())
    assert all(known.values())
    modules = {mutant.partition(": ")[0] for mutant in known}
    texts = {one: source(f"noticeboard.{one}").read_text(encoding="utf-8") for one in modules}
    tried = Counter(f"{one}: {mutant.told}" for one, text in texts.items() for mutant in mutants(text))
    assert {one: tried[one] for one in known} == dict.fromkeys(known, 1)
