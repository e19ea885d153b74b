"""A tree as YAML, and where everything stands in it: told by the writer, to be compared with the reader."""

import json
from typing import Any

Path = tuple[str | int, ...]
Place = tuple[int, int]


class Written:
    """`text`, and for each path the places of its key (or item) and of its value."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.lines: list[str] = []
        self.keys: dict[Path, Place] = {(): (1, 1)}
        self.values: dict[Path, Place] = {(): (1, 1)}
        self._mapping(tree, (), 0, "")
        self.text = "\n".join(self.lines) + "\n"

    def _mapping(self, tree: dict[str, Any], path: Path, indent: int, begin: str) -> None:
        """`begin` is what stands before the first key instead of the indentation: the dash of an item."""
        for name, value in tree.items():
            self.keys[*path, name] = (len(self.lines) + 1, indent + 1)
            self._value(value, (*path, name), indent, f"{begin or ' ' * indent}{_scalar(name)}:")
            begin = ""

    def _sequence(self, items: list[Any], path: Path, indent: int) -> None:
        for number, value in enumerate(items):
            here = (*path, number)
            self.keys[here] = self.values[here] = (len(self.lines) + 1, indent + 3)
            if isinstance(value, dict) and value:
                self._mapping(value, here, indent + 2, f"{' ' * indent}- ")
            else:
                self.lines.append(f"{' ' * indent}- {_scalar(value)}")

    def _value(self, value: Any, path: Path, indent: int, begin: str) -> None:
        if isinstance(value, (dict, list)) and value:
            self.lines.append(begin)
            self.values[path] = (len(self.lines) + 1, indent + 3)
            if isinstance(value, dict):
                self._mapping(value, path, indent + 2, "")
            else:
                self._sequence(value, path, indent + 2)
        else:
            self.lines.append(f"{begin} {_scalar(value)}")
            self.values[path] = (len(self.lines), len(begin) + 2)


def _scalar(value: Any) -> str:
    """Plain where that is safe, in double quotes where it is not; flow style for what is empty or a list within."""
    if isinstance(value, str) and value.isidentifier():
        return value
    return json.dumps(value, ensure_ascii=False)
