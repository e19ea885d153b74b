"""The ways in which every page has to stand the tests: devices, modes, languages."""

from typing import Any, NamedTuple


class Mode(NamedTuple):
    """How a reader sees the site: settings of the browser, and a fragment of the address."""

    context: dict[str, Any]
    fragment: str = ""


DEVICES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}

MODES = {
    "normal": Mode({"color_scheme": "light"}),
    "elder": Mode({"color_scheme": "light"}, "#elder"),
    "dark": Mode({"color_scheme": "dark"}),
}

LANGUAGES = {"zh": "", "en": "en/"}
"""Language of the interface to the folder of its pages."""
