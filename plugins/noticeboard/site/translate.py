"""The interface's own words, from the theme's catalogues."""

from collections.abc import Mapping
from pathlib import Path

import yaml


class Translator:
    """`t("key", name=value)` in one language; an unknown key is a mistake of the theme and stops the build."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self.catalogue = catalogue

    def __call__(self, key: str, **values: object) -> str:
        text = self.catalogue[key]
        return text.format_map(values) if values else text


def translator(theme: Path, language: str) -> Translator:
    """The catalogue `translations/<language>.yaml` of a theme: flat keys, texts with {names}."""
    source = (theme / "translations" / f"{language}.yaml").read_text(encoding="utf-8")
    return Translator(yaml.load(source, yaml.CSafeLoader))
