"""What holds for the theme as written, before any page is made."""

import gzip
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from noticeboard.duties.conditions import CONDITIONS, NOBODY
from noticeboard.duties.duty import Every
from noticeboard.duties.track import State
from noticeboard.history.log import Event
from noticeboard.law.elections import Fate
from noticeboard.law.handovers import State as Handing
from noticeboard.law.profile import Confidence, Standing, parameters
from noticeboard.law.supervision import State as Finding
from noticeboard.law.values import READERS
from noticeboard.law.voting import Deciders, Outcome, Step
from noticeboard.law.works import DUE_AT
from noticeboard.records.kinds import RECORD_KINDS
from noticeboard.site.democracies import FACETS
from noticeboard.site.menu import FOLDERS, GROUPS
from noticeboard.site.tenure import STEPS as TERM_STEPS

THEME = Path(__file__).parents[1] / "theme"
TEMPLATES = sorted((THEME / "templates").glob("*.html"))
SITE = Path(__file__).parents[1] / "plugins" / "noticeboard" / "site"
STYLES = (THEME / "static" / "css" / "board.css").read_text(encoding="utf-8")
CATALOGUES = sorted((THEME / "translations").glob("*.yaml"))
WORDS: dict[str, str] = yaml.safe_load((THEME / "translations" / "zh.yaml").read_text(encoding="utf-8"))
KINDS = {kind.name for kind in RECORD_KINDS}
DATA_BLOCK = re.compile(r'<script type="application/ld\+json">{{ [\w.(), ]+\|tojson }}</script>')
"""Data that nothing executes, written so that no text can end it."""
FIGURES = {"opening", "income", "expense", "closing"}
BASES = {"entitled", "took_part", "ballots", "cast"}
UNITS = {"owners", "persons", "households", "ballots", "area", "shares", "weight", "m2", "ping"}
STEPS = {"emergency", *DUE_AT}
SUMS = {"budget", "contract_price", "audited", "final_amount"}
MARKS = {"withdrawn", "posting", "corrected", "open", "remarked", "answered", *(f"finding-{one}" for one in Finding)}
STANDINGS = set(Standing)
CONFIDENCES = set(Confidence)
FORCES = {"coming", "expired"}
TYPES = set(READERS)
HELD = set(State) - {State.NOT_YET}
DIRECTIONS = {"higher", "lower"}
DATES = {parameter.governed_by for parameter in parameters().values()}
VOTERS = {*Deciders, "electors"}

MADE_UP = {
    "layer_of_": {"leading", "deciding", "executing"}, "facet_": set(FACETS), "kept_": HELD,
    "fee_": {"lump-sum", "commission"},
    "measure_": {f"{name}{end}" for name in ("seen", "found", "answered") for end in ("", "_of")},
    "nav_": set(FOLDERS), "group_": set(GROUPS),
    "mark_": MARKS, "base_": BASES, "unit_": UNITS, "step_": STEPS, "term_step_": set(TERM_STEPS),
    "layer_": STANDINGS, "standing_": STANDINGS, "confidence_": CONFIDENCES,
    "force_": FORCES, "type_": TYPES, "stricter_": DIRECTIONS, "governed_": DATES,
    "state_": set(State), "every_": set(Every), "unmet_": {*CONDITIONS, NOBODY},
    "event_": set(Event),
    "happened_": {"raised", "fixed", "reopened", "referred", "recheck_fixed", "recheck_partly", "recheck_not-fixed"},
    "recount_": {f"{step}_{who}" for step in Step for who in VOTERS},
    "of_": {f"{who}_{whole}" for who in VOTERS for whole in ("entitled", "took-part")},
    "handover_state_": set(Handing),
    "fate_": set(Fate), "election_day_": {"candidates", "voting", "election", "office"},
    "recount_missing_": {"count", "part", "whole"}, "recount_not_": {"poll", "uncounted", "unlawed", "other-units"},
    "met_": set(Outcome), "derived_": {*Outcome, "chosen"}, "matter_": {"special", "ordinary"},
    "heads_": {"owners", "area", "persons", "households"},
    "part_": {"every", "due", "hold"}, "clock_hold_": {"next", "standing"},
}  # fmt: skip
"""Beginning of a key that templates complete, and what they complete it with."""

COMPUTED = KINDS | FIGURES | SUMS | {"register", "page"}
"""Words whose whole key is data: t(row.kind), t(name)."""


def _keys(node: nodes.Node) -> Iterator[str]:
    """Every key that an argument of t() may have."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        yield from _keys(node.expr1)
        yield from _keys(node.expr2)  # type: ignore[arg-type]
    elif isinstance(node, nodes.Concat):
        beginning = str(node.nodes[0].value)  # type: ignore[attr-defined]
        yield from (beginning + ending for ending in MADE_UP[beginning])
    else:
        yield from COMPUTED


def _used() -> set[str]:
    found = set()
    for path in TEMPLATES:
        tree = Environment().parse(path.read_text(encoding="utf-8"))  # noqa: S701  parsed only
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("t", "one"):
                found.update(_keys(call.args[0]))
    return found


def test_every_word_exists_and_none_is_left_over() -> None:
    used = _used()
    assert used - set(WORDS) == set()
    assert set(WORDS) - used == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_word_is_written_twice(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    keys = re.findall(r"^([a-z0-9_]+):", source, re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_every_language_has_every_word_with_the_same_values(path: Path) -> None:
    words: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert list(words) == list(WORDS), "in the order of zh.yaml"
    assert {key: _values(text) for key, text in words.items()} == {key: _values(text) for key, text in WORDS.items()}


def _values(text: str) -> tuple[set[str | None], set[str]]:
    """What a word is filled with: by the build, and by a script."""
    built = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return built, set(re.findall(r"\[\w*\]", text))


def test_english_is_english() -> None:
    words = yaml.safe_load((THEME / "translations" / "en.yaml").read_text(encoding="utf-8"))
    assert [key for key, text in words.items() if re.search("[\u3000-\u9fff\uff00-\uffef]", text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_are_what_the_policy_allows(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", DATA_BLOCK.sub("", source))
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", source)
    assert ("|safe" in source) == (path.name == "page.html")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_words_stand_in_the_catalogue(path: Path) -> None:
    tree = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff]+", tree) == []


def test_every_template_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *SITE.glob("*.py")])
    kinds = {f"{name}.html" for name in KINDS}
    assert [path.name for path in TEMPLATES if f'"{path.name}"' not in code and path.name not in kinds] == []


def test_the_stylesheet_stays_small_and_at_home() -> None:
    assert len(gzip.compress(STYLES.encode(), 9)) < 12_000
    assert "@import" not in STYLES
    assert "url(" not in STYLES


def test_sizes_of_text_grow_with_the_root() -> None:
    sizes = re.findall(r"(?:font-size|font):[^;]*?([\d.]+)(px|pt)", STYLES)
    assert sizes == []


def test_colours_are_named_once() -> None:
    rules = STYLES.partition("/* Ground */")[2].partition("/* Paper */")[0]
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", rules) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(scheme: str) -> None:
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in STYLES.split("@media", 2)[:2])
    colours = light if scheme == "light" else light | dark
    for ink in ("ink", "ink-2", "pen", "seal"):
        for ground in ("board", "paper", "wash"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, f"{ink} on {ground}"
    assert _contrast(colours["on-seal"], colours["seal"]) >= 4.5
    for shade in range(1, 7):
        assert _contrast(colours[f"c{shade}"], colours["paper"]) >= 3, f"c{shade}"


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
