"""The ways in which every page has to stand the tests: devices, modes, languages."""

from typing import Any, NamedTuple

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


class Mode(NamedTuple):
    """How a reader sees the site: settings of the browser, a fragment of the address; what axe looks for there."""

    context: dict[str, Any]
    fragment: str = ""
    rules: Any = WCAG


DEVICES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}

MODES = {
    "normal": Mode({"color_scheme": "light"}),
    "elder": Mode({"color_scheme": "light"}, "#elder"),
    "dark": Mode({"color_scheme": "dark"}, rules=COLOURS),  # the style sheet changes nothing else, as a test holds
}

LANGUAGES = {"zh": "", "en": "en/"}
"""Language of the interface to the folder of its pages."""
