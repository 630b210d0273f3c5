"""Colours, contrast and the one style sheet."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from string import Template

import pytest

import desktop_app.ui
from desktop_app.paths import resources_dir
from desktop_app.render.charts.style import PAPER
from desktop_app.ui.roles import CONTRAST, DARK, LIGHT, Roles
from desktop_app.ui.theme import TARGET, TEXT_PERCENTS, Theme

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT_ON = [
    *((ink, ground) for ink in ("text", "muted", "primary") for ground in ("background", "surface", "hover")),
    *((ink, ground) for ink in ("warning", "danger", "good", "info", "yours") for ground in ("background", "surface")),
    *((ink, "primary_weak") for ink in ("text", "muted", "primary")),
    *((ink, f"{ink}_weak") for ink in ("warning", "danger", "good", "info")),
    *(("text", f"{ground}_weak") for ground in ("warning", "danger", "good", "info")),
    ("on_primary", "primary"),
    ("on_primary", "primary_strong"),
    ("surface", "text"),
]
"""Every ink with every ground it is written on."""

EDGES_ON = [("edge", "surface"), ("edge", "background"), ("focus", "surface"), ("focus", "background")]


def luminance(colour: str) -> float:
    """How bright a colour is (WCAG 2.2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_yardstick_measures_what_it_should() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 on white the well-known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read(look: str, ink: str, ground: str) -> None:
    """Every text has a contrast of at least 4.5 to 1 with what it stands on."""
    roles = asdict(LOOKS[look])
    assert contrast(roles[ink], roles[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("edge", "ground"), EDGES_ON)
def test_controls_can_be_made_out(look: str, edge: str, ground: str) -> None:
    """The outline of a control and the focus ring have a contrast of at least 3 to 1 with what they stand on."""
    roles = asdict(LOOKS[look])
    assert contrast(roles[edge], roles[ground]) >= 3


@pytest.mark.parametrize("roles", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_the_style_sheet_is_filled_in(roles: Roles, percent: int) -> None:
    """No placeholder is left, and none of the roles is written in another way."""
    sheet = Theme(roles, percent).style_sheet()
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)) <= set(asdict(roles).values())


def test_the_style_sheet_knows_no_other_placeholder() -> None:
    """A misspelt role is found here and not on somebody's screen."""
    template = Template((resources_dir() / "style.qss").read_text(encoding="utf-8"))
    assert template.is_valid()


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_targets_grow_with_the_text(percent: int) -> None:
    """What is pressed is at least 40 pixels high at every text size."""
    assert Theme(LIGHT, percent).px(TARGET) >= 40


def test_colours_are_written_in_one_place() -> None:
    """No file of the window but the roles names a colour."""
    folder = Path(desktop_app.ui.__file__).parent
    files = [file for file in folder.rglob("*.py") if file.name != "roles.py"]
    named = {
        file.name: found
        for file in files
        if (
            found := re.findall(r"[\"']#[0-9A-Fa-f]{3,8}[\"']|GlobalColor\.(?!transparent)\w+", file.read_text("utf-8"))
        )
    }
    assert named == {}
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", (resources_dir() / "style.qss").read_text("utf-8")) == []


def test_the_parts_of_a_bill_have_the_same_roles_on_paper() -> None:
    """Screen and paper colour the same parts, so one drawing serves both."""
    parts = {role for role in asdict(LIGHT) if role.startswith("part_")}
    assert parts == {role for role in PAPER if role.startswith("part_")}
    assert len(parts) == 7
