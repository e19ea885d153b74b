"""The Pelican side: one generator of our own; no Content, no Reader, no Writer."""

from pathlib import Path
from typing import Any

import msgspec
from pelican import Pelican, signals
from pelican.generators import Generator

from noticeboard import check
from noticeboard.refusals import RefusedError
from noticeboard.site import inputs, memory, render
from noticeboard.site.assets import Assets
from noticeboard.site.build import BlockedError, Build, Plan
from noticeboard.site.past import PREVIEW, Past
from noticeboard.site.portal import Prose
from noticeboard.site.render import Look, Shared
from noticeboard.site.translate import translators


def connect() -> None:
    """Join Pelican's run. The receivers are module-level functions: blinker holds them weakly."""
    signals.initialized.connect(_read_once)
    signals.generator_init.connect(_prepare)
    signals.get_generators.connect(_generators)


def _read_once(pelican: Pelican) -> None:
    """What all generators share: the portal, the interface's words, the theme's files."""
    settings, theme = pelican.settings, Path(pelican.theme)
    portal, findings = check.portal(Path(settings["NOTICEBOARD_DATA"]))
    if portal is None:
        raise BlockedError(findings)
    key = inputs.shared_key(theme, msgspec.json.encode(portal))
    settings["NOTICEBOARD_KEY"] = key
    settings["NOTICEBOARD_FINDINGS"] = findings
    compiled = memory.compiled_templates(Path(pelican.output_path), key)
    words = translators(theme, portal.languages)
    settings["NOTICEBOARD_SHARED"] = Shared(theme, portal, words, Assets(theme), compiled)


def _prepare(generator: Generator) -> None:
    """Templates of prose pages extend the same base as all others."""
    generator.looks = render.looks(generator.env, generator.settings["NOTICEBOARD_SHARED"])


def _generators(_: Pelican) -> type[Generator]:
    return BoardGenerator


class BoardGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Checks in generate_context, before anything is written; writes in generate_output."""

    looks: tuple[Look, ...]

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        """Other processes begin to read here, while Pelican reads the prose."""
        super().__init__(*arguments, **keywords)
        settings = self.settings
        data, root = Path(settings["NOTICEBOARD_DATA"]), Path(self.output_path)
        day, progress = settings["NOTICEBOARD_TODAY"], settings["NOTICEBOARD_PROGRESS"]
        state = settings.get("NOTICEBOARD_STATE")
        past = Past(Path(state)) if state else PREVIEW
        self.build = Build(Plan(self.looks, settings["NOTICEBOARD_KEY"], data, root, day, past), progress)

    def generate_context(self) -> None:
        self.build.check(self.settings["NOTICEBOARD_FINDINGS"])
        self._all_prose()
        self.build.begin()

    def _all_prose(self) -> None:
        """Pelican leaves out a page that it cannot read; a site without it is not the one that was asked for."""
        read = {path for path, content in self.context["generated_content"].items() if content is not None}
        for folder in self.settings["PAGE_PATHS"]:
            for file in sorted(Path(self.path, folder).glob("*.md")):
                if (name := f"{folder}/{file.name}") not in read:
                    self.build.crew.dismiss()
                    raise RefusedError(f"content/{name} 读不出来；请看开头的几行（Title 等）写对没有")

    def generate_output(self, writer: Any) -> None:
        written = [one for page in self.context["pages"] for one in (page, *page.translations)]
        prose = [Prose(one.lang, one.slug, one.title, one.content) for one in written]
        self.settings["NOTICEBOARD_RESULTS"].append(self.build.write(prose))
