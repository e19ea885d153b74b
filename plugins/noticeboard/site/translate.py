"""The interface's own words, from the theme's catalogues."""

import re
import string
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml
from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup, escape

from noticeboard.site.native import native, prepared

CHINESE = "zh"
"""The language of records, and of the pages at the site's root."""
PLAIN_WORD = re.compile(r"""\{\{ t\("([a-z_]+)"\) \}\}""")


class Translator:
    """`t("key", name=value)` in one language; an unknown key is a mistake of the theme and stops the build.

    `folder` is where the pages of the language lie below the site's root.
    """

    def __init__(self, catalogue: Mapping[str, str], language: str = CHINESE) -> None:
        self.catalogue = catalogue
        self.language = language
        self.folder = "" if language == CHINESE else f"{language}/"

    def __call__(self, key: str, **values: object) -> str:
        text = self.catalogue[key]
        return text.format_map(values) if values else text


class Numbered(string.Formatter):
    """`{count:day|days}` is `day` where the value is one, `days` otherwise."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        one, bar, more = format_spec.partition("|")
        if bar:
            return one if str(value) == "1" else more
        return super().format_field(value, format_spec)


class ForeignTranslator(Translator):
    """As `Translator`, with forms for one and many; `rich` marks what is Chinese among the values."""

    formatter = Numbered()

    def __call__(self, key: str, **values: object) -> str:
        return self.formatter.vformat(self.catalogue[key], (), values)

    def rich(self, key: str, **values: object) -> Markup:
        """The word as markup."""
        shown = {name: escape(native(value)) for name, value in values.items()}
        return Markup(self.formatter.vformat(str(escape(self.catalogue[key])), (), shown))  # noqa: S704


class MissingWordsError(Exception):
    """A catalogue of the theme lacks words that the Chinese one has; the message names them all."""


def translators(theme: Path, languages: Sequence[str]) -> tuple[Translator, ...]:
    """One for each language, the Chinese first. Raises MissingWordsError."""
    chinese = _catalogue(theme, CHINESE)
    return (Translator(chinese), *(_foreign(theme, language, chinese) for language in languages))


def _foreign(theme: Path, language: str, chinese: Mapping[str, str]) -> Translator:
    own = _catalogue(theme, language)
    if missing := chinese.keys() - own.keys():
        raise MissingWordsError(f"translations/{language}.yaml lacks: {', '.join(sorted(missing))}")
    return ForeignTranslator(own, language)


def _catalogue(theme: Path, language: str) -> dict[str, str]:
    """`translations/<language>.yaml` of a theme: flat keys, texts with {names}."""
    source = (theme / "translations" / f"{language}.yaml").read_text(encoding="utf-8")
    words: dict[str, str] = yaml.load(source, yaml.CSafeLoader)
    return words


class FoldedWords(Extension):
    """Puts words without values into the templates when they are compiled: a call per word and page costs more."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        t = cast("Translator", self.environment.globals["t"])
        folded = PLAIN_WORD.sub(lambda word: str(escape(t(word[1]))), source)
        return folded if t.language == CHINESE else prepared(folded)


def fold(templates: Environment) -> None:
    """Have `templates`, whose global `t` is set, compiled with its words in place."""
    templates.add_extension(FoldedWords)
