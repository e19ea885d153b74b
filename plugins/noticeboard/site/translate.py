"""The interface's own words, from the theme's catalogues."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml
from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import escape

PLAIN_WORD = re.compile(r"""\{\{ t\("([a-z_]+)"\) \}\}""")


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


class FoldedWords(Extension):
    """Puts words without values into the templates when they are compiled: a call per word and page costs more."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        t = cast("Translator", self.environment.globals["t"])
        return PLAIN_WORD.sub(lambda word: str(escape(t(word[1]))), source)


def fold(templates: Environment) -> None:
    """Have `templates`, whose global `t` is set, compiled with its words in place."""
    templates.add_extension(FoldedWords)
