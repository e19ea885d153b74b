"""The list of page types is whole: no template makes pages that the tests would never open."""

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template
from tests.pages.modes import LANGUAGES
from tests.sample_site import REPOSITORY, TYPES, build, longest

TEMPLATES = REPOSITORY / "theme" / "templates"
WHOLE = re.compile(r"<!DOCTYPE|{% extends \"([\w.]+)\" %}")


@pytest.fixture(scope="module")
def made_by(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Name of a page type to the templates that made its longest page, as a build that is listened to tells."""
    heard: dict[str, str] = {}
    render = Template.render

    def listening(template: Template, *arguments: Any, **context: Any) -> str:
        text = render(template, *arguments, **context)
        heard[text] = template.name or ""
        return text

    site: Path = tmp_path_factory.mktemp("types") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", listening)
        patch.setattr("os.sched_getaffinity", lambda _: {0})  # or other processes would make the pages
        build(site)
    return {kind: {heard[(site / longest(site, pattern)).read_text("utf-8")]} for kind, pattern in TYPES.items()}


def test_every_template_of_a_page_has_a_type(made_by: dict[str, set[str]]) -> None:
    begun = {path.name: WHOLE.match(path.read_text(encoding="utf-8")) for path in TEMPLATES.glob("*.html")}
    extended = {found[1] for found in begun.values() if found}
    assert set().union(*made_by.values()) == {name for name, found in begun.items() if found} - extended


def test_every_language_of_the_interface_is_opened() -> None:
    assert set(LANGUAGES) == {path.stem for path in (TEMPLATES.parent / "translations").glob("*.yaml")}


def test_the_dark_mode_changes_nothing_but_colours() -> None:
    """Or it would have to stand every rule."""
    for path in (TEMPLATES.parent / "static" / "css").glob("*.css"):
        for block in re.findall(
            r"prefers-color-scheme: dark\)\s*{(.*?)\n}", path.read_text(encoding="utf-8"), re.DOTALL
        ):
            assert re.fullmatch(r"\s*:root {(?:\s*--[\w-]+: #[0-9a-f]+;)+\s*}\s*", block), path.name
